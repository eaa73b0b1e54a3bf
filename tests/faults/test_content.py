"""Two days are the same to the cent; only who of those that share a cost bears its rounding may differ."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

import psycopg
import pytest
from django.db import connection

from tests.builders import World

from .content import CONTENT, content, difference

DAY = date(2026, 11, 11)


def day(sold: str, given: str, *, left: str = "100.00", sold_lines: int = 3) -> Any:
    """Answer a day on which goods left at a cost, and were recognised as sold and as given away."""
    rows = [
        ("goods_shipped", "1406", "1405", left, 4),
        ("revenue_recognised", "6401", "1406", sold, sold_lines),
        ("revenue_recognised", "660107", "1406", given, 1),
        ("revenue_recognised", "1122", "6001", "180.00", 3),
    ]
    journal = Counter({("ECO", DAY, *row[:3], "CAMERA", Decimal(row[3]), row[4]): 1 for row in rows})
    return {name: Counter() for name in CONTENT} | {"journal": journal}


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (day("75.01", "24.99"), []),
        (day("75.04", "24.96"), []),  # a cent a line, four lines
        (day("75.05", "24.95"), ["split of costs", "split of costs"]),
        (day("75.01", "25.00"), ["split of costs"]),  # 1406 is not empty any more
        (day("75.00", "25.00", sold_lines=4), ["journal", "journal"]),
        (day("75.01", "25.00", left="100.01"), ["journal"] * 4),  # what left the stock, and what the three bear
    ],
)
def test_the_cost_that_left_is_the_same_to_the_cent_and_only_its_split_is_not(other: Any, found: list[str]) -> None:
    undisturbed = day("75.00", "25.00")
    assert not difference(undisturbed, undisturbed)
    assert [line.split(",")[0] for line in difference(undisturbed, other)] == found


def test_every_part_of_a_day_is_read_from_a_database(db: None) -> None:
    World().order()
    connection.ensure_connection()
    read: psycopg.Connection = connection.connection
    told = content(read)
    assert told["orders"].total() == 1
    assert not difference(told, told)
