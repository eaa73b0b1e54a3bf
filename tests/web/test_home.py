"""The start page: what waits for a role, its figures out of what is kept, arranged as a person likes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interlock.core.api import Figure, SavedView
from interlock.core.sql import observed
from interlock.demo.company.people import ROLES, SEES
from interlock.sales.models import Order
from interlock.web import figures, widgets
from tests.builders import DAY, World

from .people import make_user, sign_in

HOME = "web:home"


def shown(client: Client) -> list[str]:
    context = client.get(reverse(HOME)).context
    return [one.code for one in context["counts"]] + [widget.code for widget, _chart in context["charts"]]


@pytest.mark.parametrize(
    ("role", "code"),
    [("sales clerk", "clerk"), ("warehouse", "warehouse"), ("cashier", "cashier"), ("accountant", "accountant"),
     ("planner", "planner"), ("manager", "manager")],
)  # fmt: skip
def test_a_demo_role_is_what_its_permissions_say(world: World, role: str, code: str) -> None:
    from django.contrib.auth.models import Permission

    views = [f"{one.content_type.app_label}.{one.codename}" for one in Permission.objects.select_related("content_type")
             if one.codename.startswith("view_") and one.content_type.app_label in SEES[role]]  # fmt: skip
    client = sign_in(world, [*ROLES[role], *views])
    answer = client.get(reverse(HOME))
    assert answer.context["role"].code == code
    assert shown(client) == sorted(answer.context["role"].widgets, key=_counts_first), "a role sees all it begins with"


def _counts_first(code: str) -> bool:
    return widgets.WIDGETS[code].drawing == "chart"


def test_an_administrator_and_whoever_has_no_role(world: World) -> None:
    user = make_user(world, ["sales.view_order"])
    client = Client()
    client.force_login(user)
    assert client.get(reverse(HOME)).context["role"] is widgets.ANYBODY
    assert set(shown(client)) == {"held_mine", "held", "no_stock", "unread", "jobs", "orders", "reasons"}
    user.is_superuser = True
    user.save()
    assert client.get(reverse(HOME)).context["role"].code == "administrator"


def test_what_waits_is_counted_and_a_click_leads_to_it(world: World, clerk: Client) -> None:
    user = make_user(world)
    world.shop.owner = user
    world.shop.save()
    mine = Client()
    mine.force_login(user)
    world.order(("CAMERA", 1), price="1")
    back = Order.objects.get(pk=world.order(("BATTERY", 1), state="received"))
    assert back.state == "received"
    done = world.delivery(("CAMERA", 1), state="recognised")
    order = Order.objects.filter(company=world.company, state="recognised")[0].pk
    world.returned(order, ("CAMERA", 1), state="received")
    assert done
    context = mine.get(reverse(HOME)).context
    assert (context["waits"]["held_mine"], context["waits"]["to_inspect"], context["waits"]["to_refund"]) == (1, 1, 0)
    assert clerk.get(reverse(HOME)).context["waits"]["held_mine"] == 0
    for widget in widgets.WIDGETS.values():
        assert mine.get(reverse(widget.link) + widget.query).status_code == 200, widget.code


def test_a_person_arranges_their_page_and_takes_the_role_s_again(world: World, clerk: Client) -> None:
    before = shown(clerk)
    clerk.post(
        reverse("web:home-arrange"), {"show": ["jobs", "held", "nonsense"], "place-held": "1", "place-jobs": "2"}
    )
    assert shown(clerk) == ["held", "jobs"]
    assert SavedView.objects.get(list_code="home").query == "held,jobs"
    other = sign_in(world, ["finance.view_voucher"])
    other.post(reverse("web:home-arrange"), {"show": ["held", "without_rule"]})
    assert shown(other) == ["without_rule"], "what one may not see cannot be chosen"
    clerk.post(reverse("web:home-arrange"), {"reset": "1"})
    assert shown(clerk) == before
    clerk.post(reverse("web:home-arrange"), {})
    assert shown(clerk) == []
    assert "Nothing is shown here" in clerk.get(reverse(HOME)).content.decode()


def test_figures_are_counted_by_the_worker_and_drawn_with_a_table(
    world: World, clerk: Client, monkeypatch: Any
) -> None:
    world.delivery(("CAMERA", 2), state="recognised")
    world.order(("CAMERA", 1))
    world.post()
    figures.refresh(world.company, "Asia/Shanghai", DAY + timedelta(days=1))
    kept = {(one.code, one.counted_on, one.part): one.value for one in Figure.objects.exclude(part="*")}
    assert kept["orders", DAY, "orders"] == 2
    assert kept["orders", DAY, "amount"] == 299 * 3
    net = Decimal("529.20")
    assert kept["revenue", DAY, ""] == net
    cost = kept["margin", DAY, "GOODS"]
    assert cost < net
    monkeypatch.setattr("interlock.web.views.home.timezone.now", lambda: _noon(DAY + timedelta(days=1)))
    answer = clerk.get(reverse(HOME))
    drawn = {widget.code: chart for widget, chart in answer.context["charts"]}
    assert drawn["orders"].table[-2][1] == ("2", "897.00")
    assert drawn["margin"].labels == ["Goods"]
    text = answer.content.decode()
    assert "897.00" in text
    assert 'role="img"' in text


def _noon(day: date) -> Any:
    from datetime import UTC, datetime

    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


def test_days_are_counted_once_and_the_last_two_anew(world: World) -> None:
    world.order(("CAMERA", 1))
    figures.refresh(world.company, "Asia/Shanghai", DAY + timedelta(days=5))
    made = Figure.objects.get(code="orders", counted_on=DAY, part="orders").pk
    world.order(("CAMERA", 1))
    figures.refresh(world.company, "Asia/Shanghai", DAY + timedelta(days=5))
    assert Figure.objects.get(code="orders", counted_on=DAY, part="orders").pk == made, "that day was over"
    figures.refresh(world.company, "Asia/Shanghai", DAY + timedelta(days=1))
    assert Figure.objects.get(code="orders", counted_on=DAY, part="orders").value == 2
    figures.refresh(world.company, "Asia/Shanghai", DAY + timedelta(days=200))
    assert Figure.objects.filter(counted_on=DAY).exists(), "it has rested since: its last days stay to be seen"
    Order.objects.update(order_on=DAY + timedelta(days=199))
    figures.refresh(world.company, "Asia/Shanghai", DAY + timedelta(days=200))
    assert not Figure.objects.filter(counted_on=DAY).exists()


def test_a_company_at_rest_shows_its_last_days_at_work(world: World, clerk: Client, monkeypatch: Any) -> None:
    world.order(("CAMERA", 1))
    later = DAY + timedelta(days=100)
    figures.refresh(world.company, "Asia/Shanghai", later)
    monkeypatch.setattr("interlock.web.views.home.timezone.now", lambda: _noon(later))
    drawn = {widget.code: chart for widget, chart in clerk.get(reverse(HOME)).context["charts"]}
    assert drawn["orders"].table[-1] == ("11 Nov 2026", ("1", "299.00"))


def test_the_page_reads_what_is_kept_and_no_month_of_orders(world: World, clerk: Client) -> None:
    for _ in range(3):
        world.order(("CAMERA", 1))
    figures.refresh(world.company, "Asia/Shanghai", DAY)
    cache.clear()
    with observed() as few, CaptureQueriesContext(connection) as queries:
        clerk.get(reverse(HOME))
    for _ in range(6):
        world.order(("CAMERA", 1))
    figures.refresh(world.company, "Asia/Shanghai", DAY)
    cache.clear()
    with observed() as many:
        clerk.get(reverse(HOME))
    read = [{name: count for name, count, _seconds in one.seen} for one in (few, many)]
    assert read[0] == read[1], "no more rows for more orders"
    assert not [
        one["sql"]
        for one in queries.captured_queries
        if "sales_order " in one["sql"] and "sales_hold" not in one["sql"]
    ]
