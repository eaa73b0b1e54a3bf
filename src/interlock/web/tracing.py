"""What led to a document and what came of it, gathered into a picture by document or by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from interlock.core.sql import rows

from . import words
from .drawing import PORTION, SHOWN, Picture
from .paging import number
from .queries import returns, trace
from .templatetags.workplace import amount, figure

#: Rows of one reading that are drawn; how many there are besides is counted and said.
BOUND = 400
#: Beyond any line's number: only lines that are named are read.
NO_LINE = 2**31 - 1


@dataclass(frozen=True)
class Asked:
    """Which part of a trace is asked for: by document or by line, after which key, every box of a column or the first.

    The key is of what a trace has many of: lines by line; by document an order's deliveries, a delivery's orders.
    """

    by_line: bool = False
    after: int = 0
    every: bool = False

    @classmethod
    def of(cls, request: HttpRequest) -> Asked:
        given = request.GET
        return cls(given.get("level") == "line", number(given.get("after")) or 0, given.get("boxes") == "all")


@dataclass
class Goods:
    """A portion of what an order or a delivery is made of, with the key it ends at and how much comes after."""

    orders: list[Any]
    carried: list[Any]
    last: int
    left: int
    lines: list[int]  # of deliveries
    ordered: list[int]  # lines of orders


def trace_of(
    company: int,
    asked: Asked,
    *,
    order: int | None = None,
    delivery: int | None = None,
    returned: list[Any] | None = None,
    changed: list[Any] | None = None,
) -> Picture:
    """Draw the way from the feed file to the vouchers, through one order or one delivery; six queries at most.

    ``returned`` are the lines of the order's returns, ``changed`` its change documents, where the caller has them.
    """
    goods = (_by_line if asked.by_line else _by_document)(company, asked.after, order, delivery)
    orders = [order] if order else sorted({row.order_id for row in goods.carried})
    left = set(goods.lines)
    found = rows(returns.SQL["of_orders"], company=company, orders=orders) if returned is None else returned
    back = [row for row in found if row.delivery_line_id in left]
    titles = [gettext("Feed"), gettext("Order"), gettext("Delivery"), gettext("Accounting event"), gettext("Voucher")]
    if back:
        titles.insert(3, gettext("Return"))
    settled = rows(trace.SQL["settled"], company=company, orders=orders, size=BOUND) if orders else []
    if settled:
        titles.insert(-2, gettext("Statement"))
    money = rows(
        trace.SQL["money" if asked.by_line else "money_by_document"],
        company=company,
        documents=sorted({*orders, *(row.delivery_id for row in goods.carried), *(row.id for row in back)}),
        lines=[*goods.lines, *goods.ordered, *(row.line_id for row in back)],
        size=BOUND,
    )
    picture = Picture(titles, shown=None if asked.every else SHOWN, by_line=asked.by_line)
    picture.after, picture.left, picture.last = asked.after, goods.left, goods.last
    picture.unread = _beyond(money) + _beyond(settled) + (_beyond(goods.carried) if order and asked.by_line else 0)
    here = f"order{order}" if order else f"delivery{delivery}"
    if asked.by_line:
        _order_lines(picture, goods.orders)
        _delivery_lines(picture, goods.carried)
        _return_lines(picture, back)
        _event_lines(picture, money)
        _statements(picture, settled, {row.order_id: f"line{row.line_id}" for row in reversed(goods.orders)})
    else:
        _orders(picture, goods.orders, here)
        _changes(picture, changed or [], here)
        _deliveries(picture, goods.carried, here)
        _returns(picture, back)
        _events(picture, money)
        _statements(picture, settled, {row.order_id: f"order{row.order_id}" for row in goods.orders})
    return picture.draw()


def _by_line(company: int, after: int, order: int | None, delivery: int | None) -> Goods:
    """Read a portion of an order's lines with all that carries them, or of a delivery's with what they were ordered."""
    none: dict[str, Any] = {"orders": [], "lines": [], "deliveries": []}
    if order:
        lines = rows(trace.SQL["order_lines"], company=company, orders=[order], lines=[], after=after, size=PORTION)
        asked = none | {"orders": [order], "lines": [row.line_id for row in lines]}
        goods = rows(trace.SQL["goods"], company=company, after=0, size=BOUND, **asked)
        last, left = (lines[-1].line_number, _beyond(lines)) if lines else (after, 0)
    else:
        asked = none | {"deliveries": [delivery]}
        goods = rows(trace.SQL["goods"], company=company, after=after, size=PORTION, **asked)
        orders, named = sorted({row.order_id for row in goods}), [row.order_line_id for row in goods]
        lines = rows(trace.SQL["order_lines"], company=company, orders=orders, lines=named, after=NO_LINE, size=BOUND)
        last, left = (goods[-1].line_id, _beyond(goods)) if goods else (after, 0)
    return Goods(lines, goods, last, left, [row.line_id for row in goods], [row.line_id for row in lines])


def _by_document(company: int, after: int, order: int | None, delivery: int | None) -> Goods:
    """Read a portion of an order's deliveries, or of a delivery's orders, each with its sums over all its lines."""
    goods = rows(
        trace.SQL["goods_by_document"],
        company=company,
        orders=[order] if order else [],
        deliveries=[delivery] if delivery else [],
        after=after,
        size=PORTION,
    )
    orders = [order] if order else [row.order_id for row in goods]
    heads = rows(trace.SQL["orders"], company=company, orders=orders)
    last = (goods[-1].delivery_id if order else goods[-1].order_id) if goods else after
    lines = [line for row in goods for line in row.lines]
    return Goods(heads, goods, last, _beyond(goods), lines, [line for row in heads for line in row.lines])


def _beyond(found: list[Any]) -> int:
    """Answer how many rows there are that a bounded reading did not answer."""
    return found[0].found - len(found) if found else 0


def trace_of_movement(company: int, movement: Any, lines: list[Any], asked: Asked) -> Picture:
    """Draw what a stock movement, or the lines of it that are shown, became in the books; one query."""
    found: dict[str, Any] = {"documents": [movement.id], "lines": [line.id for line in lines]}
    money = rows(trace.SQL["money" if asked.by_line else "money_by_document"], company=company, size=BOUND, **found)
    titles = [gettext("Stock movement"), gettext("Accounting event"), gettext("Voucher")]
    picture = Picture(titles, shown=None if asked.every else SHOWN, by_line=asked.by_line)
    picture.unread = _beyond(money)
    here = reverse("web:movement", args=[movement.id])
    if asked.by_line:
        for line in lines:
            picture.node(f"line{line.id}", 0, f"{movement.number} · {line.item}", figure(line.quantity), here)
        _event_lines(picture, money)
    else:
        picture.node(f"movement{movement.id}", 0, movement.number, state_word(movement.state), here, here=True)
        _events(picture, money)
    return picture.draw()


def _statements(picture: Picture, settled: list[Any], sources: dict[int, str]) -> None:
    """Draw what platforms paid for orders, from the order (or its first line) to the statement's own voucher."""
    for row in settled:
        if (source := sources.get(row.order_id)) is None:
            continue
        key = f"statement{row.statement_id}"
        href = f"{reverse('web:statement', args=[row.statement_id])}?result={row.result}"
        picture.node(
            key, len(picture.columns) - 3, row.number, state_word(row.state), href, is_open=row.state != "paid"
        )
        picture.edge(source, key, amount(row.amount), state_word(row.result))
        if row.event_id:
            event = f"event{row.event_id}"
            text = gettext("waits for a rule") if row.pending else amount(row.payout_amount)
            title = str(words.EVENTS.get(row.kind, row.kind))
            at = reverse("web:event", args=[row.event_id])
            picture.node(event, len(picture.columns) - 2, title, text, at, is_open=row.pending)
            picture.edge(key, event, amount(row.payout_amount))
            if row.voucher_id:
                number, to = row.voucher or gettext("no number yet"), f"voucher{row.voucher_id}"
                address = reverse("web:voucher", args=[row.voucher_id])
                picture.node(to, len(picture.columns) - 1, number, state_word(row.voucher_state), address)
                picture.edge(event, to, amount(row.payout_amount))


