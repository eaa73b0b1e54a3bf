"""A list at work: all that match are acted on in the background, left, found again; a view is kept; a file is taken."""

from __future__ import annotations

from typing import Any

import pytest

from interlock.core import background
from tests.builders import World

pytestmark = pytest.mark.browser


def test_all_that_match_are_released_while_one_does_something_else(
    signed_in: Any, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interlock.web.paging.SIZE", 2)
    world.receive(world.camera, 5, "500")
    for _ in range(3):
        world.order(("CAMERA", 1), price="1")
    world.order(("NOBODY", 1))
    signed_in.goto("/orders/?state=held")
    signed_in.get_by_label("Select all on this page").check()
    signed_in.get_by_label("all 4 that match the filter").check()
    signed_in.get_by_role("button", name="Release…").click()
    signed_in.get_by_label("Reason", exact=True).fill("as agreed")
    signed_in.get_by_role("button", name="Release", exact=True).click()
    signed_in.get_by_text("You can leave this page").wait_for()
    signed_in.get_by_role("link", name="My jobs").first.click()
    signed_in.locator("progress").wait_for()
    assert background.work_waiting() == 1
    signed_in.locator("[data-ended]").wait_for()
    signed_in.get_by_role("link", name="Sales orders: Holds released").click()
    signed_in.get_by_text("The item is not known").first.wait_for()
    with signed_in.expect_download() as taken:
        signed_in.get_by_role("link", name="Download the rejected").click()
    assert taken.value.suggested_filename.startswith("rejected-")


def test_a_view_is_kept_and_its_list_exported(signed_in: Any, world: World) -> None:
    world.order(("CAMERA", 1))
    world.order(("BATTERY", 1))
    signed_in.goto("/orders/")
    signed_in.get_by_role("button", name="More filters").click()
    signed_in.get_by_label("Amount from").fill("100")
    signed_in.get_by_role("button", name="Filter", exact=True).click()
    signed_in.get_by_text("1 row ·").wait_for()
    signed_in.get_by_text("Views", exact=True).click()
    signed_in.get_by_role("button", name="Save this view…").click()
    signed_in.get_by_label("Name", exact=True).fill("Dear ones")
    signed_in.get_by_role("button", name="Save", exact=True).click()
    signed_in.get_by_role("link", name="☆ Dear ones").wait_for()
    signed_in.get_by_text("Export", exact=True).click()
    signed_in.get_by_role("button", name="CSV").click()
    signed_in.get_by_text("You can leave this page").wait_for()
    background.work_waiting()
    with signed_in.expect_download() as taken:
        signed_in.get_by_role("link", name="Download").click()
    assert "299.00" in taken.value.path().read_text(encoding="utf-8-sig")
