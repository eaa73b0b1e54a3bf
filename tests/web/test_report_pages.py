"""Cash flow, columns, analysis, the group and auditors' files on their pages, as PDF and in the background."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from interlock.core.api import Company, Membership
from interlock.core.background import folder_of, work_waiting
from interlock.core.models import Job
from interlock.finance import api as finance
from interlock.finance.api import ManualLine, ManualVoucher
from interlock.finance.models import JournalLine
from interlock.parties.models import Party
from tests.builders import DAY, World

from .people import make_user, sign_in
from .test_reports import cells


@pytest.fixture
def traded(world: World) -> World:
    world.delivery(("CAMERA", 2), state="recognised")
    world.post()
    for debit, credit, amount in (("1002", "4001", "1000"), ("1901", "1002", "40")):
        lines = (ManualLine(debit, debit=Decimal(amount)), ManualLine(credit, credit=Decimal(amount)))
        finance.post_voucher(ManualVoucher(DAY, "by hand", lines), company=world.company, by=world.by)
    return world


def test_cash_without_an_item_gets_one_on_its_page(traded: World, clerk: Client) -> None:
    page = clerk.get(reverse("web:cash-flow")).content.decode()
    assert "1 voucher moved cash that has no item yet" in page
    assert "its end is what the cash accounts hold" in page
    voucher = finance.Voucher.objects.get(company_id=traded.company, amount=40)
    assert str(voucher.number) in clerk.get(reverse("web:cash-item")).content.decode()
    answer = clerk.post(reverse("web:cash-assign"), {"id": [voucher.pk], "item": "C24"}, follow=True)
    assert "1 voucher has its item." in answer.content.decode()
    assert "has no item yet" not in clerk.get(reverse("web:cash-flow")).content.decode()
    table = {row[0]: row[2] for row in cells(clerk, reverse("web:cash-flow") + "?format=xlsx") if row[0]}
    assert [Decimal(str(table[code])) for code in ("C24", "C51", "C99")] == [40, 1000, 960]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_report_is_a_pdf_and_a_spreadsheet_too(traded: World, language: str) -> None:
    finance.count_dimensions(traded.company)
    client = sign_in(traded, language=language)
    names = (
        "trial-balance", "balance-sheet", "income-statement", "cash-flow", "account-columns", "statement-columns",
        "analysis", "group", "aging", "budget-report", "fee-report",
    )  # fmt: skip
    account = finance.Account.objects.get(company_id=traded.company, code="1122").pk
    addresses = [reverse(f"web:{name}") for name in names]
    addresses += [reverse(f"web:{name}", args=[account]) for name in ("account", "sub-ledger")]
    for address in addresses:
        pdf = client.get(f"{address}?format=pdf")
        assert (pdf.status_code, pdf["Content-Type"], pdf.content[:4]) == (200, "application/pdf", b"%PDF"), address
        sheet = client.get(f"{address}?format=xlsx")
        assert (sheet.status_code, sheet.content[:2]) == (200, b"PK"), address


def test_columns_analysis_and_group_lead_on(traded: World, clerk: Client) -> None:
    for by in ("month", "quarter", "year", "company"):
        for report in ("balance_sheet", "income_statement", "cash_flow"):
            page = clerk.get(reverse("web:statement-columns"), {"by": by, "report": report})
            assert page.status_code == 200, (by, report)
    page = clerk.get(reverse("web:analysis"), {"account": "6", "by": "unit"}).content.decode()
    assert "are not counted yet" in page
    ids = finance.Voucher.objects.filter(company_id=traded.company, state="collecting").values_list("id", flat=True)
    finance.seal_vouchers(list(ids), company=traded.company, by=traded.by)
    clerk.post(reverse("web:analysis-count"), {"back": reverse("web:analysis")})
    page = clerk.get(reverse("web:analysis"), {"account": "6", "by": "unit"}).content.decode()
    assert "S1 Shop 1" in page
    account = finance.Account.objects.get(company_id=traded.company, code="6001").pk
    down = {"account": "6", "by": "unit", "value": traded.shop.unit_id, "line": account}
    assert "/lines/" in clerk.get(reverse("web:analysis"), down).content.decode()
    assert "Consolidated balance sheet" in clerk.get(reverse("web:group")).content.decode()


def test_the_books_alone_lead_to_no_page_that_is_shut(traded: World, clerk: Client) -> None:
    account = finance.Account.objects.get(company_id=traded.company, code="6001").pk
    line = JournalLine.objects.filter(company_id=traded.company, credit_account_id=account).first()
    assert line is not None
    address = f"{reverse('web:analysis')}?by=unit&value={line.unit_id}&line={account}&month={DAY:%Y-%m}"
    own, shut = clerk.get(address).content.decode(), reverse("web:line", args=[line.document_line_id])
    books_only = sign_in(traded, ["finance.view_voucher"])
    seen = books_only.get(address).content.decode()
    assert books_only.get(shut, follow=True).status_code == 403
    assert (shut in own, shut in seen) == (True, False)
    document = re.search(rf'href="{shut}">([^<]+)<', own)
    assert document
    assert document[1] in seen


def test_what_was_paid_ahead_is_a_liability_where_the_sheet_is_asked_by_party(traded: World, clerk: Client) -> None:
    owner = Party.objects.create(code="P-AHEAD", name="Paid Ahead Ltd", country="HK").pk
    paid = ManualLine("1002", debit=Decimal(321)), ManualLine("1122", credit=Decimal(321), party=owner)
    finance.post_voucher(ManualVoucher(DAY, "", paid), company=traded.company, by=traded.by)
    address = f"{reverse('web:balance-sheet')}?month={DAY:%Y-%m}"
    page = clerk.get(address).content.decode()
    [onward] = re.findall(r'href="([^"]*by=party)"', page)
    [file] = re.findall(r'href="([^"]*by=party[^"]*xlsx)"', clerk.get(address + "&by=party").content.decode())
    assert unescape(onward) == address[len(reverse("web:balance-sheet")) :] + "&by=party"
    for more, advances in (("&format=xlsx", 0), (None, 321)):
        asked = address + more if more else reverse("web:balance-sheet") + unescape(file)
        table = {row[0]: row[2] for row in cells(clerk, asked) if row[0]}
        assert Decimal(str(table["L16"])) == advances
        assert table["A99"] == table["L99"]


def test_companies_that_differ_name_their_documents_when_asked(traded: World) -> None:
    other = World(code="OTHER")
    Company.objects.filter(pk=traded.company).update(uscc="91330106MA2ONE0001")
    Company.objects.filter(pk=other.company).update(uscc="91330106MA2TW00002")
    Party.objects.bulk_create([Party(code="G-OTHER", name="Other Ltd", uscc="91330106MA2TW00002", country="HK")])
    party = Party.objects.get(code="G-OTHER").pk
    owed, sold = ManualLine("1122", debit=Decimal(77), party=party), ManualLine("6051", credit=Decimal(77), party=party)
    voucher = ManualVoucher(DAY, "", (owed, sold))
    finance.post_voucher(voucher, company=traded.company, by=traded.by)
    user = make_user(traded, ["finance.view_voucher"])
    Membership.objects.create(user=user, role=user.memberships.get().role, company_id=other.company)
    reader = Client()
    reader.force_login(user)
    number = str(finance.Voucher.objects.get(company_id=traded.company, amount=77).number)
    for report in ("balance_sheet", "income_statement"):
        page = reader.get(reverse("web:group"), {"report": report}).content.decode()
        [onward] = re.findall(r'href="([^"]*pair=[^"]*)#documents"', page)
        assert 'id="documents"' not in page
        assert number not in page
        named = reader.get(reverse("web:group") + unescape(onward)).content.decode()
        assert number in named[named.index('id="documents"') :], report


def test_a_year_goes_to_an_auditor_as_one_archive(traded: World, clerk: Client) -> None:
    assert "记账凭证" in clerk.get(reverse("web:audit-files")).content.decode()
    clerk.post(reverse("web:audit-export"), {"year": "2026", "format": "xml"})
    assert work_waiting() == 1
    job = Job.objects.get(company_id=traded.company)
    assert (job.state, job.file_name) == ("done", f"audit-{traded.company_row.code}-2026-xml.zip")
    with zipfile.ZipFile(folder_of(job) / "export.zip") as archive:
        assert archive.namelist() == ["accounting.xml", "accounting.xsd"]
    content = b"".join(clerk.get(reverse("web:job-file", args=[job.pk])).streaming_content)  # type: ignore[attr-defined]
    assert zipfile.is_zipfile(io.BytesIO(content))


def test_who_may_not_see_the_books_sees_none_of_it(traded: World) -> None:
    other = sign_in(traded, ["sales.view_order"])
    for name in ("cash-flow", "cash-item", "statement-columns", "analysis", "group", "audit-files"):
        assert other.get(reverse(f"web:{name}")).status_code == 403, name
    assert other.post(reverse("web:cash-assign"), {"item": "C24"}).status_code == 403
