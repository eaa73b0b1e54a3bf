"""Post accounting events: posting rules, which are data, turn their lines into the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any
from uuid import uuid4

from psycopg.types.json import Jsonb

from interlock.core.api import Actor, Answer, Module, Outcome, Worked, current, lock_periods, operation, run_work
from interlock.core.sql import blocks, column, rows, run, value

from ..openitems.making import items_of_events
from .books import Move, enter
from .record import posting_days

SQL = blocks(__file__)
LIMIT, DONE = 5_000, "done"
NOTHING = Decimal(0)
# Why an event's component finds no way into the books, the first that fits is the event's code.
_NO_WAY = (
    "original_pending", "no_rule", "ambiguous_rule", "account_closed", "account_is_group", "account_in_currency",
    "dimension_missing",
)  # fmt: skip
_LEFT_ALONE = frozenset({"not_found", "busy"})


@operation(permission="finance.post_events", documents=False)
def post_events(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Write the lines of pending events into the journal, by the most specific posting rule.

    A line that takes back another takes that one's accounts the other way round, whatever the rules say by now.
    A refused event stays pending with its code and every component that finds no way. One that was refused because its
    month and all later ones were closed goes on to the first day of the month that is open by now; its fact keeps its
    day.
    Codes, first match wins: not_found, already, busy (another is posting or moving it), original_pending (what it takes
    back is not in the journal yet), no_rule, ambiguous_rule, account_closed, account_is_group, account_in_currency (it
    asks for an amount in its currency, which the event does not say), dimension_missing (an account asks for what is
    not said), period_closed, done.
    Writes: finance_journalline, finance_voucher (collecting), finance_vouchertotal, finance_accountbalance,
    finance_openitem; finance_currencyline, finance_currencybalance; finance_event.posting_on of what goes on; deletes
    finance_eventpending.
    Locks: (1) the finance periods, (2) pending events by id, vouchers by (day, kind, unit, document), (8) balances by
    (account, month), (9) counters.
    """
    events = column(ids)
    days = rows(SQL["days"], company=company, ids=events)
    lock_periods(company, Module.FINANCE, [row.posting_on for row in days])
    if current().policy != "dry_run" and days and days[0].stuck and _move_on(company, events):
        days = rows(SQL["days"], company=company, ids=events)
    held = [row.event_id for row in rows(SQL["lock"], company=company, ids=events)]
    cases = rows(SQL["resolve"], company=company, ids=events)
    reversing = any(row.reversing for row in days)
    reversals = rows(SQL["reversals"], company=company, ids=events) if reversing else []
    failing = [case for case in cases if case.code]
    stuck = [reversal for reversal in reversals if reversal.code]
    ways = [case for case in cases if not case.code]
    lacking = [*_unsaid(company, events, ways, reversals), *_lacking(company, events, ways)]
    judged = rows(
        SQL["judge"],
        company=company,
        ids=events,
        days=[row.posting_on for row in days],
        held=events if current().policy == "dry_run" else column(held),
        order=list(_NO_WAY),
        codes=[case.code for case in failing],
        rules=[str(case.rules) for case in failing],
        stuck_events=column([row.event_id for row in (*stuck, *lacking)]),
        stuck_components=[row.component for row in (*stuck, *lacking)],
        stuck_codes=[row.code for row in (*stuck, *lacking)],
        stuck_accounts=[None] * len(stuck) + [row.account for row in lacking],
        stuck_dimensions=[None] * len(stuck) + [row.dimension for row in lacking],
        **_cases(failing),
    )
    outcome = Outcome.of(judged)
    if go := outcome.accepted:
        written = _write(company, go, ways, [row for row in reversals if not row.code])
        kept = {account for row in days for account in row.item_accounts} & written
        if kept:
            items_of_events(company, go, sorted(kept))
    if outcome.policy == "partial":
        _keep_reasons(company, outcome.rejected)
    return outcome


def _move_on(company: int, events: Any) -> bool:
    """Move what waits in closed months to the first day of the next open one, and keep that month open.

    Answers whether anything moved.
    """
    found = posting_days(company, [row.posting_on for row in rows(SQL["stuck"], company=company, ids=events)])
    later = {day: posting for day, posting in found.items() if posting != day}
    if not later:
        return False
    days, postings = list(later), list(later.values())
    return bool(value(SQL["move_on"], company=company, ids=events, days=days, postings=postings))


def post_pending(company: int, by: Actor, progress: Callable[[int], None] | None = None, chunk: int = LIMIT) -> Worked:
    """Post all that is pending in a company, a chunk a transaction, until nothing more can be posted.

    The pending rows are the work set, so an interrupted call is simply called again. What was refused before is judged
    again, and worked only where the answer has changed, or where a month has opened that it goes on to. An event that
    meets a defect is set aside with the code ``defect`` and waits for a person.
    """
    worked = Worked()
    untried_only = False
    while True:
        before, after = worked.counts[DONE], 0
        while waiting := rows(SQL["next"], company=company, after=after, chunk=chunk, untried_only=untried_only):
            # What takes back another, earlier one is worked after it.
            _post_chunk(company, by, [row for row in waiting if not row.reversing], worked)
            _post_chunk(company, by, [row for row in waiting if row.reversing], worked)
            if progress:
                progress(len(waiting))
            after = waiting[-1].event_id
        if worked.counts[DONE] == before:
            return worked
        untried_only = True


