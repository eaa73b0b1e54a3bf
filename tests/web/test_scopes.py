"""People who see a part of a company see nothing else of it: pages, lists, exports, search, interface, operations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from interlock.core.api import OPERATIONS, DataScope, Refusal, Unit, User, actor_of, scopes
from interlock.parties.models import Party
from interlock.sales import api as sales
from interlock.sales.models import Listing, Order, Shop
from interlock.sales.models import Scope as PromotionScope
from interlock.stock.models import Serial
from interlock.web.lists import LISTS
from tests.builders import World

from .people import PASSWORD, make_user

DAY = date(2026, 3, 2)
MANY = {"orders": sales.review_orders, "cancel": sales.cancel_orders}


@dataclass
class Two:
    """A company with two shops of two customers and an order in each."""

    world: World
    other: Shop
    mine: int
    foreign: int


def second_shop(world: World) -> Shop:
    """Make another shop with another customer, unit and owner than the first."""
    customer = Party.objects.create(code=f"Q-{world.code}", name="Another customer", country="HK")
    unit = Unit.objects.create(company_id=world.company, kind="shop", code="S2", name_en="Shop 2", name_zh="二店")
    shop = Shop.objects.create(
        company_id=world.company, code="S2", name_en="Shop 2", name_zh="二店", channel=world.channel, unit=unit,
        customer=customer, price_list=world.prices,
    )  # fmt: skip
    for code, item in world.items.items():
        Listing.objects.create(company_id=world.company, shop=shop, sku=code, item_id=item)
    return shop


@pytest.fixture
def two(world: World) -> Two:
    other = second_shop(world)
    world.receive(world.camera, 20, "2000")
    return Two(world, other, world.order(state="shipped"), world.order(shop="S2", state="shipped"))


def limit(world: World, user: User, dimension: str, *ids: int) -> None:
    DataScope.objects.create(company_id=world.company, user=user, dimension=dimension, ids=list(ids))


def browser(user: User) -> Client:
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.cookies["django_language"] = "en"
    client.force_login(user)
    return client


def seen(client: Client, name: str) -> list[int]:
    return [row.id for row in client.get(reverse(f"web:{name}"), {"all": 1}).context["page"].rows]


@pytest.fixture
def limits(two: Two) -> dict[str, tuple[str, list[int]]]:
    """Answer each dimension with the ids that show the first shop's documents only."""
    world = two.world
    return {
        "shop": ("shop", [world.shop.pk]),
        "department": ("department", [world.shop.unit_id]),
        "party": ("party", [world.customer.pk]),
        "own": ("own", []),
    }


@pytest.mark.parametrize("dimension", ["shop", "department", "party", "own"])
def test_every_dimension_narrows_lists_and_documents(two: Two, limits: Any, dimension: str) -> None:
    world, user = two.world, make_user(two.world)
    Shop.objects.filter(pk=world.shop.pk).update(owner=user)
    limit(world, user, limits[dimension][0], *limits[dimension][1])
    client = browser(user)
    assert seen(client, "orders") == [two.mine]
    assert seen(client, "deliveries") == world.deliveries(two.mine)
    assert client.get(reverse("web:order", args=[two.mine])).status_code == 200
    for name, key in (
        ("order", two.foreign),
        ("document", two.foreign),
        ("delivery", world.deliveries(two.foreign)[0]),
    ):
        assert client.get(reverse(f"web:{name}", args=[key])).status_code == 404, name


def test_a_department_includes_what_belongs_to_it(two: Two) -> None:
    world, user = two.world, make_user(two.world)
    head = Unit.objects.create(company_id=world.company, kind="department", code="D", name_en="D", name_zh="部")
    Unit.objects.filter(pk=world.shop.unit_id).update(parent=head)
    limit(world, user, "department", head.pk)
    assert seen(browser(user), "orders") == [two.mine]


def test_a_filter_by_customer_finds_what_is_theirs(two: Two) -> None:
    """A shop's orders are its customer's, but for one that names another."""
    world, user = two.world, make_user(two.world)
    named = world.order(state="shipped")
    Order.objects.filter(pk=named).update(customer=two.other.customer)
    sales.Delivery.objects.filter(pk__in=world.deliveries(named)).update(customer=two.other.customer)
    back = {one: world.returned(one, ("CAMERA", 1)) for one in (two.mine, named)}
    client = browser(user)

    def theirs(name: str, customer: Any) -> list[int]:
        page = client.get(reverse(f"web:{name}"), {"all": 1, "customer": customer.pk})
        return sorted(row.id for row in page.context["page"].rows)

    assert theirs("orders", world.customer) == [two.mine]
    assert theirs("orders", two.other.customer) == sorted([two.foreign, named])
    assert theirs("deliveries", world.customer) == world.deliveries(two.mine)
    assert (theirs("returns", world.customer), theirs("returns", two.other.customer)) == (
        [back[two.mine]],
        [back[named]],
    )
    limit(world, user, "shop", world.shop.pk)
    offered = [
        one for one in browser(user).get(reverse("web:orders")).context["fields"] if one.filter.code == "customer"
    ]
    assert [one.options for one in offered] == [[]], "who sees a shop sees no list of customers"


