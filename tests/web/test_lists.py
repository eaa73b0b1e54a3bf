"""Lists declared once: filters, columns, totals on request, views that are saved, shared and opened with."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from interlock.core.api import DefaultView, SavedView
from interlock.web.lists import LISTS, Listing
from tests.builders import DAY, World

from .people import sign_in

ORDERS = "/orders/"


def shown(client: Client, address: str) -> list[int]:
    response = client.get(address)
    assert response.status_code == 200, response.content.decode()[:500]
    return [row.id for row in response.context["page"].rows]


def test_filters_narrow_the_rows_and_the_totals_alike(world: World, clerk: Client) -> None:
    cheap, dear = world.order(("BATTERY", 1)), world.order(("CAMERA", 3))
    found = {
        "?min=100": [dear],
        "?max=100": [cheap],
        "?min=10&max=897": [dear, cheap],
        f"?from={DAY}&to={DAY}": [dear, cheap],
        "?from=2027-01-01": [],
        f"?shop={world.shop.pk}&channel={world.channel.pk}": [dear, cheap],
        "?channel=999999": [],
        "?min=much&from=never&state=odd": [dear, cheap],
    }
    for query, ids in found.items():
        response = clerk.get(ORDERS + query)
        assert [row.id for row in response.context["page"].rows] == ids, query
        assert response.context["totals"].found == len(ids), query
    assert clerk.get(ORDERS + "?max=100").context["totals"].amount == Decimal("10.00")


def test_totals_of_many_are_made_on_request(world: World, clerk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interlock.web.queries.shell.BOUND", 1)
    for _ in range(3):
        world.order(("BATTERY", 1))
    assert "Count and sum them" in clerk.get(ORDERS).content.decode()
    text = clerk.get(ORDERS + "?totals=1").content.decode()
    assert "3 rows" in text
    assert "30.00" in text


def test_every_list_takes_all_its_filters_and_shows_all_its_columns(world: World, clerk: Client) -> None:
    for listing in LISTS.values():
        takes_all(clerk, listing)


def test_every_list_is_filtered_by_what_its_columns_show() -> None:
    wants = {"state": {"choice"}, "date": {"date"}, "moment": {"date"}, "amount": {"amount"}}
    lacking = [
        f"{listing.code}: {column.code}"
        for listing in LISTS.values()
        for column in listing.columns
        if column.kind in wants and not wants[column.kind] & {one.kind for one in listing.filters}
    ]
    assert not lacking


def takes_all(clerk: Client, listing: Listing) -> None:
    given = {"text": "X", "date": str(DAY), "amount": "1.50", "master": "1"}
    query: dict[str, Any] = {
        one.code: given[one.kind] if one.kind in given else next(iter(one.choices), "1") for one in listing.filters
    }
    query["columns"] = ",".join(column.code for column in listing.columns)
    response = clerk.get(reverse(listing.url), query)
    assert response.status_code == 200
    assert len(response.context["columns"]) == len(listing.columns)
    asked = response.context["wanted"]
    assert all(asked[one.name] is not None for one in listing.filters)


def test_columns_are_chosen_and_stay_in_the_address(world: World, clerk: Client) -> None:
    order = world.order()
    text = clerk.get(ORDERS + "?columns=number&columns=city&columns=nonsense").content.decode()
    assert "杭州市" in text
    assert "138****78" not in text
    assert shown(clerk, ORDERS + "?columns=nonsense") == [order]


def saved(client: Client, **form: Any) -> Any:
    return client.post("/lists/orders/views/", {"do": "save", "name": "Dear", "query": "min=100&columns=number"} | form)


def test_a_view_is_saved_and_a_link_opens_it(world: World, clerk: Client) -> None:
    world.order(("BATTERY", 1))
    dear = world.order(("CAMERA", 1))
    address = saved(clerk)["Location"]
    assert shown(clerk, address) == [dear]
    assert "☆ Dear" in clerk.get(ORDERS).content.decode()
    view = SavedView.objects.get()
    assert (view.query, view.is_shared) == ("min=100&columns=number", False)
    saved(clerk, query="min=200", shared="1")  # the same name replaces it
    view.refresh_from_db()
    assert (view.query, view.is_shared, SavedView.objects.count()) == ("min=200", True, 1)


def test_a_list_opens_with_the_view_a_person_chose(world: World, clerk: Client) -> None:
    world.order(("BATTERY", 1))
    dear = world.order(("CAMERA", 1))
    saved(clerk, shared="1")
    view = SavedView.objects.get()
    colleague = sign_in(world)
    colleague.post("/lists/orders/views/", {"do": "default", "view": view.pk})
    opened = colleague.get(ORDERS)
    assert shown(colleague, opened["Location"]) == [dear]
    assert len(shown(colleague, ORDERS + "?all=1")) == 2
    assert clerk.get(ORDERS).status_code == 200, "a default is one person's"
    clerk.post("/lists/orders/views/", {"do": "keep", "view": view.pk})
    assert not DefaultView.objects.exists(), "what is no longer shared opens no list"


def test_only_its_owner_changes_a_view(world: World, clerk: Client) -> None:
    saved(clerk, shared="1")
    view = SavedView.objects.get()
    colleague = sign_in(world)
    for act in ("rename", "share", "keep", "delete", "nonsense"):
        answer = colleague.post("/lists/orders/views/", {"do": act, "view": view.pk, "name": "Mine"})
        assert answer.status_code == 404, act
    clerk.post("/lists/orders/views/", {"do": "rename", "view": view.pk, "name": "Dearer"})
    saved(clerk, name="Dear")
    clerk.post("/lists/orders/views/", {"do": "rename", "view": view.pk, "name": "Dear"})
    view.refresh_from_db()
    assert view.name == "Dearer", "a name is taken once"
    clerk.post("/lists/orders/views/", {"do": "delete", "view": view.pk})
    assert not SavedView.objects.filter(pk=view.pk).exists()


def test_a_view_is_of_one_company_and_one_list(world: World, clerk: Client) -> None:
    saved(clerk, shared="1")
    view = SavedView.objects.get().pk
    assert clerk.post("/lists/deliveries/views/", {"do": "delete", "view": view}).status_code == 404
    elsewhere = sign_in(World(code="PRJ"))
    assert elsewhere.post("/lists/orders/views/", {"do": "default", "view": view}).status_code == 404
    assert "Dear" not in elsewhere.get(ORDERS).content.decode()
    nobody = sign_in(world, ["stock.view_balance"])
    assert saved(nobody).status_code == 403
    assert nobody.post("/lists/orders/export/", {"format": "csv"}).status_code == 403
