"""Goods come back, or only the money goes: before and after revenue, in parts, by number, good or scrap."""

from __future__ import annotations

import io
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from interlock.core.api import Actor, Period, Refusal
from interlock.core.sql import observed
from interlock.finance import api as finance
from interlock.sales import api as sales
from interlock.sales.models import Delivery, DeliveryLine, Order, Return, ReturnLine
from interlock.stock.models import Balance, Pool, Serial, SerialEntry, ValueEntry
from tests.builders import DAY, World, assert_laws


def booked(world: World) -> dict[str, Decimal]:
    """Answer what each account that moved holds after everything pending is posted."""
    world.post()
    return {row.code: row.closing for row in finance.trial_balance(world.company, DAY) if row.closing}


def call(world: World, **more: Any) -> dict[str, Any]:
    return {"company": world.company, "by": world.by, **more}


def announce(world: World, *returns: sales.NewReturn) -> Any:
    numbered = dict(enumerate(returns, start=1))
    return sales.announce_returns(list(numbered), returns=numbered, **call(world))


def new(order: int | None, *lines: tuple[str, Any], **fields: Any) -> sales.NewReturn:
    parts = [sales.NewReturnLine(Decimal(quantity), sku=sku) for sku, quantity in lines]
    given: dict[str, Any] = {"kind": "return", "reason": "DEFECT", "on": DAY, "order": order, "lines": parts}
    return sales.NewReturn(**(given | fields))


def test_a_return_after_revenue_reverses_it_to_the_cent(world: World) -> None:
    world.receive(world.camera, 3, "100")
    order = world.order(("CAMERA", 3), price="333.33", state="recognised")
    before = booked(world)
    document = world.returned(order, ("CAMERA", 1), state="received")
    line = ReturnLine.objects.get(document=document)
    assert (str(line.amount), str(line.tax_amount), str(line.cost_amount)) == ("333.33", "38.35", "33.33")
    assert line.reverses is True
    after = booked(world)
    assert after["6001"] - before["6001"] == Decimal("294.98")
    assert after["22210105"] - before["22210105"] == Decimal("38.35")
    assert after["6401"] == Decimal("66.67")
    assert after["1405"] == Decimal("33.33")
    assert "1406" not in after
    assert after["2241"] == Decimal("-333.33")
    assert after["1122"] == before["1122"]
    world.return_step("inspected", [document])
    world.return_step("refunded", [document])
    paid = booked(world)
    assert "2241" not in paid
    assert paid["1122"] == before["1122"] - Decimal("333.33")
    assert world.state(order) == "recognised"
    assert_laws()


def test_the_parts_of_a_line_add_up_whatever_was_cancelled_between(world: World) -> None:
    world.receive(world.camera, 3, "100")
    order = world.order(("CAMERA", 3), price="299.99", state="recognised")
    first, second = world.returned(order, ("CAMERA", 1)), world.returned(order, ("CAMERA", 1))
    assert sales.cancel_returns([first], **call(world)).table() == [(first, "done")]
    third = world.returned(order, ("CAMERA", 2))
    for document in (second, third):
        world.return_step("received", [document])
    lines = ReturnLine.objects.exclude(document=first)
    whole = DeliveryLine.objects.get(order_id=order)
    assert sum(line.amount for line in lines) == whole.amount
    assert sum(line.tax_amount for line in lines) == whole.tax_amount
    assert sum(line.cost_amount or 0 for line in lines) == Decimal(100)
    pool = Pool.objects.get(company=world.company, item=world.camera)
    assert (pool.quantity, pool.amount) == (3, 100)
    assert_laws()


def test_what_came_back_before_receipt_is_not_recognised(world: World) -> None:
    world.receive(world.camera, 3, "100")
    order = world.order(("CAMERA", 3), price="300", state="shipped")
    document = world.returned(order, ("CAMERA", 2), state="refunded")
    assert [line.reverses for line in ReturnLine.objects.filter(document=document)] == [False]
    assert world.state(order) == "shipped"
    assert booked(world) == {"1405": Decimal("66.67"), "1406": Decimal("33.33"), "220202": Decimal(-100)}
    world.step("recognised", [order])
    after = booked(world)
    assert (after["1122"], after["6001"], after["6401"]) == (Decimal(300), Decimal("-265.49"), Decimal("33.33"))
    assert "1406" not in after
    assert_laws()


