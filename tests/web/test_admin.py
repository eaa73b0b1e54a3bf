"""Masters in the admin: every list and form opens, roles count by company, ledgers and documents are not there."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from interlock.core.admin import Shown
from interlock.core.fields import Ledger
from interlock.items.models import Price
from interlock.sales.models import Shop
from tests.builders import World

from .people import sign_in

OURS = ("core", "parties", "items", "sales", "stock", "finance")
MASTERS = [model for model in admin.site._registry if model._meta.app_label in OURS]
DOCUMENTS = ["sales.Order", "sales.Delivery", "sales.Hold", "stock.Balance", "stock.Pool", "finance.Voucher"]


@pytest.mark.parametrize("label", OURS)
def test_masters_have_a_list_and_a_form(world: World, clerk: Client, label: str) -> None:
    for model in [model for model in MASTERS if model._meta.app_label == label]:
        name = f"admin:{label}_{model._meta.model_name}"
        searched = {"q": "a"} if admin.site._registry[model].search_fields else {}
        assert clerk.get(reverse(f"{name}_changelist"), searched).status_code == 200, name
        assert clerk.get(reverse(f"{name}_changelist")).status_code == 200, name
        shown_only = isinstance(admin.site._registry[model], Shown)
        assert clerk.get(reverse(f"{name}_add")).status_code == (403 if shown_only else 200), name
        if (row := model.objects.first()) is not None:
            assert clerk.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200, name


def test_ledgers_and_documents_are_not_edited() -> None:
    ledgers = {model for model in apps.get_models() if issubclass(model, Ledger)}
    assert not ledgers & set(admin.site._registry)
    assert not {apps.get_model(label) for label in DOCUMENTS} & set(admin.site._registry)


def test_only_masters_of_ones_own_companies_are_seen(world: World, clerk: Client) -> None:
    alien = World(code="ALIEN")
    assert clerk.get(reverse("admin:sales_shop_change", args=[alien.shop.pk])).status_code == 302
    found = clerk.get(reverse("admin:sales_shop_changelist")).context["cl"].result_list
    assert {shop.company_id for shop in found} == {world.company}
    form = clerk.get(reverse("admin:sales_shop_add")).context["adminform"].form
    assert {company.pk for company in form.fields["company"].queryset} == {world.company}


def test_a_role_without_the_permission_only_looks(world: World) -> None:
    client = sign_in(world, ["sales.view_shop"])
    assert client.get(reverse("admin:sales_shop_changelist")).status_code == 200
    assert client.get(reverse("admin:items_price_changelist")).status_code == 403
    response = client.post(reverse("admin:sales_shop_change", args=[world.shop.pk]), {"state": "blocked"})
    assert response.status_code == 403
    assert Shop.objects.get(pk=world.shop.pk).state == "active"


def test_a_rule_of_the_database_is_said_in_words(world: World, clerk: Client) -> None:
    price = Price.objects.filter(company_id=world.company)[0]
    form = {
        "company": world.company, "price_list": price.price_list_id, "item": price.item_id, "price": "10",
        "floor_price": "20", "valid_from": "2020-01-01", "valid_to": "",
    }  # fmt: skip
    response = clerk.post(reverse("admin:items_price_add"), form)
    assert response.status_code == 200
    assert response.context["adminform"].form.errors
