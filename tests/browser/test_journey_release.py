"""A clerk releases a held order and follows it to its voucher."""

from __future__ import annotations

import re
from typing import Any

import pytest

from interlock.finance.models import Voucher
from interlock.sales.models import Order
from tests.builders import World

from .journeying import WAYS, role_of, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@WAYS
def test_a_held_order_is_released_and_followed(
    chromium: Any, live_server: Any, world: World, language: str, width: int
) -> None:
    world.receive(world.camera, 3, "300")
    order = Order.objects.get(pk=world.order(("CAMERA", 1), price="1"))
    clerk = role_of(world, "sales clerk", "finance.view_voucher")
    with visit(chromium, live_server, clerk, language, width) as lin:
        lin.open("/orders/?state=held", "held")
        lin.page.get_by_role("link", name=order.number).click()
        lin.page.wait_for_url(f"**/orders/{order.pk}/")
        lin.look("release")
        lin.press("Release…")
        lin.fill("Why may it go on?", "agreed with the shop")
        lin.press("Release")
        lin.reads(lin.counted("%(number)s order released.", "%(number)s orders released.", 1))
        assert world.state(order.pk) != "held"
        for state in ("reserved", "released", "shipped", "recognised"):
            world.step(state, [order.pk])
        world.post()
        lin.open(f"/orders/{order.pk}/", "order")
        lin.follow("Trace")
        lin.look("trace")
        lin.page.locator("svg a[href^='/deliveries/']").first.click()
        lin.page.wait_for_url("**/deliveries/**")
        lin.look("delivery")
        lin.follow("Money")
        voucher = Voucher.objects.filter(company_id=world.company).latest("id")
        lin.page.locator("a[href^='/vouchers/']").last.click()
        lin.page.wait_for_url(re.compile(r".*/vouchers/\d+/.*"))
        lin.look("voucher")
        assert voucher
        lin.open(f"/orders/{order.pk}/?tab=timeline")
        lin.reads("agreed with the shop")