def test_an_order_that_comes_back_whole_waits_for_revenue_no_longer(world: World) -> None:
    world.receive(world.camera, 2, "100")
    world.receive(world.battery, 1, "3")
    order = world.order(("CAMERA", 2), ("BATTERY", 1), state="shipped")
    world.returned(order, ("CAMERA", 1), ("BATTERY", 1), state="received")
    assert world.state(order) == "shipped"
    world.returned(order, ("CAMERA", 1), state="received")
    assert world.state(order) == "recognised"
    assert not Delivery.objects.filter(company=world.company, is_open=True).exists()
    assert booked(world) == {"1405": Decimal(103), "220202": Decimal(-103)}
    assert world.step("recognised", [order]).counts == {"already": 1}
    assert_laws()


def test_money_without_goods(world: World) -> None:
    world.receive(world.camera, 4, "100")
    revenue = world.order(("CAMERA", 2), price="300", state="recognised")
    waiting = world.order(("CAMERA", 2), price="300", state="shipped")
    before = booked(world)
    for order in (revenue, waiting):
        document = world.returned(order, ("CAMERA", 1), kind="refund_only")
        assert world.return_step("received", [document]).table() == [(document, "no_goods")]
        assert world.return_step("inspected", [document]).table() == [(document, "no_goods")]
        assert world.return_step("refunded", [document]).table() == [(document, "done")]
    after = booked(world)
    assert after["6001"] - before["6001"] == Decimal("265.48")
    assert after["1122"] == Decimal(300)
    assert after["6401"] == before["6401"] == Decimal(50)
    world.step("recognised", [waiting])
    after = booked(world)
    assert (after["1122"], after["6401"]) == (Decimal(600), Decimal(100))
    assert Return.objects.filter(order_id=revenue).count() == 1
    assert announce(world, new(revenue, ("CAMERA", 2))).table() == [(1, "more_than_left")]
    assert_laws()


def test_inspected_goods_are_free_again_or_scrap(world: World) -> None:
    world.receive(world.camera, 3, "90")
    order = world.order(("CAMERA", 3), state="recognised")
    document = world.returned(order, ("CAMERA", 3), state="received")
    balances = Balance.objects.filter(company=world.company, item=world.camera)
    assert dict(balances.values_list("quality", "on_hand")) == {"good": 0, "hold": 3}
    line = ReturnLine.objects.get(document=document).pk
    outcome = world.return_step("inspected", [document], scrap={line: Decimal(1)})
    assert outcome.table() == [(document, "done")]
    assert dict(balances.values_list("quality", "on_hand")) == {"good": 2, "hold": 0}
    after = booked(world)
    assert (after["1405"], after["1901"]) == (Decimal(60), Decimal(30))
    again = world.order(("CAMERA", 2), state="shipped")
    assert world.state(again) == "shipped"
    assert_laws()


