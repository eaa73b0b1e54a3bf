"""Statements on their pages: both sides, the way down to the document line, and the same figures as a spreadsheet."""

from __future__ import annotations

import io
import re
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from interlock.finance import api as finance
from interlock.finance.api import ManualLine, ManualVoucher
from interlock.finance.models import Voucher
from interlock.parties.models import Party
from interlock.web.views import ledgers, reports
from tests.builders import DAY, World

from .people import sign_in


@pytest.fixture
def sold(world: World) -> World:
    world.delivery(("CAMERA", 2), state="recognised")
    world.post()
    return world


def cells(client: Client, address: str) -> list[list[object]]:
    answer = client.get(address)
    assert answer.status_code == 200
    sheet = load_workbook(io.BytesIO(answer.content)).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_from_the_statement_down_to_the_order(sold: World, clerk: Client) -> None:
    for name, text in (("income-statement", "Operating revenue"), ("balance-sheet", "both sides agree")):
        page = clerk.get(reverse(f"web:{name}")).content.decode()
        assert text in page
        account = re.search(r'href="(/accounts/\d+/\?month=2026-11)">(?:6001|1122)', page)
        assert account
        listed = clerk.get(account[1]).content.decode()
        voucher = re.search(r'href="(/vouchers/\d+/\?account=\d+)"', listed)
        assert voucher
        assert re.search(r'href="/events/\d+/"', clerk.get(voucher[1]).content.decode())
    account_id = finance.Account.objects.get(company_id=sold.company, code="6001").pk
    assert "Shop 1" in clerk.get(reverse("web:sub-ledger", args=[account_id])).content.decode()


def test_a_spreadsheet_holds_the_same_figures(sold: World, clerk: Client) -> None:
    made = finance.balance_sheet(sold.company, Voucher.objects.filter(company_id=sold.company)[0].posting_on)
    table = {row[0]: row[2] for row in cells(clerk, reverse("web:balance-sheet") + "?format=xlsx") if row[0]}
    assert Decimal(str(table["A99"])) == Decimal(str(table["L99"])) == made.line("A99").amounts[0] != 0
    names = ("income-statement", "account-columns", "trial-balance")
    for address in [reverse(f"web:{name}") + "?account=6&format=xlsx" for name in names]:
        assert len(cells(clerk, address)) > 5, address
    account = finance.Account.objects.get(company_id=sold.company, code="6001").pk
    assert cells(clerk, reverse("web:sub-ledger", args=[account]) + "?by=party&format=xlsx")[4][0] == "P-ECO"


def test_the_trial_balance_and_the_analysis_end_with_their_totals(sold: World, clerk: Client) -> None:
    [*_lines, total] = cells(clerk, reverse("web:trial-balance") + "?month=2026-11&format=xlsx")
    opening_debit, opening_credit, debit, credit, closing_debit, closing_credit = total[2:]
    assert (opening_debit, debit, closing_debit) == (opening_credit, credit, closing_credit)
    assert (opening_debit, total[1]) == (0, "Total")
    assert Decimal(str(debit)) == sum(row.debit for row in finance.trial_balance(sold.company, date(2026, 11, 1))) > 0
    ids = Voucher.objects.filter(company_id=sold.company, state="collecting").values_list("id", flat=True)
    finance.seal_vouchers(list(ids), company=sold.company, by=sold.by)
    finance.count_dimensions(sold.company)
    address = reverse("web:analysis") + "?account=6&by=unit&month=2026-11&since=2026-11"
    [*lines, total] = cells(clerk, address + "&format=xlsx")
    assert [total[1], total[5]] == ["Total", sum(row[5] for row in lines if isinstance(row[5], int | float))]
    assert f"{abs(total[5]):,.2f}" in clerk.get(address).content.decode()


def test_the_general_ledger_is_a_file_that_runs_from_opening_to_closing(sold: World, clerk: Client) -> None:
    account = finance.Account.objects.get(company_id=sold.company, code="1122").pk
    address = reverse("web:account", args=[account])
    table = cells(clerk, address + "?month=2026-11&format=xlsx")
    [opening] = [place for place, row in enumerate(table) if "Opening" in row]
    [closing] = [place for place, row in enumerate(table) if "Closing" in row]
    lines, ends = table[opening + 1 : closing], table[closing]
    assert lines
    held = Decimal(str(table[opening][6]))
    for row in lines:
        held += Decimal(str(row[4])) - Decimal(str(row[5]))
        assert Decimal(str(row[6])) == held
    [balance] = [row for row in finance.trial_balance(sold.company, date(2026, 11, 1)) if row.code == "1122"]
    assert [Decimal(str(cell)) for cell in ends[4:7]] == [balance.debit, balance.credit, balance.closing]
    assert held == balance.closing
    assert f"{balance.closing:,.2f}" in clerk.get(address + "?month=2026-11").content.decode()


