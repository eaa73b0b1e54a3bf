"""What a platform sent again beside what we keep: every difference that taking it over would write, and no other."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from interlock.core.sql import rows
from interlock.sales import api as sales

from . import words
from .access import Desk
from .queries import orders as queries
from .templatetags.workplace import amount, moment

MENDABLE = ("buyer", "phone", "province", "city", "district", "address")
#: Shown only on purpose, here as on the rest of the page.
MASKED = frozenset({"buyer", "phone", "address"})

Difference = tuple[Any, str, str]


def sent_again(desk: Desk, document: Any, lines: list[Any]) -> list[dict[str, Any]]:
    """Answer the messages about an order, last first, each with what it would change: what, ours, the platform's."""
    changes = []
    for change in rows(queries.SQL["changes"], company=document.company_id, id=document.id):
        sent = sales.read_sent(change.content)
        differing = [*_of_the_buyer(document, sent), *_of_the_order(desk, document, sent), *_of_lines(lines, sent)]
        changes.append({"change": change, "differing": differing})
    return changes


def _of_the_buyer(document: Any, sent: sales.SentOrder) -> list[Difference]:
    found: list[Difference] = []
    for name in (*MENDABLE, "remark"):
        ours, theirs = getattr(document, name), str(sent.fields.get(name, getattr(document, name))).strip()
        if ours != theirs:
            hidden = name in MASKED
            label = words.FIELDS.get(name) or _("remark")
            found.append((label, "•••" if hidden else ours or "–", "•••" if hidden else theirs or "–"))
    return found


def _of_the_order(desk: Desk, document: Any, sent: sales.SentOrder) -> list[Difference]:
    found: list[Difference] = []
    if sent.paid_amount is not None and sent.paid_amount != document.paid_amount:
        found.append((_("paid"), amount(document.paid_amount), amount(sent.paid_amount)))
    if sent.paid_at is not None and sent.paid_at != document.paid_at:
        here = {"desk": desk}
        found.append((_("paid at"), moment(here, document.paid_at), moment(here, sent.paid_at)))
    if sent.priority is not None and sent.priority != document.priority:
        found.append((_("priority"), str(document.priority), str(sent.priority)))
    if sent.coupon != document.coupon:
        found.append((_("coupon"), document.coupon or "–", sent.coupon or "–"))
    if sent.buyer_group != document.buyer_group:
        found.append((_("buyer group"), document.buyer_group or "–", sent.buyer_group or "–"))
    return found


def _of_lines(lines: list[Any], sent: sales.SentOrder) -> list[Difference]:
    """Compare line by line, those on one side only included; a line that is out already is no line."""
    ours = {line.line_number: line for line in lines if line.quantity}
    theirs = {line["line"]: line for line in sent.lines}
    found: list[Difference] = []
    for number in sorted({*ours, *theirs}):
        mine, other = ours.get(number), theirs.get(number)
        here, there = _our_line(mine) if mine else "", _sent_line(other, mine) if other else ""
        if here != there:
            found.append((_("line %(line)s") % {"line": number}, here or "–", there or "–"))
    return found


def _our_line(line: Any) -> str:
    promoted = (line.is_gift, line.discount_amount, line.subsidy_amount)
    return _line(line.sku, line.quantity, line.unit_price, promoted)


def _sent_line(line: dict[str, Any], mine: Any) -> str:
    """Write a line as it would be: what the message leaves open stays; an item's own code is as good as the shop's."""
    sku = mine.sku if mine and line["item"] in (None, mine.sku, mine.item) else line["item"] or ""
    quantity = line["quantity"] if line["quantity"] is not None else mine and mine.quantity
    price = line["unit_price"] if line["unit_price"] is not None else mine and mine.unit_price
    gift = line["gift"] if line["gift"] is not None else bool(mine and mine.is_gift)
    return _line(sku, quantity, price, (gift, line["discount"], line["subsidy"]))


def _line(
    sku: str, quantity: Decimal | None, price: Decimal | None, promoted: tuple[bool, Decimal | None, Decimal | None]
) -> str:
    gift, off, borne = promoted
    text = f"{sku} × {_figure(quantity)} @ {_figure(price)}"
    if off:
        text += _(", discount %(amount)s") % {"amount": _figure(off)}
        if borne:
            text += _(" (platform %(amount)s)") % {"amount": _figure(borne)}
    return text + (_(", gift") if gift else "")


def _figure(number: Decimal | None) -> str:
    return "–" if number is None else format(Decimal(number).normalize(), "f")
