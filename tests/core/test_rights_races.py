"""Two people change rights at once: what each is answered is true together, and no conflict slips in between."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from interlock.core.api import (
    AccessReview,
    AccessReviewLine,
    DataScope,
    DutyConflict,
    DutyException,
    Membership,
    NewRole,
    change_roles,
    decide_lines,
    explain_conflicts,
    give_roles,
    limit_people,
    limit_roles,
    make_roles,
    sign_reviews,
    start_reviews,
    system_actor,
    take_roles,
)
from tests.builders import World, assert_laws
from tests.races import races
from tests.sales.test_races import together
from tests.web.people import make_user

A, B = "sales.amend_orders", "sales.release_orders"
TODAY = timezone.now().date()
LATER = TODAY + timedelta(days=90)


@pytest.fixture
def world(committed: None) -> World:
    return World()


def role(name: str, *permissions: str) -> int:
    made = Group.objects.create(name=name)
    change_roles([made.pk], company=_company(), by=system_actor("t"), permissions=permissions, name_zh=name)
    return int(made.pk)


def _company() -> int:
    from interlock.core.api import Company

    return int(Company.objects.order_by("id")[0].pk)


@races("core.give_roles", "core.take_roles", "core.change_roles", "core.explain_conflicts")
def test_two_halves_of_a_conflict_are_not_given_at_once(world: World) -> None:
    users = [make_user(world, []).pk for _ in range(3)]
    one, other = role("one", A), role("other", B)
    DutyConflict.objects.create(first=A, second=B, severity="reason", name_en="both", name_zh="两者")
    call: dict[str, Any] = {"company": world.company, "by": system_actor("test")}
    answers = together(
        partial(give_roles, users, role=one, **call), partial(give_roles, users[::-1], role=other, **call)
    )
    assert sorted(sorted(answer.counts.items()) for answer in answers) == [[("done", 3)], [("duties_unexplained", 3)]]
    held = Membership.objects.filter(role_id__in=[one, other])
    assert held.count() == 3
    mine = held[0].role_id
    twice = together(*(partial(take_roles, ids, role=mine, **call) for ids in (users, users[::-1])))
    assert sum((answer.counts for answer in twice), start=twice[0].counts.__class__()) == {"done": 3, "already": 3}
    give_roles(users, role=one, **call)
    Membership.objects.bulk_create(Membership(company_id=world.company, user_id=user, role_id=other) for user in users)
    pair = DutyConflict.objects.get()
    given = {"conflict": pair.pk, "reason": "small", "until": LATER}
    told = together(*(partial(explain_conflicts, ids, **given, **call) for ids in (users, users[::-1])))
    assert sorted(sorted(answer.counts.items()) for answer in told) == [[("already", 3)], [("done", 3)]]
    assert DutyException.objects.count() == 3
    changed = together(*(partial(change_roles, ids, permissions=[], **call) for ids in ([one, other], [other, one])))
    assert sorted(sorted(answer.counts.items()) for answer in changed) == [[("already", 2)], [("done", 2)]]
    assert_laws()


@races("core.make_roles", "core.limit_people", "core.limit_roles")
def test_a_role_is_made_and_people_are_limited_once(world: World) -> None:
    call: dict[str, Any] = {"company": world.company, "by": system_actor("test")}
    made = together(*(partial(make_roles, [1], roles={1: NewRole("new", "新")}, **call) for _ in range(2)))
    assert sorted(answer.table()[0][1] for answer in made) == ["done", "taken"]
    users = [make_user(world, []).pk for _ in range(3)]
    limits = {"shop": [world.shop.pk]}
    told = together(*(partial(limit_people, ids, limits=limits, **call) for ids in (users, users[::-1])))
    assert sorted(sorted(answer.counts.items()) for answer in told) == [[("already", 3)], [("done", 3)]]
    roles = [role("one", A), role("other", B)]
    both = together(*(partial(limit_roles, ids, limits=limits, **call) for ids in (roles, roles[::-1])))
    assert sorted(sorted(answer.counts.items()) for answer in both) == [[("already", 2)], [("done", 2)]]
    assert DataScope.objects.count() == 5


@races("core.start_reviews", "core.decide_lines", "core.sign_reviews")
def test_a_review_is_started_and_signed_once(world: World) -> None:
    for _ in range(3):
        make_user(world, [])
    call: dict[str, Any] = {"company": world.company, "by": system_actor("test")}
    days: dict[str, date] = {"as_of": TODAY, "due_on": LATER}
    began = together(*(partial(start_reviews, [1], **days, **call) for _ in range(2)))
    assert sorted(answer.table()[0][1] for answer in began) == ["done", "one_open"]
    review = AccessReview.objects.get().pk
    ids = list(AccessReviewLine.objects.values_list("pk", flat=True))
    told = together(*(partial(decide_lines, part, decision="take", **call) for part in (ids, ids[::-1])))
    assert sorted(sorted(answer.counts.items()) for answer in told) == [[("already", 3)], [("done", 3)]]
    signed = together(
        partial(sign_reviews, [review], **call), partial(sign_reviews, [review], **call),
    )  # fmt: skip
    assert sorted(answer.table()[0][1] for answer in signed) == ["already", "done"]
    assert not Membership.objects.exists()
    assert_laws()
