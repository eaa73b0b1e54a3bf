"""What the buttons do: operations with a key, outcomes row by row, forms that keep what was typed."""

from __future__ import annotations

import json
import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from interlock.core.api import Period, Run
from interlock.finance.models import EventPending, PostingRule
from interlock.sales.models import DeliveryLine, Feed, Hold
from interlock.stock.models import Movement, Serial
from interlock.web.documents import DOCUMENTS
from interlock.web.queries import shell
from interlock.web.views.home import PAGES
from tests.builders import DAY, World


def posted(client: Client, name: str, data: dict[str, Any], *args: int, status: int = 302) -> Any:
    response = client.post(reverse(f"web:{name}", args=args), {"key": uuid4()} | data)
    assert response.status_code == status, response.content.decode()[:2000]
    return response


def cheap_order(world: World) -> int:
    """An order that only its price holds: there is stock for it."""
    world.receive(world.camera, 5, "500")
    return world.order(("CAMERA", 1), price="1")


def test_release_needs_a_reason_and_goes_on(world: World, clerk: Client) -> None:
    order = cheap_order(world)
    posted(clerk, "orders-release", {"id": order, "single": 1, "note": " "})
    assert world.state(order) == "held"
    posted(clerk, "orders-release", {"id": order, "single": 1, "note": "agreed with the shop"})
    assert world.state(order) != "held"
    assert Hold.objects.get(order_id=order).note == "agreed with the shop"


def test_an_order_goes_to_the_warehouse_step_by_step(world: World, clerk: Client) -> None:
    world.receive(world.camera, 5, "500")
    order = world.order(("CAMERA", 1), state="reviewed")
    for step, then in [("reviewed", "reserved"), ("reserved", "released")]:
        assert f'value="{step}"' in clerk.get(reverse("web:order", args=[order])).content.decode()
        posted(clerk, "orders-advance", {"id": order, "single": 1, "step": step})
        assert world.state(order) == then
    posted(clerk, "orders-advance", {"id": order, "step": "shipped"}, status=404)


def test_the_timeline_tells_the_whole_story(world: World, clerk: Client) -> None:
    delivery = world.delivery(("LOCK", 1), state="recognised")
    order = DeliveryLine.objects.get(delivery_id=delivery).order_id
    told = clerk.get(reverse("web:order", args=[order]) + "?tab=timeline").context["timeline"]
    assert [step.operation.removeprefix("sales.") for step in told] == [
        "import_orders", "review_orders", "reserve_orders", "release_deliveries", "capture_serials",
        "ship_deliveries", "recognise_revenue",
    ]  # fmt: skip


def test_a_set_is_answered_row_by_row(world: World, clerk: Client) -> None:
    cheap, unknown = cheap_order(world), world.order(("NOBODY", 1))
    response = posted(clerk, "orders-release", {"id": [cheap, unknown], "note": "yes"}, status=200)
    text = response.content.decode()
    assert (response.context["good"], response.context["bad"]) == (1, 1)
    assert "The item is not known" in text
    assert "Check the item code." in text
    assert world.state(unknown) == "held"


def test_the_rejected_are_sent_again_as_they_were(world: World, clerk: Client) -> None:
    cheap, unknown = cheap_order(world), world.order(("NOBODY", 1))
    outcome = posted(clerk, "orders-release", {"id": [cheap, unknown], "note": "agreed"}, status=200)
    again = outcome.context["again"]
    assert (again["to"], again["ids"], ("note", "agreed") in again["fields"]) == ("/orders/release/", [unknown], True)
    assert "Retry the rejected" in outcome.content.decode()
    form = dict(again["fields"]) | {"id": again["ids"], "key": again["key"]}
    assert clerk.post(again["to"], form).context["bad"] == 1, "nothing was mended yet"
    posted(clerk, "order-amend", {"item-1": "CAMERA"}, unknown)
    posted(clerk, "orders-release", form | {"key": uuid4()})


def test_every_kind_of_document_opens_by_its_id() -> None:
    asked = set(re.findall(r"SELECT '(\w+)'", shell.SQL["document"].text))
    assert set(DOCUMENTS) | {"approval", "credit_limit"} <= asked
    assert asked <= set(PAGES)


def test_a_form_sent_twice_is_done_once(world: World, clerk: Client) -> None:
    delivery = world.delivery(("CAMERA", 1))
    key = uuid4()
    for _ in range(2):
        posted(clerk, "deliveries-ship", {"key": key, "id": delivery, "single": 1, "on": DAY})
    assert Run.objects.filter(operation="sales.ship_deliveries").count() == 1


def test_an_unknown_item_is_amended_and_reviewed_again(world: World, clerk: Client) -> None:
    order = world.order(("NOBODY", 1))
    assert world.holds(order) == ["unknown_item"]
    posted(clerk, "order-amend", {"item-1": "CAMERA"}, order)
    assert "unknown_item" not in world.holds(order)


