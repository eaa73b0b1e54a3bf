"""The page of one's tokens and sessions: shown once, revoked for good, nobody else's without the permission."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from interlock.core.api import ApiToken
from tests.builders import World

from .calling import Program, token_of
from .people import PASSWORD, make_user, sign_in


def make(client: Client, **fields: Any) -> str:
    given = {"name": "shop sync", "days": "30", "scope": "read"} | fields
    page = client.post("/tokens/new/", given).content.decode()
    found = re.search(r"data-secret[^>]*>([^<]+)<", page)
    return found[1] if found else ""


def test_a_token_is_shown_once_and_works(world: World, clerk: Client) -> None:
    text = make(clerk)
    program = Program(text)
    assert program.get("items").status_code == 200
    assert program.post("items", {"rows": [{}]}).status_code in (403, 422)
    again = clerk.get("/tokens/").content.decode()
    assert text not in again
    assert ApiToken.objects.get().prefix in again
    clerk.post("/tokens/revoke/", {"id": ApiToken.objects.get().pk})
    assert program.get("items").status_code == 401


@pytest.mark.parametrize(
    "fields", [{"name": " "}, {"days": "3650"}, {"scope": "chosen"}, {"scope": "chosen", "permission": "no.such"}]
)
def test_what_is_not_said_makes_no_token(world: World, clerk: Client, fields: dict[str, str]) -> None:
    assert make(clerk, **fields) == ""
    assert not ApiToken.objects.exists()


def test_a_choice_is_kept_to_what_the_person_holds(world: World) -> None:
    client = sign_in(world, ["sales.view_order", "sales.release_orders"])
    make(client, scope="chosen", permission=["sales.view_order", "items.view_item"])
    assert ApiToken.objects.get().permissions == ["sales.view_order"]


def test_another_persons_token_needs_the_permission(world: World) -> None:
    token_of(make_user(world))
    token = ApiToken.objects.get()
    other = sign_in(world, ["sales.view_order"])
    assert other.post("/tokens/revoke/", {"id": token.pk}).status_code == 403
    assert other.get("/tokens/all/").status_code == 403
    alien = sign_in(World(code="ALIEN"), ["core.manage_tokens"])
    assert token.prefix not in alien.get("/tokens/all/").content.decode()
    assert alien.post("/tokens/revoke/", {"id": token.pk}).status_code == 403
    keeper = sign_in(world, ["core.manage_tokens"])
    assert token.prefix in keeper.get("/tokens/all/").content.decode()
    keeper.post("/tokens/revoke/", {"id": token.pk, "all": "1"})
    token.refresh_from_db()
    assert token.revoked_at is not None


def test_own_sessions_are_listed_and_can_be_ended(world: World) -> None:
    user = make_user(world)
    here, there = Client(), Client(HTTP_USER_AGENT="Other browser")
    for client in (here, there):
        client.post("/sign-in/", {"username": user.username, "password": PASSWORD})
    sign_in(world)
    page = here.get("/tokens/").content.decode()
    marks = re.findall(r'name="session" value="(\w+)"', page)
    assert "Other browser" in page
    assert len(marks) == 1
    assert not Session.objects.filter(session_key__in=marks).exists()
    here.post("/sessions/end/", {"session": marks[0]})
    assert there.get("/tokens/").status_code == 302
    assert here.get("/tokens/").status_code == 200
    assert Session.objects.count() == 2
