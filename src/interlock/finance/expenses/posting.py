"""Approved claims go into the books by event, less what was paid in advance; taken back by a claim of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Module, Outcome, current, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run

from ..banking.payments import SQL as PAYMENTS
from ..budgets import documents as budgets
from ..operations.record import EventLines, Reversed, record_events
from .claims import SQL as CLAIMS

SQL = blocks(__file__)
EVENT = "expense_claimed"
#: The account that money paid to employees in advance lies on.
ADVANCES = "1221"
NOTHING = Decimal(0)


@operation(permission="finance.post_claims")
def post_claims(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Put approved claims into the books, never one's own, and deduct what the employee still has of advances.

    Codes, first match wins: not_found, already, not_approved, same_person, too_early (before the claim's day),
    period_closed, budget_stopped, over_budget (of the day it is posted on), done.
    Writes: finance_expenseclaim.state, posted_on, advance_amount; the event ``expense_claimed``; what they reserve in
    the budgets is of the day of posting, until the journal says that it is used.
    Locks: (1) the finance period, shared; the company's advances, one set after the other; (2) claims by id; (7) budget
    lines by id.
    """
    lock_periods(company, Module.FINANCE, [on])
    run(SQL["lock_advances"], company=company)
    run(CLAIMS["lock_claims"], company=company, ids=column(ids))
    judged = rows(SQL["judge_post"], company=company, ids=column(ids), on=on, me=by.user_id)
    outcome = Outcome.of(judged)
    asked = budgets.judge_claims(company, [row.id for row in judged if row.code == "done"], on)
    outcome.answer(budgets.answers(asked))
    if go := outcome.accepted:
        budgets.move(company, budgets.CLAIM, asked, go)
        claims = {row.id: row for row in rows(SQL["claims"], company=company, ids=go)}
        advances = _deduct(company, [claims[i] for i in go])
        posted = run(
            SQL["post"], company=company, ids=column(go), on=on, advances=column([advances[i] for i in go])
        )  # fmt: skip
        assert posted == len(go)
        _record(company, on, [claims[i] for i in go], advances)
        outcome.answer({i: Answer(i, "done", {"advance": str(advances[i])}) for i in go if advances[i]})
    return outcome


def _deduct(company: int, claims: Sequence[Any]) -> dict[int, Decimal]:
    """Answer what each claim is paid with already: of what its employee has left, the first claim first."""
    parties = sorted({row.party_id for row in claims})
    left: defaultdict[int, Decimal] = defaultdict(Decimal)
    for row in rows(SQL["advances"], company=company, parties=column(parties), account=ADVANCES):
        left[row.party_id] = max(row.amount, NOTHING)
    taken = {}
    for row in claims:
        taken[row.id] = min(left[row.party_id], row.amount)
        left[row.party_id] -= taken[row.id]
    return taken


def _record(
    company: int,
    on: date,
    claims: Sequence[Any],
    advances: Mapping[int, Decimal],
    reverses: Mapping[int, tuple[int, int]] | None = None,
) -> None:
    """Record one event a claim: its expenses by their component, VAT that is deducted, the advance it is paid with.

    What takes back goes by the accounts of what it takes back the other way round: its amounts are not negative there.
    """
    lines = EventLines()
    ids, sign = [row.id for row in claims], -1 if reverses else 1
    for line in rows(SQL["lines"], company=company, ids=column(ids)):
        lines.add(line.claim_id, line.component, line.id, sign * (line.book_amount - line.book_tax))
        lines.add(line.claim_id, "vat", line.id, sign * line.book_tax)
    for i in ids:
        lines.add(i, "advance", i, sign * advances[i])
    record_events(
        company, EVENT, ids, [row.unit_id for row in claims], [row.party_id for row in claims], on, lines,
        Reversed(EVENT, reverses) if reverses else None,
    )  # fmt: skip


@operation(permission="finance.post_claims")
def reverse_claims(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Take posted claims out of the books by a claim of the opposite amounts; the answer names it.

    Codes, first match wins: not_found, already, not_in_books, same_person, payment_asked (cancel the payment first),
    invoice_in_use (its VAT is verified or deducted), too_early, period_closed, done.
    Writes: finance_expenseclaim and its lines; the event ``expense_claimed`` that takes back the first.
    Locks: (1) the finance period, shared; payments for documents, one set after the other; (2) claims by id;
    (9) counters.
    """
    lock_periods(company, Module.FINANCE, [on])
    rows(PAYMENTS["lock_documents"], company=company)
    run(CLAIMS["lock_claims"], company=company, ids=column(ids))
    outcome = Outcome.of(rows(SQL["judge_reversal"], company=company, ids=column(ids), on=on, me=by.user_id))
    if go := outcome.accepted:
        made = rows(SQL["mirror"], company=company, ids=go, on=on, me=by.user_id, run=current().run_id)
        assert len(made) == len(go)
        lines = rows(SQL["mirror_lines"], company=company, ids=column([row.id for row in made]))
        back = {line.id: (line.reverses_id, line.line_id) for line in lines}
        back |= {row.id: (row.reverses_id, row.reverses_id) for row in made}
        _record(company, on, made, {row.id: row.advance_amount for row in made}, back)
        assert run(SQL["reversed"], company=company, ids=go) == len(go)
        run(CLAIMS["let_go"], company=company, ids=go)
        outcome.answer({row.reverses_id: Answer(row.reverses_id, "done", {"claim": row.id}) for row in made})
        outcome.timeline = [(row.id, "posted") for row in made]
    return outcome
