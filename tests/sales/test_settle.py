"""Settlement: each line of a statement has one result, each yuan of it is booked, each difference has an owner."""

from __future__ import annotations

import io
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from interlock.core.api import Period, Refusal
from interlock.finance import api as finance
from interlock.sales import api as sales
from interlock.sales.models import Difference, Statement
from tests.builders import DAY, World, assert_laws
from tests.settling import agree, balances, differences, number_of, paid, recognised, results, statement, text_of


@pytest.fixture
def world(db: None) -> World:
    made = World()
    agree(made)
    return made


def post(world: World, *ids: int, on: date = DAY) -> Any:
    return sales.post_statements(ids, company=world.company, by=world.by, on=on)


def test_every_line_has_one_result(world: World) -> None:
    good, short, over, twice = recognised(world, 4)
    waiting = world.order(("BATTERY", 1))
    made = statement(world, [
        paid(world, good), paid(world, short, "-0.01"), paid(world, over, "3"), paid(world, twice),
        paid(world, twice), paid(world, good, order_no="NOT-OURS"), paid(world, waiting),
    ])  # fmt: skip
    assert results(made) == {
        number_of(world, good): "matched", number_of(world, short): "short_paid", number_of(world, over): "over_paid",
        number_of(world, twice): "already_settled", "NOT-OURS": "unknown_order", number_of(world, waiting): "matched",
    }  # fmt: skip
    assert made.counts == {"matched": 3, "short_paid": 1, "over_paid": 1, "already_settled": 1, "unknown_order": 1}
    assert differences(world) == [
        ("short_paid", Decimal("-0.01"), "open"), ("over_paid", Decimal(3), "open"),
        ("already_settled", Decimal(10), "open"), ("unknown_order", Decimal(10), "open"),
    ]  # fmt: skip
    later = statement(world, [paid(world, good)])
    assert later.counts == {"already_settled": 1}
    assert_laws()


def test_the_same_file_twice_is_one_statement_and_other_content_is_refused(world: World) -> None:
    one, two = recognised(world, 2)
    first = statement(world, [paid(world, one)], "A")
    again = statement(world, [paid(world, one)], "A")
    renamed = statement(world, [paid(world, one)], "A-again")
    assert (first.replayed, again.replayed, renamed.replayed) == (False, True, True)
    assert first.statement == again.statement == renamed.statement
    with pytest.raises(Refusal, match="statement_changed"):
        statement(world, [paid(world, two)], "A")
    assert Statement.objects.count() == 1
    assert_laws()


def test_a_statement_is_booked_to_the_cent(world: World) -> None:
    good, short = recognised(world, 2)
    world.post()
    before = balances(world)
    made = statement(world, [paid(world, good), paid(world, short, "-1"), paid(world, good, order_no="X")])
    assert post(world, made.statement).table() == [(made.statement, "done")]
    assert post(world, made.statement).table() == [(made.statement, "already")]
    world.post()
    moved = {code: amount - before.get(code, 0) for code, amount in balances(world).items()}
    payout = Decimal("10") * 2 + 9 - Decimal("1.45") - Decimal("0.30")
    assert {code: amount for code, amount in moved.items() if amount} == {
        "1012": payout, "1122": Decimal(-19), "2241": Decimal(-10), "660102": Decimal("1.45"),
        "660103": Decimal("0.30"),
    }  # fmt: skip
    assert Statement.objects.get(pk=made.statement).payout_amount == payout
    assert_laws()


def test_what_cannot_be_posted(world: World) -> None:
    other = World(code="OTHER")
    agree(other)
    [order], [foreign] = recognised(world, 1), recognised(other, 1)
    made, theirs = statement(world, [paid(world, order)]), statement(other, [paid(other, foreign)])
    Period.objects.filter(company_id=world.company, module="sales", month=date(2026, 10, 1)).update(state="closed")
    assert post(world, made.statement, theirs.statement, 999, on=date(2026, 10, 31)).table() == [
        (made.statement, "period_closed"), (theirs.statement, "not_found"), (999, "not_found"),
    ]  # fmt: skip
    Statement.objects.filter(pk=made.statement).update(state="imported")
    assert post(world, made.statement).table() == [(made.statement, "not_matched")]
    assert sales.match_statements([made.statement, 999], company=world.company, by=world.by).table() == [
        (made.statement, "not_read"), (999, "not_found"),
    ]  # fmt: skip


