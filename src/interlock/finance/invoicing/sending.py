"""Have invoices issued: the message to the tax office is written with the state, and sent afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Outcome, operation
from interlock.core.sql import blocks, rows, run

from .messages import queue
from .revenue import registration_of

SQL = blocks(__file__)


@operation(permission="finance.send_invoices", limit=500)
def send_invoices(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Hand requested invoices to the tax office, dated ``on``; one it refused may be handed in again.

    Codes, first match wins: not_found, cancelled, already (at the office, or issued), done.
    Writes: finance_taxinvoice.state; a message to the office each.
    Locks: (2) invoices by id.
    """
    office = registration_of(company)
    rows(SQL["lock_invoices"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["advance"], company=company, ids=go) == len(go)
        lines: dict[int, list[Any]] = {}
        for line in rows(SQL["lines"], company=company, ids=go):
            lines.setdefault(line.invoice_id, []).append(line)
        heads = rows(SQL["heads"], company=company, ids=go)
        queue(company, "issue", on, {head.id: _message(office, head, lines[head.id], on) for head in heads})
    return outcome


def _message(office: Any, head: Any, lines: Sequence[Any], on: date) -> dict[str, Any]:
    """Answer what the office is told; the request number stays the invoice's, whatever happens to the call."""
    made: dict[str, Any] = {
        "request": f"{office.uscc}/{head.number}",
        "kind": head.kind,
        "on": on.isoformat(),
        "seller": {"uscc": office.uscc, "name": office.name},
        "buyer": {"uscc": head.buyer_code, "name": head.buyer_name},
        "lines": [_line(line) for line in lines],
        "amount": str(head.net_amount),
        "tax": str(head.tax_amount),
        "total": str(head.amount),
    }
    if head.kind == "red":
        made |= {"original": head.original, "reason": head.reason}
    return made


def _line(line: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "line": line.line_number,
        "name": line.name,
        "unit": line.measure,
        "amount": str(line.net_amount),
        "rate": format(line.tax_pct.normalize(), "f"),
        "tax": str(line.tax_amount),
    }
    if line.quantity:
        price = (line.net_amount / line.quantity).quantize(Decimal("0.0000000001"))
        made |= {"quantity": format(line.quantity.normalize(), "f"), "price": format(price, "f")}
    if line.original_line:
        made["original_line"] = line.original_line
    return made
