"""The charts of the start page: kept figures as labels and series, each with the same figures as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from interlock.core.sql import rows

from . import words
from .access import Desk
from .figures import DAYS, kept
from .lists.cells import name
from .queries import figures, shell
from .templatetags.workplace import amount, day, figure

Values = Mapping[date, Mapping[str, Any]]
KEPT = ("orders", "revenue", "shipped", "cash", "margin")


@dataclass(frozen=True)
class Series:
    """One row of bars."""

    label: str
    values: list[Any]
    money: bool = False

    def shown(self) -> list[str]:
        return [amount(value) if self.money else figure(value) for value in self.values]


@dataclass(frozen=True)
class Chart:
    """What is drawn, and the table that says the same."""

    code: str
    labels: list[str]
    series: list[Series]
    head: str
    lying: bool = False

    @property
    def drawn(self) -> dict[str, Any]:
        """Answer what the script draws."""
        series = [{"label": one.label, "values": [float(value) for value in one.values]} for one in self.series]
        return {"labels": self.labels, "series": series, "lying": self.lying}

    @property
    def table(self) -> list[tuple[str, tuple[str, ...]]]:
        return list(zip(self.labels, zip(*(one.shown() for one in self.series), strict=True), strict=True))


def charts(desk: Desk, codes: Iterable[str], today: date) -> dict[str, Chart | None]:
    """Make the charts asked for; None of a figure that was not counted yet or has nothing to draw."""
    codes = list(codes)
    last, found = kept(desk.company_id, [code for code in KEPT if code in codes], today)
    made: dict[str, Chart | None] = {}
    for code in codes:
        values = found.get(code, {})
        if code == "reasons":
            made[code] = _reasons(desk)
        elif code == "margin":
            made[code] = _margin(values)
        elif values:
            made[code] = MAKERS[code](values, last)
        else:
            made[code] = None
    return made


def _days(today: date) -> list[date]:
    return [today - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]


def _by_day(code: str, values: Values, today: date, *series: tuple[str, str, bool]) -> Chart:
    """Make bars a day, nothing where nothing was kept."""
    days = _days(today)
    made = [
        Series(label, [values.get(one, {}).get(part, Decimal(0)) for one in days], money)
        for part, label, money in series
    ]
    return Chart(code, [day(one) for one in days], made, _("Day"))


def _orders(values: Values, today: date) -> Chart:
    return _by_day("orders", values, today, ("orders", _("Orders"), False), ("amount", _("Amount with VAT"), True))


def _revenue(values: Values, today: date) -> Chart:
    return _by_day("revenue", values, today, ("", _("Revenue"), True))


def _cash(values: Values, today: date) -> Chart:
    series = (("received", _("Received by the bank"), True), ("stated", _("Payout of statements"), True))
    return _by_day("cash", values, today, *series)


def _shipped(values: Values, today: date) -> Chart:
    parts = values.get(today, {})
    hours = [f"{hour:02d}" for hour in range(24)]
    counts = [parts.get(hour, Decimal(0)) for hour in hours]
    return Chart("shipped", [f"{hour}:00" for hour in hours], [Series(_("Deliveries"), counts)], _("Hour"))


def _margin(values: Values) -> Chart | None:
    """Sum the finished days by category, the best first."""
    sums: dict[str, Decimal] = {}
    for parts in values.values():
        for code, value in parts.items():
            sums[code] = sums.get(code, Decimal(0)) + value
    if not sums:
        return None
    known = {row.code: name(row) for row in rows(figures.SQL["categories"], codes=list(sums))}
    best = sorted(sums.items(), key=lambda one: -one[1])[:12]
    labels = [known.get(code) or code or _("none") for code, _value in best]
    return Chart(
        "margin", labels, [Series(_("Margin"), [value for _code, value in best], money=True)], _("Category"), lying=True
    )


def _reasons(desk: Desk) -> Chart | None:
    found = rows(shell.SQL["held_by_reason"], company=desk.company_id, bound=shell.BOUND)[:12]
    if not found:
        return None
    counts = [Decimal(min(row.waiting, shell.BOUND)) for row in found]
    labels = [str(words.reason(row.reason)) for row in found]
    return Chart("reasons", labels, [Series(_("Orders"), counts)], _("Reason"), lying=True)


MAKERS = {"orders": _orders, "revenue": _revenue, "cash": _cash, "shipped": _shipped}
