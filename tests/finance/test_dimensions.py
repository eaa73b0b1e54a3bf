"""Totals by dimension: sealed vouchers are counted once, whoever counts, and what is not counted is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from interlock.finance import api as finance
from interlock.finance.models import CountedVoucher, DimensionValue
from interlock.items.models import Category

from .building import Books, broken_laws
from .test_drafts import posted
from .test_together import _at_once as at_once

NOVEMBER = date(2026, 11, 1)


def seal(books: Books) -> None:
    ids = list(
        finance.Voucher.objects.filter(company_id=books.company, state="collecting").values_list("id", flat=True)
    )
    finance.seal_vouchers(ids, company=books.company, by=books.by)


def values(books: Books, dimension: str, prefix: str) -> dict[int, Decimal]:
    found = finance.analyse(books.company, dimension, prefix, NOVEMBER, NOVEMBER)
    return {row.value_id: row.debit - row.credit for row in found.rows}


def test_sealed_vouchers_are_counted_once_by_each_dimension(books: Books) -> None:
    project = DimensionValue.objects.create(
        company_id=books.company, dimension="project", code="P1", name_en="One", name_zh="一"
    )
    posted(
        books,
        finance.NewDraftLine("6602", debit=Decimal(70), project="P1"),
        finance.NewDraftLine("6602", debit=Decimal(30)),
        finance.NewDraftLine("1002", credit=Decimal(100)),
    )
    books.post(books.sold("100.00", "13.00", "30.00", party=books.party, unit=books.units[0]))
    books.post(books.sold("200.00", "26.00", "60.00", party=books.party, unit=books.units[1]))
    before = finance.analyse(books.company, "party", "", NOVEMBER, NOVEMBER)
    assert (before.rows, before.waiting_vouchers, before.waiting_lines) == ([], 3, 9)
    assert finance.count_dimensions(books.company) == 1, "what is collected still is not counted"
    seal(books)
    assert [finance.count_dimensions(books.company, NOVEMBER) for _again in range(2)] == [2, 0]
    assert values(books, "project", "6602") == {project.pk: Decimal(70), 0: Decimal(30)}
    assert values(books, "unit", "6001") == {books.units[0]: Decimal(-100), books.units[1]: Decimal(-200)}
    assert values(books, "category", "6401") == {Category.objects.get(code="BOOKS-SMART").pk: Decimal(90)}
    assert values(books, "party", "1122") == {books.party: Decimal(339)}
    after = finance.analyse(books.company, "party", "", NOVEMBER, NOVEMBER, value=books.party)
    assert after.waiting_vouchers == 0
    assert {row.code: row.debit for row in after.rows if row.debit} == {"1122": Decimal(339), "6401": Decimal(90)}
    some = finance.analyse(books.company, "unit", "6001", NOVEMBER, NOVEMBER, bound=1)
    assert [row.balance for row in some.rows] == [Decimal(-200)]
    assert (some.whole.all_balance, some.whole.all_lines, some.more) == (Decimal(-300), 2, 1), "the total is of all"
    account = books.account("1122").pk
    lines = finance.lines_of(books.company, "party", books.party, account, NOVEMBER, NOVEMBER)
    assert sum(row.debit for row in lines) == Decimal(339)
    assert all(row.document_line_id for row in lines)
    found = finance.lines_of(books.company, "project", project.pk, books.account("6602").pk, NOVEMBER, NOVEMBER)
    assert [row.debit for row in found] == [Decimal(70)]
    names = {row.code for row in finance.names_of("project", [project.pk]).values()}
    assert names == {"P1"}
    assert not broken_laws()


@pytest.fixture
def kept(committed: None) -> Books:
    return Books()


def test_two_count_at_the_same_moment(kept: Books) -> None:
    for _number in range(6):
        kept.post(kept.sold("100.00", "13.00", "30.00", party=kept.party))
        seal(kept)
    count = partial(finance.count_dimensions, kept.company)
    assert sum(at_once(count, count)) == 6
    assert CountedVoucher.objects.filter(company_id=kept.company).count() == 6
    assert values(kept, "party", "1122") == {kept.party: Decimal("678.00")}
    assert not broken_laws()
