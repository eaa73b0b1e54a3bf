"""The HTTP door: the same import, an answer for every row, the key of the call."""

from __future__ import annotations

import base64
import re
from typing import Any

import pytest
from django.test import Client

from interlock.core import models
from interlock.sales.models import Order
from tests.builders import World

from .people import PASSWORD, make_user, sign_in

ADDRESS = "/api/v1/orders/batch"


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Any) -> None:
    settings.FILES_ROOT = tmp_path


def row(world: World, **fields: Any) -> dict[str, Any]:
    line = world.line(**fields)
    return line | {"ordered_at": f"{line['ordered_at']}+08:00", "paid_at": f"{line['paid_at']}+08:00"}


def send(client: Client, world: World, rows: list[dict[str, Any]], key: str = "", **headers: str) -> Any:
    headers |= {"Idempotency-Key": key} if key else {}
    body = {"company": world.code, "rows": rows}
    return client.post(ADDRESS, body, content_type="application/json", headers=headers)


def test_every_row_is_answered(world: World, clerk: Client) -> None:
    rows = [row(world), row(world, shop="NO-SHOP")]
    answer = send(clerk, world, rows)
    assert answer.status_code == 200, answer.content
    assert [(one["row"], one["code"]) for one in answer.json()["rows"]] == [(1, "done"), (2, "unknown_shop")]
    assert Order.objects.get(platform_number=rows[0]["order_no"]).number == answer.json()["rows"][0]["order"]


@pytest.mark.parametrize("key", ["k1", pytest.param("", marks=pytest.mark.slow)])
def test_the_same_batch_again_answers_every_row_as_the_first_time(world: World, clerk: Client, key: str) -> None:
    known, new = row(world), row(world)
    assert send(clerk, world, [known]).json()["rows"][0]["code"] == "done"
    rows = [
        *(new, known, known | {"quantity": "2"}, row(world, shop="NO-SHOP"), row(world, quantity="-1")),
        *(new, new | {"quantity": "3"}, new | {"quantity": "x"}),
    ]
    first = send(clerk, world, rows, key).json()
    codes = ["done", "already", "changed", "unknown_shop", "unreadable", "already", "changed", "unreadable"]
    assert [one["code"] for one in first["rows"]] == codes
    numbers = [Order.objects.get(platform_number=one["order_no"]).number for one in (new, known)]
    assert [one["order"] for one in first["rows"]] == [
        numbers[0],
        numbers[1],
        numbers[1],
        None,
        None,
        *numbers[:1] * 2,
        None,
    ]
    assert [one["problems"] for one in first["rows"]] == [*[[]] * 4, ["bad_quantity"], [], [], ["bad_quantity"]]
    assert send(clerk, world, [row(world, order_no=rows[3]["order_no"])]).json()["rows"][0]["code"] == "done"
    again = send(clerk, world, rows, key).json()
    assert (again["replayed"], again["counts"], again["rows"]) == (True, first["counts"], first["rows"])
    assert Order.objects.count() == 3


def test_answers_that_are_no_longer_kept_are_not_made_up(world: World, clerk: Client) -> None:
    rows = [row(world), row(world, shop="NO-SHOP")]
    assert send(clerk, world, rows).status_code == 200
    models.Verdict.objects.all().delete()
    assert (send(clerk, world, rows).status_code, send(clerk, world, rows).json()["code"]) == (422, "key_expired")


def test_a_key_with_other_rows_is_refused(world: World, clerk: Client) -> None:
    assert send(clerk, world, [row(world)], "k2").status_code == 200
    refused = send(clerk, world, [row(world)], "k2")
    assert (refused.status_code, refused.json()["code"]) == (409, "key_reused")
    assert Order.objects.count() == 1


def test_a_key_is_the_callers_own(world: World, clerk: Client) -> None:
    """Two programs that both count 1, 2, 3 do not meet; what is kept of one is not answered to the other."""
    other = sign_in(world)
    assert [send(client, world, [row(world)], "1").status_code for client in (clerk, other)] == [200, 200]
    address = "/api/v1/messages/orders/cancel"
    for client, order in zip((clerk, other), Order.objects.order_by("id"), strict=True):
        rows = [{"shop": "S1", "order_no": order.platform_number, "reason": "buyer"}]
        body = {"company": world.code, "rows": rows}
        answer = client.post(address, body, content_type="application/json", headers={"Idempotency-Key": "1"})
        assert answer.json()["rows"][0]["code"] == "done"


