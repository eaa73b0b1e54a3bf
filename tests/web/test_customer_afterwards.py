"""The customer's page after the order: what comes back, what is sent instead, what was called off, what is asked."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from interlock.sales import api as sales
from interlock.sales.models import Order, Return, Shop
from interlock.sales.queries.progress import ASKED
from interlock.web import words_customer
from tests.builders import DAY, World

INTERNAL = ("SO-2611", "DN-2611", "A-01", "陈小红", "13812345678", "文一西路", "DEFECT")


def look(order: int, language: str = "en") -> str:
    response = Client(HTTP_ACCEPT_LANGUAGE=language).get(reverse("web:customer", args=[sales.link_token(order)]))
    assert response.status_code == 200
    text = response.content.decode()
    assert not [word for word in INTERNAL if word in text]
    return text


def steps(text: str) -> list[tuple[str, str]]:
    return re.findall(r'data-done="(yes|no)"><b>([^<]+)</b>', text)


def call(world: World) -> dict[str, Any]:
    return {"company": world.company, "by": world.by}


def test_a_return_is_followed_to_the_money(world: World) -> None:
    world.receive(world.camera, 2, "2")
    order = world.order(("CAMERA", 2), state="recognised")
    assert "Your return" not in look(order)
    document = world.returned(order, ("CAMERA", 1))
    seen = [[done for done, word in steps(look(order)) if word in {"Goods are back", "Money is back"}]]
    for state in ("received", "inspected", "refunded"):
        world.return_step(state, [document])
        seen.append([done for done, word in steps(look(order)) if word in {"Goods are back", "Money is back"}])
    assert seen == [["no", "no"], ["yes", "no"], ["yes", "no"], ["yes", "yes"]]
    text = look(order, "zh-hans")
    assert "您的退货" in text
    assert "已退款" in text
    other = world.returned(order, ("CAMERA", 1))
    sales.cancel_returns([other], **call(world))
    assert ("yes", "Return called off") in steps(look(order))


@pytest.mark.slow
def test_an_exchange_shows_the_way_of_what_is_sent(world: World) -> None:
    """Its parcel, what comes back of it again, and the money once it was called off."""
    world.receive(world.camera, 3, "3")
    order = world.order(("CAMERA", 1), state="recognised")
    document = world.returned(order, ("CAMERA", 1), kind="exchange", state="received")
    assert [word for _done, word in steps(look(order))][-2:] == ["Goods are back", "Other goods ordered"]
    sales.exchange_returns([document], on=DAY, **call(world))
    text = look(order)
    assert "Sent to you instead" in text
    assert "What the shop sends" in text
    sent = Order.objects.get(pk=Return.objects.get(pk=document).replacement_id)
    for step in ("reviewed", "reserved", "released", "shipped"):
        world.step(step, [sent.pk])
    text = look(order)
    assert steps(text).count(("yes", "Shipped")) == 2
    assert "What the shop sends" not in text
    again = world.returned(sent.pk, ("CAMERA", 1), kind="exchange", state="received")
    sales.exchange_returns([again], on=DAY, **call(world))
    assert look(order).count("Sent to you instead") == 2
    third = Return.objects.get(pk=again).replacement_id
    assert third is not None
    sales.cancel_orders([third], reason="buyer", on=DAY, **call(world))
    for state in ("inspected", "refunded"):
        world.return_step(state, [again])
    text = look(order)
    assert text.count("Sent to you instead") == 1
    assert ("yes", "Money is back") in steps(text)


@pytest.mark.slow
def test_what_was_called_off_is_told(world: World) -> None:
    Shop.objects.filter(pk=world.shop.pk).update(split="by_warehouse")
    world.receive(world.camera, 1, "1", world.east_bin)
    world.receive(world.camera, 2, "2", world.south_bin)
    order = world.order(("CAMERA", 3), state="released")
    sales.ship_deliveries(world.deliveries(order)[:1], on=DAY, **call(world))
    assert "No longer in your order" not in look(order)
    sales.cancel_orders([order], reason="buyer", on=DAY, **call(world))
    text = look(order)
    gone = text[text.index("No longer in your order") :]
    assert "× 2" in gone[: gone.index("</section>")]
    assert "× 1" in gone[gone.index("</section>") :]
    assert "Follows in another parcel" not in text


def test_a_held_order_says_what_is_asked(world: World) -> None:
    world.receive(world.camera, 1, "1")
    order = world.order(state="received", phone="123", paid_amount="1")
    world.step("reviewed", [order])
    assert world.holds(order) == ["bad_phone", "paid_short"]
    text = look(order)
    assert "Your order waits for you." in text
    assert str(words_customer.ASKED["phone"]) in text
    assert str(words_customer.ASKED["rest"]) in text
    other = world.order(("CAMERA", 9), state="reserved")
    assert world.state(other) == "held"
    assert "waits for you" not in look(other), "that goods are missing is not the buyer's to mend"
    assert set(ASKED.values()) == set(words_customer.ASKED)
