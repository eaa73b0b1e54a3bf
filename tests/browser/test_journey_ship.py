"""A warehouse worker ships what a pick list names, serial numbers scanned."""

from __future__ import annotations

from typing import Any

import pytest

from interlock.sales.models import Delivery
from interlock.stock.models import Serial
from tests.builders import World

from .journeying import WAYS, role_of, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@WAYS
def test_a_pick_list_is_shipped_with_its_serial_numbers(
    chromium: Any, live_server: Any, world: World, language: str, width: int
) -> None:
    delivery = Delivery.objects.get(pk=world.delivery(("LOCK", 2), ("CAMERA", 1)))
    numbers = list(Serial.objects.filter(company_id=world.company).order_by("number").values_list("number", flat=True))
    worker = role_of(world, "warehouse")
    with visit(chromium, live_server, worker, language, width) as zhao:
        zhao.open("/deliveries/?state=released", "deliveries")
        zhao.page.get_by_role("link", name=delivery.number).click()
        zhao.page.wait_for_url(f"**/deliveries/{delivery.pk}/")
        zhao.look("pick")
        ship = zhao.page.get_by_role("button", name=zhao.word("Ship"), exact=True)
        assert ship.is_disabled(), "serial numbers are missing"
        scanned = zhao.page.locator("textarea[name^=serials-]")
        scanned.fill(f"{numbers[0]} SN-OF-NOBODY")
        zhao.press("Keep serial numbers")
        zhao.page.get_by_role("alert").first.wait_for()
        assert "SN-OF-NOBODY" in scanned.input_value(), "what was scanned is kept"
        zhao.page.locator("textarea[name^=serials-]").fill(" ".join(numbers))
        zhao.press("Keep serial numbers")
        zhao.says("Serial numbers captured.")
        zhao.open(f"/deliveries/{delivery.pk}/pick-list/", "pick-list")
        assert numbers[0] in zhao.page.content()
        zhao.open(f"/deliveries/{delivery.pk}/")
        zhao.press("Ship")
        zhao.reads(zhao.counted("%(number)s delivery shipped.", "%(number)s deliveries shipped.", 1))
        delivery.refresh_from_db()
        assert delivery.state == "shipped"
        assert set(Serial.objects.filter(number__in=numbers).values_list("state", flat=True)) == {"issued"}
