"""Every page opens, in both languages, with a bounded number of statements and bytes."""

from __future__ import annotations

import gzip
import re
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interlock.finance import api as finance
from interlock.finance.models import Event, Voucher
from interlock.sales import api as sales
from interlock.sales.models import DeliveryLine, Feed
from interlock.stock.models import Movement
from tests.builders import World
from tests.settling import agree, paid, statement

from .people import sign_in

LISTS = [
    "home", "orders", "deliveries", "returns", "feeds", "stock", "serials", "movements", "movement-new",
    "trial-balance", "vouchers", "events", "periods", "board", "statements", "differences", "not-settled", "receipts",
    "exceptions", "notices", "inbox", "deputies", "worker", "drafts", "draft-new",
    "logins", "operations", "seals", "password",
    "balance-sheet", "income-statement", "account-columns", "years",
]  # fmt: skip
MOST_QUERIES, MOST_BYTES = 16, 200 * 1024


def documents(world: World) -> dict[str, list[str]]:
    """Answer the addresses of one document of each kind, with their tabs."""
    delivery = world.delivery(("LOCK", 1), ("CAMERA", 2), state="recognised")
    order = DeliveryLine.objects.filter(delivery_id=delivery).values_list("order_id", flat=True)[0]
    held = world.order(("CAMERA", 1), price="1")
    back = world.returned(order, ("CAMERA", 1), state="inspected")
    world.post()
    agree(world)
    settled = statement(world, [paid(world, order), paid(world, order, order_no="NOBODY")]).statement
    account = finance.Account.objects.get(company_id=world.company, code="6001").pk
    tabs = ["", "?tab=supply", "?tab=money", "?tab=trace", "?tab=trace&level=line", "?tab=timeline"]
    return {
        "order": [reverse("web:order", args=[order]) + tab for tab in tabs],
        "held": [reverse("web:order", args=[held])],
        "delivery": [reverse("web:delivery", args=[delivery]) + tab for tab in tabs],
        "return": [reverse("web:return", args=[back]) + tab for tab in ("", "?tab=money", "?tab=timeline")],
        "pick list": [reverse("web:pick-list", args=[delivery])],
        "item": [reverse("web:stock-item", args=[world.lock]) + tab for tab in ("", "?tab=serials")],
        "serial": [reverse("web:serials") + "?q=SN00000001"],
        "movement": [
            reverse("web:movement", args=[Movement.objects.filter(company_id=world.company)[0].pk]) + tab
            for tab in ("", "?tab=trace", "?tab=trace&level=line")
        ],
        "voucher": [reverse("web:voucher", args=[v.pk]) for v in Voucher.objects.filter(company_id=world.company)[:2]],
        "event": [reverse("web:event", args=[Event.objects.filter(company_id=world.company)[0].pk])],
        "feed": [reverse("web:feed", args=[Feed.objects.filter(company_id=world.company)[0].pk])],
        "account": [reverse("web:account", args=[account])],
        "sub-ledger": [reverse("web:sub-ledger", args=[account]) + by for by in ("", "?by=party", "?by=item")],
        "statement": [reverse("web:statement", args=[settled]) + tab for tab in ("", "?result=matched")],
        "search": [reverse("web:search") + "?q=SO"],
    }


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_page_opens(world: World, language: str) -> None:
    client = sign_in(world, language=language)
    client.get(reverse("web:search"), {"q": "camera"})  # names written since the last search are spelled once
    for addresses in [*documents(world).values(), [reverse(f"web:{name}") for name in LISTS]]:
        for address in addresses:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                response = client.get(address)
            assert response.status_code == 200, address
            assert len(response.content) < MOST_BYTES, address
            assert len(queries) <= MOST_QUERIES, (address, len(queries))
            text = response.content.decode()
            assert not re.search(r"%\(\w+\)s|\{\{|\{%", text), address
            assert f'<html lang="{"en" if language == "en" else "zh-Hans"}"' in text


