"""What entered orders are judged by and how they are written; shared by the desk and the interface."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from django.utils import timezone

from interlock.core.api import Answer, Company, current
from interlock.core.sql import blocks, column, rows, run

from .. import feeds
from .import_orders import SQL as IMPORT

if TYPE_CHECKING:
    from .create_orders import NewOrder, NewOrderLine

SQL = blocks(__file__)
MOST_LINES = 2_000
CENT, MICRO, NONE = Decimal("0.01"), Decimal("0.000001"), Decimal()
MOST_QUANTITY, MOST_PRICE, MOST_AMOUNT = Decimal(10**9), Decimal(10**10), Decimal(10**12)
#: The longest each text may be; an order cannot hold more.
TEXTS = {
    name: feeds.TEXT[name]
    for name in ("order_no", "buyer", "phone", "province", "city", "district", "address", "remark")
}
ORDER = (
    "unknown_shop", "shop_blocked", "unknown_customer", "too_long", "bad_date", "bad_priority", "bad_paid_amount",
    "no_lines", "too_many_lines", "unknown_item", "item_blocked", "unknown_unit", "bad_quantity", "no_price",
    "bad_price", "bad_discount", "taken", "already",
)  # fmt: skip
ADDRESS = ("buyer", "phone", "province", "city", "district", "address")
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)


class Ready(NamedTuple):
    """A line as it goes into the order: base units at a base unit's price."""

    sku: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal | None


@dataclass
class Prepared:
    """An order that can be made."""

    order: NewOrder
    shop: Any
    customer: int | None
    number: str
    ordered_at: datetime
    texts: dict[str, str]
    lines: list[Ready]
    content_hash: str


@dataclass
class Book:
    """What the codes on a set of orders stand for, and what was judged of them so far."""

    company: int
    zone: ZoneInfo
    shops: dict[str, Any]
    customers: dict[str, Any]
    items: dict[tuple[int, str], Any]
    factors: dict[tuple[int, str], Decimal]
    prices: dict[tuple[int, int], list[Any]]
    known: dict[tuple[int, str], Any]
    ready: dict[int, Prepared] = field(default_factory=dict)
    seen: dict[tuple[int, str], str] = field(default_factory=dict)

    def judge(self, i: int, new: NewOrder | None) -> tuple[str, dict[str, Any]]:
        """Answer one order's first code and all its faults; what can be made is kept ready."""
        if new is None:
            return "not_found", {}
        faults: list[dict[str, Any]] = []
        shop = self.shops.get(plain(new.shop))
        if shop is None:
            faults.append(_fault("unknown_shop", "shop", new.shop))
        elif shop.state != "active":
            faults.append(_fault("shop_blocked", "shop", new.shop))
        customer = self.customers.get(plain(new.customer)) if new.customer else None
        if new.customer and customer is None:
            faults.append(_fault("unknown_customer", "customer", new.customer))
        faults += _of_head(new)
        lines: list[Ready] = []
        if shop is not None:
            on = new.ordered_on or self._today()
            lines = [line for place, one in enumerate(new.lines[:MOST_LINES], start=1)
                     if (line := self._line(place, one, shop, on, faults))]  # fmt: skip
        code = next((code for code in ORDER if any(fault["code"] == code for fault in faults)), "")
        if code or shop is None:
            return code, {"faults": faults[:100]}
        prepared = self._prepare(i, new, shop, customer, lines)
        key = (shop.id, prepared.number)
        before = self.known[key].content_hash if key in self.known else self.seen.get(key)
        if before is not None:
            number = self.known[key].number if key in self.known else ""
            detail = {"order_no": prepared.number} | ({"number": number} if number else {})
            return ("already" if before == prepared.content_hash else "taken"), detail
        self.seen[key] = prepared.content_hash
        self.ready[i] = prepared
        return "done", {}

    def _today(self) -> date:
        return timezone.now().astimezone(self.zone).date()

    def _line(self, place: int, line: NewOrderLine, shop: Any, on: date, faults: list[dict[str, Any]]) -> Ready | None:
        """Answer a line ready to be written, or add what is wrong with it."""
        before = len(faults)
        item = self.items.get((shop.id, plain(line.item)))
        if item is None or not plain(line.item):
            faults.append(_fault("unknown_item", "item", line.item, place))
            return None
        if item.state != "active":
            faults.append(_fault("item_blocked", "item", line.item, place))
        unit = plain(line.unit)
        factor = Decimal(1) if unit in ("", item.unit) else self.factors.get((item.id, unit))
        if factor is None:
            faults.append(_fault("unknown_unit", "unit", line.unit, place))
            factor = Decimal(1)
        quantity = line.quantity * factor
        finest = Decimal(1) if item.serial_tracked else MICRO
        if not 0 < quantity < MOST_QUANTITY or quantity % finest:
            faults.append(_fault("bad_quantity", "quantity", line.quantity, place))
            return None
        price = line.unit_price if line.unit_price is not None else self._list_price(shop, item.id, on)
        if price is None:
            faults.append(_fault("no_price", "unit_price", "", place))
            return None
        if not 0 <= price < MOST_PRICE or price % MICRO or quantity * price >= MOST_AMOUNT:
            faults.append(_fault("bad_price", "unit_price", price, place))
            return None
        off = line.discount or NONE
        if off < 0 or off % CENT or off > (quantity * price).quantize(CENT, ROUND_HALF_UP):
            faults.append(_fault("bad_discount", "discount", off, place))
        return Ready(item.sku, quantity, price, off or None) if len(faults) == before else None

    def _list_price(self, shop: Any, item: int, on: date) -> Decimal | None:
        found = self.prices.get((shop.price_list_id, item), ())
        return next((p.price for p in found if p.valid_from <= on and (p.valid_to is None or on < p.valid_to)), None)

    def _prepare(self, i: int, new: NewOrder, shop: Any, customer: Any, lines: list[Ready]) -> Prepared:
        texts = {name: plain(getattr(new, name)) for name in TEXTS}
        if customer is not None and not any(texts[name] for name in ADDRESS[2:]):
            own = {name: getattr(customer, name) or "" for name in ADDRESS}
            texts |= {name: texts[name] or own[name][: TEXTS[name]] for name in ADDRESS}
        if customer is not None and not texts["buyer"]:
            texts["buyer"] = customer.name[: TEXTS["buyer"]]
        now = timezone.now()
        at = now
        if new.ordered_on and new.ordered_on != self._today():
            at = datetime.combine(new.ordered_on, time(12), self.zone)
        number = texts["order_no"] or f"H{current().run_id or 0}-{i}"
        return Prepared(new, shop, customer.id if customer else None, number, at, texts, lines, _content(new))


