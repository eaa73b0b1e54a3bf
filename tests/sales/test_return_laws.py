"""The laws of returns notice what operations would never do."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.db.models import F

from interlock.core.api import run_checks
from interlock.sales.models import Return, ReturnLine
from tests.builders import World, assert_laws


@pytest.mark.parametrize(
    ("change", "law"),
    [
        ({"quantity": 9}, "returns_are_of_what_left"),
        ({"amount": F("amount") + 1}, "returns_are_their_lines"),
        ({"cost_amount": F("cost_amount") - 1}, "returned_goods_are_stock"),
        ({"scrapped_quantity": 1}, "returned_goods_are_stock"),
        ({"reverses": False}, "reversals_are_returns"),
        ({"reverses": False}, "recognised_lines_are_revenue"),
        ({"reverses": False}, "cost_of_sales_is_what_left"),
    ],
)
def test_a_changed_line_breaks_its_law(world: World, change: dict[str, Any], law: str) -> None:
    world.receive(world.camera, 2, "90")
    document = world.returned(world.order(("CAMERA", 2), state="recognised"), ("CAMERA", 1), state="refunded")
    assert_laws()
    with transaction.atomic():
        ReturnLine.objects.filter(document=document).update(**change)
        broken = {check.name for check in run_checks() if not check.holds}
        transaction.set_rollback(True)  # noqa: FBT003
    assert law in broken


def test_a_refund_nobody_paid_breaks_its_law(world: World) -> None:
    world.receive(world.camera, 1, "90")
    document = world.returned(world.order(("CAMERA", 1), state="recognised"), ("CAMERA", 1), state="inspected")
    Return.objects.filter(pk=document).update(state="refunded")
    assert "reversals_are_returns" in {check.name for check in run_checks() if not check.holds}
