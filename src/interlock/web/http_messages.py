"""What platforms and warehouses tell of orders over HTTP: changes, cancellations, returns; an answer for every row."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils import timezone
from ninja import Header, Router, Schema
from pydantic import Field

from interlock.core.api import Actor, Outcome, operation, wake
from interlock.core.sql import rows
from interlock.sales import api as sales

from . import words
from .api.door import company_of
from .queries import messages as queries

MOST_ROWS = 5_000
KEY = Header(None, alias="Idempotency-Key")

router = Router()


class OrderMessage(Schema):
    """An order by its shop and the platform's number."""

    shop: str = Field(max_length=24)
    order_no: str = Field(max_length=64)


class CancelRow(OrderMessage):
    reason: sales.CancelReason
    note: str = Field("", max_length=240)


class ChangedLine(Schema):
    """A line that shall be different; without ``line`` one is added, a quantity of 0 takes it out."""

    line: int | None = Field(None, ge=1)
    item: str | None = Field(None, max_length=40)
    quantity: Decimal | None = Field(None, ge=0)
    unit_price: Decimal | None = Field(None, ge=0)


class ChangeRow(OrderMessage):
    """What shall be different; a field that is not named stays as it is."""

    buyer: str | None = None
    phone: str | None = None
    province: str | None = None
    city: str | None = None
    district: str | None = None
    address: str | None = None
    remark: str | None = None
    lines: list[ChangedLine] = []


class ReturnedLine(Schema):
    """Pieces of a line by its number or by what the shop or we call the item; of a refund only, or an amount of it."""

    line_no: int | None = Field(None, ge=1)
    sku: str = Field("", max_length=40)
    quantity: Decimal = Decimal()
    amount: Decimal | None = None
    serials: list[str] = []


class ReturnRow(OrderMessage):
    """A return that a platform announces under its own number."""

    return_no: str = Field(min_length=1, max_length=64)
    kind: str = "return"
    reason: str = Field(max_length=24)
    returned_on: date | None = None
    lines: list[ReturnedLine] = Field(min_length=1)


class ReceiptRow(Schema):
    """A return whose goods are here, by our number or by the order's and the platform's; with the numbers scanned."""

    number: str = Field("", max_length=24)
    shop: str = Field("", max_length=24)
    order_no: str = Field("", max_length=64)
    return_no: str = Field("", max_length=64)
    serials: list[str] = []


class Cancellations(Schema):
    company: str = Field(description="the company's code")
    rows: list[CancelRow] = Field(min_length=1, max_length=MOST_ROWS)


class Changes(Schema):
    company: str = Field(description="the company's code")
    rows: list[ChangeRow] = Field(min_length=1, max_length=MOST_ROWS)


class Returns(Schema):
    company: str = Field(description="the company's code")
    rows: list[ReturnRow] = Field(min_length=1, max_length=MOST_ROWS)


class Receipts(Schema):
    company: str = Field(description="the company's code")
    received_on: date | None = Field(None, description="today, unless given")
    rows: list[ReceiptRow] = Field(min_length=1, max_length=MOST_ROWS)


class MessageAnswer(Schema):
    """The answer to one row: ``done``, ``already``, or the reason why nothing was done."""

    row: int
    code: str
    message: str
    number: str | None = Field(None, description="the order's number, or the return's")


class MessagesAnswer(Schema):
    counts: dict[str, int]
    rows: list[MessageAnswer]


RESPONSES: dict[int, Any] = {200: MessagesAnswer}


@operation(permission="sales.cancel_orders", documents=False)
def receive_messages(ids: Sequence[int], *, company: int, by: Actor, content: str) -> Outcome:  # noqa: ARG001
    """Take the key of some messages, so that the same key with other rows is refused.

    Each door asks for its own permission in the place of the one named here.

    Codes: done.
    Writes: the run only.
    Locks: none.
    """
    return Outcome.of([(i, "done") for i in ids])


@dataclass
class Desk:
    """Who speaks, for which company, under which key, on which day."""

    company: int
    actor: Actor
    base: UUID
    today: date

    def key(self, *parts: Any) -> UUID:
        """Answer the key of an operation on this: what could be found for the same rows may be more the next time."""
        return uuid5(self.base, repr(parts))


