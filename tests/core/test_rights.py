"""Roles given and taken, what they allow, what limits people: verdicts, and what is kept of each change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from interlock.core.api import (
    DataScope,
    DutyConflict,
    DutyException,
    Membership,
    NewRole,
    Refusal,
    RightsChange,
    Role,
    User,
    actor_of,
    change_roles,
    duties,
    explain_conflicts,
    give_roles,
    limit_people,
    limit_roles,
    make_roles,
    run_checks,
    system_actor,
    take_roles,
)
from tests.builders import World, assert_laws
from tests.web.people import make_user

A, B = "sales.amend_orders", "sales.release_orders"
LATER = timezone.now().date() + timedelta(days=90)


@pytest.fixture
def world(db: None) -> World:
    return World()


def role(name: str, *permissions: str) -> int:
    made = Group.objects.create(name=name)
    change_roles([made.pk], company=_company(), by=system_actor("test"), permissions=permissions, name_zh=name)
    return int(made.pk)


def _company() -> int:
    from interlock.core.api import Company

    return int(Company.objects.order_by("id")[0].pk)


def pair(severity: str = "reason") -> DutyConflict:
    return DutyConflict.objects.create(
        first=A, second=B, severity=severity, name_en="amends and releases", name_zh="改放"
    )


def call(world: World, by: Any = None) -> dict[str, Any]:
    return {"company": world.company, "by": by or system_actor("test")}


def test_giving_and_taking_a_role(world: World) -> None:
    user, alien = make_user(world, []), make_user(World(code="ALIEN"), [])
    wanted = role("clerk", A)
    keeper = actor_of(make_user(world, ["core.keep_people", A]), "test")
    given = give_roles([user.pk, alien.pk, 0], role=wanted, **call(world, keeper))
    assert given.table() == [(user.pk, "done"), (alien.pk, "not_found"), (0, "not_found")]
    assert actor_of(user, "test").may(A, world.company)
    assert give_roles([user.pk], role=wanted, **call(world)).table() == [(user.pk, "already")]
    assert give_roles([user.pk], role=0, **call(world)).table() == [(user.pk, "not_found")]
    assert give_roles([user.pk], role=wanted, last=LATER, **call(world)).table() == [(user.pk, "done")]
    taken = take_roles([user.pk, alien.pk], role=wanted, **call(world, keeper))
    assert taken.table() == [(user.pk, "done"), (alien.pk, "not_found")]
    assert take_roles([user.pk], role=wanted, **call(world)).table() == [(user.pk, "already")]
    assert not actor_of(user, "test").may(A, world.company)
    kept = RightsChange.objects.filter(subject="person", subject_id=user.pk).order_by("id")
    assert [one.what for one in kept] == ["role_given", "role_given", "role_taken"]
    assert (kept[0].actor_id, kept[1].before, kept[1].after["to"]) == (
        keeper.user_id,
        {"from": None, "to": None},
        str(LATER),
    )


def test_nobody_gives_what_they_do_not_hold(world: World) -> None:
    user, keeper = make_user(world, []), actor_of(make_user(world, ["core.keep_people", "core.keep_roles"]), "test")
    wanted = role("clerk", A)
    outcome = give_roles([user.pk], role=wanted, **call(world, keeper))
    assert outcome.verdicts[0][:2] == (user.pk, "beyond_own")
    assert outcome.verdicts[0].detail == {"permissions": [A]}
    assert change_roles([wanted], permissions=[A, B], **call(world, keeper)).counts == {"beyond_own": 1}
    assert change_roles([wanted], permissions=[], **call(world, keeper)).counts == {"done": 1}
    copy = {1: NewRole("other", "别的", copy_of=role("strong", B))}
    assert make_roles([1], roles=copy, **call(world, keeper)).counts == {"beyond_own": 1}


def test_days_and_reasons_belong_together(world: World) -> None:
    user, wanted = make_user(world, []), role("clerk", A)
    with pytest.raises(Refusal, match="days_reversed"):
        give_roles([user.pk], role=wanted, first=LATER, last=date(2020, 1, 1), **call(world))
    with pytest.raises(Refusal, match="reason_without_end"):
        give_roles([user.pk], role=wanted, reason="small company", **call(world))


def test_a_role_is_made_changed_and_copied(world: World) -> None:
    first = role("first", A)
    rows = {1: NewRole("copy", "副本", copy_of=first), 2: NewRole("first", "同名"), 3: NewRole("", "无"),
            4: NewRole("lost", "丢", copy_of=999_999)}  # fmt: skip
    made = make_roles([1, 2, 3, 4], roles=rows, **call(world))
    assert [code for _id, code in made.table()] == ["done", "taken", "nameless", "not_found"]
    copy = made.verdicts[0].detail["role"]
    assert sorted(Group.objects.get(pk=copy).permissions.values_list("codename", flat=True)) == ["amend_orders"]
    again = {"permissions": [A], "name_en": "copy", "name_zh": "副本"}
    assert change_roles([copy, 0], **again, **call(world)).table() == [(copy, "already"), (0, "not_found")]
    menu = {"web:board": None, "web:orders": 5}
    assert change_roles([copy], menu=menu, **again, **call(world)).counts == {"done": 1}
    assert Role.objects.get(pk=copy).menu == menu
    kept = RightsChange.objects.filter(subject="role", subject_id=copy).order_by("id")
    assert [one.what for one in kept] == ["role_made", "role_changed"]
    assert kept[1].after["menu"] == menu
    with pytest.raises(Refusal, match="unknown_permission"):
        change_roles([copy], permissions=["no.such"], **call(world))


def test_a_role_with_members_elsewhere_is_changed_by_who_may_there(world: World) -> None:
    other, wanted = World(code="OTHER"), role("clerk", A)
    Membership.objects.create(user=make_user(other, []), role_id=wanted, company_id=other.company)
    keeper = actor_of(make_user(world, ["core.keep_roles", A, B]), "test")
    assert change_roles([wanted], permissions=[A, B], **call(world, keeper)).counts == {"elsewhere": 1}


@pytest.mark.parametrize(
    ("severity", "reason", "code"),
    [("refused", "", "duties_refused"), ("refused", "small", "duties_refused"), ("reason", "", "duties_unexplained"),
     ("reason", "small", "done")],
)  # fmt: skip
def test_the_whole_set_of_a_person_is_looked_at(world: World, severity: str, reason: str, code: str) -> None:
    user, one, other = make_user(world, []), role("one", A), role("other", B)
    give_roles([user.pk], role=one, **call(world))
    pair(severity)
    given = {"reason": reason, "until": LATER} if reason else {}
    verdict = give_roles([user.pk], role=other, **given, **call(world)).verdicts[0]
    assert verdict.code == code
    if code != "done":
        assert verdict.detail["roles"] == ["one", "other"]
        assert (verdict.detail["person"], verdict.detail["conflict"]) == (user.pk, "amends and releases")
    assert DutyException.objects.filter(user=user, valid_to=LATER).count() == (code == "done")
    assert_laws()


def test_a_role_that_brings_duties_together_is_not_changed(world: World) -> None:
    user, one, other = make_user(world, []), role("one", A), role("other")
    give_roles([user.pk], role=one, **call(world))
    give_roles([user.pk], role=other, **call(world))
    pair()
    verdict = change_roles([other], permissions=[B], **call(world)).verdicts[0]
    assert (verdict.code, verdict.detail["person"], verdict.detail["roles"]) == (
        "duties_unexplained",
        user.pk,
        ["one", "other"],
    )
    assert change_roles([one], permissions=[B], **call(world)).counts == {"done": 1}, "one alone is no conflict"


def test_conflicts_are_explained_by_another(world: World) -> None:
    keeper = make_user(world, ["core.keep_duties", A, B])
    user = make_user(world, [A, B])
    conflict = pair()
    broken = [check for check in run_checks() if check.name == "conflicts_explained"][0]
    assert {row["user_id"] for row in broken.broken} == {keeper.pk, user.pk}
    given: dict[str, Any] = {"conflict": conflict.pk, "reason": "a small company", "until": LATER}
    outcome = explain_conflicts([keeper.pk, user.pk, 0], **given, **call(world, actor_of(keeper, "test")))
    assert outcome.table() == [(keeper.pk, "own_conflict"), (user.pk, "done"), (0, "not_found")]
    assert explain_conflicts([user.pk], **given, **call(world)).table() == [(user.pk, "already")]
    explain_conflicts([keeper.pk], **given, **call(world))
    assert_laws()
    DutyException.objects.update(valid_to=date(2020, 1, 1))
    assert not all(check.holds for check in run_checks() if check.name == "conflicts_explained")
    DutyConflict.objects.update(severity="refused")
    assert explain_conflicts([user.pk], **given, **call(world)).table() == [(user.pk, "duties_refused")]


def test_a_role_explains_only_what_it_brings_and_never_ones_own(world: World) -> None:
    keeper = make_user(world, ["core.keep_people", A, B])
    user, one, other, empty = make_user(world, []), role("one", A), role("other", B), role("empty")
    give_roles([user.pk, keeper.pk], role=one, **call(world))
    conflict = pair()
    given: dict[str, Any] = {"reason": "a small company", "until": LATER}
    by = actor_of(keeper, "test")
    assert give_roles([keeper.pk], role=empty, **given, **call(world, by)).counts == {"done": 1}
    assert not DutyException.objects.exists(), "what one holds already is explained by another"
    assert give_roles([user.pk], role=other, **given, **call(world, by)).counts == {"done": 1}
    assert DutyException.objects.get().user_id == user.pk
    half = make_user(world, ["core.keep_people", A])
    both = [give_roles([half.pk], role=other, **given, **call(world, replace(actor_of(one, "test"), grants=None)))
            for one in (half, keeper)]  # fmt: skip
    assert [outcome.counts for outcome in both] == [{"own_conflict": 1}, {"done": 1}]
    DutyException.objects.all().delete()
    DutyConflict.objects.filter(pk=conflict.pk).update(severity="refused")
    assert give_roles([user.pk], role=empty, **given, **call(world)).counts == {"done": 1}
    assert not DutyException.objects.exists()


def test_the_shipped_pairs_name_permissions_that_exist(world: World) -> None:
    assert duties.ship_defaults() == len(duties.DEFAULTS)
    assert duties.ship_defaults() == 0
    named = {name for one in duties.DEFAULTS for name in one[:2]}
    make_user(world, sorted(named))  # fails for a permission that is not there


def test_limits_are_set_for_people_and_roles(world: World) -> None:
    user, alien, wanted = make_user(world, []), World(code="ALIEN"), role("clerk", A)
    keeper = make_user(world, ["core.keep_people"])
    limits = {"shop": [world.shop.pk], "own": []}
    by = actor_of(keeper, "test")
    outcome = limit_people([user.pk, keeper.pk, 0], limits=limits, **call(world, by))
    assert outcome.table() == [(user.pk, "done"), (keeper.pk, "own_limits"), (0, "not_found")]
    assert limit_people([user.pk], limits=limits, **call(world)).table() == [(user.pk, "already")]
    assert actor_of(user, "test").scope(world.company) == {"shop": {world.shop.pk}, "own": {user.pk}}
    assert limit_people([user.pk], limits={}, **call(world)).counts == {"done": 1}
    assert not DataScope.objects.exists()
    assert limit_roles([wanted, 0], limits=limits, **call(world)).table() == [(wanted, "done"), (0, "not_found")]
    assert limit_roles([wanted], limits=limits, **call(world)).counts == {"already": 1}
    for given, code in (({"moon": [1]}, "unknown_dimension"), ({"shop": [alien.shop.pk]}, "unknown_ids")):
        with pytest.raises(Refusal, match=code):
            limit_people([user.pk], limits=given, **call(world))
    assert RightsChange.objects.filter(what="limited", subject="person", subject_id=user.pk).count() == 2


def test_whoever_is_limited_changes_no_rights(world: World) -> None:
    user, wanted = make_user(world), role("clerk", A)
    DataScope.objects.create(company_id=world.company, user=user, dimension="shop", ids=[world.shop.pk])
    for operation, given in ((give_roles, {"role": wanted}), (limit_people, {"limits": {}})):
        with pytest.raises(Refusal, match="not_permitted"):
            operation([user.pk], **given, **call(world, actor_of(user, "test")))
    assert User.objects.filter(pk=user.pk).exists()
