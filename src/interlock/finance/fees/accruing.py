"""Set the fees of deals aside: sealed vouchers of revenue are read once each, beside posting, never by it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from interlock.core.api import Actor, Outcome, Worked, current, operation, run_work
from interlock.core.sql import blocks, column, rows, run, value

from ..operations.record import EventLines, posting_days, record_events

SQL = blocks(__file__)
EVENT = "fees_accrued"
#: So many vouchers are read in a transaction: one may hold a shop's whole day.
CHUNK = 200


@operation(permission="finance.settle_fees", documents=False)
def accrue_fees(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:  # noqa: ARG001  every operation is told
    """Set aside what policies owe of the net revenue in sealed vouchers: ``ids`` are vouchers of this company.

    Each line of revenue is under the nearest policy of each kind on its day: customer, group of customers, shop or
    department, item category (the nearer in the tree), then the latest. A fee is net revenue times the policy's rate,
    rounded to the cent once a document, policy and voucher. What came back takes its part of the fees its deal had.
    Codes, first match wins: not_found, already, not_revenue, not_sealed, original_pending (what it takes back was not
    read), ambiguous_policy (two policies of a kind are equally near), done.
    Writes: finance_fee, finance_feeentry, finance_feevoucher; the event ``fees_accrued`` of each voucher, negative for
    what came back.
    Locks: (1) the finance periods, shared; a company's fees, one call after the other.
    """
    known = {row.id: row for row in rows(SQL["days"], company=company, ids=column(ids))}
    posting_days(company, [row.posting_on for row in known.values()])
    rows(SQL["lock"], company=company)
    cases = rows(SQL["resolve"], company=company, ids=column(ids))
    stuck = {voucher: case.codes for case in cases if case.is_ambiguous for voucher in case.vouchers}
    judged = rows(
        SQL["judge"], company=company, ids=column(ids), stuck=column(list(stuck)), policies=list(stuck.values())
    )
    outcome = Outcome.of(judged)
    if go := outcome.accepted:
        _accrue(company, go, [case for case in cases if not case.is_ambiguous], known)
    return outcome


def _accrue(company: int, go: Sequence[int], cases: Sequence[Any], known: dict[int, Any]) -> None:
    """Write fees with their entries, mark the vouchers, tell the books: one event a voucher."""
    scope = {"company": company, "ids": column(go), "run": current().run_id}
    moved = rows(
        SQL["accrue"], **scope,
        parties=column([case.party_id for case in cases]), groups=column([case.group_id for case in cases]),
        units=column([case.unit_id for case in cases]), categories=column([case.category_id for case in cases]),
        postings=[case.posting_on for case in cases], kinds=[case.kind for case in cases],
        policies=column([case.policy_id for case in cases]), rates=column([case.rate_pct for case in cases]),
        owed=column([case.owed_id for case in cases]),
    )  # fmt: skip
    moved += rows(SQL["take_back"], **scope)
    assert run(SQL["mark"], company=company, ids=column(go)) == len(go)
    told = sorted({row.voucher_id for row in moved})
    lines = EventLines()
    for row in moved:
        lines.add(row.voucher_id, row.kind, row.voucher_id, row.amount)
    days = [known[voucher].posting_on for voucher in told]
    record_events(company, EVENT, told, [known[voucher].unit_id for voucher in told], [None] * len(told), days, lines)


def accrue_sealed(company: int, by: Actor, month: date | None = None) -> Worked:
    """Set aside the fees of all sealed vouchers of revenue that were not read, of one month and before or of all."""
    if not value(SQL["any_policy"], company=company):
        return Worked()
    waiting = [row.id for row in rows(SQL["vouchers"], company=company, month=month)]
    return run_work(accrue_fees, waiting, company=company, by=by, key=uuid4(), chunk=CHUNK)
