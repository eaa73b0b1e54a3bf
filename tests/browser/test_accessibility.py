"""No page breaks a rule of level A or AA that axe knows: ours and the masters', light and dark, desk and phone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from interlock.core.api import Company, User
from tests.builders import World

from .axe import Violation, judge, summed
from .every_page import every_page
from .furnished import PASSWORD, sample_company

pytestmark = pytest.mark.browser
#: Where to leave what was found, when somebody wants to read it.
REPORT = os.environ.get("INTERLOCK_AXE", "")
HTML = (200, 403, 404)
#: Every page takes a browser long: ``-k "part2"`` looks at a quarter of them.
QUARTERS = 4


def test_five_pages_at_a_glance(signed_in: Any, world: World) -> None:
    held = world.order(("CAMERA", 1), price="1")
    found: list[Violation] = []
    for address in ("/", "/orders/", f"/orders/{held}/", "/movements/new/", f"/admin/items/item/{world.lock}/change/"):
        signed_in.goto(address)
        found += judge(signed_in, address, quick=True)
    assert not found, summed(found)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("part", range(QUARTERS), ids=[f"part{n}" for n in range(QUARTERS)])
def test_every_page_there_is(
    chromium: Any, live_server: Any, committed: None, settings: Any, tmp_path: Path, part: int
) -> None:
    """The sample company after a day, with one of everything; no rule and no part of a page is left out."""
    settings.FILES_ROOT = tmp_path
    with transaction.atomic():
        company = sample_company()
    User.objects.filter(username="admin").update(language="en", company=Company.objects.get(pk=company))
    context = chromium.new_context(base_url=live_server.url, locale="en-GB")
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto("/sign-in/")
    found = judge(page, "sign-in")
    page.get_by_label("User name").fill("admin")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")
    seen = []
    for name, address in list(every_page(company).items())[part::QUARTERS]:
        if name == "sign-out":
            continue
        answer = context.request.get(address, max_redirects=0)
        if answer.status in HTML and "text/html" in answer.headers.get("content-type", ""):
            page.goto(address)
            found += judge(page, name, frame=name == "home")
            seen.append(name)
    context.close()
    if REPORT:
        Path(f"{REPORT}.{part}").write_text(f"{len(seen)} pages\n{summed(found)}\n", encoding="utf-8")
    assert len(seen) > 250 // QUARTERS, seen
    assert not found, summed(found)
