"""The accountant sees what stands in the way of a month, closes it, takes the report, and a manager opens it again."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interlock.core.api import Period
from interlock.finance import api as finance
from interlock.finance.closing.checklist import ORDER, policies
from interlock.finance.closing.words import FIGURES, FINDINGS, STEPS
from interlock.finance.models import Close, CloseReport, ItemShop
from interlock.web import words
from tests.builders import DAY, World

from .people import sign_in
from .test_reports import cells

MOST_QUERIES = 48


def page(world: World, month: str = "2026-11", name: str = "close") -> str:
    return reverse(f"web:{name}", args=[world.code, month])


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_checklist_names_documents_with_a_link(world: World, language: str) -> None:
    client = sign_in(world, language=language)
    delivery = world.delivery(("CAMERA", 2), state="shipped")
    with CaptureQueriesContext(connection) as queries:
        response = client.get(page(world, "2026-12"))
    assert len(queries) <= MOST_QUERIES
    assert response.status_code == 200
    text = response.content.decode()
    for code in ("sales", "stock", "sales_books", "stock_books", "ledger"):
        assert f'id="step-{code}"' in text
    assert reverse("web:delivery", args=[delivery]) in text, "on the way for longer than the policy allows"
    text = client.get(page(world)).content.decode()
    assert reverse("web:event", args=[finance.events_of(world.company, [delivery])[0].event_id]) in text
    assert not re.search(r"%\(\w+\)s|\{\{|\{%", text)


def test_closing_downloading_and_opening_again(world: World) -> None:
    client = sign_in(world)
    world.delivery(("CAMERA", 1), state="recognised")
    refused = client.post(page(world, name="close-run"), follow=True).content.decode()
    assert "Something stands in the way" in refused
    world.post()
    assert (
        "The step is closed."
        in client.post(page(world, name="close-run"), {"step": "sales", "early": "1"}, follow=True).content.decode()
    )
    assert "Open the month again" in client.get(page(world)).content.decode(), "a step that is closed too early"
    closed = client.post(page(world, name="close-run"), {"early": "1"}, follow=True).content.decode()
    assert "report signed" in closed
    [report] = CloseReport.objects.all()
    sent = client.get(reverse("web:close-report", args=[report.pk, "json"]))
    assert json.loads(sent.content)["report"]["month"] == "2026-11"
    assert client.get(reverse("web:close-report", args=[report.pk, "xml"])).status_code == 404
    assert "Say in a few words why." in client.post(page(world, name="close-reopen"), follow=True).content.decode()
    opened = client.post(page(world, name="close-reopen"), {"reason": "a bill came"}, follow=True).content.decode()
    assert "superseded" in opened
    assert "a bill came" in opened
    assert Close.objects.get().state == "open"


def test_the_report_is_printed_in_both_languages(world: World) -> None:
    client = sign_in(world)
    assert finance.close_month(world.company, DAY, by=world.by, early=True).counts == {"done": 1}
    [report] = CloseReport.objects.all()
    for language in ("en", "zh-hans"):
        sent = client.get(reverse("web:close-report", args=[report.pk, language]))
        assert sent.content.startswith(b"%PDF")
    again = client.get(reverse("web:close-report", args=[report.pk, "en"]))
    assert len(again.content) > 5_000


def test_nobody_closes_what_is_not_theirs(world: World) -> None:
    other = World(code="OTHER")
    assert finance.close_month(other.company, DAY, by=other.by, early=True).counts == {"done": 1}
    client = sign_in(world)
    report = CloseReport.objects.get(company_id=other.company)
    assert client.get(page(other)).status_code == 404
    assert client.post(page(other, name="close-run")).status_code == 404
    assert client.get(reverse("web:close-report", args=[report.pk, "json"])).status_code == 404
    assert client.get(page(world, "2031-01")).status_code == 404
    assert client.get(page(world, "soon")).status_code == 404
    looker = sign_in(world, ["core.view_period"])
    text = looker.get(page(world)).content.decode()
    assert "Your role may look, but not close or open." in text
    assert "Your role in this company" in looker.post(page(world, name="close-run"), follow=True).content.decode()


def late_revenue(world: World) -> int:
    """Ship in November, recognise once that month is closed, of a shop whose customer is a party; answer 1122's id."""
    ItemShop.objects.create(company_id=world.company, unit_id=world.shop.unit_id)
    delivery = world.delivery(("CAMERA", 1), state="shipped")
    world.post()
    Period.objects.filter(company=world.company, module="finance", month=date(2026, 11, 1)).update(state="closed")
    world.step("recognised", [sales_order(delivery)])
    world.post()
    vouchers = finance.collecting_vouchers(world.company)
    finance.seal_vouchers(vouchers, company=world.company, by=world.by)
    finance.count_dimensions(world.company)
    return int(finance.Account.objects.get(company_id=world.company, code="1122").pk)


@pytest.mark.parametrize(("language", "says"), [("en", "belongs to Nov 2026"), ("zh-hans", "属于 2026 年 11 月")])
def test_a_late_fact_says_everywhere_which_month_it_belongs_to(world: World, language: str, says: str) -> None:
    account = late_revenue(world)
    client = sign_in(world, language=language)
    voucher = finance.Voucher.objects.filter(company_id=world.company, posting_on=date(2026, 12, 1))[0]
    ledger, sub = (reverse(f"web:{name}", args=[account]) for name in ("account", "sub-ledger"))
    party = world.customer.pk
    analysis = f"{reverse('web:analysis')}?by=party&account=1122&value={party}&line={account}"
    pages = [
        reverse("web:voucher", args=[voucher.pk]), f"{ledger}?month=2026-12", reverse("web:receivables"),
        reverse("web:item-party", args=[party]) + "?to=2026-12-31", f"{analysis}&month=2026-12",
        *(f"{sub}?by={by}&month=2026-12" for by in ("unit", "party", "item")),
    ]  # fmt: skip
    for address in pages:
        assert says in client.get(address).content.decode(), address
    files = [f"{ledger}?month=2026-12", f"{sub}?by=unit&month=2026-12", f"{pages[3]}"]
    for address in files:
        told = [str(cell) for row in cells(client, f"{address}&format=xlsx") for cell in row]
        assert any(says in cell for cell in told), address
        assert client.get(f"{address}&format=pdf").content.startswith(b"%PDF")
    for address in (f"{ledger}?month=2026-11", f"{sub}?by=unit&month=2026-11"):
        assert says not in client.get(address).content.decode(), "what is in time says nothing"


def sales_order(delivery: int) -> int:
    from interlock.sales.models import DeliveryLine

    return int(DeliveryLine.objects.filter(delivery_id=delivery).values_list("order_id", flat=True)[0])


def test_every_step_figure_and_finding_has_words(world: World) -> None:
    assert set(ORDER) == set(STEPS)
    seen = finance.checklist(world.company, DAY)
    assert seen
    figures = {pair.name for step in seen.steps for pair in step.answer.figures}
    assert figures | {"invoiced", "items_in_currency", "bank"} == set(FIGURES), (
        "asked by a policy, or where there are any"
    )
    assert {step.side for step in seen.steps} == set(words.closing.SIDES)
    assert all(why and out for why, out in FINDINGS.values())
    assert policies(world.company)["carry_forward_months"] == Decimal(12)
