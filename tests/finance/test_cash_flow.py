"""Cash flow: every movement of cash has an item by rule, by line or by default, and the items sum to the cash."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from interlock.finance import api as finance
from interlock.finance.api import ManualLine
from interlock.finance.models import CashAccount, CashBalance, CashItemRule, CashMove, DimensionValue
from interlock.finance.operations.cash import Items, Side, split
from interlock.finance.operations.create_cash import create_cash_items
from tests.examples import examples
from tests.races import races

from .building import DAY, Books, Fact, broken_laws
from .test_drafts import ANN, BEN, draft, submit
from .test_together import _at_once as at_once

NOVEMBER = date(2026, 11, 1)
CASH, BANK, FUNDS = "1001", "1002", "1012"


def line(account: str, debit: str = "0", credit: str = "0") -> ManualLine:
    return ManualLine(account, Decimal(debit), Decimal(credit))


def shown(books: Books, month: date = NOVEMBER) -> dict[str, str]:
    made = finance.cash_flow(books.company, month)
    assert not made.missing, "the end of each column is what the cash accounts hold"
    return {one.code: str(one.amounts[0]) for one in made.lines if one.amounts[0]}


def test_items_come_from_rules_lines_and_other_accounts(books: Books) -> None:
    assert books.voucher(line(BANK, "1000"), line("4001", credit="1000"), on=date(2026, 10, 5)).counts["done"]
    settled = Fact({"receivable": "113.00", "refund": "13.00", "commission": "5.00"}, party=books.party)
    events = books.record("orders_settled", settled)
    assert books.post(events).counts == {"done": 1}
    assert books.post(books.record("payout_received", Fact({"payout": "95.00"}))).counts == {"done": 1}
    books.voucher(line("6602", "80"), line("2221" + "01" + "01", "20"), line(BANK, credit="100"))
    books.voucher(line(BANK, "97"), line("6603", "3"), line("1122", credit="100"))
    books.voucher(line(CASH, "10"), line(BANK, credit="10"))
    assert shown(books) == {
        "C11": "197.00", "C19": "197.00", "C23": "20.00", "C24": "85.00", "C29": "105.00", "C30": "92.00",
        "C90": "92.00", "C95": "1000.00", "C99": "1092.00",
    }  # fmt: skip
    assert shown(books, date(2026, 10, 1))["C51"] == "1000.00"
    item = DimensionValue.objects.get(company_id=books.company, dimension="cash_item", code="C41")
    CashItemRule.objects.filter(company_id=books.company, account__code="6602").update(item_out=item)
    books.voucher(line("6602", "7"), line(BANK, credit="7"))
    assert shown(books)["C41"] == "7.00", "which item is data"
    assert not broken_laws()


def test_what_the_books_began_with_is_no_flow(books: Books) -> None:
    """Opening balances stand in the line of the cash at the beginning, in their month and from then on."""
    opened = books.voucher(
        line(BANK, "900"), line("1122", "300"), line("2241", credit="200"), line("410401", credit="1000"),
        on=date(2026, 10, 1),
    )  # fmt: skip
    assert opened.counts == {"done": 1}
    books.voucher(line(BANK, "50"), line("1122", credit="50"), on=date(2026, 10, 9))
    assert shown(books, date(2026, 10, 1)) == {
        "C11": "50.00", "C19": "50.00", "C30": "50.00", "C90": "50.00", "C95": "900.00", "C99": "950.00",
    }  # fmt: skip
    assert shown(books)["C95"] == "950.00"
    assert not broken_laws()


def test_a_line_by_hand_names_its_item_and_a_reversal_takes_it_back(books: Books) -> None:
    lines = (
        finance.NewDraftLine("6602", debit=Decimal(50)),
        finance.NewDraftLine(BANK, credit=Decimal(50), cash_item="C44"),
    )
    made = draft(books, *lines)
    submit(books, [made])
    assert finance.post_drafts([made], company=books.company, by=BEN).counts == {"done": 1}
    assert shown(books)["C44"] == "50.00"
    voucher = finance.VoucherDraft.objects.get(pk=made).voucher_id
    outcome = finance.reverse_vouchers([voucher], company=books.company, by=ANN, on=DAY)
    finance.post_drafts([outcome.verdicts[0].detail["draft"]], company=books.company, by=BEN)
    assert shown(books) == {}
    assert not broken_laws()


def test_what_has_no_item_is_assigned_and_assigned_again(books: Books) -> None:
    books.voucher(line("1901", "40"), line(BANK, credit="40"))
    assert shown(books)["C85"] == "-40.00"
    voucher = finance.Voucher.objects.get(company_id=books.company).pk
    assign = partial(finance.assign_cash_items, company=books.company, by=books.by)
    other = Books("OTHER")
    assert finance.assign_cash_items([voucher], company=other.company, by=books.by, item="C24").table() == [
        (voucher, "not_found")
    ]
    assert assign([voucher], item="C19").table() == [(voucher, "cash_item_unknown")], "a sum is no item"
    books.shut(NOVEMBER)
    assert assign([voucher], item="C24").table() == [(voucher, "period_closed")]
    ids = [finance.close_of(books.company, NOVEMBER)]
    finance.reopen_months(ids, company=books.company, by=books.by, reason="a line to name")
    assert assign([voucher, 7], item="C24").table() == [(voucher, "done"), (7, "not_found")]
    assert assign([voucher], item="C24").table() == [(voucher, "already")]
    assert shown(books)["C24"] == "40.00"
    assert assign([voucher], item="C23", instead="C24").table() == [(voucher, "done")]
    assert assign([voucher], item="C23", instead="C24").table() == [(voucher, "already")]
    assert "C24" not in shown(books)
    assert shown(books)["C23"] == "40.00"
    assert not broken_laws()


def test_books_from_before_are_kept_by_item_once(books: Books) -> None:
    CashAccount.objects.filter(company_id=books.company).delete()
    books.voucher(line(BANK, "1000"), line("4001", credit="1000"))
    books.post(books.record("orders_settled", Fact({"receivable": "113.00", "commission": "5.00"})))
    assert not CashMove.objects.filter(company_id=books.company).exists()
    for _again in range(2):
        create_cash_items(books.company)
        found = shown(books)
        assert [found[code] for code in ("C11", "C24", "C51", "C99")] == ["113.00", "5.00", "1000.00", "1108.00"]
    assert not broken_laws()


@examples(25, 300)
@given(
    sides=st.lists(
        st.tuples(st.integers(1, 6), st.integers(-90_000, 90_000).filter(bool), st.sampled_from([None, None, 1, 2])),
        min_size=1,
        max_size=8,
    )
)
def test_the_items_of_any_voucher_sum_to_its_cash(sides: list[tuple[int, int, int | None]]) -> None:
    """Accounts 1 and 2 are cash; whatever does not balance is put against account 6."""
    lines = [Side(a, f"{a}0", a <= 2, Decimal(cents) / 100, item) for a, cents, item in sides]
    if open_amount := sum(side.amount for side in lines):
        lines.append(Side(6, "60", is_cash=False, amount=-open_amount))
    parts = split(lines, Items({}, {"30": (7, 8), "4": (9, 9)}))
    assert sum((a for _i, _c, a in parts), Decimal(0)) == sum((s.amount for s in lines if s.is_cash), Decimal(0))
    assert all(amount == amount.quantize(Decimal("0.01")) for _i, _c, amount in parts)


@examples(3, 30)
@given(data=st.data())
def test_random_vouchers_tie(books: Books, data: Any) -> None:
    accounts = [CASH, BANK, FUNDS, "1122", "220201", "6602", "1901", "2001"]
    with transaction.atomic():
        for _number in range(4):
            parts = data.draw(
                st.lists(st.tuples(st.sampled_from(accounts), st.integers(1, 99_999)), min_size=1, max_size=5)
            )
            flip = data.draw(st.booleans())
            lines = [
                line(a, *(("0", str(Decimal(c) / 100)) if flip else (str(Decimal(c) / 100), "0"))) for a, c in parts
            ]
            total = str(sum(Decimal(c) for _a, c in parts) / 100)
            end = data.draw(st.sampled_from(accounts))
            lines.append(line(end, *((total, "0") if flip else ("0", total))))
            on = data.draw(st.sampled_from([date(2026, 10, 31), DAY]))
            assert books.voucher(*lines, on=on).counts == {"done": 1}
        assert not broken_laws()
        shown(books)
        transaction.set_rollback(True)


@pytest.fixture
def kept(committed: None) -> Books:
    return Books()


@races("finance.assign_cash_items")
def test_two_assign_the_same_vouchers(kept: Books) -> None:
    for _number in range(12):
        kept.voucher(line("1901", "40"), line(BANK, credit="40"))
    ids = list(finance.Voucher.objects.filter(company_id=kept.company).order_by("id").values_list("id", flat=True))
    assign = partial(finance.assign_cash_items, company=kept.company, by=kept.by)
    answers = at_once(partial(assign, ids[:9], item="C24"), partial(assign, ids[:2:-1], item="C23"))
    assert sum(answer.counts["done"] for answer in answers) == len(ids)
    assert CashBalance.objects.get(company_id=kept.company, item=None).amount == 0
    assert not broken_laws()
