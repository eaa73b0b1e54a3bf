"""Accounts in currencies on their pages: a voucher in dollars, its rate by file, the revaluation, the close."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from interlock.core.api import Actor, Currency
from interlock.finance import api as finance
from interlock.finance.models import Account, ExchangeRate, ItemRevaluation, JournalLine, Revaluation, VoucherDraft
from tests.builders import World, assert_laws

from .people import sign_in


@pytest.fixture
def dollars(world: World) -> Account:
    Currency.objects.get_or_create(code="USD", defaults={"name_en": "US dollar", "name_zh": "美元"})
    parent = Account.objects.get(company_id=world.company, code="1002")
    return Account.objects.create(
        company_id=world.company, code="100202", name_en="Dollar account", name_zh="美元户", kind="asset",
        parent=parent, currency_id="USD",
    )  # fmt: skip


def enter(client: Client, **cells: Any) -> Any:
    line = {"account": "100202", "debit": "710.00", "currency": "USD", "currency_amount": "100", "rate": "7.1", **cells}
    lines = [line, {"account": "2241", "credit": "710"}]
    given = {"posting_on": "2026-11-05", "text": "Advance", "lines": json.dumps(lines), "submit": "1"}
    return client.post(reverse("web:draft-new"), given)


def test_a_voucher_in_dollars_is_revalued(world: World, clerk: Client, dollars: Account) -> None:
    form = clerk.get(reverse("web:draft-new")).content.decode()
    assert 'data-cell="currency_amount"' in form
    wrong = enter(clerk, rate="7.2")
    assert wrong.status_code == 422
    assert "Amount in currency and rate do not make the amount" in wrong.content.decode()
    assert enter(clerk).status_code == 302
    draft = VoucherDraft.objects.get()
    shown = clerk.get(reverse("web:draft", args=[draft.pk])).content.decode()
    assert "USD 100.00 × 7.1" in shown
    assert 'value="7.1' in clerk.get(reverse("web:draft-edit", args=[draft.pk])).content.decode()
    sign_in(world).post(reverse("web:drafts-post"), {"id": draft.pk, "single": 1})
    page = reverse("web:currencies") + "?month=2026-11"
    seen = clerk.get(page).content.decode()
    assert "There is no exchange rate of the day or month" in seen
    close = reverse("web:close", args=["ECO", "2026-11"])
    text = clerk.get(close).content.decode()
    assert page.replace("&", "&amp;") in text
    ExchangeRate.objects.create(
        company_id=world.company, kind="closing", currency_id="USD", valid_on=date(2026, 11, 30), rate=Decimal("7.2")
    )
    assert f'name="id" value="{dollars.pk}"' in clerk.get(page).content.decode()
    after = clerk.post(reverse("web:revalue"), {"id": dollars.pk, "month": "2026-11"}, follow=True).content.decode()
    assert "1 account revalued" in after
    assert Revaluation.objects.get().difference == 10
    assert JournalLine.objects.filter(debit_account=dollars).count() == 2
    assert_laws()
    reader = sign_in(world, ["finance.view_voucher"])
    assert reader.get(page).status_code == 200
    assert reader.post(reverse("web:revalue"), {"id": dollars.pk, "month": "2026-11"}).status_code == 403


def test_open_items_in_dollars_are_revalued(world: World, clerk: Client, dollars: Account) -> None:
    assert dollars.currency_id == "USD"
    line = finance.NewItemLine(Decimal(100), account="6051")
    charge = finance.NewItemDocument(
        "charge", party=world.customer.code, posting_on=date(2026, 11, 5), reason="as agreed", currency="USD",
        rate=Decimal(7), lines=(line,),
    )  # fmt: skip
    first, second = (Actor(place, name, "web", None) for place, name in ((-1, "Ann"), (-2, "Ben")))
    saved = finance.save_item_documents([1], company=world.company, by=first, documents={1: charge}).verdicts[0]
    made = saved.detail["document"]
    assert finance.post_item_documents([made], company=world.company, by=second).counts == {"done": 1}
    page = reverse("web:currencies") + "?month=2026-11"
    assert "There is no exchange rate of the day or month" in clerk.get(page).content.decode()
    ExchangeRate.objects.create(
        company_id=world.company, kind="closing", currency_id="USD", valid_on=date(2026, 11, 30), rate=Decimal("7.2")
    )
    close = clerk.get(reverse("web:close", args=["ECO", "2026-11"])).content.decode()
    assert "The close posts this itself:" in close
    assert "700.00 → 720.00" in close
    assert reverse("web:revalue-items") in clerk.get(page).content.decode()
    after = clerk.post(reverse("web:revalue-items"), {"month": "2026-11"}, follow=True).content.decode()
    assert "1 open item revalued" in after
    assert "Open items revalued" in after
    assert reverse("web:revalue-items") not in after, "nothing differs any more"
    assert ItemRevaluation.objects.get().difference == 20
    reader = sign_in(world, ["finance.view_voucher"])
    assert reader.post(reverse("web:revalue-items"), {"month": "2026-11"}).status_code == 403
    assert_laws()
