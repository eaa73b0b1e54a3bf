"""An approver sends a change of an order back; the clerk mends it, hands it in again, and the order changes."""

from __future__ import annotations

from typing import Any

import pytest

from interlock.sales.models import ChangeDocument, OrderLine
from tests.approving import Office
from tests.builders import World

from .journeying import WAYS, role_of, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@WAYS
def test_a_change_is_sent_back_and_handed_in_again(
    chromium: Any, live_server: Any, world: World, language: str, width: int
) -> None:
    world.receive(world.camera, 3, "300")
    clerk, manager = role_of(world, "sales clerk"), role_of(world, "manager")
    Office(world.company).route({"user": manager}, kind="order_change", reasons=["price_lowered"])
    order = world.order(("CAMERA", 1), state="reserved")
    with visit(chromium, live_server, clerk, language, width) as lin:
        lin.open(f"/orders/{order}/")
        act(lin, "Change…")
        lin.page.locator("dialog[open] select[name=reason]").select_option("price")
        lin.fill("What was agreed", "a regular customer")
        lin.page.locator("dialog[open] input[name=price-1]").fill("250")
        lin.look("change-form")
        lin.page.locator("dialog[open] button[data-kind=primary]").click()
        lin.says("The change is handed in; it waits for its approval.")
        lin.look("change-waits")
    change = ChangeDocument.objects.get()
    with visit(chromium, live_server, manager, language, width) as chen:
        chen.open("/inbox/")
        chen.page.locator("main").get_by_role("link", name=change.number).first.click()
        chen.page.wait_for_url(f"**/order-changes/{change.pk}/**")
        chen.reads("250.00")
        chen.press("Send back…")
        chen.page.locator("dialog[open] textarea").fill("280 is the least")
        chen.page.locator("dialog[open] button[data-kind=primary]").click()
        chen.reads(chen.counted("%(number)s request sent back.", "%(number)s requests sent back.", 1))
    with visit(chromium, live_server, clerk, language, width) as lin:
        lin.open(f"/orders/{order}/", "change-order-page")
        lin.page.locator("#changes").get_by_role("link", name=change.number).click()
        lin.reads("280 is the least")
        act(lin, "Edit…")
        lin.page.locator("dialog[open] input[name=price-1]").fill("280")
        lin.page.locator("dialog[open] button[data-kind=primary]").click()
        lin.says("The change is handed in; it waits for its approval.")
    with visit(chromium, live_server, manager, language, width) as chen:
        chen.open(f"/order-changes/{change.pk}/")
        chen.press("Approve…")
        chen.page.locator("dialog[open] textarea").fill("fine")
        chen.page.locator("dialog[open] button[data-kind=primary]").click()
        chen.reads(chen.counted("%(number)s request approved.", "%(number)s requests approved.", 1))
        chen.open(f"/order-changes/{change.pk}/", "change-done")
        chen.open("/order-changes/", "change-list")
        chen.reads(change.number)
    change.refresh_from_db()
    assert (change.state, str(OrderLine.objects.get(order_id=order).amount)) == ("applied", "280.00")


def act(who: Any, title: str) -> None:
    """Press an action of the document, wherever the page keeps it at this width."""
    button = who.page.locator("[data-open=change]").first
    if not button.is_visible():
        who.page.locator("details:has([data-open=change]) > summary").first.click()
    assert who.word(title) in button.inner_text()
    button.click()
