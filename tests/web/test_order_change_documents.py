"""Changes of orders on their pages: one click, waiting for an approval, sent back, out of date, found and shown."""

from __future__ import annotations

import json

from django.test import Client
from django.urls import reverse

from interlock.core.api import ApprovalRequest
from interlock.sales import api as sales
from interlock.sales.models import ChangeDocument
from tests.approving import Office
from tests.builders import DAY, World

from .people import sign_in


def text_of(client: Client, name: str, *args: int, query: str = "") -> str:
    answer = client.get(reverse(f"web:{name}", args=args) + query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_way_of_a_change_over_its_pages(world: World, clerk: Client) -> None:
    office = Office(world.company)
    office.route({"user": office.ann}, kind="order_change", reasons=["price_lowered"])
    order = world.order(("CAMERA", 2), state="reviewed")
    to_change = reverse("web:order-change", args=[order])
    assert clerk.post(to_change, {"reason": "buyer", "address": "文三路 9 号", "quantity-1": "1"}).status_code == 302
    first = ChangeDocument.objects.get()
    assert first.state == "applied"
    page = text_of(clerk, "order", order)
    for told in (
        first.number,
        "the buyer asked for it",
        "CAMERA × 2 @ 299.00",
        "CAMERA × 1 @ 299.00",
        "changed, masked",
    ):
        assert told in page
    assert "文三路" not in text_of(clerk, "order-change-document", first.pk), "an address is not shown in passing"
    assert first.number in text_of(clerk, "order", order, query="?tab=trace")
    assert "Change handed in" in text_of(clerk, "order", order, query="?tab=timeline")

    asked = clerk.post(to_change, {"reason": "price", "text": "regular", "price-1": "280"}, follow=True)
    second = ChangeDocument.objects.get(state="submitted")
    there = reverse("web:order-change-document", args=[second.pk])
    assert asked.redirect_chain[-1][0] == there
    assert "it waits for its approval" in asked.content.decode()
    page = text_of(clerk, "order", order)
    assert 'data-open="change"' not in page
    assert f"Its change {second.number} is open" in page
    office.send_back([ApprovalRequest.objects.get().pk], office.ann, "290 at least")
    page = text_of(clerk, "order-change-document", second.pk)
    assert "290 at least" in page
    assert 'value="280"' in page, "what was wished stands in the form"
    kept = {"document": second.pk, "version": "1", "reason": "price", "price-1": "290", "keep": "1"}
    assert clerk.post(reverse("web:order-change-save", args=[second.pk]), kept).status_code == 302
    assert clerk.post(reverse("web:order-change-save", args=[second.pk]), kept).status_code == 409
    step = {"id": second.pk, "single": "1"}
    assert clerk.post(reverse("web:order-changes-step", args=["submit"]), step).status_code == 302
    call = {"company": world.company, "by": world.by, "on": DAY}
    sales.tell_changes([order], changes={order: {"city": "宁波市"}}, **call)
    office.approve([ApprovalRequest.objects.get(state="waiting").pk], office.ann)
    page = text_of(clerk, "order-change-document", second.pk)
    assert "The order was changed in the meantime" in page
    assert clerk.post(reverse("web:order-change-again", args=[second.pk])).status_code == 302
    third = ChangeDocument.objects.get(state="draft")
    assert (third.order_id, str(third.amount)) == (order, "290.00")
    assert clerk.post(reverse("web:order-changes-step", args=["withdraw"]), {"id": third.pk}).status_code == 302
    found = clerk.get(reverse("web:order-changes")).context["page"].rows
    assert [(row.number, row.state) for row in found] == [
        (third.number, "withdrawn"), (second.number, "outdated"), (first.number, "applied"),
    ]  # fmt: skip
    search = clerk.get(reverse("web:search") + f"?q={first.number}")
    assert search.headers["Location"] == reverse("web:order-change-document", args=[first.pk])
    assert clerk.get(reverse("web:document", args=[first.pk])).status_code == 302


def test_others_see_and_do_nothing(world: World) -> None:
    other = World(code="ALIEN")
    order = other.order(state="received")
    call = {"company": other.company, "by": other.by, "on": DAY, "reason": "buyer"}
    sales.save_order_changes([order], changes={order: {"city": "宁波市"}}, **call)
    theirs = ChangeDocument.objects.get()
    client = sign_in(world, ["sales.view_order"])
    for name in ("order-change-document", "order-change-save", "order-change-again"):
        answer = (client.get if name.endswith("document") else client.post)(reverse(f"web:{name}", args=[theirs.pk]))
        assert answer.status_code == 404
    mine = world.order(state="received")
    sales.save_order_changes([mine], changes={mine: {"city": "宁波市"}}, **call | {"company": world.company})
    document = ChangeDocument.objects.get(order_id=mine)
    page = text_of(client, "order-change-document", document.pk)
    assert 'data-open="change"' not in page
    client.post(reverse("web:order-changes-step", args=["submit"]), {"id": document.pk, "single": "1"})
    client.post(reverse("web:order-changes-step", args=["withdraw"]), {"id": document.pk, "single": "1"})
    document.refresh_from_db()
    assert document.state == "draft"
    assert json.dumps(document.after, ensure_ascii=False) == '{"city": "宁波市"}'


def test_what_was_approved_is_not_amended_on_its_page(world: World, clerk: Client) -> None:
    office = Office(world.company)
    office.route({"user": office.ann})
    order = world.order(("CAMERA", 1), state="reviewed", price="100")
    assert 'data-open="amend"' in text_of(clerk, "order", order)
    office.approve([office.ask(order)], office.ann)
    call = {"company": world.company, "by": world.by, "on": DAY}
    sales.tell_changes([order], changes={order: {"phone": "1"}}, **call)
    world.step("reviewed", [order])
    page = text_of(clerk, "order", order)
    assert 'data-open="amend"' not in page
    assert "The order went through an approval; change it by a change document." in page
    assert 'data-open="change"' in page
    refused = clerk.post(reverse("web:order-amend", args=[order]), {"phone": "13912345678"})
    assert "Change it by a change document in the workplace." in refused.content.decode()
