"""What returns take back goes to the accounts it came from; money goes back without pieces, too."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from interlock.finance import api as finance
from interlock.sales import api as sales
from interlock.sales.models import DeliveryLine, Order, Return, ReturnLine
from tests.builders import DAY, World, assert_laws

from .test_returns import announce, booked, call, feed, new


def test_a_reversal_goes_to_the_accounts_of_what_it_reverses(world: World) -> None:
    """Rules that change between sale and return say nothing about what was posted before."""
    world.receive(world.camera, 3, "300")
    order = world.order(("CAMERA", 3), price="339", state="recognised")
    sold = booked(world)
    account = {row.code: row for row in finance.Account.objects.filter(company_id=world.company)}
    rules = finance.PostingRule.objects.filter(company_id=world.company)
    for kind, component, debit, credit in [
        ("goods_shipped", "cost", "1408", "1405"),
        ("goods_returned", "cost", "1405", "1408"),
        ("revenue_recognised", "net", "1122", "6051"),
        ("revenue_reversed", "net", "6051", "1122"),
        ("revenue_reversed", "cost", "1408", "6402"),
    ]:
        finance.PostingRule.objects.create(
            company_id=world.company, event_kind=kind, component=component, valid_from=DAY.replace(day=1),
            debit_account=account[debit], credit_account=account[credit],
        )  # fmt: skip
    rules.filter(event_kind="revenue_reversed", component="vat").delete()
    world.returned(order, ("CAMERA", 1), state="received")
    after = booked(world)
    assert (after["6001"] - sold["6001"], after["6401"] - sold["6401"]) == (Decimal(300), Decimal(-100))
    assert after["22210105"] - sold["22210105"] == Decimal(39)
    assert not {"1408", "6051", "6402", "1406"} & set(after)
    assert_laws()


def test_a_reversal_waits_until_what_it_reverses_is_posted(world: World) -> None:
    world.receive(world.camera, 1, "100")
    world.post()
    order = world.order(("CAMERA", 1), price="339", state="recognised")
    rule = finance.PostingRule.objects.get(company_id=world.company, event_kind="revenue_recognised", component="net")
    rule.delete()
    world.returned(order, ("CAMERA", 1), state="received")
    waiting = finance.post_pending(world.company, world.by)
    assert (waiting.counts["no_rule"], waiting.counts["original_pending"]) == (1, 1)
    assert {event.code for event in finance.pending_events(world.company)} == {"no_rule", "original_pending"}
    assert_laws()
    rule.pk = None
    rule.save()
    assert "6001" not in booked(world)
    assert finance.pending_events(world.company) == []
    assert_laws()


def money(amount: str, **fields: Any) -> dict[str, Any]:
    part = sales.NewReturnLine(Decimal(fields.pop("quantity", 0)), sku="CAMERA", amount=Decimal(amount))
    return {"kind": "refund_only", "lines": [part]} | fields


def test_a_part_of_the_money_goes_back_without_pieces(world: World) -> None:
    world.receive(world.camera, 2, "100")
    order = world.order(("CAMERA", 2), price="300", state="recognised")
    before = booked(world)
    for wrong in (money("0"), money("-1"), money("0.001"), money("5", kind="return"), money("5", quantity=1)):
        assert announce(world, new(order, **wrong)).table() == [(1, "bad_amount")]
    outcome = announce(world, new(order, **money("50.01")), new(order, **money("549.99")), new(order, **money("0.01")))
    assert outcome.table() == [(1, "done"), (2, "done"), (3, "more_than_left")]
    small, rest = (int(verdict.detail["return"]) for verdict in outcome.verdicts[:2])
    sales.cancel_returns([rest], **call(world))
    world.return_step("refunded", [small])
    after = booked(world)
    assert after["1122"] == before["1122"] - Decimal("50.01")
    assert after["22210105"] - before["22210105"] == Decimal("5.75")
    assert after["6401"] == before["6401"]
    # The pieces come back at their price, the last one at what is left of it.
    back = [world.returned(order, ("CAMERA", 1), state="refunded") for _nth in range(2)]
    amounts = [Return.objects.get(pk=document).amount for document in back]
    assert amounts == [Decimal(300), Decimal("249.99")]
    whole = DeliveryLine.objects.get(order_id=order)
    lines = ReturnLine.objects.exclude(document=rest)
    assert sum(line.amount for line in lines) == whole.amount
    assert sum(line.tax_amount for line in lines) == whole.tax_amount
    gone = booked(world)
    assert (gone.get("1122", 0), gone.get("6001", 0), gone.get("6401", 0)) == (0, 0, 0)
    assert_laws()


def test_money_without_pieces_before_revenue_leaves_less_of_it(world: World) -> None:
    world.receive(world.camera, 2, "100")
    order = world.order(("CAMERA", 2), price="300", state="shipped")
    number = Order.objects.get(pk=order).platform_number
    head = "order_no,sku,quantity,amount,reason,returned_at,kind,return_no"
    rows = [f"{number},CAMERA,,30.5,DEFECT,{DAY},refund_only,M1", f"{number},CAMERA,,1.234,DEFECT,{DAY},refund_only,M2"]
    result = feed(world, rows, head)
    assert (result.counts, dict(result.rejected)) == ({"done": 1, "unreadable": 1}, {2: "bad_amount"})
    world.return_step("refunded", [Return.objects.get(order_id=order).pk])
    world.step("recognised", [order])
    assert booked(world)["1122"] == Decimal("569.50")
    assert_laws()
