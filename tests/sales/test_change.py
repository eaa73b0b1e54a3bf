"""An order is changed at any point before it is shipped, by a clerk or by its platform; everything follows."""

from __future__ import annotations

import io
from typing import Any

import pytest

from interlock.core.api import DocumentVersion, Refusal
from interlock.core.sql import observed
from interlock.sales import api as sales
from interlock.sales.models import OrderChange, Shop
from interlock.stock.models import Balance, Serial
from tests.builders import DAY, World, assert_laws


def change(world: World, order: int, *lines: dict[str, Any], **fields: Any) -> str:
    wanted = fields | ({"lines": list(lines)} if lines else {})
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    outcome = sales.change_orders([order], changes={order: wanted}, **call)
    return str(outcome.verdicts[0].code)


def through(world: World, order: int, upto: str = "released") -> str:
    steps = ["reviewed", "reserved", "released", "shipped"]
    for step in steps[: steps.index(upto) + 1]:
        world.step(step, [order])
    return world.state(order)


def lines_of(order: int) -> list[tuple[int, str, int, str]]:
    found = sales.OrderLine.objects.filter(order_id=order).order_by("line_number")
    return [(line.line_number, line.sku, int(line.quantity), str(line.amount)) for line in found]


def promised(world: World, item: int) -> list[int]:
    return [int(b.reserved) for b in Balance.objects.filter(company=world.company, item=item).order_by("id")]


@pytest.fixture
def stocked(world: World) -> World:
    for item in world.items.values():
        world.receive(item, 5, "500")
    return world


@pytest.mark.parametrize("state", ["received", "reviewed", "reserved", "released"])
def test_quantity_item_and_lines_change_at_any_point_before_shipping(stocked: World, state: str) -> None:
    world = stocked
    order = world.order(("CAMERA", 3), ("BATTERY", 1), state=state)
    ids = list(sales.OrderLine.objects.filter(order_id=order).order_by("line_number").values_list("id", flat=True))
    code = change(
        world, order, {"line": 1, "quantity": 1}, {"line": 2, "item": "LOCK"}, {"item": "BATTERY", "quantity": "2"}
    )
    assert (code, world.state(order)) == ("done", "received")
    assert lines_of(order) == [(1, "CAMERA", 1, "299.00"), (2, "LOCK", 1, "999.00"), (3, "BATTERY", 2, "20.00")]
    assert list(sales.OrderLine.objects.filter(order_id=order).order_by("id").values_list("id", flat=True))[:2] == ids
    row = sales.Order.objects.get(pk=order)
    assert (str(row.amount), str(row.tax_amount)) == ("1318.00", "151.63")
    kept = DocumentVersion.objects.get(kind="order", document_id=order)
    assert (kept.version < row.version, kept.snapshot["state"]) == (True, state)
    assert [line["quantity"] for line in kept.snapshot["lines"]] == [3, 1]
    assert promised(world, world.camera) == [0]
    assert promised(world, world.battery) == [0]
    assert_laws()
    assert through(world, order, "shipped") == "shipped"
    assert_laws()


def test_a_line_is_taken_out_and_the_last_one_cannot_be(stocked: World) -> None:
    order = stocked.order(("CAMERA", 1), ("BATTERY", 2), state="reserved")
    assert change(stocked, order, {"line": 2, "quantity": 0}) == "done"
    assert lines_of(order) == [(1, "CAMERA", 1, "299.00"), (2, "BATTERY", 0, "0.00")]
    assert change(stocked, order, {"line": 1, "quantity": 0}) == "no_lines"
    assert through(stocked, order, "shipped") == "shipped"
    assert_laws()


def test_a_new_address_takes_the_delivery_back_and_keeps_the_pieces(stocked: World) -> None:
    order = stocked.order(("LOCK", 2), state="released")
    delivery = stocked.deliveries(order)[0]
    sales.capture_serials([delivery], company=stocked.company, by=stocked.by)
    assert change(stocked, order, address="文三路 9 号", phone="13912345678") == "done"
    assert promised(stocked, stocked.lock) == [2]
    assert not Serial.objects.filter(company=stocked.company, state="captured").exists()
    assert sales.Delivery.objects.get(pk=delivery).state == "cancelled"
    assert through(stocked, order) == "released"
    assert stocked.deliveries(order) != [delivery]
    assert sales.Order.objects.get(pk=order).address == "文三路 9 号"
    assert_laws()


def test_another_province_is_served_from_its_own_warehouse(stocked: World) -> None:
    stocked.receive(stocked.camera, 5, "500", stocked.south_bin)
    order = stocked.order(("CAMERA", 2), state="released")
    assert promised(stocked, stocked.camera) == [2, 0]
    assert change(stocked, order, province="广东", city="深圳市", district="南山区") == "done"
    assert promised(stocked, stocked.camera) == [0, 0]
    through(stocked, order)
    assert promised(stocked, stocked.camera) == [0, 2]
    assert_laws()


