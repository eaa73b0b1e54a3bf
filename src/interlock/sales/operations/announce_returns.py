"""Write down what buyers want to return, or want their money back for."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from interlock.core.api import Actor, Answer, Outcome, operation
from interlock.core.sql import blocks, column, rows, run

from ..models import Return
from . import holding

SQL = blocks(__file__)
CENT, MICRO, NONE = Decimal("0.01"), Decimal("0.000001"), Decimal()
ORDER = (
    "already",
    "unknown_order",
    "unknown_kind",
    "unknown_reason",
    "no_lines",
    "not_in_order",
    "not_shipped",
    "before_shipment",
    "bad_quantity",
    "bad_amount",
    "unknown_serial",
    "more_than_left",
)


@dataclass(frozen=True)
class NewReturnLine:
    """``quantity`` base units of a line of the order, by its number or by what the shop or we call the item.

    Serial numbers say which pieces; without them the numbers are asked for when the goods arrive. Of a refund without
    return ``amount`` may say how much money goes back, with VAT, instead of pieces (``quantity`` 0).
    """

    quantity: Decimal
    line_number: int | None = None
    sku: str = ""
    serials: Sequence[str] = ()
    amount: Decimal | None = None


@dataclass(frozen=True)
class NewReturn:
    """A return to announce, of an order by its key or by its number (the platform's, with the shop, or ours).

    ``platform_number`` is the platform's own number of the return: of an order it is taken in once.
    """

    kind: str
    reason: str
    on: date
    lines: Sequence[NewReturnLine]
    order: int | None = None
    shop: str = ""
    order_no: str = ""
    platform_number: str = ""


class Wanted(NamedTuple):
    """What a return takes of a delivery line: pieces, or an amount of money without any."""

    line: Any
    quantity: Decimal
    serials: list[str]
    amount: Decimal | None = None


class Part(NamedTuple):
    """Pieces of one delivery line that come back together, or money of it."""

    line: Any
    quantity: Decimal
    amount: Decimal
    tax_amount: Decimal
    serials: list[str]
    subsidy: Decimal | None


class Money(NamedTuple):
    """The amount of a delivery line or of a part of it, the VAT in it, and what of it the platform bears."""

    amount: Decimal
    tax: Decimal
    subsidy: Decimal

    def less(self, other: Money) -> Money:
        return Money(*(max(NONE, mine - theirs) for mine, theirs in zip(self, other, strict=True)))

    def plus(self, other: Money) -> Money:
        return Money(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def upto(self, most: Money) -> Money:
        return Money(*map(min, self, most))

    def part(self, of: Decimal, whole: Decimal) -> Money:
        """Answer the share that ``of`` has of ``whole``, to the cent."""
        return Money(*((mine * of / whole).quantize(CENT, ROUND_HALF_UP) for mine in self))


@dataclass
class Taken:
    """What of a delivery line was taken: for pieces, and in all."""

    quantity: Decimal
    for_pieces: Money
    all: Money

    def add(self, part: Part) -> None:
        money = Money(part.amount, part.tax_amount, part.subsidy or NONE)
        if part.quantity:
            self.quantity += part.quantity
            self.for_pieces = self.for_pieces.plus(money)
        self.all = self.all.plus(money)


class Picture:
    """What can still come back of the orders' delivery lines, taken from line by line in the order of the set."""

    def __init__(self, found: Sequence[Any]) -> None:
        self.lines: defaultdict[int, list[Any]] = defaultdict(list)
        self.taken: dict[int, Taken] = {}
        self.spoken_for: set[tuple[int, str]] = set()
        for row in found:
            self.lines[row.order_id].append(row)
            if row.line_id is not None:
                self.taken[row.line_id] = Taken(
                    row.taken_quantity,
                    Money(row.taken_amount, row.taken_tax, row.taken_subsidy),
                    Money(row.all_amount, row.all_tax, row.all_subsidy),
                )
                self.spoken_for |= {(row.line_id, number) for number in row.announced or ()}

    def take(self, wanted: Sequence[Wanted]) -> list[Part]:
        """Take pieces or money of delivery lines; all that is ever taken of a line is at most its amount, to the cent.

        Pieces take their share of the amount, and the last ones what money that went back before has left of it.
        """
        parts = []
        for line, quantity, serials, money in wanted:
            taken = self.taken[line.line_id]
            whole = Money(line.amount, line.tax_amount, line.subsidy_amount or NONE)
            left = whole.less(taken.all)
            if money is None:
                share = whole.part(taken.quantity + quantity, line.quantity).less(taken.for_pieces).upto(left)
            elif money == left.amount:
                share = left
            else:
                share = whole.part(money, line.amount).upto(left)._replace(amount=money)
            part = Part(line, quantity, share.amount, min(share.tax, share.amount), serials,
                        None if line.subsidy_amount is None else share.subsidy)  # fmt: skip
            taken.add(part)
            self.spoken_for |= {(line.line_id, number) for number in serials}
            parts.append(part)
        return parts


@operation(permission="sales.announce_returns", documents=False)
def announce_returns(ids: Sequence[int], *, company: int, by: Actor, returns: Mapping[int, NewReturn]) -> Outcome:
    """Announce returns; ids are the caller's own numbers, the keys of ``returns``.

    A line's pieces are taken from the deliveries they left with, first shipped first, as far as they have not come
    back and are not announced; each part carries its part of the amount, all parts together exactly the whole. The
    verdict's detail names the document (``return``), that of a rejection the lines by place.

    Codes, first match wins: not_found, already (the order has a return of the platform's number), unknown_order,
    unknown_kind, unknown_reason, no_lines, not_in_order, not_shipped, before_shipment, bad_quantity (not
    positive, too fine, or not one serial number a piece where numbers are given), bad_amount (not positive, finer than
    a cent, beside pieces of the same line, or not of a refund without return), unknown_serial (did not leave with
    this line, or is announced), more_than_left (pieces, or money), done.
    Writes: sales_return, announced, and its lines; numbers RT.
    Locks: orders by id, counters.
    """
    given = {i: returns[i] for i in ids if i in returns}
    orders = _orders(company, given)
    holding.lock_orders(company, sorted({row.order_id for row in orders.values()}))
    picture = Picture(rows(SQL["left"], company=company, orders=sorted({row.order_id for row in orders.values()})))
    out = _serials_out(company, given)
    reasons = {row.code: row.id for row in rows(SQL["reasons"], company=company)}
    seen: set[tuple[int, str]] = set()
    judged, made = [], {}
    for i in ids:
        new, order = given.get(i), orders.get(i)
        code, detail, wanted = _judge(new, order, picture, out, reasons)
        if code == "done" and new and order and new.platform_number:
            code = "already" if (order.order_id, new.platform_number) in seen else code
            seen.add((order.order_id, new.platform_number))
        if code == "done" and order:
            made[i] = (order, new, picture.take(wanted))
        judged.append((i, code, detail))
    outcome = Outcome.of(judged)
    if go := outcome.accepted:
        documents = _write(company, [made[i] for i in go], reasons)
        outcome.timeline = [(document, "done") for document in documents]
        told = {order.order_id: "done" for order, _new, _parts in (made[i] for i in go)}
        outcome.timeline += list(told.items())
        named = dict(zip(go, documents, strict=True))
        outcome.answer({i: Answer(i, "done", {"return": document}) for i, document in named.items()})
    return outcome


def _orders(company: int, given: Mapping[int, NewReturn]) -> dict[int, Any]:
    """Answer the order each return names, where it names just one."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows(
        SQL["orders"],
        company=company,
        places=list(given),
        orders=column([new.order for new in given.values()]),
        shops=[new.shop for new in given.values()],
        numbers=[new.order_no for new in given.values()],
        returns=[new.platform_number for new in given.values()],
    ):
        found[row.place].append(row)
    return {place: each[0] for place, each in found.items() if len(each) == 1}


def _serials_out(company: int, given: Mapping[int, NewReturn]) -> dict[tuple[int, str], int]:
    """Answer by item and number the delivery line that the pieces named left with."""
    numbers = sorted({number for new in given.values() for line in new.lines for number in line.serials})
    found = rows(SQL["serials_out"], company=company, numbers=numbers) if numbers else []
    return {(row.line_id, row.number): row.line_id for row in found}


def _judge(
    new: NewReturn | None,
    order: Any,
    picture: Picture,
    out: Mapping[tuple[int, str], int],
    reasons: Mapping[str, int],
) -> tuple[str, dict[str, Any], list[Wanted]]:
    """Answer one return's first code, the lines each code concerns (the first is 1), and what it takes from where."""
    if new is None:
        return "not_found", {}, []
    faults: defaultdict[str, list[int]] = defaultdict(list)
    if order is None:
        faults["unknown_order"] = []
    elif order.known:
        faults["already"] = []
    if new.kind not in Return.Kind.values:
        faults["unknown_kind"] = []
    if new.reason not in reasons:
        faults["unknown_reason"] = []
    if not new.lines:
        faults["no_lines"] = []
    wanted: list[Wanted] = []
    for place, line in enumerate(new.lines, start=1):
        if order is None:
            break
        code = _judge_line(line, new, picture.lines[order.order_id], picture, out, wanted)
        if code:
            faults[code].append(place)
    return next((code for code in ORDER if code in faults), "done"), dict(faults), wanted


def _judge_line(
    line: NewReturnLine,
    new: NewReturn,
    lines: Sequence[Any],
    picture: Picture,
    out: Mapping[tuple[int, str], int],
    wanted: list[Wanted],
) -> str:
    """Answer what is wrong with a line, or nothing, and add what it takes to ``wanted``."""
    meant = [row for row in lines if _means(line, row)]
    if not meant:
        return "not_in_order"
    gone = [row for row in meant if row.line_id is not None and row.shipped_on is not None]
    if not gone:
        return "not_shipped"
    if all(row.shipped_on > new.on for row in gone):
        return "before_shipment"
    if line.amount is not None:
        return _judge_money(line, new, gone, picture, wanted)
    finest = Decimal(1) if meant[0].serial_tracked else MICRO
    if line.quantity <= 0 or line.quantity % finest:
        return "bad_quantity"
    if line.serials and len(set(line.serials)) != line.quantity:
        return "bad_quantity"
    rest, found = line.quantity, []
    for row in gone:
        free = row.quantity - picture.taken[row.line_id].quantity
        free -= sum(each.quantity for each in wanted if each.line.line_id == row.line_id)
        numbers = [n for n in line.serials if (row.line_id, n) in out and (row.line_id, n) not in picture.spoken_for]
        take = min(Decimal(len(numbers)) if line.serials else rest, rest, free)
        if take > 0:
            found.append(Wanted(row, take, numbers[: int(take)] if line.serials else []))
            rest -= take
    if rest > 0:
        known = sum(1 for n in line.serials for row in gone if (row.line_id, n) in out)
        return "unknown_serial" if line.serials and known < line.quantity else "more_than_left"
    wanted += found
    return ""


def _judge_money(
    line: NewReturnLine, new: NewReturn, gone: Sequence[Any], picture: Picture, wanted: list[Wanted]
) -> str:
    """Answer what is wrong with an amount that goes back without pieces, or nothing, and add what it takes."""
    rest = line.amount or NONE
    if new.kind != Return.Kind.REFUND_ONLY or line.quantity or line.serials or rest <= 0 or rest % CENT:
        return "bad_amount"
    if any(each.quantity and each.line in gone for each in wanted):
        return "bad_amount"
    found = []
    for row in gone:
        free = row.amount - picture.taken[row.line_id].all.amount
        free -= sum(each.amount or NONE for each in wanted if each.line.line_id == row.line_id)
        if (take := min(rest, free)) > 0:
            found.append(Wanted(row, NONE, [], take))
            rest -= take
    if rest > 0:
        return "more_than_left"
    wanted += found
    return ""


def _means(line: NewReturnLine, row: Any) -> bool:
    if line.line_number is not None and line.line_number != row.line_number:
        return False
    return line.sku in {row.sku, row.item} if line.sku else line.line_number is not None


def _write(company: int, made: Sequence[tuple[Any, Any, Sequence[Part]]], reasons: Mapping[str, int]) -> list[int]:
    """Write the documents and their lines; answers the documents' ids."""
    documents = [
        row.id
        for row in rows(
            SQL["make"],
            company=company,
            orders=column([order.order_id for order, _new, _parts in made]),
            shops=column([order.shop_id for order, _new, _parts in made]),
            kinds=[new.kind for _order, new, _parts in made],
            reasons=column([reasons[new.reason] for _order, new, _parts in made]),
            numbers=[new.platform_number for _order, new, _parts in made],
            days=[new.on for _order, new, _parts in made],
            amounts=column([sum(part.amount for part in parts) for _order, _new, parts in made]),
            taxes=column([sum(part.tax_amount for part in parts) for _order, _new, parts in made]),
        )
    ]
    lines = [(document, part) for document, (_o, _n, parts) in zip(documents, made, strict=True) for part in parts]
    written = run(
        SQL["lines"],
        company=company,
        documents=column([document for document, _part in lines]),
        delivery_lines=column([part.line.line_id for _document, part in lines]),
        items=column([part.line.item_id for _document, part in lines]),
        quantities=column([part.quantity for _document, part in lines]),
        amounts=column([part.amount for _document, part in lines]),
        taxes=column([part.tax_amount for _document, part in lines]),
        subsidies=column([part.subsidy for _document, part in lines]),
        serials=[json.dumps(part.serials) for _document, part in lines],
    )
    assert written == len(lines)
    return documents
