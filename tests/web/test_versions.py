"""The versions of an order: field by field and line by line, who, when, and by which message."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from interlock.sales import api as sales
from interlock.sales.models import Order
from interlock.web.comparing import differences
from tests.builders import DAY, World

from .people import sign_in


def test_each_change_says_what_was_and_what_is(world: World, clerk: Client) -> None:
    order = world.order(("CAMERA", 1), province="", city="")
    url = reverse("web:order-versions", args=[order])
    assert "It is as it came" in clerk.get(url).content.decode()
    call = {"company": world.company, "by": world.by}
    amended = sales.amend_orders([order], buyer="林晓梅", province="浙江", city="杭州市", **call)
    assert amended.table() == [(order, "done")]
    change = {
        "remark": "<b>ring twice</b>",
        "lines": [{"line": 1, "quantity": "2"}, {"item": "BATTERY", "quantity": "1"}],
    }
    assert sales.change_orders([order], changes={order: change}, on=DAY, **call).table() == [(order, "done")]
    number = Order.objects.get(pk=order).platform_number
    world.feed([world.line("CAMERA", 3, order_no=number, province="浙江", city="杭州市")], "second.csv")
    assert sales.accept_changes([order], on=DAY, **call).table() == [(order, "done")]
    answer = clerk.get(url)
    found = [
        [(one.what, one.was, one.now) for one in change["differences"]]
        for change in reversed(answer.context["changes"])
    ]
    assert ("Buyer", "陈*", "林*") in found[0]
    assert ("Province", "–", "浙江") in found[0]
    assert ("Line 1: Quantity", "1", "2") in found[1]
    assert ("Line 2", "–", "BATTERY × 1 @ 10.00") in found[1]
    assert ("Line 1: Quantity", "2", "3") in found[2]
    assert ("Line 2", "BATTERY × 1 @ 10.00", "–") in found[2]
    text = answer.content.decode()
    assert "&lt;b&gt;ring twice" in text
    assert "message: second.csv" in text
    assert "林晓梅" not in text, "the buyer stays masked"
    other = World(code="ALIEN")
    assert clerk.get(reverse("web:order-versions", args=[other.order()])).status_code == 404
    assert sign_in(world, ["finance.view_voucher"]).get(url).status_code == 403


def test_what_is_masked_alike_says_that_it_changed() -> None:
    found = differences({"address": "a", "amount": "1.00"}, {"address": "b", "amount": 1, "city": "x"}, {})
    assert [(one.what, one.masked) for one in found] == [("Address", True)]
