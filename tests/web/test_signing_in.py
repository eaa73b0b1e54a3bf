"""The door: lock-out, second factor, another system's word, passwords, sessions, and the log of it all."""

from __future__ import annotations

import base64
import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from interlock.core.api import LoginEntry, Membership, SecondFactorRule, User
from interlock.web.signing_in.address import address_of
from tests.builders import World

from .people import PASSWORD, make_user, sign_in


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def knock(client: Client, name: str, password: str = PASSWORD, **more: Any) -> Any:
    return client.post("/sign-in/", {"username": name, "password": password}, **more)


def log(**of: Any) -> list[str]:
    return list(LoginEntry.objects.filter(**of).order_by("id").values_list("what", flat=True))


def inside(client: Client) -> bool:
    return client.get("/").status_code == 200


def test_wrong_passwords_lock_a_person_at_an_address_out(world: World, settings: Any) -> None:
    settings.AXES_FAILURE_LIMIT = 3
    user = make_user(world)
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    for _ in range(2):
        assert "do not fit" in knock(client, user.username, "wrong").content.decode()
    locked = knock(client, user.username, "wrong")
    assert locked.status_code == 429
    assert re.search(r"may try again here in 1[45]\sminutes", locked.content.decode())
    assert knock(client, user.username).status_code == 429, "the right one does not help now"
    assert not inside(client)
    assert knock(Client(), user.username, REMOTE_ADDR="198.51.100.7").status_code == 302, "another address is free"
    colleague = make_user(world)
    assert knock(client, colleague.username).status_code == 302, "and another person here"
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert knock(Client(), user.username).status_code == 302, "it ends by itself"
    assert log(name=user.username) == ["wrong_password"] * 2 + ["locked_out"] * 2 + ["signed_in"] * 2


def test_the_interface_locks_out_too(world: World, settings: Any) -> None:
    settings.AXES_FAILURE_LIMIT = 2
    user = make_user(world)

    def call(password: str) -> int:
        secret = base64.b64encode(f"{user.username}:{password}".encode()).decode()
        return Client().get("/api/v1/orders", HTTP_AUTHORIZATION=f"Basic {secret}").status_code

    assert call(PASSWORD) == 200
    assert [call("wrong"), call("wrong"), call(PASSWORD)] == [401, 401, 401]
    assert set(LoginEntry.objects.filter(name=user.username).values_list("door", flat=True)) == {"http"}


def test_an_administrator_unlocks_on_a_page(world: World, settings: Any) -> None:
    settings.AXES_FAILURE_LIMIT = 1
    user, alien = make_user(world), make_user(World(code="ALIEN"))
    for name in (user.username, alien.username):
        knock(Client(), name, "wrong")
    admin = sign_in(world, ["core.read_logs", "core.manage_sign_ins"])
    text = admin.get("/logins/").content.decode()
    assert user.username in text
    assert alien.username not in text, "another company's people are not shown"
    assert "Unlock" not in sign_in(world, ["core.read_logs"]).get("/logins/").content.decode()
    admin.post("/logins/unlock/", {"name": alien.username, "address": "127.0.0.1"})
    admin.post("/logins/unlock/", {"name": user.username, "address": "127.0.0.1"})
    assert knock(Client(), alien.username).status_code == 429
    assert knock(Client(), user.username).status_code == 302
    assert LoginEntry.objects.get(what="unlocked").name == user.username
    assert sign_in(world, ["core.read_logs"]).post("/logins/unlock/").status_code == 403


def test_only_a_configured_proxy_is_believed(rf: Any, settings: Any) -> None:
    def seen(here: str, told: str) -> str:
        return address_of(rf.get("/", REMOTE_ADDR=here, HTTP_X_FORWARDED_FOR=told))

    assert seen("10.0.0.1", "203.0.113.5") == "10.0.0.1"
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]
    assert seen("10.0.0.1", "203.0.113.5") == "203.0.113.5"
    assert seen("10.0.0.1", "1.2.3.4, 203.0.113.5, 10.0.0.9") == "203.0.113.5", "what the caller wrote is not believed"
    assert seen("203.0.113.9", "1.2.3.4") == "203.0.113.9"
    assert seen("10.0.0.1", "nonsense") == "10.0.0.1"


# ------------------------------------------------------------------------------------------------- second factor


def set_up(client: Client) -> tuple[str, list[str]]:
    """Switch the second factor on as a person does; answer its secret and the recovery codes."""
    page = client.get("/second-factor/activate/")
    if page.status_code == 302:
        client.post(page["Location"], {"password": PASSWORD})
        page = client.get("/second-factor/activate/")
    secret = re.search(r"user-select:all\">(\w+)<", page.content.decode())
    assert secret
    code = now(secret[1])
    shown = client.post("/second-factor/activate/", {"code": code}, follow=True)
    return secret[1], re.findall(r"<li><code>(\w+)</code>", shown.content.decode())


def now(secret: str, ahead: int = 0) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time()) + ahead))


