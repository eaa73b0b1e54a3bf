"""Dunning: letters about what is overdue, once for each document and level; levels and their texts are data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Outcome, current, operation
from interlock.core.sql import blocks, column, rows, run

from .credit_facts import accounts_of

SQL = blocks(__file__)


@operation(permission="finance.dun_customers", documents=False)
def write_dunning_letters(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Write to customers what of their invoices is overdue and was not dunned at its level yet; ``ids`` are parties.

    What is applied to a document settles that one, as its open item says; what was paid besides settles the oldest
    first. A document is in the highest level whose days it has reached; the letter carries the highest level of its
    documents.

    Codes, first match wins: not_found (no terms), nothing_overdue, already (all of it was dunned), done (``letter``).
    Writes: dunning letters (to send) with their documents.
    Locks: the company's dunning, one call at a time, then the number counter.
    """
    run(SQL["lock_dunning"], company=company)
    items: dict[int, list[Any]] = defaultdict(list)
    for row in _overdue(company, ids, on):
        items[row.party_id].append(row)
    known = {row.id for row in rows(SQL["known"], ids=ids)}
    outcome = Outcome.of([(i, _judge(i in known, items[i])) for i in ids])
    if go := outcome.accepted:
        fresh = {i: [row for row in items[i] if not row.dunned] for i in go}
        made = rows(
            SQL["write"],
            company=company,
            on=on,
            run=current().run_id,
            parties=column(go),
            levels=column(max(row.level for row in fresh[i]) for i in go),
            amounts=column(sum((row.amount for row in fresh[i]), Decimal()) for i in go),
        )
        letters = {row.party_id: row.id for row in made}
        lines = [(letters[i], row) for i in go for row in fresh[i]]
        written = run(
            SQL["write_items"],
            company=company,
            letters=column(letter for letter, _row in lines),
            documents=column(row.document_id for _letter, row in lines),
            levels=column(row.level for _letter, row in lines),
            dues=[row.due_on for _letter, row in lines],
            amounts=column(row.amount for _letter, row in lines),
        )
        assert written == len(lines)
        outcome.answer({i: Answer(i, "done", {"letter": letters[i]}) for i in go})
        outcome.timeline = [(letter, "done") for letter in letters.values()]
    return outcome


def _judge(known: bool, items: Sequence[Any]) -> str:  # noqa: FBT001  read as it is written above
    if not known:
        return "not_found"
    if not items:
        return "nothing_overdue"
    return "already" if all(row.dunned for row in items) else "done"


def _overdue(company: int, parties: Sequence[int], on: date) -> list[Any]:
    return rows(SQL["overdue"], company=company, ids=parties, on=on, accounts=accounts_of(company))


def customers_to_dun(company: int, on: date) -> list[int]:
    """Answer the customers with something overdue that was not dunned at its level yet."""
    known = [row.id for row in rows(SQL["customers"], company=company)]
    found = _overdue(company, known, on) if known else []
    return sorted({row.party_id for row in found if not row.dunned})


@operation(permission="finance.dun_customers")
def send_dunning_letters(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Note that dunning letters were sent.

    Codes, first match wins: not_found, already, done.
    Writes: letter.state, sent_on.
    Locks: letters by id.
    """
    run(SQL["lock_letters"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_send"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["send"], company=company, ids=go, on=on) == len(go), "locked letters cannot have moved"
    return outcome
