"""An accountant finds why an event has no rule, tries one, saves it, and the event posts; in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from interlock.finance.models import EventPending, PostingRule
from tests.builders import DAY, World
from tests.web.people import PASSWORD, make_user

from .widths import DESK

pytestmark = pytest.mark.browser

WORDS = {
    "en": {
        "add": "Add a rule for cost", "debit": "Debit account", "credit": "Credit account", "try": "Try first",
        "save": "Save", "told": "Some amounts would go elsewhere.", "again": "Post again", "posted": "in the books",
        "why": "No posting rule fits", "from": "Valid from",
    },
    "zh-hans": {
        "add": "为成本添加规则", "debit": "借方科目", "credit": "贷方科目", "try": "先试算", "save": "保存",
        "told": "部分金额将改变去向。", "again": "重新入账", "posted": "已入账",
        "why": "没有适用的入账规则", "from": "生效日期",
    },
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("page", [DESK], indirect=True)
def test_an_event_without_a_rule_gets_one(page: Any, world: World, language: str) -> None:
    PostingRule.objects.filter(company_id=world.company, event_kind="goods_shipped").delete()
    world.delivery(("CAMERA", 1), state="shipped")
    world.post()
    say = WORDS[language]
    permissions = [
        "finance.view_voucher", "finance.view_postingrule", "finance.keep_rules", "finance.post_events",
    ]  # fmt: skip
    user = make_user(world, permissions, language)
    page.get_by_label("User name").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")
    page.goto("/events/")
    page.locator("tbody").get_by_text(say["why"]).first.wait_for()
    event = EventPending.objects.get(company_id=world.company, code="no_rule").event
    page.goto(f"/events/{event}/")
    page.get_by_role("link", name=say["add"]).click()
    page.get_by_label(say["debit"]).fill("1406")
    page.get_by_label(say["credit"]).fill("1405")
    page.get_by_label(say["from"]).fill(f"{DAY:%Y-%m}-01")
    page.get_by_role("button", name=say["try"]).click()
    page.get_by_text(say["told"]).wait_for()
    assert not PostingRule.objects.filter(company_id=world.company, event_kind="goods_shipped").exists()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name=say["save"], exact=True).click()
    page.wait_for_url(f"**/events/{event}/")
    page.get_by_role("button", name=say["again"]).click()
    page.wait_for_url("**/events/")
    page.goto(f"/events/{event}/")
    page.locator(".w-head .w-state[data-tone=good]", has_text=say["posted"]).wait_for()
    assert not EventPending.objects.filter(event=event).exists()
