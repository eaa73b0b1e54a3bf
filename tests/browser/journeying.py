"""Somebody of a role at work in a browser, in a language and at a width; every page they come by is looked at."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.utils.translation import gettext, ngettext, override

from interlock.core.api import User
from interlock.demo import api as demo
from tests.builders import World
from tests.web.people import PASSWORD, make_user

#: Where to leave pictures of the way, when somebody wants them; one that the documentation shows is named for it.
SHOTS = os.environ.get("INTERLOCK_SHOTS", "")
#: Each journey is gone in both languages, at a desk and on a phone.
WAYS = pytest.mark.parametrize(
    ("language", "width"), [("en", 1440), ("en", 390), ("zh-hans", 1440), ("zh-hans", 390)],
    ids=["en-desk", "en-phone", "zh-desk", "zh-phone"],
)  # fmt: skip


def role_of(world: World, role: str, *more: str, language: str = "en") -> User:
    """Make a person with exactly what a role of the sample company allows."""
    known = [
        f"{one.content_type.app_label}.{one.codename}" for one in Permission.objects.select_related("content_type")
    ]
    held = set(demo.roles(known)[role]) if role != "administrator" else set(known)
    return make_user(world, sorted(held | set(more)), language)


class Visitor:
    """A person in front of a page."""

    def __init__(self, page: Any, language: str, width: int) -> None:
        self.page, self.language, self.width = page, language, width

    def word(self, text: str, **given: Any) -> str:
        """Answer a text of the workplace in the language the person reads."""
        with override(self.language):
            return gettext(text) % given if given else gettext(text)

    def counted(self, one: str, many: str, number: int) -> str:
        with override(self.language):
            return ngettext(one, many, number) % {"number": number}

    def open(self, address: str, shot: str = "") -> None:
        self.page.goto(address)
        self.look(shot)

    def press(self, text: str, *, exact: bool = True, **given: Any) -> None:
        self.page.get_by_role("button", name=self.word(text, **given), exact=exact).locator(
            "visible=true"
        ).first.click()

    def follow(self, text: str) -> None:
        self.page.get_by_role("link", name=self.word(text), exact=True).locator("visible=true").first.click()
        self.page.wait_for_load_state()
        self.look()

    def fill(self, label: str, value: str) -> None:
        self.page.get_by_label(self.word(label), exact=True).locator("visible=true").first.fill(value)

    def reads(self, text: str) -> None:
        """Wait until the page says something, and look at it."""
        self.page.get_by_text(text).locator("visible=true").first.wait_for()
        self.look()

    def says(self, text: str, **given: Any) -> None:
        self.reads(self.word(text, **given))

    def look(self, shot: str = "") -> None:
        """Nothing leaves the width; a picture where one is wanted."""
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.width, f"{self.page.url} is {wide} wide"
        if SHOTS and shot:
            name = shot if (self.language, self.width) == ("en", 1440) else f"{shot}-{self.language}-{self.width}"
            self.page.screenshot(path=Path(SHOTS) / f"{name}.png")


def refused(said: str) -> bool:
    """Say whether the browser only tells that a form was answered with why not: 409 and 422 are such pages."""
    return "Failed to load resource" in said and ("409" in said or "422" in said)


@contextmanager
def visit(chromium: Any, live_server: Any, user: User, language: str, width: int) -> Iterator[Visitor]:
    """Sign a person in; whatever the pages' scripts complain of fails the journey."""
    User.objects.filter(pk=user.pk).update(language=language)
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": width, "height": 900 if width > 900 else 844}, locale="en-GB"
    )
    context.set_default_timeout(60_000)
    context.add_cookies([{"name": "django_language", "value": language, "url": live_server.url}])
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console", lambda said: faults.append(said.text) if said.type == "error" and not refused(said.text) else None
    )
    visitor = Visitor(page, language, width)
    page.goto("/sign-in/")
    visitor.fill("User name", user.username)
    visitor.fill("Password", PASSWORD)
    visitor.press("Sign in")
    page.wait_for_url("**/")
    try:
        yield visitor
    finally:
        context.close()
    assert not faults, faults
