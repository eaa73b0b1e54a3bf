"""A price below the floor is approved by whom a route names, and only then the order goes on."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from interlock.core import api as core
from interlock.core.api import ApprovalRequest, ApprovalRoute, Refusal
from interlock.core.models import ApprovalAnswer, ApprovalStep, ApprovalTask
from interlock.core.sql import observed
from interlock.sales import api as sales
from interlock.sales.models import Hold
from tests.approving import Office, actor, codes, person, role
from tests.builders import DAY, World, assert_laws


@pytest.fixture
def office(world: World) -> Office:
    return Office(world.company)


def cheap(world: World, **fields: Any) -> int:
    order = world.order(("CAMERA", 2), price="100", **fields)
    assert "price_below_floor" in world.holds(order)
    return order


def release(world: World, office: Office, *orders: int) -> list[str]:
    by = actor(office.clerk)
    return codes(sales.release_orders(orders, company=world.company, by=by, note="on my own"))


def state(request: int) -> str:
    return str(ApprovalRequest.objects.values_list("state", flat=True).get(pk=request))


def test_the_clerk_asks_the_manager_approves_and_the_order_ships(world: World, office: Office) -> None:
    world.receive(world.camera, 5, "500")
    office.route({"user": office.ann})
    order = cheap(world)
    assert release(world, office, order) == ["approval_needed"]
    request = office.ask(order)
    assert release(world, office, order) == ["approval_needed"]
    asked = ApprovalRequest.objects.get(pk=request)
    assert (asked.amount, asked.reasons, asked.margin_pct) == (200, ["price_below_floor"], Decimal("-13.00"))
    assert codes(office.approve([request], office.ann, comment="once")) == ["done"]
    assert (state(request), world.state(order)) == ("approved", "reviewed")
    hold = Hold.objects.get(order_id=order)
    assert (hold.state, hold.note) == ("released", "good customer · once")
    for step in ("reserved", "released", "shipped", "recognised"):
        world.step(step, [order])
    assert world.state(order) == "recognised"
    world.post()
    assert_laws()
    answer = ApprovalAnswer.objects.get()
    assert (answer.user_id, answer.for_user_id, answer.answer) == (office.ann.pk, None, "approved")


def test_without_a_route_that_fits_a_clerk_releases(world: World, office: Office) -> None:
    office.route(amount_from=1000)
    office.route(code="OLD", valid_to=date(2026, 1, 2))
    office.route(code="OTHER", kind="voucher")
    order = cheap(world)
    assert codes(office.submit([order])) == ["no_route"]
    assert release(world, office, order) == ["done"]
    assert world.state(order) == "reviewed"


def test_the_verdicts_of_asking(world: World, office: Office) -> None:
    office.route({"user": office.ann}, amount_from=100)
    good, low, alien, asked = cheap(world), world.order(("BATTERY", 1), price="1"), 10**12, cheap(world)
    other = World(code="ALIEN")
    foreign, fine = cheap(other), world.order()
    office.ask(asked)
    ids = [good, low, alien, foreign, fine, asked]
    dry = office.submit(ids, policy="dry_run")
    outcome = office.submit(ids)
    expected = ["done", "no_route", "not_found", "not_found", "not_ready", "already"]
    assert codes(dry) == codes(outcome) == expected
    assert outcome.verdicts[4].detail == {"why": "no_low_price"}
    assert codes(office.submit([good])) == ["already"]
    with pytest.raises(Refusal, match="not_permitted"):
        office.submit([good], by=office.ann)
    with pytest.raises(Refusal, match="unknown_approval_kind"):
        office.submit([good], kind="nothing")
    call: dict[str, Any] = {"company": world.company, "by": actor(office.clerk), "kind": "price_release"}
    with pytest.raises(Refusal, match="note_missing"):
        core.submit_approvals([good], reason=" ", **call)
    assert_laws()


def test_the_verdicts_of_answering(world: World, office: Office) -> None:
    office.route({"user": office.ann})
    orders = [cheap(world) for _ in range(8)]
    waits, gone, back, changed, mended, done, taken, other = (office.ask(order) for order in orders)
    office.reject([gone], office.ann)
    office.send_back([back], office.ann)
    sales.amend_orders([orders[3]], company=world.company, by=world.by, buyer="李四")
    assert world.state(orders[3]) != "held" or world.step("reviewed", [orders[3]])
    sales.cancel_orders([orders[4]], company=world.company, by=world.by, on=DAY, reason="buyer", note="")
    office.approve([done], office.ann)
    core.withdraw_requests([taken], company=world.company, by=actor(office.clerk))
    assert (state(changed), state(mended)) == ("withdrawn", "withdrawn")
    sales.Order.objects.filter(pk=orders[7]).update(version=9)
    ids = [waits, gone, back, changed, mended, done, taken, other, 10**12]
    expected = ["done", *["not_waiting"] * 4, "already", "not_waiting", "outdated", "not_found"]
    assert codes(office.approve(ids, office.ann, policy="dry_run")) == expected
    assert codes(office.approve([waits], office.ben)) == ["not_yours"]
    assert codes(office.approve(ids, office.ann)) == expected
    assert codes(office.reject(ids, office.ann))[:3] == ["not_waiting", "already", "not_waiting"]
    assert world.state(orders[1]) == world.state(orders[2]) == "held"
    with pytest.raises(Refusal, match="note_missing"):
        office.send_back(ids, office.ann, comment=" ")
    with pytest.raises(Refusal, match="not_permitted"):
        office.approve(ids, office.clerk)
    assert_laws()


def test_another_company_does_not_exist(world: World, office: Office) -> None:
    alien = World(code="ALIEN")
    theirs = Office(alien.company)
    theirs.route({"user": theirs.ann})
    request = theirs.ask(cheap(alien))
    mine = person(world.company, "mine", office.answering)
    assert codes(office.approve([request], mine)) == ["not_found"]
    assert codes(office.reject([request], mine)) == ["not_found"]
    assert codes(core.withdraw_requests([request], company=world.company, by=actor(office.clerk))) == ["not_found"]


def test_nobody_approves_what_they_ask_unless_the_route_says_so(world: World, office: Office) -> None:
    both = person(world.company, "both", office.asking, office.answering)
    route = office.route({"user": both})
    order = cheap(world)
    assert codes(office.submit([order], by=both)) == ["no_approver"]
    assert codes(office.approve([office.ask(order)], both)) == ["done"]
    ApprovalRoute.objects.filter(pk=route.pk).update(own_allowed=True)
    assert codes(office.approve([office.ask(cheap(world), by=both)], both)) == ["done"]
    route.nodes.update(skip_own=True)
    ApprovalRoute.objects.filter(pk=route.pk).update(own_allowed=False)
    assert codes(office.submit([cheap(world)], by=both)) == ["no_approver"]
    route.nodes.create(sequence=2, user=office.ann, name_en="last", name_zh="末")
    request = office.ask(cheap(world), by=both)
    assert codes(office.approve([request], office.ann)) == ["done"]
    assert state(request) == "approved"
    assert_laws()


def test_whoever_asks_may_not_approve_in_anothers_place(world: World, office: Office) -> None:
    both = person(world.company, "both", office.asking, office.answering)
    office.route({"user": office.ann})
    today = timezone.now().date()
    assert office.delegate(office.ann, both, today - timedelta(2), today + timedelta(5)) == "done"
    request = office.ask(cheap(world), by=both)
    assert codes(office.approve([request], both)) == ["own_request"]
    assert codes(office.approve([request], office.ann)) == ["done"]


def test_serial_and_parallel_nodes(world: World, office: Office) -> None:
    office.route(
        {"user": office.ann},
        {"user": office.ben, "sequence": 2},
        {"role": office.heads, "sequence": 2, "mode": "all", "amount_from": 200},
        {"user": office.ben, "sequence": 3, "amount_from": 10_000},
    )
    order = cheap(world)
    request = office.ask(order)
    assert codes(office.approve([request], office.ben)) == ["not_yours"], "not his turn"
    assert codes(office.approve([request], office.ann)) == ["done"]
    assert codes(office.approve([request], office.ann)) == ["already"]
    assert (state(request), world.state(order)) == ("waiting", "held")
    assert codes(office.approve([request], office.ben)) == ["done"], "both of his tasks"
    assert state(request) == "waiting"
    assert codes(office.approve([request], office.cat)) == ["done"]
    assert (state(request), world.state(order)) == ("approved", "reviewed")
    assert ApprovalStep.objects.filter(request_id=request).count() == 3
    small = world.order(("CAMERA", 1), price="100")
    request = office.ask(small)
    office.approve([request], office.ann)
    office.approve([request], office.ben)
    assert world.state(small) == "reviewed"
    assert_laws()


def test_one_of_a_role_is_enough(world: World, office: Office) -> None:
    office.route({"role": office.heads})
    request = office.ask(cheap(world))
    assert ApprovalTask.objects.filter(request_id=request, state="open").count() == 2
    assert codes(office.approve([request], office.cat)) == ["done"]
    assert codes(office.approve([request], office.ben)) == ["already"]
    assert_laws()


def test_a_deputy_answers_in_anothers_place(world: World, office: Office) -> None:
    office.route({"user": office.ann})
    today = timezone.now().date()
    early, late = today - timedelta(2), today + timedelta(5)
    request, other = office.ask(cheap(world)), office.ask(cheap(world))
    assert office.delegate(office.ann, office.ben, early, late) == "done"
    assert office.delegate(office.ben, office.cat, early, late) == "done"
    assert codes(office.approve([request], office.cat)) == ["done"]
    answer = ApprovalAnswer.objects.get()
    assert (answer.user_id, answer.for_user_id) == (office.cat.pk, office.ann.pk)
    mine = core.ApprovalDelegation.objects.get(user_id=office.ann.pk).pk
    end = lambda by: codes(core.end_delegations([mine], company=world.company, by=actor(by)))  # noqa: E731
    assert (end(office.ben), end(office.ann), end(office.ann)) == (["not_found"], ["done"], ["already"])
    assert codes(office.approve([other], office.cat)) == ["not_yours"]
    assert_laws()


def test_the_verdicts_of_delegating(world: World, office: Office) -> None:
    today = timezone.now().date()
    week = (today, today + timedelta(7))
    assert office.delegate(office.ann, office.clerk, *week) == "not_approver"
    assert office.delegate(office.ann, office.ann, *week) == "not_approver"
    assert office.delegate(office.ann, 10**9, *week) == "not_approver"
    assert office.delegate(office.ann, office.ben, today, today) == "bad_period"
    assert office.delegate(office.ann, office.ben, *week) == "done"
    assert office.delegate(office.ann, office.ben, *week) == "already"
    assert office.delegate(office.ann, office.cat, today + timedelta(6), today + timedelta(9)) == "overlapping"
    assert office.delegate(office.ben, office.cat, today + timedelta(3), today + timedelta(20)) == "done"
    assert office.delegate(office.cat, office.ann, *week) == "cycle"
    assert office.delegate(office.cat, office.ann, today + timedelta(8), today + timedelta(9)) == "done"


def test_routes_are_data(world: World, office: Office) -> None:
    """The smallest rank whose conditions are met; a company's own before the group's; a change is seen at once."""
    group = office.route({"user": office.ben}, code="GROUP", company_id=None, rank=1)
    own = office.route({"user": office.ann}, code="OWN", rank=1)
    taken = lambda: ApprovalRequest.objects.get(pk=office.ask(cheap(world))).route_id  # noqa: E731
    assert taken() == own.pk
    for fields, route in (
        ({"rank": 2}, group),
        ({"rank": 1, "margin_below_pct": 20}, group),
        ({"reasons": ["price_above_list"], "margin_below_pct": None}, group),
        ({"reasons": ["price_below_floor"]}, own),
        ({"amount_to": 200}, group),
        ({"amount_to": Decimal("200.01")}, own),
    ):
        ApprovalRoute.objects.filter(pk=own.pk).update(**fields)
        assert taken() == route.pk, fields
    world.receive(world.camera, 1, "90")
    ApprovalRoute.objects.filter(pk=own.pk).update(margin_below_pct=20, reasons=[])
    assert taken() == own.pk, "the margin is known now"
    with pytest.raises(Refusal, match="not_permitted"):
        sales.release_orders([], company=world.company, by=actor(office.ann), note="x")


def test_what_changed_is_asked_anew(world: World, office: Office) -> None:
    office.route()
    order = cheap(world)
    old = office.ask(order)
    sales.amend_orders([order], company=world.company, by=world.by, buyer="李四")
    world.step("reviewed", [order])
    assert codes(office.approve([old], office.ann)) == ["not_waiting"]
    new = office.ask(order)
    assert (state(old), state(new)) == ("withdrawn", "waiting")
    assert codes(office.approve([new], office.ann)) == ["done"]
    assert_laws()


def test_what_another_changes_leaves_the_approvers_desk_at_once(world: World, office: Office) -> None:
    office.route({"user": office.ann}, {"user": office.ben})
    office.route({"role": office.heads, "mode": "all"}, kind="order_change", code="C")
    mended, off, released, stays = orders = [cheap(world) for _ in range(4)]
    asked = dict(zip(orders, [office.ask(order) for order in orders], strict=True))
    office.approve([asked[mended]], office.ann)
    writer = person(world.company, "writer", role("changing", "sales.change_orders", "core.ask_approvals"))
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    given = {"changes": {stays: {"remark": "x"}}, "reason": "buyer", "on": DAY}
    written = sales.save_order_changes([stays], company=world.company, by=actor(writer), **given)
    change = int(written.verdicts[0].detail["document"])
    sales.submit_order_changes([change], company=world.company, by=actor(writer), on=DAY)
    assert desk(office.ben) == {mended, change}
    assert desk(office.ann) == {off, released, stays}
    dry = {"policy": "dry_run", "on": DAY, "reason": "buyer", "note": ""}
    sales.cancel_orders([off], **dry, **call)
    assert desk(office.ann) == {off, released, stays}, "a try takes nothing back"
    sales.amend_orders([mended], buyer="李四", **call)
    sales.cancel_orders([off], on=DAY, reason="buyer", note="", **call)
    sales.withdraw_order_changes([change], **call)
    ApprovalRoute.objects.filter(kind="price_release").update(valid_to=date(2026, 1, 2))
    assert codes(sales.release_orders([released], note="no route any more", **call)) == ["done"]
    assert (desk(office.ann), desk(office.ben), desk(office.cat)) == ({stays}, set(), set())
    ended = ApprovalAnswer.objects.filter(answer="withdrawn").order_by("request_id")
    assert [(one.request.document_id, one.user_id) for one in ended] == [
        (order, world.by.user_id) for order in (mended, off, released, change)
    ]
    assert_laws()


def desk(user: Any) -> set[int]:
    """Answer the documents that wait on a person's desk."""
    tasks = ApprovalTask.objects.filter(user_id=user.pk, state="open")
    return set(tasks.values_list("request__document_id", flat=True))


def test_statements_do_not_grow_with_the_set(world: World, office: Office) -> None:
    office.route({"role": office.heads, "mode": "all"}, {"user": office.ann})
    counts = []
    for size in (1, 6):
        orders = [cheap(world) for _ in range(size)]
        with observed() as statements:
            asked = [int(v.detail["approval"]) for v in office.submit(orders).verdicts]
            for one in (office.ben, office.cat, office.ann):
                assert set(codes(office.approve(asked, one))) == {"done"}
        counts.append(len(statements))
        assert {world.state(order) for order in orders} == {"reviewed"}
    assert counts[0] == counts[1]
    assert role("heads").pk == office.heads.pk
