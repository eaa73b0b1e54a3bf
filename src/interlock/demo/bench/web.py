"""The workplace and the interface measured: how long pages and calls take on a large database, with clients at once.

A scratch database is filled by SQL: a day is really run, and its finished orders are written again and again with
their lines, deliveries and numbers. The web server is the one that ``up`` runs, started on that database; the clients
are a process of their own.
"""

from __future__ import annotations

import json
import os
import platform
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connections, transaction

from interlock import server
from interlock.core.api import TokenScope, User, make_token, run_checks
from interlock.core.sql import blocks, rows, run

from .. import day
from ..company.build import build_company
from ..company.organisation import CODES
from ..spine import Progress, Stages
from ..stalls import read_stalls
from . import floor
from .scratch import scratch_database

SQL = blocks(__file__)
COMPANY, PERSON, SHOP = "ECO", "lin", "TM-FLAG"
SEED, CHUNK, SAMPLE = 20_000, 20_000, 400
CLIENTS = (1, 8, 32)
USERS, THINK = 50, 5.0
BULK, BULK_CALLS = 5_000, 4
PATIENCE = 60
#: kind of request → milliseconds it aims at: with 8 clients, with 50 people who think, with 1 client
AIMS = {
    "8 clients": {"document": 150, "trace": 150, "search": 150, "list": 250},
    "50 people": {"document": 100, "trace": 100, "search": 100, "list": 100, "create": 100},
    "1 client": {"create": 60},
}
BULK_AIM = 200  # orders a second
LAWS = {
    "orders_are_their_lines",
    "deliveries_are_the_order",
    "orders_follow_deliveries",
    "numbers_gapless",
    "one_company",
}


Asks = dict[str, list[dict[str, Any]]]


def web(orders: int, seconds: float, progress: Progress, *, keep: bool = False) -> dict[str, Any]:
    """Measure pages and calls on a database of so many orders; ``keep`` leaves the database for the next time."""
    with scratch_database(keep=keep) as database:
        stages = Stages(progress)
        company = _fill(orders, stages, progress)
        asks, headers = _asks(company)
        sizes = rows(SQL["sizes"])[0]._asdict()
        connections.close_all()
        with _serving(database) as port:
            runs: dict[str, dict[str, Any]] = {}
            with stages.stage("warm up", 1):
                _clients(port, 2, min(seconds, 5), [one for each in asks.values() for one in each[:8]], headers)
            for count in CLIENTS:
                with stages.stage(_name(count), len(asks)) as advance:
                    runs[_name(count)] = {}
                    for each in asks.values():
                        runs[_name(count)] |= _clients(port, count, seconds, each, headers)
                        advance(1)
            mixed = [each[place % len(each)] for each in asks.values() for place in range(SAMPLE)]
            with stages.stage(f"{USERS} people", 1):
                runs[f"{USERS} people"] = _clients(port, USERS, 3 * seconds, mixed, headers, THINK)
            with stages.stage("bulk", BULK * BULK_CALLS):
                bulk = _bulk(port, company, headers)
        return _figures(orders, runs, bulk, sizes, stages)


def _name(count: int) -> str:
    return f"{count} client" if count == 1 else f"{count} clients"


def _fill(orders: int, stages: Stages, progress: Progress) -> int:
    """Run a day, and write its finished orders again and again; a database that was kept is only completed, whatever
    size it has: a run that was ended goes on where it was."""
    company = int(build_company(progress)[COMPANY].pk)
    there = int(rows(SQL["sizes"])[0].orders)
    if not there:
        day.run_day(CODES, min(orders, SEED), day.FIRST_DAY, stages)
        there = int(rows(SQL["sizes"])[0].orders)
    models = rows(SQL["models"], company=company)
    if there < orders and not models:
        raise server.Trouble(f"The database that was kept has {there} orders and none is finished: run without --keep.")
    given = {"models": [one.id for one in models], "deliveries": [one.delivery_id for one in models]}
    begin = int(rows(SQL["written"], company=company)[0].many)
    end = begin + max(0, orders - there)
    with stages.stage("more orders", end - begin) as advance:
        for first in range(begin, end, CHUNK):
            last = min(first + CHUNK, end) - 1
            with transaction.atomic():
                run(SQL["plan_for_sets"])
                run(SQL["clone"], company=company, first=first, last=last, **given)
            advance(last - first + 1)
    if end:
        run(SQL["counters"], company=company, count=end)
        rows(SQL["analyse"])
    return company