def test_a_platform_writes_as_it_likes(world: World) -> None:
    one, two = recognised(world, 2)
    agree(
        world,
        columns={"order_no": "订单号", "gross": "收入", "refund": "退款", "net": "结算", "settled_on": "日期"},
        fees={"佣金": "commission", "返佣": "commission", "服务费": "payment"},
        fees_negative=True,
        refund_negative=True,
    )
    rows = [
        {"订单号": f'="{number_of(world, one)}"', "收入": "￥10.00", "退款": "", "佣金": "-0.60", "返佣": "0.10",
         "服务费": "-0.05", "结算": "9.45", "日期": "2026/11/10"},
        {"订单号": f"'{number_of(world, two)}\t", "收入": "1,010.00", "退款": "-1000.00", "佣金": "-0.50", "返佣": "",
         "服务费": "", "结算": "9.50", "日期": "2026-11-12 10:00:00"},
    ]  # fmt: skip
    made = statement(world, rows)
    assert made.counts == {"matched": 2}
    kept = Statement.objects.get(pk=made.statement)
    assert (kept.first_on, kept.last_on) == (date(2026, 11, 10), date(2026, 11, 12))
    assert (kept.gross_amount, kept.refund_amount, kept.fee_amount, kept.payout_amount) == (
        Decimal(1020), Decimal(1000), Decimal("1.05"), Decimal("18.95"),
    )  # fmt: skip
    assert_laws()


def test_what_cannot_be_read_comes_back_and_the_rest_is_in(world: World, settings: Any, tmp_path: Any) -> None:
    settings.FILES_ROOT = tmp_path
    [order] = recognised(world, 1)
    good = paid(world, order)
    bad = [
        good | {"gross": "=1+1"}, good | {"gross": ""}, good | {"order_no": " "}, good | {"order_no": "9" * 65},
        good | {"gross": "-5"}, good | {"commission": "1e3"}, good | {"net": "9.99"}, good | {"gross": "9" * 4000},
        good | {"gross": "\u202e10"}, good | {"refund": "abc\x07"}, good | {"gross": "10,00"}, good | {"net": "9,40"},
    ]  # fmt: skip
    made = statement(world, [*bad, good])
    assert (made.rows, made.lines, made.counts) == (13, 1, {"matched": 1})
    from interlock.core.api import File, content_path

    text = content_path(File.objects.get(pk=made.rejected_file).sha256).read_text(encoding="utf-8-sig")
    for problem in (
        "bad_gross", "missing_gross", "missing_order_no", "long_order_no", "negative_gross", "bad_fee",
        "net_differs", "bad_refund", "bad_net",
    ):  # fmt: skip
        assert problem in text
    assert_laws()


@pytest.mark.parametrize(
    ("content", "code"),
    [("", "unreadable_file"), ("order_no,gross\n", "missing_columns"), ("a,a\n1,2\n", "doubled_columns")],
)
def test_what_is_no_statement_is_refused(world: World, content: str, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        sales.import_statement(
            io.BytesIO(content.encode()), "s.csv", company=world.company, by=world.by, shop=world.shop.pk, on=DAY
        )


def test_the_mapping_is_data(world: World) -> None:
    agree(world, fees={"x": "nothing we know"})
    with pytest.raises(Refusal, match="unknown_fee_kind"):
        statement(world, [])
    sales.StatementMapping.objects.all().delete()
    with pytest.raises(Refusal, match="no_mapping"):
        statement(world, [])


def test_an_empty_statement_is_one_too(world: World) -> None:
    made = statement(world, [])
    assert (made.lines, made.counts) == (0, {})
    assert post(world, made.statement).counts == {"done": 1}
    assert_laws()


def test_orders_that_no_statement_names(world: World) -> None:
    one, two = recognised(world, 2)
    shipped = world.delivery(("CAMERA", 1), state="shipped")
    waiting = world.order(("BATTERY", 1))
    statement(world, [paid(world, one)])
    due = DAY + timedelta(days=15)
    found = [row.id for row in sales.not_settled(world.company, due)]
    assert found == [sales.DeliveryLine.objects.get(delivery_id=shipped).order_id, two]
    assert waiting not in found
    assert sales.not_settled(world.company, due - timedelta(days=1)) == []
    agree(world, settle_days=20)
    assert sales.not_settled(world.company, due) == []


def test_differences_are_accepted_within_the_limit(world: World) -> None:
    short, over, much, unknown = recognised(world, 4)
    made = statement(world, [
        paid(world, short, "-2"), paid(world, over, "3"), paid(world, much, "11"),
        paid(world, unknown, order_no="NOBODY"),
    ])  # fmt: skip
    ids = list(Difference.objects.order_by("id").values_list("id", flat=True))
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY, "note": "rounding of the platform"}
    assert {code for _id, code in sales.accept_differences(ids[:3], **call).table()} == {"not_posted"}
    post(world, made.statement)
    world.post()
    before = balances(world)
    assert [code for _id, code in sales.accept_differences([*ids, 999], **call).table()] == [
        "done", "done", "over_limit", "not_acceptable", "not_found",
    ]  # fmt: skip
    assert sales.accept_differences(ids[:1], **call).counts == {"already": 1}
    with pytest.raises(Refusal, match="note_missing"):
        sales.accept_differences(ids, **call | {"note": " "})
    world.post()
    moved = {code: amount - before.get(code, 0) for code, amount in balances(world).items()}
    assert {code: amount for code, amount in moved.items() if amount} == {
        "660106": Decimal(2), "1122": Decimal(1), "6301": Decimal(-3),
    }  # fmt: skip
    agree(world, write_off_limit=20)
    Period.objects.filter(company_id=world.company, module="sales", month=date(2026, 11, 1)).update(state="closed")
    assert sales.accept_differences(ids[2:3], **call).counts == {"period_closed": 1}
    assert_laws()