def test_lists_take_no_more_statements_for_more_rows(world: World, clerk: Client) -> None:
    def statements(address: str) -> int:
        cache.clear()  # what waits is counted anew
        with CaptureQueriesContext(connection) as queries:
            assert clerk.get(address).status_code == 200
        return len(queries)

    world.delivery(("CAMERA", 1), state="shipped")
    few = {name: statements(reverse(f"web:{name}")) for name in LISTS}
    for _ in range(6):
        world.order(("CAMERA", 1), price="1")
        world.delivery(("CAMERA", 1), state="shipped")
    assert {name: statements(reverse(f"web:{name}")) for name in LISTS} == few


def test_style_and_scripts_fit_a_slow_line() -> None:
    names = [
        "unfold/css/styles.css",
        "web/workplace.css",
        "web/workplace.js",
        "web/theme.js",
        "unfold/js/chart/chart.js",
    ]
    contents = [open(str(finders.find(name)), "rb").read() for name in names]  # noqa: SIM115
    assert sum(len(gzip.compress(content)) for content in contents) < MOST_BYTES


def test_lists_page_by_key(world: World, clerk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interlock.web.paging.SIZE", 2)
    orders = [world.order() for _ in range(5)]
    seen: list[int] = []
    address = reverse("web:orders")
    pages = []
    while address:
        page = clerk.get(address).context["page"]
        pages.append([row.id for row in page.rows])
        seen += pages[-1]
        address = reverse("web:orders") + page.older if page.older else ""
        last = page
    assert seen == sorted(orders, reverse=True)
    back = clerk.get(reverse("web:orders") + last.newer).context["page"]
    assert [row.id for row in back.rows] == pages[-2]


def test_the_list_counts_and_sums_only_up_to_a_bound(world: World, clerk: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("interlock.web.queries.shell.BOUND", 2)
    for _ in range(4):
        world.order(("CAMERA", 1), price="1")
    response = clerk.get(reverse("web:orders") + "?state=held")
    assert response.context["totals"].found == 3  # the bound and one more
    assert "Σ" not in response.content.decode()


def test_a_held_order_says_figure_rule_and_way_out(world: World, clerk: Client) -> None:
    world.receive(world.camera, 1, "100")
    order = world.order(("CAMERA", 1), price="1")
    text = clerk.get(reverse("web:order", args=[order])).content.decode()
    hold = sales.Hold.objects.get(order_id=order, state="open")
    assert hold.reason == "price_below_floor"
    assert f"price 1.00 is below the floor of {hold.detail['floor']}" in text.replace(",", "")
    assert reverse("admin:items_price_changelist") in text
    assert "Have it released" in text


def test_the_trace_leads_from_feed_to_voucher(world: World, clerk: Client) -> None:
    delivery = world.delivery(("CAMERA", 2), state="recognised")
    world.post()
    order = DeliveryLine.objects.get(delivery_id=delivery).order_id
    for address in (reverse("web:order", args=[order]), reverse("web:delivery", args=[delivery])):
        for level in ("", "&level=line"):
            picture = clerk.get(f"{address}?tab=trace{level}").context["trace"]
            assert {node.column for node in picture.nodes.values()} == {0, 1, 2, 3, 4}
            reached = {edge.target for edge in picture.edges.values()} | {
                edge.source for edge in picture.edges.values()
            }
            assert reached == set(picture.nodes)
    movement = reverse("web:movement", args=[Movement.objects.filter(company_id=world.company)[0].pk])
    for level in ("", "&level=line"):
        picture = clerk.get(f"{movement}?tab=trace{level}").context["trace"]
        assert {node.column for node in picture.nodes.values()} == {0, 1, 2}
        assert {edge.source for edge in picture.edges.values()} | {
            edge.target for edge in picture.edges.values()
        } == set(picture.nodes)


def test_the_board_agrees_with_the_orders(world: World, clerk: Client) -> None:
    world.delivery(("CAMERA", 1), state="recognised")
    world.order(("CAMERA", 1), price="1")
    world.post()
    response = clerk.get(reverse("web:board"))
    tiles = {tile["title"]: tile["now"] for tile in response.context["tiles"]}
    assert tiles["Orders in"] == 2
    assert tiles["Held of them"] == 1
    assert tiles["Recognised of them"] == 1
    revenue = finance.trial_balance(world.company, response.context["day"])
    assert tiles["Revenue posted, net of VAT"] == -next(row.closing for row in revenue if row.code == "6001")
