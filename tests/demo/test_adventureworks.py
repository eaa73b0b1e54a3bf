"""Adventure Works: real orders, to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from interlock.demo.adventureworks.files import DataSet
from interlock.demo.api import load_adventureworks
from interlock.demo.company.writing import table
from interlock.server import Trouble
from tests.builders import assert_laws
from tests.journeys.returning import expected


@pytest.fixture
def folder(shared_data: Path) -> Path:
    return shared_data / "adventureworks"


def filled_pools() -> int:
    pools = table("stock.Pool").objects
    return int(pools.exclude(quantity=0).count() + pools.exclude(amount=0).count())


def test_a_folder_without_the_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="sales_order_lines.csv"):
        DataSet.open(tmp_path)


@pytest.mark.data
@pytest.mark.django_db
def test_two_days_cover_what_they_sell_and_a_repeat_changes_nothing(folder: Path) -> None:
    first = load_adventureworks(folder, date(2017, 5, 2), since=date(2017, 5, 1))
    again = load_adventureworks(folder, date(2017, 5, 2), since=date(2017, 5, 1))
    assert first["recognised"] == first["shipped"] == first["accepted"] == first["orders"] > 100
    assert {key: value for key, value in again.items() if key != "seconds"} == {
        key: value for key, value in first.items() if key != "seconds"
    }
    assert filled_pools() == 0
    lines = table("sales.DeliveryLine").objects
    assert set(lines.values_list("delivery__shipped_on", flat=True)) == {date(2017, 5, 2), date(2017, 5, 3)}
    assert set(lines.values_list("recognised_on", flat=True)) == {date(2017, 5, 5), date(2017, 5, 6)}
    assert_laws()


@pytest.mark.data
@pytest.mark.django_db
def test_a_later_load_goes_on_and_covers_what_is_new(folder: Path) -> None:
    load_adventureworks(folder, date(2015, 1, 3))
    summary = load_adventureworks(folder, date(2015, 1, 6))
    assert summary["recognised"] == summary["orders"]
    assert summary["held"] == {}
    assert filled_pools() == 0
    with pytest.raises(Trouble, match="--stock cover"):
        load_adventureworks(folder, date(2015, 1, 6), "file")
    assert_laws()


@pytest.mark.data
@pytest.mark.django_db
def test_the_inventory_file_alone_never_oversells(folder: Path) -> None:
    summary = load_adventureworks(folder, date(2017, 5, 3), "file", since=date(2017, 5, 1))
    assert summary["shipped"] > 0
    assert set(summary["held"]) == {"no_stock"}
    assert summary["shipped"] + summary["held"]["no_stock"] == summary["accepted"] == summary["orders"]
    assert summary["recognised"] == summary["shipped"]
    assert not table("stock.Balance").objects.filter(on_hand__lt=0).exists()
    assert_laws()


@pytest.mark.data
@pytest.mark.slow
@pytest.mark.usefixtures("committed")
def test_the_whole_load_ends_to_the_cent_with_what_came_back_in_the_pools(folder: Path) -> None:
    summary = load_adventureworks(folder)
    assert (summary["orders"], summary["recognised"], summary["held"]) == (25_164, 25_164, {})
    assert (summary["revenue"], summary["vat"]) == ("24914583.66", "0.00")
    told = expected(folder, None, None)
    assert (told.returns, told.unmatched) == (1_783, 26)
    assert (summary["returned"], summary["returns_unmatched"]) == (told.returns, told.unmatched)
    assert Decimal(summary["returned_revenue"]) == told.revenue == Decimal("739453.76")
    assert abs(Decimal(summary["returned_cost"]) - told.cost) <= told.returns * Decimal("0.005")
    pools = table("stock.Pool").objects
    assert sum(pool.quantity for pool in pools.all()) == sum(told.pieces.values()) == 1_802
    left = sum(pool.amount for pool in pools.all())
    assert left == told.opened - Decimal(summary["cost"]) + Decimal(summary["returned_cost"])
    assert summary["cost"] == "14456871.39"
    assert Decimal(summary["cost"]) == told.opened, "every piece opened was sold once, whatever came back"
    assert summary["trial_balance"]["balanced"]
    assert_laws()