def test_differences_go_back_to_whoever_answers_for_the_shop(world: World) -> None:
    from interlock.core.api import User

    [order] = recognised(world, 1)
    statement(world, [paid(world, order, "-9")])
    [difference] = Difference.objects.values_list("id", flat=True)
    call: dict[str, Any] = {"company": world.company, "by": world.by, "note": "ask the platform"}
    assert sales.hand_back_differences([difference, 999], **call).table() == [
        (difference, "no_owner"), (999, "not_found"),
    ]  # fmt: skip
    world.shop.owner = User.objects.create_user("lin")
    world.shop.save()
    assert sales.hand_back_differences([difference], **call).counts == {"done": 1}
    assert sales.hand_back_differences([difference], **call).counts == {"already": 1}
    assert differences(world) == [("short_paid", Decimal(-9), "handed_back")]
    Difference.objects.update(state="accepted")
    assert sales.hand_back_differences([difference], **call).counts == {"accepted": 1}
    with pytest.raises(Refusal, match="note_missing"):
        sales.hand_back_differences([difference], **call | {"note": ""})


def receive_money(world: World, *rows: tuple[str, str, str]) -> finance.ReceiptsResult:
    table = [{"number": n, "received_on": DAY, "amount": a, "reference": r, "payer": "Platform"} for n, a, r in rows]
    return finance.import_receipts(io.BytesIO(text_of(table).encode()), "bank.csv", company=world.company, by=world.by)


def test_a_payout_ties_to_the_bank_receipt(world: World) -> None:
    orders = recognised(world, 4)
    made = [statement(world, [paid(world, order)], f"PAY{n}").statement for n, order in enumerate(orders)]
    nothing = statement(world, [paid(world, orders[0]) | {"gross": "0", "net": "-0.60"}], "NOTHING").statement
    post(world, *made[:3], nothing)
    receive_money(world, ("B1", "9.40", "PAY0"), ("B2", "9.39", "PAY1"), ("B3", "9.40", "PAY9"), ("B4", "9.40", "PAY0"))
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    assert sales.tie_payouts([*made, nothing, 999], **call).table() == [
        (made[0], "done"), (made[1], "amount_differs"), (made[2], "no_receipt"), (made[3], "not_posted"),
        (nothing, "nothing_due"), (999, "not_found"),
    ]  # fmt: skip
    assert sales.tie_payouts(made[:1], **call).counts == {"already": 1}
    tied = finance.BankReceipt.objects.filter(state="tied").values_list("bank_number", "document_id")
    assert list(tied) == [("B1", made[0])]
    world.post()
    assert balances(world)["1002"] == Decimal("9.40")
    assert_laws()


def test_bank_receipts_are_recorded_once(world: World) -> None:
    first = receive_money(
        world, ("B1", "1,000.50", "A"), ("B1", "1000.5", "A"), ("B2", "0", "A"), ("", "1", "A"), ("B3", "NaN", "A"),
        ("B4", "1.001", "A"),
    )  # fmt: skip
    assert first.counts == {"done": 1, "already": 1, "bad_amount": 3, "no_number": 1}
    assert receive_money(world, ("B1", "1000.50", "A"), ("B1", "7", "A")).counts == {"already": 1, "changed": 1}
    assert finance.BankReceipt.objects.get().amount == Decimal("1000.50")
    with pytest.raises(Refusal, match="missing_columns"):
        finance.import_receipts(io.BytesIO(b"a,b\n"), "bank.csv", company=world.company, by=world.by)
    assert_laws()


