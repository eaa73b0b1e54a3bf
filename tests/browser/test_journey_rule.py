"""An accountant finds why an event has no rule, tries one, saves it, and the event posts."""

from __future__ import annotations

from typing import Any

import pytest

from interlock.finance.models import EventPending, PostingRule
from tests.builders import DAY, World

from .journeying import WAYS, role_of, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WORDS = {
    "en": {"add": "Add a rule for cost", "why": "No posting rule fits", "posted": "in the books"},
    "zh-hans": {"add": "为成本添加规则", "why": "没有适用的入账规则", "posted": "已入账"},
}


@WAYS
def test_an_event_without_a_rule_gets_one(
    chromium: Any, live_server: Any, world: World, language: str, width: int
) -> None:
    PostingRule.objects.filter(company_id=world.company, event_kind="goods_shipped").delete()
    world.delivery(("CAMERA", 1), state="shipped")
    world.post()
    say = WORDS[language]
    with visit(chromium, live_server, role_of(world, "accountant"), language, width) as accountant:
        accountant.open("/events/")
        accountant.page.locator("tbody").get_by_text(say["why"]).first.wait_for()
        event = EventPending.objects.get(company_id=world.company, code="no_rule").event
        accountant.open(f"/events/{event}/", "event-without-a-rule")
        accountant.page.get_by_role("link", name=say["add"]).click()
        accountant.page.wait_for_load_state()
        accountant.fill("Debit account", "1406")
        accountant.fill("Credit account", "1405")
        accountant.fill("Valid from", f"{DAY:%Y-%m}-01")
        accountant.press("Try first")
        accountant.says("Some amounts would go elsewhere.")
        accountant.look("rule-tried")
        assert not PostingRule.objects.filter(company_id=world.company, event_kind="goods_shipped").exists()
        accountant.press("Save")
        accountant.page.wait_for_url(f"**/events/{event}/")
        accountant.press("Post again")
        accountant.page.wait_for_url("**/events/")
        accountant.open(f"/events/{event}/")
        accountant.page.locator(".w-head .w-state[data-tone=good]", has_text=say["posted"]).wait_for()
    assert not EventPending.objects.filter(event=event).exists()
