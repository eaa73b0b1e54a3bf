"""The interface log and people's requests: what is written, what is masked, another try, stopping."""

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

from interlock.core import webhooks
from interlock.core.api import (
    Caller,
    Content,
    DataScope,
    LoginEntry,
    Message,
    Unit,
    finish_message,
    log_message,
    push_messages,
    push_waiting,
    stop_messages,
    write_login,
)
from interlock.sales.models import Order
from tests.builders import World
from tests.races import races

from .calling import program
from .people import make_user, sign_in
from .receiving import Receiver, stocked, subscribe


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Any) -> None:
    settings.FILES_ROOT = tmp_path


def row(world: World, **fields: Any) -> dict[str, Any]:
    line = world.line(**fields)
    return line | {"ordered_at": f"{line['ordered_at']}+08:00", "paid_at": f"{line['paid_at']}+08:00"}


def test_a_call_leaves_one_row_with_what_is_private_masked(world: World) -> None:
    shop = program(world)
    line = row(world, phone="13800138000", address="余杭区文一西路 969 号", buyer="陈小明")
    body = {"company": world.code, "rows": [line]}
    for _twice in range(2):
        assert shop.post("orders/batch", body, **{"Idempotency-Key": "k1"}).status_code == 200
    one = Message.objects.get(door="http")
    assert (one.kind, one.direction, one.state, one.tries, one.status) == ("api.batch", "in", "success", 2, 200)
    assert (one.system, one.reference, one.original) == ("a program", line["order_no"], None)
    assert one.operation == "sales.import_orders"
    assert one.runs
    assert one.duration_ms is not None
    text = json.loads(one.request)["rows"][0]
    assert (text["phone"], text["buyer"], text["order_no"]) == ("138***", "陈***", line["order_no"])
    assert "文一西路" not in one.request
    assert shop.text not in json.dumps(one.request_headers)
    assert (one.request_bytes, len(one.request_hash)) == (len(json.dumps(body, default=str).encode()), 64)


def test_what_failed_is_taken_in_again_once(world: World) -> None:
    shop = program(world)
    body = {"company": world.code, "rows": row(world)}
    assert shop.post("orders/batch", body).status_code == 422
    failed = Message.objects.get(door="http")
    assert (failed.state, failed.remark, failed.status) == ("failed", "invalid", 422)
    good = {"company": world.code, "rows": [row(world)]}
    failed.original = _sealed(good)
    failed.save()
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert push_messages([failed.pk, 999], **call).table() == [(failed.pk, "done"), (999, "not_found")]
    assert push_messages([failed.pk], **call).table() == [(failed.pk, "already")]
    assert (push_waiting(), push_waiting()) == (1, 0)
    failed.refresh_from_db()
    assert (failed.state, failed.tries, failed.status, failed.original) == ("success", 2, 200, None)
    assert Order.objects.count() == 1
    assert push_messages([failed.pk], **call).table() == [(failed.pk, "came_in")]
    assert stop_messages([failed.pk], **call).table() == [(failed.pk, "came_in")]


def _sealed(body: Any) -> bytes:
    from interlock.core.messages import sealed

    return sealed(json.dumps(body, default=str))


def test_verdicts_of_pushing_and_stopping(world: World) -> None:
    alien = World(code="ALIEN")
    given: dict[str, Any] = {"direction": "out", "kind": "webhook", "system": "hub", "request": Content({}, "{}")}
    foreign = log_message(company=alien.company, **given)
    waits = log_message(company=world.company, **given)
    gone = log_message(company=world.company, **given | {"direction": "in", "kind": "api.calls", "state": "failed"})
    other = log_message(company=world.company, **given | {"kind": "bank.unknown", "state": "failed"})
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert push_messages([foreign, waits, gone, other], **call).table() == [
        (foreign, "not_found"), (waits, "done"), (gone, "content_gone"), (other, "not_repeatable"),
    ]  # fmt: skip
    assert stop_messages([foreign, waits, gone], **call).table() == [
        (foreign, "not_found"), (waits, "done"), (gone, "done"),
    ]  # fmt: skip
    assert stop_messages([waits], **call).table() == [(waits, "already")]
    finish_message(waits, company=world.company, state="failed", remark="timeout")
    assert Message.objects.get(pk=waits).state == "stopped", "a late failure does not wake what was stopped"
    finish_message(waits, company=world.company, state="success", status=200)
    assert Message.objects.get(pk=waits).state == "success", "but what came in came in"


def test_a_webhook_is_one_row_whatever_its_attempts(receiver: Receiver, db: None) -> None:
    world = stocked()
    subscribe(world, receiver.url("/500"), "order.accepted")
    order = Order.objects.get(pk=world.order())
    webhooks.deliver_due()
    one = Message.objects.get(kind="webhook")
    assert (one.direction, one.state, one.tries, one.status) == ("out", "waiting", 1, 500)
    assert (one.reference, one.system) == (order.number, "shop")
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert stop_messages([one.pk], **call).table() == [(one.pk, "done")]
    assert webhooks.deliver_due() == 0
    assert push_messages([one.pk], **call).table() == [(one.pk, "done")]
    assert push_waiting() == 1
    assert webhooks.deliver_due() == 1
    one.refresh_from_db()
    assert (one.state, one.tries, one.push_at) == ("waiting", 2, None)


