"""Clients racing for the same hot items: orders a second, what a client sees, and whether a piece is sold twice."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import uuid4

import polars as pl
from django.db import connections

from interlock.core.api import Actor, run_checks, system_actor
from interlock.core.sql import blocks, rows, value
from interlock.finance import api as finance
from interlock.stock import api as stock

from .. import day
from ..company.build import build_company
from ..company.structure import unit_costs
from ..company.writing import table
from ..replenish import pick_bins, post_movement
from ..spine import Progress, Stages
from ..stalls import read_stalls
from . import floor
from .client import BATCH, Seen, Task
from .scratch import scratch_database

SQL = blocks(__file__)
COMPANY, SHOP, PROVINCE, WAREHOUSE = "ECO", "TM-FLAG", "浙江省", "EAST"
HOT, SCARCE = 20, 2  # items the clients want, and how many of these run out
PLENTY, FEW = 20_000, 150  # pieces there at the start of one and of the other
LINES = 2  # lines an order
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Ground:
    """Where the race is run: the company, and the hot items with what the shop calls them and asks for them."""

    database: str
    company: int
    by: Actor
    offers: pl.DataFrame
    batch: int = BATCH

    @property
    def items(self) -> list[int]:
        return [int(item) for item in self.offers["item_id"]]


def race(seconds: float, clients: Sequence[int], progress: Progress) -> dict[str, Any]:
    """Let 2, 8, 32 … clients race for the hot items for so many seconds each, in a database of its own."""
    with scratch_database() as database:
        ground = prepare(database, progress)
        stages = Stages(progress)
        runs = []
        for count in clients:
            with stages.stage(f"{count} clients", 1):
                runs.append(run_race(ground, count, seconds))
        return figures(runs) | {"settings": floor.settings()}


def figures(runs: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Answer the runs and what must be true of all of them."""
    return {
        "hot_items": HOT,
        "lines_per_order": LINES,
        "orders_per_batch": BATCH,
        "runs": list(runs),
        "errors": sum(run["errors"] for run in runs),
        "oversold_pieces": sum(run["oversold_pieces"] for run in runs),
        "laws_ok": all(run["laws_ok"] for run in runs),
        "clean": all(run["laws_ok"] and not run["errors"] and not run["oversold_pieces"] for run in runs),
        "machine": {"cpus": os.cpu_count(), "machine": platform.machine(), "system": platform.system(),
                    "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1)},
    }  # fmt: skip


def prepare(database: str, progress: Progress) -> Ground:
    """Build the sample company and choose the hot items: what its first shop sells without serial numbers."""
    company = build_company(progress)[COMPANY].pk
    plain = list(table("items.Item").objects.filter(serial_tracked=False).values_list("pk", flat=True))
    offers = read_stalls(COMPANY, day.FIRST_DAY).offers
    chosen = offers.filter((pl.col("shop") == SHOP) & (pl.col("group") != "sold_out") & pl.col("item_id").is_in(plain))
    hot = chosen.sort("demand", "item_id", descending=[True, False]).head(HOT)
    assert hot.height == HOT, "the shop sells enough different goods without serial numbers"
    return Ground(database, company, system_actor("bench"), hot)


def run_race(ground: Ground, clients: int, seconds: float) -> dict[str, Any]:
    """Fill the shelves, let the clients race, post what is left, and count."""
    fill(ground)
    there = {row.item_id: row.free for row in rows(SQL["free"], company=ground.company, items=ground.items)}
    after, freed_after = value(SQL["last_reservation"]), value(SQL["last_entry"])
    seen, books = _let_them_race(ground, clients, seconds)
    started = time.perf_counter()
    finance.post_pending(ground.company, ground.by)
    drained = time.perf_counter() - started
    freed = {row.item_id: row.pieces
             for row in rows(SQL["freed"], company=ground.company, items=ground.items, after=freed_after)}  # fmt: skip
    oversold = value(
        SQL["oversold"],
        company=ground.company,
        items=ground.items,
        there=[there.get(item, Decimal()) + freed.get(item, Decimal()) for item in ground.items],
        after=after,
    )
    laws_ok = all(result.holds for result in run_checks())
    return _figures(clients, seen, books, drained, int(oversold), laws_ok=laws_ok)


def _figures(
    clients: int, seen: Sequence[Seen], books: Seen, drained: float, oversold: int, *, laws_ok: bool
) -> dict[str, Any]:
    took = max(one.seconds for one in seen)
    errors: Counter[str] = Counter()
    for one in (*seen, books):
        errors.update(one.errors)
    shipped = sum(one.shipped for one in seen)
    return {
        "clients": clients,
        "seconds": round(took, 2),
        "orders": sum(one.orders for one in seen),
        "shipped": shipped,
        "recognised": sum(one.recognised for one in seen),
        "returned": sum(one.returned for one in seen),
        "no_stock": sum(one.no_stock for one in seen),
        "orders_per_second": round(shipped / took, 1),
        "posted_per_second": round(shipped / (took + drained), 1),
        "errors": errors.total(),
        "error_kinds": dict(errors),
        "retries": sum(one.retries for one in (*seen, books)),
        "oversold_pieces": oversold,
        "laws_ok": laws_ok,
    }


def fill(ground: Ground) -> None:
    """Receive what the shelves lack: plenty of most hot items, few of the scarce ones."""
    warehouse = table("stock.Warehouse").objects.get(company_id=ground.company, code=WAREHOUSE).pk
    bins, costs = pick_bins(ground.company, warehouse), unit_costs()
    there = {row.item_id: row.free for row in rows(SQL["free"], company=ground.company, items=ground.items)}
    lines = []
    for place, (item, code) in enumerate(ground.offers.select("item_id", "item").iter_rows()):
        lack = (FEW if place < SCARCE else PLENTY) - there.get(item, Decimal())
        if lack > 0:
            amount = (lack * costs[code]).quantize(CENT, ROUND_HALF_UP)
            lines.append(stock.NewLine(item, bins[item], lack, amount))
    if lines:
        post_movement(
            f"race:{uuid4()}",
            company=ground.company,
            by=ground.by,
            kind="receipt",
            movement_on=day.FIRST_DAY,
            lines=tuple(lines),
            party=table("parties.Party").objects.get(code="GRP-MFG").pk,
        )


def task_of(ground: Ground, seconds: float) -> Task:
    """Say what a client has to know; its name is its own."""
    return Task(
        database=ground.database,
        role="client",
        name="",
        company=ground.company,
        shop=SHOP,
        province=PROVINCE,
        skus=list(ground.offers["sku"]),
        prices=[f"{price:.2f}" for price in ground.offers["price"]],
        on=str(day.FIRST_DAY),
        seconds=seconds,
        batch=ground.batch,
        lines=LINES,
    )


def _let_them_race(ground: Ground, clients: int, seconds: float) -> tuple[list[Seen], Seen]:
    """Start the clients and the books, each a process, let them begin together, and answer what they saw."""
    connections["default"].close()
    task = task_of(ground, seconds)
    race_no = uuid4().hex[:6]
    tasks = [replace(task, name=f"R{race_no}-{number:02d}") for number in range(clients)]
    with _processes([*tasks, replace(task, role="books", name=f"R{race_no}-books")]) as running:
        for one in running:
            _told(one, "ready")
        for one in running:
            _tell(one, "go")
        seen = [Seen(**json.loads(_heard(one))) for one in running]
    return seen[:-1], seen[-1]


@contextmanager
def _processes(tasks: Sequence[Task]) -> Iterator[list[subprocess.Popen[str]]]:
    """Start a process a task; none outlives the race, whatever happens."""
    running: list[subprocess.Popen[str]] = []
    try:
        for task in tasks:
            running.append(
                subprocess.Popen(  # noqa: S603 - our own program
                    [sys.executable, "-m", "interlock.demo.bench.client"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                    start_new_session=True,
                )
            )
            _tell(running[-1], json.dumps(asdict(task)))
        yield running
    finally:
        for one in running:
            one.kill()
            one.communicate()


def _tell(one: subprocess.Popen[str], line: str) -> None:
    assert one.stdin is not None
    one.stdin.write(line + "\n")
    one.stdin.flush()


def _heard(one: subprocess.Popen[str]) -> str:
    assert one.stdout is not None
    line = one.stdout.readline().strip()
    if not line:
        raise RuntimeError(f"a client of the race ended with status {one.wait()}; its words stand above")
    return line


def _told(one: subprocess.Popen[str], word: str) -> None:
    heard = _heard(one)
    assert heard == word, heard
