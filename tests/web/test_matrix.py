"""Every operation and page × every role of the sample company and every kind of limit, from what is declared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from interlock.core.api import OPERATIONS, Actor, DataScope, Operation, Outcome, Refusal, actor_of, scopes
from interlock.demo import api as demo
from interlock.sales import api as sales
from interlock.web import matrix
from tests.builders import World

from .people import make_user
from .test_scopes import second_shop

COMPANY = 1


def roles() -> dict[str, frozenset[str]]:
    found = Permission.objects.select_related("content_type")
    return demo.roles([f"{one.content_type.app_label}.{one.codename}" for one in found])


def refused(operation: Operation, by: Actor, company: int, ids: list[int]) -> bool:
    """Say whether the runner refuses the call; the body is not worked."""
    probe = replace(operation, body=lambda ids, **_given: Outcome.of([(one, "done") for one in ids]))
    try:
        probe(ids, company=company, by=by, policy="dry_run", key=uuid4())
    except Refusal as refusal:
        return refusal.code == "not_permitted"
    return False


def test_every_operation_is_held_by_a_role_and_by_nobody_else(db: None) -> None:
    held = roles()
    for operation in matrix.operations():
        assert any(operation.permission in names for names in held.values()) or operation.permission in HELD_BY_NONE
        for names in held.values():
            by = Actor(1, "x", "test", {COMPANY: names})
            assert refused(operation, by, COMPANY, []) == (operation.permission not in names), operation.name
            assert refused(operation, by, COMPANY + 1, []), f"{operation.name} in a company that is not theirs"


#: Only the system calls these.
HELD_BY_NONE = {"core.escalate_exceptions", "core.raise_alerts", "finance.post_vouchers"}


@pytest.mark.parametrize("dimension", scopes.DIMENSIONS)
def test_every_operation_under_every_limit(db: None, dimension: str) -> None:
    by = Actor(1, "x", "test", {COMPANY: frozenset(one.permission for one in matrix.operations())},
               scopes={COMPANY: {dimension: frozenset()}})  # fmt: skip
    for operation in matrix.operations():
        kind = matrix.kind_of(operation)
        is_open = kind == "own" or bool(kind and dimension in scopes.KINDS[kind].ways)
        assert refused(operation, by, COMPANY, []) == (not is_open), operation.name


def test_what_is_declared_exists() -> None:
    assert set(scopes.WORKS_ON) <= set(OPERATIONS)
    assert set(scopes.OWN) <= set(OPERATIONS)
    assert all(kind.table for kind in scopes.KINDS.values())
    assert set(scopes.MASTERS) | {"own"} == set(scopes.DIMENSIONS)
    known = {one.name for one in matrix.pages()} | {"sign-out", "language"}
    assert set(matrix.limits.PAGES | matrix.limits.NARROWED) | matrix.limits.OWN | matrix.limits.PARTNER <= known


def documents(world: World) -> dict[str, tuple[int, int]]:
    """Answer, for each kind, a document of the first shop and warehouse and one of neither."""
    second_shop(world)
    world.receive(world.camera, 10, "1000")
    orders = world.order(state="shipped"), world.order(shop="S2", state="shipped")
    deliveries = [world.deliveries(one)[0] for one in orders]
    returns = [world.returned(one, ("CAMERA", 1)) for one in orders]
    return {"sales.Order": orders, "sales.Delivery": tuple(deliveries), "sales.Return": tuple(returns)}  # type: ignore[dict-item]


def test_what_is_not_seen_is_not_found_for_every_operation(db: None) -> None:
    world = World()
    given = documents(world)
    names = frozenset(one.permission for one in matrix.operations())
    by = Actor(1, "x", "test", {world.company: names}, scopes={world.company: {"shop": frozenset({world.shop.pk})}})
    for operation in matrix.operations():
        mine, foreign = given.get(matrix.kind_of(operation), (0, 0))
        if mine:
            probe = replace(operation, body=lambda ids, **_given: Outcome.of([(one, "done") for one in ids]))
            outcome = probe([foreign, mine], company=world.company, by=by, policy="dry_run")
            assert outcome.table() == [(foreign, "not_found"), (mine, "done")], operation.name


def test_every_page_under_a_limit(db: None) -> None:
    """Whoever holds everything but sees one shop: open pages open, another shop's documents do not exist."""
    world = World()
    given = documents(world)
    user = make_user(world)
    DataScope.objects.create(company_id=world.company, user=user, dimension="shop", ids=[world.shop.pk])
    client = Client()
    client.force_login(user)
    for one in matrix.pages():
        if "<" not in one.address and not one.partner:
            status = client.get(reverse(f"web:{one.name}")).status_code
            is_open = one.kind == "own" or bool(one.kind and "shop" in scopes.KINDS[one.kind].ways)
            assert status in ({200, 302, 404, 405} if is_open else {403, 405}), (one.name, status)
        elif one.kind in given and one.address.count("<") == 1 and "/<int:" in one.address:
            foreign = reverse(f"web:{one.name}", args=[given[one.kind][1]])
            assert {client.get(foreign).status_code, client.post(foreign).status_code} <= {404, 405}, one.name


@pytest.mark.slow
def test_every_page_for_every_role(db: None) -> None:
    """The long form: each role of the sample company opens what it may and nothing else."""
    world = World()
    given = documents(world)
    for role, names in roles().items():
        client = Client()
        client.force_login(make_user(world, sorted(names)))
        for one in matrix.pages():
            if one.partner:
                continue
            if "<" not in one.address:
                status, want = client.get(reverse(f"web:{one.name}")).status_code, one.opens_for(names)
            elif one.kind in given and one.address.count("<") == 1:
                address = reverse(f"web:{one.name}", args=[given[one.kind][0]])
                status, want = client.get(address).status_code, one.opens_for(names)
            else:
                continue
            assert status == 405 or (status != 403) == want, (role, one.name, status)


@pytest.mark.slow
def test_every_operation_answers_another_companys_ids(db: None) -> None:
    """The long form: a whole call of each declared operation with a foreign company's documents."""
    world, alien = World(), World(code="ALIEN")
    delivery = alien.delivery(("CAMERA", 1), state="shipped")
    order = sales.DeliveryLine.objects.filter(delivery_id=delivery).values_list("order_id", flat=True)[0]
    foreign = {"sales.Order": order, "sales.Delivery": delivery}
    foreign["sales.Return"] = alien.returned(order, ("CAMERA", 1))
    by = actor_of(make_user(world), "test")
    more: dict[str, Any] = {"on": date(2026, 11, 11), "note": "x", "reason": "customer_request", "trigger": "receipt"}
    for operation in matrix.operations():
        if (kind := matrix.kind_of(operation)) not in foreign or operation.name in SHAPED:
            continue
        taken = operation.body.__code__.co_varnames[: operation.body.__code__.co_argcount + 9]
        given = {name: value for name, value in more.items() if name in taken}
        if operation.name == "sales.cancel_orders":
            given["reason"] = sales.CancelReason.values[0]
        if "changes" in taken:
            given["changes"] = {foreign[kind]: {"phone": "13800138000"}}
        if operation.name == "sales.save_order_changes":
            given["reason"] = "buyer"
        outcome = operation([foreign[kind]], company=world.company, by=by, policy="dry_run", **given)
        assert outcome.table() == [(foreign[kind], "not_found")], operation.name


#: Operations whose further arguments name rows; their own tests call them with another company's.
SHAPED = {"sales.exchange_returns"}