def test_more_pieces_in_a_shop_that_never_splits_are_looked_for_anew(stocked: World) -> None:
    stocked.receive(stocked.camera, 9, "900", stocked.south_bin)
    order = stocked.order(("CAMERA", 3), state="released")
    assert change(stocked, order, {"line": 1, "quantity": 8}) == "done"
    through(stocked, order)
    assert (promised(stocked, stocked.camera), len(stocked.deliveries(order))) == ([0, 8], 1)
    Shop.objects.filter(pk=stocked.shop.pk).update(split="by_warehouse")
    other = stocked.order(("CAMERA", 4), state="released")
    assert change(stocked, other, {"line": 1, "quantity": 6}) == "done"
    assert promised(stocked, stocked.camera) == [4, 8]
    through(stocked, other)
    assert (promised(stocked, stocked.camera), len(stocked.deliveries(other))) == ([5, 9], 2)
    assert_laws()


def test_each_order_gets_its_own_verdict(stocked: World) -> None:
    world = stocked
    good, same = world.order(("LOCK", 1), state="received"), world.order(state="received")
    gone, left, sent = world.order(state="received"), world.order(state="shipped"), world.order(state="reviewed")
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    sales.cancel_orders([gone], reason="buyer", **call)
    number = sales.Order.objects.get(pk=sent).platform_number
    world.feed([world.line("CAMERA", 2, order_no=number)])
    alien = World(code="ALIEN").order(state="received")
    more = {"lines": [{"line": 1, "quantity": 2}]}
    ids = [good, same, gone, left, sent, 404_000_000, alien]
    changes = dict.fromkeys(ids, more) | {same: {"lines": [{"line": 1, "quantity": "1.0"}], "city": "杭州市"}}
    outcome = sales.change_orders(ids, changes=changes, **call)
    codes = ["done", "nothing_to_change", "cancelled", "shipped", "change_open", "not_found", "not_found"]
    assert [code for _id, code in outcome.table()] == codes
    assert change(world, good, {"line": 7, "quantity": 2}) == "unknown_line"
    assert change(world, good, {"line": 1, "item": "NOTHING"}) == "unknown_item"
    assert change(world, good, {"line": 1, "quantity": "1.5"}) == "bad_quantity"
    assert change(world, good, {"line": 1, "quantity": "-1"}) == "bad_quantity"
    assert change(world, good, {"item": "CAMERA"}) == "bad_quantity"
    assert change(world, good, {"line": 1, "unit_price": "x"}) == "bad_price"
    assert change(world, good, phone="1" * 41) == "too_long"
    assert change(world, good) == "nothing_to_change"
    assert_laws()