def test_serial_numbers_are_scanned_or_taken_in_order(world: World, clerk: Client) -> None:
    delivery = world.delivery(("LOCK", 2))
    line = DeliveryLine.objects.get(delivery_id=delivery).pk
    text = clerk.get(reverse("web:delivery", args=[delivery])).content.decode()
    assert "2 serial numbers are missing" in text
    posted(clerk, "delivery-serials", {f"serials-{line}": "NOT-HERE"}, delivery, status=409)
    posted(clerk, "delivery-serials", {"in_order": 1}, delivery)
    captured = list(Serial.objects.filter(line_id=line).values_list("number", flat=True))
    assert len(captured) == 2
    posted(clerk, "deliveries-ship", {"id": delivery, "single": 1, "on": DAY})
    posted(clerk, "deliveries-recognise", {"id": delivery, "single": 1, "trigger": "installation", "on": DAY})
    assert DeliveryLine.objects.get(pk=line).recognised_on == DAY
    page = clerk.get(reverse("web:serials") + f"?q={captured[0]}").content.decode()
    assert "issue" in page


def test_a_movement_is_typed_checked_and_posted(world: World, clerk: Client) -> None:
    line = {"item": "CAMERA", "bin": str(world.east_bin), "quantity": "3", "amount": "300.00", "serials": ""}
    wrong = line | {"item": "NOTHING"}
    data = {"kind": "receipt", "on": DAY, "lines": json.dumps([line, wrong])}
    response = posted(clerk, "movement-new", data, status=422)
    assert "Line 2" in response.content.decode()
    assert "NOTHING" in response.content.decode(), "what was typed is kept"
    response = posted(clerk, "movement-new", data | {"lines": json.dumps([line])})
    movement = Movement.objects.latest("id")
    assert response["Location"] == reverse("web:movement", args=[movement.pk])
    posted(clerk, "movements-post", {"id": movement.pk})
    movement.refresh_from_db()
    assert movement.state == "posted"


def test_an_event_without_a_rule_waits_until_there_is_one(world: World, clerk: Client) -> None:
    rules = PostingRule.objects.filter(company_id=world.company, event_kind="goods_shipped")
    kept = list(rules)
    rules.delete()
    world.delivery(("CAMERA", 1), state="shipped")
    world.post()
    event = EventPending.objects.get(company_id=world.company, code="no_rule").event
    text = clerk.get(reverse("web:events")).content.decode()
    assert "No posting rule fits" in text
    assert reverse("web:rule-new") + f"?event={event}&amp;component=cost" in text
    posted(clerk, "events-post", {"id": event}, status=409)
    PostingRule.objects.bulk_create(kept)
    posted(clerk, "events-post", {"id": event})
    assert not EventPending.objects.filter(event=event).exists()


def test_a_month_is_closed_and_opened(world: World, clerk: Client) -> None:
    period = Period.objects.get(company_id=world.company, module="purchasing", month="2026-10-01")
    posted(clerk, "period-change", {"id": period.pk, "to": "closed"})
    period.refresh_from_db()
    assert period.state == "closed"
    posted(clerk, "period-change", {"id": period.pk, "to": "open"})
    period.refresh_from_db()
    assert period.state == "open"


def test_a_feed_is_uploaded_and_its_rejects_come_back(
    world: World, clerk: Client, settings: Any, tmp_path: Any
) -> None:
    settings.FILES_ROOT = tmp_path
    good, bad = world.line(), world.line() | {"quantity": "many"}
    text = ",".join(good) + "\n" + "\n".join(",".join(str(v) for v in row.values()) for row in (good, bad)) + "\n"
    response = posted(clerk, "feed-upload", {"file": SimpleUploadedFile("orders.csv", text.encode())})
    feed = Feed.objects.get(company_id=world.company)
    assert response["Location"] == reverse("web:feed", args=[feed.pk])
    assert feed.counts["done"] == 1
    rejected = b"".join(clerk.get(reverse("web:feed-rejected", args=[feed.pk])).streaming_content).decode("utf-8-sig")
    assert bad["order_no"] in rejected
    assert good["order_no"] not in rejected


@pytest.mark.parametrize("content", [b"", b"\x00\x01nonsense", b"a,b\n1,2\n"])
def test_a_file_that_is_no_feed_is_refused_in_words(
    world: World, clerk: Client, settings: Any, tmp_path: Any, content: bytes
) -> None:
    settings.FILES_ROOT = tmp_path
    response = clerk.post(
        reverse("web:feed-upload"), {"file": SimpleUploadedFile("orders.csv", content + b" ")}, follow=True
    )
    assert response.status_code == 200
    assert 'data-tone="bad"' in response.content.decode()
    assert not Feed.objects.exists()


def test_a_number_opens_its_document(world: World, clerk: Client) -> None:
    order = world.order()
    from interlock.sales.models import Order

    number = Order.objects.get(pk=order).number
    assert clerk.get(reverse("web:search"), {"q": number})["Location"] == reverse("web:order", args=[order])
    assert clerk.get(reverse("web:search"), {"q": "LOCK"})["Location"] == reverse("web:stock-item", args=[world.lock])
    assert "100%_'\\" not in clerk.get(reverse("web:search"), {"q": "100%_'\\"}).headers
    assert clerk.get(reverse("web:search"), {"q": "100%_'\\"}).status_code == 200
