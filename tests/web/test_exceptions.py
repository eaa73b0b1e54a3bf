"""What has gone on too long is shown by its owner."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from interlock.core.api import User, system_actor
from interlock.core.models import Notice, Parameter
from interlock.core.sql import rows
from interlock.sales import api as sales
from interlock.sales.models import Delivery, Hold, Shop
from interlock.sales.queries.settlement import DIFFERENCE_DAYS
from interlock.web.escalation import escalate
from interlock.web.exceptions import KINDS, together
from interlock.web.navigation import EXCEPTIONS
from tests.builders import DAY, World
from tests.settling import agree, paid, recognised, statement

from .people import make_user, sign_in


def seen(client: Client, query: str = "") -> dict[str, dict[str, list[int]]]:
    response = client.get(reverse("web:exceptions") + query)
    assert response.status_code == 200
    return {
        entry["kind"].code: {group["owner"]: [row.id for row, _act in group["rows"]] for group in entry["groups"]}
        for entry in response.context["kinds"]
        if entry["kind"].code not in ("approval", "approval_late", "review")
        and not entry["kind"].code.startswith(("credit", "budget", "withdrawn", "statement"))
    }


def test_each_kind_is_found_by_its_owner(world: World) -> None:
    world.receive(world.lock, 3, "300")
    world.receive(world.camera, 1, "300")
    late, fresh, done = (world.order(("LOCK", 1), state="shipped") for _nth in range(3))
    world.step("recognised", [done])
    camera = world.order(("CAMERA", 1), state="shipped")
    old = timezone.now().date() - timedelta(days=15)
    late_delivery = world.deliveries(late)[0]
    Delivery.objects.filter(pk__in=world.deliveries(late, camera, done)).update(shipped_on=old)
    Delivery.objects.filter(pk__in=world.deliveries(fresh)).update(shipped_on=old + timedelta(days=2))
    held, new, short = world.order(phone="1"), world.order(phone="1"), world.order(("CAMERA", 9))
    world.step("reserved", [short])
    Hold.objects.filter(order_id=held).update(raised_at=timezone.now() - timedelta(days=2))
    user = make_user(world)
    client = Client()
    client.force_login(user)
    fed = sales.Order.objects.get(pk=camera).platform_number
    assert world.feed([world.line("CAMERA", 2, order_no=fed)]).counts == {"changed": 1}
    settled: dict[str, dict[str, list[int]]] = {"not_settled": {}, "difference": {}}
    found = {
        "installation": {"": [late_delivery]}, "held": {"": [held]}, "waiting": {"": [short]},
        "sent_late": {"": [camera]},
    }  # fmt: skip
    everything = found | settled
    assert seen(client) == everything
    assert world.state(new) == "held"
    assert seen(client, "?mine=1") == dict.fromkeys(everything, {})
    Shop.objects.filter(pk=world.shop.pk).update(owner=user)
    name = User.objects.get(pk=user.pk).get_username()
    mine = {code: {name: ids} for code, groups in everything.items() for ids in groups.values()} | settled
    assert seen(client, "?mine=1") == mine
    Shop.objects.filter(pk=world.shop.pk).update(install_within_days=30)
    assert seen(client)["installation"] == {}


def test_what_a_platform_owes_is_found_by_the_owner_of_the_shop(world: World) -> None:
    mapping = agree(world)
    late, short, fresh = recognised(world, 3)
    other = world.order(("BATTERY", 1))
    now, days = timezone.now(), timedelta(days=1)
    today = now.astimezone(ZoneInfo("Asia/Shanghai")).date()  # where the company is
    sales.Order.objects.filter(pk__in=[late, short, other]).update(order_on=today - 15 * days)
    sales.Order.objects.filter(pk=fresh).update(order_on=today - 14 * days)
    statement(world, [paid(world, short, "-1")])
    difference = sales.Difference.objects.get()
    user = make_user(world)
    Shop.objects.filter(pk=world.shop.pk).update(owner=user)
    client = Client()
    client.force_login(user)
    sales.Difference.objects.update(raised_at=now - 8 * days)
    name = user.get_username()

    def found(query: str = "") -> tuple[list[int], list[int]]:
        told = seen(client, query)
        return told["not_settled"].get(name, []), told["difference"].get(name, [])

    assert found() == found("?mine=1") == ([late], [difference.pk])
    response = client.get(reverse("web:difference", args=[difference.pk]))
    assert response.status_code == 302
    escalate(world.company, system_actor("job"), today)
    assert set(Notice.objects.filter(user=user).values_list("kind", flat=True)) >= {"not_settled", "difference"}
    Parameter.objects.create(company_id=world.company, code="settlement.difference_days", value="9")
    sales.Order.objects.filter(pk=late).update(order_on=today - 50 * days)
    assert found() == ([], [])
    assert DIFFERENCE_DAYS.default == "7"
    # A notice stands until its order is settled, however long that takes.
    escalate(world.company, system_actor("job"), today)
    assert list(Notice.objects.filter(user=user, settled_at=None).values_list("kind", flat=True)) == ["not_settled"]
    mapping.delete()
    assert found() == ([], [])


def test_cancelled_orders_are_counted_by_reason(world: World, clerk: Client) -> None:
    orders = [world.order(state="received") for _nth in range(3)]
    call = {"company": world.company, "by": world.by, "on": max(DAY, timezone.now().date())}
    sales.cancel_orders(orders[:2], reason="buyer", **call)
    sales.cancel_orders(orders[2:], reason="fraud", **call)
    found = clerk.get(reverse("web:exceptions")).context["cancelled"]
    assert [(row.reason, row.orders) for row in found] == [("buyer", 2), ("fraud", 1)]


def test_all_kinds_are_asked_in_one_statement(world: World, clerk: Client) -> None:
    world.order(phone="1")
    clerk.get(reverse("web:exceptions"))
    with CaptureQueriesContext(connection) as asked:
        clerk.get(reverse("web:exceptions"))
    assert len(asked) <= 13, [one["sql"][:80] for one in asked]
    apart = {kind.code: kind.query for kind in KINDS}
    given = {"company": world.company, "owner": None, "ids": None, "today": DAY + timedelta(days=9),
             "now": timezone.now() + timedelta(days=9), "size": 5}  # fmt: skip
    told = rows(together(tuple(apart)), **given)
    assert {"held"} <= {row.code for row in told}
    for code, query in apart.items():
        assert [row.id for row in told if row.code == code] == [row.id for row in rows(query, **given)], code


def test_whoever_answers_for_a_kind_opens_the_page(world: World) -> None:
    assert {code for kind in KINDS for code in kind.permissions} == set(EXCEPTIONS)
    keeper = sign_in(world, ["finance.keep_budgets"])
    page = keeper.get(reverse("web:exceptions"))
    assert [entry["kind"].code for entry in page.context["kinds"]] == ["budget_used"]
    assert page.context["cancelled"] is None, "orders are not theirs to see"
    assert f'href="{reverse("web:exceptions")}"' in page.content.decode(), "the navigation leads here"
    assert sign_in(world, ["stock.view_balance"]).get(reverse("web:exceptions")).status_code == 403


def test_a_warehouse_sees_its_kinds_only(world: World) -> None:
    client = sign_in(world, ["sales.ship_deliveries"])
    assert list(seen(client)) == ["installation"]
    assert World(code="ALIEN").order(("CAMERA", 9), state="reserved")
    assert seen(client) == {"installation": {}}


def do(client: Client, kind: str, step: str, ids: list[int], **form: str) -> list[tuple[str, str]]:
    """Do something with chosen exceptions; answers what and why of the table, nothing where all were done."""
    answer = client.post(reverse("web:exceptions-do", args=[kind, step]), {"id": ids, "back": "?mine=1", **form})
    if answer.status_code == 302:
        assert answer["Location"] == reverse("web:exceptions") + "?mine=1"
        return []
    page = answer.content.decode()
    assert all(head in page for head in ("What", "Why", "What to do"))
    return [(row["document"].number, row["verdict"].code) for row in answer.context["table"] if not row["verdict"].ok]


def test_a_selection_is_worked_like_one_and_what_stays_is_named(world: World, clerk: Client) -> None:
    world.receive(world.lock, 3, "300")
    world.receive(world.camera, 1, "300")
    held, other, unknown = world.order(("LOCK", 1), phone="1"), world.order(("LOCK", 1), phone="1"), 999
    short = [world.order(("CAMERA", 9)) for _nth in range(3)]
    world.step("reserved", short)
    Hold.objects.update(raised_at=timezone.now() - timedelta(days=2))
    page = clerk.get(reverse("web:exceptions")).content.decode()
    for act in ("held/release", "held/cancel", "waiting/reserve", "waiting/cancel"):
        assert f"/exceptions/{act}/" in page
    assert "/exceptions/sent_late/" not in page, "nothing of it is there to be chosen"

    assert do(clerk, "held", "release", [held, other], note="called them") == []
    assert Hold.objects.filter(order_id__in=[held, other], note="called them").count() == 2
    world.receive(world.camera, 9, "300")
    lacking = do(clerk, "waiting", "reserve", short)
    assert [code for _number, code in lacking] == ["no_stock", "no_stock"]
    assert world.state(short[0]) == "reserved"
    assert do(clerk, "waiting", "cancel", short[1:], reason="buyer") == []
    assert world.state(short[2]) == "cancelled"

    gone = clerk.post(reverse("web:exceptions-do", args=["held", "release"]), {"id": [held, unknown], "note": "again"})
    assert [row["verdict"].code for row in gone.context["table"]] == ["not_found", "already"]
    assert gone.context["again"]["ids"] == [unknown]


def test_what_came_late_and_installations_are_settled_together(world: World, clerk: Client) -> None:
    world.receive(world.lock, 3, "300")
    world.receive(world.camera, 2, "300")
    locks = [world.order(("LOCK", 1), state="shipped") for _nth in range(2)]
    Delivery.objects.update(shipped_on=DAY)
    deliveries = world.deliveries(*locks)
    assert do(clerk, "installation", "confirm", deliveries, on=str(DAY)) == []
    assert set(Delivery.objects.filter(pk__in=deliveries).values_list("state", flat=True)) == {"recognised"}
    cameras = [world.order(("CAMERA", 1), state="shipped") for _nth in range(2)]
    for one in cameras:
        world.feed([world.line("CAMERA", 2, order_no=sales.Order.objects.get(pk=one).platform_number)])
    assert seen(clerk)["sent_late"] == {"": cameras}
    refused = clerk.post(reverse("web:exceptions-do", args=["sent_late", "dismiss"]), {"id": cameras, "note": " "})
    assert refused.status_code == 302
    assert seen(clerk)["sent_late"] == {"": cameras}, "it takes a reason"
    assert do(clerk, "sent_late", "dismiss", cameras, note="agreed with the buyers") == []
    assert seen(clerk)["sent_late"] == {}


def test_only_who_may_do_it_is_offered_it(world: World) -> None:
    held = world.order(phone="1")
    Hold.objects.update(raised_at=timezone.now() - timedelta(days=2))
    reader = sign_in(world, ["sales.view_order"])
    page = reader.get(reverse("web:exceptions")).content.decode()
    assert "/exceptions/held/" not in page
    assert "data-bar" not in page
    given = {"id": [held], "note": "let it go"}
    reader.post(reverse("web:exceptions-do", args=["held", "release"]), given)
    assert world.state(held) == "held"
    alien = sign_in(World(code="ALIEN"))
    told = alien.post(reverse("web:exceptions-do", args=["held", "release"]), given)
    assert [row["verdict"].code for row in told.context["table"]] == ["not_found"]
    for kind, step in (("held", "reserve"), ("review", "sign"), ("nothing", "release")):
        assert alien.post(reverse("web:exceptions-do", args=[kind, step]), given).status_code == 404
    warehouse = sign_in(world, ["sales.ship_deliveries"])
    assert warehouse.post(reverse("web:exceptions-do", args=["held", "release"]), given).status_code == 403
