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
CENT, MICRO = Decimal("0.01"), Decimal("0.000001")
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
    "unknown_serial",
    "more_than_left",
)


@dataclass(frozen=True)
class NewReturnLine:
    """``quantity`` base units of a line of the order, by its number or by what the shop or we call the item.

    Serial numbers say which pieces; without them the numbers are asked for when the goods arrive.
    """

    quantity: Decimal
    line_number: int | None = None
    sku: str = ""
    serials: Sequence[str] = ()


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


class Part(NamedTuple):
    """Pieces of one delivery line that come back together."""

    line: Any
    quantity: Decimal
    amount: Decimal
    tax_amount: Decimal
    serials: list[str]
    subsidy: Decimal | None


class Picture:
    """What can still come back of the orders' delivery lines, taken from line by line in the order of the set."""

    def __init__(self, found: Sequence[Any]) -> None:
        self.lines: defaultdict[int, list[Any]] = defaultdict(list)
        self.taken: dict[int, tuple[Decimal, Decimal, Decimal, Decimal]] = {}
        self.spoken_for: set[tuple[int, str]] = set()
        for row in found:
            self.lines[row.order_id].append(row)
            if row.line_id is not None:
                self.taken[row.line_id] = (row.taken_quantity, row.taken_amount, row.taken_tax, row.taken_subsidy)
                self.spoken_for |= {(row.line_id, number) for number in row.announced or ()}

    def take(self, wanted: Sequence[tuple[Any, Decimal, list[str]]]) -> list[Part]:
        """Take pieces of delivery lines; all the parts ever taken of a line add up to its amount, to the cent."""
        parts = []
        for line, quantity, serials in wanted:
            before, amount, tax, borne = self.taken[line.line_id]
            upto = before + quantity
            subsidy = None if line.subsidy_amount is None else _rest(line.subsidy_amount, upto, line.quantity, borne)
            part = Part(line, quantity, _rest(line.amount, upto, line.quantity, amount),
                        _rest(line.tax_amount, upto, line.quantity, tax), serials, subsidy)  # fmt: skip
            self.taken[line.line_id] = (
                upto, amount + part.amount, tax + part.tax_amount, borne + (subsidy or Decimal())
            )  # fmt: skip
            self.spoken_for |= {(line.line_id, number) for number in serials}
            parts.append(part)
        return parts


def _rest(whole: Decimal, upto: Decimal, quantity: Decimal, taken: Decimal) -> Decimal:
    """Answer what of the whole belongs to the first ``upto`` pieces and was not taken yet."""
    return max(Decimal(), (whole * upto / quantity).quantize(CENT, ROUND_HALF_UP) - taken)


@operation(permission="sales.announce_returns", documents=False)
def announce_returns(ids: Sequence[int], *, company: int, by: Actor, returns: Mapping[int, NewReturn]) -> Outcome:
    """Announce returns; ids are the caller's own numbers, the keys of ``returns``.

    A line's pieces are taken from the deliveries they left with, first shipped first, as far as they have not come
    back and are not announced; each part carries its part of the amount, all parts together exactly the whole. The
    verdict's detail names the document (``return``), that of a rejection the lines by place.

    Codes, first match wins: not_found, already (the order has a return of the platform's number), unknown_order,
    unknown_kind, unknown_reason, no_lines, not_in_order, not_shipped, before_shipment, bad_quantity (not
    positive, too fine, or not one serial number a piece where numbers are given), unknown_serial (did not leave with
    this line, or is announced), more_than_left, done.
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
) -> tuple[str, dict[str, Any], list[tuple[Any, Decimal, list[str]]]]:
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
    wanted: list[tuple[Any, Decimal, list[str]]] = []
    left: dict[int, Decimal] = {}
    for place, line in enumerate(new.lines, start=1):
        if order is None:
            break
        code = _judge_line(line, new.on, picture.lines[order.order_id], picture, out, left, wanted)
        if code:
            faults[code].append(place)
    return next((code for code in ORDER if code in faults), "done"), dict(faults), wanted


def _judge_line(
    line: NewReturnLine,
    on: date,
    lines: Sequence[Any],
    picture: Picture,
    out: Mapping[tuple[int, str], int],
    left: dict[int, Decimal],
    wanted: list[tuple[Any, Decimal, list[str]]],
) -> str:
    """Answer what is wrong with a line, or nothing, and add what it takes to ``wanted``."""
    meant = [row for row in lines if _means(line, row)]
    if not meant:
        return "not_in_order"
    gone = [row for row in meant if row.line_id is not None and row.shipped_on is not None]
    if not gone:
        return "not_shipped"
    if all(row.shipped_on > on for row in gone):
        return "before_shipment"
    finest = Decimal(1) if meant[0].serial_tracked else MICRO
    if line.quantity <= 0 or line.quantity % finest:
        return "bad_quantity"
    if line.serials and len(set(line.serials)) != line.quantity:
        return "bad_quantity"
    rest, found = line.quantity, []
    for row in gone:
        free = left.get(row.line_id, row.quantity - picture.taken[row.line_id][0])
        numbers = [n for n in line.serials if (row.line_id, n) in out and (row.line_id, n) not in picture.spoken_for]
        take = min(Decimal(len(numbers)) if line.serials else rest, rest, free)
        if take > 0:
            found.append((row, take, numbers[: int(take)] if line.serials else []))
            left[row.line_id] = free - take
            rest -= take
    if rest > 0:
        known = sum(1 for n in line.serials for row in gone if (row.line_id, n) in out)
        return "unknown_serial" if line.serials and known < line.quantity else "more_than_left"
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
