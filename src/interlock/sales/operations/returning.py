"""What the operations of returns share: the locks, the lines with what they return, the revenue that is reversed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.sql import blocks, rows, run
from interlock.finance.api import EventLines, Reversed, record_events

SQL = blocks(__file__)


def lock_returns(company: int, ids: Sequence[int]) -> None:
    """Lock the orders of these returns by id, the deliveries they return by id, then the returns by id."""
    run(SQL["lock_orders"], company=company, ids=list(ids))
    run(SQL["lock_deliveries"], company=company, ids=list(ids))
    run(SQL["lock_returns"], company=company, ids=list(ids))


def lines_of(company: int, ids: Sequence[int]) -> list[Any]:
    """Answer the lines of returns in the order of the set, each beside the delivery line it returns."""
    return rows(SQL["lines"], company=company, ids=list(ids))


def reverse_revenue(company: int, lines: Sequence[Any], costs: Sequence[Decimal], on: date) -> None:
    """Take back the revenue of lines that were revenue, and owe the buyer the amount.

    Writes: the event ``revenue_reversed`` a return, with the components net, subsidy, vat, cost (gift_cost on a gift)
    and owed a line; all but what is owed goes to the accounts of the revenue it takes back.
    """
    record(
        company,
        "revenue_reversed",
        [
            (line, component, amount)
            for line, cost in zip(lines, costs, strict=True)
            for component, amount in (
                ("net", line.amount - line.tax_amount - (line.subsidy_amount or 0)),
                ("subsidy", line.subsidy_amount or Decimal()),
                ("vat", line.tax_amount),
                ("gift_cost" if line.is_gift else "cost", cost),
                ("owed", line.amount),
            )
        ],
        on,
        Reversed("revenue_recognised", left_with(lines)),
    )


def left_with(lines: Sequence[Any]) -> dict[int, tuple[int, int]]:
    """Answer by return line the delivery and the line of it that are returned."""
    return {line.line_id: (line.delivery_id, line.delivery_line_id) for line in lines}


def record(
    company: int,
    kind: str,
    parts: Sequence[tuple[Any, str, Decimal]],
    on: date,
    reverses: Reversed | None = None,
) -> None:
    """Record one event a return from (line, component, amount)."""
    heads = {line.document_id: (line.unit_id, line.party_id) for line, _component, _amount in parts}
    events = EventLines()
    for line, component, amount in parts:
        events.add(line.document_id, component, line.line_id, amount, line.item_id, line.quantity)
    units, parties = [unit for unit, _party in heads.values()], [party for _unit, party in heads.values()]
    record_events(company, kind, list(heads), units, parties, on, events, reverses)