def _content(new: NewOrder) -> str:
    """Answer what tells an order from another of the same number: all that was said, however figures are written."""

    def figure(value: Decimal | None) -> str:
        return "" if value is None else format(value.normalize(), "f")

    said = [plain(getattr(new, name)) for name in ("shop", "customer", *TEXTS)]
    said += [str(new.ordered_on), str(new.wanted_on), str(new.priority), figure(new.paid_amount)]
    for line in new.lines:
        figures = (line.quantity, line.unit_price, line.discount)
        said += [plain(line.item), plain(line.unit), *(figure(value) for value in figures)]
    return hashlib.md5("\x1f".join(said).encode(), usedforsecurity=False).hexdigest()


def plain(text: str) -> str:
    """Answer a text without control characters and without spaces at its ends or doubled."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", " ", text).split())


def look(company: int, given: Mapping[int, NewOrder], *, lock: bool = True) -> Book:
    """Look up all that a set of orders names, in a bounded number of statements; locks their shops by id."""
    orders = list(given.values())
    shops = sorted({plain(new.shop) for new in orders})
    if lock:
        run(SQL["lock_shops"], company=company, shops=shops)
    found = {row.code: row for row in rows(SQL["shops"], company=company, shops=shops)}
    named = sorted({(found[plain(new.shop)].id, plain(line.item))
                    for new in orders if plain(new.shop) in found for line in new.lines})  # fmt: skip
    items = {
        (row.shop_id, row.named): row
        for row in rows(
            SQL["items"], company=company, shops=column([s for s, _c in named]), codes=[c for _s, c in named]
        )
    }
    ids = sorted({row.id for row in items.values()})
    prices: dict[tuple[int, int], list[Any]] = {}
    lists = sorted({row.price_list_id for row in found.values()})
    for row in rows(SQL["prices"], company=company, lists=lists, items=ids):
        prices.setdefault((row.price_list_id, row.item_id), []).append(row)
    parties = sorted({plain(new.customer) for new in orders if new.customer})
    numbered = [(found[plain(n.shop)].id, plain(n.order_no)) for n in orders if n.order_no and plain(n.shop) in found]
    known = rows(
        SQL["known"], company=company, shops=column([s for s, _n in numbered]), numbers=[n for _s, n in numbered]
    )
    return Book(
        company=company,
        zone=ZoneInfo(Company.objects.values_list("time_zone", flat=True).get(pk=company)),
        shops=found,
        customers={row.code: row for row in rows(SQL["customers"], company=company, codes=parties)} if parties else {},
        items=items,
        factors={(row.item_id, row.unit): row.factor for row in rows(SQL["factors"], items=ids)},
        prices=prices,
        known={(row.shop_id, row.platform_number): row for row in known},
    )


def _of_head(new: NewOrder) -> list[dict[str, Any]]:
    faults = [
        _fault("too_long", name, getattr(new, name)) for name, most in TEXTS.items() if len(getattr(new, name)) > most
    ]
    for name in ("ordered_on", "wanted_on"):
        day = getattr(new, name)
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            faults.append(_fault("bad_date", name, day))
    if not 0 <= new.priority <= 9:
        faults.append(_fault("bad_priority", "priority", new.priority))
    paid = new.paid_amount
    if paid is not None and (not 0 <= paid < MOST_AMOUNT or paid % CENT):
        faults.append(_fault("bad_paid_amount", "paid_amount", paid))
    if not new.lines:
        faults.append(_fault("no_lines", "lines", ""))
    if len(new.lines) > MOST_LINES:
        faults.append(_fault("too_many_lines", "lines", len(new.lines)))
    return faults


def _fault(code: str, name: str, value: object, line: int | None = None) -> dict[str, Any]:
    where = {} if line is None else {"line": line}
    return where | {"field": name, "code": code, "value": plain(str(value))[:80]}


def write(book: Book, go: Sequence[int]) -> dict[int, Any]:
    """Write what was judged: staged like the rows of a feed, taken in by the same statement; answers the orders."""
    orders = [book.ready[i] for i in go]
    feed, heads = -current().run_id, _stage(book, orders)
    scope: dict[str, Any] = {"company": book.company, "feed": feed}
    hashes = [one.content_hash for one in orders]
    taken = rows(IMPORT["take_in"], go=heads, hashes=hashes, file=None, **scope)
    assert len(taken) == len(go), "every accepted order is new"
    run(SQL["unstage"], **scope)
    made = {
        (row.shop_id, row.platform_number): row
        for row in rows(
            SQL["known"],
            company=book.company,
            shops=column([one.shop.id for one in orders]),
            numbers=[one.number for one in orders],
        )
    }
    return {i: made[one.shop.id, one.number] for i, one in zip(go, orders, strict=True)}


def _stage(book: Book, orders: Sequence[Prepared]) -> list[int]:
    """Stage the lines of orders; answers the row at which each order begins."""
    heads: list[int] = []
    cells: list[tuple[int, int, Prepared, Ready]] = []
    for one in orders:
        heads.append(len(cells) + 1)
        cells += [(heads[-1], place, one, line) for place, line in enumerate(one.lines, start=1)]
    staged = run(
        SQL["stage"],
        company=book.company,
        feed=-current().run_id,
        heads=column([head for head, *_rest in cells]),
        places=column([place for _head, place, *_rest in cells]),
        shops=[one.shop.code for *_ids, one, _line in cells],
        numbers=[one.number for *_ids, one, _line in cells],
        moments=[one.ordered_at for *_ids, one, _line in cells],
        **{f"{name}s": [one.texts[name] for *_ids, one, _line in cells] for name in (*ADDRESS, "remark")},
        priorities=column([one.order.priority for *_ids, one, _line in cells]),
        paid=column([one.order.paid_amount for *_ids, one, _line in cells]),
        customers=column([one.customer for *_ids, one, _line in cells]),
        wanted=[one.order.wanted_on for *_ids, one, _line in cells],
        skus=[line.sku for *_ids, line in cells],
        quantities=column([line.quantity for *_ids, line in cells]),
        prices=column([line.unit_price for *_ids, line in cells]),
        discounts=column([line.discount for *_ids, line in cells]),
    )
    assert staged == len(cells)
    return heads


def answers(made: Mapping[int, Any]) -> dict[int, Answer]:
    """Answer the verdicts of what was made."""
    return {i: Answer(i, "done", {"order": row.id, "number": row.number}) for i, row in made.items()}
