"""Exchange: an order for other goods in the place of those that came back, going the way of any order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from interlock.core.api import Actor, Outcome, operation
from interlock.core.sql import blocks, rows

from . import returning

SQL = blocks(__file__)


@operation(permission="sales.exchange_returns")
def exchange_returns(
    ids: Sequence[int], *, company: int, by: Actor, on: date, items: Mapping[int, str] | None = None
) -> Outcome:
    """Order for the buyers of exchanges whose goods are back what they get instead, at the amount that came back.

    ``items`` maps lines to item codes; a line not named gets the same item again. The order counts as paid, carries
    the return's number as its platform number, and is reviewed, sourced and shipped like any other. It is of the
    customer the goods came back from, and what was a gift is one again. Where what was ordered instead was cancelled,
    the return can be exchanged once more, under its number with ``/2``, ``/3`` …

    Codes, first match wins: not_found, already (what was ordered instead still stands), cancelled, not_exchange,
    not_received, unknown_item (a code nobody knows, or a line of no return of the set), done.
    Writes: an order with its lines a return, received; sales_return.replacement; numbers SO.
    Locks: orders, deliveries and returns by id, counters.
    """
    returning.lock_returns(company, ids)
    wanted = {str(line): code for line, code in (items or {}).items()}
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, items=wanted))
    if go := outcome.accepted:
        made = rows(SQL["exchange"], company=company, ids=go, items=wanted, on=on)
        assert len(made) == len(go), "an order a return"
        outcome.timeline = [(document, "done") for row in made for document in (row.id, row.order_id)]
    return outcome
