"""Withdraw payment runs whose file the bank never took: their payments are approved again, the run keeps its list."""

from __future__ import annotations

from collections.abc import Sequence

from interlock.core.api import Actor, Outcome, Refusal, operation
from interlock.core.sql import blocks, rows, run

from .payments import clean
from .runs import SQL as RUNS

SQL = blocks(__file__)


@operation(permission="finance.withdraw_runs")
def withdraw_runs(ids: Sequence[int], *, company: int, by: Actor, reason: str) -> Outcome:
    """Withdraw runs that the bank has not answered, and say why (``note_missing`` refuses the call).

    Their payments are approved again, and their file is never sent again. **Danger of paying twice**: a file whose
    answer was lost may be at the bank. So ask the bank first; ``make_payment_runs`` asks again before it takes such a
    payment up, and what the bank says of the file later is kept on the run's list and waits for a person.
    Codes, first match wins: not_found, already, answered (the bank has it), being_sent (a call is under way), done.
    Writes: finance_paymentrun.state, withdrawn_because, withdrawer; finance_withdrawnpayment;
    finance_paymentrequest.state, payment_run; finance_bankmessage.state.
    Locks: (2) payment requests of the runs by id, then the runs by id, then their messages by id.
    """
    because = clean(reason)[:240]
    if not because:
        raise Refusal("note_missing")
    rows(RUNS["lock_of_runs"], company=company, ids=ids)
    rows(RUNS["lock_runs"], company=company, ids=ids)
    rows(SQL["lock_calls"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids))
    if go := outcome.accepted:
        listed = rows(SQL["list"], company=company, ids=go)
        assert run(SQL["free"], company=company, ids=go) == len(listed)
        assert run(SQL["withdraw"], company=company, ids=go, because=because, me=by.user_id) == len(go)
        assert run(SQL["never_send"], company=company, ids=go) == len(go)
        outcome.timeline = [(row.payment_id, "approved") for row in listed]
    return outcome
