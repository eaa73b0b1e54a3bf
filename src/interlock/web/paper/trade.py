"""Sheets of the trade: order confirmation, delivery note, pick list, return note."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from interlock.core.api import Company
from interlock.core.sql import rows

from .. import words
from ..queries import deliveries, orders, returns
from ..templatetags.workplace import amount, day, figure, mask_name, mask_phone, pick, price
from ..templatetags.workplace import name as name_of
from .sheets import column, sheet

#: Of an order on paper; none has more.
MOST_LINES = 5_000


def _buyer(row: Any, *, full: bool) -> str:
    return f"{row.buyer} {row.phone}" if full else f"{mask_name(row.buyer)} {mask_phone(row.phone)}"


def _address(row: Any, *, full: bool) -> str:
    return f"{row.province} {row.city} {row.district} {row.address if full else '•••'}".strip()


def order_confirmation(company: Company, order: int, full: bool) -> dict[str, Any]:  # noqa: FBT001  one shape for all
    head = rows(orders.SQL["order"], id=order)[0]
    lines = rows(orders.SQL["lines"], company=company.pk, id=order, after=0, size=MOST_LINES)
    ordered = head.ordered_at.astimezone(ZoneInfo(company.time_zone)).date() if head.ordered_at else None
    return sheet(
        company, order, _("Order confirmation"), head.number, head.state,
        facts=[
            (_("Buyer"), _buyer(head, full=full)),
            (_("Ship to"), _address(head, full=full)),
            (_("Shop"), name_of(head)),
            (_("Platform order"), head.platform_number),
            (_("Ordered"), day(ordered)),
            (_("Coupon"), head.coupon),
            (_("Remark"), head.remark),
        ],
        columns=[
            column("#", figure=True), column(_("Item")), column(_("Name"), wide=True),
            column(_("Quantity"), figure=True), column(_("Unit price"), figure=True),
            column(_("Discount"), figure=True), column(_("Amount"), figure=True),
        ],
        rows=[
            [
                line.line_number, line.item or line.sku, _name(line), figure(line.quantity), price(line.unit_price),
                f"−{amount(line.discount_amount)}" if line.discount_amount else "", amount(line.amount),
            ]
            for line in lines
        ],
        totals=[
            (_("VAT"), amount(head.tax_amount)),
            (_("Amount with VAT"), f"{amount(head.amount)} {company.currency_id}"),
        ],
        signs=[_("Date"), _("Seller, stamp")],
    )  # fmt: skip


def _name(line: Any) -> str:
    name = name_of(line) if line.item_id else _("unknown item")
    return f"{name} ({_('gift')})" if line.is_gift else name


def delivery_note(company: Company, delivery: int, full: bool) -> dict[str, Any]:  # noqa: FBT001
    head, lines = _delivery(company, delivery)
    served = {line.order_id: line for line in lines}
    read = [rows(orders.SQL["order"], id=one)[0] for one in served] if full else list(served.values())
    return sheet(
        company, delivery, _("Delivery note"), head.number, head.state,
        facts=[
            (_("Order"), ", ".join(line.order_number for line in served.values())),
            (_("Buyer"), "; ".join(_buyer(row, full=True) if full else mask_name(row.buyer) for row in read)),
            (_("Ship to"), "; ".join(_address(row, full=full) for row in read)),
            (_("Warehouse"), name_of(head)),
            (_("Shop"), pick(head, "shop") if head.shop_en else ""),
            (_("Shipped"), day(head.shipped_on) if head.shipped_on else ""),
        ],
        columns=[
            column("#", figure=True), column(_("Item")), column(_("Name"), wide=True),
            column(_("Quantity"), figure=True), column(_("Serial numbers"), wide=True),
        ],
        rows=[
            [place, line.item, name_of(line), figure(line.quantity), " ".join(line.serials or [])]
            for place, line in enumerate(lines, start=1)
        ],
        totals=[(_("Pieces"), figure(sum(line.quantity for line in lines)))],
        signs=[_("Handed over by"), _("Received by, date")],
    )  # fmt: skip


def pick_list(company: Company, delivery: int, full: bool) -> dict[str, Any]:  # noqa: FBT001, ARG001  no buyer on it
    head, lines = _delivery(company, delivery)
    return sheet(
        company, delivery, _("Pick list"), head.number, head.state,
        facts=[
            (_("Warehouse"), name_of(head)),
            (_("Released"), day(head.release_on)),
            (_("Order"), ", ".join(dict.fromkeys(line.order_number for line in lines))),
        ],
        columns=[
            column("#", figure=True), column(_("Bin")), column(_("Item")), column(_("Name"), wide=True),
            column(_("Quantity"), figure=True), column(_("Serial numbers")), column(_("Picked")),
        ],
        rows=[
            [
                place, line.bin, line.item, name_of(line), figure(line.quantity),
                (" ".join(line.serials or []) or "________________") if line.serial_tracked else "", "[ ]",
            ]
            for place, line in enumerate(lines, start=1)
        ],
        totals=[(_("Pieces"), figure(sum(line.quantity for line in lines)))],
        signs=[_("Picked by"), _("Checked by")],
    )  # fmt: skip


def _delivery(company: Company, delivery: int) -> tuple[Any, list[Any]]:
    head = rows(deliveries.SQL["delivery"], id=delivery)[0]
    return head, rows(deliveries.SQL["lines"], company=company.pk, id=delivery)


def return_note(company: Company, document: int, full: bool) -> dict[str, Any]:  # noqa: FBT001, ARG001  no buyer on it
    head = rows(returns.SQL["return"], id=document)[0]
    lines = rows(returns.SQL["lines"], company=company.pk, id=document)
    return sheet(
        company, document, _("Return note"), head.number, head.state,
        facts=[
            (_("Order"), head.order_number),
            (_("Kind"), words.RETURN_KINDS.get(head.kind, head.kind)),
            (_("Reason"), pick(head, "reason")),
            (_("Shop"), name_of(head)),
            (_("Announced"), day(head.return_on)),
            (_("Goods received"), day(head.received_on) if head.received_on else ""),
            (_("Refunded"), day(head.refunded_on) if head.refunded_on else ""),
        ],
        columns=[
            column("#", figure=True), column(_("Item")), column(_("Name"), wide=True), column(_("Delivery")),
            column(_("Quantity"), figure=True), column(_("Serial numbers")), column(_("Amount"), figure=True),
        ],
        rows=[
            [
                place, line.item, name_of(line), line.delivery, figure(line.quantity), " ".join(line.serials or []),
                amount(line.amount),
            ]
            for place, line in enumerate(lines, start=1)
        ],
        totals=[
            (_("VAT"), amount(head.tax_amount)),
            (_("Amount with VAT"), f"{amount(head.amount)} {company.currency_id}"),
        ],
        signs=[_("Received by, date"), _("Checked by")],
    )  # fmt: skip
