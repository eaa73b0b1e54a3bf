"""What the books hold keeps its meaning: at no door does a master that is used become another thing, or go."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from interlock.core.api import Actor, Company, Currency, User
from interlock.finance import api as finance
from interlock.finance.models import Account, BankStatement, DimensionValue, ItemAccount
from interlock.items.models import Category, Item, UnitOfMeasure
from interlock.parties.models import Party
from tests.builders import World, assert_laws

from .calling import program
from .importing import codes, taken
from .test_bank import account as bank_account  # noqa: F401 - a fixture

STAYS = "It is used already, and this stays as it was."
USED, FRESH = "660299", "660298"


@pytest.fixture
def world(db: None, settings: Any, tmp_path: Path) -> World:
    settings.FILES_ROOT = tmp_path
    made = World()
    for code in (USED, FRESH):
        Account.objects.create(
            company_id=made.company, code=code, name_en="Sundries", name_zh="杂费", kind="expense",
            parent=Account.objects.get(company_id=made.company, code="6602"),
        )  # fmt: skip
    lines = finance.ManualLine(USED, debit=Decimal(10)), finance.ManualLine("1002", credit=Decimal(10))
    given = finance.ManualVoucher(date(2026, 11, 11), "sundries", lines)
    assert finance.post_voucher(given, company=made.company, by=Actor(-1, "Ann", "web", None)).counts == {"done": 1}
    return made


def account(world: World, code: str) -> Account:
    return Account.objects.get(company_id=world.company, code=code)


def on_form(clerk: Client, row: Any, **changed: Any) -> dict[str, list[str]]:
    """Change a row on its form; answers what the form says is wrong, by field."""
    label = row._meta
    page = reverse(f"admin:{label.app_label}_{label.model_name}_change", args=[row.pk])
    shown = clerk.get(page).context
    given = {name: value for name, value in shown["adminform"].form.initial.items() if value not in (None, False)}
    for formset in shown["inline_admin_formsets"]:
        given |= {f"{formset.formset.prefix}-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    answer = clerk.post(page, given | changed)
    return {} if answer.status_code == 302 else dict(answer.context["adminform"].form.errors)


def test_an_account_that_was_posted_to_stays_what_it_is(world: World, clerk: Client) -> None:
    used, fresh, caller = account(world, USED), account(world, FRESH), program(world)
    Currency.objects.get_or_create(code="USD", defaults={"name_en": "US dollar", "name_zh": "美元"})
    for name, value in (("kind", "asset"), ("currency", "USD"), ("is_group", "1")):
        assert name in on_form(clerk, used, **{name: value})
        assert codes(taken(world, "accounts", [{"code": USED, name: value}])) == {1: ("invalid", name)}
        called = caller.patch("accounts", {"rows": [{"id": used.pk, name: value == "1" or value}]}).json()
        assert called["verdicts"][0]["code"] == "invalid", called
        assert STAYS in called["verdicts"][0]["detail"]["errors"][name][0]
    assert not on_form(clerk, used, name_en="Other costs"), "its name is free"
    assert taken(world, "accounts", [{"code": USED, "name_zh": "其他"}]).counts == {"changed": 1}
    stored = account(world, USED)
    assert (stored.kind, stored.currency_id, stored.is_group, stored.name_en) == ("expense", None, False, "Other costs")
    assert not on_form(clerk, fresh, kind="asset", currency="USD"), "one that nothing was posted to may change"
    books = on_form(clerk, fresh, currency="CNY")
    assert "leave it empty" in books["currency"][0]


def test_a_file_takes_the_good_rows_beside_those_a_rule_refuses(world: World) -> None:
    found = taken(world, "accounts", [{"code": USED, "kind": "asset"}, {"code": FRESH, "kind": "asset"}])
    assert (found.counts, codes(found)) == ({"changed": 1}, {1: ("invalid", "kind")})
    assert account(world, FRESH).kind == "asset"


def test_nothing_lies_above_itself(world: World, clerk: Client) -> None:
    top = Category.objects.create(code="TOP", name_en="Top", name_zh="上")
    low = Category.objects.create(code="LOW", name_en="Low", name_zh="下", parent=top)
    assert "above itself" in on_form(clerk, top, parent=low.pk)["parent"][0]
    assert codes(taken(world, "categories", [{"code": "TOP", "parent": "TOP"}])) == {1: ("invalid", "parent")}
    called = program(world).patch("categories", {"rows": [{"id": top.pk, "parent": "LOW"}]}).json()
    assert "above itself" in called["verdicts"][0]["detail"]["errors"]["parent"][0]
    parent, child = account(world, "6602"), account(world, FRESH)
    assert "parent" in on_form(clerk, parent, parent=child.pk)
    assert_laws()


def test_an_account_of_open_items_begins_empty_at_every_door(world: World, clerk: Client) -> None:
    caller = program(world)
    asked = {"account": USED, "side": "payable", "days": 30}
    assert codes(taken(world, "item-accounts", [asked])) == {1: ("invalid", "account")}
    called = caller.post("item-accounts", {"rows": [asked]}).json()["verdicts"][0]
    assert (called["code"], list(called["detail"]["errors"])) == ("invalid", ["account"])
    Account.objects.filter(pk=account(world, FRESH).pk).update(currency_id="CNY")
    assert codes(taken(world, "item-accounts", [asked | {"account": FRESH}])) == {1: ("invalid", "account")}
    Account.objects.filter(pk=account(world, FRESH).pk).update(currency_id=None)
    assert taken(world, "item-accounts", [asked | {"account": FRESH, "days": 31}]).counts == {"created": 1}
    Currency.objects.get_or_create(code="USD", defaults={"name_en": "US dollar", "name_zh": "美元"})
    assert "one by one" in on_form(clerk, account(world, FRESH), currency="USD")["currency"][0]
    assert ItemAccount.objects.filter(company_id=world.company, account__code=FRESH).exists()


def test_units_and_currencies_stay_once_something_is_counted_in_them(world: World, clerk: Client) -> None:
    box = UnitOfMeasure.objects.create(code="BOX", name_en="box", name_zh="箱")
    Currency.objects.get_or_create(code="USD", defaults={"name_en": "US dollar", "name_zh": "美元"})
    camera, battery = Item.objects.get(pk=world.camera), Item.objects.get(pk=world.battery)
    world.receive(world.camera, 5)
    assert "unit" in on_form(clerk, camera, unit=box.pk)
    assert codes(taken(world, "items", [{"code": "CAMERA", "unit": "BOX"}])) == {1: ("invalid", "unit")}
    assert not on_form(clerk, battery, unit=box.pk), "nothing was counted of it"
    assert "currency" in on_form(clerk, world.prices, currency="USD")
    boss = Client()
    boss.force_login(User.objects.create_superuser("root"))
    assert "currency" in on_form(boss, Company.objects.get(pk=world.company), currency="USD")


def test_a_bank_account_stays_on_its_ledger_account(
    world: World,
    clerk: Client,
    bank_account: finance.BankAccount,  # noqa: F811
) -> None:
    dollars = account(world, FRESH)
    Currency.objects.get_or_create(code="USD", defaults={"name_en": "US dollar", "name_zh": "美元"})
    Account.objects.filter(pk=dollars.pk).update(currency_id="USD")
    assert "kept in USD" in on_form(clerk, bank_account, account=dollars.pk)["account"][0]
    assert not on_form(clerk, bank_account, account=dollars.pk, currency="USD")
    assert not on_form(clerk, bank_account, account=account(world, "1002").pk, currency="CNY")
    content = b"day,amount,text,balance\n"
    BankStatement.objects.create(
        company_id=world.company, id=1, number="BS1", bank_account=bank_account, year=2026, sequence=1, source="csv",
        stated_on=date(2026, 11, 11), opening=0, closing=0, lines=0, sha256=str(len(content)), run_id=1,
    )  # fmt: skip
    refused = on_form(clerk, bank_account, account=account(world, USED).pk)
    assert STAYS in refused["account"][0]


def test_a_row_stays_in_its_company(world: World, clerk: Client) -> None:
    World(code="ALIEN")
    alien = Company.objects.get(code="ALIEN")
    assert not on_form(clerk, world.east, company=alien.pk, name_en="East")
    assert not on_form(clerk, world.east_bin, warehouse=world.south.pk)
    world.east.refresh_from_db()
    world.east_bin.refresh_from_db()
    assert (world.east.company_id, world.east.name_en, world.east_bin.warehouse_id) == (
        world.company, "East", world.east.pk,
    )  # fmt: skip


def test_what_ledgers_name_is_not_deleted(world: World, clerk: Client) -> None:
    world.order(("CAMERA", 1))
    buyer = Party.objects.create(code="ONCE", name="Bought once", country="HK")
    project = DimensionValue.objects.create(
        company_id=world.company, dimension="project", code="P1", name_en="Site", name_zh="工地"
    )
    used, fresh = account(world, USED), account(world, FRESH)
    for row, goes in ((used, False), (world.customer, False), (fresh, True), (buyer, True), (project, True)):
        page = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_delete", args=[row.pk])
        told = clerk.get(page).content.decode()
        clerk.post(page, {"post": "yes"})
        assert type(row).objects.filter(pk=row.pk).exists() is not goes, row
        assert ("account balances" in told.lower()) is (row is used)
    assert_laws()
