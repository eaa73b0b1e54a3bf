"""The board of the day: what came in, what stands still, what left, what became revenue."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from interlock.core.sql import rows, value

from ..access import Desk, page
from ..navigation import ORDERS
from ..paging import day
from ..queries import board as queries
from .orders import today


@page(*ORDERS)
def board(request: HttpRequest, desk: Desk) -> HttpResponse:
    company, zone = desk.company_id, desk.company.time_zone
    shown = day(request.GET.get("day")) or value(queries.SQL["last_day"], company=company) or today(desk)
    now = timezone.now().astimezone(ZoneInfo(zone))
    until = now.hour if shown == now.date() else 23
    hours = rows(queries.SQL["by_hour"], company=company, day=shown, zone=zone)
    revenue = {row.day: row.revenue for row in rows(queries.SQL["revenue"], company=company, day=shown)}
    table = _table(hours, shown, until)
    context = {
        "day": shown,
        "before": shown - timedelta(days=1),
        "after": shown + timedelta(days=1) if shown < now.date() else None,
        "now": timezone.now(),
        "live": shown == now.date(),
        "until": until,
        "tiles": _tiles(table, revenue, shown),
        "table": table,
        "shops": rows(queries.SQL["by_shop"], company=company, day=shown),
        "series": {
            "hours": [f"{row['hour']:02d}" for row in table],
            "today": [row["orders"] for row in table],
            "before": [row["before"] for row in table],
            "held": [row["held"] for row in table],
        },
    }
    return render(request, "web/board.html", context)


def _table(hours: list[Any], shown: date, until: int) -> list[dict[str, Any]]:
    """Answer every hour of the day up to now, beside the same hour of the day before."""
    found = {(row.day, row.hour): row for row in hours}
    table = []
    for hour in range(24):
        row, old = found.get((shown, hour)), found.get((shown - timedelta(days=1), hour))
        numbers = {name: getattr(row, name, 0) or 0 for name in ("orders", "held", "shipped", "recognised", "amount")}
        counted = hour <= until
        table.append({"hour": hour, **numbers, "before": old.orders if old else 0, "old": old if counted else None})
    return table


def _tiles(table: list[dict[str, Any]], revenue: dict[date, Any], shown: date) -> list[dict[str, Any]]:
    """The figures of the day, each with its change against the day before up to the same hour."""
    old_day = shown - timedelta(days=1)

    def both(name: str) -> tuple[Any, Any]:
        return sum(row[name] for row in table), sum(getattr(row["old"], name) for row in table if row["old"])

    span = f"from={shown}&to={shown}"
    return [
        _tile(_("Orders in"), *both("orders"), f"?{span}"),
        _tile(_("Their amount with VAT"), *both("amount"), money=True),
        _tile(_("Held of them"), *both("held"), f"?state=held&{span}", good=False),
        _tile(_("Shipped of them"), *both("shipped")),
        _tile(_("Recognised of them"), *both("recognised")),
        _tile(_("Revenue posted, net of VAT"), revenue.get(shown, 0), revenue.get(old_day, 0), money=True),
    ]


def _tile(
    title: str, now: Any, before: Any, query: str = "", *, good: bool = True, money: bool = False
) -> dict[str, Any]:
    change = (float(now) / float(before) - 1) * 100 if before else None
    better = change is None or (change >= 0) == good
    return {
        "title": title,
        "now": now,
        "before": before,
        "change": change,
        "rises": change is not None and change >= 0,
        "better": better,
        "query": query,
        "money": money,
    }
