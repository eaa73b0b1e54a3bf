"""The platforms' mistakes: each one planted is found, and nothing else is, on made-up and on real orders."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from interlock.demo import api
from interlock.demo.company.writing import table
from interlock.demo.settling import MISTAKES
from interlock.finance import api as finance
from interlock.sales import api as sales
from tests.builders import World, assert_laws
from tests.settling import agree

EDGES = {"short_paid": (0, 5), "over_paid": (5, 7), "unknown_order": (7, 8), "not_settled": (8, 18)}


def meant(numbers: list[str]) -> dict[str, set[str]]:
    """Answer what was planted, worked out from the orders' numbers: of what was refunded whole nothing is kept back."""
    found: dict[str, set[str]] = {name: set() for name in EDGES}
    nothing_owed = refunded_whole()
    for number in numbers:
        lot = int.from_bytes(hashlib.blake2b(number.encode(), digest_size=6).digest()) % 1000
        for name, (first, end) in EDGES.items():
            if first <= lot < end and not (name == "short_paid" and number in nothing_owed):
                found[name].add(f"U{number}" if name == "unknown_order" else number)
    return found


def refunded_whole() -> set[str]:
    """Answer the orders whose whole amount went back to the buyer."""
    back: Counter[int] = Counter()
    refunded = table("sales.Return").objects.filter(state="refunded").exclude(kind="exchange")
    for order, amount in refunded.values_list("order_id", "amount"):
        back[order] += amount
    orders = table("sales.Order").objects.filter(pk__in=list(back)).values_list("pk", "platform_number", "amount")
    return {number for order, number, amount in orders if back[order] == amount}


def told() -> dict[str, set[str]]:
    """Answer what the books know: differences by result, and revenue that no statement names."""
    lines = dict(table("sales.StatementLine").objects.values_list("id", "order_no"))
    found: dict[str, set[str]] = {name: set() for name in EDGES}
    for result, line in table("sales.Difference").objects.values_list("result", "line_id"):
        found.setdefault(result, set()).add(lines[line])
    for company in table("core.Company").objects.values_list("pk", flat=True):
        rows = sales.not_settled(company, date(2030, 1, 1), size=100_000)
        found["not_settled"] |= {row.platform_number for row in rows if row.state == "recognised"}
    return found


def on_the_way(company: int, month: date) -> Decimal:
    return sum((row.closing for row in finance.trial_balance(company, month) if row.code == "1012"), Decimal())


def revenue() -> list[str]:
    orders = table("sales.Order").objects.filter(state="recognised")
    return list(orders.values_list("platform_number", flat=True))


def test_the_shares_are_those_of_the_task() -> None:
    assert MISTAKES == {"short_paid": 5, "over_paid": 2, "unknown_order": 1, "not_settled": 10}
    assert list(EDGES) == list(MISTAKES)


@pytest.mark.django_db
def test_every_planted_mistake_is_found_and_none_else() -> None:
    summary = api.run_demo(2_000)
    planted = meant(revenue())
    assert told() == planted
    assert len(planted["short_paid"]) > 3
    assert len(planted["not_settled"]) > 8
    assert summary["differences"] == {name: len(found) for name, found in planted.items()}
    assert summary["settled"] == summary["recognised"] - len(planted["not_settled"])
    assert set(table("sales.Statement").objects.values_list("state", flat=True)) == {"paid"}
    assert not table("finance.BankReceipt").objects.filter(state="open").exists()
    assert not table("finance.EventPending").objects.exists()
    assert not table("sales.Shop").objects.filter(owner=None, state="active").exists()
    for company in table("core.Company").objects.values_list("pk", flat=True):
        opened, closed = on_the_way(company, date(2026, 1, 1)), on_the_way(company, date(2026, 12, 1))
        assert opened == closed, "what was promised has come in"
    assert_laws()


@pytest.mark.data
@pytest.mark.django_db
def test_some_days_of_real_orders_are_settled_once(shared_data: Path) -> None:
    folder = shared_data / "adventureworks"
    summary = api.load_adventureworks(folder, date(2017, 5, 3), since=date(2017, 5, 1))
    planted = meant(revenue())
    assert told() == planted
    assert summary["settled"] == summary["recognised"] - len(planted["not_settled"]) > 100
    again = api.load_adventureworks(folder, date(2017, 5, 3), since=date(2017, 5, 1))
    assert (again["settled"], again["differences"]) == (summary["settled"], summary["differences"])
    assert_laws()


@pytest.mark.data
@pytest.mark.slow
@pytest.mark.usefixtures("committed")
def test_every_mistake_among_the_real_orders_is_found_and_none_else(shared_data: Path) -> None:
    summary = api.load_adventureworks(shared_data / "adventureworks")
    planted = meant(revenue())
    assert told() == planted
    assert summary["differences"] == {name: len(found) for name, found in planted.items()}
    assert summary["settled"] == 25_164 - len(planted["not_settled"])
    assert_laws()


@pytest.mark.django_db
def test_channels_built_before_get_a_mapping_once() -> None:
    """A database made by an older version knows no mappings; one that was changed stays as it is."""
    from interlock.demo.company import settlement
    from interlock.sales.models import StatementMapping

    old, kept = World(code="OLD"), World(code="KEPT")
    agree(kept, settle_days=3)
    assert settlement.complete() == 1
    made = StatementMapping.objects.get(company_id=old.company)
    assert made.columns["gross"] == "收入"
    assert StatementMapping.objects.get(company_id=kept.company).settle_days == 3
    assert settlement.complete() == 0
