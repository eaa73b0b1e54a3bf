"""Changing, cancelling, accepting and sharing orders on their pages."""

from __future__ import annotations

import io
import re

from django.test import Client
from django.urls import reverse

from interlock.sales import api as sales
from interlock.sales.models import Order, OrderLine
from tests.builders import DAY, World

from .people import sign_in


def page(client: Client, order: int, tab: str = "") -> str:
    response = client.get(reverse("web:order", args=[order]) + tab)
    assert response.status_code == 200
    return str(response.content.decode())


def test_a_clerk_changes_an_order(world: World, clerk: Client) -> None:
    world.receive(world.camera, 5, "500")
    world.receive(world.battery, 5, "5")
    order = world.order(("CAMERA", 1), state="released")
    form = {"address": "文三路 9 号", "quantity-1": "2", "new-item": "BATTERY", "new-quantity": "3", "item-1": ""}
    response = clerk.post(reverse("web:order-change", args=[order]), form)
    assert response.status_code == 302
    assert (world.state(order), Order.objects.get(pk=order).address) == ("reviewed", "文三路 9 号")
    lines = OrderLine.objects.filter(order_id=order).order_by("line_number")
    assert [(line.sku, int(line.quantity), str(line.unit_price.normalize())) for line in lines] == [
        ("CAMERA", 2, "299"),
        ("BATTERY", 3, "1E+1"),
    ]
    assert "CAMERA × 1 @ 299.00" in page(clerk, order, "?tab=timeline")
    nothing = clerk.post(reverse("web:order-change", args=[order]), {"quantity-1": "2"})
    assert nothing.status_code == 409


def test_orders_are_cancelled_with_a_reason(world: World, clerk: Client) -> None:
    world.receive(world.camera, 5, "500")
    one, two, left = world.order(), world.order(state="released"), world.order(state="shipped")
    url = reverse("web:orders-cancel")
    assert clerk.post(url, {"id": [one], "reason": ""}).status_code == 302
    assert world.state(one) == "reviewed"
    response = clerk.post(url, {"id": [one, two, left], "reason": "duplicate", "note": "twice"})
    assert response.status_code == 200
    assert (world.state(one), world.state(two), world.state(left)) == ("cancelled", "cancelled", "shipped")
    text = page(clerk, one)
    assert "ordered twice" in text
    assert "twice" in text
    assert 'data-open="cancel"' not in text
    assert clerk.get(reverse("web:orders") + "?state=cancelled").status_code == 200
    delivery = sales.Delivery.objects.get(company=world.company, state="cancelled")
    for tab in ("", "?tab=supply", "?tab=money", "?tab=trace", "?tab=trace&level=line", "?tab=timeline"):
        assert clerk.get(reverse("web:order", args=[two]) + tab).status_code == 200
        assert clerk.get(reverse("web:delivery", args=[delivery.pk]) + tab).status_code == 200
    assert clerk.get(reverse("web:pick-list", args=[delivery.pk])).status_code == 200
    assert clerk.get(reverse("web:deliveries") + "?state=cancelled").context["page"].rows


def test_the_platforms_change_is_taken_over(world: World, clerk: Client) -> None:
    world.receive(world.camera, 5, "500")
    order = world.order(("CAMERA", 1), state="reserved")
    number = Order.objects.get(pk=order).platform_number
    world.feed([world.line("CAMERA", 3, order_no=number)])
    assert "Take the change over" in page(clerk, order)
    assert clerk.post(reverse("web:order-accept", args=[order])).status_code == 302
    assert world.state(order) == "reviewed"
    assert int(OrderLine.objects.get(order_id=order).quantity) == 3


