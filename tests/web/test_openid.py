"""Sign-in against a real OpenID Connect server, a process of its own, over HTTP, by programs instead of a browser."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from django.test import Client

from interlock.core.api import LoginEntry, User
from interlock.web.signing_in.settings import oidc_providers
from tests.builders import World

from .people import make_user

pytestmark = pytest.mark.slow
ANNA = {"sub": "s-anna", "email": "Anna@anlu.example", "email_verified": True, "staff_number": "user-of-old"}
BEN = {"sub": "s-ben", "email": "ben@anlu.example", "email_verified": False, "staff_number": "ben"}
EVE = {"sub": "s-eve", "email": "eve@elsewhere.example", "email_verified": True}


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    people = [part for one in (ANNA, BEN, EVE) for part in ("--user-claims", json.dumps(one))]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), *people]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                httpx.get(f"{address}/.well-known/openid-configuration").raise_for_status()
                break
            except httpx.HTTPError:
                assert server.poll() is None, "the server of the test does not start"
                time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def offered(issuer: str, settings: Any) -> str:
    settings.SOCIALACCOUNT_PROVIDERS = oidc_providers(issuer, "interlock", "a-secret", "Anlu ID")
    return issuer


def come_in(who: dict[str, Any], client: Client, *, deny: bool = False) -> Any:
    """Go from our door to the other system, say there who one is, and come back with its answer."""
    there = client.post("/sign-in/with/company/login/?next=/orders/")
    assert there.status_code == 302, there.content.decode()[:500]
    form = {"action": "deny"} if deny else {"sub": who["sub"]}
    back = httpx.post(there["Location"], data=form, follow_redirects=False)
    where = httpx.URL(back.headers["location"])
    assert where.path == "/sign-in/with/company/login/callback/"
    return client.get(where.raw_path.decode())


def test_the_door_offers_it_only_when_it_is_configured(db: None, issuer: str, settings: Any) -> None:
    visitor = Client(HTTP_ACCEPT_LANGUAGE="en")
    assert "Sign in with" not in visitor.get("/sign-in/").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = oidc_providers(issuer, "interlock", "a-secret", "Anlu ID")
    assert re.search(r"Sign in with\s+Anlu ID", visitor.get("/sign-in/").content.decode())
    assert visitor.get("/sign-in/with/nobody/login/").status_code == 404
    assert "Anlu ID" in visitor.get("/sign-in/with/company/login/").content.decode()


def test_a_person_whose_address_is_known_comes_in(world: World, offered: str) -> None:
    user = make_user(world)
    User.objects.filter(pk=user.pk).update(email="anna@anlu.example")
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    answer = come_in(ANNA, client)
    assert (answer.status_code, answer["Location"]) == (302, "/orders/")
    assert client.get("/").context["desk"].user_id == user.pk
    entry = LoginEntry.objects.get(what="signed_in")
    assert (entry.user_id, entry.method) == (user.pk, "socialaccount")
    # From then on the other system's own name of the person counts, whatever the address.
    User.objects.filter(pk=user.pk).update(email="anna.new@anlu.example")
    assert come_in(ANNA, Client()).status_code == 302


def test_nobody_makes_an_account_by_coming_in(world: World, offered: str) -> None:
    ben = make_user(world)
    User.objects.filter(pk=ben.pk).update(email="ben@anlu.example")
    left = make_user(world)
    User.objects.filter(pk=left.pk).update(email="anna@anlu.example", is_active=False)
    count = User.objects.count()
    for who, why in ((EVE, "unknown"), (BEN, "an address nobody has proved"), (ANNA, "one who left")):
        client = Client(HTTP_ACCEPT_LANGUAGE="en")
        answer = come_in(who, client)
        assert answer.status_code == 403, why
        assert "Not known here" in answer.content.decode()
        assert client.get("/").status_code == 302
    assert User.objects.count() == count
    assert LoginEntry.objects.filter(what="unknown_person").count() == 3


def test_two_people_of_one_address_are_nobody(world: World, offered: str) -> None:
    for user in (make_user(world), make_user(world)):
        User.objects.filter(pk=user.pk).update(email="anna@anlu.example")
    assert come_in(ANNA, Client()).status_code == 403


def test_a_claim_is_mapped_to_the_user_name(world: World, offered: str, settings: Any) -> None:
    settings.OIDC_USER_CLAIM = "staff_number"
    user = make_user(world)
    User.objects.filter(pk=user.pk).update(username="user-of-old")
    client = Client()
    assert come_in(ANNA, client).status_code == 302
    assert client.get("/").context["desk"].user_id == user.pk
    assert come_in(EVE, Client()).status_code == 403, "without the claim nobody is meant"


def test_a_refusal_there_leads_back_to_the_door(db: None, offered: str) -> None:
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    answer = come_in(ANNA, client, deny=True)
    assert answer.status_code == 302
    assert "did not let you in" in client.get(answer["Location"], follow=True).content.decode()
    forged = Client().get("/sign-in/with/company/login/callback/?state=forged&code=1")
    assert forged.status_code in {302, 403}