def _post_chunk(company: int, by: Actor, waiting: list[Any], worked: Worked) -> None:
    """Post those of a chunk that may be posted; set aside what meets a defect."""
    known = {row.event_id: row.code for row in waiting if row.code and not row.moves}
    if known:
        judged = post_events(list(known), company=company, by=by, policy="dry_run")
        hopeless = [verdict for verdict in judged.verdicts if verdict.code == known[verdict.id]]
        worked.add(Outcome(hopeless))
        known = {verdict.id: verdict.code for verdict in hopeless}
    ids = [row.event_id for row in waiting if row.event_id not in known]
    if not ids:
        return
    part = run_work(post_events, ids, company=company, by=by, key=uuid4(), chunk=len(ids))
    worked.counts.update(part.counts)
    worked.rejected += part.rejected
    if defects := [verdict.id for verdict in part.rejected if verdict.code == "defect"]:
        run(SQL["set_aside"], company=company, ids=defects)


def _write(company: int, ids: Sequence[int], cases: list[Any], reversals: list[Any]) -> set[int]:
    """Write both legs of every line into its voucher, enter the sums, and take the events off the pending.

    Answers the accounts that were moved.
    A line without a case would have no account on either side, which the journal refuses.
    """
    events = column(ids)
    written = rows(
        SQL["journal"],
        company=company,
        ids=events,
        run=current().run_id,
        by_document=[case.by_document for case in cases],
        debits=column([case.debit_account_id for case in cases]),
        credits=column([case.credit_account_id for case in cases]),
        carry_party=[case.carry_party for case in cases],
        carry_item=[case.carry_item for case in cases],
        taken_back=column([reversal.id for reversal in reversals]),
        back_debits=column([reversal.debit_account_id for reversal in reversals]),
        back_credits=column([reversal.credit_account_id for reversal in reversals]),
        back_party=[reversal.carry_party for reversal in reversals],
        back_item=[reversal.carry_item for reversal in reversals],
        back_by_document=[reversal.by_document for reversal in reversals],
        **_cases(cases),
    )
    if any(row.currency for row in (*cases, *reversals)):
        run(SQL["in_currency"], company=company, ids=events)
    moves = []
    for row in written:
        moves.append(Move(row.voucher_id, row.posting_on, row.debit_account_id, row.amount, NOTHING, row.lines))
        moves.append(Move(row.voucher_id, row.posting_on, row.credit_account_id, NOTHING, row.amount, row.lines))
    enter(company, moves, events)
    assert run(SQL["posted"], company=company, ids=events) == len(ids)
    return {move.account for move in moves}


def _unsaid(company: int, events: Any, cases: list[Any], reversals: list[Any]) -> list[Any]:
    """Answer the lines whose accounts ask for an amount in a currency that their event does not say; most ask none."""
    asking, backs = [case for case in cases if case.currency], [row for row in reversals if row.currency]
    if not asking and not backs:
        return []
    return rows(
        SQL["unsaid"],
        company=company,
        ids=events,
        currencies=[case.currency for case in asking],
        backs=column([row.id for row in backs]),
        back_currencies=[row.currency for row in backs],
        **_cases(asking),
    )


def _lacking(company: int, events: Any, cases: list[Any]) -> list[Any]:
    """Answer what events do not say and the accounts of their cases ask for; most ask for nothing."""
    if not any(case.asks for case in cases):
        return []
    return rows(
        SQL["lacking"],
        company=company,
        ids=events,
        debits=column([case.debit_account_id for case in cases]),
        credits=column([case.credit_account_id for case in cases]),
        carry_party=[case.carry_party for case in cases],
        carry_item=[case.carry_item for case in cases],
        **_cases(cases),
    )


def _cases(cases: list[Any]) -> dict[str, Any]:
    """Write the distinct cases that rules were resolved for as columns; 0 stands for none."""
    return {
        "kinds": [case.kind for case in cases],
        "components": [case.component for case in cases],
        "groups": column([case.group_id for case in cases]),
        "categories": column([case.category_id for case in cases]),
        "tax_classes": column([case.tax_class_id for case in cases]),
        "postings": [case.posting_on for case in cases],
    }


def _keep_reasons(company: int, rejected: list[Answer]) -> None:
    """Leave the code and its detail on the pending rows that stay."""
    stay = [verdict for verdict in rejected if verdict.code not in _LEFT_ALONE]
    if stay:
        run(
            SQL["keep_reasons"],
            company=company,
            ids=column([verdict.id for verdict in stay]),
            codes=[verdict.code for verdict in stay],
            details=[Jsonb(verdict.detail) for verdict in stay],
        )