def test_rows_of_a_dimension_add_up_and_dimensions_all_hold(two: Two) -> None:
    world, user = two.world, make_user(two.world)
    role = user.memberships.get().role
    limit(world, user, "shop", world.shop.pk)
    DataScope.objects.create(company_id=world.company, role=role, dimension="shop", ids=[two.other.pk])
    assert seen(browser(user), "orders") == [two.foreign, two.mine]
    limit(world, user, "party", world.customer.pk)
    assert seen(browser(user), "orders") == [two.mine]
    limit(world, user, "warehouse", world.south.pk)
    assert seen(browser(user), "deliveries") == []


def test_a_warehouse_sees_its_deliveries_and_no_orders(two: Two) -> None:
    world, user = two.world, make_user(two.world)
    delivery = sales.Delivery.objects.get(pk=world.deliveries(two.mine)[0])
    limit(world, user, "warehouse", delivery.warehouse_id)
    client = browser(user)
    assert set(seen(client, "deliveries")) == {*world.deliveries(two.mine), *world.deliveries(two.foreign)}
    assert client.get(reverse("web:orders"), {"all": 1}).status_code == 403
    assert client.get(reverse("web:order", args=[two.mine])).status_code == 404


def test_a_warehouse_sees_what_lies_in_it(two: Two) -> None:
    world, user = two.world, make_user(two.world)
    world.receive(world.battery, 7, "70", world.south_bin)
    world.receive(world.battery, 4, "40")
    limit(world, user, "warehouse", world.south.pk)
    client = browser(user)
    page = client.get(reverse("web:stock"))
    assert {(row.code, row.warehouse, row.on_hand) for row in page.context["rows"]} == {("BATTERY", "SOUTH", 7)}
    assert [row.code for row in page.context["warehouses"]] == ["SOUTH"]
    assert page.context["value"] is None, "what all goods are worth is the company's"
    item = client.get(reverse("web:stock-item", args=[world.battery]))
    assert [row.warehouse for row in item.context["bins"]] == ["SOUTH"]
    assert {row.bin for row in item.context["page"].rows} == {"SOUTH/A-01"}
    for place in (world.south_bin, world.east_bin):
        world.receive(world.lock, 1, "10", place)
    pieces = Serial.objects.filter(company_id=world.company).order_by("id").values_list("number", flat=True)
    pieces = list(pieces)[-2:]
    found = [client.get(reverse("web:serials"), {"q": number}).context["pieces"] for number in pieces]
    assert [[row.bin for row, _life in one] for one in found] == [["SOUTH/A-01"], []], "the other lies elsewhere"
    assert client.get(reverse("web:movements")).status_code == 403, "a movement may be of several warehouses"


def test_a_shop_sees_its_exceptions_and_promotions(two: Two) -> None:
    world, user = two.world, make_user(two.world)
    held = [world.order(("NOBODY", 1)), world.order(("NOBODY", 1), shop="S2")]
    sales.Hold.objects.filter(order_id__in=held).update(raised_at=timezone.now() - timedelta(days=3))
    made = {"company_id": world.company, "kind": "percentage", "percent": 5, "name_en": "x", "name_zh": "x",
            "starts_at": timezone.now(), "ends_at": timezone.now() + timedelta(days=9)}  # fmt: skip
    codes = ["MINE", "THEIRS", "ALL"]
    mine, theirs, _both = [
        sales.Promotion.objects.create(code=code, priority=n, **made) for n, code in enumerate(codes)
    ]
    PromotionScope.objects.create(company_id=world.company, promotion=mine, shop=world.shop)
    PromotionScope.objects.create(company_id=world.company, promotion=theirs, shop=two.other)
    limit(world, user, "shop", world.shop.pk)
    client = browser(user)
    kinds = client.get(reverse("web:exceptions")).context["kinds"]
    assert [row.id for kind in kinds for group in kind["groups"] for row, _act in group["rows"]] == held[:1]
    assert {row.code for row in client.get(reverse("web:promotions")).context["page"].rows} == {"MINE", "ALL"}
    assert client.get(reverse("web:promotion", args=[theirs.pk])).status_code == 404
    page = client.get(reverse("web:promotion", args=[mine.pk]))
    assert page.status_code == 200
    assert page.context["used"] is None, "what it gave in all is the company's"