def test_a_person_switches_a_second_factor_on_and_signs_in_with_it(
    world: World, django_capture_on_commit_callbacks: Any
) -> None:
    user = make_user(world)
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    knock(client, user.username)
    with django_capture_on_commit_callbacks(execute=True):
        secret, codes = set_up(client)
    assert len(codes) == 10
    assert secret not in str(Authenticator.objects.filter(user=user).values_list("data", flat=True)), "kept encrypted"
    again = client.get("/second-factor/codes/").content.decode()
    assert not any(code in again for code in codes), "recovery codes are shown once"

    other = Client(HTTP_ACCEPT_LANGUAGE="en")
    assert knock(other, user.username)["Location"] == "/sign-in/code/"
    assert not inside(other), "the password alone opens nothing"
    assert "wrong or over" in other.post("/sign-in/code/", {"code": "000000"}).content.decode()
    assert other.post("/sign-in/code/", {"code": codes[0]}).status_code == 302
    assert inside(other)
    third = Client(HTTP_ACCEPT_LANGUAGE="en")
    knock(third, user.username)
    assert "wrong or over" in third.post("/sign-in/code/", {"code": codes[0]}).content.decode(), "each opens once"
    assert third.post("/sign-in/code/", {"code": now(secret, 1)}).status_code == 302
    assert inside(third)

    basic = base64.b64encode(f"{user.username}:{PASSWORD}".encode()).decode()
    assert Client().get("/api/v1/orders", HTTP_AUTHORIZATION=f"Basic {basic}").status_code == 401
    assert {"factor_on", "codes_made", "wrong_code", "code_used"} <= set(log(name=user.username))


def test_codes_are_not_guessed(world: World) -> None:
    user = make_user(world)
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    knock(client, user.username)
    secret, _codes = set_up(client)
    guesser = Client(HTTP_ACCEPT_LANGUAGE="en")
    knock(guesser, user.username)
    answers = [guesser.post("/sign-in/code/", {"code": f"{n:06}"}).content.decode() for n in range(8)]
    assert "Too many codes" in answers[-1]
    assert "Too many codes" in guesser.post("/sign-in/code/", {"code": now(secret, 1)}).content.decode()


def test_a_company_or_a_role_asks_for_a_second_factor(world: World) -> None:
    user, colleague = make_user(world), make_user(world)
    role = Membership.objects.get(user=user).role
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    knock(client, user.username)
    assert inside(client)
    SecondFactorRule.objects.create(company_id=world.company, role=role)
    for page in ("/", "/orders/", "/admin/", "/tokens/"):
        assert client.get(page)["Location"] == "/second-factor/activate/", page
    assert client.get("/api/v1/orders").json()["code"] == "second_factor_missing"
    other = Client()
    knock(other, colleague.username)
    assert inside(other), "the rule is of another role"
    _secret, codes = set_up(client)
    assert inside(client)
    page = client.get("/second-factor/deactivate/")
    page = client.get("/second-factor/deactivate/") if page.status_code == 302 else page
    client.post("/second-factor/deactivate/")
    assert Authenticator.objects.filter(user=user, type="totp").exists(), "it stays on while it is asked for"
    SecondFactorRule.objects.create(company_id=world.company)
    assert other.get("/")["Location"] == "/second-factor/activate/"
    root = User.objects.create_superuser("root", password=PASSWORD)
    top = Client()
    knock(top, root.username)
    assert top.get("/")["Location"] == "/second-factor/activate/", "an administrator is in every company"
    assert codes


def test_a_lost_second_factor_is_taken_away(world: World) -> None:
    user = make_user(world)
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    knock(client, user.username)
    set_up(client)
    admin = sign_in(world, ["core.read_logs", "core.manage_sign_ins"])
    stranger = sign_in(World(code="ALIEN"), ["core.read_logs", "core.manage_sign_ins"])
    assert stranger.post("/logins/take-factor-away/", {"name": user.username}).status_code == 403
    admin.post("/logins/take-factor-away/", {"name": user.username})
    other = Client()
    knock(other, user.username)
    assert inside(other)
    entry = LoginEntry.objects.get(what="factor_off")
    assert (entry.name, entry.by_id is not None) == (user.username, True)


# ------------------------------------------------------------------------------------------ passwords and sessions


@pytest.mark.parametrize(
    ("language", "said"), [("en", "at least 12 characters"), ("zh-hans", "至少 12 个字符")], ids=["en", "zh"]
)
def test_weak_passwords_are_refused_in_the_persons_language(world: World, language: str, said: str) -> None:
    client = sign_in(world, language=language)
    for weak in ("short", "password1234", "123456789012"):
        given = {"old_password": PASSWORD, "new_password1": weak, "new_password2": weak}
        answer = client.post("/password/", given)
        assert answer.status_code == 200, weak
    text = client.post("/password/", given | {"new_password1": "x", "new_password2": "x"}).content.decode()
    assert said in text, re.findall(r'role="alert">(.*?)</div>', text, re.DOTALL)


def test_a_new_password_ends_other_sessions(world: World) -> None:
    user = make_user(world)
    here, there = Client(), Client()
    for client in (here, there):
        knock(client, user.username)
    new = "a-quite-different-one"
    here.post("/password/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new})
    assert inside(here)
    assert not inside(there)
    assert Session.objects.count() == 1
    assert knock(Client(), user.username, new).status_code == 302


def test_signing_out_everywhere_else(world: World) -> None:
    user = make_user(world)
    here, there = Client(HTTP_USER_AGENT="Phone"), Client(HTTP_USER_AGENT="Desk")
    for client in (here, there):
        knock(client, user.username)
    text = here.get("/tokens/").content.decode()
    assert "Phone" in text
    assert "Desk" in text
    here.post("/sessions/end-others/")
    assert inside(here)
    assert not inside(there)
    assert log(what="sessions_ended") == ["sessions_ended"]
    here.post("/sign-out/")
    assert log(name=user.username)[-1] == "signed_out"


def test_the_login_log_is_of_the_company_and_nobody_changes_it(world: World) -> None:
    user, alien = make_user(world), make_user(World(code="ALIEN"))
    for name in (user.username, alien.username, "nobody"):
        knock(Client(), name, "wrong")
    knock(Client(HTTP_USER_AGENT="Robot\0" + "x" * 900), user.username)
    admin = sign_in(world)
    names = [row.name for row in admin.get("/logins/").context["page"].rows]
    assert set(names) == {user.username, "nobody"}
    assert admin.get("/logins/?what=signed_in").context["totals"].found == 1
