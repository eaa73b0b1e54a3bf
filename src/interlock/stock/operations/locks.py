"""The locks of stock, in the one order of all operations: reservations, then balances, then cost pools."""

from __future__ import annotations

from collections.abc import Iterable

from interlock.core.sql import Column, blocks, column, rows, value

SQL = blocks(__file__)

#: An item in a bin.
Place = tuple[int, int]


def lock_reservations(company: int, reservations: Column) -> set[Place]:
    """Lock these reservations by id and answer the places they promise from; one that does not exist is a defect."""
    held = rows(SQL["lock_reservations"], company=company, reservations=column(reservations))
    assert all(row.item_id for row in held), "a reservation is missing"
    return {(row.item_id, row.location_id) for row in held}


def lock_balances(company: int, places: Iterable[Place]) -> None:
    """Lock the balances of good pieces in these places, by id; a place without a balance is a defect."""
    wanted = set(places)
    items, locations = column(item for item, _bin in wanted), column(location for _item, location in wanted)
    held = value(SQL["lock_balances"], company=company, items=items, locations=locations)
    assert held == len(wanted), "a balance is missing"


def lock_pools(company: int, items: Iterable[int]) -> None:
    """Lock the cost pools of these items, by item; an item without a pool is a defect."""
    wanted = set(items)
    held = value(SQL["lock_pools"], company=company, items=column(wanted))
    assert held == len(wanted), "a cost pool is missing"
