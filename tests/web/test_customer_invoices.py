"""A buyer asks for the invoice behind the link of the order: for that order's goods only, and once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from interlock.finance import api as finance
from interlock.finance.models import InvoiceRule
from interlock.sales import api as sales
from tests.builders import DAY, World
from tests.sales.test_tax_invoices import issue
from tests.taxing import Office, credit_code, register, tax_office

from .people import sign_in

HOSTILE = "<script>alert(1)</script> {{ 7*7 }} %s \x00\u202e 王先生"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with tax_office(tmp_path_factory.mktemp("office")) as running:
        yield running


@pytest.fixture(autouse=True)
def fresh() -> None:
    cache.clear()


@pytest.fixture
def sold(world: World, office: Office) -> tuple[int, int]:
    """Answer an order whose revenue is recognised and its delivery, of a company that is registered for tax."""
    register(world, office, 31)
    world.receive(world.camera, 2, "200")
    order = world.order(("CAMERA", 1), state="recognised")
    return order, world.deliveries(order)[0]


def page(order: int, query: str = "") -> str:
    return reverse("web:customer-invoices", args=[sales.link_token(order)]) + query


def look(order: int, query: str = "?lang=en") -> str:
    answer = Client().get(page(order, query))
    assert answer.status_code == 200
    assert answer["X-Robots-Tag"].startswith("noindex")
    return str(answer.content.decode())


def ask(order: int, parcel: int, **typed: str) -> Any:
    given = {"name": "王先生", "code": "", "email": "", **typed}
    return Client().post(page(order, "?lang=en"), {"parcel": parcel, **given}, follow=True)


def asked() -> list[tuple[str, str, str, str]]:
    found = finance.TaxInvoice.objects.order_by("id")
    return list(found.values_list("state", "buyer_name", "buyer_code", "buyer_email"))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("?lang=en", ("Ask for the invoice", "The shop has your request", "Issued")),
        ("?lang=zh", ("申请开票", "商家已收到您的申请", "已开具")),
    ],
)
def test_asked_for_issued_and_taken_along(
    world: World, sold: tuple[int, int], language: str, words: tuple[str, str, str]
) -> None:
    order, parcel = sold
    assert (
        reverse("web:customer-invoices", args=["x"])[-9:]
        in Client().get(reverse("web:customer", args=[sales.link_token(order)])).content.decode()
    )
    assert words[0] in look(order, language)
    for _twice in range(2):
        answer = ask(order, parcel, name=" 甲公司 ", code=credit_code(77).lower(), email="a@example.com")
        assert answer.status_code == 200
    assert asked() == [("requested", "甲公司", credit_code(77), "a@example.com")]
    text = look(order, language)
    assert words[1] in text
    assert words[0] not in text
    held = finance.TaxInvoice.objects.get()
    token = sales.link_token(order)
    files = [reverse("web:customer-invoice-file", args=[token, held.pk, form]) for form in ("pdf", "xml")]
    assert [Client().get(address).status_code for address in files] == [404, 404], "it is not issued yet"
    issue(world)
    text = look(order, language)
    assert words[2] in text
    assert all(address in text for address in files)
    pdf, xml = (Client().get(address + language) for address in files)
    assert pdf.content.startswith(b"%PDF")
    assert "甲公司" in xml.content.decode()
    assert all(one["Content-Disposition"].startswith("attachment") for one in (pdf, xml))
    seen = sign_in(world).get(reverse("web:tax-invoice", args=[held.pk])).content.decode()
    assert "a@example.com" in seen
    assert "customer&#x27;s link" in seen


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"name": "  "}, "whom the invoice is made out to"),
        ({"name": "王" * 121}, "too long"),
        ({"code": "91330100MA0000001X"}, "no valid tax number"),
        ({"code": "<b>"}, "no valid tax number"),
        ({"email": "nobody"}, "no e-mail address"),
        ({"email": "a@example.com\nBcc: b@example.com"}, "no e-mail address"),
    ],
)
def test_what_is_wrong_is_told_and_kept(sold: tuple[int, int], typed: dict[str, str], says: str) -> None:
    answer = ask(*sold, **{"name": "乙公司", **typed})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert says in text
    assert "name" in typed or "乙公司" in text, "what was typed is kept"
    assert asked() == []


def test_hostile_text_is_text(world: World, sold: tuple[int, int]) -> None:
    text = ask(*sold, name=HOSTILE).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} %s" in text
    [(_state, name, _code, _email)] = asked()
    assert name == HOSTILE.replace("\x00\u202e", "")


def test_a_link_is_for_its_order_only(world: World, sold: tuple[int, int]) -> None:
    order, parcel = sold
    world.receive(world.camera, 1, "100")
    other = world.order(("CAMERA", 1), state="recognised")
    ask(order, parcel)
    issue(world)
    held = finance.TaxInvoice.objects.get()
    foreign = [
        Client().post(page(other), {"parcel": parcel, "name": "x"}),
        Client().post(page(order), {"parcel": world.deliveries(other)[0], "name": "x"}),
        Client().post(page(order), {"parcel": "'; --", "name": "x"}),
        Client().get(reverse("web:customer-invoice-file", args=[sales.link_token(other), held.pk, "xml"])),
        Client().get(reverse("web:customer-invoice-file", args=["1:2:3", held.pk, "pdf"])),
        Client().get(reverse("web:customer-invoice-file", args=[sales.link_token(order), held.pk, "exe"])),
        Client().get(reverse("web:customer-invoices", args=["1:2:3"])),
        Client().post(reverse("web:customer-invoices", args=["1:2:3"]), {"parcel": parcel, "name": "x"}),
    ]
    assert [answer.status_code for answer in foreign] == [404] * len(foreign)
    assert len(asked()) == 1


def test_the_shop_may_keep_it_to_itself(world: World, sold: tuple[int, int]) -> None:
    order, parcel = sold
    rule = InvoiceRule.objects.create(company_id=world.company, unit_id=world.shop.unit_id, mode="monthly",
                                      valid_from="2026-01-01")  # fmt: skip
    assert "The shop makes this invoice out itself" in look(order)
    assert ask(order, parcel).status_code == 422
    rule.delete()
    finance.TaxRegistration.objects.filter(company_id=world.company).delete()
    assert "The shop makes this invoice out itself" in look(order)
    assert ask(order, parcel).status_code == 422
    assert asked() == []


def test_before_the_goods_are_there(world: World, sold: tuple[int, int]) -> None:
    world.receive(world.camera, 1, "100")
    order = world.order(("CAMERA", 1), state="received")
    assert "Nothing was sent yet" in look(order)
    order = world.order(("CAMERA", 1), state="released")
    assert "once you have the goods" in look(order)
    answer = ask(order, world.deliveries(order)[0])
    assert answer.status_code == 422
    sales.cancel_orders([order], company=world.company, by=world.by, reason="buyer", on=DAY)
    assert asked() == []


def test_a_parcel_with_another_order_in_it_is_the_shops(world: World, sold: tuple[int, int]) -> None:
    order, parcel = sold
    world.receive(world.camera, 1, "100")
    other = world.order(("CAMERA", 1), state="recognised")
    sales.DeliveryLine.objects.filter(order_id=other).update(delivery_id=parcel)
    for one in (order, other):
        assert "The shop makes this invoice out itself" in look(one)
        assert ask(one, parcel).status_code == 422
    assert asked() == []


def test_a_link_asks_a_few_times_an_hour(world: World, sold: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    from interlock.web.views import customer_invoices

    monkeypatch.setattr(customer_invoices, "TRIES", 0)
    answer = ask(*sold)
    assert answer.status_code == 429
    assert "try again in an hour" in answer.content.decode()
    assert asked() == []
