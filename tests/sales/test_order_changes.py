"""A change of an order is a document: written beside a version, applied at once or once approved, or too late."""

from __future__ import annotations

from typing import Any

import pytest

from interlock.core.api import ApprovalRequest, Parameter, actor_of
from interlock.core.models import ApprovalTask
from interlock.core.sql import observed
from interlock.sales import api as sales
from interlock.sales.models import ChangeDocument, ChangeLine
from tests.approving import Office, person, role
from tests.builders import DAY, World, assert_laws

from .test_change import lines_of, through

BOTH = ("price_raised", "price_lowered", "amount_raised", "amount_lowered", "approved_order")


def save(world: World, order: int, *lines: dict[str, Any], by: Any = None, **fields: Any) -> Any:
    """Write a change of an order; answers the verdict."""
    wanted = fields | ({"lines": list(lines)} if lines else {})
    call: dict[str, Any] = {"company": world.company, "by": by or world.by, "on": DAY}
    return sales.save_order_changes([order], changes={order: wanted}, reason="buyer", text="rang", **call).verdicts[0]


def written(world: World, order: int, *lines: dict[str, Any], by: Any = None, **fields: Any) -> int:
    verdict = save(world, order, *lines, by=by, **fields)
    assert verdict.code == "done", verdict
    return int(verdict.detail["document"])


def submit(world: World, *ids: int, by: Any = None, **call: Any) -> Any:
    return sales.submit_order_changes(list(ids), company=world.company, by=by or world.by, on=DAY, **call)


def state(document: int) -> tuple[str, str]:
    row = ChangeDocument.objects.get(pk=document)
    return row.state, row.why


@pytest.fixture
def stocked(world: World) -> World:
    for item in world.items.values():
        world.receive(item, 5, "500")
    return world


@pytest.fixture
def clerk(stocked: World) -> Any:
    """A clerk who asks, beside people who answer: a route for what moves prices and amounts."""
    office = Office(stocked.company)
    office.route(kind="order_change", reasons=list(BOTH))
    asks = role("changing", "sales.change_orders", "core.ask_approvals", "sales.view_order")
    office.changing = person(stocked.company, "changing", asks)  # type: ignore[attr-defined]
    return office


def test_what_needs_no_approval_applies_at_once(stocked: World) -> None:
    world = stocked
    order = world.order(("CAMERA", 2), ("BATTERY", 1), state="released")
    document = written(
        world, order, {"line": 1, "quantity": 1}, {"line": 2, "item": "LOCK"}, {"item": "BATTERY", "quantity": "2"},
        address="文三路 9 号", wanted_on="2026-11-20",
    )  # fmt: skip
    row = ChangeDocument.objects.get(pk=document)
    assert (row.state, str(row.amount_before), str(row.amount)) == ("draft", "608.00", "1318.00")
    assert row.after == {"address": "文三路 9 号", "wanted_on": "2026-11-20"}
    assert row.before == {"address": "文一西路 1 号", "wanted_on": ""}
    assert (row.reasons, row.number[:3]) == (["amount_raised"], "OC-")
    assert world.state(order) == "released", "a draft changes nothing"
    outcome = submit(world, document)
    assert (outcome.table(), dict(outcome.verdicts[0].detail)) == ([(document, "done")], {"applied": True})
    assert (state(document)[0], world.state(order)) == ("applied", "received")
    assert lines_of(order) == [(1, "CAMERA", 1, "299.00"), (2, "LOCK", 1, "999.00"), (3, "BATTERY", 2, "20.00")]
    changed = sales.Order.objects.get(pk=order)
    assert (changed.amount, str(changed.wanted_on), changed.address) == (row.amount, "2026-11-20", "文三路 9 号")
    assert submit(world, document).table() == [(document, "already")]
    assert_laws()
    assert through(world, order, "shipped") == "shipped"
    assert_laws()


