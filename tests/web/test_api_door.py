"""Who comes in: tokens that narrow and never widen, how fast, and every error as problem details."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from interlock.core.api import ApiToken, Membership, TokenScope, revoke_tokens
from interlock.items.models import Item
from tests.builders import World

from .calling import Program, program, token_of
from .people import make_user


def problem(answer: Any, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert (body["status"], body["code"], body["type"]) == (status, code, f"/api/v1/docs#problem-{code}")
    assert body["title"]
    assert body["detail"]
    return dict(body)


def test_a_token_opens_the_door_and_its_secret_is_not_kept(world: World) -> None:
    user = make_user(world)
    text = token_of(user)
    assert Program(text).get("orders").status_code == 200
    token = ApiToken.objects.get()
    assert text.startswith(token.prefix)
    assert token.secret_hash not in text
    assert text.removeprefix(f"{token.prefix}_") not in str(list(ApiToken.objects.values()))
    assert token.last_used_at is not None


@pytest.mark.parametrize("wrong", ["", "ilk", "ilk_00000000_x", "ilk_00000000_" + "x" * 43, "é"])
def test_a_wrong_token_opens_nothing(world: World, wrong: str) -> None:
    make_user(world)
    answer = Client().get("/api/v1/orders", HTTP_AUTHORIZATION=f"Bearer {wrong}")
    problem(answer, 401, "not_signed_in")
    assert "Bearer" in answer["WWW-Authenticate"]


def test_a_changed_secret_an_expired_and_a_revoked_token_open_nothing(world: World) -> None:
    user = make_user(world)
    good = token_of(user)
    problem(Program(good[:-1] + ("A" if good[-1] != "A" else "B")).get("orders"), 401, "not_signed_in")
    problem(Program(token_of(user, lasts=timedelta(seconds=-1))).get("orders"), 401, "not_signed_in")
    revoke_tokens([ApiToken.objects.order_by("id").values_list("pk", flat=True)[0]])
    problem(Program(good).get("orders"), 401, "not_signed_in")


def test_who_may_not_sign_in_may_not_call(world: World) -> None:
    user = make_user(world)
    text = token_of(user)
    user.is_active = False
    user.save()
    problem(Program(text).get("orders"), 401, "not_signed_in")


def test_a_token_narrows_what_its_person_may(world: World) -> None:
    assert program(world).get("items").status_code == 200
    reader = Program(token_of(make_user(world), TokenScope(permissions=["sales.view_order"])))
    assert reader.get("orders").status_code == 200
    problem(reader.get("items"), 403, "not_permitted")
    refused = reader.post("orders/release", {"ids": [1], "note": "why"})
    assert problem(refused, 403, "not_permitted")["figures"]["permission"] == "sales.release_orders"


def test_a_token_never_widens_what_its_person_may(world: World) -> None:
    user = make_user(world, ["sales.view_order"])
    wide = Program(token_of(user, TokenScope(permissions=["sales.view_order", "items.view_item"])))
    problem(wide.get("items"), 403, "not_permitted")
    Membership.objects.filter(user=user).delete()
    problem(wide.get("orders"), 422, "company_missing")


def test_a_token_of_one_company_does_not_see_the_other(world: World) -> None:
    other = World(code="OTHER")
    user = make_user(world)
    Membership.objects.create(user=user, role=user.memberships.get().role, company_id=other.company)
    both, one = token_of(user), token_of(user, TokenScope(companies=[world.company]))
    problem(Program(both).get("orders"), 422, "company_missing")
    assert Program(both).get("orders?company=OTHER").status_code == 200
    assert Program(one).get("orders").status_code == 200
    problem(Program(one).get("orders?company=OTHER"), 404, "unknown_company")


def test_an_administrators_token_can_be_narrowed(world: World) -> None:
    user = make_user(world, [])
    user.is_superuser = True
    user.save()
    reader = Program(token_of(user, TokenScope(permissions=["items.view_item"])))
    assert reader.get("items").status_code == 200
    problem(reader.get("orders"), 403, "not_permitted")


def test_too_many_calls_have_to_wait(world: World, settings: Any) -> None:
    settings.API_CALLS_A_MINUTE = 3
    caller, other = program(world), program(world)
    assert [caller.get("items").status_code for _ in range(3)] == [200] * 3
    held = caller.get("items")
    problem(held, 429, "too_many_calls")
    assert 1 <= int(held["Retry-After"]) <= 60
    assert other.get("items").status_code == 200


def test_a_token_may_have_an_allowance_of_its_own(world: World, settings: Any) -> None:
    settings.API_CALLS_A_MINUTE = 1
    caller = program(world)
    ApiToken.objects.update(calls_a_minute=2)
    assert [caller.get("items").status_code for _ in range(3)] == [200, 200, 429]


def test_wrong_secrets_are_held_up(world: World, settings: Any) -> None:
    settings.API_WRONG_SECRETS_A_MINUTE = 2
    wrong = Program("ilk_00000000_wrong")
    assert [wrong.get("items").status_code for _ in range(3)] == [401, 401, 429]
    assert program(world).get("items").status_code == 200


def test_every_error_is_a_problem(world: World, settings: Any) -> None:
    caller = program(world)
    problem(caller.get("nothing/here"), 404, "not_found")
    problem(caller.get("orders/999999999"), 404, "not_found")
    problem(caller.get(f"orders/{10**30}"), 404, "not_found")
    wrong = caller.send("DELETE", "orders")
    problem(wrong, 405, "wrong_method")
    assert wrong["Allow"]
    text = Client().post(
        "/api/v1/orders/release", "x", content_type="text/plain", headers={"Authorization": f"Bearer {caller.text}"}
    )
    problem(text, 415, "wrong_media_type")
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 20
    problem(caller.post("orders/release", {"ids": [1], "note": "a long note"}), 413, "too_large")


def test_what_is_wrong_is_named_field_by_field(world: World) -> None:
    answer = program(world).post("orders/release", {"ids": ["x"], "note": "n", "nots": "n"})
    errors = {one["field"]: one["code"] for one in problem(answer, 422, "invalid")["errors"]}
    assert errors == {"body.ids.0": "int_parsing", "body.nots": "extra_forbidden"}
    problem(program(world).get("orders?stat=held"), 422, "invalid")


@pytest.mark.parametrize("body", ["{", "[NaN]", '{"ids": [1], "note": "\\u0000"}', '{"ids": [1], "note": "\\ud800"}'])
def test_what_is_no_json_is_refused(world: World, body: str) -> None:
    headers = {"Authorization": f"Bearer {program(world).text}"}
    answer = Client().post("/api/v1/orders/release", body, content_type="application/json", headers=headers)
    problem(answer, 400, "unreadable_request")


def test_a_defect_is_a_problem_and_says_nothing_of_the_inside(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: Any, **_named: Any) -> None:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr("interlock.web.api.reading._list", broken)
    answer = program(world).get("orders")
    problem(answer, 500, "defect")
    assert b"inside" not in answer.content


def test_a_session_needs_its_csrf_token(world: World) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(make_user(world))
    answer = browser.post("/api/v1/orders/release", {"ids": [1]}, content_type="application/json")
    problem(answer, 403, "csrf")


def test_history_names_who_changed_a_master(world: World) -> None:
    user = make_user(world)
    answer = Program(token_of(user)).patch("items", {"rows": [{"id": world.camera, "barcode": "69000001"}]})
    assert answer.status_code == 200, answer.content
    history = next(iter(Item.pgh_event_models.values())).objects.filter(pgh_obj_id=world.camera)
    event = history.order_by("-pgh_id").first()
    assert event.pgh_context.metadata["user"] == user.pk
