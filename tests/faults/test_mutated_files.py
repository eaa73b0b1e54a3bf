"""Spoilt statements, bank files, returns and messages: never a crash, every row answered, the good rows in."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, BinaryIO

import pytest

from interlock.core.api import Refusal
from interlock.demo.company.settlement import CANONICAL, MAPPINGS
from interlock.finance import api as finance
from interlock.sales import api as sales
from interlock.sales.models import Return, StatementLine
from tests.builders import DAY, World, assert_laws
from tests.settling import agree

from .mutations import Kind, Rows, Spoilt, spoil
from .test_mutated_feeds import REFUSALS

FEW, SEED, EACH = 3, 20261122, 12
#: How many files of each kind: a hundred statements in all.
STATEMENTS, OTHERS = 25, 60


@pytest.fixture
def world(db: None) -> World:
    made = World()
    for mapping in ({}, *MAPPINGS.values(), CANONICAL):
        agree(made, **mapping)
    return made


class Pool:
    """Orders of one battery each, brought to a state together; files take their numbers from here."""

    def __init__(self, world: World, files: int, state: str) -> None:
        count = (files + 60) * EACH
        world.receive(world.battery, count, "4000")
        world.feed([world.line("BATTERY", 1, order_no=f"P{n:05d}") for n in range(count)])
        ids = sales.orders_in(world.company, "received")
        self.world, steps = world, ("reviewed", "reserved", "released", "shipped", "recognised")
        for step in steps[: steps.index(state) + 1]:
            world.step(step, ids)
        self.orders: Iterator[int] = iter(ids)
        self.numbers = dict(sales.Order.objects.filter(pk__in=ids).values_list("pk", "platform_number"))
        lines = sales.DeliveryLine.objects.filter(order_id__in=ids)
        self.deliveries = dict(lines.values_list("order_id", "delivery__number"))

    def take(self) -> list[int]:
        return [next(self.orders) for _ in range(EACH)]


def given(call: Callable[..., Any], file: Spoilt, **more: Any) -> Any:
    """Answer what came of a file, or None where it was refused and might be."""
    try:
        return call(io.BytesIO(file.content), file.name, **more)
    except Refusal as refusal:
        if file.whole is not None or refusal.code not in REFUSALS:
            raise
        return None


def run_files(kind: Kind, count: int, call: Callable[..., Any], there: Callable[[set[str]], set[str]]) -> int:
    """Give spoilt files to ``call``; ``there`` says which keys are in. Answers how many files were taken."""
    taken = 0
    for file in spoil(kind, count, SEED):
        try:
            result = given(call, file)
        except Exception as error:
            error.add_note(file.title)
            raise
        if result is not None:
            taken += 1
            missing = (file.whole or set()) - there(file.whole or set())
            assert not missing, f"{file.title}: {sorted(missing)[:5]} {result}"
    return taken


STATEMENT_KIND = Kind(
    make_rows=lambda _prefix: [],
    key="order_no",
    number="gross",
    day="settled_on",
    text="note",
    required=("order_no", "gross"),
    optional=("note", "settled_on", "refund"),
    cells=("order_no", "gross", "refund", "net", "settled_on"),
    most={"gross": "9999999999.99"},
)


def statement_kind(pool: Pool, mapping: dict[str, Any]) -> Kind:
    """Make statements as a platform writes them."""
    names: dict[str, str] = mapping["columns"]
    fees = list(mapping["fees"])

    def rows(_prefix: str) -> Rows:
        sign = "-" if mapping.get("fees_negative") else ""
        made = []
        for order in pool.take():
            row = {"order_no": pool.numbers[order], "gross": "10.00", "refund": "0.00", "settled_on": str(DAY)}
            made.append({names.get(name, name): value for name, value in row.items()})
            made[-1] |= dict.fromkeys(fees, f"{sign}0.50") | {"note": "陈小红"}
        return made

    named = {part: names.get(getattr(STATEMENT_KIND, part), getattr(STATEMENT_KIND, part))
             for part in ("key", "number", "day")}  # fmt: skip
    cells = tuple(names.get(cell, cell) for cell in STATEMENT_KIND.cells if cell != "net")
    return replace(
        STATEMENT_KIND,
        make_rows=rows,
        required=(named["key"], fees[0]),
        optional=("note", *(names.get(name, name) for name in ("settled_on", "refund"))),
        cells=(*cells, *fees),
        most={named["number"]: "9999999999.99"},
        **named,
    )


@pytest.mark.parametrize(
    ("platform", "count"),
    [("JD", FEW), *(pytest.param(name, STATEMENTS, marks=pytest.mark.slow) for name in (*MAPPINGS, "other"))],
)
def test_spoilt_statements_are_answered_row_by_row(world: World, platform: str, count: int) -> None:
    mapping: dict[str, Any] = {"fees_negative": False, "refund_negative": False} | MAPPINGS.get(platform, CANONICAL)
    agree(world, **mapping)
    pool, seen = Pool(world, count, "recognised"), iter(range(1000))

    def call(source: BinaryIO, name: str) -> Any:
        result = sales.import_statement(
            source, name, company=world.company, by=world.by, shop=world.shop.pk, number=f"N{next(seen)}", on=DAY
        )
        assert sum(result.counts.values()) == result.lines == StatementLine.objects.filter(
            statement_id=result.statement).count(), result  # fmt: skip
        assert (result.rejected_file is not None) == (result.lines < result.rows), result
        return result

    def there(keys: set[str]) -> set[str]:
        found = StatementLine.objects.filter(company_id=world.company, order_no__in=keys)
        return set(found.exclude(result="unknown_order").values_list("order_no", flat=True))

    assert run_files(statement_kind(pool, mapping), count, call, there) >= count // 2
    assert_laws()


@pytest.mark.parametrize("count", [FEW, pytest.param(OTHERS, marks=pytest.mark.slow)])
def test_spoilt_bank_files_are_answered_row_by_row(world: World, count: int) -> None:
    def rows(prefix: str) -> Rows:
        return [
            {"number": f"{prefix}{n}", "received_on": str(DAY), "amount": f"{n + 1}.50", "reference": f"R{n}",
             "payer": "陈小红"} for n in range(EACH)
        ]  # fmt: skip

    kind = Kind(
        rows, key="number", number="amount", day="received_on", text="payer", required=("number", "amount"),
        optional=("payer",), cells=("number", "received_on", "amount", "reference", "payer"),
        most={"amount": "99999999999999999.99"},
    )  # fmt: skip

    def call(source: BinaryIO, name: str) -> Any:
        result = finance.import_receipts(source, name, company=world.company, by=world.by)
        assert sum(result.counts.values()) == result.rows, result
        assert len(result.rejected) == result.rows - result.counts.get("done", 0) - result.counts.get("already", 0)
        return result

    def there(keys: set[str]) -> set[str]:
        from interlock.finance.models import BankReceipt

        found = BankReceipt.objects.filter(company_id=world.company, bank_number__in=keys)
        return set(found.values_list("bank_number", flat=True))

    assert run_files(kind, count, call, there) >= count // 2
    assert_laws()


@pytest.mark.parametrize("count", [FEW, pytest.param(OTHERS, marks=pytest.mark.slow)])
def test_spoilt_returns_are_answered_row_by_row(world: World, count: int) -> None:
    pool = Pool(world, count, "recognised")

    def rows(_prefix: str) -> Rows:
        return [
            {"order_no": pool.numbers[order], "shop": "S1", "line_no": "1", "quantity": "1", "reason": "DEFECT",
             "returned_at": f"{DAY}T10:00:00", "note": "陈小红"} for order in pool.take()
        ]  # fmt: skip

    kind = Kind(
        rows, key="order_no", number="quantity", day="returned_at", text="note", required=("order_no", "reason"),
        optional=("note", "shop"), cells=("order_no", "shop", "line_no", "quantity", "reason", "returned_at"),
        most={"quantity": "999999999"},
    )  # fmt: skip

    def call(source: BinaryIO, name: str) -> Any:
        result = sales.import_returns(source, name, company=world.company, by=world.by)
        assert sum(result.counts.values()) == result.returns <= result.rows, result
        assert (result.rejected_file is not None) == bool(result.rejected), result
        return result

    def there(keys: set[str]) -> set[str]:
        found = Return.objects.filter(company_id=world.company, order__platform_number__in=keys)
        return set(found.values_list("order__platform_number", flat=True))

    assert run_files(kind, count, call, there) >= count // 2
    assert_laws()


MESSAGES: dict[str, tuple[str, Callable[..., Any], str]] = {
    "confirmations": ("shipped", sales.confirm_feed, "recognised"),
    "shipments": ("released", sales.ship_feed, "shipped"),
    "cancellations": ("released", sales.cancel_feed, "cancelled"),
}


@pytest.mark.parametrize(
    ("message", "count"),
    [("cancellations", FEW), *(pytest.param(name, OTHERS, marks=pytest.mark.slow) for name in MESSAGES)],
)
def test_spoilt_messages_are_answered_row_by_row(world: World, message: str, count: int) -> None:
    before, feed, state = MESSAGES[message]
    pool = Pool(world, count, before)
    numbers = {pool.deliveries[order]: order for order in pool.deliveries}

    def rows(_prefix: str) -> Rows:
        return [
            {"delivery": pool.deliveries[order], "shop": "S1", "order_no": pool.numbers[order], "event": "shipment",
             "reason": "buyer", "on": str(DAY), "pieces": "1", "note": "陈小红"} for order in pool.take()
        ]  # fmt: skip

    kind = Kind(
        rows, key="delivery", number="pieces", day="on", text="note",
        required=("order_no", "reason") if message == "cancellations" else ("on", "on"), optional=("note", "pieces"),
        cells=("shop", "order_no", "reason") if message == "cancellations" else ("delivery", "event", "on", "pieces"),
        most={"pieces": "999999999"},
    )  # fmt: skip
    if message == "cancellations":
        feed = partial(feed, on=DAY)

    def call(source: BinaryIO, name: str) -> Any:
        return feed(source, name, company=world.company, by=world.by)

    def there(keys: set[str]) -> set[str]:
        found = sales.Order.objects.filter(pk__in=[numbers[key] for key in keys], state=state)
        return {pool.deliveries[order] for order in found.values_list("pk", flat=True)}

    assert run_files(kind, count, call, there) >= count // 2
    assert_laws()
