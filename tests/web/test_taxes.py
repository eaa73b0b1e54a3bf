"""Pages of tax invoices: from what is not invoiced to the issued one, suppliers' files, the month, the messages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from interlock.finance import api as finance
from tests.builders import World
from tests.sales.test_tax_invoices import bought, sold
from tests.taxing import Office, register, tax_office

from .people import sign_in


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with tax_office(tmp_path_factory.mktemp("office")) as running:
        yield running


def shown(client: Client, name: str, *args: Any, query: str = "") -> str:
    answer = client.get(reverse(f"web:{name}", args=args) + query)
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def sent(client: Client, name: str, **fields: Any) -> str:
    answer = client.post(reverse(f"web:{name}"), fields, follow=True)
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def test_from_revenue_to_the_issued_invoice(world: World, clerk: Client, office: Office) -> None:
    registered = register(world, office, 21)
    first, second = sold(world, ("CAMERA", 1), many=2)
    page = shown(clerk, "tax-month", query="?month=2026-11")
    assert "Documents whose revenue is not what is invoiced" in page
    assert "Ask for the rest" in page
    assert "1 invoice asked for." in sent(clerk, "tax-invoices-request", id=first, month="2026-11", buyer="王先生")
    assert "1 customer&#x27;s month asked for." in sent(
        clerk, "tax-invoices-merge", id=world.customer.pk, month="2026-11"
    )
    ids = list(finance.TaxInvoice.objects.order_by("id").values_list("pk", flat=True))
    assert "王先生" in shown(clerk, "tax-invoices", query="?state=to_send")
    assert "2 invoices handed to the tax office." in sent(clerk, "tax-invoices-send", id=ids)
    finance.send_due(world.company, world.by)
    held = finance.TaxInvoice.objects.get(pk=ids[0])
    page = shown(clerk, "tax-invoice", ids[0])
    assert held.invoice_number in page
    assert "Have it issued" in page
    assert b"EInvoice" in clerk.get(reverse("web:tax-invoice-xml", args=[ids[0]])).content
    paper = clerk.get(reverse("web:document-pdf", args=["tax_invoice", ids[0], "tax_invoice"]))
    assert paper.content.startswith(b"%PDF")
    world.returned(_order(second), ("CAMERA", 1), state="refunded")
    assert "1 document&#x27;s red letter asked for." in sent(clerk, "tax-invoices-red", id=second, month="2026-11")
    assert "red letter" in shown(clerk, "tax-invoices", query="?kind=red")
    red = finance.TaxInvoice.objects.get(kind="red").pk
    assert "1 request cancelled." in sent(clerk, "tax-invoices-cancel", id=red, single=1)
    page = shown(clerk, "gateway-messages")
    assert registered.company.uscc in page
    sheet = load_workbook(io.BytesIO(clerk.get(reverse("web:tax-month") + "?month=2026-11&format=xlsx").content)).active
    assert [row[0] for row in sheet.iter_rows(min_row=5, values_only=True)].count("Output VAT") == 3
    chinese = sign_in(world, language="zh-hans")
    assert "销项发票" in shown(chinese, "tax-invoices")
    assert "已开具" in shown(chinese, "tax-invoice", ids[0])
    stranger = sign_in(World(code="OTHER"))
    assert stranger.get(reverse("web:tax-invoice", args=[ids[0]])).status_code == 404
    nobody = sign_in(world, ["sales.view_order"])
    assert nobody.get(reverse("web:tax-invoices")).status_code == 403


def _order(delivery: int) -> int:
    from interlock.sales import api as sales

    return int(sales.DeliveryLine.objects.filter(delivery_id=delivery)[0].order_id)


def test_the_page_of_an_order_asks_for_its_invoice(world: World, clerk: Client, office: Office) -> None:
    register(world, office, 23)
    world.receive(world.camera, 2, "200")
    order = world.order(("CAMERA", 2), state="recognised")
    assert "Tax invoice…" in shown(clerk, "order", order)
    ask = {"buyer": "杭州某某有限公司", "code": "91330100MA0000001X", "email": "a@example.com", "key": str(uuid4())}
    refused = clerk.post(reverse("web:order-invoice", args=[order]), ask)
    assert "credit code is not valid" in refused.content.decode()
    half = clerk.post(reverse("web:order-invoice", args=[order]), {"code": "91330100MA0000001X", "key": str(uuid4())})
    assert "Name the buyer." in half.content.decode()
    ask |= {"code": "", "key": str(uuid4())}
    done = clerk.post(reverse("web:order-invoice", args=[order]), ask, follow=True).content.decode()
    assert "1 order&#x27;s invoice asked for." in done
    made = finance.TaxInvoice.objects.get(company=world.company)
    assert (made.buyer_name, made.buyer_email, made.amount) == ("杭州某某有限公司", "a@example.com", 598)
    other = World(code="OTHER")
    register(other, office, 24)
    foreign = sign_in(other).post(reverse("web:order-invoice", args=[order]), {"key": str(uuid4())})
    assert foreign.status_code == 409
    assert "Check the number and the company." in foreign.content.decode()
    assert finance.TaxInvoice.objects.count() == 1


def test_suppliers_files(world: World, clerk: Client, office: Office) -> None:
    register(world, office, 22)
    good, other = bought(world, office, 1), bought(world, office, 2)
    wrong = other.replace(b"<TotalTaxAm>13.00</TotalTaxAm>", b"<TotalTaxAm>12.00</TotalTaxAm>")
    files = [SimpleUploadedFile(f"{n}.xml", content) for n, content in enumerate((good, wrong, b"<!DOCTYPE a><a/>"))]
    page = sent(clerk, "input-invoices-upload", file=files)
    assert "1 invoice taken in." in page
    assert "the taxes do not add up" in page
    assert "declares a document type" in page
    assert "1 file was taken in before." in sent(clerk, "input-invoices-upload", file=SimpleUploadedFile("a.xml", good))
    held = finance.InputInvoice.objects.get()
    assert held.number in shown(clerk, "input-invoices")
    assert "供应商甲" in shown(clerk, "input-invoice", held.pk)
    assert "1 invoice is being verified." in sent(clerk, "input-invoices-verify", id=held.pk, single=1)
    finance.send_due(world.company, world.by)
    assert "1 invoice chosen for deduction." in sent(
        clerk, "input-invoices-deduct", id=held.pk, month="2026-11", single=1
    )
    assert "The question is on its way." in sent(clerk, "tax-month-ask", month="2026-11")
    finance.send_due(world.company, world.by)
    world.post()
    assert "The tax office counts the same" in shown(clerk, "tax-month", query="?month=2026-11")
    assert clerk.get(reverse("web:input-invoice-xml", args=[held.pk])).content == good
    assert clerk.get(reverse("web:invoicing-details")).content.startswith(b"%PDF")
    finance.GatewayMessage.objects.update(state="failed")
    some = finance.GatewayMessage.objects.all()[0].pk
    assert "1 message is sent again." in sent(clerk, "gateway-messages-retry", id=some)