def test_each_change_gets_its_own_verdict(stocked: World) -> None:
    world = stocked
    good, same, left = world.order(state="received"), world.order(state="received"), world.order(state="shipped")
    off, sent = world.order(state="received"), world.order(state="reviewed")
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    sales.cancel_orders([off], reason="buyer", **call)
    world.feed([world.line("CAMERA", 2, order_no=sales.Order.objects.get(pk=sent).platform_number)])
    alien = World(code="ALIEN").order(state="received")
    more = {"lines": [{"line": 1, "quantity": 2}]}
    ids = [good, same, off, left, sent, 404_000_000, alien]
    changes = dict.fromkeys(ids, more) | {same: {"lines": [{"line": 1, "quantity": "1.0"}]}}
    dry = sales.save_order_changes(ids, changes=changes, reason="buyer", policy="dry_run", **call)
    assert not ChangeDocument.objects.exists()
    outcome = sales.save_order_changes(ids, changes=changes, reason="buyer", **call)
    codes = ["done", "nothing_to_change", "cancelled", "shipped", "change_open", "not_found", "not_found"]
    assert [code for _id, code in outcome.table()] == [code for _id, code in dry.table()] == codes
    first = ChangeDocument.objects.get()
    assert save(world, good, {"line": 1, "quantity": 3}).code == "change_waits"
    assert save(world, good, {"line": 1, "quantity": 3}, document=first.pk, version=7).code == "stale"
    assert save(world, same, {"line": 1, "quantity": 3}, document=first.pk, version=1).code == "not_draft"
    again = save(world, good, {"line": 1, "quantity": 3}, document=first.pk, version=1)
    assert (again.detail["document"], again.detail["version"], again.detail["amount"]) == (first.pk, 2, "897.00")
    assert [int(line.quantity) for line in ChangeLine.objects.filter(document=first)] == [3]
    for line in ({"line": 9, "quantity": 1}, {"line": 1, "item": "NOTHING"}, {"line": 1, "quantity": "x"}):
        assert save(world, same, line).code in {"unknown_line", "unknown_item", "bad_quantity"}
    assert save(world, same, wanted_on="tomorrow").code == "bad_date"
    assert save(world, same, {"line": 1, "quantity": 0}).code == "no_lines"
    foreign = {"company": world.company, "by": world.by}
    assert sales.apply_order_changes([first.pk], on=DAY, **foreign).table() == [(first.pk, "not_submitted")]
    assert sales.withdraw_order_changes([first.pk, 404_000_000], **foreign).table() == [
        (first.pk, "done"),
        (404_000_000, "not_found"),
    ]
    assert sales.withdraw_order_changes([first.pk], **foreign).table() == [(first.pk, "already")]
    assert submit(world, first.pk).table() == [(first.pk, "not_draft")]
    assert sales.apply_order_changes([first.pk], on=DAY, **foreign).table() == [(first.pk, "not_open")]
    assert_laws()


def test_another_companys_changes_and_people_without_the_right(stocked: World) -> None:
    other = World(code="ALIEN")
    theirs = written(other, other.order(state="received"), {"line": 1, "quantity": 2})
    call: dict[str, Any] = {"company": stocked.company, "by": stocked.by}
    assert submit(stocked, theirs).table() == [(theirs, "not_found")]
    assert sales.withdraw_order_changes([theirs], **call).table() == [(theirs, "not_found")]
    looks = actor_of(person(stocked.company, "looks", role("looking", "sales.view_order")), "web")
    order = stocked.order(state="received")
    for ask in (
        lambda: save(stocked, order, {"line": 1, "quantity": 2}, by=looks),
        lambda: submit(stocked, 1, by=looks),
    ):
        with pytest.raises(Exception, match="not_permitted"):
            ask()


def test_an_order_that_moved_on_outdates_its_change(stocked: World) -> None:
    world = stocked
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    changed, gone, off = (world.order(("CAMERA", 1), state="reviewed") for _ in range(3))
    documents = [written(world, order, {"line": 1, "quantity": 2}) for order in (changed, gone, off)]
    through(world, changed), through(world, gone, "shipped")
    assert sales.tell_changes([changed], changes={changed: {"city": "宁波市"}}, **call).table() == [(changed, "done")]
    sales.cancel_orders([off], reason="buyer", **call)
    outcome = submit(world, *documents)
    assert [code for _id, code in outcome.table()] == ["outdated", "outdated", "not_draft"], "one ended with its order"
    assert [verdict.detail["why"] for verdict in outcome.verdicts[:2]] == ["order_changed", "shipped"]
    assert [state(one) for one in documents] == [
        ("outdated", "order_changed"), ("outdated", "shipped"), ("outdated", "cancelled"),
    ]  # fmt: skip
    assert submit(world, documents[0]).table() == [(documents[0], "not_draft")]
    assert save(world, changed, {"line": 1, "quantity": 2}).code == "done", "a new one starts from what it is now"
    assert_laws()


@pytest.mark.slow
def test_steps_of_its_day_do_not_outdate_a_change(stocked: World) -> None:
    order = stocked.order(("CAMERA", 1), state="received")
    document = written(stocked, order, {"line": 1, "quantity": 2})
    assert through(stocked, order) == "released"
    assert submit(stocked, document).table() == [(document, "done")]
    assert lines_of(order) == [(1, "CAMERA", 2, "598.00")]
    assert_laws()


