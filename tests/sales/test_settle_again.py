"""What an order owes when it was cancelled or refunded before its statement or after: judged, and judged again."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from interlock.finance import api as finance
from interlock.sales import api as sales
from interlock.sales.models import StatementLine
from tests.builders import DAY, World, assert_laws
from tests.settling import agree, balances, differences, number_of, paid, recognised, statement, text_of

BACK = {"gross": "0", "commission": "0", "payment_fee": "0"}


@pytest.fixture
def world(db: None) -> World:
    made = World()
    agree(made)
    return made


def cancel(world: World, *orders: int) -> None:
    outcome = sales.cancel_orders(orders, company=world.company, by=world.by, reason="buyer", on=DAY)
    assert outcome.counts == {"done": len(orders)}


def refund(world: World, *orders: int, amount: str) -> None:
    """Record that the buyers of these orders get money back, and that they have it."""
    part = sales.NewReturnLine(Decimal(), sku="BATTERY", amount=Decimal(amount))
    documents = [world.returned(order, kind="refund_only", lines=[part]) for order in orders]
    assert world.return_step("refunded", documents).counts == {"done": len(orders)}


def gives(world: World, order: int, amount: str, **more: Any) -> dict[str, Any]:
    return paid(world, order) | BACK | {"refund": amount, "net": f"-{amount}"} | more


def part(world: World, order: int, amount: str) -> dict[str, Any]:
    """Make the row that pays an order of 10 and gives back a part at once."""
    return paid(world, order) | {"commission": "0", "payment_fee": "0", "refund": amount, "net": 10 - Decimal(amount)}


def said(made: Any) -> list[tuple[str, Decimal]]:
    found = StatementLine.objects.filter(statement_id=made.statement).order_by("ordinal")
    return list(found.values_list("result", "difference_amount"))


def again(world: World) -> dict[str, int]:
    """Judge again what the worker would; then it asks for nothing more."""
    ids = sales.orders_found(world.company)
    counts = sales.rematch_differences(ids, company=world.company, by=world.by, on=DAY).counts if ids else {}
    assert sales.orders_found(world.company) == []
    return counts


def post(world: World, *made: Any) -> None:
    ids = [each.statement for each in made]
    assert sales.post_statements(ids, company=world.company, by=world.by, on=DAY).counts == {"done": len(ids)}
    world.post()


def test_a_cancelled_order_is_owed_nothing(world: World) -> None:
    kept, row, rows, later = (world.order(("BATTERY", 1)) for _ in range(4))
    before = statement(world, [paid(world, later)])
    assert said(before) == [("matched", 0)]
    cancel(world, kept, row, rows, later)
    made = statement(world, [
        paid(world, kept), part(world, row, "10"), gives(world, rows, "10"), paid(world, rows),
        gives(world, later, "10"),
    ])  # fmt: skip
    assert said(made) == [
        ("over_paid", 10), ("matched", 0), ("refund_matched", 0), ("matched", 0), ("refund_matched", 0),
    ]  # fmt: skip
    assert again(world) == {}
    # The platform gives back in its next statement what it paid for an order that was cancelled by then.
    last = statement(world, [gives(world, kept, "10")])
    assert said(last) == [("refund_differs", -10)]
    post(world, before, made, last)
    events = sales_events(world)
    assert again(world) == {"done": 2}
    assert (said(last), said(made)[0]) == ([("refund_matched", 0)], ("matched", 0))
    assert {state for _result, _amount, state in differences(world)} == {"matched"}
    assert sales_events(world) == events
    assert "1122" not in balances(world)
    assert_laws()


def test_an_unknown_order_that_was_cancelled_when_it_is_found(world: World) -> None:
    [order] = [world.order(("BATTERY", 1))]
    unknown = statement(world, [paid(world, order, order_no="LATE"), gives(world, order, "10", order_no="LATE")])
    assert unknown.counts == {"unknown_order": 2}
    post(world, unknown)
    world.feed([world.line("BATTERY", order_no="LATE")])
    cancel(world, *sales.Order.objects.filter(platform_number="LATE").values_list("pk", flat=True))
    assert again(world) == {"done": 2}
    assert said(unknown) == [("matched", 0), ("refund_matched", 0)]
    world.post()
    assert not {"1122", "2241"} & set(balances(world))
    assert_laws()


def test_a_refund_of_the_platform_is_paid_too_little_until_ours_is_recorded(world: World) -> None:
    inside, row, partly, none = recognised(world, 4)
    made = statement(world, [
        part(world, inside, "4"), paid(world, row), gives(world, row, "3"), part(world, partly, "6"),
        part(world, none, "1"),
    ])  # fmt: skip
    assert said(made) == [
        ("short_paid", -4), ("matched", 0), ("refund_differs", -3), ("short_paid", -6), ("short_paid", -1),
    ]  # fmt: skip
    post(world, made)
    assert again(world) == {}
    for order, amount in ((inside, "4"), (row, "3"), (partly, "2"), (none, "5")):
        refund(world, order, amount=amount)
    events = sales_events(world)
    # The last is refunded more than was kept back: its own refund is still to come, and 1.00 is still missing.
    assert again(world) == {"done": 3}
    assert said(made) == [
        ("matched", 0), ("matched", 0), ("refund_matched", 0), ("short_paid", -4), ("short_paid", -1),
    ]  # fmt: skip
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    ids = list(sales.Difference.objects.order_by("id").values_list("id", flat=True))
    assert sales.rematch_differences(ids, **call).counts == {"already": 4}
    assert sales.accept_differences(ids, **call, note="small").table() == [
        (ids[0], "already"), (ids[1], "already"), (ids[2], "done"), (ids[3], "done"),
    ]  # fmt: skip
    assert sales.hand_back_differences(ids[:1], company=world.company, by=world.by, note="x").counts == {"accepted": 1}
    assert sales_events(world) == events | {"difference_accepted": 2}
    world.post()
    assert balances(world)["1122"] == -5
    assert_laws()


def test_a_refund_that_comes_in_a_row_of_its_own_leaves_a_shortfall_alone(world: World) -> None:
    short, both = recognised(world, 2)
    made = statement(world, [paid(world, short, "-1"), part(world, both, "4")])
    refund(world, short, both, amount="4")
    later = statement(world, [gives(world, short, "4")])
    assert said(later) == [("refund_matched", 0)]
    assert again(world) == {"done": 1}
    assert said(made) == [("short_paid", -1), ("matched", 0)]
    assert said(statement(world, [gives(world, both, "4")])) == [("refund_differs", -4)]
    assert again(world) == {}
    assert_laws()


def test_rows_that_give_back_are_found_as_they_are_matched(world: World) -> None:
    """Of an order that comes later, whichever of its rows stands first, in one statement or in two."""
    [known] = recognised(world, 1)
    first = statement(world, [
        gives(world, known, "4", order_no="LATE"), paid(world, known, order_no="LATE"),
        gives(world, known, "3", order_no="LATE"),
    ])  # fmt: skip
    second = statement(world, [gives(world, known, "3", order_no="LATE"), paid(world, known, order_no="LATE")])
    post(world, first)
    world.receive(world.battery, 1, "4")
    world.feed([world.line("BATTERY", order_no="LATE")])
    assert again(world) == {"done": 5}
    assert (said(first), said(second)) == (
        [("refund_differs", -4), ("matched", 0), ("refund_differs", -3)],
        [("refund_differs", -3), ("already_settled", 10)],
    )  # fmt: skip
    alone = statement(world, [gives(world, known, "1", order_no="SOON"), gives(world, known, "2", order_no="SOON")])
    assert alone.counts == {"unknown_order": 2}
    world.feed([world.line("BATTERY", order_no="SOON")])
    assert again(world) == {"done": 2}
    assert said(alone) == [("short_paid", -11), ("refund_differs", -2)]
    post(world, second, alone)
    assert_laws()


def test_rows_that_only_give_back_settle_an_order_once(world: World) -> None:
    [order] = recognised(world, 1)
    made = statement(world, [gives(world, order, "1"), gives(world, order, "2")])
    assert said(made) == [("short_paid", -11), ("refund_differs", -2)]
    assert_laws()


def test_an_exchange_whose_replacement_is_cancelled_is_a_refund(world: World) -> None:
    [order] = recognised(world, 1)
    world.receive(world.battery, 1, "4")
    document = world.returned(order, ("BATTERY", 1), kind="exchange", state="inspected")
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    sales.exchange_returns([document], **call)
    world.return_step("refunded", [document])
    made = statement(world, [part(world, order, "10")])
    assert said(made) == [("short_paid", -10)]
    cancel(world, *sales.Return.objects.filter(pk=document).values_list("replacement_id", flat=True))
    assert again(world) == {"done": 1}
    assert said(made) == [("matched", 0)]
    assert_laws()


def test_a_closed_month_keeps_only_what_moves_money(world: World) -> None:
    [order] = recognised(world, 1)
    made = statement(world, [part(world, order, "4"), paid(world, order, order_no="LATE")])
    post(world, made)
    refund(world, order, amount="4")
    world.feed([world.line("BATTERY", order_no="LATE")])
    ids, late = sales.orders_found(world.company), date(2027, 3, 1)
    outcome = sales.rematch_differences(ids, company=world.company, by=world.by, on=late)
    assert [code for _id, code in outcome.table()] == ["done", "period_closed"]
    assert number_of(world, order)
    assert_laws()


def sales_events(world: World) -> dict[str, int]:
    from collections import Counter

    from interlock.finance.models import Event

    return dict(Counter(Event.objects.filter(company_id=world.company).values_list("kind", flat=True)))


def tie(world: World, *made: Any, **chosen: Any) -> list[str]:
    outcome = sales.tie_payouts([each.statement for each in made], company=world.company, by=world.by, on=DAY, **chosen)
    return [code for _id, code in outcome.table()]


def receive_money(world: World, *rows: tuple[str, str, str]) -> list[int]:
    table = [{"number": n, "received_on": DAY, "amount": a, "reference": r, "payer": "Platform"} for n, a, r in rows]
    finance.import_receipts(io.BytesIO(text_of(table).encode()), "bank.csv", company=world.company, by=world.by)
    return list(finance.BankReceipt.objects.filter(state="open").order_by("id").values_list("id", flat=True))


def test_one_receipt_pays_several_statements(world: World) -> None:
    orders = recognised(world, 6)
    plain = {"commission": "0", "payment_fee": "0", "net": "10"}
    made = [statement(world, [paid(world, order) | plain], f"J{n}") for n, order in enumerate(orders[:5])]
    kept = statement(world, [gives(world, orders[0], "4")], "J-4")
    nothing = statement(world, [], "J0.00")
    post(world, *made[:4], kept, nothing)
    other = World(code="OTHER")
    agree(other)
    theirs = statement(other, [paid(other, recognised(other, 1)[0]) | plain], "J0")
    assert tie(world, kept) == ["nothing_due"]
    receive_money(world, ("B1", "16", "J0, J1；J-4"), ("B2", "20", "J2+J3+J9"), ("B3", "19", "J2 J3"))
    assert tie(world, made[0], kept) == ["amount_differs", "nothing_due"]
    assert tie(world, made[0], made[1], theirs, kept, made[2], made[3], made[4]) == [
        "done", "done", "not_found", "done", "amount_differs", "amount_differs", "not_posted",
    ]  # fmt: skip
    assert tie(world, made[0], kept) == ["already", "already"]
    still = finance.BankReceipt.objects.filter(state="open").order_by("bank_number")
    twenty, nineteen = still.values_list("id", flat=True)
    assert tie(world, made[2], made[3], receipt=nineteen) == ["amount_differs", "amount_differs"]
    assert tie(world, made[2], made[3], receipt=999) == ["no_receipt", "no_receipt"]
    assert tie(other, theirs, receipt=twenty) == ["not_posted"]
    assert tie(world, made[2], made[4], made[3], nothing, receipt=twenty) == ["done", "not_posted", "done", "done"]
    world.post()
    assert (balances(world)["1002"], balances(world).get("1012")) == (36, None)
    assert_laws()
    assert sales.Statement.objects.filter(company_id=world.company, state="paid").count() == 6


def test_one_receipt_pays_one_shop(world: World) -> None:
    second = world.shop.__class__.objects.get(pk=world.shop.pk)
    second.pk, second.code = None, "SHOP-2"
    second.save()
    first_order, second_order = recognised(world, 2)
    one = statement(world, [paid(world, first_order)], "ONE")
    two = sales.import_statement(
        io.BytesIO(text_of([paid(world, second_order)]).encode()), "two.csv", company=world.company, by=world.by,
        shop=second.pk, number="TWO", on=DAY,
    )  # fmt: skip
    post(world, one, two)
    [receipt] = receive_money(world, ("B1", "18.80", "ONE TWO"))
    assert tie(world, one, two, receipt=receipt) == ["several_shops", "several_shops"]
    assert tie(world, one, two) == ["amount_differs", "amount_differs"]
    assert_laws()


def test_an_order_of_a_named_customer_is_not_the_platforms_to_pay(world: World) -> None:
    named, late, plain = recognised(world, 3)
    customer = world.shop.customer_id
    sales.Order.objects.filter(pk=named).update(customer_id=customer)
    made = statement(world, [
        paid(world, named), gives(world, named, "4"), paid(world, plain), paid(world, late, order_no="LATE"),
    ])  # fmt: skip
    assert said(made) == [("customer_order", 10), ("customer_order", -4), ("matched", 0), ("unknown_order", 10)]
    post(world, made)
    assert balances(world)["2241"] == -16
    sales.Order.objects.filter(pk=late).update(platform_number="LATE", customer_id=customer)
    assert again(world) == {"done": 1}
    assert said(made)[3] == ("customer_order", 10)
    ids = list(sales.Difference.objects.order_by("id").values_list("id", flat=True))
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    assert sales.rematch_differences(ids, **call).counts == {"already": 3}
    assert sales.accept_differences(ids, **call, note="x").counts == {"not_acceptable": 3}
    world.post()
    assert balances(world)["2241"] == -16
    assert made.counts == {"customer_order": 2, "matched": 1, "unknown_order": 1}
