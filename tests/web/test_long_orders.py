"""An order of 2,000 lines: a hundred at a time, under 200 KB, each with an address and its wished change."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from interlock.sales.models import ChangeDocument, Order, OrderLine
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
