"""Balances made again from their entries."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from django.db import transaction

from interlock.core.sql import blocks, rows, run

SQL = blocks(__file__)


class Difference(NamedTuple):
    """A balance that is not the sum of its entries."""

    item_id: int
    location_id: int
    quality: str
    on_hand: Decimal
    entered: Decimal
    reserved: Decimal
    promised: Decimal


def rebuild_balances(company: int, *, dry: bool = True) -> list[Difference]:
    """Answer the balances of a company that are not the sum of their entries; unless ``dry``, set them to it.

    Writes: stock_balance, when not dry.
    Locks: all balances of the company by id, when not dry.
    """
    given: dict[str, Any] = {"company": company}
    with transaction.atomic():
        if not dry:
            run(SQL["lock_balances"], **given)
        found = [Difference(*row) for row in rows(SQL["differences"], **given)]
        if found and not dry:
            run(SQL["rebuild"], **given)
            assert not rows(SQL["differences"], **given)
    return found
