"""What sales and stock bring to the close: each refusal names its document, and the way out lets the month close."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from interlock.core.sql import observed
from interlock.finance import api as finance
from interlock.finance.models import ClosePolicy, CloseReport, EventLine
from interlock.sales import api as sales
from interlock.sales.models import Difference
from interlock.stock import api as stock
from interlock.stock.models import Entry, Pool, ValueEntry
from tests.builders import DAY, World, assert_laws
from tests.settling import agree, paid, statement

NOVEMBER = date(2026, 11, 1)
AT_ONCE = (
    "ship_days", "recognise_days", "announce_days", "inspect_days", "refund_days", "statement_days",
    "difference_days", "payout_days", "receipt_days",
)  # fmt: skip


def strict(world: World) -> None:
    """No days of grace: what is open at the end of the month stands in the way."""
    ClosePolicy.objects.bulk_create(ClosePolicy(company_id=world.company, code=code, value=0) for code in AT_ONCE)


def found(world: World, month: date = NOVEMBER) -> list[tuple[str, str, int | None]]:
    """Answer what stands in the way: (step, code, document)."""
    seen = finance.checklist(world.company, month)
    assert seen
    return [(step.code, one.code, one.document_id) for step in seen.steps for one in step.answer.findings]


def close(world: World, month: date = NOVEMBER, **how: Any) -> Any:
    [verdict] = finance.close_month(world.company, month, by=world.by, early=True, **how).verdicts
    return verdict


def test_what_is_half_done_is_named_until_it_is_done(world: World) -> None:
    strict(world)
    waiting = world.delivery(("CAMERA", 2))
    world.post()
    assert found(world) == [("sales", "not_shipped", waiting)]
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    sales.ship_deliveries([waiting], **call)
    world.post()
    [finding] = finance.checklist(world.company, NOVEMBER).steps[0].answer.findings  # type: ignore[union-attr]
    assert (finding.code, finding.document_id, finding.quantity, finding.amount) == (
        "not_recognised", waiting, Decimal(2), Decimal(598),
    )  # fmt: skip
    verdict = close(world, step="sales")
    assert (verdict.code, verdict.detail["steps"]) == ("differs", {"sales": 1})
    ClosePolicy.objects.filter(company_id=world.company, code="recognise_days").update(value=60)
    assert close(world, step="sales").code == "done", "how long is data"
    assert sales.recognise_revenue([waiting], trigger="installation", **call).counts == {"period_closed": 1}


def test_returns_are_named_while_they_wait(world: World) -> None:
    strict(world)
    delivery = world.delivery(("CAMERA", 1), state="recognised")
    order = sales.DeliveryLine.objects.get(delivery_id=delivery).order_id
    back = world.returned(order, ("CAMERA", 1))
    for step, code in (
        ("received", "return_not_arrived"),
        ("inspected", "return_not_inspected"),
        ("refunded", "refund_owed"),
    ):
        world.post()
        assert found(world) == [("sales", code, back)]
        assert world.return_step(step, [back]).counts == {"done": 1}
    world.post()
    assert found(world) == []
    assert close(world).code == "done"
    assert_laws()


def test_statements_and_differences_are_named(world: World) -> None:
    strict(world)
    agree(world)
    delivery = world.delivery(("BATTERY", 2), state="recognised")
    order = sales.DeliveryLine.objects.get(delivery_id=delivery).order_id
    made = statement(world, [paid(world, order, "-1.00")])
    world.post()
    difference = Difference.objects.get(company_id=world.company).pk
    assert found(world) == [("sales", "statement_not_posted", made.statement), ("sales", "difference_open", difference)]
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert sales.post_statements([made.statement], on=DAY, **call).counts == {"done": 1}
    assert sales.accept_differences([difference], on=DAY, note="small", **call).counts == {"done": 1}
    world.post()
    assert found(world) == [("sales", "payout_not_tied", made.statement)]
    ClosePolicy.objects.filter(company_id=world.company, code="payout_days").update(value=30)
    assert close(world).code == "done"
    [report] = CloseReport.objects.filter(company_id=world.company)
    figures = {
        pair["name"]: (pair["business"], pair["books"])
        for step in finance.report_of(report)["report"]["steps"]
        for pair in step["figures"]
    }
    assert figures["revenue"][0] == figures["revenue"][1]
    assert Decimal(figures["revenue"][0]["amount"]) == Decimal(20)
    assert figures["owed"][0] == figures["owed"][1]
    assert Decimal(figures["owed"][0]["amount"]) != 0
    assert_laws()


def test_both_sides_of_stock_are_compared(world: World) -> None:
    line = stock.NewLine(world.camera, world.east_bin.pk, Decimal(5), Decimal(50))
    draft = stock.record_movement(company=world.company, by=world.by, kind="receipt", movement_on=DAY, lines=[line])
    movement = draft.verdicts[0].detail["movement"]
    assert found(world) == [("stock", "movement_draft", movement)]
    assert stock.post_movements([movement], company=world.company, by=world.by).counts == {"done": 1}
    world.post()
    assert found(world) == []
    entry = ValueEntry.objects.get(company=world.company)
    given = {"cause": "receipt", "item_id": world.camera, "line_id": entry.line_id, "effective_on": DAY}
    ValueEntry.objects.create(
        company_id=world.company, pool_id=entry.pool_id, run_id=entry.run_id, quantity_delta=1, amount_delta=3, **given
    )
    Pool.objects.filter(company=world.company).update(amount=53, base_amount=53)
    assert found(world) == [
        ("stock", "pieces_differ", entry.line_id), ("stock_books", "value_differs", movement),
        ("stock_books", "stock_not_books", None),
    ]  # fmt: skip
    assert close(world, step="stock").detail == {"step": "sales"}
    assert close(world).code == "law_broken"


def test_what_is_entered_by_hand_on_a_stock_account_is_named(world: World) -> None:
    lines = (finance.ManualLine("1405", debit=Decimal(7)), finance.ManualLine("1002", credit=Decimal(7)))
    made = finance.post_voucher(finance.ManualVoucher(DAY, "by hand", lines), company=world.company, by=world.by)
    assert found(world) == [("stock_books", "stock_not_books", made.verdicts[0].detail["voucher"])]
    assert close(world).detail["steps"] == {"stock_books": 1}


def test_revenue_is_compared_line_by_line(world: World, owner_of_lines: Any) -> None:
    delivery = world.delivery(("BATTERY", 3), state="recognised")
    world.post()
    assert found(world) == []
    line = sales.DeliveryLine.objects.get(delivery_id=delivery)
    owner_of_lines(line, Decimal("29.00"))
    assert ("sales_books", "revenue_not_told", delivery) in found(world)


def test_what_was_never_told_or_valued_is_found_from_the_business_side(world: World) -> None:
    """A missing event or value is a difference too: neither side is asked only for what the other knows."""
    delivery = world.delivery(("BATTERY", 3), state="shipped")
    world.post()
    assert found(world) == []
    sales.DeliveryLine.objects.filter(delivery_id=delivery).update(recognised_on=DAY)
    left = Entry.objects.get(company=world.company, kind="issue")
    Entry.objects.create(
        company_id=world.company, kind="adjustment", item_id=left.item_id, location_id=left.location_id,
        on_hand_delta=2, reserved_delta=0, line_id=left.line_id, effective_on=DAY, run_id=left.run_id,
    )  # fmt: skip
    seen = finance.checklist(world.company, NOVEMBER)
    assert seen
    steps = {step.code: step.answer for step in seen.steps}
    [told] = [one for one in steps["sales_books"].findings if one.code == "revenue_not_told"]
    assert (told.document_id, told.quantity, told.amount, told.book_amount) == (delivery, 3, Decimal(30), 0)
    assert steps["sales_books"].figures[0].name == "revenue"
    assert steps["sales_books"].figures[0].amount == Decimal(30)
    assert steps["sales_books"].figures[0].book_amount == 0
    [pieces], [figure] = steps["stock"].findings, steps["stock"].figures
    assert figure.quantity - figure.book_quantity == 2  # type: ignore[operator]
    assert (pieces.code, pieces.line_id, pieces.quantity, pieces.book_quantity) == (
        "pieces_differ",
        left.line_id,
        -1,
        -3,
    )


@pytest.fixture
def owner_of_lines() -> Any:
    def change(line: Any, amount: Decimal) -> None:
        type(line).objects.filter(pk=line.pk).update(amount=amount)

    return change


def test_the_checklist_takes_the_same_statements_for_any_month(world: World) -> None:
    def statements() -> int:
        with observed() as seen:
            assert finance.checklist(world.company, NOVEMBER)
        return len(seen)

    none = statements()
    world.delivery(("CAMERA", 2), state="recognised")
    world.delivery(("BATTERY", 2), state="shipped")
    world.post()
    assert statements() == none <= 36
    assert EventLine.objects.filter(company_id=world.company).exists()
