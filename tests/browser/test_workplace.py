"""The workplace as its people use it: keyboard, phone, two languages, from a total down to an order line."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from interlock.sales.models import Delivery, DeliveryLine, Hold, Order
from tests.builders import World

from .axe import judge, summed

pytestmark = pytest.mark.browser


def test_a_wrong_password_says_so_and_keeps_the_name(page: Any) -> None:
    page.get_by_label("User name").fill("nobody")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("alert").wait_for()
    assert page.get_by_label("User name").input_value() == "nobody"


def test_a_clerk_releases_a_held_order_with_the_keyboard(signed_in: Any, world: World) -> None:
    world.receive(world.camera, 3, "300")
    order = Order.objects.get(pk=world.order(("CAMERA", 1), price="1"))
    signed_in.goto("/orders/?state=held")
    signed_in.keyboard.press("j")
    signed_in.keyboard.press("Enter")
    signed_in.wait_for_url(f"**/orders/{order.pk}/")
    assert signed_in.get_by_text("is below the floor of").first.is_visible()
    signed_in.get_by_role("button", name="Release…").click()
    signed_in.get_by_label("Why may it go on?").fill("agreed with the shop")
    signed_in.get_by_role("button", name="Release", exact=True).click()
    signed_in.get_by_text("1 order released.").wait_for()
    assert world.state(order.pk) != "held"
    signed_in.get_by_role("link", name="Timeline").click()
    signed_in.get_by_text("Holds released").wait_for()
    signed_in.get_by_text("agreed with the shop").wait_for()


def test_many_are_released_at_once_and_each_is_answered(signed_in: Any, world: World) -> None:
    world.receive(world.camera, 3, "300")
    world.order(("CAMERA", 1), price="1")
    world.order(("NOBODY", 1))
    signed_in.goto("/orders/?state=held")
    signed_in.get_by_label("Select all on this page").check()
    signed_in.get_by_role("button", name="Release…").click()
    signed_in.get_by_label("Reason", exact=True).fill("as agreed")
    signed_in.get_by_role("button", name="Release", exact=True).click()
    signed_in.get_by_role("heading", name="Outcome").wait_for()
    assert signed_in.get_by_text("The item is not known").is_visible()


def test_exceptions_of_one_kind_are_chosen_and_settled_together(signed_in: Any, world: World) -> None:
    held = [world.order(("CAMERA", 1), phone="1") for _nth in range(2)]
    world.order(("NOBODY", 1))
    Hold.objects.update(raised_at=timezone.now() - timedelta(days=2))
    signed_in.goto("/exceptions/")
    group = signed_in.locator("#held")
    assert not group.get_by_role("button", name="Release…").is_visible()
    group.get_by_label("Select all that nobody answers for").check()
    assert group.locator("[data-chosen]").inner_text() == "3"
    found = judge(signed_in, "exceptions", quick=True)
    assert not found, summed(found)
    group.get_by_role("button", name="Release…").click()
    signed_in.get_by_label("Reason", exact=True).fill("called them")
    signed_in.get_by_role("button", name="Release", exact=True).click()
    signed_in.get_by_role("heading", name="Outcome").wait_for()
    assert signed_in.get_by_text("The item is not known").is_visible()
    assert signed_in.get_by_role("button", name="Retry the rejected").is_visible()
    assert {world.state(one) for one in held} == {"reviewed"}
    signed_in.get_by_role("link", name="Back").click()
    signed_in.wait_for_url("**/exceptions/**")


def test_the_warehouse_captures_serial_numbers_and_ships(signed_in: Any, world: World) -> None:
    delivery = world.delivery(("LOCK", 2))
    signed_in.goto(f"/deliveries/{delivery}/")
    assert signed_in.get_by_role("button", name="Ship", exact=True).is_disabled()
    signed_in.get_by_role("button", name="Take from bin in order").click()
    signed_in.get_by_text("Serial numbers captured.").wait_for()
    signed_in.get_by_role("button", name="Ship", exact=True).click()
    signed_in.get_by_text("1 delivery shipped.").wait_for()
    assert Delivery.objects.get(pk=delivery).state == "shipped"


def test_from_the_trial_balance_down_to_the_order_line(signed_in: Any, world: World) -> None:
    delivery = world.delivery(("CAMERA", 2), state="recognised")
    world.post()
    line = DeliveryLine.objects.get(delivery_id=delivery)
    order = Order.objects.get(pk=line.order_id)
    signed_in.goto("/trial-balance/")
    assert signed_in.get_by_text("agrees").is_visible()
    signed_in.get_by_role("link", name=re.compile("^6001")).click()
    signed_in.locator("tbody tr a").first.click()
    signed_in.wait_for_url("**/vouchers/**")
    signed_in.get_by_role("link", name="revenue net of VAT").first.click()
    signed_in.wait_for_url("**/events/**")
    signed_in.locator("tbody a[href^='/lines/']").first.click()
    signed_in.wait_for_url(f"**/deliveries/{delivery}/#line-{line.pk}")
    signed_in.get_by_role("link", name=order.number).click()
    signed_in.wait_for_url(f"**/orders/{order.pk}/")
    signed_in.get_by_role("link", name="Trace").click()
    for title in ("Feed", "Goods shipped", "Revenue recognised"):
        assert signed_in.locator("svg text", has_text=title).first.is_visible()


def test_the_language_changes_and_stays(signed_in: Any) -> None:
    signed_in.goto("/orders/")
    signed_in.get_by_label("Language").click()
    signed_in.get_by_role("button", name="简体中文").click()
    signed_in.get_by_role("heading", name="销售订单").wait_for()
    assert signed_in.url.endswith("/orders/")
    signed_in.goto("/board/")
    assert signed_in.get_by_role("heading", name="当日看板").is_visible()


def test_a_number_is_found_with_ctrl_k(signed_in: Any, world: World) -> None:
    order = Order.objects.get(pk=world.order())
    signed_in.goto("/")
    signed_in.keyboard.press("Control+k")
    signed_in.keyboard.type(order.number)
    signed_in.locator(".w-found a", has_text=order.number).wait_for()
    signed_in.keyboard.press("ArrowDown")
    signed_in.keyboard.press("Enter")
    signed_in.wait_for_url(f"**/orders/{order.pk}/")


def test_rows_pasted_from_a_spreadsheet_become_lines(signed_in: Any, world: World) -> None:
    place = str(world.east_bin)
    signed_in.goto("/movements/new/")
    signed_in.evaluate(
        """(text) => {
            const data = new DataTransfer(); data.setData("text", text);
            document.querySelector("[data-cell]").dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        f"CAMERA\t{place}\t3\t300.00\nBATTERY\t{place}\t10\t50.00",
    )
    signed_in.get_by_role("button", name="Record as draft").click()
    signed_in.get_by_text("recorded as a draft").wait_for()
    signed_in.get_by_role("button", name="Post to stock").click()
    signed_in.get_by_text("1 movement posted.").wait_for()


