"""How far an order is, as its buyer sees it: behind a signed link, without anything internal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner

from interlock.core.sql import blocks, rows, value

SQL = blocks(__file__)

#: The reason of a hold that its buyer can answer → what is asked of them.
ASKED = {
    "no_buyer": "name",
    "no_phone": "phone",
    "bad_phone": "phone",
    "no_address": "address",
    "no_district": "address",
    "not_paid": "payment",
    "paid_short": "rest",
}
#: An exchange of what was exchanged is told too, so many times over.
EXCHANGES = 3


class Step(NamedTuple):
    """One step on the way; without a moment or day it is still to come."""

    code: str
    at: datetime | None = None
    on: date | None = None

    @property
    def is_done(self) -> bool:
        return self.at is not None or self.on is not None


@dataclass
class Parcel:
    """What one warehouse sends of the order."""

    lines: list[Any]
    steps: list[Step]


@dataclass
class Back:
    """A return as its buyer sees it; ``instead`` is the way of what is sent in its place."""

    kind: str
    number: str
    lines: list[Any]
    steps: list[Step]
    instead: Progress | None = None


@dataclass
class Progress:
    """The order as its buyer sees it.

    ``waiting`` are the lines that no parcel carries yet, ``gone`` the pieces that were called off while the rest
    went on, ``asked`` what the order stands for until its buyer answers, ``returns`` what of it comes back.
    """

    order: Any
    lines: list[Any]
    steps: list[Step]
    parcels: list[Parcel]
    waiting: list[Any]
    gone: list[Any] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    returns: list[Back] = field(default_factory=list)


def link_token(order: int) -> str:
    """Sign the link to an order, good for CUSTOMER_LINK_DAYS and until the order's links are taken back."""
    return _signer(order).sign(format(order, "x"))


def progress_of(token: str) -> Progress | None:
    """Answer the order behind a link; None when it was not signed by us, is too old or was taken back."""
    try:
        order = int(token.split(":", 1)[0], 16)
        if order >= 2**63:
            return None
        _signer(order).unsign(token, max_age=timedelta(days=settings.CUSTOMER_LINK_DAYS))
    except (BadSignature, ValueError):
        return None
    found = rows(SQL["order"], id=order)
    return _progress(found[0], EXCHANGES) if found else None


def _signer(order: int) -> TimestampSigner:
    return TimestampSigner(salt=f"interlock.order.{order}.{value(SQL['round'], id=order) or 0}")


def _progress(order: Any, exchanges: int) -> Progress:
    lines = rows(SQL["lines"], company=order.company_id, id=order.id)
    parts = rows(SQL["parts"], company=order.company_id, id=order.id)
    deliveries = sorted({part.delivery_id for part in parts})
    happened = {
        (row.document_id, row.operation): row.at
        for row in rows(SQL["moments"], company=order.company_id, documents=[order.id, *deliveries])
    }
    parcels = [_parcel([part for part in parts if part.delivery_id == one], happened) for one in deliveries]
    carried: dict[int, Any] = {}
    for part in parts:
        carried[part.order_line_id] = carried.get(part.order_line_id, 0) + part.quantity
    waiting = [line for line in lines if line.quantity > carried.get(line.id, 0)] if parcels else []
    whole = {"company": order.company_id, "id": order.id}
    gone = rows(SQL["gone"], **whole) if order.state != "cancelled" else []
    reasons = [row.reason for row in rows(SQL["holds"], **whole)] if order.state == "held" else []
    asked = list(dict.fromkeys(ASKED[reason] for reason in reasons if reason in ASKED))
    returns = _returns(order, exchanges) if parcels else []
    return Progress(order, lines, _steps(order, happened, parcels), parcels, waiting, gone, asked, returns)


def _returns(order: Any, exchanges: int) -> list[Back]:
    """Answer what of the order comes back, each with its own steps, and an exchange with the way of what is sent."""
    lines: dict[int, list[Any]] = {}
    for row in rows(SQL["returned"], company=order.company_id, id=order.id):
        lines.setdefault(row.document_id, []).append(row)
    found = []
    for row in rows(SQL["returns"], company=order.company_id, id=order.id):
        sent = row.replacement_id if exchanges and row.replacement_state != "cancelled" else None
        instead = [_progress(other, exchanges - 1) for other in rows(SQL["order"], id=sent)] if sent else []
        steps = _way_back(row, sent=bool(sent))
        found.append(Back(row.kind, row.number, lines.get(row.id, []), steps, instead[0] if instead else None))
    return found


def _way_back(row: Any, *, sent: bool) -> list[Step]:
    """The steps of a return; of an exchange the other goods take the place of the money."""
    steps = [Step("return_announced", None, row.return_on)]
    if row.state == "cancelled":
        return [*steps, Step("return_cancelled", None, row.return_on)]
    if row.kind != "refund_only":
        steps.append(Step("return_received", None, row.received_on))
    if row.kind == "exchange" and (sent or not row.refunded_on):
        return [*steps, Step("exchange_ordered", None, row.replaced_on if sent else None)]
    return [*steps, Step("return_refunded", None, row.refunded_on)]


def _steps(order: Any, happened: dict[tuple[int, str], datetime], parcels: list[Parcel]) -> list[Step]:
    """The order's own steps; what follows the warehouse is told parcel by parcel."""
    steps = [Step("received", order.ordered_at)]
    if order.state == "cancelled":
        return [*steps, Step("cancelled", happened.get((order.id, "sales.cancel_orders"), order.ordered_at))]
    place = order.resume_state or order.state
    confirmed = None
    if place != "received" or parcels:
        looked = [happened.get((order.id, name)) for name in ("sales.review_orders", "sales.release_orders")]
        confirmed = max((at for at in looked if at), default=order.ordered_at)
    steps.append(Step("confirmed", confirmed))
    return steps if parcels else [*steps, Step("packing"), Step("shipped")]


def _parcel(parts: list[Any], happened: dict[tuple[int, str], datetime]) -> Parcel:
    head = parts[0]
    steps = [
        Step("packing", happened.get((head.delivery_id, "sales.release_deliveries")), head.release_on),
        Step("shipped", happened.get((head.delivery_id, "sales.ship_deliveries")), head.shipped_on),
    ]
    for policy, code in (("at_receipt", "delivered"), ("at_installation", "installed")):
        due = [part.recognised_on for part in parts if part.revenue_policy == policy]
        if due:
            steps.append(Step(code, None, max(due) if all(due) else None))
    return Parcel(parts, steps)
