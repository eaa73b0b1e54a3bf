"""The pages of open items: a bill entered and paid, aging, the party's page with its dialog."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from typing import Any

from django.test import Client
from django.urls import reverse

from interlock.finance.models import ItemApplication, ItemDocument, OpenItem
from tests.builders import DAY, World, assert_laws
from tests.paper import text_of

from .people import sign_in


def enter(client: Client, kind: str, lines: list[dict[str, Any]], **fields: Any) -> Any:
    given = {"party": "P-ECO", "posting_on": DAY, "document_on": DAY, "lines": json.dumps(lines), **fields}
    return client.post(reverse("web:item-document-new", args=[kind]), given)


def press(client: Client, name: str, document: int, **fields: Any) -> str:
    sent = client.post(reverse(f"web:{name}"), {"id": document, "single": 1, **fields}, follow=True)
    return sent.content.decode()


def read(client: Client, name: str, *args: Any, **query: Any) -> str:
    answer = client.get(reverse(f"web:{name}", args=args), query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_from_the_bill_to_the_payment_and_back(world: World, clerk: Client) -> None:
    lines = [{"account": "6602 Office", "amount": "1,000", "tax": "130", "text": "Rent"}]
    assert "The supplier&#x27;s number is missing" in enter(clerk, "bill", lines).content.decode()
    wrong = enter(clerk, "bill", [lines[0] | {"account": "9999"}], reference="F-9")
    assert (wrong.status_code, "Line 1: The account does not exist “9999”" in wrong.content.decode()) == (422, True)
    assert enter(clerk, "bill", lines, reference="F-9").status_code == 302
    assert "The supplier&#x27;s bill is there already" in enter(clerk, "bill", lines, reference="F-9").content.decode()
    bill = ItemDocument.objects.get()
    page = read(clerk, "item-document", bill.pk)
    assert "You wrote it; another person posts it." in page
    other = sign_in(world)
    assert "1 document posted." in press(other, "item-documents-post", bill.pk)
    item = OpenItem.objects.get()
    assert f'value="{item.pk}"' in read(clerk, "item-document-new", "payment", party="P-ECO")
    paid = enter(clerk, "payment", [{"item": item.pk, "amount": "500"}], amount="600", reference="bank 7")
    payment = ItemDocument.objects.get(kind="payment")
    assert paid["Location"] == reverse("web:item-document", args=[payment.pk])
    press(other, "item-documents-post", payment.pk)
    page = read(clerk, "item-party", world.customer.pk)
    assert "Proposed" in page
    assert "630.00" in page
    paper = clerk.get(reverse("web:item-party", args=[world.customer.pk]), {"format": "pdf", "to": DAY.isoformat()})
    for part in ("Statement of account", "P-ECO", "upplier bill", "1,130.00", "Closing"):
        assert part in text_of(paper.content), part
    assert "F-9" in read(clerk, "payables")
    assert "630.00" in read(clerk, "payables", state="open")
    pair = f"{OpenItem.objects.get(account__code='1123').pk}:{item.pk}:100.00"
    applied = clerk.post(reverse("web:item-apply", args=[world.customer.pk]), {"pair": pair, "on": DAY}, follow=True)
    assert "1 application made." in applied.content.decode()
    item.refresh_from_db()
    assert item.open_amount == Decimal(530)
    undone = clerk.post(
        reverse("web:item-undo", args=[world.customer.pk]), {"id": ItemApplication.objects.latest("id").pk}, follow=True
    )
    assert undone.status_code == 200
    assert "1 document taken back." in press(other, "item-documents-take-back", payment.pk)
    assert clerk.get(reverse("web:item", args=[item.pk]))["Location"].endswith(f"?item={item.pk}#item-{item.pk}")
    edit = read(clerk, "item-document-new", "charge")
    assert "New: customer charge" in edit
    assert_laws()


def test_the_aging_is_a_page_and_a_spreadsheet_and_leads_to_the_party(world: World, clerk: Client) -> None:
    from openpyxl import load_workbook

    enter(clerk, "charge", [{"account": "6051", "amount": "200"}], document_on="2026-09-01", reference="C-1")
    press(sign_in(world), "item-documents-post", ItemDocument.objects.get().pk)
    page = read(clerk, "aging", on="2026-11-30", buckets="30,60")
    assert "31–60" in page
    assert "over 60 days" in page
    assert "is the balance of the accounts" in page
    assert reverse("web:item-party", args=[world.customer.pk]) in page
    file = clerk.get(reverse("web:aging"), {"on": "2026-11-30", "buckets": "30,60", "format": "xlsx"})
    sheet = load_workbook(io.BytesIO(file.content)).active
    assert [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell == 200]
    statement = clerk.get(reverse("web:item-party", args=[world.customer.pk]), {"format": "xlsx"})
    assert statement.status_code == 200
    assert "No open item here" in read(clerk, "payables")
    assert "应收账款" in read(sign_in(world, language="zh-hans"), "receivables", columns="number,account")


def test_another_companys_items_are_not_there(world: World, clerk: Client) -> None:
    enter(clerk, "charge", [{"account": "6051", "amount": "200"}])
    press(sign_in(world), "item-documents-post", ItemDocument.objects.get().pk)
    stranger = sign_in(World(code="MFG"))
    for name, key in (("item", OpenItem.objects.get().pk), ("item-document", ItemDocument.objects.get().pk)):
        assert stranger.get(reverse(f"web:{name}", args=[key])).status_code == 404
    assert "200.00" not in read(stranger, "item-party", world.customer.pk)
    assert sign_in(world, ["sales.view_order"]).get(reverse("web:receivables")).status_code == 403
