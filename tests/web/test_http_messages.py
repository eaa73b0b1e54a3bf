"""Changes, cancellations and returns over HTTP: an answer for every row, the key of the call."""

from __future__ import annotations

from typing import Any

from django.test import Client

from interlock.sales.models import Order, Return, ReturnLine
from interlock.stock.models import Serial
from tests.builders import DAY, World, assert_laws

from .people import sign_in


def send(client: Client, world: World, verb: str, rows: list[dict[str, Any]], key: str = "", **more: Any) -> Any:
    headers = {"Idempotency-Key": key} if key else {}
    body = {"company": world.code, "rows": rows, **more}
    return client.post(f"/api/v1/messages/{verb}", body, content_type="application/json", headers=headers)


def codes(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [row["code"] for row in answer.json()["rows"]]


def of(order: int, **more: Any) -> dict[str, Any]:
    return {"shop": "S1", "order_no": Order.objects.get(pk=order).platform_number} | more


def test_orders_are_cancelled_row_by_row(world: World, clerk: Client) -> None:
    world.receive(world.camera, 9, "90")
    open_order, gone = world.order(), world.order(state="shipped")
    rows = [
        of(open_order, reason="buyer"),
        of(gone, reason="fraud", note="seen before"),
        of(open_order, reason="other"),
        {"shop": "S1", "order_no": "NEVER", "reason": "buyer"},
    ]
    first = send(clerk, world, "orders/cancel", rows, "k1")
    assert codes(first) == ["done", "shipped", "named_twice", "unknown_order"]
    assert first.json()["rows"][0]["number"] == Order.objects.get(pk=open_order).number
    assert world.state(open_order) == "cancelled"
    assert codes(send(clerk, world, "orders/cancel", rows, "k1"))[:2] == ["done", "shipped"]
    assert codes(send(clerk, world, "orders/cancel", rows))[:2] == ["already", "shipped"]
    reused = send(clerk, world, "orders/cancel", rows[:1], "k1")
    assert (reused.status_code, reused.json()["code"]) == (409, "key_reused")
    assert send(clerk, world, "orders/cancel", [of(gone, reason="whim")]).status_code == 422
    assert_laws()


def test_orders_are_changed_row_by_row(world: World, clerk: Client) -> None:
    world.receive(world.camera, 9, "90")
    order, gone = world.order(("CAMERA", 2)), world.order(state="shipped")
    rows = [
        of(order, city="宁波市", lines=[{"line": 1, "quantity": "3"}, {"item": "BATTERY", "quantity": 1}]),
        of(gone, buyer="王"),
    ]
    assert codes(send(clerk, world, "orders/change", rows, "k2")) == ["done", "shipped"]
    assert codes(send(clerk, world, "orders/change", rows, "k2")) == ["done", "shipped"]
    changed = Order.objects.get(pk=order)
    assert (changed.city, list(changed.lines.order_by("line_number").values_list("quantity", flat=True))) == (
        "宁波市",
        [3, 1],
    )
    assert codes(send(clerk, world, "orders/change", [of(order, city="宁波市")])) == ["nothing_to_change"]
    assert_laws()


def test_returns_are_announced_and_received(world: World, clerk: Client) -> None:
    world.receive(world.lock, 3, "900")
    world.receive(world.camera, 3, "90")
    order = world.order(("LOCK", 2), ("CAMERA", 2), state="shipped")
    numbers = list(Serial.objects.filter(state="issued").order_by("id").values_list("number", flat=True))
    lines = [{"sku": "LOCK", "quantity": 1}, {"line_no": 2, "quantity": 1}]
    rows = [
        of(order, return_no="R1", reason="DEFECT", returned_on=str(DAY), lines=lines),
        of(order, return_no="R2", reason="WHIM", returned_on=str(DAY), lines=lines),
        of(order, return_no="R3", reason="DEFECT", kind="refund_only", returned_on=str(DAY),
           lines=[{"sku": "CAMERA", "amount": "9.90"}]),
    ]  # fmt: skip
    first = send(clerk, world, "returns/announce", rows, "k3")
    assert codes(first) == ["done", "unknown_reason", "done"]
    assert codes(send(clerk, world, "returns/announce", rows, "k3")) == ["done", "unknown_reason", "done"]
    assert codes(send(clerk, world, "returns/announce", rows)) == ["already", "unknown_reason", "already"]
    document = Return.objects.get(platform_number="R1")
    assert first.json()["rows"][0]["number"] == document.number

    def receive(*given: dict[str, Any], key: str = "") -> list[str]:
        return codes(send(clerk, world, "returns/receive", list(given), key, received_on=str(DAY)))

    assert receive(of(order, return_no="R1"), {"number": "RT-NEVER"}) == ["serials_missing", "unknown_return"]
    assert receive({"number": document.number, "serials": ["SN-NEVER"]}) == ["unknown_serial"]
    assert receive(of(order, return_no="R1", serials=[numbers[1]]), key="k4") == ["done"]
    assert receive(of(order, return_no="R1", serials=[numbers[1]]), key="k4") == ["done"]
    assert receive(of(order, return_no="R1"), of(order, return_no="R3")) == ["already", "no_goods"]
    assert ReturnLine.objects.get(document=document, item_id=world.lock).serials == [numbers[1]]
    assert_laws()


def test_the_doors_ask_for_permission_and_company(world: World, clerk: Client) -> None:
    order = world.order()
    looker, alien = sign_in(world, ["sales.view_order"]), World(code="ALIEN")
    for verb, row in [
        ("orders/cancel", of(order, reason="buyer")),
        ("orders/change", of(order, city="宁波市")),
        ("returns/announce", of(order, return_no="R1", reason="DEFECT", lines=[{"sku": "CAMERA", "quantity": 1}])),
        ("returns/receive", of(order, return_no="R1")),
    ]:
        assert send(looker, world, verb, [row]).status_code == 403
        assert send(clerk, alien, verb, [row]).status_code == 404
        assert send(Client(), world, verb, [row]).status_code == 401
