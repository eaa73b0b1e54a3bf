"""Open items in other currencies at a month's end: by hand, with the close, and taken back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from interlock.finance import api as finance
from interlock.finance.api import NewItemLine
from interlock.finance.models import Account, ExchangeRate, OpenItem

from .building import DAY, Books, broken_laws
from .itemising import BEN, DECEMBER, charge, dollar, item_of, posted, receipt


def test_a_months_end_revalues_what_is_open_in_another_currency(books: Books) -> None:
    """USD 100 owed to us and USD 50 owed by us at 7.00; the rate is 7.20 at the end of November, 7.10 of December."""
    owed = charge(books, 100, currency=dollar(), rate=Decimal(7))
    line = NewItemLine(Decimal(50), account="6602")
    bill = posted(books, "bill", line, reference="U-1", currency="USD", rate=Decimal(7))
    owing, yuan, foreign = item_of(bill), charge(books), Books("ELSE")
    late = charge(books, 5, currency="USD", rate=Decimal(7), posting_on=DECEMBER)
    paid = charge(books, 8, currency="USD", rate=Decimal(7))
    receipt(books, 8, (paid, 8), currency="USD", rate=Decimal(7))
    asked = [1, yuan.pk, paid.pk, late.pk, owed.pk, owing.pk]
    refused = ["not_found", "in_books_currency", "nothing_open", "too_early"]
    assert revalue(books, *asked) == [*refused, "no_rate", "no_rate"]
    assert revalue(foreign, owed.pk) == ["not_found"]
    closing_rate(books, date(2026, 11, 30), "7.2")
    different = Account.objects.filter(company_id=books.company, code="660303")
    different.update(state="closed")
    assert revalue(books, owed.pk) == ["account_unknown"]
    different.update(state="open")
    [seen] = [one for one in finance.items_in_currency(books.company, DAY) if one.id == owing.pk]
    assert (seen.open_amount, seen.worth, seen.books, seen.difference) == (50, 360, 350, 10)

    receipt(books, 60, (owed, 60), currency="USD", rate=Decimal("7.3"), posting_on=DECEMBER)
    assert revalue(books, *asked) == [*refused, "done", "done"]
    assert carried(owed, owing) == [(40, 288, 8), (50, 360, 10)], "what was paid since is a realised difference"
    assert revalue(books, owed.pk, owing.pk) == ["already", "already"]
    for on, total in ((date(2026, 11, 29), 800), (date(2026, 11, 30), 808), (DECEMBER, 423)):
        found = finance.aging(books.company, "receivable", on)
        assert (found.sums.total, found.agrees) == (total, True), on
    statement = finance.party_statement(books.company, books.party, date(2026, 12, 1), date(2026, 12, 31))
    assert statement.opening == 808 - 360
    assert not broken_laws()

    closing_rate(books, date(2026, 12, 31), "7.1")
    assert revalue(books, owed.pk, owing.pk, late.pk, month=DECEMBER) == ["done", "done", "done"]
    assert carried(owed, owing, late) == [(40, 284, 4), (50, 355, 5), (5, Decimal("35.50"), Decimal("0.50"))]
    assert revalue(books, owed.pk) == ["later_revalued"]
    assert finance.reverse_item_documents([bill], company=books.company, by=BEN, on=date(2026, 12, 31)).counts == {
        "done": 1
    }
    assert carried(owing) == [(0, 0, 0)]
    assert "220201" not in books.balances(DECEMBER)
    receipt(books, 40, (owed, 40), currency="USD", rate=Decimal("7.1"), posting_on=date(2026, 12, 31))
    assert carried(owed) == [(0, 0, 4)]
    books.shut(date(2026, 12, 1))
    ExchangeRate.objects.update(rate=Decimal(8))
    assert revalue(books, late.pk, month=DECEMBER) == ["period_closed"]
    assert set(finance.revalue_items.codes) == {
        *refused, "no_rate", "account_unknown", "done", "already", "later_revalued", "period_closed",
    }  # fmt: skip
    assert not broken_laws()


def test_the_close_revalues_open_items(books: Books) -> None:
    """USD 100 owed to us at 7.00 and USD 40 at 7.10: the close brings them to 7.20; the next month posts the rest."""
    owed = charge(books, 100, currency=dollar(), rate=Decimal(7))
    more = charge(books, 40, currency="USD", rate=Decimal("7.1"))

    def close(month: date) -> str:
        return str(finance.close_month(books.company, month, by=books.by, early=True).verdicts[0].code)

    def told(month: date) -> tuple[list[tuple[str, str, Any, Any]], ...]:
        found = finance.checklist(books.company, month)
        assert found is not None
        [answer] = [step.answer for step in found.steps if step.code == "currency_books"]
        parts = (answer.findings, answer.posts)
        return tuple([(one.code, one.number, one.amount, one.book_amount) for one in part] for part in parts)

    assert told(DAY) == ([("rate_missing", "1122 USD", None, 984)], [])
    assert close(DAY) == "differs"
    closing_rate(books, date(2026, 11, 30), "7.2")
    assert told(DAY) == ([], [("not_revalued", "1122 USD", 1008, 984)])
    assert close(DAY) == "done"
    assert carried(owed, more) == [(100, 720, 20), (40, 288, 4)]
    assert books.balances()["660303"] == -24
    [report] = finance.CloseReport.objects.all()
    rows = finance.report_of(report)["report"]["revaluations"]
    assert sorted(row["difference"] for row in rows) == ["20.00", "4.00"]
    closing_rate(books, date(2026, 12, 31), "7.1")
    assert close(DECEMBER) == "done"
    assert carried(owed, more) == [(100, 710, 10), (40, 284, 0)]
    assert not broken_laws()


def closing_rate(books: Books, on: date, value: str) -> None:
    fields = {"kind": "closing", "currency_id": "USD", "valid_on": on, "rate": Decimal(value)}
    ExchangeRate.objects.create(company_id=books.company, **fields)


def revalue(books: Books, *items: int, month: date = DAY) -> list[str]:
    outcome = finance.revalue_items(list(items), company=books.company, by=books.by, month=month)
    return [code for _id, code in outcome.table()]


def carried(*items: OpenItem) -> list[tuple[Decimal, Decimal, Decimal]]:
    """Answer what is open of items, what the books carry of it, and what revaluations have added."""
    now = [OpenItem.objects.get(pk=item.pk) for item in items]
    return [(one.open_amount, one.open_book, one.revalued_book) for one in now]
