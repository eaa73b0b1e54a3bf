"""Roles, people, conflicts, reviews and a partner's list in a real Chromium: nothing overflows at a phone's width."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from interlock.core.api import DataScope, DutyConflict, User, change_roles, start_reviews, system_actor
from tests.builders import World
from tests.web.people import PASSWORD, make_user

from .widths import PHONE_FIRST

pytestmark = pytest.mark.browser
SHOTS = os.environ.get("INTERLOCK_SHOTS", "")


def look(page: Any, name: str, width: int) -> None:
    """No horizontal scroll; a picture when a folder is named for it."""
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True)


@pytest.mark.parametrize("page", PHONE_FIRST, indirect=True)
def test_the_pages_of_rights_fit(signed_in: Any, world: World, request: pytest.FixtureRequest) -> None:
    width = request.node.callspec.params["page"]
    other = make_user(world, ["sales.amend_orders", "sales.release_orders"])
    role, by = other.memberships.get().role_id, system_actor("test")
    change_roles(
        [role], company=world.company, by=by, name_en="Sales clerk", name_zh="销售内勤",
        permissions=["sales.amend_orders", "sales.release_orders", "sales.view_order"],
    )  # fmt: skip
    DutyConflict.objects.create(
        first="sales.amend_orders", second="sales.release_orders", name_en="amends and releases", name_zh="改单又放行"
    )
    today = timezone.now().date()
    start_reviews([1], company=world.company, by=by, as_of=today, due_on=today)
    review = world_review()
    for language in ("en", "zh"):
        if language == "zh":
            User.objects.update(language="zh-hans")
            signed_in.context.add_cookies([{"name": "django_language", "value": "zh-hans", "url": signed_in.url}])
        for name, address in {
            "roles": "/roles/", "role": f"/roles/{role}/", "menu": f"/roles/{role}/?tab=menu",
            "people": "/people/", "person": f"/people/{other.pk}/", "limits": f"/people/{other.pk}/?tab=limits",
            "duties": "/duties/", "reviews": "/reviews/", "review": f"/reviews/{review}/",
        }.items():  # fmt: skip
            signed_in.goto(address)
            look(signed_in, f"{name}-{language}", width)


def world_review() -> int:
    from interlock.core.api import AccessReview

    return int(AccessReview.objects.get().pk)


@pytest.mark.parametrize("page", PHONE_FIRST, indirect=True)
def test_a_partner_lands_on_their_list(page: Any, world: World, request: pytest.FixtureRequest) -> None:
    width = request.node.callspec.params["page"]
    world.receive(world.camera, 5, "500")
    order = world.order(("CAMERA", 2), state="shipped")
    user = make_user(world, ["sales.view_order", "sales.view_delivery", "sales.view_return"])
    User.objects.filter(pk=user.pk).update(is_staff=False, partner="customer")
    DataScope.objects.create(company_id=world.company, user=user, dimension="party", ids=[world.customer.pk])
    page.get_by_label("User name").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/partner/")
    look(page, "partner", width)
    page.goto(f"/partner/orders/{order}/")
    look(page, "partner-order", width)
    assert page.goto("/orders/").status == 403
