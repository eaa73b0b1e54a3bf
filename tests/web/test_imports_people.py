"""People come as a file: made without a password, with roles that the matrix of duties judges, and limits."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission

from interlock.core.api import Actor, Membership, Role, User, actor_of
from interlock.core.models import DataScope, DutyConflict, RightsChange
from tests.builders import World

from .importing import codes, taken
from .people import make_user

A, B = "sales.amend_orders", "sales.release_orders"


def role(name: str, name_zh: str, *permissions: str) -> int:
    group = Group.objects.create(name=name)
    Role.objects.create(group=group, name_en=name, name_zh=name_zh)
    known = Permission.objects.select_related("content_type")
    group.permissions.set([one for one in known if f"{one.content_type.app_label}.{one.codename}" in permissions])
    return int(group.pk)


@pytest.fixture
def keeper(world: World) -> Actor:
    return actor_of(make_user(world), "web")


def test_people_come_with_roles_and_limits_and_without_a_password(world: World, keeper: Actor) -> None:
    amends, releases = role("amends", "改单员", A), role("releases", "放行员", B)
    DutyConflict.objects.all().delete()
    DutyConflict.objects.create(
        first=A, second=B, severity="reason", name_en="amends and releases", name_zh="改单又放行"
    )
    rows: list[dict[str, Any]] = [
        {"username": "chen", "last_name": "陈", "first_name": "晓", "email": "c@example.com", "language": "zh-hans",
         "role": "改单员", "shops": "S1", "valid_from": "2026-01-01"},
        {"username": "chen", "role": "releases"},
        {"username": "wang", "role": "amends", "password": "secret-of-wang"},
        {"username": "li", "role": "NOBODY"},
        {"username": "zhao", "role": "amends", "shops": "S1, S9"},
        {"username": "bad name!", "role": "amends"},
        {"username": "sun", "role": "amends", "valid_from": "2026-02-01", "valid_to": "2026-01-01"},
    ]  # fmt: skip
    found = taken(world, "people", rows, by=keeper)
    assert (found.counts, found.unknown) == ({"created": 2}, ["password"])
    assert codes(found) == {
        2: ("duties_unexplained", "role"), 4: ("unknown_link", "role"), 5: ("unknown_link", "shops"),
        6: ("wrong_content", "username"), 7: ("days_reversed", "valid_to"),
    }  # fmt: skip
    chen = User.objects.get(username="chen")
    assert (chen.last_name, chen.language, chen.company_id, chen.is_superuser) == (
        "陈",
        "zh-hans",
        world.company,
        False,
    )
    assert not any(one.has_usable_password() for one in User.objects.filter(username__in=["chen", "wang"]))
    assert not User.objects.filter(username__in=["li", "zhao", "sun"]).exists()
    assert list(Membership.objects.filter(user=chen).values_list("role_id", flat=True)) == [amends]
    assert DataScope.objects.filter(user=chen, dimension="shop").count() == 1
    told = RightsChange.objects.filter(subject_id=chen.pk).order_by("id").values_list("what", flat=True)
    assert list(told) == ["role_given", "limited"]
    again = [rows[0], {"username": "chen", "role": "releases", "reason": "holiday", "reason_until": "2027-01-31"}]
    assert taken(world, "people", again, by=keeper).counts == {"unchanged": 1, "changed": 1}
    assert Membership.objects.filter(user=chen, role_id=releases).exists()


def test_nobody_gives_what_they_do_not_hold_nor_adds_people_unasked(world: World) -> None:
    role("amends", "改单员", A)
    someone = make_user(world, ["core.keep_people"])
    rows = [{"username": name, "role": "amends"} for name in ("new", someone.username)]
    found = taken(world, "people", rows, by=actor_of(someone, "web"))
    assert codes(found) == {1: ("nobody_of_this_name", "username"), 2: ("beyond_own", "role")}
    other = make_user(World(code="MFG"), [A])
    asker = actor_of(make_user(world, ["core.keep_people", "core.add_user", A]), "web")
    found = taken(world, "people", [{"username": other.username, "role": "amends"}], by=asker)
    assert codes(found) == {1: ("nobody_of_this_name", "role")}
    assert not User.objects.filter(username="new").exists()
