"""A real Chromium on a live server with a small company."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.builders import World
from tests.web.people import PASSWORD, make_user

CHROMIUM = os.environ.get("INTERLOCK_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
# Playwright's loop runs in this thread; the tests themselves are plain functions.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The system's Chromium; without one these tests are skipped, and say so."""
    from playwright.sync_api import sync_playwright

    if CHROMIUM is None:
        pytest.skip("no Chromium: install one or name it in INTERLOCK_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def world(committed: None, settings: Any, tmp_path: Path) -> World:
    settings.FILES_ROOT = tmp_path
    return World()


@pytest.fixture
def page(chromium: Any, live_server: Any, world: World, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page at the sign-in door; ``@pytest.mark.parametrize("page", [390], indirect=True)`` makes it narrow."""
    width = getattr(request, "param", 1440)
    context = chromium.new_context(base_url=live_server.url, viewport={"width": width, "height": 844}, locale="en-GB")
    context.set_default_timeout(15_000)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto("/sign-in/")
    yield page
    context.close()
    assert not faults, "scripts of the page failed"


@pytest.fixture
def signed_in(page: Any, world: World) -> Any:
    """The same page with someone signed in who may do everything."""
    user = make_user(world)
    page.get_by_label("User name").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")
    return page
