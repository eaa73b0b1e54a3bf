"""Access reviews: started, decided by another, signed; what is taken away is gone; an overdue one is told."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from interlock.core.api import (
    AccessReview,
    AccessReviewLine,
    Actor,
    Membership,
    Notice,
    Refusal,
    actor_of,
    decide_lines,
    sign_reviews,
    start_reviews,
    system_actor,
)
from interlock.core.signing import verified
from interlock.web.escalation import escalate
from tests.builders import World, assert_laws
from tests.web.people import make_user

TODAY = timezone.now().date()


@pytest.fixture
def world(db: None) -> World:
    return World()


def started(world: World, by: Actor, as_of: date = TODAY, days: int = 30) -> int:
    outcome = start_reviews([1], company=world.company, by=by, as_of=as_of, due_on=as_of + timedelta(days=days))
    return int(outcome.verdicts[0].detail["review"])


def lines(review: int) -> dict[int, int]:
    return {one.user_id: one.pk for one in AccessReviewLine.objects.filter(review_id=review)}


def test_a_review_is_gone_through_and_signed(world: World) -> None:
    manager, gone, kept = make_user(world), make_user(world, ["sales.view_order"]), make_user(world, [])
    other = make_user(world, ["core.review_access"])
    alien = World(code="ALIEN")
    make_user(alien, [])
    call: dict[str, Any] = {"company": world.company, "by": actor_of(manager, "test")}
    review = started(world, call["by"])
    mine = lines(review)
    assert set(mine) == {manager.pk, gone.pk, kept.pk, other.pk}
    assert start_reviews([1], as_of=TODAY, due_on=TODAY, **call).table() == [(1, "one_open")]
    assert sign_reviews([review], **call).table() == [(review, "undecided")]
    took = decide_lines([mine[gone.pk], mine[manager.pk], 0], decision="take", comment="left us", **call)
    assert took.table() == [(mine[gone.pk], "done"), (mine[manager.pk], "own_rights"), (0, "not_found")]
    keep = [mine[kept.pk], mine[other.pk]]
    assert decide_lines(keep, decision="keep", **call).counts == {"done": 2}
    assert decide_lines(keep, decision="keep", **call).counts == {"already": 2}
    assert decide_lines([mine[manager.pk]], decision="keep", company=world.company, by=actor_of(other, "t")).counts == {
        "done": 1
    }
    foreign = {"company": alien.company, "by": system_actor("test")}
    assert decide_lines(keep, decision="keep", **foreign).counts == {"not_found": 2}
    assert sign_reviews([review], **foreign).counts == {"not_found": 1}
    assert Membership.objects.filter(user=gone).exists(), "nothing is taken before it is signed"
    assert sign_reviews([review], **call).table() == [(review, "done")]
    assert sign_reviews([review], **call).table() == [(review, "already")]
    assert decide_lines(keep, decision="take", **call).counts == {"signed": 2}
    assert not Membership.objects.filter(user=gone).exists()
    assert Membership.objects.filter(user__in=[kept, manager]).count() == 2
    content = bytes(AccessReview.objects.get(pk=review).content or b"")
    assert verified(content)[0]
    assert not verified(content.replace(b"left us", b"stays!!"))[0]
    assert {one["decision"] for one in json.loads(content)["report"]["lines"]} == {"keep", "take"}
    assert_laws()


def test_a_review_shows_the_rights_of_its_day(world: World) -> None:
    user = make_user(world, [])
    Membership.objects.filter(user=user).update(valid_from=TODAY, valid_to=TODAY + timedelta(days=9))
    by = system_actor("test")
    past = started(world, by, TODAY - timedelta(days=1))
    assert lines(past) == {}
    with pytest.raises(Refusal, match="days_reversed"):
        start_reviews([1], company=world.company, by=by, as_of=TODAY, due_on=TODAY - timedelta(days=1))
    with pytest.raises(Refusal, match="unknown_decision"):
        decide_lines([1], company=world.company, by=by, decision="perhaps")


def test_an_overdue_review_is_told_to_who_began_it(world: World) -> None:
    manager = make_user(world)
    review = started(world, actor_of(manager, "test"), TODAY - timedelta(days=40))
    escalate(world.company, system_actor("job"), TODAY)
    told = Notice.objects.get(kind="review", subject_id=review, level=1)
    assert (told.user_id, told.settled_at) == (manager.pk, None)
    AccessReviewLine.objects.filter(review_id=review).update(decision="keep")
    sign_reviews([review], company=world.company, by=system_actor("test"))
    escalate(world.company, system_actor("job"), TODAY)
    told.refresh_from_db()
    assert told.settled_at is not None
