"""Webhooks: written with the operation, signed by the rules, tried until they come in."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from interlock.core import announcing, sending, webhooks
from interlock.core.api import (
    OPERATIONS,
    Webhook,
    WebhookDelivery,
    WebhookMessage,
    event_kinds,
    rotate_secret,
)
from interlock.core.sql import observed
from interlock.sales import api as sales
from interlock.web import words
from tests.builders import World

from .receiver_rules import verified
from .receiving import Receiver, due_now, only, stocked, subscribe


@pytest.fixture
def world(db: None) -> World:
    return stocked()


def test_nobody_listens_and_nothing_is_written_nor_asked(world: World) -> None:
    subscribe(world, "https://example.com/", "voucher.posted")
    with observed() as before:
        world.order(state="received")
    Webhook.objects.all().update(kinds=["order.accepted"])
    alien = stocked("ALIEN")
    with observed() as after:
        alien.order(state="received")
    assert len(before) == len(after)
    assert not WebhookMessage.objects.exists()
    assert not WebhookDelivery.objects.exists()


def test_one_row_a_call_and_kind_in_parts_of_the_set(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(announcing, "PART", 2)
    subscribe(world, "https://example.com/a", "order.accepted", "order.received")
    subscribe(world, "https://example.com/b", "order.accepted", name="other")
    world.feed([world.line("CAMERA", 1, order_no=f"W{n}") for n in range(5)])
    ids = sales.orders_in(world.company, "received")
    assert WebhookMessage.objects.get().kind == "order.received"
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    key = "5f0c7f0e-0000-4000-8000-000000000001"
    for _repeat in range(2):  # a repeat of the key tells nothing again
        sales.review_orders(ids, key=key, **call)
    sales.review_orders(ids, policy="dry_run", **call)
    told = WebhookMessage.objects.get(kind="order.accepted")
    assert sorted(told.documents) == sorted(ids)
    assert sorted(told.numbers) == sorted(sales.Order.objects.values_list("number", flat=True))
    parts = WebhookDelivery.objects.filter(message=told).values_list("webhook__name", "part").order_by("id")
    assert sorted(parts) == sorted((name, part) for name in ("shop", "other") for part in (0, 1, 2))


@pytest.mark.slow
def test_what_is_held_is_told_unless_all_or_nothing_did_nothing(world: World) -> None:
    subscribe(world, "https://example.com/", "order.held", "order.accepted")
    good, bad = world.order(state="received"), world.order(state="received", phone="1")
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert sales.review_orders([good, bad], policy="all", **call).counts["set_rejected"] == 1
    assert not WebhookMessage.objects.exists()
    sales.review_orders([good, bad], **call)
    assert dict(WebhookMessage.objects.values_list("kind", "documents")) == {
        "order.accepted": [good],
        "order.held": [bad],
    }


@pytest.mark.slow
def test_a_delivery_is_told_as_such_though_the_operation_was_on_orders(world: World) -> None:
    subscribe(world, "https://example.com/", *event_kinds())
    delivery = world.delivery(("CAMERA", 1), state="shipped")
    told = {one.kind: one.documents for one in WebhookMessage.objects.all()}
    assert told["delivery.released"] == told["delivery.shipped"] == [delivery]
    assert [kind for kind in told if kind.startswith("order.")]


def test_every_kind_of_event_is_of_an_operation_and_has_a_word() -> None:
    assert set(event_kinds()) == set(words.setup.EVENT_KINDS)
    assert set(announcing._EVENTS) <= set(OPERATIONS)


# -- how it is sent
def test_a_receiver_verifies_what_comes(world: World, receiver: Receiver) -> None:
    _made, secret = subscribe(world, receiver.url("/ok"), "order.accepted")
    order = world.order()
    assert webhooks.deliver_due() == 1
    [call] = receiver.calls()
    assert verified([secret], call["headers"], call["body"].encode()) == 1
    assert verified(["whsec_AAAA"], call["headers"], call["body"].encode()) == 0
    body = json.loads(call["body"])
    number = sales.Order.objects.get(pk=order).number
    assert body["type"] == "order.accepted"
    assert body["data"] == {"company": "ECO", "kind": "order", "documents": [{"id": order, "number": number}]}
    assert (only().state, only().last_status, only().attempts, only().fault) == ("delivered", 200, 1, "")
    assert webhooks.deliver_due() == 0


def test_the_signature_is_that_of_the_reference() -> None:
    raw = bytes(range(24))
    found = webhooks.signature(raw, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, b'{"test": 2432232314}')
    assert found == VECTOR


VECTOR = "v1,/485aUtxlie+TIScVpHggMfqOB4so2KWb7+Gf727B44="


@pytest.mark.slow
def test_after_a_rotation_both_secrets_verify_for_a_day(world: World, receiver: Receiver) -> None:
    made, first = subscribe(world, receiver.url("/ok"), "order.accepted")
    second = rotate_secret(made)
    assert first != second
    world.order()
    webhooks.deliver_due()
    Webhook.objects.update(old_ends_at=timezone.now() - timedelta(seconds=1))
    world.order()
    webhooks.deliver_due()
    both, new = receiver.calls()
    assert verified([first, second], both["headers"], both["body"].encode()) == 2
    assert verified([first, second], new["headers"], new["body"].encode()) == 1
    assert verified([second], new["headers"], new["body"].encode()) == 1
    made.refresh_from_db()
    kept = " ".join(str(value) for value in Webhook.objects.filter(pk=made.pk).values()[0].values())
    assert first.removeprefix("whsec_") not in kept
    assert second.removeprefix("whsec_") not in kept


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "status", "fault"),
    [("/500", 500, "status"), ("/redirect", 302, "redirect"), ("/cut", None, "no_connection"),
     ("/slow", None, "timeout"), ("/trickle", None, "timeout")],
)  # fmt: skip
def test_what_does_not_come_in_is_tried_again_under_its_id(
    world: World, receiver: Receiver, monkeypatch: pytest.MonkeyPatch, path: str, status: int | None, fault: str
) -> None:
    monkeypatch.setattr(sending, "WHOLE_SECONDS", 0.6)
    subscribe(world, receiver.url(path), "order.accepted")
    world.order()
    for attempt in (1, 2):
        assert webhooks.deliver_due() == 1
        assert webhooks.deliver_due() == 0, "not before its time"
        found = only()
        assert (found.state, found.last_status, found.fault, found.attempts) == ("waiting", status, fault, attempt)
        assert found.next_try_at > timezone.now() + timedelta(seconds=2)
        due_now()
    first, second = receiver.calls(path)
    assert (first["id"], first["body"]) == (second["id"], second["body"])
    assert not receiver.calls("/ok"), "a redirect is not followed"


@pytest.mark.slow
def test_pauses_grow_for_a_day_and_then_it_has_failed(world: World, receiver: Receiver) -> None:
    pauses = [webhooks.pause_after(attempt) for attempt in range(1, 14)]
    assert all(4 <= pauses[0] <= 6 for _once in pauses)
    assert all(later > sooner for sooner, later in zip(pauses[:7], pauses[1:8], strict=True))
    assert max(pauses) <= webhooks.LONGEST_WAIT * 1.2
    assert sum(webhooks.pause_after(attempt) for attempt in range(1, 13)) < 86_400 * 1.2
    subscribe(world, receiver.url("/503"), "order.accepted")
    world.order()
    webhooks.deliver_due()
    assert only().next_try_at > timezone.now() + timedelta(seconds=110), "what Retry-After asks for"
    WebhookDelivery.objects.update(first_tried_at=timezone.now() - timedelta(hours=24), attempts=12)
    due_now()
    webhooks.deliver_due()
    assert (only().state, only().next_try_at) == ("failed", None)


@pytest.mark.slow
def test_a_receiver_that_is_gone_is_switched_off(world: World, receiver: Receiver) -> None:
    made, _secret = subscribe(world, receiver.url("/410"), "order.accepted")
    for _order in range(6):
        world.order()
    webhooks.deliver_due()
    made.refresh_from_db()
    assert (made.state, made.off_reason) == ("off", "gone")
    assert set(WebhookDelivery.objects.values_list("state", flat=True)) == {"failed"}
    assert len(receiver.calls()) <= webhooks.AT_ONCE_EACH
    world.order()
    assert WebhookMessage.objects.count() == 6


def test_what_a_killed_worker_had_sent_is_sent_again_under_its_id(
    world: World, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    subscribe(world, receiver.url("/ok"), "order.accepted")
    world.order()

    def killed(*_given: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(webhooks, "mark", killed)
        with pytest.raises(KeyboardInterrupt):
            webhooks.deliver_due()
    assert only().state == "waiting"
    assert webhooks.deliver_due() == 0, "held until a call of the other would be over"
    due_now()
    assert webhooks.deliver_due() == 1
    assert only().state == "delivered"
    assert len({call["id"] for call in receiver.calls()}) == 1
    assert len(receiver.calls()) == 2


@pytest.mark.slow
def test_a_late_mark_changes_nothing_any_more(world: World, receiver: Receiver) -> None:
    subscribe(world, receiver.url("/ok"), "order.accepted")
    world.order()
    [slow] = webhooks._claim(1)
    due_now()
    webhooks.deliver_due()
    webhooks.mark(slow, sending.Sent(500, "status", 1))
    assert only().state == "delivered"
