"""Take over what the platform sent again with other content."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Outcome, operation
from interlock.core.sql import blocks, rows, run

from . import changing, taking_back

SQL = blocks(__file__)


@operation(permission="sales.change_orders")
def accept_changes(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Make orders (``ids``) what their platform sent last: buyer, address, lines and what was paid; review them again.

    Lines keep their ids; those the platform no longer names are taken out. Earlier changes still open are dismissed.

    Codes, first match wins: not_found, cancelled, shipped (in whole or in part), already, no_change (none is open),
    unknown_item, bad_quantity, bad_price, too_long, no_lines, done.
    Writes: as ``change_orders``; order changes, state accepted or dismissed; the order's content hash.
    Locks: orders by id, then deliveries by id; serial numbers, reservations and balances through stock.
    """
    taking_back.lock_with_deliveries(company, ids)
    judged = rows(SQL["judge"], company=company, ids=ids)
    outcome = Outcome.of(judged)
    sent = {row.id: (row.content_hash, _lines(row.content)) for row in judged if row.code == "done"}
    plans, wrong = changing.plan_all(
        company, {order: _wanted(lines) for order, (_h, lines) in sent.items()}, whole=True
    )
    outcome.answer(wrong)
    if go := outcome.accepted:
        for order in go:
            plans[order].content_hash = sent[order][0]
            plans[order].claims = _claims(sent[order][1])
            plans[order].paid = sent[order][1][0].get("paid_amount")
        outcome.timeline = changing.write(company, [plans[order] for order in go], on)
        run(SQL["settle"], company=company, ids=go)
    return outcome


def _lines(content: str) -> list[dict[str, Any]]:
    kept: list[dict[str, Any]] = json.loads(content, parse_float=Decimal, parse_int=Decimal)
    return kept


def _claims(sent: list[dict[str, Any]]) -> tuple[str | None, str | None]:
    """Answer the coupon and the buyer group of an order as its feed says them, on any of its lines."""
    coupons = sorted({line["coupon"] for line in sent if line.get("coupon")})
    groups = sorted({line["buyer_group"] for line in sent if line.get("buyer_group")})
    return (",".join(coupons)[:40] or None, groups[0] if groups else None)


def _wanted(sent: list[dict[str, Any]]) -> dict[str, Any]:
    """Answer what the lines of a feed say of an order; the first one speaks for its buyer."""
    lines = [
        {
            "line": int(line["line"]) if line.get("line") is not None else None,
            "item": line.get("sku"),
            "quantity": line.get("quantity"),
            "unit_price": line.get("unit_price"),
            "gift": line.get("gift"),
            "discount": line.get("discount"),
            "subsidy": line.get("subsidy"),
        }
        for line in sent
    ]
    return {name: sent[0][name] for name in changing.FIELDS if name in sent[0]} | {"lines": lines}
