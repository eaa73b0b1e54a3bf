"""A day at the company: orders come in, are reviewed, sourced, shipped and recognised, company by company."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from interlock.core.api import system_actor

from .company.build import companies
from .feed import Feed, generate
from .replenish import cover
from .spine import Desk, Stages, waiting_for
from .stalls import read_stalls
from .summary import last_day, summarise

FIRST_DAY = date(2026, 6, 18)  # the June sales
RECEIVED_AFTER, INSTALLED_AFTER = 2, 4  # days after the order
CONFIRMED_PER_MILLE = {"receipt": 980, "installation": 950}


def run_day(
    codes: Sequence[str], orders: int, on: date, stages: Stages, *, confirmed: dict[str, int] | None = None
) -> dict[str, Any]:
    """Run a day of ``orders`` orders of these companies from feed to revenue and answer its summary.

    Goods that the day will ask for are received first. What is received or installed later is confirmed for its later
    day at once; ``confirmed`` says for how many of a thousand deliveries.
    """
    found = companies()
    ids = [found[code].pk for code in codes]
    feeds = feeds_of_day(codes, orders, on, stages)
    with tempfile.TemporaryDirectory(prefix="interlock-") as folder:
        paths = stock_up(feeds, found, Path(folder), stages)
        for feed in feeds:
            run_feed(feed, found[feed.company].pk, paths[feed.company], stages, confirmed or CONFIRMED_PER_MILLE)
    return summarise(ids, on, stages)


def feeds_of_day(codes: Sequence[str], orders: int, on: date, stages: Stages) -> list[Feed]:
    """Make the feeds of the companies; the orders are shared out by what their shops usually sell."""
    with stages.stage("feed", orders) as advance:
        stalls = [read_stalls(code, on) for code in codes]
        whole = sum(one.share for one in stalls)
        counts = [round(orders * one.share / whole) for one in stalls]
        counts[counts.index(max(counts))] += orders - sum(counts)
        feeds = []
        for one, count in zip(stalls, counts, strict=True):
            if count:
                feeds.append(generate(one, on, count))
                advance(count)
        return feeds


def stock_up(feeds: Sequence[Feed], found: dict[str, Any], folder: Path, stages: Stages) -> dict[str, Path]:
    """Receive the goods of the day and write the feeds as files; answer these by company."""
    with stages.stage("goods in", len(feeds)) as advance:
        for feed in feeds:
            cover(feed, found[feed.company].pk, system_actor("demo"))
            advance(1)
    return {feed.company: feed.write(folder / f"orders-{feed.company}-{feed.on}.csv") for feed in feeds}


def run_feed(feed: Feed, company: int, path: Path, stages: Stages, confirmed: dict[str, int]) -> None:
    """Take one company's file through the whole day, to sealed vouchers."""
    desk = Desk(company, system_actor("demo"), stages)
    desk.take_in(path, feed.orders)
    desk.prepare(feed.on)
    desk.ship(feed.on)
    desk.recognise_shipped(feed.on)
    for event, days in (("receipt", RECEIVED_AFTER), ("installation", INSTALLED_AFTER)):
        waiting = [one for one in waiting_for(company, event, feed.on) if confirms(one, confirmed[event])]
        desk.confirm(event, feed.on + timedelta(days=days), waiting, path.parent)
    desk.post()
    desk.seal()


def confirms(delivery: int, per_mille: int) -> bool:
    """Say whether a delivery is among those confirmed; the same ones always."""
    return zlib.crc32(str(delivery).encode()) % 1000 < per_mille


def next_day(codes: Sequence[str]) -> date:
    """Answer the first day when there is none yet, else the day after the last."""
    last = last_day([company.pk for code, company in companies().items() if code in codes])
    return last + timedelta(days=1) if last else FIRST_DAY
