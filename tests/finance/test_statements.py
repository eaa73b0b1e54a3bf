"""Balance sheet and income statement: lines are data, both sides agree, a year is closed once and opened again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from interlock.core.api import Period
from interlock.core.sql import observed
from interlock.finance import api as finance
from interlock.finance.api import ManualLine
from interlock.finance.models import ReportAccount, ReportLine, Voucher
from interlock.parties.models import Party

from .building import DAY, Books, broken_laws

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


def enter(books: Books, debit: str, credit: str, amount: str, on: date = DAY) -> None:
    lines = (ManualLine(debit, debit=Decimal(amount)), ManualLine(credit, credit=Decimal(amount)))
    assert books.voucher(*lines, on=on).table() == [(1, "done")]


def trade(books: Books) -> None:
    """Capital, goods, a sale with VAT, rent; and a sale of the year before."""
    finance.open_periods_of_year(books.company, 2025)
    enter(books, "1002", "4001", "1000.00", date(2025, 11, 3))
    enter(books, "1122", "6001", "40.00", date(2025, 11, 3))
    enter(books, "1405", "220202", "300.00", date(2026, 10, 5))
    enter(books, "1122", "6001", "500.00")
    enter(books, "1122", "22210105", "65.00")
    enter(books, "6401", "1405", "200.00")
    enter(books, "6602", "1002", "50.10")
    enter(books, "660102", "1012", "3.05", date(2026, 10, 5))
    enter(books, "6701", "1471", "10.00")


def shown(statement: finance.Statement) -> dict[str, tuple[Decimal, ...]]:
    return {line.code: line.amounts for line in statement.lines if any(line.amounts)}


def money(*amounts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, amounts))


def test_the_statements_say_what_the_balances_hold(books: Books) -> None:
    trade(books)
    income = shown(finance.income_statement(books.company, NOVEMBER))
    assert income == {
        "I10": money("500.00", "500.00", "40.00"), "I12": money("200.00", "200.00", "0"),
        "I16": money("0", "3.05", "0"), "I18": money("50.10", "50.10", "0"), "I30": money("-10.00", "-10.00", "0"),
        "I40": money("239.90", "236.85", "40.00"), "I50": money("239.90", "236.85", "40.00"),
        "I60": money("239.90", "236.85", "40.00"),
    }  # fmt: skip
    with observed() as statements:
        sheet = finance.balance_sheet(books.company, NOVEMBER)
    assert len(statements) == 2
    amounts = shown(sheet)
    assert amounts["A10"] == money("946.85", "1000.00")
    assert amounts["A22"] == money("90.00", "0")
    assert amounts["L56"] == money("276.85", "40.00")
    assert amounts["A99"] == amounts["L99"] == money("1641.85", "1040.00")
    assert [a.code for a in sheet.line("A10").accounts] == ["1002", "1012"]
    assert not sheet.missing
    assert not broken_laws()


def test_by_party_advances_stand_on_the_side_they_are_on(books: Books) -> None:
    """As of each end: what was paid ahead last year and used up in this one is a liability of last year only."""
    finance.open_periods_of_year(books.company, 2025)
    ahead, supplier = (
        Party.objects.create(code=code, name=code, country="HK").pk for code in ("P-AHEAD", "P-SUPPLIER")
    )

    def enter(debit: str, credit: str, amount: str, party: int, on: date) -> None:
        lines = (
            ManualLine(debit, debit=Decimal(amount), party=party),
            ManualLine(credit, credit=Decimal(amount), party=party),
        )
        assert books.voucher(*lines, on=on).table() == [(1, "done")]

    enter("1002", "1122", "90", ahead, date(2025, 12, 31))
    enter("1122", "6051", "90", books.party, date(2025, 12, 31))
    enter("1122", "6051", "60", ahead, DAY)
    enter("220201", "1002", "25", supplier, DAY)
    enter("6602", "220201", "10", books.party, DAY)
    enter("2241", "1002", "7", supplier, date(2026, 12, 1))
    booked = shown(finance.balance_sheet(books.company, NOVEMBER))
    by_party = finance.balance_sheet(books.company, NOVEMBER, by_party=True)
    moved = {code: amounts for code, amounts in shown(by_party).items() if amounts != booked.get(code)}
    assert moved == {
        "A16": money("90", "90"), "L16": money("30", "90"), "A18": money("25", "0"), "L14": money("10", "0"),
        "A29": money("180", "180"), "A99": money("180", "180"), "L29": money("40", "90"), "L49": money("40", "90"),
        "L99": money("180", "180"),
    }  # fmt: skip
    assert [(a.code, a.amounts) for a in by_party.line("L16").accounts] == [("1122", money("30", "90"))]
    assert [(a.code, a.amounts) for a in by_party.line("A16").accounts] == [("1122", money("90", "90"))]
    assert not broken_laws()


def test_which_account_is_in_which_line_is_data(books: Books) -> None:
    trade(books)
    finance.Account.objects.create(
        company_id=books.company, code="66020901", name_en="Rent", name_zh="房租", kind="expense"
    )
    enter(books, "66020901", "1002", "7.00")
    line = lambda code: shown(finance.income_statement(books.company, NOVEMBER))[code][0]  # noqa: E731
    assert line("I18") == Decimal("57.10"), "an account is in the line of the longest code that its own begins with"
    other = ReportLine.objects.get(company_id=books.company, code="I44")
    account = finance.Account.objects.get(company_id=books.company, code="66020901")
    ReportAccount.objects.create(company_id=books.company, line=other, account=account)
    assert (line("I18"), line("I44")) == (Decimal("50.10"), Decimal("7.00"))
    assert not broken_laws()
    ReportAccount.objects.filter(company_id=books.company, account__code="6602").delete()
    assert finance.income_statement(books.company, NOVEMBER).missing == ["6602"]
    assert set(broken_laws()) == {"accounts_are_in_one_line", "balance_sheet_agrees"}


def test_a_year_is_closed_once_and_opened_again(books: Books) -> None:
    trade(books)
    enter(books, "6901", "1122", "1.00")
    close = lambda *years: finance.close_years(years, company=books.company, by=books.by).table()  # noqa: E731
    again = lambda *years: finance.reopen_years(years, company=books.company, by=books.by).table()  # noqa: E731
    before = shown(finance.income_statement(books.company, DECEMBER))
    waiting = books.shipped("1.00", on=date(2026, 11, 5))
    assert close(2026) == [(2026, "events_pending")]
    books.post(waiting)
    assert again(2026, 2024) == [(2026, "not_found"), (2024, "not_found")]
    sheet = shown(finance.balance_sheet(books.company, DECEMBER))
    assert close(2030, 27981, 2026) == [(2030, "not_found"), (27981, "not_found"), (2026, "done")]
    assert not broken_laws()
    assert before == shown(finance.income_statement(books.company, DECEMBER))
    assert sheet == shown(finance.balance_sheet(books.company, DECEMBER))
    held = {code for code, amount in books.balances(DECEMBER).items() if amount}
    assert not [code for code in held if code.startswith(("6", "4103"))]
    assert Period.objects.filter(company_id=books.company, module="finance", month=date(2027, 1, 1)).exists()
    assert close(2026) == [(2026, "already")]
    closing = Voucher.objects.filter(company_id=books.company, text__startswith="结转")
    refused = finance.reverse_vouchers([closing[0].pk], company=books.company, by=books.by, on=DAY)
    assert refused.table() == [(closing[0].pk, "closes_year")]
    assert again(2026) == [(2026, "done")]
    assert again(2026) == [(2026, "already")]
    assert before == shown(finance.income_statement(books.company, DECEMBER))
    assert sheet == shown(finance.balance_sheet(books.company, DECEMBER))
    enter(books, "6602", "1002", "5.00", date(2026, 12, 31))
    books.shut(DECEMBER)
    assert close(2026) == [(2026, "period_closed")]
    Period.objects.filter(company_id=books.company, module="finance").update(state="open")
    assert close(2026) == [(2026, "done")]
    books.shut(DECEMBER)
    assert again(2026) == [(2026, "period_closed")]
    assert finance.YearClosing.objects.filter(company_id=books.company).count() == 2
    assert not broken_laws()


def test_nothing_to_close_and_books_without_the_accounts(books: Books) -> None:
    close = lambda: finance.close_years([2026], company=books.company, by=books.by).table()  # noqa: E731
    assert close() == [(2026, "nothing_to_close")]
    enter(books, "6602", "1002", "5.00")
    finance.Account.objects.filter(company_id=books.company, code="4103").update(state="closed")
    assert close() == [(2026, "account_unknown")]
    alien = Books("ALIEN")
    assert finance.reopen_years([2026], company=alien.company, by=books.by).table() == [(2026, "not_found")]


def test_sub_ledgers_and_columns(books: Books) -> None:
    books.post(books.shipped("10", unit=books.units[0], party=books.party) + books.shipped("2", unit=books.units[1]))
    part = ManualLine("1406", debit=Decimal(5), unit=books.units[1])
    books.voucher(part, ManualLine("1002", credit=Decimal(5)))
    account = books.account("1406").pk
    by = lambda dimension: [  # noqa: E731
        (row.code, row.debit, row.credit, row.lines)
        for row in finance.sub_ledger(books.company, account, NOVEMBER, dimension)
    ]
    assert by("unit") == [("TMALL", 10, 0, 1), ("JD", 7, 0, 2)]
    assert by("party") == [("BOOKS-P", 10, 0, 1), (None, 7, 0, 2)]
    assert by("item") == [("BOOKS-LOCK", 12, 0, 2), (None, 5, 0, 1)]
    [first] = finance.sub_ledger(books.company, account, NOVEMBER, "unit", bound=1)
    assert (first.key, first.found, first.debit_total) == (f"10.00:{books.units[0]}", 2, 17)
    [second] = finance.sub_ledger(books.company, account, NOVEMBER, "unit", (first.debit, first.id))
    assert (second.code, second.debit_so_far, second.balance_so_far, second.debit_total) == ("JD", 17, 17, 17)
    months, found = finance.account_columns(books.company, "14", 2026)
    assert (len(months), [(row.code, row.amounts[10], row.total) for row in found]) == (
        12, [("1405", -12, -12), ("1406", 17, 17)],
    )  # fmt: skip