def test_pages_show_and_export_the_logs(world: World, clerk: Client) -> None:
    clerk.post(reverse("web:orders-release"), {"id": ["999"], "note": "13800138000", "password": "hush"})
    asked = Message.objects.get(door="web")
    assert "hush" not in asked.request
    assert "13800138000" not in asked.request
    assert (asked.reference, asked.module, asked.operation) == ("orders-release", "sales", "sales.release_orders")
    run = asked.runs[0]
    listed = clerk.get(reverse("web:requests"), {"body": "138***", "person": asked.actor_id, "module": "sales"})
    assert listed.content.decode().count(f"/requests/{asked.pk}/") >= 1
    assert f"/requests/{asked.pk}/" in clerk.get(reverse("web:operation", args=[run])).content.decode()
    assert "orders/release" in clerk.get(reverse("web:request", args=[asked.pk])).content.decode()
    made = log_message(company=world.company, direction="out", kind="webhook", system="hub", reference="SO-1")
    page = clerk.get(reverse("web:interface"), {"q": "SO-", "tries": "1", "kind": "webhook"}).content.decode()
    assert f"/interface/{made}/" in page
    assert f"/requests/{asked.pk}/" not in page
    shown = clerk.get(reverse("web:message", args=[made])).content.decode()
    assert "Push again" in shown
    assert "Stop" in shown
    clerk.post(reverse("web:interface-stop"), {"id": [made]})
    assert Message.objects.get(pk=made).state == "stopped"


def found(client: Client, page: str, **asked: Any) -> list[int]:
    given: dict[str, Any] = {"all": "1", **asked}
    answer = client.get(reverse(f"web:{page}"), given)
    return [row.id for row in answer.context["page"].rows]


def heads(client: Client, page: str) -> list[str]:
    return [str(column.title) for column in client.get(reverse(f"web:{page}"), {"all": "1"}).context["columns"]]


def test_each_filter_of_the_interface_log_finds_what_it_names(world: World, clerk: Client) -> None:
    given: dict[str, Any] = {"company": world.company, "direction": "out", "system": "hub"}
    sap = log_message(**given, kind="webhook", reference="SO-2611-000001", state="success")
    other = log_message(**given | {"system": "port"}, kind="api.calls", reference="PR-2611-000002", state="failed")
    Message.objects.filter(pk=sap).update(tries=3, created_at="2026-01-05T03:00Z")
    Message.objects.filter(pk=other).update(created_at="2026-01-06T20:00Z")  # the 7th where the company is
    asked = (
        ("q", "SO-2611", "PR-2611"), ("kind", "webhook", "api.calls"), ("state", "success", "failed"),
        ("system", "hub", "port"), ("to", "2026-01-06", None), ("tries", "2", None), ("from", None, "2026-01-07"),
    )  # fmt: skip
    for name, of_one, of_other in asked:
        if of_one:
            assert found(clerk, "interface", **{name: of_one}) == [sap], name
        if of_other:
            assert found(clerk, "interface", **{name: of_other}) == [other], name
    assert {"Number", "Last executed", "Log type", "Remark", "Times executed", "State", "Created"} <= set(
        heads(clerk, "interface")
    )


def test_each_filter_of_the_operation_log_finds_what_it_names(world: World, clerk: Client) -> None:
    given: dict[str, Any] = {"company": world.company, "direction": "in", "kind": "page", "system": "", "door": "web"}
    people = [make_user(world, ["core.read_logs"]) for _one in range(2)]
    one, two = (log_message(**given, state="success", actor=person.pk) for person in people)
    texts: dict[str, Any] = {"path": "/orders/release/", "query": "page=7", "request": '{"a": "Left"}'}
    Message.objects.filter(pk=one).update(
        module="sales", operation="sales.release_orders", response="done by hand", duration_ms=1_021, status=200,
        address="10.0.0.7", last_at="2026-01-05T03:00:01.021Z", created_at="2026-01-05T03:00Z", **texts,
    )  # fmt: skip
    Message.objects.filter(pk=two).update(
        module="finance", operation="finance.post_events", response="refused", duration_ms=248, state="failed",
        path="/events/", query="page=8", request='{"a": "Right"}', created_at="2026-01-08T03:00Z", door="http",
    )  # fmt: skip
    days = {"from": "2026-01-05", "to": "2026-01-08"}
    asked = (
        ("module", "sales", "finance"), ("person", people[0].pk, people[1].pk), ("parameters", "page=7", "page=8"),
        ("body", "left", "right"), ("answer", "by hand", "refused"), ("state", "success", "failed"),
        ("operation", "sales.release_orders", "finance.post_events"), ("door", "web", "http"),
    )  # fmt: skip
    for name, of_one, of_two in asked:
        assert found(clerk, "requests", **days, **{name: of_one}) == [one], name
        assert found(clerk, "requests", **days, **{name: of_two}) == [two], name
    assert found(clerk, "requests", **days, slow="1000") == [one]
    assert found(clerk, "requests", **days | {"from": "2026-01-06"}) == [two]
    assert {
        "Log number", "Module", "Type of operation", "Person", "Department", "Host", "Place", "State", "When",
        "Answered", "Duration, ms",
    } <= set(heads(clerk, "requests"))  # fmt: skip
    texts = {"columns": "address,place,query,request,response,asked_at,answered_at"}
    page = clerk.get(reverse("web:requests"), {**days, "module": "sales", **texts}).content.decode()
    for told in ("10.0.0.7", "own network", "page=7", "Left", "done by hand"):
        assert told in page, told
    assert clerk.get(reverse("web:request", args=[one])).status_code == 200