class TestPlatform:
    """What the platform sent again is taken over through the same path."""

    def accept(self, world: World, *orders: int) -> list[tuple[int, str]]:
        return list(sales.accept_changes(list(orders), company=world.company, by=world.by, on=DAY).table())

    def test_its_content_becomes_the_order(self, stocked: World) -> None:
        world = stocked
        order = world.order(("CAMERA", 1), ("LOCK", 1), ("BATTERY", 1), state="released")
        number = sales.Order.objects.get(pk=order).platform_number
        sent = [
            world.line("CAMERA", 2, order_no=number, line_no=1, address="新地址 1 号", paid_amount="618"),
            world.line("BATTERY", 1, order_no=number, line_no=2, address="新地址 1 号", paid_amount="618"),
            world.line("BATTERY", 1, order_no=number, line_no=5, price="9.5", address="新地址 1 号", paid_amount="618"),
        ]
        assert world.feed(sent).counts == {"changed": 1}
        assert world.holds(order) == ["changed"]
        assert self.accept(world, order, 404_000_000) == [(order, "done"), (404_000_000, "not_found")]
        assert lines_of(order) == [
            (1, "CAMERA", 2, "598.00"),
            (2, "BATTERY", 1, "10.00"),
            (3, "BATTERY", 0, "0.00"),
            (5, "BATTERY", 1, "9.50"),
        ]
        row = sales.Order.objects.get(pk=order)
        assert (row.address, str(row.paid_amount), str(row.amount)) == ("新地址 1 号", "618.00", "617.50")
        assert OrderChange.objects.get(order_id=order).state == "accepted"
        assert self.accept(world, order) == [(order, "already")]
        assert world.feed([*sent, world.line(order_no="ELSE")]).counts == {"already": 1, "done": 1}
        assert through(world, order, "shipped") == "shipped"
        assert_laws()

    def test_what_comes_after_it_left_is_left_aside_with_a_note(self, stocked: World) -> None:
        world, call = stocked, {"company": stocked.company, "by": stocked.by}
        left, gone, here, quiet = (world.order(state=state) for state in ("shipped", "reserved", "reserved", "shipped"))
        assert sales.cancel_orders([gone], reason="buyer", on=DAY, **call).table() == [(gone, "done")]
        alien = World(code="ALIEN").order(state="received")
        numbers = [sales.Order.objects.get(pk=order).platform_number for order in (left, gone, here)]
        assert world.feed([world.line("CAMERA", 3, order_no=number) for number in numbers]).counts == {"changed": 3}
        assert [world.state(order) for order in (left, gone, here)] == ["shipped", "cancelled", "held"]
        with pytest.raises(Refusal, match="note_missing"):
            sales.dismiss_changes([left], note=" ", **call)
        ids = [left, gone, here, quiet, alien]
        codes = ["done", "done", "held", "no_change", "not_found"]
        for policy in ("dry_run", "partial"):
            assert [v.code for v in sales.dismiss_changes(ids, note="told", policy=policy, **call).verdicts] == codes
        assert sales.dismiss_changes([gone], note="again", **call).table() == [(gone, "already")]
        kept = OrderChange.objects.filter(company=world.company).order_by("order_id").values_list("state", "note")
        assert list(kept) == [("dismissed", "told"), ("dismissed", "told"), ("open", "")]
        assert_laws()

    def test_the_last_word_counts_and_an_older_one_may_come_back(self, stocked: World) -> None:
        world = stocked
        order = world.order(("CAMERA", 1), state="reserved")
        number = sales.Order.objects.get(pk=order).platform_number

        def send(quantity: int) -> dict[str, int]:
            return world.feed([world.line("CAMERA", quantity, order_no=number, remark=f"{quantity}")]).counts

        assert send(2) == {"changed": 1}
        assert send(3) == {"changed": 1}
        assert self.accept(world, order) == [(order, "done")]
        assert lines_of(order) == [(1, "CAMERA", 3, "897.00")]
        assert sorted(OrderChange.objects.filter(order_id=order).values_list("state", flat=True)) == [
            "accepted",
            "dismissed",
        ]
        through(world, order)
        world.feed([world.line("CAMERA", 4, order_no=number)])
        assert self.accept(world, order) == [(order, "done")]
        through(world, order)
        text = world.line("CAMERA", 3, order_no=number, remark="once more")
        assert world.feed([text]).counts == {"changed": 1}
        assert world.holds(order) == ["changed"]
        assert self.accept(world, order) == [(order, "done")]
        assert lines_of(order) == [(1, "CAMERA", 3, "897.00")]
        assert_laws()

    def test_what_cannot_be_taken_over_says_why(self, stocked: World) -> None:
        world = stocked
        unknown, none = world.order(state="reviewed"), world.order(state="reviewed")
        number = sales.Order.objects.get(pk=unknown).platform_number
        world.feed([world.line("NEW-THING", 1, order_no=number)])
        assert self.accept(world, unknown, none) == [(unknown, "unknown_item"), (none, "no_change")]
        assert world.holds(unknown) == ["changed"]
        sales.release_orders([unknown], company=world.company, by=world.by, note="ours stays")
        assert world.state(unknown) == "reviewed"
        assert_laws()


def test_a_feed_of_cancellations_answers_every_row(stocked: World) -> None:
    world = stocked
    orders = [world.order(state="reserved") for _nth in range(2)]
    left = world.order(state="shipped")
    numbers = [sales.Order.objects.get(pk=order).platform_number for order in (*orders, left)]
    text = "shop,order_no,reason\n" + "".join(
        f"{shop},{number},{reason}\n"
        for shop, number, reason in (
            ("S1", numbers[0], "buyer"),
            ("S1", numbers[1], "Duplicate"),
            ("S1", numbers[2], "buyer"),
            ("S1", "NONE", "buyer"),
            ("S1", numbers[1], "because"),
            ("S9", numbers[1], "buyer"),
            ("S1", numbers[0], "fraud"),
        )
    )
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    result = sales.cancel_feed(io.BytesIO(text.encode()), "cancel.csv", **call)
    codes = ["done", "done", "shipped", "unknown_order", "unknown_cancel_reason", "unknown_order", "done"]
    assert [code for _ordinal, code in result.answers] == codes
    again = sales.cancel_feed(io.BytesIO(text.encode()), "cancel.csv", **call)
    assert again.answers == result.answers
    assert sorted(sales.Cancellation.objects.values_list("reason", flat=True)) == ["buyer", "duplicate"]
    assert {world.state(order) for order in orders} == {"cancelled"}
    assert_laws()


def test_the_number_of_statements_does_not_grow(world: World) -> None:
    world.receive(world.camera, 200, "2000")
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    counts = []
    for count in (2, 40):
        world.feed([world.line("CAMERA", 2, order_no=f"N{count}-{n}") for n in range(count)])
        ids = sales.orders_in(world.company, "received")
        for step in ("reviewed", "reserved", "released"):
            world.step(step, ids)
        changes = {
            order: {"city": "宁波市", "lines": [{"line": 1, "quantity": 1}, {"item": "BATTERY", "quantity": 1}]}
            for order in ids
        }
        with observed() as changing:
            assert sales.change_orders(ids, changes=changes, **call).counts == {"done": count}
        with observed() as cancelling:
            assert sales.cancel_orders(ids, reason="buyer", **call).counts == {"done": count}
        counts.append((len(changing), len(cancelling)))
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 36
    assert_laws()
