"""An approver sends a price release back; whoever asked reads why and asks again."""

from __future__ import annotations

from typing import Any

import pytest

from interlock.core.api import ApprovalRequest
from tests.approving import Office
from tests.builders import World

from .journeying import WAYS, role_of, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@WAYS
def test_a_question_is_sent_back_and_asked_again(
    chromium: Any, live_server: Any, world: World, language: str, width: int
) -> None:
    world.receive(world.camera, 3, "300")
    clerk, manager = role_of(world, "sales clerk"), role_of(world, "manager")
    Office(world.company).route({"user": manager})
    order = world.order(("CAMERA", 1), price="100")
    with visit(chromium, live_server, clerk, language, width) as lin:
        lin.open(f"/orders/{order}/")
        ask(lin, "old customer")
    request = ApprovalRequest.objects.get()
    with visit(chromium, live_server, manager, language, width) as chen:
        chen.open("/inbox/", "inbox")
        chen.page.locator("main").get_by_role("link", name=request.number).first.click()
        chen.page.wait_for_url(f"**/orders/{order}/**")
        chen.look("approval")
        chen.press("Send back…")
        chen.page.locator("dialog[open] textarea").fill("how much does he buy a year?")
        chen.page.locator("dialog[open] button[data-kind=primary]").click()
        chen.reads(chen.counted("%(number)s request sent back.", "%(number)s requests sent back.", 1))
    with visit(chromium, live_server, clerk, language, width) as lin:
        lin.open("/notices/")
        lin.open(f"/orders/{order}/")
        lin.reads("how much does he buy a year?")
        ask(lin, "40,000 a year")
    with visit(chromium, live_server, manager, language, width) as chen:
        chen.open(f"/orders/{order}/")
        chen.press("Approve…")
        chen.page.locator("dialog[open] textarea").fill("this once")
        chen.page.locator("dialog[open] button[data-kind=primary]").click()
        chen.reads(chen.counted("%(number)s request approved.", "%(number)s requests approved.", 1))
    assert world.state(order) != "held"


def ask(who: Any, why: str) -> None:
    who.press("Ask for approval…")
    who.fill("Why should it be approved?", why)
    who.press("Ask")
    who.says("The approval is asked for.")
