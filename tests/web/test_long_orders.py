"""An order of 2,000 lines: a hundred at a time, under 200 KB, each line with an address of its own."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from interlock.sales.models import Order, OrderLine
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
