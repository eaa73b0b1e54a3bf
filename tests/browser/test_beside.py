"""A document page in a real browser: whom a comment names, a file, paper, and a refused return that keeps its words."""

from __future__ import annotations

from typing import Any

import pytest

from interlock.core.api import Attachment, Comment, Notice
from tests.builders import World
from tests.web.people import make_user

from .widths import PHONE_FIRST

pytestmark = pytest.mark.browser


@pytest.mark.slow
@pytest.mark.parametrize("page", PHONE_FIRST, indirect=True)
def test_a_document_is_talked_about(signed_in: Any, world: World) -> None:
    page = signed_in
    world.receive(world.camera, 3, "90")
    order = world.order(("CAMERA", 2), state="shipped")
    reader = make_user(world, ["sales.view_order"])
    page.goto(f"/orders/{order}/?tab=timeline")
    page.get_by_label("Comment").click()
    page.keyboard.type("please @")
    page.locator(f"[data-name={reader.username}]").click()
    page.keyboard.type("look")
    assert page.get_by_label("Comment").input_value() == f"please @{reader.username} look"
    page.get_by_role("button", name="Say it").click()
    page.get_by_text(f"Told: {reader.username}.").wait_for()
    assert (Comment.objects.count(), Notice.objects.get().user_id) == (1, reader.pk)

    page.goto(f"/orders/{order}/?tab=files")
    page.get_by_label("Attach files").set_input_files(
        {"name": "note.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    page.get_by_role("button", name="Attach", exact=True).click()
    page.get_by_text("Attached: 1.").wait_for()
    assert Attachment.objects.count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.get_by_role("button", name="Print…").click()
    assert page.get_by_role("link", name="English PDF").is_visible()
    page.get_by_role("button", name="Close").click()
    page.locator(".w-why-not summary").click()
    assert page.get_by_text("Possible while: held. It is: shipped.").first.is_visible()

    page.get_by_role("button", name="Return…").click()
    page.get_by_label("Pieces of CAMERA").fill("7")
    page.get_by_role("button", name="Announce").click()
    page.get_by_text("More than is left to return").first.wait_for()
    assert page.get_by_label("Pieces of CAMERA").input_value() == "7"
    assert page.get_by_label("Pieces of CAMERA").get_attribute("aria-invalid") == "true"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
