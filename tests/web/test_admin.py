"""Masters in the admin: every list and form opens, roles count by company, ledgers and documents are not there."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from interlock.core.admin import Shown
from interlock.core.api import Company, LoginEntry, Membership, User, run_checks
from interlock.core.fields import Ledger
from interlock.finance.models import BankMapping
from interlock.items.models import Price
from interlock.sales.models import ReviewCheck, Shop
from tests.builders import World

from .people import make_user, sign_in

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


def test_users_are_kept_within_reach_only(world: World) -> None:
    """Whoever sets a password can sign in: of nobody elsewhere, of nobody who may do more; and the log tells."""
    users = ["core.view_user", "core.change_user", "core.delete_user"]
    keeper, clerk = make_user(world, [*users, "sales.view_order"]), make_user(world, ["sales.view_order"])
    mighty, alien = make_user(world, ["finance.enter_vouchers"]), make_user(World(code="ALIEN"), [])
    both = make_user(world, [])
    Membership.objects.create(user=both, role_id=alien.memberships.get().role_id,
                              company=Company.objects.get(code="ALIEN"))  # fmt: skip
    root, fresh = User.objects.create_superuser("root"), User.objects.create_user("fresh")
    client = Client()
    client.force_login(keeper)
    passwords = {"password1": "quite-another-word-9", "password2": "quite-another-word-9", "usable_password": "true"}

    def answer(user: User) -> bool:
        old = user.password
        client.post(reverse("admin:auth_user_password_change", args=[user.pk]), passwords)
        return User.objects.get(pk=user.pk).password != old

    assert [answer(one) for one in (clerk, fresh, mighty, alien, both, root)] == [True, True, *[False] * 4]
    seen = client.get(reverse("admin:core_user_changelist")).context["cl"].result_list
    assert {one.pk for one in seen} == {keeper.pk, clerk.pk, mighty.pk, both.pk, fresh.pk}
    told = LoginEntry.objects.filter(what="password_changed").order_by("id").values_list("name", "by_id")
    assert list(told) == [(clerk.username, keeper.pk), ("fresh", keeper.pk)]
    assert client.post(reverse("admin:core_user_delete", args=[mighty.pk]), {"post": "yes"}).status_code == 403


def test_a_rule_of_the_database_is_said_in_words(world: World, clerk: Client) -> None:
    price = Price.objects.filter(company_id=world.company)[0]
    form = {
        "company": world.company, "price_list": price.price_list_id, "item": price.item_id, "price": "10",
        "floor_price": "20", "valid_from": "2020-01-01", "valid_to": "",
    }  # fmt: skip
    response = clerk.post(reverse("admin:items_price_add"), form)
    assert response.status_code == 200
    assert response.context["adminform"].form.errors


def test_what_another_company_owns_is_not_named(world: World) -> None:
    alien, user, keeper = World(code="ALIEN"), make_user(world), Client()
    Membership.objects.create(user=user, role_id=Membership.objects.get(user=user).role_id, company_id=alien.company)
    keeper.force_login(user)
    page = reverse("admin:sales_shop_change", args=[world.shop.pk])
    form = keeper.get(page).context["adminform"].form
    given = {name: value for name, value in form.initial.items() if value is not None}
    answer = keeper.post(page, given | {"channel": alien.shop.channel_id})
    assert answer.status_code == 200
    assert "belongs to another company." in answer.content.decode()
    Shop.objects.filter(pk=world.shop.pk).update(channel_id=alien.shop.channel_id)
    assert [law.name for law in run_checks() if not law.holds] == ["masters_are_of_one_company"]
    Shop.objects.filter(pk=world.shop.pk).update(channel_id=world.shop.channel_id)


def test_parameters_that_a_check_cannot_read_are_refused_on_its_form(world: World, clerk: Client) -> None:
    kept = ReviewCheck.objects.get(channel=world.channel, check_code="completeness")
    url = reverse("admin:sales_reviewcheck_change", args=[kept.pk])
    form = {"company": world.company, "channel": world.channel.pk, "check_code": "completeness", "enabled": "on"}
    refused = clerk.post(url, form | {"parameters": '{"phone_pattern": "1["}'})
    assert refused.status_code == 200
    assert "no regular expression that the database can read" in refused.content.decode()
    assert clerk.post(url, form | {"parameters": '{"phone_pattern": "^1[0-9]+$"}'}).status_code == 302
    kept.refresh_from_db()
    assert kept.parameters == {"phone_pattern": "^1[0-9]+$"}


def test_how_a_bank_heads_its_file_is_typed_field_by_field(world: World, clerk: Client) -> None:
    page = reverse("admin:finance_bankmapping_add")
    form = {"company": world.company, "code": "ICBC", "name_en": "ICBC", "name_zh": "工行", "day_format": "%Y%m%d"}
    lacks = clerk.post(page, form | {"column_day": "日期", "column_reference": "流水号", "column_in": "收入"})
    assert list(lacks.context["adminform"].form.errors) == ["column_out"]
    columns = {"column_day": "日期", "column_reference": "流水号", "column_amount": "金额"}
    assert clerk.post(page, form | columns).status_code == 302
    kept = BankMapping.objects.get()
    assert kept.columns == {"day": "日期", "reference": "流水号", "amount": "金额"}
    shown = clerk.get(reverse("admin:finance_bankmapping_change", args=[kept.pk])).content.decode()
    assert 'value="流水号"' in shown
