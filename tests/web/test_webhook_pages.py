"""Webhooks as their keepers see them, and as programs keep them; two at once."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interlock.core import webhooks
from interlock.core.api import (
    Webhook,
    WebhookDelivery,
    replay_webhooks,
)
from tests.builders import World
from tests.races import races

from .people import make_user, sign_in
from .receiver_rules import verified
from .receiving import Receiver, only, stocked, subscribe


@pytest.fixture
def world(db: None) -> World:
    return stocked()


def failed(world: World, receiver: Receiver, orders: int = 1) -> list[int]:
    subscribe(world, receiver.url("/500"), "order.accepted")
    for _order in range(orders):
        world.order()
    webhooks.deliver_due()
    WebhookDelivery.objects.update(state="failed", next_try_at=None)
    return list(WebhookDelivery.objects.order_by("id").values_list("pk", flat=True))


@pytest.mark.slow
def test_verdicts_of_another_try(world: World, receiver: Receiver) -> None:
    one, two, three = failed(world, receiver, 3)
    WebhookDelivery.objects.filter(pk=two).update(state="waiting", next_try_at=timezone.now())
    alien = stocked("ALIEN")
    off, _secret = subscribe(alien, receiver.url("/ok"), "order.accepted")
    alien.order()
    foreign = WebhookDelivery.objects.get(company_id=alien.company).pk
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert replay_webhooks([one, two, foreign, 999], **call).table() == [
        (one, "done"), (two, "already"), (foreign, "not_found"), (999, "not_found"),
    ]  # fmt: skip
    webhooks.switch(Webhook.objects.exclude(pk=off.pk).get(), "off", "by_person")
    assert replay_webhooks([three], **call).table() == [(three, "webhook_off")]


def test_the_page_makes_pauses_and_sends_again(world: World, receiver: Receiver) -> None:
    user = make_user(world, ["core.manage_webhooks"])
    client = Client()
    client.force_login(user)
    form = {"name": "hub", "url": receiver.url("/ok"), "kind": ["order.accepted", "nonsense"]}
    answer = client.post(reverse("web:webhook-new"), form)
    made = Webhook.objects.get()
    secret = webhooks.secret_of(made.nonce)
    assert secret in answer.content.decode()
    assert (made.kinds, made.owner_id) == (["order.accepted"], user.pk)
    page = reverse("web:webhook", args=[made.pk])
    assert secret not in client.get(page).content.decode()
    client.post(reverse("web:webhook-switch", args=[made.pk]), {"state": "paused"})
    world.order()
    assert webhooks.deliver_due() == 0
    client.post(reverse("web:webhook-switch", args=[made.pk]), {"state": "active"})
    assert webhooks.deliver_due() == 1
    listed = client.get(reverse("web:webhooks")).content.decode()
    assert "Order accepted" in listed
    delivery = reverse("web:webhook-delivery", args=[only().pk])
    assert "webhook-id" in client.get(delivery).content.decode()
    client.post(reverse("web:webhooks-replay"), {"id": only().pk})
    assert webhooks.deliver_due() == 1
    assert len(receiver.calls()) == 2
    rotated = client.post(reverse("web:webhook-rotate", args=[made.pk])).content.decode()
    assert secret not in rotated
    assert webhooks.secret_of(Webhook.objects.get().nonce) in rotated
    wrong = client.post(reverse("web:webhook-new"), form | {"url": "https://10.0.0.1/", "name": "bad"})
    assert "an address inside the network" in wrong.content.decode()
    assert "10.0.0.1" in wrong.content.decode(), "what was typed is kept"


@pytest.mark.slow
def test_all_failed_are_sent_again_from_the_filter(world: World, receiver: Receiver, clerk: Client) -> None:
    from interlock.core import background

    failed(world, receiver, 3)
    call = {"everything": "1", "list": "webhooks", "back": "?state=failed"}
    assert clerk.post(reverse("web:webhooks-replay"), call).status_code == 302
    background.work_waiting()
    assert WebhookDelivery.objects.filter(state="waiting").count() == 3


@pytest.mark.slow
def test_webhooks_are_their_keepers_only(world: World, receiver: Receiver) -> None:
    alien = stocked("ALIEN")
    made, _secret = subscribe(alien, receiver.url("/ok"), "order.accepted")
    alien.order()
    clerk, other = sign_in(world), sign_in(world, ["sales.view_order", "core.view_webhook"])
    assert clerk.get(reverse("web:webhook", args=[made.pk])).status_code == 404
    assert clerk.get(reverse("web:webhook-delivery", args=[only().pk])).status_code == 404
    assert clerk.post(reverse("web:webhook-rotate", args=[made.pk])).status_code == 404
    assert other.get(reverse("web:webhooks")).status_code == 403
    assert other.get("/api/v1/webhooks").status_code == 403
    assert clerk.get("/api/v1/webhooks").json()["rows"] == []
    assert clerk.patch(f"/api/v1/webhooks/{made.pk}", "{}", content_type="application/json").status_code == 404


@pytest.mark.slow
def test_programs_keep_their_webhooks(world: World, receiver: Receiver, clerk: Client) -> None:
    def call(method: str, path: str, **given: Any) -> Any:
        send = getattr(clerk, method)
        return send(f"/api/v1/webhooks{path}", json.dumps(given), content_type="application/json")

    given = {"name": "hub", "url": receiver.url("/ok"), "kinds": ["order.accepted"]}
    made = call("post", "", **given).json()
    assert made["secret"].startswith("whsec_")
    world.order()
    webhooks.deliver_due()
    [came] = receiver.calls()
    assert verified([made["secret"]], came["headers"], came["body"].encode()) == 1
    rotated = call("post", f"/{made['id']}/rotate").json()
    assert rotated["secret"] != made["secret"]
    assert call("patch", f"/{made['id']}", state="off", kinds=["order.held"]).json()["state"] == "off"
    assert "secret" not in clerk.get("/api/v1/webhooks").json()["rows"][0]
    for wrong in ({"name": "hub"}, {"url": "https://192.168.1.1/", "name": "x"}, {"kinds": ["no.kind"], "name": "x"}):
        assert call("post", "", **(given | wrong)).status_code == 422


@pytest.mark.slow
@pytest.mark.usefixtures("committed")
class TestTogether:
    def test_two_workers_send_each_once(self, receiver: Receiver) -> None:
        world = stocked()
        subscribe(world, receiver.url("/ok"), "order.accepted")
        for _order in range(12):
            world.order()
        at_once(webhooks.deliver_due, webhooks.deliver_due)
        assert len(receiver.calls()) == len({call["id"] for call in receiver.calls()}) == 12
        assert set(WebhookDelivery.objects.values_list("state", flat=True)) == {"delivered"}

    @races("core.replay_webhooks")
    def test_another_try_in_two_places_at_once(self, receiver: Receiver) -> None:
        world = stocked()
        ids = failed(world, receiver, 6)
        call = partial(replay_webhooks, company=world.company, by=world.by)
        first, second = at_once(partial(call, ids[:4]), partial(call, ids[:1:-1]))
        done = [one for one, code in [*first.table(), *second.table()] if code == "done"]
        assert sorted(done) == ids
        assert not first.rejected
        assert not second.rejected


def at_once(*calls: Any) -> list[Any]:
    start = Barrier(len(calls))

    def one(call: Any) -> Any:
        start.wait()
        try:
            return call()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(one, call) for call in calls]]
