"""Recognise revenue: the point in time that an item's policy names has come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from interlock.core.api import Actor, Module, Outcome, Refusal, lock_periods, operation
from interlock.core.sql import blocks, rows
from interlock.finance.api import EventLines, record_events

from . import leaving

SQL = blocks(__file__)


class Trigger(TextChoices):
    """What has happened to a delivery; each includes those before it."""

    SHIPMENT = "shipment", _("shipped")
    RECEIPT = "receipt", _("received")
    INSTALLATION = "installation", _("installed")


_RANK = {Trigger.SHIPMENT: 1, Trigger.RECEIPT: 2, Trigger.INSTALLATION: 3}


@operation(permission="sales.recognise_revenue")
def recognise_revenue(ids: Sequence[int], *, company: int, by: Actor, trigger: str, on: date) -> Outcome:
    """Recognise the revenue of the lines of shipped deliveries whose item's policy waits for this trigger.

    An item at shipment is due from shipment on, at receipt from receipt on, at installation from installation on.
    What came back or was refunded before is not recognised.

    Codes, first match wins: not_found, cancelled, already, not_shipped, before_shipment (``on`` lies before it),
    period_closed (sales, month of ``on``), not_due (every line still waits for a later trigger, or is revenue
    already), done.
    Writes: delivery lines' recognised_on, delivery.state, order.state; the event ``revenue_recognised`` with the
    components net, vat and cost a line, in the company's currency; subsidy is what of the revenue the platform bears,
    gift_cost stands for cost on a gift.
    Locks: period, orders and deliveries by id.
    """
    if trigger not in Trigger.values:
        raise Refusal("unknown_trigger", trigger=trigger)
    lock_periods(company, Module.SALES, [on])
    lock_periods(company, Module.FINANCE, [on])
    leaving.lock_deliveries(company, ids)
    rank = _RANK[Trigger(trigger)]
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, on=on, rank=rank))
    if go := outcome.accepted:
        _record(company, on, rows(SQL["recognise"], company=company, ids=go, on=on, rank=rank))
        finish(company, go, on)
    return outcome


def finish(company: int, ids: Sequence[int], on: date) -> None:
    """Close the deliveries of which nothing waits to become revenue, and the orders all of whose deliveries are."""
    if whole := [row.id for row in rows(SQL["advance"], company=company, ids=ids, on=on)]:
        leaving.advance_orders(company, whole, "recognised")


def _record(company: int, on: date, lines: Sequence[Any]) -> None:
    """Record the revenue; deliveries with a gift or a platform's subsidy on their own, as they have more components."""
    promoted = {line.delivery_id for line in lines if line.is_gift or line.subsidy}
    headers = {line.delivery_id: (line.unit_id, line.customer_id) for line in lines}
    plain = [line for line in lines if line.delivery_id not in promoted]
    columns = EventLines(
        documents=[line.delivery_id for line in plain],
        components=["net"] * len(plain),
        line_ids=[line.line_id for line in plain],
        items=[line.item_id for line in plain],
        quantities=[line.quantity for line in plain],
        amounts=[line.net for line in plain],
        further={"vat": [line.vat for line in plain], "cost": [line.cost for line in plain]},
    )
    single = EventLines()
    for line in lines:
        if line.delivery_id in promoted:
            for component, amount in _components(line):
                single.add(line.delivery_id, component, line.line_id, amount, line.item_id, line.quantity)
    for events, wanted in ((columns, headers.keys() - promoted), (single, promoted)):
        if wanted:
            documents = [document for document in headers if document in wanted]
            heads = [headers[document] for document in documents]
            units, parties = [unit for unit, _party in heads], [party for _unit, party in heads]
            record_events(company, "revenue_recognised", documents, units, parties, on, events)


def _components(line: Any) -> list[tuple[str, Decimal]]:
    """Say what a line is in the books: a gift's cost is marketing, what the platform bears a revenue of its own."""
    return [
        ("net", line.net - line.subsidy),
        ("subsidy", line.subsidy),
        ("vat", line.vat),
        ("gift_cost" if line.is_gift else "cost", line.cost),
    ]
