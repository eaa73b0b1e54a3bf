"""Recognise revenue: the point in time that an item's policy names has come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from interlock.core.api import Actor, Module, Outcome, Refusal, lock_periods, operation
from interlock.core.sql import blocks, rows
from interlock.finance.api import WrittenLines, record_events

from . import crediting, leaving

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
    gift_cost stands for cost on a gift; what orders on account draw from credit.
    Locks: period, orders and deliveries by id, then credit groups by id.
    """
    if trigger not in Trigger.values:
        raise Refusal("unknown_trigger", trigger=trigger)
    lock_periods(company, Module.SALES, [on])
    lock_periods(company, Module.FINANCE, [on])
    leaving.lock_deliveries(company, ids)
    rank = _RANK[Trigger(trigger)]
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, on=on, rank=rank))
    if go := outcome.accepted:
        _record(company, on, rows(SQL["recognise"], company=company, ids=go, on=on, rank=rank)[0])
        finish(company, go, on)
        crediting.follow_deliveries(company, crediting.deliveries_on_account(company, go), go, on)
    return outcome


def finish(company: int, ids: Sequence[int], on: date) -> None:
    """Close the deliveries of which nothing waits to become revenue, and the orders all of whose deliveries are."""
    if whole := tuple([row.id for row in rows(SQL["advance"], company=company, ids=ids, on=on)]):
        leaving.advance_orders(company, whole, "recognised")


def _record(company: int, on: date, due: Any) -> None:
    lines = WrittenLines(
        names=["net"],
        documents=due.line_documents,
        line_ids=due.line_ids,
        items=due.items,
        quantities=due.quantities,
        amounts=due.net,
        further={"vat": due.vat, "cost": due.cost, "gift_cost": due.gift_cost, "subsidy": due.subsidy},
    )
    record_events(company, "revenue_recognised", due.documents, due.units, due.parties, on, lines)