def _asks(company: int) -> tuple[Asks, dict[str, str]]:
    """Make what the clients ask for, kind by kind, and who they are."""
    user = User.objects.get(username=PERSON)
    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user.pk), settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY], session["company"] = user.get_session_auth_hash(), company
    session.create()
    cookie = f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.LANGUAGE_COOKIE_NAME}=zh-hans"
    _token, text = make_token(user, "bench", datetime.now(UTC) + timedelta(days=1), TokenScope())
    found = rows(SQL["sample"], company=company, many=SAMPLE)
    page: dict[str, Any] = {"headers": {"Cookie": cookie}}
    program = {"Authorization": f"Bearer {text}", "Content-Type": "application/json"}
    lists = ("/orders/?all=1", "/orders/?state=recognised", "/orders/?state=held", "/deliveries/?all=1",
             "/orders/?from=2026-03-01&to=2026-03-31", "/returns/?all=1")  # fmt: skip
    searched = [one.number for one in found[::3]] + [one.platform_number for one in found[1::3]]
    searched += [one.number[-6:] for one in found[2::3]]
    asks: Asks = {
        "list": [page | {"kind": "list", "method": "GET", "path": path} for path in lists],
        "document": [page | {"kind": "document", "method": "GET", "path": f"/orders/{one.id}/"} for one in found],
        "trace": [
            page | {"kind": "trace", "method": "GET", "path": f"/orders/{one.id}/?tab=trace"} for one in found
        ],
        "search": [
            {"headers": page["headers"] | {"X-Fragment": "1"}, "kind": "search", "method": "GET",
             "path": f"/search/?q={term}"} for term in searched
        ],
        "create": [
            {"headers": program, "kind": "create", "method": "POST", "path": "/api/v1/orders", "body": one}
            for one in _new_orders()
        ],
    }  # fmt: skip
    return asks, {"Accept-Language": "zh-hans"}


def _new_orders() -> list[str]:
    """Write calls that make an order of three lines; each fills its own number in."""
    offers = read_stalls(COMPANY, day.FIRST_DAY).offers
    codes = offers.filter(offers["shop"] == SHOP)["item"].unique(maintain_order=True).to_list()[:30]
    made = []
    for first in range(0, len(codes) - 2, 3):
        lines = [{"item": code, "quantity": "1"} for code in codes[first : first + 3]]
        order = {"shop": SHOP, "order_no": "W-@KEY@", "buyer": "陈小明", "phone": "13800138000", "province": "浙江省",
                 "city": "杭州市", "district": "西湖区", "address": "文一西路 969 号", "lines": lines}  # fmt: skip
        made.append(json.dumps({"company": COMPANY, "rows": [order]}, ensure_ascii=False))
    return made


def _bulk(port: int, company: int, headers: dict[str, str]) -> dict[str, Any]:  # noqa: ARG001
    """Send calls of 5,000 orders of two lines one after another."""
    user = User.objects.get(username=PERSON)
    _token, text = make_token(user, "bench", datetime.now(UTC) + timedelta(days=1), TokenScope())
    offers = read_stalls(COMPANY, day.FIRST_DAY).offers
    rowset = offers.filter(offers["shop"] == SHOP).select("sku", "price").head(20).rows()
    given = {"shop": SHOP, "ordered_at": "2026-06-18T12:00:00+08:00", "buyer": "陈小明", "phone": "13800138000",
             "province": "浙江省", "city": "杭州市", "district": "西湖区", "address": "文一西路 969 号"}  # fmt: skip
    asks = []
    for call in range(BULK_CALLS):
        lines = [
            given | {"order_no": f"BULK-{call}-{number}-@KEY@", "line_no": place + 1, "quantity": "1",
                     "sku": rowset[(number + place) % len(rowset)][0],
                     "unit_price": f"{rowset[(number + place) % len(rowset)][1]:.2f}"}
            for number in range(BULK) for place in range(2)
        ]  # fmt: skip
        asks.append({"kind": "bulk", "method": "POST", "path": "/api/v1/orders/batch",
                     "headers": {"Authorization": f"Bearer {text}", "Content-Type": "application/json"},
                     "body": json.dumps({"company": COMPANY, "rows": lines}, ensure_ascii=False)})  # fmt: skip
    connections.close_all()
    seen = _clients(port, 1, 600, asks, {}, most=BULK_CALLS)["bulk"]
    took = seen["mean_ms"] * seen["requests"] / 1000
    return seen | {"orders": BULK * seen["requests"], "orders_per_second": round(BULK * seen["requests"] / took, 1)}