def _feed(picture: Picture, row: Any, target: str, label: str, below: str = "") -> None:
    if row.feed_id:
        key = f"feed{row.feed_id}"
        picture.node(key, 0, gettext("Feed"), short(row.file_name), reverse("web:feed", args=[row.feed_id]))
        picture.edge(key, target, label, below)


def _orders(picture: Picture, lines: list[Any], here: str) -> None:
    for row in lines:
        key = f"order{row.order_id}"
        href = reverse("web:order", args=[row.order_id])
        picture.node(key, 1, row.number, state_word(row.state), href, is_open=row.state == "held", here=key == here)
        _feed(picture, row, key, amount(row.order_amount))


def _changes(picture: Picture, changed: list[Any], order: str) -> None:
    """Draw the changes that made the order what it is, or wait to."""
    for one in changed:
        key, at = f"change{one['id']}", reverse("web:order-change-document", args=[one["id"]])
        picture.node(key, 0, one["number"], state_word(one["state"]), at, is_open=one["open"])
        picture.edge(key, order, amount(one["amount"]))


def _deliveries(picture: Picture, goods: list[Any], here: str) -> None:
    for row in goods:
        key = f"delivery{row.delivery_id}"
        href = reverse("web:delivery", args=[row.delivery_id])
        open_ = row.delivery_state == "released"
        picture.node(key, 2, row.delivery_number, state_word(row.delivery_state), href, is_open=open_, here=key == here)
        picture.edge(f"order{row.order_id}", key, amount(row.amount), f"{figure(row.quantity)} ×")