def test_pieces_come_back_by_number(world: World) -> None:
    world.receive(world.lock, 2, "1000")
    order = world.order(("LOCK", 2), state="recognised")
    numbers = list(Serial.objects.filter(company=world.company).order_by("id").values_list("number", flat=True))
    document = world.returned(order, ("LOCK", 1))
    line = ReturnLine.objects.get(document=document).pk
    assert world.return_step("received", [document]).table() == [(document, "serials_missing")]
    strange = world.return_step("received", [document], serials={line: ["SN-NEVER"]})
    assert strange.table() == [(document, "unknown_serial")]
    assert world.return_step("received", [document], serials={7: ["X"]}).table() == [(document, "unknown_line")]
    assert world.return_step("received", [document], serials={line: [numbers[1]]}).table() == [(document, "done")]
    piece = Serial.objects.get(company=world.company, number=numbers[1])
    assert (piece.state, piece.line_id) == ("hold", None)
    world.return_step("inspected", [document])
    piece.refresh_from_db()
    assert piece.state == "in_stock"
    steps = list(SerialEntry.objects.filter(serial=piece).order_by("id").values_list("kind", flat=True))
    assert steps == ["receipt", "issue", "return", "inspect"]
    resold = world.order(("LOCK", 1), state="shipped")
    assert list(Serial.objects.filter(line_id__in=DeliveryLine.objects.filter(order_id=resold).values("id"))) == [piece]
    part = sales.NewReturnLine(Decimal(1), sku="LOCK", serials=[numbers[1]])
    assert announce(world, new(order, lines=[part])).table() == [(1, "unknown_serial")]
    last = announce(world, new(order, lines=[sales.NewReturnLine(Decimal(1), sku="LOCK", serials=[numbers[0]])]))
    assert last.table() == [(1, "done")]
    scrapped = int(last.verdicts[0].detail["return"])
    world.return_step("received", [scrapped])
    useless = {ReturnLine.objects.get(document=scrapped).pk: [numbers[0]]}
    world.return_step("inspected", [scrapped], scrap_serials=useless)
    assert Serial.objects.get(company=world.company, number=numbers[0]).state == "scrapped"
    assert_laws()


def test_each_announcement_gets_its_own_verdict(world: World) -> None:
    world.receive(world.camera, 5, "50")
    order = world.order(("CAMERA", 2), state="shipped")
    waiting = world.order(("CAMERA", 1), state="released")
    platform = Order.objects.get(pk=order).platform_number
    alien = World(code="ALIEN")
    alien.receive(alien.camera, 1, "1")
    foreign = alien.order(("CAMERA", 1), state="shipped")
    outcome = sales.announce_returns(
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 99],
        returns={
            1: new(None, ("CAMERA", 1), order_no=platform, shop="S1", platform_number="R-1"),
            2: new(None, ("CAMERA", 1), order_no=platform, platform_number="R-1"),
            3: new(foreign, ("CAMERA", 1)),
            4: new(order, ("CAMERA", 1), kind="theft"),
            5: new(order, ("CAMERA", 1), reason="NONE"),
            6: new(order),
            7: new(order, ("LOCK", 1)),
            8: new(waiting, ("CAMERA", 1)),
            9: new(order, ("CAMERA", 1), on=DAY - timedelta(days=1)),
            10: new(order, ("CAMERA", -1)),
            11: new(order, ("CAMERA", 2)),
            12: new(order, ("CAMERA", 1)),
        },
        **call(world),
    )
    assert [code for _id, code in outcome.table()] == [
        "done", "already", "unknown_order", "unknown_kind", "unknown_reason", "no_lines", "not_in_order",
        "not_shipped", "before_shipment", "bad_quantity", "more_than_left", "done", "not_found",
    ]  # fmt: skip
    assert announce(world, new(order, ("CAMERA", 1), platform_number="R-1")).table() == [(1, "already")]
    assert Return.objects.filter(company=world.company).count() == 2
    assert_laws()


def test_each_return_gets_its_own_verdict(world: World) -> None:
    world.receive(world.camera, 9, "90")
    order = world.order(("CAMERA", 9), state="recognised")
    first, second, gone, back, kept = (world.returned(order, ("CAMERA", 1)) for _nth in range(5))
    sales.cancel_returns([gone], **call(world))
    world.return_step("received", [back])
    alien = World(code="ALIEN")
    alien.receive(alien.camera, 1, "1")
    foreign = alien.returned(alien.order(("CAMERA", 1), state="shipped"), ("CAMERA", 1))
    ids = [first, 5, gone, back, foreign]
    wanted = ["not_received", "not_found", "cancelled", "done", "not_found"]
    assert [code for _id, code in world.return_step("inspected", ids).table()] == wanted
    assert [code for _id, code in world.return_step("inspected", ids).table()][3] == "already"
    wanted = ["done", "not_found", "cancelled", "already", "not_found"]
    assert [code for _id, code in world.return_step("received", ids).table()] == wanted
    assert world.return_step("received", [second], location=alien.east_bin.pk).table() == [(second, "foreign_location")]
    wanted = ["not_inspected", "not_found", "cancelled", "done", "not_found"]
    assert [code for _id, code in world.return_step("refunded", ids).table()] == wanted
    assert [code for _id, code in world.return_step("refunded", ids).table()][3] == "already"
    wanted = ["goods_are_back", "not_found", "already", "goods_are_back", "not_found"]
    assert [code for _id, code in sales.cancel_returns(ids, **call(world)).table()] == wanted
    early = sales.receive_returns([kept], on=DAY - timedelta(days=1), **call(world))
    assert early.table() == [(kept, "before_shipment")]
    with pytest.raises(Refusal, match="not_permitted"):
        sales.receive_returns([kept], company=world.company, by=Actor(None, "nobody", "test", {}), on=DAY)
    assert_laws()


