"""Changing orders that have not left: shared by a clerk's change and a platform's.

What an order shall be is compared with what it is; the difference is written, what was handed over is taken back,
promises that no longer fit are freed, and the order goes through its day again, beginning with the review.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from interlock.core.api import Answer
from interlock.core.sql import blocks, column, rows, run
from interlock.stock import api as stock

from .. import feeds
from ..models import Shop
from ..promotions import cents
from . import crediting, holding, promoting, taking_back

SQL = blocks(__file__)
#: The fields of an order that a change may name, with the longest text each can hold.
FIELDS = {name: feeds.TEXT[name] for name in ("buyer", "phone", "province", "city", "district", "address", "remark")}


class Line(NamedTuple):
    """A line as it shall be; ``id`` and ``number`` are None for one that is added."""

    id: int | None
    number: int | None
    sku: str
    item: int | None
    quantity: Decimal
    unit_price: Decimal
    is_gift: bool
    discount: Decimal | None = None
    subsidy: Decimal | None = None


@dataclass
class Plan:
    """What has to be written so that an order becomes what was wanted."""

    order: int
    fields: dict[str, str] = field(default_factory=dict)
    edited: list[Line] = field(default_factory=list)
    added: list[Line] = field(default_factory=list)
    anew: bool = False  # promises do not fit any more, whatever line they are for
    paid: Decimal | None = None
    paid_at: datetime | None = None
    priority: int | None = None
    content_hash: str | None = None
    claims: tuple[str | None, str | None] | None = None  # coupon and buyer group, as the platform says them now

    @property
    def is_empty(self) -> bool:
        return not (self.fields or self.edited or self.added)


class Wrong(Exception):  # noqa: N818  the answer to one order
    """Why an order cannot become what was wanted."""

    def __init__(self, code: str, **detail: Any) -> None:
        self.code, self.detail = code, detail
        super().__init__(code)


def plan_all(
    company: int, wanted: Mapping[int, Mapping[str, Any]], *, whole: bool = False
) -> tuple[dict[int, Plan], dict[int, Answer]]:
    """Compare orders with what is wanted of them; answers what to write, and why some cannot be.

    ``wanted`` names by order the fields of ``FIELDS``, ``wanted_on`` and ``lines``, each with ``line`` (or none, to
    add one), ``item`` (an item's code or the shop's), ``quantity`` (0 takes it out) and ``unit_price``. ``whole``
    says that the lines named are all there shall be.
    """
    ids = list(wanted)
    heads = {row.id: row for row in rows(SQL["heads"], company=company, ids=ids)}
    lines: dict[int, dict[int, Any]] = defaultdict(dict)
    for row in rows(SQL["lines"], company=company, ids=ids):
        lines[row.order_id][row.line_number] = row
    codes = sorted({(order, code) for order in ids for code in _codes(wanted[order])})
    found = rows(
        SQL["resolve"], company=company, orders=column(o for o, _c in codes), codes=[code for _o, code in codes]
    )
    known = {(row.order_id, row.code): row for row in found}
    plans: dict[int, Plan] = {}
    wrong: dict[int, Answer] = {}
    for order in ids:
        try:
            plans[order] = _Planner(heads[order], lines[order], known).plan(wanted[order], whole=whole)
        except Wrong as reason:
            wrong[order] = Answer(order, reason.code, reason.detail)
    return plans, wrong


def write(company: int, plans: Sequence[Plan], on: date) -> list[tuple[int, str]]:
    """Make orders what was planned and put them before the review again; answers the timeline of their deliveries.

    Writes: versions; orders, lines and amounts, order.state received; deliveries taken back; holds cleared;
    reservations, entries, balances and serial numbers through stock.
    Locks: the caller's on orders and deliveries; then serial numbers, reservations and balances through stock.
    """
    ids = [plan.order for plan in plans]
    taking_back.keep_orders(company, ids)
    timeline = taking_back.take_back(company, ids)
    fit_promises(company, plans, on)
    _write_heads(company, plans)
    write_lines(company, plans)
    holding.clear_holds(company, ids)
    promoting.give_back(company, ids)
    crediting.follow(company, ids, on)
    return timeline


@dataclass
class _Planner:
    """One order compared with what is wanted of it."""

    head: Any
    lines: dict[int, Any]
    known: Mapping[tuple[int, str], Any]

    def plan(self, wanted: Mapping[str, Any], *, whole: bool) -> Plan:
        plan = Plan(self.head.id, fields=self._fields(wanted))
        named: set[int] = set()
        for given in wanted.get("lines") or ():
            number = given.get("line")
            present = self.lines.get(number) if number is not None else None
            if number is not None and present is None and not whole:
                raise Wrong("unknown_line", line=number)
            line = _discounted(self._line(given, present), given, present, whole=whole)
            if present is None:
                plan.added.append(line)
            else:
                named.add(present.line_number)
                if line != _as_line(present):
                    plan.edited.append(line)
        if whole:
            gone = [present for number, present in self.lines.items() if number not in named and present.quantity]
            plan.edited += [
                _as_line(present)._replace(quantity=Decimal(0), discount=None, subsidy=None) for present in gone
            ]
        self._judge(plan)
        return plan

    def _fields(self, wanted: Mapping[str, Any]) -> dict[str, str]:
        given = {name: str(wanted[name]).strip() for name in FIELDS if wanted.get(name) is not None}
        for name, text in given.items():
            if len(text) > FIELDS[name]:
                raise Wrong("too_long", field=name)
        if wanted.get("wanted_on"):
            given["wanted_on"] = _day(wanted["wanted_on"])
        return {name: text for name, text in given.items() if text != str(getattr(self.head, name) or "")}

    def _line(self, given: Mapping[str, Any], present: Any) -> Line:
        number = given.get("line")
        code = str(given.get("item") or "").strip()
        same = present is not None and (
            not code or (present.item_id is not None and code in (present.sku, present.code))
        )
        base = present if same else self.known.get((self.head.id, code))
        if base is None:
            raise Wrong("unknown_item", line=number, sku=code)
        quantity = _number("quantity", given.get("quantity"), present.quantity if present else None)
        if quantity is None or (present is None and not quantity):
            raise Wrong("bad_quantity", line=number)
        if base.serial_tracked and quantity != quantity.to_integral_value():
            raise Wrong("bad_quantity", line=number)
        unit_price = _number("unit_price", given.get("unit_price"), base.unit_price)
        if unit_price is None:
            raise Wrong("bad_price", line=number)
        gift = given.get("gift")
        return Line(
            present.id if present else None,
            number,
            present.sku if same else code,
            base.item_id,
            quantity,
            unit_price,
            bool(gift) if gift is not None else bool(present and present.is_gift),
        )

    def _judge(self, plan: Plan) -> None:
        edited = {line.id: line for line in plan.edited}
        after = [edited.get(present.id, present) for present in self.lines.values()]
        if not plan.added and not any(line.quantity > 0 for line in after):
            raise Wrong("no_lines")
        before = {present.id: present for present in self.lines.values()}
        more = bool(plan.added) or any(
            line.quantity > before[line.id].quantity or (line.item != before[line.id].item_id and line.quantity > 0)
            for line in plan.edited
        )
        plan.anew = "province" in plan.fields or (more and self.head.split == Shop.Split.NEVER)


def _as_line(present: Any) -> Line:
    return Line(
        present.id,
        present.line_number,
        present.sku,
        present.item_id,
        present.quantity,
        present.unit_price,
        present.is_gift,
        present.discount_amount,
        present.subsidy_amount,
    )


def _discounted(line: Line, given: Mapping[str, Any], present: Any, *, whole: bool) -> Line:
    """Answer a line with its discount: the platform's word, else its part of what it was by the list amount."""
    if whole:
        off = _number("paid_amount", given.get("discount"), Decimal())
        borne = _number("paid_amount", given.get("subsidy"), Decimal())
        if off is None or borne is None or borne > off or off > cents(line.quantity * line.unit_price):
            raise Wrong("bad_price", line=line.number)
    elif present is None or present.discount_amount is None or not present.quantity * present.unit_price:
        off = borne = Decimal()
    else:
        part = line.quantity * line.unit_price / (present.quantity * present.unit_price)
        off, borne = cents(present.discount_amount * part), cents(present.subsidy_amount * part)
    return line._replace(discount=off, subsidy=borne) if off else line


