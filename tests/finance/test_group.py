"""Columns are the statements they stand for; the group is the sum without what companies owe and sold each other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from interlock.core.api import Company, Currency
from interlock.finance import api as finance
from interlock.finance.api import ManualLine
from interlock.finance.models import ClosePolicy, ExchangeRate
from interlock.parties.models import Party

from .building import DAY, Books

NOVEMBER = date(2026, 11, 1)
USCC = {"ONE": "91330106MA2ONE0001", "TWO": "91330106MA2TW00002"}


def enter(books: Books, debit: str, credit: str, amount: str, party: int | None = None, on: date = DAY) -> None:
    lines = (
        ManualLine(debit, debit=Decimal(amount), party=party), ManualLine(credit, credit=Decimal(amount), party=party)
    )  # fmt: skip
    assert books.voucher(*lines, on=on).table() == [(1, "done")]


def column(made: finance.Statement, place: int) -> dict[str, Decimal]:
    return {line.code: line.amounts[place] for line in made.lines if line.amounts[place]}


@pytest.mark.parametrize("by", ["month", "quarter"])
def test_columns_are_the_statements_they_stand_for(books: Books, by: str) -> None:
    enter(books, "1002", "4001", "1000", on=date(2026, 2, 3))
    enter(books, "1122", "6001", "500", on=date(2026, 8, 31))
    enter(books, "1002", "1122", "80")
    enter(books, "6602", "1002", "50.10")
    spans = finance.spans_of(2026, by)
    reports = {"balance_sheet": finance.balance_sheet, "income_statement": finance.income_statement,
               "cash_flow": finance.cash_flow}  # fmt: skip
    for report, whole in reports.items():
        made = finance.in_columns(books.company, report, spans)
        assert (len(made.columns), made.missing) == (len(spans), [])
        for place, span in enumerate(spans):
            if report == "balance_sheet" or by == "month":
                assert column(made, place) == column(whole(books.company, span.until), 0), (report, span)
        if by == "quarter" and report == "income_statement":
            assert [made.line("I60").amounts[place] for place in range(4)] == [0, 0, 500, Decimal("-50.10")]


@pytest.fixture
def pair(db: None) -> tuple[Books, Books, dict[str, int]]:
    made = {code: Books(code) for code in USCC}
    parties = {}
    for code, books in made.items():
        Company.objects.filter(pk=books.company).update(uscc=USCC[code])
        party = Party(code=f"G-{code}", name=f"{code} Ltd", uscc=USCC[code], country="HK")
        Party.objects.bulk_create([party])
        parties[code] = party.pk
    return made["ONE"], made["TWO"], parties


def group(one: Books, two: Books, report: str, **more: object) -> finance.Group:
    return finance.consolidate([one.company, two.company], report, NOVEMBER, "CNY", **more)  # type: ignore[arg-type]


def test_what_companies_owe_and_sold_each_other_is_gone(pair: tuple[Books, Books, dict[str, int]]) -> None:
    one, two, party = pair
    enter(one, "1122", "6001", "300", party["TWO"])
    enter(one, "6401", "1405", "200")
    enter(one, "1122", "6001", "70", one.party)
    enter(two, "1405", "220201", "180", party["ONE"])
    enter(two, "6602", "220201", "120", party["ONE"])
    assert finance.count_dimensions(one.company) == 3, "one side is counted, the other is read as it stands"
    sheet = group(one, two, "balance_sheet")
    assert sheet.statement.columns == ("ONE", "TWO", "sum", "eliminated", "group")
    lines = {line.code: line.amounts for line in sheet.statement.lines}
    assert lines["A16"] == (370, 0, 370, -300, 70)
    assert lines["L14"] == (0, 300, 300, -300, 0)
    assert lines["A99"][2:] == (350, -300, 50)
    assert lines["A99"][4] == lines["L99"][4]
    assert [(pair.one_holds, pair.other_holds, pair.documents()) for pair in sheet.pairs] == [(300, -300, [])]
    result = group(one, two, "income_statement")
    assert [(pair.one_holds, pair.other_holds, pair.documents()) for pair in result.pairs] == [(-300, 300, [])]
    income = {line.code: line.amounts for line in result.statement.lines}
    assert income["I10"] == (370, 0, 370, -300, 70)
    assert income["I18"] == (0, 120, 120, -120, 0)
    assert income["I12"] == (200, 0, 200, -180, 20)
    assert income["I60"] == (170, -120, 50, 0, 50)


def test_differences_are_listed_by_document(pair: tuple[Books, Books, dict[str, int]]) -> None:
    one, two, party = pair
    for amount in ("300", "40", "40"):
        enter(one, "1122", "6001", amount, party["TWO"])
    enter(two, "1405", "220201", "300", party["ONE"], on=date(2026, 11, 20))
    enter(two, "1405", "220201", "40", party["ONE"])
    enter(two, "6602", "220201", "9", party["ONE"])
    (found,) = group(one, two, "balance_sheet").pairs
    assert found.difference == 31
    assert sorted((doc.company.code, doc.amount) for doc in found.documents()) == [("ONE", 40), ("TWO", -9)]
    assert all(doc.number.startswith("JV") for doc in found.documents())


def test_documents_of_earlier_months_are_read_as_far_as_they_are_needed(
    pair: tuple[Books, Books, dict[str, int]],
) -> None:
    one, two, party = pair
    for month, amount in ((8, "8"), (9, "9"), (10, "10"), (11, "11"), (11, "11")):
        enter(one, "1122", "6001", amount, party["TWO"], on=date(2026, month, 5))
    enter(two, "6602", "220201", "11", party["ONE"], on=date(2026, 11, 6))
    (found,) = group(one, two, "balance_sheet").pairs
    named = {enough: [doc.amount for doc in found.documents(enough)] for enough in (None, 1, 2)}
    assert named == {None: [11, 10, 9], 1: [11], 2: [11, 10]}


def test_a_sale_the_buyer_did_not_book_is_named(pair: tuple[Books, Books, dict[str, int]]) -> None:
    """Of the year that is shown; what the seller's goods cost him, and what is paid, are no sales."""
    one, two, party = pair
    enter(one, "1122", "6001", "55", party["TWO"], on=date(2026, 3, 9))
    enter(two, "6602", "220201", "55", party["ONE"], on=date(2026, 3, 9))
    enter(one, "1122", "6001", "300", party["TWO"])
    enter(one, "6401", "1405", "200", party["TWO"])
    enter(one, "1002", "1122", "300", party["TWO"])
    enter(one, "1122", "6051", "40", party["TWO"])
    enter(two, "1601", "220201", "300", party["ONE"])
    (found,) = group(one, two, "income_statement").pairs
    assert (found.one_holds, found.other_holds, found.difference) == (-395, 355, -40)
    assert [(doc.company.code, doc.account, doc.amount) for doc in found.documents()] == [("ONE", "6051", -40)]
    (later,) = group(one, two, "income_statement", year_starts=4).pairs
    assert (later.one_holds, later.other_holds) == (-340, 300)