def test_an_approval_applies_it_and_what_comes_back_is_written_anew(stocked: World, clerk: Any) -> None:
    world, office, by = stocked, clerk, actor_of(clerk.changing, "web")
    order = world.order(("CAMERA", 1), state="released")
    document = written(world, order, {"line": 1, "unit_price": "280"}, by=by)
    assert ChangeDocument.objects.get(pk=document).reasons == ["price_lowered"]
    assert dict(submit(world, document, by=by).verdicts[0].detail) == {"waits": True}
    asked = ApprovalRequest.objects.get(document_id=document)
    assert (asked.kind, asked.reason, str(asked.amount), asked.requester) == (
        "order_change",
        "rang",
        "299.00",
        office.changing,
    )
    assert world.state(order) == "released"
    call: dict[str, Any] = {"company": world.company, "by": by, "on": DAY}
    assert sales.apply_order_changes([document], **call).table() == [(document, "approval_needed")]
    assert office.send_back([asked.pk], office.ann, "290 is enough").table() == [(asked.pk, "done")]
    row = ChangeDocument.objects.get(pk=document)
    assert (row.state, row.note) == ("draft", "290 is enough")
    again = save(world, order, {"line": 1, "unit_price": "290"}, by=by, document=document, version=row.version)
    assert (again.code, again.detail["version"]) == ("done", 2)
    submit(world, document, by=by)
    second = ApprovalRequest.objects.get(document_id=document, state="waiting")
    assert office.approve([second.pk], office.ann).table() == [(second.pk, "done")]
    assert (state(document), lines_of(order)) == (("applied", ""), [(1, "CAMERA", 1, "290.00")])
    assert world.state(order) == "received"
    assert_laws()
    free = written(world, order, by=by, address="文三路 9 号")
    assert dict(submit(world, free, by=by).verdicts[0].detail) == {"applied": True}, "an address moves no money"
    assert_laws()


def test_a_cancelled_order_takes_its_changes_from_every_desk(stocked: World, clerk: Any) -> None:
    world, by = stocked, actor_of(clerk.changing, "web")
    asked, draft, left, other = (world.order(("CAMERA", 2), state="reviewed") for _ in range(4))
    documents = [
        written(world, order, {"line": 1, "unit_price": "290"}, by=by) for order in (asked, draft, left, other)
    ]
    submit(world, documents[0], documents[3], by=by)
    call: dict[str, Any] = {"company": world.company, "by": world.by, "reason": "buyer", "on": DAY}
    sales.cancel_orders([asked, draft], policy="dry_run", **call)
    assert state(documents[0]) == ("submitted", "")
    through(world, left, "shipped")
    outcome = sales.cancel_orders([asked, draft, left], **call)
    assert outcome.table() == [(asked, "done"), (draft, "done"), (left, "shipped")]
    assert [state(one) for one in documents] == [
        ("outdated", "cancelled"), ("outdated", "cancelled"), ("draft", ""), ("submitted", ""),
    ]  # fmt: skip
    requests = dict(ApprovalRequest.objects.values_list("document_id", "state"))
    assert requests == {documents[0]: "withdrawn", documents[3]: "waiting"}
    assert ApprovalTask.objects.filter(request__document_id=documents[0], state="open").count() == 0
    assert_laws()


def test_rejected_late_and_blocked_changes(stocked: World, clerk: Any) -> None:
    world, office, by = stocked, clerk, actor_of(clerk.changing, "web")
    orders = [world.order(("CAMERA", 1), state="reviewed") for _ in range(4)]
    documents = [written(world, order, {"line": 1, "unit_price": "310"}, by=by) for order in orders]
    submit(world, *documents, by=by)
    asked = {row.document_id: row.pk for row in ApprovalRequest.objects.filter(state="waiting")}
    refused, late, blocked, back = documents
    assert office.reject([asked[refused]], office.ann).table() == [(asked[refused], "done")]
    assert state(refused)[0] == "refused"
    through(world, orders[1], "shipped")
    number = sales.Order.objects.get(pk=orders[2]).platform_number
    world.feed([world.line("CAMERA", 3, order_no=number)])
    office.approve([asked[late], asked[blocked]], office.ann)
    assert (state(late), state(blocked)) == (("outdated", "shipped"), ("approved", "change_open"))
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert sales.apply_order_changes([blocked], on=DAY, **call).table() == [(blocked, "change_open")]
    sales.release_orders([orders[2]], note="ours", **call)
    assert sales.apply_order_changes([blocked], on=DAY, **call).table() == [(blocked, "done")]
    assert sales.apply_order_changes([blocked], on=DAY, **call).table() == [(blocked, "already")]
    assert sales.withdraw_order_changes([back], company=world.company, by=by).table() == [(back, "done")]
    assert not ApprovalRequest.objects.filter(document_id=back, state="waiting").exists()
    assert_laws()


