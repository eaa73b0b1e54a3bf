"""What banks have sent, taken in by number; one that comes too early waits for the one before it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from interlock.core.api import Actor, Refusal, content_path, run_work
from interlock.core.sql import blocks, rows, run

from .iso import BadFile, PaymentStatus, StatusReport, kind_of, read_report
from .matching import match_bank_lines, open_lines
from .runs import REFUSED_STATUSES, apply_statuses
from .statements import import_bytes

SQL = blocks(__file__)
TAKEN, WAITING, REFUSED = "taken", "waiting", "refused"


def take_received(company: int, gateway: int, by: Actor) -> int:
    """Take in what waits of a gateway until nothing more can be; answers how much was."""
    taken = 0
    while True:
        before = taken
        for row in rows(SQL["waiting"], company=company, gateway=gateway):
            state, fault = _take(company, row, by)
            run(SQL["mark"], company=company, id=row.id, state=state, fault=fault[:200])
            taken += state == TAKEN
        if taken == before:
            return taken


def _take(company: int, row: Any, by: Actor) -> tuple[str, str]:
    """Take one message; answers its state and what is wrong with it."""
    content = content_path(row.sha256).read_bytes()
    try:
        name = kind_of(content)
        if name.startswith("pain.002"):
            return _statuses(company, read_report(content), by)
        if name.startswith("camt.053"):
            return _statement(company, content, by)
    except BadFile as error:
        return REFUSED, str(error)
    except Refusal as refusal:
        named = [refusal.code, *(str(refusal.detail.get(name, "")) for name in ("why", "field", "row"))]
        return REFUSED, " ".join(named)
    return REFUSED, f"unknown_message {name}"


def _statuses(company: int, report: StatusReport, by: Actor) -> tuple[str, str]:
    """Apply a status report to the payments of the run it names.

    A file that is refused as a whole may name none of its payments, or some: a payment of which nothing
    else is told is refused with the reason of the file.
    """
    told = {one.end_to_end: one for one in report.payments if one.status}
    whole = report.status in REFUSED_STATUSES
    found = rows(SQL["payments"], company=company, message=report.message, numbers=list(told), whole=whole)
    if (told or whole) and not found:
        return REFUSED, f"not_found {report.message}"
    statuses = {
        row.id: told.get(row.number) or PaymentStatus(row.number, report.status, report.reason) for row in found
    }
    if not statuses:
        return TAKEN, ""
    of = found[0].run_id
    outcome = apply_statuses(list(statuses), company=company, by=by, statuses=statuses, of=of)
    odd = [f"{verdict.code} {told_of}" for verdict in outcome.rejected for told_of in [_number(found, verdict.id)]]
    return TAKEN, ", ".join(odd)


def _number(found: list[Any], payment: int) -> str:
    return next(str(row.number) for row in found if row.id == payment)


def _statement(company: int, content: bytes, by: Actor) -> tuple[str, str]:
    """Record a statement and say of its lines what can be said."""
    outcome = import_bytes(content, "statement.xml", company=company, by=by)
    made = [verdict.detail["statement"] for verdict in outcome.verdicts if verdict.code == "done"]
    if made:
        match_statements(company, made, by)
    if not outcome.rejected:
        return TAKEN, ""
    codes = sorted({verdict.code for verdict in outcome.rejected})
    early = codes == ["sequence_gap"] and not made
    return (WAITING if early else REFUSED), ", ".join(codes)


def match_statements(company: int, statements: list[int], by: Actor) -> None:
    """Match the open lines of statements."""
    if lines := open_lines(company, statements):
        run_work(match_bank_lines, lines, company=company, by=by, key=uuid4())