def test_another_currency_needs_its_rate(pair: tuple[Books, Books, dict[str, int]]) -> None:
    one, two, _party = pair
    Currency.objects.get_or_create(code="USD", defaults={"name_en": "Dollar", "name_zh": "美元"})
    Company.objects.filter(pk=two.company).update(currency_id="USD")
    enter(two, "1002", "4001", "10.01")
    enter(one, "1002", "4001", "5")
    without = group(one, two, "balance_sheet")
    assert ([m.code for m in without.members], [m.code for m in without.left_out]) == (["ONE"], ["TWO"])
    made = group(one, two, "balance_sheet", rates={"USD": Decimal("7.1234")})
    assert made.statement.line("A10").amounts == (5, Decimal("71.31"), Decimal("76.31"), 0, Decimal("76.31"))


def rate(books: Books, kind: str, on: date, value: str) -> None:
    ExchangeRate.objects.create(
        company_id=books.company, kind=kind, currency_id="USD", valid_on=on, rate=Decimal(value)
    )  # fmt: skip


def test_each_kind_of_amount_has_its_rate_and_the_rest_is_a_line(pair: tuple[Books, Books, dict[str, int]]) -> None:
    """1,000 dollars of capital at 7.00, 200 earned at 7.05, 50 and 100 spent at 7.10; the sheet is at 7.20."""
    one, two, party = pair
    Currency.objects.get_or_create(code="USD", defaults={"name_en": "Dollar", "name_zh": "美元"})
    Company.objects.filter(pk=two.company).update(currency_id="USD")
    enter(two, "1002", "4001", "1000", on=date(2026, 10, 5))
    enter(two, "1122", "6001", "200", on=date(2026, 10, 20))
    enter(two, "6602", "1002", "50")
    enter(two, "6602", "220201", "100", party["ONE"])
    enter(one, "1122", "6001", "720", party["TWO"])
    rate(one, "closing", date(2026, 11, 30), "7.2")
    rate(one, "average", date(2026, 11, 30), "7.1")
    rate(one, "daily", date(2026, 10, 8), "7.0")
    assert [m.code for m in group(one, two, "income_statement").left_out] == [], "the mean of October's daily rates"
    rate(one, "average", date(2026, 10, 31), "7.05")
    rate(one, "historical", date(2026, 10, 1), "7.00")
    rate(two, "closing", date(2026, 11, 30), "9.9")

    sheet = group(one, two, "balance_sheet")
    lines = {line.code: line.amounts for line in sheet.statement.lines}
    assert lines["A10"] == (0, 6840, 6840, 0, 6840)
    assert lines["L50"] == (0, 7000, 7000, 0, 7000)
    assert lines["L56"][:2] == (720, Decimal("345.00")), "200 at 7.05 less 150 at 7.10"
    assert lines["L58"] == (0, 215, 215, 0, 215), "1,000 by 0.20, 200 by 0.15, less 150 by 0.10"
    assert lines["A99"][1] == lines["L99"][1] == 8280
    assert lines["A99"][4] == lines["L99"][4] == 8280
    assert lines["L14"][3] == -720, "100 dollars at the closing rate"
    assert [found.difference for found in sheet.pairs] == [0]
    income = {line.code: line.amounts for line in group(one, two, "income_statement").statement.lines}
    assert income["I10"] == (720, 1410, 2130, -720, 1410)
    assert income["I18"] == (0, 1065, 1065, -710, 355)
    assert income["I60"] == (720, 345, 1065, 0, 1065)
    ClosePolicy.objects.create(company_id=two.company, code="carry_forward_months", value=1)
    assert finance.close_month(two.company, date(2026, 10, 1), by=two.by, early=True).counts == {"done": 1}
    again = group(one, two, "balance_sheet").statement
    assert {line.code: line.amounts for line in again.lines} == lines, "what a close carries forward moves nothing"
    ExchangeRate.objects.filter(kind="closing", company_id=one.company).update(valid_on=date(2026, 10, 31))
    assert [m.code for m in group(one, two, "balance_sheet").left_out] == ["TWO"], "it is not the month's end"
