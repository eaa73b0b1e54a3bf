"""What is overdue is told: its owner first, whoever hears escalations later; it settles when it is over."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interlock.core.api import (
    Escalation,
    Notice,
    Overdue,
    Refusal,
    User,
    actor_of,
    raise_notices,
    read_notices,
    settle_notices,
)
from interlock.core.sql import observed
from interlock.sales.models import Hold, Shop
from interlock.web.escalation import escalate, escalate_all
from tests.builders import World, assert_laws
from tests.races import races

from .people import make_user

TODAY = timezone.now().date()


@pytest.fixture
def owner(world: World) -> User:
    """The clerk who answers for the shop."""
    return answerable(world)


def answerable(world: World) -> User:
    user = make_user(world, ["sales.view_order", "core.read_notices"])
    Shop.objects.filter(pk=world.shop.pk).update(owner=user)
    return user


@pytest.fixture
def manager(world: World) -> User:
    return make_user(world, ["sales.view_order", "core.read_notices", "core.hear_escalations"])


def held(world: World, days: int = 2) -> int:
    order = world.order(phone="1")
    Hold.objects.filter(order_id=order).update(raised_at=timezone.now() - timedelta(days=days))
    return order


def told(world: World) -> list[tuple[int, int, int, bool]]:
    """Answer (document, level, user, stands) of all notices."""
    found = Notice.objects.filter(company_id=world.company).order_by("id")
    return [(one.subject_id, one.level, one.user_id, one.settled_at is None) for one in found]


def go(world: World) -> None:
    escalate(world.company, world.by, TODAY)


def older(days: float) -> None:
    for one in Notice.objects.all():
        Notice.objects.filter(pk=one.pk).update(made_at=one.made_at - timedelta(days=days))


def test_the_owner_is_told_once_and_the_manager_when_it_stays(world: World, owner: User, manager: User) -> None:
    order, fresh = held(world), world.order(phone="1")
    go(world)
    go(world)
    assert told(world) == [(order, 1, owner.pk, True)]
    assert world.state(fresh) == "held"
    older(2.9)
    go(world)
    assert len(told(world)) == 1
    older(0.2)
    go(world)
    go(world)
    assert told(world) == [(order, 1, owner.pk, True), (order, 2, manager.pk, True)]
    assert_laws()


def test_how_long_is_data(world: World, owner: User, manager: User) -> None:
    Escalation.objects.create(company=world.company_row, kind="held", after_days=1)
    order = held(world)
    go(world)
    older(1.1)
    go(world)
    assert told(world) == [(order, 1, owner.pk, True), (order, 2, manager.pk, True)]


def test_what_is_over_settles_and_opens_anew(world: World, owner: User) -> None:
    order = held(world)
    go(world)
    Notice.objects.update(read_at=timezone.now())
    Hold.objects.filter(order_id=order).update(raised_at=timezone.now())
    go(world)
    assert told(world) == [(order, 1, owner.pk, False)]
    go(world)
    Hold.objects.filter(order_id=order).update(raised_at=timezone.now() - timedelta(days=2))
    go(world)
    assert told(world) == [(order, 1, owner.pk, True)]
    assert Notice.objects.get().read_at is None
    assert_laws()


def test_another_owner_is_told_and_the_first_no_longer(world: World, owner: User, manager: User) -> None:
    order = held(world)
    go(world)
    other = answerable(world)
    go(world)
    assert told(world) == [(order, 1, owner.pk, False), (order, 1, other.pk, True)]
    Shop.objects.update(owner=None)
    go(world)
    assert told(world)[1:] == [(order, 1, other.pk, False), (order, 2, manager.pk, True)]
    Shop.objects.update(owner=manager)
    go(world)
    assert told(world)[2:] == [(order, 2, manager.pk, False), (order, 1, manager.pk, True)]


@pytest.mark.parametrize("gone", ["inactive", "no_member"])
def test_who_has_left_is_nobody(world: World, owner: User, manager: User, gone: str) -> None:
    order = held(world)
    if gone == "inactive":
        User.objects.filter(pk=owner.pk).update(is_active=False)
    else:
        owner.memberships.all().delete()
    go(world)
    assert told(world) == [(order, 2, manager.pk, True)]


def test_nobody_to_tell_is_quiet(world: World) -> None:
    held(world)
    with observed() as statements:
        go(world)
    assert told(world) == []
    assert not [name for name, _count, _seconds in statements.seen if name == "begin"]


def test_what_is_known_costs_no_run_whatever_the_number(world: World, owner: User) -> None:
    def costs() -> list[str]:
        with observed() as statements:
            go(world)
        return [name for name, _count, _seconds in statements.seen]

    held(world)
    go(world)
    one = costs()
    for _nth in range(3):
        held(world)
    go(world)
    assert costs() == one
    assert "begin" not in one
    assert len(told(world)) == 4


def test_beyond_the_bound_nothing_is_lost(world: World, owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interlock.web.escalation.BOUND", 1)
    second, first = held(world, 2), held(world, 3)
    go(world)
    assert told(world) == [(first, 1, owner.pk, True)]
    older = held(world, 4)
    go(world)
    assert told(world) == [(first, 1, owner.pk, True), (older, 1, owner.pk, True)]
    Hold.objects.filter(order_id__in=[first, older]).update(raised_at=timezone.now())
    go(world)
    assert told(world) == [
        (first, 1, owner.pk, False), (older, 1, owner.pk, False), (second, 1, owner.pk, True),
    ]  # fmt: skip


def test_each_company_tells_its_own(world: World, owner: User) -> None:
    alien = World(code="ALIEN")
    stranger = answerable(alien)
    mine, theirs = held(world), held(alien)
    escalate_all(int(timezone.now().timestamp()))
    assert told(world) == [(mine, 1, owner.pk, True)]
    assert told(alien) == [(theirs, 1, stranger.pk, True)]


def overdue(owner: User | None, *ids: int) -> dict[int, Overdue]:
    return {one: Overdue(owner.pk if owner else None, {"number": f"N{one}"}) for one in ids}


def test_verdicts(world: World, owner: User, manager: User) -> None:
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    known = {"kind": "held", "overdue": overdue(owner, 1, 2, 3) | overdue(None, 4)}
    assert raise_notices([1, 2], **call, **known).table() == [(1, "done"), (2, "done")]
    assert raise_notices([3], **call, **known, policy="dry_run").table() == [(3, "done")]
    assert raise_notices([3, 1, 4], **call, **known).table() == [(3, "done"), (1, "already"), (4, "done")]
    ids = dict(Notice.objects.values_list("subject_id", "pk"))
    by = actor_of(owner, "web")
    asked = [ids[2], ids[4], 999, ids[1]]
    assert read_notices([ids[1]], company=world.company, by=by).table() == [(ids[1], "done")]
    codes = ["done", "not_found", "not_found", "already"]
    assert read_notices(asked, company=world.company, by=by).table() == list(zip(asked, codes, strict=True))
    assert settle_notices([ids[1]], **call).table() == [(ids[1], "done")]
    assert settle_notices([999, ids[1], ids[2]], **call).table() == [
        (999, "not_found"), (ids[1], "already"), (ids[2], "done"),
    ]  # fmt: skip
    alien = World(code="ALIEN")
    assert settle_notices([ids[3]], company=alien.company, by=alien.by).table() == [(ids[3], "not_found")]
    quiet = raise_notices([5], company=alien.company, by=alien.by, kind="held", overdue=overdue(None, 5))
    assert quiet.table() == [(5, "nobody_to_tell")]
    with pytest.raises(Refusal, match="not_permitted"):
        raise_notices([5], company=world.company, by=by, kind="held", overdue=overdue(owner, 5))
    assert_laws()


def test_the_pages_show_them_and_mark_them_read(world: World, owner: User) -> None:
    order, other = held(world), held(world)
    go(world)
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.cookies["django_language"] = "en"
    client.force_login(owner)
    home = client.get("/")
    assert home.context["waiting"]["unread"] == 2
    assert [row["href"] for row in home.context["notices"].rows] == [
        reverse("web:order", args=[one]) for one in (other, order)
    ]
    first = Notice.objects.get(subject_id=order)
    answer = client.post(reverse("web:notices-read"), {"id": [first.pk], "from": "home"}, follow=True)
    assert answer.redirect_chain == [("/", 302)]
    assert "1 notice is marked as read." in answer.content.decode()
    assert answer.context["waiting"]["unread"] == 1
    assert len(client.get(reverse("web:notices")).context["page"].rows) == 2
    assert len(client.get(reverse("web:notices") + "?unread=1").context["page"].rows) == 1
    stranger = Client()
    stranger.force_login(make_user(world, ["core.read_notices"]))
    assert stranger.get(reverse("web:notices")).context["page"].rows == []
    left = Notice.objects.get(subject_id=other)
    assert stranger.post(reverse("web:notices-read"), {"id": [left.pk]}).status_code == 409
    assert Notice.objects.get(pk=left.pk).read_at is None


def test_the_days_of_a_kind_are_a_master(world: World) -> None:
    user = make_user(world, ["core.view_escalation", "core.add_escalation"])
    client = Client()
    client.force_login(user)
    add = reverse("admin:core_escalation_add")
    given = {"company": world.company, "after_days": 5}
    assert client.post(add, given | {"kind": "nonsense"}).status_code == 200
    assert client.post(add, given | {"kind": "waiting"}).status_code == 302
    assert Escalation.objects.values_list("kind", "after_days").get() == ("waiting", 5)
    assert "Waiting for stock" in client.get(reverse("admin:core_escalation_changelist")).content.decode()


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


@races("core.raise_notices", "core.read_notices", "core.settle_notices")
def test_two_at_once_tell_read_and_settle_each_once(committed: None) -> None:  # noqa: ARG001  real commits
    world = World()
    user = answerable(world)
    subjects = list(range(1, 61))
    given = {"company": world.company, "kind": "held", "overdue": overdue(user, *subjects)}

    def both(call: Callable[..., Any], ids: list[int], **arguments: Any) -> None:
        found = together(*(partial(call, part, **arguments) for part in (ids[:40], ids[:19:-1])))
        done = [one for outcome in found for one, code in outcome.table() if code == "done"]
        assert sorted(done) == sorted(ids)
        assert not [rejected for outcome in found for rejected in outcome.rejected]

    both(raise_notices, subjects, by=world.by, **given)
    notices = list(Notice.objects.order_by("id").values_list("id", flat=True))
    assert len(notices) == 60
    both(read_notices, notices, company=world.company, by=actor_of(user, "web"))
    both(settle_notices, notices, company=world.company, by=world.by)
    assert_laws()