def test_an_approved_order_changes_through_a_document_only(stocked: World, clerk: Any) -> None:
    world, office = stocked, clerk
    office.route(code="PRICE")
    order = world.order(("CAMERA", 1), state="reviewed", price="100")
    assert office.approve([office.ask(order)], office.ann).counts["done"] == 1
    assert world.state(order) == "reviewed"
    call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
    changes = {order: {"city": "宁波市"}}
    assert sales.change_orders([order], changes=changes, **call).table() == [(order, "change_document_needed")]
    by = actor_of(office.changing, "web")
    document = written(world, order, by=by, city="宁波市")
    assert dict(submit(world, document, by=by).verdicts[0].detail) == {"waits": True}
    assert ChangeDocument.objects.get(pk=document).reasons == ["approved_order"]
    assert sales.tell_changes([order], changes=changes, **call).table() == [(order, "done")], "a fact from outside"
    assert_laws()


def test_a_held_order_that_was_approved_is_mended_through_a_document_only(stocked: World, clerk: Any) -> None:
    world, office = stocked, clerk
    office.route(code="PRICE")
    order, plain = world.order(("CAMERA", 1), state="reviewed", price="100"), world.order(state="received", phone="1")
    office.approve([office.ask(order)], office.ann)
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert sales.tell_changes([order], changes={order: {"phone": "1"}}, on=DAY, **call).counts["done"] == 1
    world.step("reviewed", [order, plain])
    assert "bad_phone" in world.holds(order)
    assert "bad_phone" in world.holds(plain)
    ids, mended = [order, plain, 10**12], {"phone": "13912345678"}
    expected = [(order, "change_document_needed"), (plain, "done"), (10**12, "not_found")]
    assert sales.amend_orders(ids, policy="dry_run", **mended, **call).table() == expected
    assert sales.amend_orders(ids, **mended, **call).table() == expected
    assert world.holds(order), "nothing of it was touched"
    by = actor_of(office.changing, "web")
    document = written(world, order, by=by, **mended)
    assert dict(submit(world, document, by=by).verdicts[0].detail) == {"waits": True}
    office.approve([ApprovalRequest.objects.get(document_id=document).pk], office.ann)
    world.step("reviewed", [order])
    assert "bad_phone" not in world.holds(order)
    assert_laws()


@pytest.mark.slow
def test_thresholds_are_data(stocked: World, clerk: Any) -> None:
    Parameter.objects.create(company_id=stocked.company, code="changes.price_pct", value="5")
    Parameter.objects.create(company_id=stocked.company, code="changes.amount_pct", value="150")
    order = stocked.order(("CAMERA", 2), state="received")
    document = written(
        stocked, order, {"line": 1, "unit_price": "290", "quantity": 4}, by=actor_of(clerk.changing, "web")
    )
    assert ChangeDocument.objects.get(pk=document).reasons == []
    assert dict(submit(stocked, document).verdicts[0].detail) == {"applied": True}
    assert_laws()


@pytest.mark.slow
def test_the_number_of_statements_does_not_grow(world: World) -> None:
    world.receive(world.camera, 200, "2000")
    counts = []
    for count in (2, 40):
        world.feed([world.line("CAMERA", 2, order_no=f"N{count}-{n}") for n in range(count)])
        ids = sales.orders_in(world.company, "received")
        for step in ("reviewed", "reserved", "released"):
            world.step(step, ids)
        changes = {i: {"city": "宁波市", "lines": [{"line": 1, "quantity": 1}]} for i in ids}
        call: dict[str, Any] = {"company": world.company, "by": world.by, "on": DAY}
        with observed() as saving:
            saved = sales.save_order_changes(ids, changes=changes, reason="buyer", **call)
        documents = [verdict.detail["document"] for verdict in saved.verdicts]
        with observed() as submitting:
            assert submit(world, *documents).counts == {"done": count}
        counts.append((len(saving), len(submitting)))
        sales.cancel_orders(ids, reason="buyer", **call)
    assert counts[0] == counts[1], counts
    assert max(counts[0]) <= 48
    assert_laws()
