"""Take over what the platform sent again with other content."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Outcome, operation
from interlock.core.sql import blocks, rows, run

from . import changing, taking_back

SQL = blocks(__file__)


@dataclass(frozen=True)
class SentOrder:
    """What a message of the platform makes of an order: ``fields`` that it names, all its lines, its claims.

    ``paid_amount``, ``paid_at`` and ``priority`` are None where the message does not say them; ours stay then. A coupon
    or a buyer group that it does not name is gone.
    """

    fields: dict[str, str]
    lines: list[dict[str, Any]]
    coupon: str | None
    buyer_group: str | None
    paid_amount: Decimal | None
    paid_at: datetime | None
    priority: int | None

    @property
    def wanted(self) -> dict[str, Any]:
        return self.fields | {"lines": self.lines}


@operation(permission="sales.change_orders")
def accept_changes(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Make orders (``ids``) what their platform sent last: buyer, address, lines, priority, payment; review them again.

    Lines keep their ids; those the platform no longer names are taken out. Earlier changes still open are dismissed.

    Codes, first match wins: not_found, cancelled, shipped (in whole or in part), already, no_change (none is open),
    unknown_item, bad_quantity, bad_price, too_long, no_lines, done.
    Writes: as ``change_orders``; order changes, state accepted or dismissed; the order's content hash.
    Locks: orders by id, then deliveries by id; serial numbers, reservations and balances through stock.
    """
    taking_back.lock_with_deliveries(company, ids)
    judged = rows(SQL["judge"], company=company, ids=ids)
    outcome = Outcome.of(judged)
    sent = {row.id: (row.content_hash, read_sent(row.content)) for row in judged if row.code == "done"}
    plans, wrong = changing.plan_all(company, {order: what.wanted for order, (_h, what) in sent.items()}, whole=True)
    outcome.answer(wrong)
    if go := outcome.accepted:
        for order in go:
            plans[order].content_hash, what = sent[order]
            plans[order].claims = (what.coupon, what.buyer_group)
            plans[order].paid, plans[order].paid_at = what.paid_amount, what.paid_at
            plans[order].priority = what.priority
        outcome.timeline = changing.write(company, [plans[order] for order in go], on)
        run(SQL["settle"], company=company, ids=go)
    return outcome


def read_sent(content: str) -> SentOrder:
    """Answer what is meant by the rows of a message, as they were kept in JSON; the first one speaks for its buyer."""
    sent: list[dict[str, Any]] = json.loads(content, parse_float=Decimal, parse_int=Decimal)
    coupons = sorted({line["coupon"] for line in sent if line.get("coupon")})
    groups = sorted({line["buyer_group"] for line in sent if line.get("buyer_group")})
    head = sent[0]
    return SentOrder(
        fields={name: head[name] for name in changing.FIELDS if name in head},
        lines=[_line(line) for line in sent],
        coupon=",".join(coupons)[:40] or None,
        buyer_group=groups[0] if groups else None,
        paid_amount=head.get("paid_amount"),
        paid_at=datetime.fromisoformat(head["paid_at"]) if head.get("paid_at") else None,
        priority=int(head["priority"]) if head.get("priority") is not None else None,
    )


def _line(line: dict[str, Any]) -> dict[str, Any]:
    return {
        "line": int(line["line"]) if line.get("line") is not None else None,
        "item": line.get("sku"),
        "quantity": line.get("quantity"),
        "unit_price": line.get("unit_price"),
        "gift": line.get("gift"),
        "discount": line.get("discount"),
        "subsidy": line.get("subsidy"),
    }
