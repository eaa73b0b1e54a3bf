"""Asked at a desk, approved from a phone: the inbox in a real browser."""

from __future__ import annotations

from typing import Any

import pytest

from interlock.core.api import User
from tests.approving import Office
from tests.builders import World
from tests.web.people import PASSWORD

from .widths import PHONE_FIRST

pytestmark = pytest.mark.browser


def enter(page: Any, user: User) -> None:
    user.set_password(PASSWORD)
    user.save()
    page.context.clear_cookies()
    page.goto("/sign-in/")
    page.get_by_label("User name").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")


def narrow(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.slow
@pytest.mark.parametrize("page", PHONE_FIRST, indirect=True)
def test_a_low_price_is_sent_back_asked_again_and_approved(page: Any, world: World) -> None:
    office = Office(world.company)
    office.route({"user": office.ann}, deadline_hours=24)
    order = world.order(("CAMERA", 1), price="100")
    for comment in ("ask for 250", ""):
        enter(page, office.clerk)
        page.goto(f"/orders/{order}/")
        assert narrow(page)
        page.get_by_role("button", name="Ask for approval…").click()
        page.get_by_label("Why should it be approved?").fill("old customer")
        page.get_by_role("button", name="Ask", exact=True).click()
        page.get_by_text("The approval is asked for.").wait_for()
        assert narrow(page)
        enter(page, office.ann)
        page.goto("/inbox/")
        assert narrow(page)
        page.locator("tbody input[type=checkbox]").check()
        page.get_by_role("button", name="Send back…" if comment else "Approve…").click()
        page.locator("dialog[open] textarea").fill(comment)
        page.locator("dialog[open] button[data-kind=primary]").click()
        page.get_by_text("1 request sent back." if comment else "1 request approved.").wait_for()
    page.get_by_text("Nothing waits for you").wait_for()
    assert world.state(order) == "reviewed"
    page.goto("/inbox/deputies/")
    assert narrow(page)
