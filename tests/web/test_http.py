"""The HTTP door: the same import, an answer for every row, the key of the call."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from django.test import Client

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


def test_the_same_batch_again_is_already(world: World, clerk: Client) -> None:
    rows = [row(world)]
    assert send(clerk, world, rows, "k1").json()["rows"][0]["code"] == "done"
    again = send(clerk, world, rows, "k1").json()
    assert (again["replayed"], again["rows"][0]["code"]) == (True, "already")
    assert Order.objects.count() == 1


def test_a_key_with_other_rows_is_refused(world: World, clerk: Client) -> None:
    assert send(clerk, world, [row(world)], "k2").status_code == 200
    refused = send(clerk, world, [row(world)], "k2")
    assert (refused.status_code, refused.json()["code"]) == (409, "key_reused")
    assert Order.objects.count() == 1


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


def test_what_is_no_batch_says_why(world: World, clerk: Client) -> None:
    answer = send(clerk, world, [row(world) | {"quantity": "-1"}])
    assert answer.status_code == 422
    assert Order.objects.count() == 0


def test_the_interface_describes_itself_without_the_internet(world: World, clerk: Client) -> None:
    assert clerk.get("/api/v1/openapi.json").json()["openapi"].startswith("3.1")
    text = clerk.get("/api/v1/docs").content.decode()
    assert "/api/v1/orders/batch" in text
    assert "https://" not in text.replace("http://www.w3.org", "")
