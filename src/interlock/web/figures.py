"""What the start page draws, counted by the worker every ten minutes and kept a value a day.

A page reads the kept values only, at most some hundred rows. The worker counts today and yesterday anew, a figure of
finished days once; what no page draws any more it forgets.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from procrastinate.contrib.django import app

from interlock.core.api import Company, alone
from interlock.core.sql import Block, rows, run, value

from .queries import figures

REFRESH = "web.refresh_figures"
DAYS = 30


@dataclass(frozen=True)
class Counted:
    """One figure: its block, and whether it is counted of finished days only, once."""

    code: str
    block: Block
    finished: bool = False


COUNTED = [
    Counted("orders", figures.SQL["orders"]),
    Counted("shipped", figures.SQL["shipped"]),
    Counted("revenue", figures.SQL["revenue"]),
    Counted("cash", figures.SQL["cash"]),
    Counted("margin", figures.SQL["margin"], finished=True),
]


@app.periodic(cron="*/10 * * * *")
@app.task(name=REFRESH, queueing_lock=REFRESH)
def refresh_all(timestamp: int) -> None:
    """Count the figures of every company, up to the day that it is there."""
    with alone(REFRESH) as mine:
        for company in Company.objects.order_by("id") if mine else ():
            refresh(
                company.pk, company.time_zone, datetime.fromtimestamp(timestamp, ZoneInfo(company.time_zone)).date()
            )


def refresh(company: int, zone: str, today: date) -> None:
    """Count what days of a company's figures are missing or not over; each figure is replaced as a whole.

    A company that has rested for longer than a page draws keeps the figures of its last days at work.
    """
    worked = value(figures.SQL["worked_on"], company=company, today=today)
    today = _ends(worked, today)
    first = today - timedelta(days=DAYS - 1)
    for one in COUNTED:
        asked = {"company": company, "code": one.code, "first": first, "last": today}
        days = [row.day for row in rows(figures.SQL["to_count"], **asked)]
        if one.finished:
            days = _never_counted(company, one.code, [day for day in days if day < today])
        if not days:
            continue
        takes = {"company": company, "zone": zone, "days": days, "first": days[0], "last": days[-1]}
        found = rows(one.block, **{key: value for key, value in takes.items() if f"%({key})s" in one.block.text})
        with transaction.atomic():
            run(figures.SQL["forget"], company=company, code=one.code, days=days)
            run(
                figures.SQL["keep"],
                company=company,
                code=one.code,
                days=days,
                of=[row.day for row in found],
                parts=[row.part for row in found],
                values=[row.value for row in found],
            )
    run(figures.SQL["too_old"], company=company, first=first)


def _never_counted(company: int, code: str, days: list[date]) -> list[date]:
    """Leave out the days of a finished figure that stand already; yesterday waits until it is over everywhere."""
    if not days:
        return []
    kept = rows(figures.SQL["kept"], company=company, codes=[code], first=days[0], last=days[-1])
    known = {row.day for row in kept if row.part == "*"}
    return [day for day in days if day not in known]


def kept(company: int, codes: list[str], today: date) -> tuple[date, dict[str, dict[date, dict[str, object]]]]:
    """Answer the day that the charts end on, and the kept values of figures: by code, day and part."""
    found: dict[str, dict[date, dict[str, object]]] = {code: {} for code in codes}
    read = rows(figures.SQL["latest"], company=company, codes=codes, today=today, days=DAYS) if codes else []
    for row in read:
        if row.part != "*":
            found[row.code].setdefault(row.day, {})[row.part] = row.value
    return _ends(max((row.day for row in read), default=None), today), found


def _ends(last: date | None, today: date) -> date:
    """Answer the last of the days that are drawn: today, unless nothing happened since longer than that."""
    return today if last is None or last > today - timedelta(days=DAYS) else last