def _clients(
    port: int, count: int, seconds: float, asks: Sequence[dict[str, Any]], headers: dict[str, str],
    think: float = 0, most: int = 0,
) -> dict[str, Any]:  # fmt: skip
    """Let clients ask for so many seconds; answer by kind how long it took."""
    task = {"port": port, "clients": count, "seconds": seconds, "think": think, "asks": list(asks), "headers": headers,
            "most": most}  # fmt: skip
    answer = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "interlock.demo.bench.web_client"],
        input=json.dumps(task), capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = json.loads(answer.stdout)
    return {kind: _spread(kind, each, told) for kind, each in told["seen"].items()}


def _spread(kind: str, each: list[float], told: dict[str, Any]) -> dict[str, Any]:
    each.sort()
    errors = {name.removeprefix(f"{kind} "): many for name, many in told["errors"].items() if name.startswith(kind)}
    return {
        "requests": len(each),
        "per_second": round(len(each) / told["seconds"], 1),
        "mean_ms": round(statistics.fmean(each), 1),
        "p50_ms": round(each[len(each) // 2], 1),
        "p95_ms": round(each[min(len(each) - 1, int(len(each) * 0.95))], 1),
        "kilobytes": round(told["bytes"].get(kind, 0) / len(each) / 1024, 1),
        "errors": errors,
    }


@contextmanager
def _serving(database: str) -> Iterator[int]:
    """Run the web server as ``up`` does, on another database, and end it whatever happens."""
    port = _free_port()
    environment = os.environ | {
        "INTERLOCK_DATABASE_NAME": database, "INTERLOCK_API_CALLS_A_MINUTE": "100000000", "PYTHONUNBUFFERED": "1",
    }  # fmt: skip
    process = subprocess.Popen(  # noqa: S603 - our own program
        server.web_command(port), env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, start_new_session=True
    )
    try:
        deadline = time.monotonic() + PATIENCE
        while True:
            if process.poll() is not None or time.monotonic() > deadline:
                raise server.Trouble("The web server of the measurement does not answer: see above.")
            try:
                with socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def judged(runs: dict[str, dict[str, Any]], bulk: dict[str, Any]) -> list[dict[str, Any]]:
    """Say of each aim whether it is met: in time, every answer as it should be, and answers there are."""
    aims = []
    for name, each in AIMS.items():
        for kind, aim in each.items():
            seen = runs.get(name, {}).get(kind, {})
            p95, errors = seen.get("p95_ms"), seen.get("errors", {})
            aims.append({"clients": name, "request": kind, "aim_ms": aim, "p95_ms": p95, "errors": errors,
                         "met": p95 is not None and p95 < aim and not errors})  # fmt: skip
    return [*aims, {"clients": "1 client", "request": "bulk", "aim_orders_per_second": BULK_AIM,
                    "orders_per_second": bulk["orders_per_second"], "errors": bulk["errors"],
                    "met": bulk["orders_per_second"] >= BULK_AIM and not bulk["errors"]}]  # fmt: skip


def _figures(
    orders: int, runs: dict[str, Any], bulk: dict[str, Any], sizes: dict[str, Any], stages: Stages
) -> dict[str, Any]:
    laws_ok = all(result.holds for result in run_checks() if result.name in LAWS)
    return {
        "orders": orders,
        **sizes,
        "runs": [
            {"clients": name, "request": kind, **seen} for name, each in runs.items() for kind, seen in each.items()
        ],
        "bulk": bulk,
        "aims": judged(runs, bulk),
        "errors": sum(
            sum(seen["errors"].values()) for seen in (bulk, *(seen for each in runs.values() for seen in each.values()))
        ),
        "laws_ok": laws_ok,
        "fill_seconds": round(stages.seconds["more orders"], 1),
        "settings": floor.settings(),
        "machine": {"cpus": os.cpu_count(), "machine": platform.machine(), "system": platform.system()},
    }  # fmt: skip
