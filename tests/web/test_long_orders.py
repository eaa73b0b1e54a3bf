"""An order of 2,000 lines: a hundred at a time, under 200 KB, each with an address, a trace and its wished change."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from interlock.sales.models import ChangeDocument, DeliveryLine, Order, OrderLine
from interlock.web.templatetags.workplace import amount
from tests.builders import World

LINES, SLICE, MOST_BYTES = 2_000, 100, 200_000


def test_lines_come_in_slices_and_each_is_found(world: World, clerk: Client) -> None:
    order = world.order(*[("BATTERY", 1)] * LINES, state="received")
    page = reverse("web:order", args=[order])
    first = clerk.get(page)
    assert len(first.content) < MOST_BYTES
    assert [line.line_number for line in first.context["lines"]] == list(range(1, SLICE + 1))
    assert "Lines 1 to 100 of 2,000" in first.content.decode()
    assert f"after={SLICE}" in first.content.decode()
    second = clerk.get(page, {"after": SLICE})
    assert second.context["lines"][0].line_number == SLICE + 1
    last = clerk.get(page, {"after": LINES - SLICE})
    assert last.context["more_lines"] is None
    line = OrderLine.objects.get(order_id=order, line_number=1_777)
    there = clerk.get(reverse("web:line", args=[line.pk]))
    assert there["Location"] == f"{page}?line={line.pk}#line-{line.pk}"
    assert f'id="line-{line.pk}"' in clerk.get(there["Location"]).content.decode()
    Order.objects.filter(pk=order).update(state="shipped")  # where the dialog of a return names each line twice more
    for tab in ("lines", "money", "timeline"):
        assert len(clerk.get(page, {"tab": tab}).content) < MOST_BYTES, tab


def test_a_short_order_has_no_slices(world: World, clerk: Client) -> None:
    page = clerk.get(reverse("web:order", args=[world.order(("CAMERA", 1), ("BATTERY", 2))]))
    assert [line.line_number for line in page.context["lines"]] == [1, 2]
    assert "First lines" not in page.content.decode()


def test_a_trace_leaves_nothing_out_without_a_word(world: World, clerk: Client) -> None:
    count = 500
    world.receive(world.battery, count, "1")
    delivery = world.delivery(*[("BATTERY", 1)] * count, state="recognised")
    world.post()
    order = Order.objects.get(pk=DeliveryLine.objects.filter(delivery_id=delivery)[0].order_id)
    lines = OrderLine.objects.filter(order_id=order.pk)
    for page in (reverse("web:order", args=[order.pk]), reverse("web:delivery", args=[delivery])):
        whole = clerk.get(page, {"tab": "trace"}).context["trace"]  # its sums are those of all lines
        carried = whole.edges[f"order{order.pk}", f"delivery{delivery}"]
        assert (carried.below, carried.label) == ("500 ×", amount(order.amount))
        assert (whole.left, whole.unread) == (0, 0)
        seen, after = set(), 0
        while True:
            answer = clerk.get(page, {"tab": "trace", "level": "line", "after": str(after), "boxes": "all"})
            part = answer.context["trace"]
            assert (part.not_drawn(), part.unread) == (0, 0)
            assert len(answer.content) < MOST_BYTES
            seen |= {key for key, node in part.nodes.items() if node.column == 1}
            if not part.left:
                break
            assert f"{part.left} more follow." in answer.content.decode()
            assert f"after={part.last}" in answer.content.decode()
            after = part.last
        assert seen == {f"line{line.pk}" for line in lines}
    first = clerk.get(page, {"tab": "trace", "level": "line"})
    assert first.context["trace"].not_drawn() > 0
    assert "boxes=all" in first.content.decode()


def test_a_draft_of_a_change_keeps_what_it_wishes_for_every_line(world: World, clerk: Client) -> None:
    order = world.order(*[("BATTERY", 2)] * LINES, state="reviewed")
    made = clerk.post(
        reverse("web:order-change", args=[order]),
        {"keep": "1", "reason": "buyer", "new-item": "CAMERA", "new1-item": "LOCK"}
        | {f"{what}-{place}": "1" for what in ("quantity", "price") for place in range(1, LINES + 1)},
    )
    assert made.status_code == 302
    change = ChangeDocument.objects.get(order_id=order)
    there = reverse("web:order-change-document", args=[change.pk])
    assert set(change.lines.values_list("line_number", "quantity")) >= {(place, 1) for place in range(1, LINES + 1)}
    save = reverse("web:order-change-save", args=[change.pk])
    given = {"document": change.pk, "version": change.version, "keep": "1", "reason": "buyer", "quantity-1777": "1"}
    assert clerk.post(save, given | {"new-item": "CAMERA", "new1-item": "LOCK"}).status_code == 302
    page = clerk.get(there)
    assert len(page.content) < MOST_BYTES
    assert 'name="quantity-1777"' in page.content.decode()
    assert [line.sku for line in page.context["added"]] == ["CAMERA", "LOCK"]
    assert f"?after={SLICE}" in page.content.decode()
    assert 'name="quantity-150"' in clerk.get(there, {"after": SLICE}).content.decode()