@pytest.mark.parametrize("page", [390], indirect=True)
def test_every_page_fits_a_phone(signed_in: Any, world: World) -> None:
    delivery = world.delivery(("LOCK", 1))
    held = world.order(("CAMERA", 1), price="1")
    addresses = [f"/{name}/" for name in ("orders", "deliveries", "stock", "board", "trial-balance", "movements/new")]
    for address in ["/", *addresses, f"/orders/{held}/", f"/deliveries/{delivery}/"]:
        signed_in.goto(address)
        assert signed_in.evaluate("document.documentElement.scrollWidth") <= 390, address
        small = signed_in.evaluate(
            """() => [...document.querySelectorAll("main button, main .w-button, main .w-chip, header button")]
                .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 43.5)
                .map((one) => one.outerHTML.slice(0, 120))"""
        )
        assert not small, address
    signed_in.get_by_role("button", name="Navigation").click()
    signed_in.get_by_role("link", name="Sales orders").click()
    signed_in.wait_for_url("**/orders/")


def test_dark_is_kept(signed_in: Any) -> None:
    signed_in.get_by_label("Me", exact=True).click()
    signed_in.get_by_role("button", name="Dark").click()
    signed_in.goto("/orders/")
    assert "dark" in signed_in.evaluate("document.documentElement.className")


def test_every_field_has_a_label(signed_in: Any, world: World) -> None:
    delivery = world.delivery(("LOCK", 1))
    held = world.order(("CAMERA", 1), price="1")
    for address in ("/orders/", "/movements/new/", "/feeds/", f"/orders/{held}/", f"/deliveries/{delivery}/"):
        signed_in.goto(address)
        nameless = signed_in.evaluate(
            """() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button")]
                .filter((one) => !one.labels?.length && !one.getAttribute("aria-label") && !one.textContent.trim())
                .map((one) => one.outerHTML.slice(0, 120))"""
        )
        assert not nameless, address
