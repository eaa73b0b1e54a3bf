"""The customer's page: a signed link, no sign-in, nothing internal, nothing of others."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from interlock.sales import api as sales
from interlock.sales.models import Delivery, Order, Shop
from tests.builders import DAY, World

INTERNAL = ("SO-2611", "DN-2611", "A-01", "陈小红", "13812345678", "文一西路")


def look(order: int, language: str = "en", query: str = "") -> Any:
    return Client(HTTP_ACCEPT_LANGUAGE=language).get(reverse("web:customer", args=[sales.link_token(order)]) + query)


@pytest.mark.parametrize("state", ["received", "reviewed", "reserved", "released", "shipped", "recognised"])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_state_shows_progress_and_nothing_internal(world: World, state: str, language: str) -> None:
    world.receive(world.lock, 1, "500")
    order = world.order(("LOCK", 1), state=state)
    response = look(order, language)
    text = response.content.decode()
    assert response.status_code == 200
    assert response["X-Robots-Tag"].startswith("noindex")
    assert Order.objects.get(pk=order).platform_number in text
    assert "138****78" in text
    assert not [word for word in INTERNAL if word in text]
    done = text.count('data-done="yes"')
    assert done == {"received": 1, "reviewed": 2, "reserved": 2, "released": 3, "shipped": 4, "recognised": 5}[state]
    assert ("Your order" if language == "en" else "您的订单") in text


def test_the_language_can_be_asked_for(world: World) -> None:
    order = world.order(state="received")
    assert "您的订单" in look(order, "en", "?lang=zh").content.decode()
    assert "Your order" in look(order, "zh-hans", "?lang=en").content.decode()
    assert look(order, "en", "?lang=xx").status_code == 200


def test_a_wrong_an_old_and_a_void_link_are_told_kindly(world: World, settings: Any) -> None:
    order, other = world.order(state="received"), world.order(state="received")
    token = sales.link_token(order)
    for wrong in (token[:-1], "x", "x:y:z", f"{other:x}:" + token.split(":", 1)[1], f"{2**70:x}:a:b", "1:2"):
        response = Client().get(reverse("web:customer", args=[wrong]))
        assert response.status_code == 404
        assert "This link does not work" in response.content.decode()
    settings.CUSTOMER_LINK_DAYS = -1
    assert look(order).status_code == 404
    settings.CUSTOMER_LINK_DAYS = 60
    assert look(order).status_code == 200
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    assert sales.revoke_links([order, 404_000_000], **call).table() == [(order, "done"), (404_000_000, "not_found")]
    assert Client().get(reverse("web:customer", args=[token])).status_code == 404
    assert look(order).status_code == 200
    assert look(other).status_code == 200


def test_an_order_in_two_parcels_is_one_order(world: World) -> None:
    Shop.objects.filter(pk=world.shop.pk).update(split="by_warehouse")
    world.receive(world.camera, 1, "1", world.east_bin)
    world.receive(world.camera, 2, "2", world.south_bin)
    order = world.order(("CAMERA", 3), state="released")
    first = world.deliveries(order)[0]
    sales.ship_deliveries([first], company=world.company, by=world.by, on=DAY)
    text = look(order).content.decode()
    assert "Parcel 1 of 2" in text
    assert "Parcel 2 of 2" in text
    assert Delivery.objects.get(pk=first).number not in text


def test_a_cancelled_order_says_so(world: World) -> None:
    order = world.order(state="received")
    sales.cancel_orders([order], company=world.company, by=world.by, reason="buyer", on=DAY)
    text = look(order).content.decode()
    assert "Cancelled" in text
    assert "Being packed" not in text