CLOSED = ("board", "stock", "movements", "serials", "vouchers", "events", "trial-balance", "feeds",
          "differences", "not-settled", "receipts", "drafts", "balance-sheet", "periods", "years", "worker",
          "tokens-all")  # fmt: skip


def test_pages_without_a_declaration_are_closed(two: Two) -> None:
    user = make_user(two.world)
    assert browser(user).get(reverse("web:board")).status_code == 200
    limit(two.world, user, "shop", two.world.shop.pk)
    client = browser(user)
    assert {name: client.get(reverse(f"web:{name}")).status_code for name in CLOSED} == dict.fromkeys(CLOSED, 403)
    home = client.get("/")
    links = {link["url"] for group in home.context["navigation"] for link in group["links"]}
    assert reverse("web:orders") in links
    assert not links & {reverse(f"web:{name}") for name in CLOSED}
    assert reverse("web:orders") in home.content.decode().split("Your lists")[1], "the start page leads to what is seen"
    assert client.get("/admin/items/item/").status_code == 403
    assert client.get("/admin/sales/shop/").status_code == 403


def test_no_link_leads_to_a_closed_page(two: Two) -> None:
    world, user = two.world, make_user(two.world)
    order, addresses = reverse("web:order", args=[two.mine]), ("web:not-settled", "web:feeds")
    client, item = browser(user), reverse("web:stock-item", args=[world.camera])
    assert item in client.get(order).content.decode()
    limit(world, user, "shop", world.shop.pk)
    client = browser(user)
    shown = client.get(order).content.decode()
    assert "CAMERA" in shown
    assert item not in shown, "the item is named without a link"
    listed = client.get(reverse("web:orders")).content.decode()
    assert not [name for name in addresses if f'href="{reverse(name)}"' in listed]
    refused = client.get(reverse("web:feeds"))
    assert refused.status_code == 403
    assert "You see a part of" in refused.content.decode(), "the reason is what is seen, not the role"


def test_search_filters_and_totals_show_what_is_seen(two: Two) -> None:
    user = make_user(two.world)
    limit(two.world, user, "shop", two.world.shop.pk)
    client = browser(user)
    number = Order.objects.get(pk=two.foreign).number
    assert not client.get(reverse("web:search"), {"q": number}).context["groups"]
    page = client.get(reverse("web:orders"), {"all": 1})
    assert page.context["totals"].found == 1
    offered = next(one for one in page.context["fields"] if one.filter.code == "shop").options
    assert [key for key, _name in offered] == [str(two.world.shop.pk)]


def test_operations_answer_not_found_for_what_is_not_seen(two: Two) -> None:
    world, user = two.world, make_user(two.world)
    mine, foreign = world.order(state="reviewed"), world.order(shop="S2", state="reviewed")
    limit(world, user, "shop", world.shop.pk)
    by, call = actor_of(user, "test"), {"company": world.company, "reason": "buyer_regrets", "on": DAY}
    call["reason"] = sales.CancelReason.values[0]
    assert sales.cancel_orders([foreign], by=by, policy="dry_run", **call).table() == [(foreign, "not_found")]
    every = sales.cancel_orders([foreign, mine], by=by, policy="all", **call)
    assert every.table() == [(foreign, "not_found"), (mine, "set_rejected")]
    assert sales.cancel_orders([foreign, mine], by=by, **call).table() == [(foreign, "not_found"), (mine, "done")]
    assert (world.state(foreign), world.state(mine)) == ("reviewed", "cancelled")


def test_operations_without_a_declaration_are_refused(two: Two) -> None:
    world, user = two.world, make_user(two.world)
    limit(world, user, "shop", world.shop.pk)
    with pytest.raises(Refusal) as refused:
        sales.announce_returns([1], company=world.company, by=actor_of(user, "test"), returns={})
    assert refused.value.code == "not_permitted"
    unknown = sorted(set(scopes.WORKS_ON) | scopes.OWN - set(OPERATIONS))
    assert not set(unknown) - set(OPERATIONS)


def test_an_outcome_names_nothing_that_is_not_seen(two: Two) -> None:
    user = make_user(two.world)
    limit(two.world, user, "shop", two.world.shop.pk)
    held = two.world.order(shop="S2", state="reviewed")
    answer = browser(user).post(reverse("web:orders-release"), {"id": held, "note": "please"})
    assert answer.status_code == 409
    assert Order.objects.get(pk=held).number not in answer.content.decode()


