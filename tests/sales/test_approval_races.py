"""Two ask, answer or hand over at the same moment: each is done once, and an order goes on once."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from interlock.core import api as core
from interlock.core.api import ApprovalDelegation, ApprovalRequest
from tests.approving import Office, actor
from tests.builders import World, assert_laws
from tests.races import races

from .test_races import together


@pytest.fixture
def world(committed: None) -> World:
    return World()


@pytest.fixture
def office(world: World) -> Office:
    return Office(world.company)


@races(
    "core.submit_approvals",
    "core.approve_requests",
    "core.reject_requests",
    "core.send_back_requests",
    "core.withdraw_requests",
    "core.delegate_approvals",
    "core.end_delegations",
)
def test_everything_in_two_places_at_once(world: World, office: Office) -> None:
    office.route({"role": office.heads})
    orders = [int(world.order(("CAMERA", 1), price="100")) for _ in range(12)]
    answers = together(partial(office.submit, orders[:8]), partial(office.submit, orders[:3:-1]))
    assert sum(one.counts["done"] for one in answers) == 12
    assert sum(one.counts["already"] for one in answers) == 4
    asked = list(ApprovalRequest.objects.filter(company=world.company).order_by("id").values_list("id", flat=True))
    pair = partial(office.approve, asked[:4], office.ben), partial(office.approve, asked[3::-1], office.cat)
    answers = together(*pair)
    assert sum(one.counts["done"] for one in answers) == 4
    assert not [one for answer in answers for one in answer.rejected]
    for step, part in ((office.reject, asked[4:6]), (office.send_back, asked[6:8])):
        answers = together(partial(step, part, office.ben), partial(step, part[::-1], office.cat))
        assert sum(one.counts["done"] for one in answers) == 2
    call = {"company": world.company, "by": actor(office.clerk)}
    withdraw = partial(core.withdraw_requests, **call)
    answers = together(partial(withdraw, asked[8:]), partial(withdraw, asked[:7:-1]))
    assert sum(one.counts["done"] for one in answers) == 4
    assert sorted(world.state(order) for order in orders) == ["held"] * 8 + ["reviewed"] * 4
    today = timezone.now().date()
    days = today, today + timedelta(3)
    # Each names the other: one of them is told that it would come back.
    answers = together(
        partial(office.delegate, office.ben, office.cat, *days), partial(office.delegate, office.cat, office.ben, *days)
    )
    assert sorted(answers) == ["cycle", "done"]
    made = ApprovalDelegation.objects.get(company=world.company)
    owner = next(one for one in (office.ben, office.cat) if one.pk == made.user_id)
    end = partial(core.end_delegations, [made.pk], company=world.company, by=actor(owner))
    assert sorted(one.table()[0][1] for one in together(end, end)) == ["already", "done"]
    assert_laws()


def test_approving_and_withdrawing_at_once(world: World, office: Office) -> None:
    """Either the order goes on or it is asked no more, never both."""
    office.route()
    orders = [int(world.order(("CAMERA", 1), price="100")) for _ in range(8)]
    asked = [office.ask(order) for order in orders]
    by = actor(office.clerk)
    approved, withdrawn = together(
        partial(office.approve, asked, office.ann),
        partial(core.withdraw_requests, asked[::-1], company=world.company, by=by),
    )
    assert approved.counts["done"] + withdrawn.counts["done"] == 8
    states = [world.state(order) for order in orders]
    assert states.count("reviewed") == approved.counts["done"]
    assert_laws()