def test_the_login_log_and_the_state_of_the_system(world: World, clerk: Client) -> None:
    here, there = make_user(world), make_user(world)
    write_login("signed_in", here.username, Caller("web", "10.0.0.7", "Firefox"), user=here.pk)
    write_login("wrong_password", there.username, Caller("http", "9.9.9.9", "curl"), user=there.pk)
    other, one = LoginEntry.objects.order_by("-id")[:2]
    for asked in ({"q": here.username}, {"what": "signed_in"}, {"address": "10.0.0.7"}):
        assert one.pk in found(clerk, "logins", **asked), asked
        assert other.pk not in found(clerk, "logins", **asked), asked
    assert found(clerk, "logins", door="http") == [other.pk]
    page = clerk.get(reverse("web:logins"), {"q": here.username}).content.decode()
    assert "own network" in page
    assert "Firefox" in page
    system = clerk.get(reverse("web:system"))
    assert system.context["database"].connections > 0
    assert "Largest tables" in system.content.decode()
    assert sign_in(world, ["sales.view_order"]).get(reverse("web:system")).status_code == 403


def test_a_department_is_told_in_the_readers_language_and_no_role_as_one(world: World) -> None:
    unit = Unit.objects.create(
        company_id=world.company, code="D1", kind="department", name_en="Sales", name_zh="销售部"
    )
    people = make_user(world, ["core.read_logs"]), make_user(world, ["core.read_logs"])
    DataScope.objects.create(company_id=world.company, user=people[0], dimension="department", ids=[unit.pk])
    for one in people:
        log_message(company=world.company, direction="in", kind="page", system="", door="web", actor=one.pk)
    for language, named in (("en", "Sales"), ("zh-hans", "销售部")):
        page = sign_in(world, language=language).get(reverse("web:requests")).content.decode()
        assert named in page
        assert people[1].memberships.get().role.name not in page


def test_an_entry_of_the_login_log_is_read_where_the_list_shows_it(world: World, clerk: Client) -> None:
    alien, own = make_user(World(code="ALIEN")), make_user(world)
    caller = Caller("web", "", "")
    for user in (alien, own):
        write_login("signed_in", user.username, caller, user=user.pk)
    other, mine = LoginEntry.objects.order_by("id")[:2]
    assert clerk.get(reverse("web:login", args=[other.pk])).status_code == 404
    assert clerk.get(reverse("web:login", args=[mine.pk])).status_code == 302


def test_only_readers_of_logs_see_them(world: World) -> None:
    made = log_message(company=world.company, direction="out", kind="webhook", system="hub")
    reader, other = sign_in(world, ["core.read_logs"]), sign_in(world, ["sales.view_order"])
    alien = sign_in(World(code="ALIEN"))
    assert alien.get(reverse("web:message", args=[made])).status_code == 404
    assert other.get(reverse("web:message", args=[made])).status_code == 403
    for name in ("interface", "requests", "logs"):
        assert reader.get(reverse(f"web:{name}")).status_code == 200
        assert other.get(reverse(f"web:{name}")).status_code == 403
    assert "Push again" not in reader.get(reverse("web:message", args=[made])).content.decode()
    assert reader.post(reverse("web:logs"), {"interface": "1"}).status_code == 403


@pytest.mark.usefixtures("committed")
@races("core.push_messages", "core.stop_messages")
def test_pushing_and_stopping_in_two_places_at_once() -> None:
    world = World()
    given: dict[str, Any] = {"company": world.company, "direction": "out", "kind": "webhook", "system": "hub"}
    ids = [log_message(**given, state="failed") for _one in range(6)]
    start = Barrier(4)

    def one(operation: Any, some: list[int]) -> Any:
        start.wait()
        try:
            return operation(some, company=world.company, by=world.by)
        finally:
            connections.close_all()

    calls = [
        partial(one, operation, some) for operation in (push_messages, stop_messages) for some in (ids[:4], ids[:1:-1])
    ]
    with ThreadPoolExecutor(4) as pool:
        pushed = [future.result() for future in [pool.submit(call) for call in calls]]
    assert all(code in ("done", "already") for outcome in pushed for code in outcome.counts)
    assert set(Message.objects.values_list("state", flat=True)) <= {"waiting", "stopped"}
    assert all((one.state == "waiting") == (one.push_at is not None) for one in Message.objects.all())
