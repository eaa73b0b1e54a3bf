"""Orders made by another system: one call, an answer a row, each fault by line and field."""

from __future__ import annotations

from typing import Any

from interlock.sales.models import Order
from tests.builders import World
from tests.sales.test_entry import buyer

from .calling import codes, program


def row(number: str, **fields: Any) -> dict[str, Any]:
    return {"shop": "S1", "order_no": number, "lines": [{"item": "CAMERA", "quantity": "2"}], **fields}


def test_orders_are_made_in_bulk_and_answered_row_by_row(world: World) -> None:
    party, caller = buyer(world), program(world)
    rows = [row(f"N{n}", customer="C-1") for n in range(30)]
    rows += [row("BAD", lines=[{"item": "CAMERA", "quantity": "1"}, {"item": "NONE", "quantity": "1"}]), row("N1")]
    answer = caller.post("orders", {"rows": rows}, **{"Idempotency-Key": "one"})
    assert codes(answer) == ["done"] * 30 + ["unknown_item", "taken"]
    verdicts = answer.json()["verdicts"]
    assert verdicts[30]["detail"]["faults"] == [{"line": 2, "field": "item", "code": "unknown_item", "value": "NONE"}]
    made = Order.objects.get(company=world.company, platform_number="N7")
    assert verdicts[7]["detail"] == {"order": made.pk, "number": made.number}
    assert (str(made.amount), made.customer_id, made.district) == ("598.00", party.pk, "西湖区")
    assert caller.get(f"orders/{made.pk}").json()["customer"] == "C-1"
    again = caller.post("orders", {"rows": rows}, **{"Idempotency-Key": "one"}).json()
    assert again["replayed"] is True
    assert Order.objects.filter(company=world.company).count() == 30
    other = caller.post("orders", {"rows": rows[:1]}, **{"Idempotency-Key": "one"})
    assert (other.status_code, other.headers["Content-Type"]) == (409, "application/problem+json")
    assert codes(caller.post("orders", {"rows": rows[:2], "policy": "dry_run"})) == ["already", "already"]


def test_a_call_is_refused_as_a_whole_for_what_is_no_order(world: World) -> None:
    caller = program(world)
    wrong = caller.post("orders", {"rows": [row("A", quantity=1)]})
    assert wrong.status_code == 422
    assert wrong.json()["errors"][0]["field"].startswith("body.rows")
    assert caller.post("orders", {"rows": [row("A")] * 5_001}).status_code == 422
    assert program(world, ["sales.import_orders"]).post("orders", {"rows": [row("A")]}).status_code == 403
    assert not Order.objects.exists()
