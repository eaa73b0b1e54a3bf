"""Review: another person posts what was written by hand, or asks for what is posted to be reversed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from interlock.core.api import Actor, Answer, Module, Outcome, current, lock_periods, needs_approval, operation
from interlock.core.sql import blocks, column, rows, run

from ..budgets import documents as budgets
from ..budgets import reading
from .approving import VOUCHER
from .drafts import hold, judge
from .vouchers import ManualLine, ManualVoucher, write_vouchers

SQL = blocks(__file__)
#: The operations whose vouchers somebody typed; what others write belongs to the document or run that they work.
TYPED = ["finance.post_drafts", "finance.post_vouchers"]


@operation(permission="finance.review_vouchers")
def post_drafts(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Post submitted vouchers by hand; never by whoever wrote them. The answer names the voucher.

    Codes, first match wins: not_found, already, not_submitted, same_person, empty, account_is_group, account_closed,
    dimension_missing, currency_missing, not_balanced, period_closed, approval_needed (a route asks for one),
    budget_stopped, over_budget, done.
    Writes: finance_voucher (posted), finance_journalline, finance_vouchertotal, finance_accountbalance;
    finance_voucherdraft.state, reviewer, voucher; what was spent of budgets.
    Locks: (1) the finance periods, shared; (2) drafts by id; (7) budget lines by id; (8) balances by (account, month);
    (9) counters.
    """
    hold(company, ids)
    judged = judge(
        company, ids, allowed=["submitted"], target="posted", otherwise="not_submitted", me=by.user_id
    )  # fmt: skip
    outcome = Outcome.of(judged)
    ready = [row.id for row in judged if row.code == "done"]
    outcome.answer({i: Answer(i, "approval_needed") for i in needs_approval(company, VOUCHER, ready)})
    spends = budgets.judge_drafts(company, [row.id for row in judged if row.code == "done"])
    outcome.answer(budgets.answers(spends))
    if go := outcome.accepted:
        lines = rows(SQL["lines"], company=company, ids=go)
        accounts = {line.account: line.account_id for line in lines}
        drafts = [(draft, list(own)) for draft, own in groupby(lines, key=lambda line: line.draft_id)]
        vouchers = [
            ManualVoucher(own[0].posting_on, own[0].head, tuple(_line(line) for line in own)) for _draft, own in drafts
        ]
        made = write_vouchers(company, vouchers, accounts)
        posted = run(
            SQL["posted"],
            company=company,
            ids=column([draft for draft, _own in drafts]),
            vouchers=column(made),
            me=by.user_id,
        )
        assert posted == len(go)
        if spends.lines:
            reading.read(company, made)
        named = zip((draft for draft, _own in drafts), made, strict=True)
        outcome.answer({draft: Answer(draft, "done", {"voucher": voucher}) for draft, voucher in named})
        outcome.timeline = [(voucher, "done") for voucher in made]
    return outcome


@operation(permission="finance.enter_vouchers")
def reverse_vouchers(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Ask for posted vouchers by hand to be reversed: each gets a submitted voucher with its lines the other way round.

    Nothing posted changes. The answer names the new draft; another person posts it.
    Codes, first match wins: not_found, already, is_automatic, closes_year, of_document (a document or a run wrote it:
    the document is named), period_closed, done.
    Writes: finance_voucherdraft and its lines, once a voucher.
    Locks: (1) the finance period; (2) vouchers by id; (9) counters.
    """
    lock_periods(company, Module.FINANCE, [on])
    rows(SQL["lock_vouchers"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_reversal"], company=company, ids=ids, on=on, typed=TYPED))
    if go := outcome.accepted:
        made = rows(SQL["reverse"], company=company, ids=go, on=on, me=by.user_id, run=current().run_id)
        assert len(made) == len(go)
        assert run(SQL["mirror"], company=company, ids=column([row.id for row in made]))
        outcome.answer({row.reverses_id: Answer(row.reverses_id, "done", {"draft": row.id}) for row in made})
        outcome.timeline = [(row.id, "submitted") for row in made]
    return outcome


def _line(row: object) -> ManualLine:
    """Make a line of the books of a draft's."""
    names = ("account", "debit", "credit", "unit", "party", "item", "line", "currency_amount")
    return ManualLine(**{name: getattr(row, name) for name in names})