def _codes(wanted: Mapping[str, Any]) -> list[str]:
    return [code for line in wanted.get("lines") or () if (code := str(line.get("item") or "").strip())]


def _number(name: str, given: Any, otherwise: Decimal | None) -> Decimal | None:
    """Read a number as feeds write it; none given leaves what there is, one that cannot be read answers None."""
    if given is None or given == "":
        return otherwise
    text = format(given, "f") if isinstance(given, Decimal) else str(given).strip()
    return Decimal(text) if re.fullmatch(feeds.NUMBERS[name], text, re.ASCII) else None


def _day(given: Any) -> str:
    try:
        return (given if isinstance(given, date) else date.fromisoformat(str(given).strip())).isoformat()
    except ValueError:
        raise Wrong("bad_date", field="wanted_on") from None


def fit_promises(company: int, plans: Sequence[Plan], on: date) -> None:
    """Free what no longer fits; of a line that needs fewer pieces, keep as many as it needs where they lie."""
    by_order = {plan.order: plan for plan in plans}
    edited = {line.id: line for plan in plans for line in plan.edited}
    promises: dict[int, list[Any]] = defaultdict(list)
    for row in rows(SQL["promises"], company=company, ids=list(by_order)):
        promises[row.line_id].append(row)
    freed: list[int] = []
    kept: list[tuple[Any, Decimal]] = []
    for line_id, held in promises.items():
        line = edited.get(line_id)
        if by_order[held[0].document_id].anew or (line is not None and line.item != held[0].item_id):
            freed += [row.id for row in held]
        elif line is not None and sum(row.quantity for row in held) > line.quantity:
            freed += [row.id for row in held]
            kept += _first(held, line.quantity)
    stock.release(company, freed, on)
    stock.reserve(
        company,
        documents=[row.document_id for row, _part in kept],
        lines=[row.line_id for row, _part in kept],
        items=[row.item_id for row, _part in kept],
        locations=[row.location_id for row, _part in kept],
        quantities=[part for _row, part in kept],
        on=on,
    )