def test_what_was_sent_again_shows_each_difference_and_no_other(world: World, clerk: Client) -> None:
    world.receive(world.camera, 5, "500")
    world.receive(world.battery, 5, "5")
    order = world.order(("CAMERA", 2), ("BATTERY", 1), ("BATTERY", 3), state="reserved")
    number = Order.objects.get(pk=order).platform_number

    def sent(line: int, sku: str, quantity: int, **fields: str) -> dict[str, str]:
        claims = {"discount": "", "subsidy": "", "coupon": "MAY", "gift": "", "paid_amount": "900.50"}
        return world.line(sku, quantity, order_no=number, line_no=line, remark="ring twice") | claims | fields

    less, free = sent(3, "BATTERY", 3, discount="4", subsidy="1.5"), sent(4, "BATTERY", 1, gift="1")
    world.feed([sent(1, "CAMERA", 2), less, free])
    response = clerk.get(reverse("web:order", args=[order]))
    (shown,) = response.context["changes"]
    assert [(str(what), ours, theirs) for what, ours, theirs in shown["differing"]] == [
        ("remark", "–", "ring twice"),
        ("paid", "1,000,000.00", "900.50"),
        ("coupon", "–", "MAY"),
        ("line 2", "BATTERY × 1 @ 10", "–"),
        ("line 3", "BATTERY × 3 @ 10", "BATTERY × 3 @ 10, discount 4 (platform 1.5)"),
        ("line 4", "–", "BATTERY × 1 @ 10, gift"),
    ]


def test_what_came_too_late_is_left_aside_on_the_orders_page(world: World, clerk: Client) -> None:
    world.receive(world.camera, 5, "500")
    order = world.order(state="shipped")
    assert "sent again" not in page(clerk, order)
    world.feed([world.line("CAMERA", 3, order_no=Order.objects.get(pk=order).platform_number)])
    text = page(clerk, order)
    assert "CAMERA × 3 @ 299" in text
    assert reverse("web:order-accept", args=[order]) not in text
    assert reverse("web:order-dismiss", args=[order]) not in page(sign_in(world, ["sales.view_order"]), order)
    url = reverse("web:order-dismiss", args=[order])
    assert clerk.post(url, {"note": ""}).status_code == 302
    assert "CAMERA × 3 @ 299" in page(clerk, order)
    assert clerk.post(url, {"note": "buyer keeps one"}).status_code == 302
    text = page(clerk, order)
    assert "“buyer keeps one”" in text
    assert "CAMERA × 3 @ 299" not in text


def test_the_customers_link_is_shown_once_and_can_be_made_void(world: World, clerk: Client) -> None:
    order = world.order(state="received")
    url = reverse("web:order-link", args=[order])
    assert clerk.post(url).status_code == 302
    text = page(clerk, order)
    link = re.search(r'value="(http://testserver/o/[^"]+)"', text)
    assert link is not None
    assert Client().get(link[1]).status_code == 200
    assert "/o/" not in page(clerk, order)
    assert clerk.post(url, {"revoke": "1"}).status_code == 302
    assert Client().get(link[1]).status_code == 404


def test_a_file_of_cancellations_is_answered_row_by_row(world: World, clerk: Client) -> None:
    order = world.order(state="received")
    number = Order.objects.get(pk=order).platform_number
    file = io.BytesIO(f"shop,order_no,reason\nS1,{number},buyer\nS1,NONE,buyer\n".encode())
    file.name = "off.csv"
    response = clerk.post(reverse("web:cancel-feed"), {"file": file})
    assert response.status_code == 200
    assert world.state(order) == "cancelled"
    assert "The order is not known" in response.content.decode()


def test_without_the_permission_nothing_is_offered_or_done(world: World) -> None:
    client = sign_in(world, ["sales.view_order"])
    order = world.order(state="received")
    text = page(client, order)
    for word in ('data-open="change"', 'data-open="cancel"', reverse("web:order-link", args=[order])):
        assert word not in text
    assert "<b>Customer link</b>: Your role lacks the permission" in text
    for name in ("order-change", "order-accept", "order-link"):
        client.post(reverse(f"web:{name}", args=[order]), {"quantity-1": "9"})
    client.post(reverse("web:orders-cancel"), {"id": order, "reason": "buyer"})
    assert (world.state(order), int(OrderLine.objects.get(order_id=order).quantity)) == ("received", 1)
    alien = World(code="ALIEN").order(state="received")
    for name in ("order-change", "order-accept", "order-link"):
        assert client.post(reverse(f"web:{name}", args=[alien])).status_code == 404
    assert sales.cancel_orders([alien], company=world.company, by=world.by, reason="buyer", on=DAY).table() == [
        (alien, "not_found")
    ]