def _desk(request: HttpRequest, batch: Any, key: str | None, permission: str) -> Desk:
    """Open the door for a batch; a company that is not the caller's own does not exist."""
    actor: Actor = request.auth  # type: ignore[attr-defined]
    company = company_of(actor, batch.company, permission)
    base = uuid4()
    if key:
        base = uuid5(NAMESPACE_URL, f"interlock:http:{permission}:{company.id}:{actor.user_id}:{key}")
        content = json.dumps(batch.model_dump(mode="json"), ensure_ascii=False, sort_keys=True)
        take = replace(receive_messages, permission=permission)
        take([1], company=company.id, by=actor, key=base, content=content)
    return Desk(company.id, actor, base, timezone.now().astimezone(ZoneInfo(company.time_zone)).date())


def _answer(codes: Sequence[str], numbers: Sequence[str | None]) -> dict[str, Any]:
    counts: defaultdict[str, int] = defaultdict(int)
    answers = []
    for place, (code, number) in enumerate(zip(codes, numbers, strict=True), start=1):
        counts[code] += 1
        answers.append({"row": place, "code": code, "message": str(words.why(code)), "number": number})
    return {"counts": dict(counts), "rows": answers}


def _orders(desk: Desk, batch: Sequence[OrderMessage]) -> dict[int, Any]:
    """Answer by place, from 0, the order that a row means."""
    shops, numbers = [row.shop for row in batch], [row.order_no for row in batch]
    found = rows(queries.SQL["orders"], company=desk.company, shops=shops, numbers=numbers)
    return {row.ordinal - 1: row for row in found}


def _each_order(desk: Desk, batch: Sequence[Any], act: Callable[[Mapping[int, Any]], Outcome]) -> dict[str, Any]:
    """Act on the orders named, each by its first row, and answer every row."""
    meant = _orders(desk, batch)
    first: dict[int, Any] = {}
    codes = ["unknown_order"] * len(batch)
    for place, order in meant.items():
        codes[place] = "named_twice" if order.id in first else ""
        first.setdefault(order.id, batch[place])
    verdicts = {verdict.id: verdict.code for verdict in act(first).verdicts} if first else {}
    codes = [code or verdicts[meant[place].id] for place, code in enumerate(codes)]
    if "done" in codes:
        wake("sales.advance")
    return _answer(codes, [meant[place].number if place in meant else None for place in range(len(batch))])


@router.post("/orders/cancel", response=RESPONSES, tags=["orders"], operation_id="tell_cancelled")
def cancel_orders(request: HttpRequest, batch: Cancellations, idempotency_key: str | None = KEY) -> Any:
    """Cancel orders, or what of them has not left, each for its reason.

    An order that was cancelled before answers ``already``, one that has left ``shipped``.
    """
    desk = _desk(request, batch, idempotency_key, "sales.cancel_orders")

    def act(named: Mapping[int, CancelRow]) -> Outcome:
        groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for order, row in named.items():
            groups[row.reason.value, row.note].append(order)
        verdicts = []
        for (reason, note), ids in sorted(groups.items()):
            key = desk.key(reason, note, ids, desk.today)
            call: dict[str, Any] = {"company": desk.company, "by": desk.actor, "key": key, "on": desk.today}
            verdicts += sales.cancel_orders(ids, reason=reason, note=note, **call).verdicts
        return Outcome(verdicts)

    return _each_order(desk, batch.rows, act)


@router.post("/orders/change", response=RESPONSES, tags=["orders"], operation_id="tell_changed")
def change_orders(request: HttpRequest, batch: Changes, idempotency_key: str | None = KEY) -> Any:
    """Change buyer, address or lines of orders that have not left; they are reviewed again.

    What is so already answers ``nothing_to_change``.
    """
    desk = _desk(request, batch, idempotency_key, "sales.change_orders")

    def act(named: Mapping[int, ChangeRow]) -> Outcome:
        changes = {
            order: row.model_dump(exclude={"shop", "order_no"}, exclude_none=True) for order, row in named.items()
        }
        key = desk.key(list(changes), desk.today)
        return sales.tell_changes(
            list(changes), company=desk.company, by=desk.actor, key=key, changes=changes, on=desk.today
        )

    return _each_order(desk, batch.rows, act)