def test_a_closed_month_takes_nothing_back(world: World) -> None:
    world.receive(world.camera, 2, "90")
    order = world.order(("CAMERA", 2), state="recognised")
    came, kept = world.returned(order, ("CAMERA", 1), state="received"), world.returned(order, ("CAMERA", 1))
    late = date(2027, 3, 1)
    assert sales.receive_returns([kept], on=late, **call(world)).table() == [(kept, "period_closed")]
    Period.objects.filter(company=world.company, module="stock").update(state="closed")
    assert world.return_step("received", [kept]).table() == [(kept, "period_closed")]
    assert world.return_step("inspected", [came]).table() == [(came, "period_closed")]
    Period.objects.filter(company=world.company, module="stock").update(state="open")
    world.return_step("inspected", [came])
    Period.objects.filter(company=world.company, module="sales").update(state="closed")
    assert world.return_step("received", [kept]).table() == [(kept, "period_closed")]
    assert world.return_step("refunded", [came]).table() == [(came, "period_closed")]


def test_a_quality_bin_takes_what_comes_back(world: World) -> None:
    from interlock.stock.models import Location

    hold = Location.objects.create(company=world.company_row, warehouse=world.east, code="Q-01", kind="quality")
    world.receive(world.camera, 1, "9")
    document = world.returned(world.order(("CAMERA", 1), state="shipped"), ("CAMERA", 1), state="received")
    assert ReturnLine.objects.get(document=document).location_id == hold.pk
    world.return_step("inspected", [document])
    balances = Balance.objects.filter(company=world.company, item=world.camera, on_hand__gt=0)
    assert list(balances.values_list("location_id", "quality")) == [(world.east_bin.pk, "good")]
    assert not ValueEntry.objects.filter(company=world.company, cause="scrap").exists()
    assert_laws()


def test_an_exchange_sends_other_goods_the_way_of_any_order(world: World) -> None:
    world.receive(world.camera, 2, "90")
    world.receive(world.battery, 2, "4")
    order = world.order(("CAMERA", 2), state="recognised")
    document = world.returned(order, ("CAMERA", 2), kind="exchange")
    line = ReturnLine.objects.get(document=document).pk

    def exchange(ids: list[int], **more: Any) -> list[str]:
        outcome = sales.exchange_returns(ids, on=DAY, **call(world, **more))
        return [code for _id, code in outcome.table()]

    assert exchange([document, 5]) == ["not_received", "not_found"]
    world.return_step("received", [document])
    assert exchange([document], items={line: "NOTHING"}) == ["unknown_item"]
    assert exchange([document], items={5: "BATTERY"}) == ["unknown_item"]
    assert exchange([document], items={line: "BATTERY"}) == ["done"]
    assert exchange([document]) == ["already"]
    other = Order.objects.get(pk=Return.objects.values_list("replacement_id", flat=True).get(pk=document))
    assert (str(other.amount), str(other.paid_amount), other.state) == ("598.00", "598.00", "received")
    assert [(row.sku, int(row.quantity), str(row.unit_price)) for row in other.lines.all()] == [
        ("BATTERY", 2, "299.000000")
    ]
    world.step("reviewed", [other.pk])
    assert world.holds(other.pk) == ["price_above_list"]
    sales.release_orders([other.pk], note="exchanged", **call(world))
    for state in ("reserved", "released", "shipped", "recognised"):
        world.step(state, [other.pk])
    assert world.state(other.pk) == "recognised"
    world.return_step("inspected", [document])
    world.return_step("refunded", [document])
    assert booked(world)["1122"] == Decimal(598)
    plain = world.returned(other.pk, ("BATTERY", 1))
    assert exchange([plain]) == ["not_exchange"]
    sales.cancel_returns([plain], **call(world))
    assert exchange([plain]) == ["cancelled"]
    assert_laws()


