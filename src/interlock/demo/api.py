"""The door of the sample company: build it, run its days, load a real maker's orders, measure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from . import day as days
from .company.build import build_company
from .company.organisation import CODES
from .company.people import ROLES, SIGN_INS, allowed
from .spine import Progress, Stages, silent
from .summary import days_of, summarise

__all__ = [
    "SIGN_INS", "bench_finance", "bench_order_day", "bench_race", "bench_settle", "bench_trickle", "bench_web",
    "build_company",
    "load_adventureworks", "roles", "run_day", "run_demo", "sign_ins",
]  # fmt: skip


FIRST = 10_000  # orders of the first day, where nobody says how many


def run_demo(orders: int | None = None, progress: Progress = silent) -> dict[str, Any]:
    """Build the sample company and run a day of so many orders; one that was run is only summed up again.

    Without a number the last day is brought back, or the first one is run. A day that was interrupted is finished
    first: its files are the same again, and what was done is done.
    """
    stages = Stages(progress)
    with stages.stage("company", 0):
        ids = [company.pk for company in build_company(progress).values()]
    for one in reversed(days_of(ids)):
        wanted = (one.sent, FIRST) if orders is None else (orders,)
        if one.is_done and one.sent in wanted:
            return summarise(ids, one.on, stages)
        for count in wanted:
            if not one.is_done and days.began(CODES, count, one.on):
                return days.run_day(CODES, count, one.on, stages)
    orders = FIRST if orders is None else orders
    on = days.next_day(CODES)
    days.require_open(CODES, on)
    return days.run_day(CODES, orders, on, stages)


def run_day(orders: int, on: date | None = None, progress: Progress = silent) -> dict[str, Any]:
    """Run a day of generated orders in the sample company, by default the day after the last one."""
    stages = Stages(progress)
    with stages.stage("company", 0):
        build_company(progress)
    on = on or days.next_day(CODES)
    days.require_open(CODES, on)
    return days.run_day(CODES, orders, on, stages)


def load_adventureworks(
    folder: Path,
    through: date | None = None,
    stock: Literal["cover", "file"] = "cover",
    progress: Progress = silent,
    *,
    since: date | None = None,
) -> dict[str, Any]:
    """Run the real orders of the Adventure Works data set in date order; see ``adventureworks``."""
    from .adventureworks.load import load

    return load(folder, since, through, stock, Stages(progress))


def bench_order_day(orders: int, progress: Progress = silent) -> dict[str, Any]:
    """Measure a day of orders in a database of its own, and COPY of the same rows."""
    from .bench.order_day import order_day

    return order_day(orders, progress)


def bench_race(seconds: float, clients: Sequence[int], progress: Progress = silent) -> dict[str, Any]:
    """Let so many clients at a time race for the same hot items, in a database of its own."""
    from .bench.race import race

    return race(seconds, clients, progress)


def bench_settle(count: int, progress: Progress = silent) -> dict[str, Any]:
    """Measure a statement of so many rows against as many orders, in a database of its own."""
    from .bench.settle import settle

    return settle(count, progress)


def bench_finance(lines: int, events: int, receipts: int, progress: Progress = silent) -> dict[str, Any]:
    """Measure posting, reports, close and matching on a journal of so many lines, in databases of their own."""
    from .bench.finance import finance

    return finance(lines, events, receipts, progress)


def bench_trickle(orders: int, since: int, until: int, progress: Progress = silent) -> dict[str, Any]:
    """Let a day of orders trickle in at a running worker, sixty times faster than life; answers its backlog."""
    from .bench.trickle import trickle

    return trickle(orders, since, until, progress)


def sign_ins() -> list[dict[str, str]]:
    """Answer who may sign in to the sample company, and how."""
    return [{"user": user, "password": password, "role": role} for user, password, role in SIGN_INS]


def roles(names: Sequence[str]) -> dict[str, frozenset[str]]:
    """Answer what each role of the sample company holds of these permissions."""
    return {role: allowed(role, names) for role in ROLES}


def bench_web(orders: int, seconds: float, progress: Progress = silent, *, keep: bool = False) -> dict[str, Any]:
    """Measure pages and calls of the web server on a database of so many orders, with clients at once."""
    from .bench.web import web

    return web(orders, seconds, progress, keep=keep)
