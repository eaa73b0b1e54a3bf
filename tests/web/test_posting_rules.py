"""The posting rules' pages: the list tried on a month, a rule added for an event, replaced, ended."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from interlock.finance.models import EventPending, PostingRule
from tests.builders import DAY, World

from .people import sign_in

MONTH = f"{DAY:%Y-%m}"


def page(client: Client, name: str, *args: Any, status: int = 200, **query: Any) -> str:
    response = client.get(reverse(f"web:{name}", args=args), query)
    assert response.status_code == status
    return response.content.decode()


def test_a_rule_is_tried_and_saved_for_an_event(world: World, clerk: Client) -> None:
    rules = PostingRule.objects.filter(company_id=world.company)
    rules.filter(event_kind="goods_shipped").delete()
    world.delivery(("CAMERA", 1), state="shipped")
    world.post()
    event = EventPending.objects.get(company_id=world.company, code="no_rule").event
    assert f'?event={event}&amp;component=cost"' in page(clerk, "event", event)
    assert "No posting rule fits" in page(clerk, "rules", month=MONTH)
    form = page(clerk, "rule-new", event=event, component="cost")
    assert '<option value="goods_shipped" selected>' in form
    typed = {
        "event": event, "event_kind": "goods_shipped", "component": "cost", "debit": "1406", "credit": "1405",
        "valid_from": f"{MONTH}-01", "grouping": "day_unit", "carry_party": "on", "carry_item": "on",
        "month": MONTH,
    }  # fmt: skip
    new = reverse("web:rule-new")
    tried = clerk.post(new, typed | {"do": "try"}).content.decode()
    assert "Some amounts would go elsewhere" in tried
    assert "<b>1406 / 1405</b>" in tried
    assert not rules.filter(event_kind="goods_shipped").exists(), "trying writes nothing"
    wrong = clerk.post(new, typed | {"do": "save", "debit": "9999"})
    assert wrong.status_code == 422
    assert "The account does not exist" in wrong.content.decode()
    assert clerk.post(new, typed | {"do": "save"})["Location"] == reverse("web:event", args=[event])
    clerk.post(reverse("web:events-post"), {"id": event})
    assert not EventPending.objects.filter(event=event).exists()
    rule = rules.get(event_kind="goods_shipped")
    assert (rule.debit_account.code, rule.carry_party, rule.valid_to) == ("1406", True, None)
    tie = clerk.post(new, typed | {"do": "try", "debit": "1408"}).content.decode()
    assert "Two posting rules fit equally well" in tie
    assert "Some amounts would find no way into the books" in tie


def test_a_rule_is_replaced_and_ended(world: World, clerk: Client) -> None:
    world.delivery(("CAMERA", 1), state="shipped")
    world.post()
    rule = PostingRule.objects.get(company_id=world.company, event_kind="goods_shipped")
    address = reverse("web:rule", args=[rule.pk])
    typed = {
        "debit": "1408", "credit": "1405", "valid_from": "2027-01-01", "grouping": "day_unit", "month": MONTH,
    }  # fmt: skip
    used = clerk.post(address, typed | {"do": "save", "valid_from": f"{MONTH}-01"})
    assert "The rule has posted since that day" in used.content.decode()
    assert "<b>1408 / 1405</b>" in clerk.post(address, typed | {"do": "try"}).content.decode()
    assert clerk.post(address, typed | {"do": "save"})["Location"] == reverse("web:rules")
    rule.refresh_from_db()
    assert f"{rule.valid_to}" == "2027-01-01"
    newer = PostingRule.objects.get(company_id=world.company, event_kind="goods_shipped", valid_to=None)
    ending = reverse("web:rule-end", args=[newer.pk])
    assert "find no way" in clerk.post(ending, {"on": "2027-02-01", "do": "try", "month": MONTH}).content.decode()
    assert clerk.post(ending, {"on": "2027-02-01", "do": "end"})["Location"] == reverse("web:rules")
    assert clerk.post(ending, {"on": "2027-03-01", "do": "end"}).status_code == 422
    shown = page(clerk, "rules", kind="goods_shipped", ended="on")
    assert "not valid yet" in shown
    assert "ends on 1 Feb 2027" in page(clerk, "rule-end", newer.pk)


def test_who_may_look_may_not_change(world: World) -> None:
    reader = sign_in(world, ["finance.view_postingrule"])
    rule = PostingRule.objects.filter(company_id=world.company).first()
    assert rule is not None
    assert reverse("web:rule", args=[rule.pk]) not in page(reader, "rules")
    page(reader, "rule", rule.pk, status=403)
    stranger = sign_in(world, ["finance.keep_rules"])
    page(stranger, "rule", 0, status=200)
    page(stranger, "rule-end", rule.pk + 10**6, status=404)