def rematch(world: World, *ids: int, on: date = DAY) -> Any:
    return sales.rematch_differences(ids, company=world.company, by=world.by, on=on)


def test_an_unknown_order_that_comes_later_is_settled(world: World) -> None:
    [known] = recognised(world, 1)
    numbers = ("LATE-1", "LATE-2", "LATE-3", "LATE-1", "NEVER")
    made = statement(world, [
        paid(world, known, order_no=number) | {"gross": gross, "net": str(Decimal(gross) - Decimal("0.60"))}
        for number, gross in zip(numbers, ("10", "9", "10", "10", "5"), strict=True)
    ])  # fmt: skip
    post(world, made.statement)
    waiting = list(Difference.objects.order_by("id").values_list("id", flat=True))
    assert rematch(world, *waiting, 7).counts == {"unknown_order": 5, "not_found": 1}
    world.receive(world.battery, 2, "8")
    world.feed([world.line("BATTERY", order_no=number) for number in ("LATE-1", "LATE-2")])
    assert sales.orders_found(world.company) == [waiting[0], waiting[1], waiting[3]]
    late = date(2027, 3, 1)
    assert rematch(world, waiting[0], on=late).table() == [(waiting[0], "period_closed")]
    alien = World(code="ALIEN")
    assert rematch(alien, waiting[0]).table() == [(waiting[0], "not_found")]
    outcome = rematch(world, *waiting)
    assert [code for _id, code in outcome.table()] == ["done", "done", "unknown_order", "done", "unknown_order"]
    assert differences(world) == [
        ("unknown_order", Decimal(10), "matched"), ("short_paid", Decimal(-1), "open"),
        ("unknown_order", Decimal(10), "open"), ("already_settled", Decimal(10), "open"),
        ("unknown_order", Decimal(5), "open"),
    ]  # fmt: skip
    assert rematch(world, waiting[0]).counts == {"already": 1}
    assert Statement.objects.get(pk=made.statement).counts == {
        "matched": 1, "short_paid": 1, "already_settled": 1, "unknown_order": 2,
    }  # fmt: skip
    world.post()
    assert balances(world)["2241"] == Decimal(-25)
    assert_laws()


def test_a_statement_not_posted_yet_books_the_order_that_came(world: World) -> None:
    [known] = recognised(world, 1)
    made = statement(world, [paid(world, known, order_no="LATE-9")])
    world.feed([world.line("BATTERY", order_no="LATE-9")])
    assert rematch(world, *sales.orders_found(world.company)).counts == {"done": 1}
    post(world, made.statement)
    world.post()
    assert "2241" not in balances(world)
    assert_laws()


def test_a_refund_of_a_settled_order_is_matched_to_it(world: World) -> None:
    one, two, same, odd = recognised(world, 4)
    back = {"gross": "0", "commission": "0", "payment_fee": "0"}
    first = statement(world, [paid(world, one), paid(world, two, "-1"), paid(world, odd)])
    assert first.counts == {"matched": 2, "short_paid": 1}
    for order in (one, two, same):
        document = world.returned(order, ("BATTERY", 1), kind="refund_only")
        assert world.return_step("refunded", [document]).counts == {"done": 1}
    later = statement(world, [
        paid(world, one) | back | {"refund": "4", "net": "-4"}, paid(world, one) | back | {"refund": "6", "net": "-6"},
        paid(world, two) | back | {"refund": "11", "net": "-11"},
        paid(world, odd) | back | {"refund": "3", "net": "-3"},
        paid(world, same) | back | {"refund": "10", "net": "-10"}, paid(world, same), paid(world, one),
    ])  # fmt: skip
    found = list(sales.StatementLine.objects.filter(statement_id=later.statement).order_by("ordinal").values_list(
        "result", "difference_amount"))  # fmt: skip
    assert found == [
        ("refund_matched", 0), ("refund_matched", 0), ("refund_differs", -1), ("refund_differs", -3),
        ("refund_matched", 0), ("matched", 0), ("already_settled", 10),
    ]  # fmt: skip
    assert statement(world, [paid(world, one) | back | {"refund": "1", "net": "-1"}]).counts == {"refund_differs": 1}
    post(world, first.statement, later.statement)
    world.post()
    left = Difference.objects.filter(result__in=["short_paid", "refund_differs"], statement__in=[
        first.statement, later.statement])  # fmt: skip
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY, "note": "small"}
    assert sales.accept_differences([each.pk for each in left], **call).counts == {"done": 3}
    world.post()
    assert "1122" not in balances(world)
    assert_laws()
