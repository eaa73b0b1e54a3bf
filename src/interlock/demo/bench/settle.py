"""Settling measured: a statement of as many rows as there are orders, from file to journal."""

from __future__ import annotations

import os
import platform
import resource
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from interlock.core.api import run_checks, system_actor
from interlock.core.sql import Statements, blocks, observed, rows, run
from interlock.finance import api as finance
from interlock.sales import api as sales

from ..company.build import build_company
from ..company.writing import table
from ..settling import Planted, write_statement
from ..spine import Progress, Stages
from . import floor
from .scratch import scratch_database

SQL = blocks(__file__)
COMPANY, SHOP = "ECO", "TM-FLAG"
ON = date(2026, 6, 18)
SETTLED_ON = ON + timedelta(days=7)
MEASURED = ("import and match", "post", "journal")


def settle(count: int, progress: Progress) -> dict[str, Any]:
    """Measure a statement of ``count`` rows against as many orders of its shop, in a database of its own.

    The orders are written by SQL and the file is made beforehand, with the usual mistakes planted. ``seconds`` runs
    from the file to the journal.
    """
    with scratch_database(), tempfile.TemporaryDirectory(prefix="interlock-") as folder:
        stages, by = Stages(progress), system_actor("bench")
        company = build_company(progress)[COMPANY].pk
        shop = table("sales.Shop").objects.get(company_id=company, code=SHOP).pk
        with stages.stage("orders", count):
            run(SQL["orders"], company=company, shop=shop, count=count, on=ON)
            rows(SQL["analyse"])
        planted = Planted()
        with stages.stage("file", count):
            due = rows(SQL["due"], company=company, shop=shop)
            path = write_statement(SHOP, "TMALL", due, SETTLED_ON, Path(folder), planted)
            del due
        statements = _measure(stages, company, shop, by, path)
        with stages.stage("check", 1):
            laws_ok = all(result.holds for result in run_checks() if result.name in LAWS)
        return _figures(count, planted, stages, statements, company) | {
            "laws_ok": laws_ok,
            "settings": floor.settings(),
        }


#: The orders are heads without lines, so only the laws of settlement and of the books are asked.
LAWS = {
    "statements_are_their_lines", "orders_settle_once", "differences_are_lines", "settled_money_is_booked",
    "vouchers_balance", "companies_balance", "balances_are_lines", "event_lines_once",
}  # fmt: skip


def _measure(stages: Stages, company: int, shop: int, by: Any, path: Path) -> Statements:
    with observed() as statements:
        with stages.stage("import and match", 1):
            made = sales.import_statement(path, path.name, company=company, by=by, shop=shop, on=SETTLED_ON)
        with stages.stage("post", 1):
            outcome = sales.post_statements([made.statement], company=company, by=by, on=SETTLED_ON)
            assert outcome.counts == {"done": 1}
        with stages.stage("journal", 1):
            finance.post_pending(company, by)
    return statements


def _figures(orders: int, planted: Planted, stages: Stages, statements: Statements, company: int) -> dict[str, Any]:
    seconds = sum(stages.seconds[name] for name in MEASURED)
    found = table("sales.Statement").objects.get(company_id=company)
    differing = {name: count for name, count in found.counts.items() if name != "matched"}
    wanted = {name: count for name, count in planted.counts().items() if name != "not_settled"}
    slowest = sorted(statements.seen, key=lambda seen: -seen[2])[:6]
    return {
        "orders": orders,
        "rows": planted.rows,
        "seconds": round(seconds, 2),
        "rows_per_second": round(planted.rows / seconds),
        "stages": {name: round(stages.seconds[name], 2) for name in MEASURED},
        "statements": len(statements),
        "slowest": {name: round(taken, 2) for name, _rows, taken in slowest},
        "matched": found.counts.get("matched", 0),
        "differences": differing,
        "planted": wanted,
        "all_found": differing == wanted,
        "payout": f"{found.payout_amount:.2f}",
        "python_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "machine": {"cpus": os.cpu_count(), "machine": platform.machine(), "system": platform.system()},
    }
