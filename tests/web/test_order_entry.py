"""The sheet on which an order is entered: saved as it is typed, figures of the server, submitted to an order."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interlock.items.models import ItemUnit, UnitOfMeasure
from interlock.sales import api as sales
from interlock.sales.models import OrderDraft
from tests.builders import World
from tests.sales.test_entry import buyer

from .people import sign_in

HEAD = {
    "shop": "S1",
    "buyer": "陈小红",
    "phone": "13812345678",
    "province": "浙江",
    "district": "西湖区",
    "address": "1 号",
}


def send(client: Client, *lines: dict[str, Any], status: int = 200, head: Any = None, **call: Any) -> Any:
    given = {"head": HEAD if head is None else head, "lines": list(lines), "key": str(uuid4())} | call
    answer = client.post(reverse("web:order-drafts-save"), json.dumps(given), content_type="application/json")
    assert answer.status_code == status, answer.content.decode()[:300]
    return answer.json()


def cells(ordinal: int, item: str, quantity: str, **more: str) -> dict[str, Any]:
    return {"ordinal": ordinal, "item": item, "quantity": quantity} | more


def test_a_sheet_says_what_lines_come_to_and_where_that_is_from(world: World, clerk: Client) -> None:
    page = clerk.get(reverse("web:order-new")).content.decode()
    assert "S1" in page
    assert len(page) < 60_000
    box, _ = UnitOfMeasure.objects.get_or_create(code="BOX", defaults={"name_en": "box", "name_zh": "盒"})
    ItemUnit.objects.create(item_id=world.camera, unit=box, factor=6)
    first = send(clerk, cells(1, "CAMERA", "2", unit="BOX"), cells(2, "LOCK", "1", price="899"), cells(3, "X", "one"))
    camera, lock, unknown = first["lines"]
    assert (camera["amount"], camera["base"], camera["price"]) == ("3,588.00", "= 12 PCS", "299.00")
    assert (camera["price_from"], camera["tax"], camera["tax_from"]) == ("Web, from 1 Jan 2026", "13 %", "13 %")
    assert lock["marks"] == ["Below the floor price 899.10: the order will be held for its price."]
    assert unknown == {"ordinal": 3, "typed": {"item": "X", "quantity": "one", "unit": "", "price": "", "discount": ""}}
    assert [(fault["ordinal"], fault["field"]) for fault in first["faults"]] == [(3, "item")]
    assert (first["count"], first["net"], first["tax"], first["amount"]) == (3, "3,970.80", "516.20", "4,487.00")
    draft = first["draft"]
    second = send(clerk, cells(2, "LOCK", "1", discount="1"), draft=draft, version=1, removed=[3])
    assert [line["ordinal"] for line in second["lines"]] == [2], "only what changed comes back"
    assert second["lines"][0]["marks"][0].startswith("No promotion gives this discount")
    assert not second["faults"]
    stale = send(clerk, cells(2, "LOCK", "9"), draft=draft, version=1, status=409)
    assert stale["code"] == "stale"
    whole = clerk.get(reverse("web:order-draft-lines", args=[draft])).json()
    assert [line["ordinal"] for line in whole["lines"]] == [1, 2]
    assert whole["amount"] == second["amount"]
    done = clerk.post(reverse("web:order-drafts-submit"), {"id": draft, "single": 1}, follow=True)
    order = sales.Order.objects.get()
    assert f"Order {order.number} is entered" in done.content.decode()
    assert done.redirect_chain[-1][0] == reverse("web:order", args=[order.pk])
    assert f"{order.amount:,.2f}" == second["amount"]


def test_a_lost_answer_makes_no_second_draft_and_nonsense_is_refused(world: World, clerk: Client) -> None:
    key = str(uuid4())
    first, again = send(clerk, cells(1, "CAMERA", "1"), key=key), send(clerk, cells(1, "CAMERA", "1"), key=key)
    assert first["draft"] == again["draft"]
    assert OrderDraft.objects.count() == 1
    for given in ({"head": 1}, {"lines": [1]}, {"lines": [{"ordinal": "1"}]}, {"lines": [cells(1, "A", "1")] * 2}):
        answer = clerk.post(reverse("web:order-drafts-save"), json.dumps({"head": HEAD} | given), content_type="a/json")
        assert answer.status_code == 400, given
    assert clerk.post(reverse("web:order-drafts-save"), b"\xff", content_type="a/json").status_code == 400


def test_what_is_wrong_is_said_by_line_and_field(world: World, clerk: Client) -> None:
    draft = send(clerk, cells(4, "CAMERA", "1"), cells(9, "NONE", "1"))["draft"]
    page = clerk.post(reverse("web:order-drafts-submit"), {"id": draft, "single": 1}, follow=True).content.decode()
    assert "Line 2, item: The item is not known. Check the item code." in page
    outcome = clerk.post(reverse("web:order-drafts-submit"), {"id": [draft, 1]})
    assert "The item is not known" in outcome.content.decode()
    assert (
        "1 draft discarded."
        in clerk.post(reverse("web:order-drafts-discard"), {"id": draft}, follow=True).content.decode()
    )
    assert clerk.get(reverse("web:order-draft", args=[draft])).context["writes"] is False


def test_items_and_customers_are_found_while_typing(world: World, clerk: Client) -> None:
    buyer(world)
    items = clerk.get(reverse("web:order-drafts-items"), {"q": "cam", "shop": world.shop.pk}).json()["found"]
    assert items == [{"code": "CAMERA", "name": "Camera", "hint": "299.00 / PCS"}]
    found = clerk.get(reverse("web:order-drafts-customers"), {"q": "hzaj"}).json()["found"]
    assert (found[0]["code"], found[0]["address"]["district"]) == ("C-1", "西湖区")
    assert clerk.get(reverse("web:order-drafts-items"), {"q": ""}).json() == {"found": []}


def test_the_list_shows_drafts_and_orders_made_of_them(world: World, clerk: Client) -> None:
    one, two = (send(clerk, cells(1, "CAMERA", str(n)))["draft"] for n in (1, 2))
    response = clerk.get(reverse("web:order-drafts"), {"state": "draft"})
    assert [row.id for row in response.context["page"].rows] == [two, one]
    text = clerk.post(reverse("web:order-drafts-submit"), {"id": [one, two]}, follow=True).content.decode()
    assert "2 orders entered." in text
    assert sales.Order.objects.get(platform_number=OrderDraft.objects.get(pk=one).number).number in text
    assert "New order" in clerk.get(reverse("web:orders")).content.decode()


def test_roles_and_companies_count(world: World, clerk: Client) -> None:
    alien = World(code="ALIEN")
    theirs = send(sign_in(alien), cells(1, "CAMERA", "1"))["draft"]
    assert clerk.get(reverse("web:order-draft", args=[theirs])).status_code == 404
    assert clerk.get(reverse("web:order-draft-lines", args=[theirs])).status_code == 404
    assert send(clerk, draft=theirs, version=1, status=409)["code"] == "not_found"
    mine = send(clerk, cells(1, "CAMERA", "1"))["draft"]
    looker = sign_in(world, ["sales.view_orderdraft"])
    page = looker.get(reverse("web:order-draft", args=[mine])).content.decode()
    assert "陈小红" not in page
    assert looker.get(reverse("web:order-new")).status_code == 403
    send_back = looker.post(reverse("web:order-drafts-save"), json.dumps({"head": HEAD}), content_type="a/json")
    assert send_back.status_code == 403


def test_two_thousand_lines_take_no_more_statements_than_two(world: World, clerk: Client) -> None:
    codes = ("CAMERA", "LOCK", "BATTERY")

    def statements(lines: int) -> int:
        typed = [cells(n, codes[n % 3], str(n % 7 + 1)) for n in range(1, lines + 1)]
        draft = send(clerk, *typed)
        assert draft["count"] == lines
        with CaptureQueriesContext(connection) as queries:
            answer = send(clerk, cells(1, "LOCK", "2"), draft=draft["draft"], version=1)
        assert [line["ordinal"] for line in answer["lines"]] == [1]
        page = clerk.get(reverse("web:order-draft", args=[draft["draft"]]))
        assert len(page.content) < 60_000
        return len(queries)

    assert statements(2_000) == statements(2)