def _first(held: Sequence[Any], wanted: Decimal) -> list[tuple[Any, Decimal]]:
    kept = []
    for row in held:
        if part := min(row.quantity, wanted):
            kept.append((row, part))
            wanted -= part
    return kept


def _write_heads(company: int, plans: Sequence[Plan]) -> None:
    written = run(
        SQL["write_heads"],
        company=company,
        ids=column(plan.order for plan in plans),
        **{f"{name}s": [plan.fields.get(name) for plan in plans] for name in FIELDS},
        wanted=[plan.fields.get("wanted_on") for plan in plans],
        paids=column(plan.paid for plan in plans),
        moments=[plan.paid_at for plan in plans],
        priorities=column(plan.priority for plan in plans),
        hashes=[plan.content_hash for plan in plans],
        told=[plan.claims is not None for plan in plans],
        coupons=[plan.claims[0] if plan.claims else None for plan in plans],
        groups=[plan.claims[1] if plan.claims else None for plan in plans],
    )
    assert written == len(plans), "locked orders cannot have moved"


def write_lines(company: int, plans: Sequence[Plan]) -> None:
    edited = [line for plan in plans for line in plan.edited]
    added = [(plan.order, line) for plan in plans for line in plan.added]
    touched = [line.id for line in edited]
    if edited:
        assert run(SQL["edit_lines"], company=company, ids=column(touched), **_columns(edited)) == len(edited)
    if added:
        orders = [order for order, _line in added]
        lines = [line for _order, line in added]
        places = column(line.number for line in lines)
        made = rows(SQL["add_lines"], company=company, orders=column(orders), places=places, **_columns(lines))
        touched += [row.id for row in made]
    if touched:
        orders = [plan.order for plan in plans if plan.edited or plan.added]
        assert run(SQL["charge"], company=company, ids=column(touched), orders=column(orders)) == len(touched)
        taking_back.add_up(company, orders)


def _columns(lines: Sequence[Line]) -> dict[str, Any]:
    return {
        "skus": [line.sku for line in lines],
        "items": column(line.item for line in lines),
        "quantities": column(line.quantity for line in lines),
        "prices": column(line.unit_price for line in lines),
        "gifts": [line.is_gift for line in lines],
        "discounts": column(line.discount for line in lines),
        "subsidies": column(line.subsidy for line in lines),
    }