@router.post("/returns/announce", response=RESPONSES, tags=["returns"], operation_id="tell_returned")
def announce_returns(request: HttpRequest, batch: Returns, idempotency_key: str | None = KEY) -> Any:
    """Announce returns under the platform's numbers; a number that an order has already answers ``already``."""
    desk = _desk(request, batch, idempotency_key, "sales.announce_returns")
    new = {
        place: sales.NewReturn(
            kind=row.kind,
            reason=row.reason,
            on=row.returned_on or desk.today,
            lines=tuple(
                sales.NewReturnLine(line.quantity, line.line_no, line.sku, tuple(line.serials), line.amount)
                for line in row.lines
            ),
            shop=row.shop,
            order_no=row.order_no,
            platform_number=row.return_no,
        )
        for place, row in enumerate(batch.rows, start=1)
    }
    key = desk.key("announce", desk.today)
    outcome = sales.announce_returns(list(new), company=desk.company, by=desk.actor, key=key, returns=new)
    known = _returns(desk, batch.rows)
    codes = [verdict.code for verdict in outcome.verdicts]
    return _answer(codes, [known[place].number if place in known else None for place in range(len(new))])


@router.post("/returns/receive", response=RESPONSES, tags=["returns"], operation_id="tell_received")
def receive_returns(request: HttpRequest, batch: Receipts, idempotency_key: str | None = KEY) -> Any:
    """Say that the goods of announced returns are here; they lie on hold until they are inspected."""
    desk = _desk(request, batch, idempotency_key, "sales.receive_returns")
    meant = _returns(desk, batch.rows)
    first: dict[int, ReceiptRow] = {}
    for place, found in meant.items():
        first.setdefault(found.id, batch.rows[place])
    verdicts: dict[int, str] = {}
    if first:
        on = batch.received_on or desk.today
        serials = _by_line(desk, first)
        outcome = sales.receive_returns(
            list(first), company=desk.company, by=desk.actor, key=desk.key(list(first), on), on=on, serials=serials
        )
        verdicts = {verdict.id: verdict.code for verdict in outcome.verdicts}
    codes = [verdicts[meant[place].id] if place in meant else "unknown_return" for place in range(len(batch.rows))]
    return _answer(codes, [meant[place].number if place in meant else None for place in range(len(batch.rows))])


def _returns(desk: Desk, batch: Sequence[Any]) -> dict[int, Any]:
    """Answer by place, from 0, the return that a row means, where it means just one."""
    found = rows(
        queries.SQL["returns"],
        company=desk.company,
        numbers=[getattr(row, "number", "") for row in batch],
        shops=[row.shop for row in batch],
        orders=[row.order_no for row in batch],
        returns=[row.return_no for row in batch],
    )
    return {row.ordinal - 1: row for row in found}


def _by_line(desk: Desk, named: Mapping[int, ReceiptRow]) -> dict[int, list[str]] | None:
    """Answer the numbers scanned by return line: where they left with, as many as the line has pieces; the rest with
    the return's first line of pieces with numbers, where they are told to be strange."""
    pairs = [(document, number) for document, row in named.items() for number in dict.fromkeys(row.serials)]
    if not pairs:
        return None
    found = rows(
        queries.SQL["serials"],
        company=desk.company,
        documents=[document for document, _number in pairs],
        numbers=[number for _document, number in pairs],
    )
    given: defaultdict[int, list[str]] = defaultdict(list)
    placed: set[tuple[int, str]] = set()
    for row in found:
        if (row.document_id, row.number) not in placed and len(given[row.line_id]) < row.quantity:
            given[row.line_id].append(row.number)
            placed.add((row.document_id, row.number))
    for row in rows(queries.SQL["first_lines"], company=desk.company, documents=list(named)):
        given[row.line_id] += [
            n for document, n in pairs if document == row.document_id and (document, n) not in placed
        ]
    return {line: numbers for line, numbers in given.items() if numbers}
