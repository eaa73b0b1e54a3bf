"""Years of books that begin in another month than January: statements, carrying forward, periods, files."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from interlock.core.api import Company, first_of_year, months_of_year, year_name, year_of
from interlock.finance import api as finance
from interlock.finance.api import ManualLine
from interlock.finance.audit.reading import Book, read
from interlock.finance.models import ClosePolicy, YearClosing

from .building import Books, broken_laws

APRIL, MARCH = date(2026, 4, 1), date(2027, 3, 1)


@pytest.fixture
def indian(db: None) -> Books:
    return Books("INDIA", starts=4)


def earned(books: Books, amount: int, on: date) -> None:
    lines = ManualLine("1122", debit=Decimal(amount)), ManualLine("6001", credit=Decimal(amount))
    assert books.voucher(*lines, on=on).table() == [(1, "done")]


def close(books: Books, month: date) -> None:
    """Close a month, those before it without asking anyone."""
    for earlier in months_of_year(2026, 4):
        if earlier < month:
            books.shut(earlier)
    assert finance.close_month(books.company, month, early=True, by=books.by).counts == {"done": 1}


@pytest.mark.parametrize(
    ("day", "starts", "year", "first", "name"),
    [
        (date(2026, 3, 31), 1, 2026, date(2026, 1, 1), "2026"),
        (date(2026, 3, 31), 4, 2025, date(2025, 4, 1), "2025/26"),
        (date(2026, 4, 1), 4, 2026, date(2026, 4, 1), "2026/27"),
        (date(2099, 12, 31), 12, 2099, date(2099, 12, 1), "2099/00"),
    ],
)
def test_which_year_a_day_belongs_to(day: date, starts: int, year: int, first: date, name: str) -> None:
    assert (year_of(day, starts), first_of_year(day, starts), year_name(year, starts)) == (year, first, name)
    months = months_of_year(year, starts)
    assert (months[0], len(set(months))) == (first, 12)
    assert day.replace(day=1) in months


def test_statements_are_of_the_companys_own_year(indian: Books) -> None:
    company = indian.company
    assert finance.open_years([2025], company=company, by=indian.by).table() == [(2025, "done")]
    assert indian.period(date(2025, 4, 1)).state == "open"
    for amount, on in ((40, date(2026, 1, 9)), (7, date(2026, 3, 31)), (500, APRIL), (70, date(2027, 1, 5))):
        earned(indian, amount, on)
    told = {month: finance.income_statement(company, month).line("I10").amounts for month in (date(2027, 1, 1), MARCH)}
    assert told == {date(2027, 1, 1): (70, 570, 40), MARCH: (0, 570, 47)}
    assert finance.balance_sheet(company, date(2027, 1, 1)).line("A99").amounts == (617, 47)
    assert finance.cash_flow(company, MARCH).missing == []
    quarters = finance.in_columns(company, "income_statement", finance.spans_of(2026, "quarter", 4))
    assert quarters.columns == ("2026/27 Q1", "2026/27 Q2", "2026/27 Q3", "2026/27 Q4")
    assert quarters.line("I10").amounts == (500, 0, 0, 70)
    years = finance.in_columns(company, "income_statement", finance.spans_of(2026, "year", 4))
    assert (years.columns[-1], years.line("I10").amounts[-2:]) == ("2026/27", (47, 570))
    assert finance.account_columns(company, "6001", 2026)[0] == months_of_year(2026, 4)
    group = [
        finance.consolidate([company], "income_statement", date(2027, 1, 1), "CNY", {}, starts) for starts in (1, 4)
    ]
    assert [made.statement.line("I10").amounts[0] for made in group] == [70, 570]


def test_a_year_ends_with_its_last_month(indian: Books) -> None:
    """By the button and by the close of March alike; the statements stay what they were."""
    call: dict[str, Any] = {"company": indian.company, "by": indian.by}
    earned(indian, 500, APRIL)
    before = [line.amounts for line in finance.income_statement(indian.company, MARCH).lines]
    assert finance.close_years([2026], **call).table() == [(2026, "done")]
    assert indian.balances(MARCH) == {"1122": 500, "410401": -500}
    assert finance.Voucher.objects.filter(company_id=indian.company, posting_on=date(2027, 3, 31)).count() == 2
    assert indian.period(date(2028, 3, 1)).state == "open", "the next year may be posted in"
    assert finance.reopen_years([2026], **call).table() == [(2026, "done")]
    assert indian.balances(MARCH) == {"1122": 500, "6001": -500}
    close(indian, date(2026, 12, 1))
    assert indian.balances(MARCH) == {"1122": 500, "6001": -500}, "December is a month like any other"
    close(indian, MARCH)
    closed = YearClosing.objects.get(company_id=indian.company, state="closed")
    assert (closed.year, closed.result_amount) == (2026, 500)
    assert indian.balances(MARCH) == {"1122": 500, "410401": -500}
    assert [line.amounts for line in finance.income_statement(indian.company, MARCH).lines] == before
    assert not broken_laws()


def test_profit_is_carried_by_the_quarters_of_the_year(indian: Books) -> None:
    ClosePolicy.objects.create(company_id=indian.company, code="carry_forward_months", value=3)
    earned(indian, 500, APRIL)
    for month, held in ((date(2026, 5, 1), "6001"), (date(2026, 6, 1), "4103")):
        close(indian, month)
        assert indian.balances(month) == {"1122": 500, held: -500}
    assert not broken_laws()


def test_books_open_to_the_end_of_the_year_and_their_files_are_of_it(indian: Books) -> None:
    company = Company.objects.create(
        code="FRESH", name_en="F", name_zh="F", currency_id="CNY", year_starts=4, time_zone="Asia/Kolkata"
    )
    made = finance.set_up_books([202611], company=company.pk, by=indian.by)
    assert made.counts == {"done": 1}
    months = [(row[1], row[2]) for page in read(Book.of(company.pk, 2026), "periods") for row in page]
    assert months == [(8 + n, month) for n, month in enumerate(months_of_year(2026, 4)[7:])]
    assert finance.open_years([2028, 2027], company=company.pk, by=indian.by).counts == {"done": 2}


def test_the_beginning_stays_once_something_is_posted(indian: Books) -> None:
    company = Company.objects.get(pk=indian.company)
    company.year_starts = 7
    assert Company.faults([company]) == {}
    earned(indian, 500, APRIL)
    assert set(Company.faults([company])[0]) == {"year_starts"}
