"""Recurring vouchers: a draft a month of every template with a schedule, made once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interlock.core.api import Actor, Answer, Outcome, current, first_of_month, operation
from interlock.core.sql import blocks, column, rows, run

SQL = blocks(__file__)


@operation(permission="finance.enter_vouchers", documents=False)
def make_recurring(ids: Sequence[int], *, company: int, by: Actor, month: date) -> Outcome:
    """Make the month's draft of voucher templates; ``ids`` are templates. The answer names the draft.

    Codes, first match wins: not_found, already, not_this_month (nor any, without a schedule), empty,
    account_unknown, bad_amount, done.
    Writes: finance_voucherdraft and its lines, once a template and month.
    Locks: (2) templates by id; (9) counters.
    """
    first = first_of_month(month)
    rows(SQL["lock_templates"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, month=first))
    if go := outcome.accepted:
        given = {"company": company, "ids": go, "month": first, "me": by.user_id, "run": current().run_id}
        made = rows(SQL["make"], **given)
        assert len(made) == len(go)
        assert run(SQL["lines"], company=company, ids=column([row.id for row in made]))
        outcome.answer({row.template_id: Answer(row.template_id, "done", {"draft": row.id}) for row in made})
        outcome.timeline = [(row.id, "draft") for row in made]
    return outcome


def due_templates(company: int, month: date) -> list[int]:
    """Answer the templates whose draft of this month is to be made."""
    return [row.id for row in rows(SQL["due"], company=company, month=first_of_month(month))]