def test_the_interface_narrows_too(two: Two) -> None:
    world, user = two.world, make_user(two.world)
    limit(world, user, "shop", world.shop.pk)
    client = browser(user)
    assert [row["id"] for row in client.get("/api/v1/orders").json()["rows"]] == [two.mine]
    assert client.get(f"/api/v1/orders/{two.foreign}").status_code == 404
    assert client.get(f"/api/v1/orders/{two.foreign}/lines").status_code == 404
    assert client.get("/api/v1/vouchers").status_code == 403
    assert client.get("/api/v1/items").status_code == 403
    assert [row["code"] for row in client.get("/api/v1/shops").json()["rows"]] == ["S1"]


def test_everybody_else_pays_nothing(two: Two) -> None:
    user = make_user(two.world)
    client = browser(user)

    def statements(page: str) -> int:
        client.get(page)
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert client.get(page).status_code == 200
        return len(found)

    pages = [
        reverse("web:orders") + "?all=1",
        reverse("web:order", args=[two.mine]),
        reverse("web:deliveries") + "?all=1",
    ]
    free = [statements(page) for page in pages]
    limit(two.world, user, "shop", two.world.shop.pk)
    limited = [statements(page) for page in pages]
    assert all(more <= few + 3 for few, more in zip(free, limited, strict=True)), (free, limited)


def test_every_list_of_a_kind_is_narrowed() -> None:
    for listing in LISTS.values():
        if listing.model:
            assert listing.limited is not None
            assert "%(scope_" in listing.limited.text


def partner(world: World, *parties: int) -> User:
    user = make_user(world, ["sales.view_order", "sales.view_delivery", "sales.view_return"])
    User.objects.filter(pk=user.pk).update(is_staff=False, partner="customer")
    if parties:
        limit(world, user, "party", *parties)
    return User.objects.get(pk=user.pk)


def test_a_partner_signs_in_to_their_own_and_nothing_else(two: Two) -> None:
    world = two.world
    user = partner(world, world.customer.pk)
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    assert client.post(reverse("web:sign-in"), {"username": user.username, "password": PASSWORD}).status_code == 302
    assert client.get("/")["Location"] == reverse("web:partner")
    text = client.get(reverse("web:partner")).content.decode()
    assert Order.objects.get(pk=two.mine).number in text
    assert Order.objects.get(pk=two.foreign).number not in text
    for tab in ("deliveries", "returns"):
        assert client.get(reverse("web:partner"), {"tab": tab}).status_code == 200
    assert client.get(reverse("web:partner-order", args=[two.mine])).status_code == 200
    assert client.get(reverse("web:partner-order", args=[two.foreign])).status_code == 404
    closed = ("orders", "deliveries", "returns", "search", "jobs", "tokens", "notices", "stock", "board")
    assert {client.get(reverse(f"web:{name}")).status_code for name in closed} == {403}
    assert client.get(reverse("web:order", args=[two.mine])).status_code == 403
    assert client.get("/admin/").status_code == 302


def test_a_partner_keeps_password_and_sessions_in_their_own_shell(two: Two) -> None:
    user = partner(two.world, two.world.customer.pk)
    client, other = browser(user), browser(user)
    page = client.get(reverse("web:partner")).content.decode()
    assert reverse("web:password") in page
    assert reverse("web:sessions-end-others") in page
    shown = client.get(reverse("web:password"))
    assert "web/partner_base.html" in [one.name for one in shown.templates]
    assert client.post(reverse("web:sessions-end-others"))["Location"] == reverse("web:partner")
    assert other.get(reverse("web:partner")).status_code == 302, "signed out"
    words = {"old_password": PASSWORD, "new_password1": "quite-another-word-9", "new_password2": "quite-another-word-9"}
    changed = client.post(reverse("web:password"), words, follow=True)
    assert (changed.status_code, changed.redirect_chain) == (200, [(reverse("web:partner"), 302)])


def test_a_partner_without_a_party_sees_nothing(two: Two) -> None:
    client = browser(partner(two.world))
    assert seen_by_partner(client) == []


def seen_by_partner(client: Client) -> list[int]:
    return [row.id for row in client.get(reverse("web:partner")).context["page"].rows]


def test_roles_count_on_their_days_only(two: Two) -> None:
    user = make_user(two.world)
    held = user.memberships.get()
    held.valid_from, held.valid_to = date(2020, 1, 1), date(2021, 1, 1)
    held.save()
    assert actor_of(user, "test").grants == {}
    held.valid_to = None
    held.save()
    assert actor_of(user, "test").may("sales.view_order", two.world.company)