@pytest.mark.slow
def test_ledgers_and_the_aging_are_paper_too(sold: World, clerk: Client) -> None:
    account = finance.Account.objects.get(company_id=sold.company, code="1122").pk
    for address in (
        reverse("web:account", args=[account]) + "?month=2026-11",
        reverse("web:sub-ledger", args=[account]) + "?by=party&month=2026-11",
        reverse("web:aging") + "?side=receivable",
    ):
        assert clerk.get(address + "&format=pdf").content.startswith(b"%PDF"), address


def test_a_long_sub_ledger_goes_on_and_carries_what_went_before(
    sold: World, clerk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    parties = [Party.objects.create(code=f"C{n}", name=f"Customer {n}", kind="person") for n in range(3)]
    for n, party in enumerate(parties, start=1):
        lines = (
            ManualLine("1122", debit=Decimal(10_000 * n), party=party.pk),
            ManualLine("6051", credit=Decimal(10_000 * n)),
        )
        finance.post_voucher(ManualVoucher(DAY, "", lines), company=sold.company, by=sold.by)
    account = finance.Account.objects.get(company_id=sold.company, code="1122").pk
    [balance] = [row for row in finance.trial_balance(sold.company, DAY) if row.code == "1122"]
    monkeypatch.setattr(reports, "SIZE", 2)
    monkeypatch.setitem(ledgers.VALUES, "xlsx", 2)
    address = reverse("web:sub-ledger", args=[account]) + "?by=party&month=2026-11"
    page = clerk.get(address).content.decode()
    everybody = ("Customer 2", "Customer 1", "Customer 0", "P-ECO")
    assert [name for name in everybody if name in page] == ["Customer 2", "Customer 1"]
    assert "Carried forward" in page
    assert "50,000.00" in page
    [onward] = re.findall(r'rel="next" href="([^"]+)"', page)
    last = clerk.get(reverse("web:sub-ledger", args=[account]) + unescape(onward)).content.decode()
    assert [name for name in everybody if name in last] == ["Customer 0", "P-ECO"]
    assert "Brought forward" in last
    assert f"{balance.debit - balance.credit:,.2f}" in last
    assert 'rel="next"' not in last
    assert 'rel="prev"' in last
    table = cells(clerk, address + "&format=xlsx")
    assert any("Lists the 2 largest of 4; all others are one sum." in str(row[0]) for row in table)
    [*_lines, others, total] = table
    assert others[1] == "All others, in one sum"
    assert Decimal(str(others[3])) == balance.debit - 50_000
    assert [Decimal(str(cell)) for cell in total[3:5]] == [balance.debit, balance.credit]
    assert clerk.get(address + "&before=x:1").status_code == 200


def test_a_year_is_closed_by_who_may(sold: World, clerk: Client) -> None:
    looker = sign_in(sold, ["finance.view_voucher"])
    assert "Your role may look" in looker.get(reverse("web:years")).content.decode()
    assert looker.post(reverse("web:year-change"), {"year": 2026, "to": "closed"}).status_code == 403
    closed = clerk.post(reverse("web:year-change"), {"year": 2026, "to": "closed"}, follow=True).content.decode()
    assert "The year is closed." in closed
    assert "Income and expense hold nothing" in (
        clerk.post(reverse("web:year-change"), {"year": 2027, "to": "closed"}).content.decode()
    )
    taken_back = clerk.post(reverse("web:year-change"), {"year": 2026, "to": "open"}, follow=True).content.decode()
    assert "The closing of the year is taken back." in taken_back
    alien = World(code="ALIEN")
    account = finance.Account.objects.get(company_id=alien.company, code="6001").pk
    assert clerk.get(reverse("web:sub-ledger", args=[account])).status_code == 404


def test_counting_leads_back_to_a_page_of_ours_only(sold: World, clerk: Client) -> None:
    ways = {"/analysis/?by=party": "/analysis/?by=party", "//evil.example/": reverse("web:analysis"),
            "https://evil.example/": reverse("web:analysis"), "": reverse("web:analysis")}  # fmt: skip
    address = reverse("web:analysis-count")
    assert {back: clerk.post(address, {"back": back})["Location"] for back in ways} == ways
