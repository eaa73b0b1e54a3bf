"""Nobody sees what is not theirs: companies, roles, buyers."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from interlock.core.api import Membership, Timeline
from interlock.finance.models import Voucher
from interlock.sales.models import DeliveryLine
from tests.builders import World

from .people import make_user, sign_in

SECRETS = ("陈小红", "13812345678", "文一西路 1 号")


def test_a_visitor_is_asked_to_sign_in(db: None) -> None:
    for name in ("home", "orders", "trial-balance", "board"):
        response = Client().get(reverse(f"web:{name}"))
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("web:sign-in"))


def test_a_document_of_another_company_does_not_exist(world: World, clerk: Client) -> None:
    alien = World(code="ALIEN")
    delivery = alien.delivery(("CAMERA", 1), state="shipped")
    alien.post()
    order = DeliveryLine.objects.get(delivery_id=delivery).order_id
    voucher = Voucher.objects.filter(company_id=alien.company)[0].pk
    for name, number in [
        ("order", order), ("delivery", delivery), ("pick-list", delivery), ("voucher", voucher), ("document", order),
        ("line", DeliveryLine.objects.get(delivery_id=delivery).pk),
    ]:  # fmt: skip
        assert clerk.get(reverse(f"web:{name}", args=[number])).status_code == 404, name
    assert clerk.post(reverse("web:order-amend", args=[order]), {"buyer": "x"}).status_code == 404
    assert clerk.post(reverse("web:company"), {"company": alien.company}).status_code == 404
    assert "ALIEN" not in clerk.get(reverse("web:home")).content.decode()


def test_two_companies_of_ones_own_are_one_workplace(world: World) -> None:
    other = World(code="OTHER")
    user = make_user(world)
    role = Membership.objects.get(user=user).role
    Membership.objects.create(user=user, role=role, company_id=other.company)
    client = Client()
    client.force_login(user)
    order = other.order()
    response = client.get(reverse("web:order", args=[order]))
    assert response.status_code == 200
    assert response.context["desk"].company.code == "OTHER"
    assert client.post(reverse("web:company"), {"company": world.company}).status_code == 302
    assert client.get(reverse("web:orders")).context["desk"].company.code == world.code


def test_a_role_sees_only_its_pages(world: World) -> None:
    client = sign_in(world, ["sales.view_delivery", "sales.ship_deliveries"])
    titles = [link["url"] for group in client.get("/").context["navigation"] for link in group["links"]]
    assert reverse("web:deliveries") in titles
    assert reverse("web:trial-balance") not in titles
    assert client.get(reverse("web:trial-balance")).status_code == 403
    assert client.get(reverse("web:orders")).status_code == 403


def test_a_button_that_is_not_allowed_says_why(world: World) -> None:
    client = sign_in(world, ["sales.view_order"])
    order = world.order(("CAMERA", 1), price="1")
    text = client.get(reverse("web:order", args=[order])).content.decode()
    assert "Your role lacks the permission “" in text
    client.post(reverse("web:orders-release"), {"id": order, "note": "please"})
    assert world.state(order) == "held"


@pytest.mark.parametrize("address", ["orders", "order"])
def test_buyers_are_masked(world: World, clerk: Client, address: str) -> None:
    order = world.order()
    where = reverse("web:orders") if address == "orders" else reverse("web:order", args=[order])
    text = clerk.get(where).content.decode()
    assert "陈*" in text
    assert "138****78" in text
    assert not [secret for secret in SECRETS if secret in text]


def test_a_buyer_is_shown_on_purpose_once_and_it_is_on_record(world: World, clerk: Client) -> None:
    order = world.order()
    address = reverse("web:order", args=[order])
    assert clerk.post(reverse("web:order-buyer", args=[order])).status_code == 302
    text = clerk.get(address).content.decode()
    assert all(secret in text for secret in SECRETS)
    assert not [secret for secret in SECRETS if secret in clerk.get(address).content.decode()]
    assert Timeline.objects.filter(documents__contains=[order]).count() == 3  # received, reviewed, shown
    stranger = sign_in(world, ["sales.view_order"])
    stranger.post(reverse("web:order-buyer", args=[order]))
    assert not [secret for secret in SECRETS if secret in stranger.get(address).content.decode()]


def test_signing_in_speaks_the_users_language(world: World) -> None:
    user = make_user(world, language="zh-hans")
    client = Client()
    sent = client.post(reverse("web:sign-in"), {"username": user.username, "password": "a-long-enough-password"})
    assert sent.status_code == 302
    assert "销售订单" in client.get("/").content.decode()
    client.post(reverse("web:language"), {"language": "en", "next": "/orders/"})
    assert "Sales orders" in client.get("/").content.decode()
    assert client.post(reverse("web:language"), {"language": "en", "next": "https://evil.example/"})["Location"] == "/"
