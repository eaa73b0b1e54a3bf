"""Periods: a module's month must be open to post in it, and stays open while anyone is posting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from .models import Module, Period
from .sql import blocks, run

SQL = blocks(__file__)
_MODULES = {module: place for place, module in enumerate(Module.values, start=1)}


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def lock_periods(company: int, module: str, days: Iterable[date]) -> None:
    """Hold the months of these days open until the transaction ends: the first lock of an operation.

    Locks: (1) period, shared; the close takes it exclusively. Whether a month is open is for the judge to say.
    """
    keys = sorted({_key(module, day) for day in days})
    if keys:
        run(SQL["lock_shared"], company=company, keys=keys)


def lock_period_exclusively(company: int, module: str, day: date) -> None:
    """Wait for all who post in this month, and keep others out until the transaction ends."""
    run(SQL["lock_exclusive"], company=company, key=_key(module, day))


def lock_open_periods(company: int, module: str) -> None:
    """Wait for all who post in any open month of a module, and keep others out until the transaction ends."""
    found = Period.objects.filter(company_id=company, module=module, state=Period.State.OPEN)
    for month in found.order_by("month").values_list("month", flat=True):
        lock_period_exclusively(company, module, month)


def _key(module: str, day: date) -> int:
    return _MODULES[Module(module)] * 1_000_000 + day.year * 100 + day.month


def open_periods(company: int, first: date, last: date) -> int:
    """Open every module's months from ``first`` to ``last`` where they have never been opened; answers how many."""
    months = []
    month = first_of_month(first)
    while month <= last:
        months.append(month)
        month = (month.replace(day=28) + timedelta(days=7)).replace(day=1)
    made = Period.objects.bulk_create(
        [Period(company_id=company, module=module, month=m) for m in months for module in Module.values],
        ignore_conflicts=True,
    )
    return len(made)