def test_a_webhook_is_made_once_and_its_secret_is_not_lost(world: World, clerk: Client) -> None:
    def ask(path: str, body: Any, key: str, method: str = "post") -> Any:
        sent = getattr(clerk, method)
        return sent(f"/api/v1/webhooks{path}", body, content_type="application/json", headers={"Idempotency-Key": key})

    hook = {"company": world.code, "name": "hub", "url": "https://example.com/", "kinds": ["order.accepted"]}
    first, again = ask("", hook, "1").json(), ask("", hook, "1").json()
    assert (again["id"], again["secret"]) == (first["id"], first["secret"])
    assert ask("", hook | {"url": "https://example.com/b"}, "1").status_code == 409
    assert ask("", hook, "2").status_code == 422, "without the key of the call the name is taken, and no secret told"
    assert ask("", hook, "2").status_code == 422, "a call that failed took no key"
    one = f"/{first['id']}"
    turned = [ask(f"{one}/rotate", {}, key).json()["secret"] for key in ("3", "3", "4")]
    assert turned[0] == turned[1] != first["secret"]
    assert turned[2] != turned[1]
    changed = [ask(one, {"state": state}, key, "patch") for state, key in (("paused", "5"), ("active", "6"))]
    assert [one.json()["state"] for one in changed] == ["paused", "active"]
    assert ask(one, {"state": "paused"}, "5", "patch").json()["state"] == "active", "done once"


def test_who_may_not_import_is_refused(world: World) -> None:
    client = sign_in(world, ["sales.view_order"])
    refused = send(client, world, [row(world)])
    assert (refused.status_code, refused.json()["code"]) == (403, "not_permitted")


def test_name_and_password_open_the_door_and_nothing_else_does(world: World) -> None:
    user = make_user(world)
    token = base64.b64encode(f"{user.username}:{PASSWORD}".encode()).decode()
    script = Client(enforce_csrf_checks=True)
    assert send(script, world, [row(world)], Authorization=f"Basic {token}").status_code == 200
    assert send(Client(), world, [row(world)]).status_code == 401
    assert send(script, world, [row(world)], Authorization="Basic bm90aGluZw==").status_code == 401


def test_another_company_does_not_exist(world: World, clerk: Client) -> None:
    alien = World(code="ALIEN")
    assert send(clerk, alien, [row(world)]).status_code == 404


def test_one_bad_row_refuses_itself_alone(world: World, clerk: Client) -> None:
    """What a file of the same rows would be told, each row is told: its own problems, and the others are taken in."""
    good = row(world)
    bad: list[tuple[Any, list[str]]] = [
        (row(world) | {"quantity": "-1"}, ["bad_quantity"]),
        (row(world) | {"quantity": 0, "unit_price": "much"}, ["bad_unit_price", "bad_quantity"]),
        (row(world) | {"ordered_at": "yesterday", "priority": 12}, ["bad_priority", "bad_ordered_at"]),
        (row(world) | {"line_no": -1}, ["bad_line_no"]),
        (row(world) | {"order_no": "X" * 65}, ["long_order_no"]),
        (row(world) | {"sku": ["CAMERA"] * 9}, ["long_sku"]),
        (
            {"order_no": "A9", "shop": "S1"},
            ["missing_sku", "missing_quantity", "missing_unit_price", "missing_ordered_at"],
        ),
    ]
    needed = ["order_no", "shop", "sku", "quantity", "unit_price", "ordered_at"]
    bad += [(one, [f"missing_{name}" for name in needed]) for one in (None, "row", 7, [])]
    local = world.line()
    answer = send(clerk, world, [*(one for one, _problems in bad), good, local])
    assert answer.status_code == 200, answer.content
    *told, fine, at_home = answer.json()["rows"]
    assert [(one["code"], one["problems"]) for one in told] == [("unreadable", problems) for _one, problems in bad]
    assert [one["order_no"] for one in told[-4:]] == [""] * 4
    assert (fine["code"], at_home["code"], answer.json()["counts"]) == ("done", "done", {"done": 2, "unreadable": 11})
    here = Order.objects.get(platform_number=local["order_no"])
    assert here.ordered_at == Order.objects.get(platform_number=good["order_no"]).ordered_at


@pytest.mark.parametrize("rows", [None, "rows", {"0": {}}, [], pytest.param([{}] * 10_001, marks=pytest.mark.slow)])
def test_what_is_no_batch_says_why(world: World, clerk: Client, rows: Any) -> None:
    answer = send(clerk, world, rows)
    assert answer.status_code == 422
    assert Order.objects.count() == 0


def test_the_interface_describes_itself_without_the_internet(world: World, clerk: Client) -> None:
    assert clerk.get("/api/v1/openapi.json").json()["openapi"].startswith("3.1")
    contents = clerk.get("/api/v1/docs").content.decode()
    assert "/api/v1/orders/batch" in contents
    tags = sorted(set(re.findall(r'href="\?tab=([^"#]+)"', contents)))
    assert len(tags) > 20
    for tag in tags:
        text = clerk.get(f"/api/v1/docs?tab={tag}").content.decode()
        named = set(re.findall(r'href="#(schema-\w+)"', text))
        assert named <= set(re.findall(r'id="(schema-\w+)"', text)), tag
        assert "https://" not in text.replace("http://www.w3.org", "")