def _returns(picture: Picture, back: list[Any]) -> None:
    carried: dict[tuple[int, int], list[Any]] = {}
    for row in back:
        carried.setdefault((row.delivery_id, row.id), []).append(row)
    for (delivery, document), group in carried.items():
        key, row = f"return{document}", group[0]
        open_ = row.state not in {"refunded", "cancelled"}
        picture.node(key, 3, row.number, state_word(row.state), reverse("web:return", args=[document]), is_open=open_)
        quantity, value = sum(r.quantity for r in group), sum(r.line_amount for r in group)
        picture.edge(f"delivery{delivery}", key, amount(value), f"{figure(quantity)} ×")


def _return_lines(picture: Picture, back: list[Any]) -> None:
    for row in back:
        href = f"{reverse('web:return', args=[row.id])}#line-{row.line_id}"
        picture.node(f"line{row.line_id}", 3, row.number, short(row.item), href)
        picture.edge(
            f"line{row.delivery_line_id}", f"line{row.line_id}", amount(row.line_amount), f"{figure(row.quantity)} ×"
        )


def _events(picture: Picture, money: list[Any]) -> None:
    sources = {}
    for row in money:
        keys = [f"{kind}{row.document_id}" for kind in ("delivery", "return", "movement", "order")]
        sources[row.document_id] = next((key for key in keys if key in picture.nodes), keys[-1])
    draw_money(picture, money, sources)


def draw_money(picture: Picture, money: list[Any], sources: dict[int, str]) -> None:
    """Draw events and their vouchers in the last two columns; ``sources`` are the boxes of their documents."""
    events: dict[int, list[Any]] = {}
    for row in money:
        events.setdefault(row.event_id, []).append(row)
    for event, group in events.items():
        first = group[0]
        key = f"event{event}"
        total = total_of(group)
        title = str(words.EVENTS.get(first.kind, first.kind))
        text = gettext("waits for a rule") if first.pending else amount(total)
        picture.node(
            key, len(picture.columns) - 2, title, text, reverse("web:event", args=[event]), is_open=first.pending
        )
        picture.edge(sources[first.document_id], key, amount(total))
        _vouchers(picture, key, group)


def total_of(group: list[Any]) -> Any:
    """Answer what an event is about: its amounts, without the cost that goes with a revenue."""
    asked = [row.value for row in group if row.value is not None]
    return sum(asked or [row.amount for row in group])


def _vouchers(picture: Picture, key: str, group: list[Any]) -> None:
    into: dict[int, list[Any]] = {}
    for row in group:
        if row.voucher_id:
            into.setdefault(row.voucher_id, []).append(row)
    for voucher, found in into.items():
        href = reverse("web:voucher", args=[voucher])
        number = found[0].voucher or gettext("no number yet")
        picture.node(f"voucher{voucher}", len(picture.columns) - 1, number, state_word(found[0].voucher_state), href)
        picture.edge(key, f"voucher{voucher}", amount(total_of(found)))


def _order_lines(picture: Picture, lines: list[Any]) -> None:
    for row in lines:
        key = f"line{row.line_id}"
        href = f"{reverse('web:order', args=[row.order_id])}#line-{row.line_id}"
        picture.node(key, 1, f"{row.number} · {row.line_number}", short(row.sku), href)
        _feed(picture, row, key, amount(row.amount), f"{figure(row.quantity)} ×")


def _delivery_lines(picture: Picture, goods: list[Any]) -> None:
    for row in goods:
        key = f"line{row.line_id}"
        href = f"{reverse('web:delivery', args=[row.delivery_id])}#line-{row.line_id}"
        picture.node(key, 2, row.delivery_number, short(row.item), href, is_open=row.delivery_state == "released")
        picture.edge(f"line{row.order_line_id}", key, amount(row.amount), f"{figure(row.quantity)} ×")


def _event_lines(picture: Picture, money: list[Any]) -> None:
    for row in money:
        key = f"money{row.event_line_id}"
        title = str(words.COMPONENTS.get(row.component, row.component))
        text = str(words.EVENTS.get(row.kind, row.kind))
        picture.node(
            key, len(picture.columns) - 2, title, text, reverse("web:event", args=[row.event_id]), is_open=row.pending
        )
        picture.edge(f"line{row.line_id}", key, amount(row.amount))
        if row.voucher_id:
            accounts = f"{row.debit or '…'} / {row.credit or '…'}"
            place = f"voucher{row.voucher_id}:{accounts}"
            href = reverse("web:voucher", args=[row.voucher_id])
            picture.node(place, len(picture.columns) - 1, row.voucher or gettext("no number yet"), accounts, href)
            picture.edge(key, place, amount(row.amount))


def state_word(code: str) -> str:
    return str(words.STATES[code][0]) if code in words.STATES else code


def short(text: str | None, size: int = 20) -> str:
    text = text or ""
    return text if len(text) <= size else f"{text[: size - 1]}…"
