"""Entering an order in a real browser: by keys alone, by pasting, into the list; at a desk and on a phone."""

from __future__ import annotations

import time
from typing import Any

import pytest

from interlock.items.models import Item
from interlock.sales.models import Order, OrderDraft
from tests.builders import World
from tests.sales.test_entry import buyer

from .widths import DESK_FIRST

pytestmark = pytest.mark.browser

PASTE = """(text) => { const data = new DataTransfer(); data.setData("text", text);
    document.activeElement.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }"""


def total(page: Any, text: str) -> None:
    page.wait_for_function("(text) => document.querySelector('[data-sum=amount]').textContent === text", arg=text)


@pytest.mark.slow
@pytest.mark.parametrize("page", DESK_FIRST, indirect=True)
def test_an_order_is_entered_by_keys_and_by_pasting(signed_in: Any, world: World) -> None:
    Item.objects.filter(pk=world.lock).update(name_zh="智能门锁")
    Item.objects.filter(pk=world.battery).update(barcode="6901234567892")
    party = buyer(world)
    page = signed_in
    page.goto("/orders/")
    page.get_by_role("link", name="New order").click()
    page.wait_for_function("document.activeElement.id === 'customer'")
    keys = page.keyboard
    keys.type("hzaj")
    keys.press("Enter")
    page.wait_for_function("document.querySelector('#district').value === '西湖区'")
    for _ in range(9):
        keys.press("Enter")
    page.wait_for_function("document.activeElement.dataset.field === 'item'")
    for typed, quantity, price in (
        ("znms", "1", ""), ("cam", "2", ""), ("6901234567892", "10", ""), ("LOCK", "1", "899"), ("battery", "3", "9.5"),
    ):  # fmt: skip
        keys.type(typed)
        keys.press("Enter")
        page.wait_for_function("document.activeElement.dataset.field === 'quantity'")
        keys.type(quantity)
        keys.press("Enter")
        keys.press("Enter")
        keys.type(price)
        keys.press("Enter")
        keys.press("Enter")
        page.wait_for_function("document.activeElement.dataset.field === 'item'")
    total(page, "2,624.50")
    assert "Below the floor price 899.10" in page.locator("[data-order-lines] tr:nth-child(4)").inner_text()
    rows = ["CAMERA\t1", *["BATTERY\t2\t10.00"] * 13, "NO-SUCH\t1", *["BATTERY\t1"] * 14, "LOCK\tmany"]
    assert len(rows) == 30
    page.evaluate(PASTE, "\n".join(rows))
    total(page, "3,323.50")
    said = page.locator("[data-report]").inner_text()
    assert "Rows pasted: 30. To be mended: 2." in said
    assert "Line 20 “NO-SUCH”: The item is not known" in said
    assert "Line 35 “LOCK”" in said
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.reload()
    total(page, "3,323.50")
    assert page.locator("[data-order-lines] tr").count() == 36, "kept as typed, with a new line at the end"
    page.locator("[data-order-lines] tr:nth-child(20) [data-field=item]").fill("CAMERA")
    page.keyboard.press("Enter")
    page.locator("[data-order-lines] tr:nth-child(35) [data-drop]").click()
    total(page, "3,622.50")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/orders/*/")
    order = Order.objects.get(company=world.company)
    assert order.number in page.content()
    assert (str(order.amount), order.customer_id, order.lines.count()) == ("3622.50", party.pk, 34)
    assert OrderDraft.objects.get().order_id == order.pk
    page.goto("/orders/")
    assert page.get_by_role("link", name=order.number).is_visible()


@pytest.mark.slow
def test_two_thousand_lines_stay_usable(signed_in: Any, world: World) -> None:
    page = signed_in
    page.set_default_timeout(60_000)
    page.goto("/orders/new/")
    page.locator("[data-order-lines] tr:nth-child(1) [data-field=item]").focus()
    page.evaluate(PASTE, "\n".join(f"{('CAMERA', 'BATTERY')[n % 2]}\t{n % 5 + 1}" for n in range(2_010)))
    page.wait_for_function("document.querySelector('[data-sum=count]').textContent === '2000'")
    assert "Rows that were not taken, as an order holds 2,000 lines:" in page.locator("[data-report]").inner_text()
    before = page.locator("[data-sum=amount]").inner_text()
    page.reload()
    total(page, before)
    began = time.monotonic()
    page.locator("[data-order-lines] tr:nth-child(2000) [data-field=quantity]").fill("1000")
    page.keyboard.press("Enter")
    page.wait_for_function("(text) => document.querySelector('[data-sum=amount]').textContent !== text", arg=before)
    print(f"a change among 2,000 lines: {time.monotonic() - began:.2f} s")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/orders/*/", wait_until="commit")
    assert Order.objects.get(company=world.company).lines.count() == 2_000
