"""The list of orders reads what it shows, not what there is: neither all orders nor another company's."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection

from interlock.sales.models import Order
from interlock.web.queries.orders import SQL
from tests.builders import DAY, World

#: Orders of each of two companies, written in turns of ``TURN`` as files bring them.
EACH, TURN, PAGE = 16_000, 500, 26
NONE = ("before", "state", "shop", "customer", "channel", "first", "last", "least", "most", "term", "reason")


def _spread(world: World, offset: int) -> None:
    """Copy one order many times: of 200 one is held, two are cancelled, the others are recognised; 20 days."""
    one = world.order(("CAMERA", 1), state="received")
    columns = [f.column for f in Order._meta.concrete_fields if not getattr(f, "generated", False)]
    fresh = {
        "id": "x.id", "number": "'SO-2611-' || lpad((n + 10)::text, 6, '0')", "platform_number": "'P' || n",
        "state": "CASE WHEN n %% 200 = 7 THEN 'held' WHEN n %% 200 IN (8, 9) THEN 'cancelled' ELSE 'recognised' END",
        "resume_state": "CASE WHEN n %% 200 = 7 THEN 'received' END", "order_on": "o.order_on + n * 20 / %(each)s",
    }  # fmt: skip
    text = (
        f"INSERT INTO sales_order ({', '.join(columns)}) SELECT {', '.join(fresh.get(c, f'o.{c}') for c in columns)}"
        " FROM sales_order o CROSS JOIN generate_series(0, %(each)s - 1) n CROSS JOIN LATERAL (SELECT"
        " %(base)s + (n / %(turn)s) * 2 * %(turn)s + %(offset)s * %(turn)s + n %% %(turn)s AS id) x"
        " WHERE o.id = %(one)s ORDER BY x.id"
    )
    with connection.cursor() as cursor:
        cursor.execute(text, {"each": EACH, "turn": TURN, "base": 10**9, "offset": offset, "one": one})


def _read(world: World, **asked: Any) -> tuple[int, list[int]]:
    """Answer how many rows of orders a page reads, shown or thrown away, and the ids it finds."""
    given = dict.fromkeys(NONE) | {"company": world.company, "size": PAGE} | asked
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + SQL["orders_found"].text, given)
        told = cursor.fetchone()[0]
        cursor.execute(SQL["orders_found"].text, given)
        found = [row[0] for row in cursor.fetchall()]
    plan = (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]
    return _rows_of(plan), found


def _rows_of(plan: dict[str, Any]) -> int:
    mine = 0
    if plan.get("Relation Name") == "sales_order":
        thrown = plan.get("Rows Removed by Filter", 0) + plan.get("Rows Removed by Index Recheck", 0)
        mine = int((plan["Actual Rows"] + thrown) * plan["Actual Loops"])
    return mine + sum(_rows_of(each) for each in plan.get("Plans", ()))


@pytest.mark.slow
def test_a_page_of_orders_reads_rows_in_proportion_to_what_it_shows(world: World) -> None:
    other = World(code="BIG")
    _spread(world, 0)
    _spread(other, 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT core_analyse(ARRAY['sales_order'])")
    shop = int(Order.objects.filter(company_id=world.company).values_list("shop_id", flat=True)[0])
    late = {"first": DAY.replace(day=1), "last": None}
    report = {}
    for name, asked in {
        "all": {}, "held": {"state": "held"}, "recognised": {"state": "recognised"},
        "shop": {"shop": shop}, "day": late,
    }.items():  # fmt: skip
        first, found = _read(world, **asked)
        before = found[-1]
        for _page in range(48):
            _rows, found = _read(world, before=before, **asked) if name != "held" else (0, found)
            before = found[-1] if len(found) == PAGE else before
        fiftieth, found = _read(world, before=before, **asked)
        report[name] = (first, fiftieth)
    most = TURN + 2 * PAGE  # what the other company wrote last lies before the first page
    assert {name for name, read in report.items() if max(read) > most} == set(), report
    assert report["held"][0] <= PAGE, report