@pytest.mark.parametrize("count", [1, 60])
def test_the_number_of_statements_does_not_grow(world: World, count: int) -> None:
    world.receive(world.camera, 2 * count, "999.99")
    world.feed([world.line("CAMERA", 2, order_no=f"N{n}") for n in range(count)])
    orders = sales.orders_in(world.company, "received")
    for state in ("reviewed", "reserved", "released", "shipped", "recognised"):
        world.step(state, orders)
    news = {order: new(order, ("CAMERA", 1)) for order in orders}
    seen = {}
    with observed() as statements:
        assert sales.announce_returns(orders, returns=news, **call(world)).counts == {"done": count}
    seen["announced"] = len(statements)
    ids = sales.returns_in(world.company, "announced")
    for state in ("received", "inspected", "refunded"):
        with observed() as statements:
            assert world.return_step(state, ids).counts == {"done": count}
        seen[state] = len(statements)
    most = {"announced": 14, "received": 31, "inspected": 20, "refunded": 18}
    assert all(seen[state] <= most[state] for state in most), seen
    assert_laws()


def feed(world: World, rows: list[str], head: str = "order_no,sku,quantity,reason,returned_at,kind,return_no") -> Any:
    content = io.BytesIO("\n".join([head, *rows, ""]).encode())
    return sales.import_returns(content, "back.csv", **call(world))


def test_a_file_of_returns_answers_every_row_and_is_read_once(world: World) -> None:
    world.receive(world.camera, 4, "90")
    world.receive(world.battery, 4, "9")
    number = Order.objects.get(pk=world.order(("CAMERA", 4), ("BATTERY", 4), state="shipped")).platform_number
    rows = [
        f"{number},CAMERA,1,DEFECT,{DAY},,R1",
        f"{number},BATTERY,2,DEFECT,{DAY},,R1",
        f"{number},CAMERA,1,DEFECT,{DAY},refund_only,R2",
        f"{number},CAMERA,-1,DEFECT,{DAY},,R3",
        f"{number},CAMERA,1,DEFECT,2026-02-30,,R4",
        f"{number},CAMERA,9,DEFECT,{DAY},,R5",
        f"{number},CAMERA,1,,{DAY},,R6",
        f"=1+1,CAMERA,1,DEFECT,{DAY},,R7",
        f"{number},CAMERA,٣,DEFECT,{DAY},,R8",
        f"{number},CAMERA,1,DEFECT,{DAY},theft,R9",
    ]
    result = feed(world, rows)
    assert result.counts == {
        "done": 2, "unreadable": 4, "more_than_left": 1, "unknown_order": 1, "unknown_kind": 1,
    }  # fmt: skip
    assert [place for place, _why in result.rejected] == [4, 5, 6, 7, 8, 9, 10]
    assert dict(result.rejected)[5] == "bad_returned_at"
    again = feed(world, rows)
    assert again.counts == result.counts
    longer = feed(world, [*rows[:3], f"{number},CAMERA,1,DEFECT,{DAY},,R10"])
    assert longer.counts == {"already": 2, "done": 1}
    assert Return.objects.filter(company=world.company).count() == 3
    for refused, head in [("missing_columns", "order_no,quantity"), ("doubled_columns", "order_no,order_no,quantity")]:
        with pytest.raises(Refusal, match=refused):
            feed(world, ["1,2,3"], head)
    with pytest.raises(Refusal, match="not_permitted"):
        sales.import_returns(io.BytesIO(b""), "x.csv", company=world.company, by=Actor(None, "nobody", "test", {}))
    assert_laws()
