"""Webhooks: written with the operation, signed by the rules, tried until they come in, never sent inside."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interlock.core import announcing, sending, webhooks
from interlock.core.api import (
    OPERATIONS,
    User,
    Webhook,
    WebhookDelivery,
    WebhookMessage,
    event_kinds,
    fault_of,
    replay_webhooks,
    rotate_secret,
)
from interlock.core.sql import observed
from interlock.sales import api as sales
from interlock.web import words
from tests.builders import World
from tests.races import races

from .people import make_user, sign_in
from .receiver_rules import verified


class Receiver:
    """A receiver at work, and what came in there."""

    def __init__(self, log: Path) -> None:
        self.log = log
        script = Path(__file__).with_name("receiver.py")
        self.process = subprocess.Popen([sys.executable, script, log], stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def calls(self, path: str = "") -> list[dict[str, Any]]:
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [call for line in lines if (call := json.loads(line))["path"].startswith(path)]


@pytest.fixture(scope="session")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Receiver]:
    made = Receiver(tmp_path_factory.mktemp("receiver") / "calls.jsonl")
    yield made
    made.process.kill()
    made.process.wait()


@pytest.fixture
def receiver(process: Receiver, settings: Any) -> Receiver:
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    process.log.unlink(missing_ok=True)
    return process


def stocked(code: str = "ECO") -> World:
    made = World(code=code)
    made.receive(made.camera, 100, "1000")
    return made


@pytest.fixture
def world(db: None) -> World:
    return stocked()


def subscribe(world: World, url: str, *kinds: str, name: str = "shop") -> tuple[Webhook, str]:
    owner = User.objects.filter(username="owner").first() or User.objects.create_user("owner")
    return webhooks.make_webhook(company=world.company, name=name, url=url, kinds=kinds, owner=owner)


def due_now() -> None:
    WebhookDelivery.objects.filter(state="waiting").update(next_try_at=timezone.now() - timedelta(seconds=1))


def only() -> WebhookDelivery:
    return WebhookDelivery.objects.get()


# -- what is written
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
    Webhook.objects.update(old_until=timezone.now() - timedelta(seconds=1))
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


# -- never to inside
INSIDE = [
    "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
    "2002:7f00:1::", "ff02::1",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_no_address_of_the_inside_is_called(address: str, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.WEBHOOK_NETWORKS = [""]
    assert sending.is_inside(address)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    outside = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))
    both = [outside, (family, socket.SOCK_STREAM, 6, "", (address, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: both)
    monkeypatch.setattr(socket, "create_connection", lambda *_a, **_k: pytest.fail("connected"))
    assert sending.send("https://looks-fine.example/", b"{}", {}).fault == "inside"
    host = f"[{address}]" if ":" in address else address
    assert fault_of(f"https://{host}/") == "inside"


def test_a_name_that_answers_otherwise_a_moment_later_changes_nothing(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second answer leads inside: the connection goes to the first, which was judged."""
    settings.WEBHOOK_NETWORKS = [""]
    answers = iter(["93.184.216.34", "127.0.0.1"])
    asked, called = [], []

    def resolve(host: str, port: int, *_a: Any, **_k: Any) -> Any:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(address: Any, **_k: Any) -> Any:
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert sending.send("https://rebinding.example/", b"{}", {}).fault == "no_connection"
    assert (asked, called) == (["rebinding.example"], [("93.184.216.34", 443)])


@pytest.mark.parametrize(
    ("url", "fault"),
    [("https://shop.example/hook?x=1", ""), ("http://shop.example/", "unencrypted"),
     ("ftp://shop.example/", "bad_address"),
     ("https://me:secret@shop.example/", "bad_address"), ("https:///x", "bad_address"),
     ("https://a b/", "bad_address"),
     ("https://shop.example/\r\nX: y", "bad_address"), ("https://shop.example:99999/", "bad_address"),
     ("https://2130706433/", ""), ("https://[::1]:8443/", "inside"), ("file:///etc/passwd", "bad_address")],
)  # fmt: skip
def test_addresses_are_judged_as_they_are_entered(url: str, fault: str, settings: Any) -> None:
    settings.WEBHOOK_NETWORKS = [""]
    assert fault_of(url) == fault


def test_a_number_for_an_address_is_judged_when_called(settings: Any) -> None:
    settings.WEBHOOK_NETWORKS = [""]
    assert sending.send("https://2130706433/", b"{}", {}).fault == "inside"
    settings.WEBHOOK_NETWORKS = ["10.0.0.0/8"]
    assert sending.send("http://127.0.0.1:1/", b"{}", {}).fault == "inside"


# -- page and door
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
