"""What companies set up themselves, as they see it: webhooks, own fields, alerts; nothing leaves the width."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group

from interlock.core import webhooks
from interlock.core.api import Alert, CustomField, User, WebhookDelivery, set_custom_fields
from tests.builders import World

from .widths import PHONE_FIRST

#: Where to leave pictures of the pages, when somebody wants to look.
SHOTS = os.environ.get("INTERLOCK_SHOTS", "")

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def furnish(world: World) -> dict[str, str]:
    """Make some of everything; answers the addresses of the pages."""
    owner = User.objects.latest("id")
    hook, _secret = webhooks.make_webhook(
        company=world.company, name="Warehouse hub", url="https://hub.example/interlock", owner=owner,
        kinds=["order.held", "order.accepted", "order.received"],
    )  # fmt: skip
    choices = [{"code": "a", "en": "First class", "zh": "一等"}, {"code": "b", "en": "Second class", "zh": "二等"}]
    for code, type_, english, chinese, more in [
        ("grade", "choice", "Grade", "等级", {"choices": choices, "is_searchable": True}),
        ("gift", "yes_no", "Gift wrapped", "礼品包装", {}),
        ("spare", "link", "Spare part", "备件", {"target": "item"}),
        ("batch", "text", "Batch", "批次", {"is_required": True}),
    ]:
        CustomField.objects.create(
            company_id=world.company, kind="order", code=code, type=type_, name_en=english, name_zh=chinese, **more
        )
    orders = [world.order(phone="1") for _n in range(3)]
    values = {orders[0]: {"grade": "a", "gift": "yes", "spare": "LOCK", "batch": "B-7"}}
    set_custom_fields(orders[:1], company=world.company, by=world.by, kind="order", values=values)
    WebhookDelivery.objects.filter(pk=WebhookDelivery.objects.latest("id").pk).update(
        state="failed", next_try_at=None, attempts=12, last_status=500, fault="status", duration_ms=312
    )
    one = Alert.objects.create(
        company_id=world.company, name="Too many held orders", list_code="orders", query="state=held", threshold=3,
        role=Group.objects.latest("id"), owner=owner,
    )  # fmt: skip
    delivery = WebhookDelivery.objects.latest("id").pk
    return {
        "webhooks": "/webhooks/", "webhook": f"/webhooks/{hook.pk}/", "delivery": f"/webhooks/deliveries/{delivery}/",
        "order": f"/orders/{orders[0]}/", "orders": "/orders/?columns=number,state,own_grade,own_spare&own_grade=a",
        "field": f"/admin/core/customfield/{CustomField.objects.earliest('id').pk}/change/",
        "alerts": "/alerts/", "alert": f"/alerts/{one.pk}/",
    }  # fmt: skip


@pytest.mark.parametrize("page", PHONE_FIRST, indirect=True)
def test_pages_fit_in_both_languages(signed_in: Any, world: World) -> None:
    addresses = furnish(world)
    width = signed_in.viewport_size["width"]
    origin = signed_in.evaluate("location.origin")
    for language, word in (("en", "Own fields"), ("zh-hans", "自定义字段")):
        signed_in.context.add_cookies([{"name": "django_language", "value": language, "url": origin}])
        for name, address in addresses.items():
            signed_in.goto(address)
            assert signed_in.evaluate("document.documentElement.scrollWidth") <= width, (name, language)
            if name == "order":
                assert signed_in.get_by_text(word).first.is_visible()
            if SHOTS:
                signed_in.screenshot(path=Path(SHOTS) / f"{name}_{language}_{width}.png", full_page=True)


def test_an_alert_is_tried_on_its_page(signed_in: Any, world: World) -> None:
    signed_in.goto(furnish(world)["alert"])
    signed_in.get_by_role("button", name="Try now").click()
    assert signed_in.get_by_text("It would tell now.").is_visible()
