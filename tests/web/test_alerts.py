"""Alerts: a list that finds too much tells whom it names, once an episode, and only what its owner may see."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interlock.core.alerts import Finding, raise_alerts
from interlock.core.api import Alert, CustomField, Membership, Notice, Run, User, actor_of, set_custom_fields
from interlock.sales import api as sales
from interlock.web.alerting import alert_all, ask
from interlock.web.keeping_alerts import NewAlert, save_alerts
from tests.builders import DAY, World, assert_laws
from tests.races import races

from .calling import Program, token_of
from .people import make_user, sign_in


def alert(world: World, owner: User, query: str = "state=held", threshold: Any = 2, **more: Any) -> Alert:
    given: dict[str, Any] = {"name": "held", "list_code": "orders", "user": owner} | more
    return Alert.objects.create(company_id=world.company, query=query, threshold=threshold, owner=owner, **given)


@pytest.fixture
def owner(world: World) -> User:
    return make_user(world, ["sales.view_order", "core.read_notices"])


def open_notices() -> list[int]:
    return list(
        Notice.objects.filter(settled_at=None, kind="alert").order_by("user_id").values_list("user_id", flat=True)
    )


def later() -> None:
    Alert.objects.update(next_run_at=timezone.now() - timedelta(seconds=1))


def test_told_once_until_it_was_over(world: World, owner: User) -> None:
    one = alert(world, owner)
    orders = [world.order(phone="1")]
    alert_all(0)
    assert (open_notices(), Alert.objects.get().last_count) == ([], 1)
    orders.append(world.order(phone="1"))
    alert_all(0)
    assert open_notices() == [], "its time has not come again"
    for _again in range(2):
        later()
        alert_all(0)
        assert open_notices() == [owner.pk]
    first = Notice.objects.get()
    Notice.objects.update(read_at=timezone.now())
    later()
    alert_all(0)
    assert Notice.objects.get().read_at is not None, "not again while it lasts"
    sales.cancel_orders(orders[:1], company=world.company, by=world.by, on=DAY, reason="buyer")
    ask(Alert.objects.get(pk=one.pk))
    assert (open_notices(), Alert.objects.get().began_at) == ([], None)
    world.order(phone="1")
    ask(Alert.objects.get(pk=one.pk))
    again = Notice.objects.get()
    assert (again.pk, again.read_at, open_notices()) == (first.pk, None, [owner.pk])
    assert_laws()


@pytest.mark.slow
def test_a_role_is_told_in_its_company_only(world: World, owner: User) -> None:
    other = World(code="OTHER")
    role = Membership.objects.get(user=owner).role
    colleague, stranger, gone = (make_user(world, []) for _n in range(3))
    Membership.objects.create(user=colleague, role=role, company_id=world.company)
    Membership.objects.create(user=stranger, role=role, company_id=other.company)
    Membership.objects.create(user=gone, role=role, company_id=world.company)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    one = alert(world, owner, threshold=1, user=None, role=role)
    other.order(phone="1")
    ask(one)
    assert open_notices() == []
    world.order(phone="1")
    ask(one)
    assert open_notices() == sorted([owner.pk, colleague.pk])


@pytest.mark.slow
def test_amounts_and_own_fields_are_conditions_too(world: World, owner: User) -> None:
    CustomField.objects.create(
        company_id=world.company,
        kind="order",
        code="note",
        type="text",
        name_en="Note",
        name_zh="备注",
        is_searchable=True,
    )
    order, _other = world.order(("CAMERA", 2)), world.order(("CAMERA", 2))
    dear = alert(world, owner, query="", measure="amount", threshold="1196")
    noted = alert(world, owner, name="noted", query="own_note=red", threshold=1)
    ask(dear)
    ask(noted)
    assert (Alert.objects.get(pk=dear.pk).last_amount, len(open_notices())) == (Decimal("1196.00"), 1)
    values = {order: {"note": "red"}}
    set_custom_fields([order], company=world.company, by=world.by, kind="order", values=values)
    ask(noted)
    assert Alert.objects.get(pk=noted.pk).began_at is not None


@pytest.mark.slow
def test_it_sees_what_its_owner_sees(world: World, owner: User) -> None:
    blind = make_user(world, ["stock.view_movement"])
    one = alert(world, blind, threshold=1)
    world.order(phone="1")
    ask(one)
    told = Alert.objects.get()
    assert (told.last_count, told.began_at, open_notices()) == (None, None, [])
    assert told.next_run_at > timezone.now()


def test_verdicts(world: World, owner: User) -> None:
    nobody = make_user(world, [])
    Membership.objects.filter(user=nobody).delete()
    alien = World(code="ALIEN")
    over, below, off, lonely = (
        alert(world, owner, name="over"), alert(world, owner, name="below"),
        alert(world, owner, name="off", is_active=False), alert(world, owner, name="lonely", user=nobody),
    )  # fmt: skip
    foreign = alert(alien, owner)
    ids = [over.pk, below.pk, off.pk, lonely.pk, foreign.pk, 999_999]
    parameters = {"name": "x"}
    findings = {i: Finding(1 if i == below.pk else 5, Decimal(0), parameters) for i in ids}
    call = partial(raise_alerts, company=world.company, by=world.by, findings=findings)
    codes = ["done", "below", "not_found", "nobody_to_tell", "not_found", "not_found"]
    assert [code for _id, code in call(ids, policy="dry_run").table()] == codes
    assert not Notice.objects.exists()
    assert [code for _id, code in call(ids).table()] == codes
    assert call([over.pk]).table() == [(over.pk, "already")]


@pytest.mark.slow
def test_the_page_tries_saves_and_notices_lead_to_the_list(world: World) -> None:
    user = make_user(world, ["core.manage_alerts", "sales.view_order", "core.read_notices"])
    client = Client()
    client.force_login(user)
    world.order(phone="1")
    form = {
        "name": "Held", "list": "orders", "query": "https://erp.example/orders/?state=held&before=9&view=3",
        "measure": "count", "threshold": "1", "every": "15", "whom": f"user:{user.pk}", "active": "on",
    }  # fmt: skip
    new = reverse("web:alert-new")
    assert "It would tell now." in client.post(new, form | {"do": "try"}).content.decode()
    assert "It would not tell now." in client.post(new, form | {"do": "try", "threshold": "7"}).content.decode()
    assert not Alert.objects.exists()
    assert client.post(new, form).status_code == 302
    one = Alert.objects.get()
    assert (one.query, one.owner_id) == ("state=held", user.pk)
    assert Run.objects.filter(operation="web.save_alerts", actor_id=user.pk).count() == 1, "the door of programs"
    for wrong in ({"threshold": "many"}, {"threshold": "0"}, {"whom": ""}, {"whom": "user:999999"}, {"name": ""}):
        assert client.post(reverse("web:alert", args=[one.pk]), form | wrong).status_code == 200
    assert client.post(new, form).status_code == 200, "the name is taken"
    assert client.post(new, form | {"list": "vouchers", "name": "x"}).status_code == 404
    alert_all(0)
    notices = client.get(reverse("web:notices")).content.decode()
    assert reverse("web:alert-opened", args=[one.pk]) in notices
    assert client.get(reverse("web:alert-opened", args=[one.pk]))["Location"] == "/orders/?state=held"
    assert "above its threshold" in client.get(reverse("web:alerts")).content.decode()
    assert client.get("/").status_code == 200


def test_programs_make_read_and_change_alerts(world: World) -> None:
    user = make_user(world, ["core.manage_alerts", "sales.view_order"])
    other = World(code="OTHER")
    theirs = alert(other, make_user(other, []), name="theirs")
    program = Program(token_of(user))
    role = Membership.objects.get(user=user).role.name
    held = {"name": "held", "list": "orders", "query": "?state=held&nonsense=1", "threshold": "2", "role": role}
    wrong = [
        {"list": "vouchers"}, {"list": "none"}, {"threshold": "0"}, {"threshold": "1.005"}, {"measure": "weight"},
        {"every_minutes": 7}, {"name": " "}, {"role": "nobody"}, {"user": user.username}, {"role": ""},
        {"alert": theirs.pk}, {"threshold": "200001"},
    ]  # fmt: skip
    answer = program.post("alerts", {"rows": [held, *(held | one for one in wrong), held | {"role": "", "user":
        user.username}]}).json()  # fmt: skip
    assert [one["code"] for one in answer["verdicts"]] == [
        "done", "unknown_list", "unknown_list", *["wrong_content"] * 5, *["nobody_to_tell"] * 3, "not_found",
        "wrong_content", "name_taken",
    ]  # fmt: skip
    made = answer["verdicts"][0]["detail"]["alert"]
    one = Alert.objects.get(pk=made)
    assert (one.query, one.owner_id, one.threshold, one.every_minutes) == ("state=held", user.pk, 2, 15)
    assert program.get("alerts").json()["rows"][0]["name"] == "held"
    assert program.get(f"alerts/{theirs.pk}").status_code == 404
    change = held | {"alert": made, "threshold": "5", "is_active": False}
    codes = [program.post("alerts", {"rows": [change]}).json()["verdicts"][0]["code"] for _again in range(2)]
    one.refresh_from_db()
    assert (codes, one.threshold, one.is_active) == (["done", "already"], 5, False)
    assert Program(token_of(make_user(world, ["sales.view_order"]))).post("alerts", {"rows": [held]}).status_code == 403


@pytest.mark.slow
@pytest.mark.usefixtures("committed")
@races("web.save_alerts")
def test_two_at_once_keep_one_of_a_name() -> None:
    world = World()
    by = actor_of(make_user(world, ["core.manage_alerts", "sales.view_order"]), "api")
    role = Membership.objects.get(user_id=by.user_id).role.name
    made = {n: NewAlert(f"a{n}", "orders", Decimal(1), role=role) for n in range(6)}
    call = partial(save_alerts, company=world.company, by=by, alerts=made)
    first, second = together(partial(call, [0, 1, 2, 3]), partial(call, [5, 4, 3, 2]))
    codes = sorted(code for _i, code in [*first.table(), *second.table()])
    assert (codes, Alert.objects.count()) == (["done"] * 6 + ["name_taken"] * 2, 6)


@pytest.mark.slow
def test_alerts_are_their_keepers_only(world: World, owner: User) -> None:
    alien = World(code="ALIEN")
    theirs = alert(alien, owner)
    assert sign_in(world).get(reverse("web:alert", args=[theirs.pk])).status_code == 404
    assert sign_in(world, ["sales.view_order"]).get(reverse("web:alerts")).status_code == 403


@pytest.mark.slow
@pytest.mark.usefixtures("committed")
@races("core.raise_alerts")
def test_two_at_once_tell_once() -> None:
    world = World()
    owner = make_user(world, ["sales.view_order"])
    ids = [alert(world, owner, name=f"a{n}").pk for n in range(6)]
    call = partial(raise_alerts, company=world.company, by=world.by)
    found = {i: Finding(5, Decimal(0), {"name": "x"}) for i in ids}
    first, second = together(partial(call, ids[:4], findings=found), partial(call, ids[:1:-1], findings=found))
    done = [i for i, code in [*first.table(), *second.table()] if code == "done"]
    assert sorted(done) == ids
    assert Notice.objects.count() == 6


def together(*calls: Callable[[], Any]) -> list[Any]:
    start = Barrier(len(calls))

    def one(call: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return call()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(one, call) for call in calls]]
