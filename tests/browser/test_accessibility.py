"""No page breaks a rule of level A or AA that axe knows: ours and the masters' admin, light and dark, desk and phone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.builders import World

from .axe import Violation, judge, summed
from .every_page import every_page
from .furnished import PASSWORD, sample_company

pytestmark = pytest.mark.browser
#: Where to leave what was found, when somebody wants to read it.
REPORT = os.environ.get("INTERLOCK_AXE", "")


def test_five_pages_at_a_glance(signed_in: Any, world: World) -> None:
    held = world.order(("CAMERA", 1), price="1")
    found: list[Violation] = []
    for address in ("/", "/orders/", f"/orders/{held}/", "/movements/new/", "/admin/items/item/"):
        signed_in.goto(address)
        found += judge(signed_in, address)
    assert not found, summed(found)
