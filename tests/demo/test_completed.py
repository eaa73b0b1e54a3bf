"""What a newer version brings to a company that is there: in the end it has what a new one has."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import models

from interlock.cli.database import _complete
from interlock.core.api import ApprovalRoute, Company, Membership, User, known_permissions
from interlock.core.models import ApprovalNode
from interlock.demo.company import approvals
from interlock.finance import api as finance
from interlock.finance.models import Account
from tests.builders import World

CONTEXTS = ("core", "parties", "items", "stock", "finance", "sales")


def everything(company: int) -> dict[str, set[tuple[Any, ...]]]:
    """Answer all that a company has, by table: what its rows say, links as what they name."""
    found: dict[str, set[tuple[Any, ...]]] = {}
    for model in apps.get_models():
        fields = model._meta.concrete_fields
        names = {one.name for one in fields}
        if model._meta.app_label not in CONTEXTS or "company" not in names or "pgh_obj" in names:
            continue
        told = [one for one in fields if not one.primary_key and one.name != "company"]
        said = [_named(one) for one in told if not isinstance(one, models.DateTimeField)]
        if rows := {
            tuple(map(str, row)) for row in model._default_manager.filter(company_id=company).values_list(*said)
        }:
            found[model._meta.label] = rows
    return found


def _named(one: Any) -> str:
    links = isinstance(one, models.ForeignKey)
    codes = links and any(other.name == "code" for other in one.remote_field.model._meta.concrete_fields)
    return f"{one.name}__code" if codes else one.attname


def company(code: str) -> int:
    return int(Company.objects.create(code=code, name_en=code, name_zh=code, currency_id="CNY").pk)


@pytest.mark.slow
@pytest.mark.django_db
def test_an_old_company_gets_what_a_new_one_has() -> None:
    world = World()
    new, old = company("NEW"), company("OLD")
    finance.create_books(new)
    Account.objects.create(company_id=old, **{
        name: getattr(Account.objects.get(company_id=new, code="1001"), name)
        for name in ("code", "name_en", "name_zh", "kind", "is_group", "state")
    })  # fmt: skip
    assert everything(old).keys() == {"finance.Account"}
    _complete(known_permissions())
    fresh, completed = everything(new), everything(old)
    assert {name: len(rows) for name, rows in completed.items()} == {name: len(rows) for name, rows in fresh.items()}
    differing = {name: (rows ^ completed[name]) for name, rows in fresh.items() if rows != completed[name]}
    assert not {name: rows for name, rows in differing.items() if name != "finance.ReportAccount"}, differing
    was = everything(world.company), everything(old)
    _complete(known_permissions())
    assert (everything(world.company), everything(old)) == was, "once"


@pytest.mark.django_db
def test_the_route_of_prices_comes_once_to_who_has_somebody_to_approve() -> None:
    worlds = {code: World(code=code) for code in ("GETS", "HAD", "NOBODY", "HAS")}
    role, other = Group.objects.create(name="managers"), Group.objects.create(name="others")
    role.permissions.set(Permission.objects.filter(codename__in=("answer_approvals", "change_approvalroute")))
    other.permissions.set(Permission.objects.filter(codename="answer_approvals"))
    for code in ("GETS", "HAD", "HAS"):
        for place, one in enumerate((other, role)):
            user = User.objects.create_user(f"{code}{place}")
            Membership.objects.create(user=user, role=one, company_id=worlds[code].company)
    given = {"kind": "price_release", "code": "OWN", "name_en": "x", "name_zh": "x", "valid_from": "2026-01-01"}
    ApprovalRoute.objects.create(company_id=worlds["HAS"].company, **given)
    ApprovalRoute.objects.create(company_id=worlds["HAD"].company, **given).delete()
    assert approvals.complete() == 1
    made = ApprovalRoute.objects.get(code="PRICE")
    assert (made.company_id, ApprovalNode.objects.get(route=made).role) == (worlds["GETS"].company, role)
    made.delete()
    assert approvals.complete() == 0, "whoever took it away meant it"


@pytest.mark.django_db
def test_a_new_installation_is_what_it_was_made_as() -> None:
    world = World()
    Membership.objects.create(
        user=User.objects.create_user("m"), role=Group.objects.create(name="m"), company_id=world.company
    )
    Group.objects.get(name="m").permissions.set(Permission.objects.filter(codename="answer_approvals"))
    _complete(frozenset())
    assert not ApprovalRoute.objects.exists()
