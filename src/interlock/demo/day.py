"""A day at the company: orders come in, are reviewed, sourced, shipped and recognised, company by company."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from queue import Queue
from typing import Any

from django.db import connection, connections

from interlock.core.api import system_actor
from interlock.server import Trouble

from .company.build import companies
from .company.writing import table
from .feed import Feed, generate
from .replenish import cover
from .settling import PAID_AFTER, SETTLED_AFTER, settle_day
from .spine import Desk, Stages, waiting_for
from .stalls import read_stalls
from .summary import last_day, summarise

FIRST_DAY = date(2026, 6, 18)  # the June sales
RECEIVED_AFTER, INSTALLED_AFTER = 2, 4  # days after the order
BATCH = 5_000  # orders a file
Batch = tuple[Desk, Feed, Path]
Batches = Queue[Batch | None]
Received = Queue[tuple[Batch, list[int]] | None]
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
        run_feeds(feeds, found, paths, stages, confirmed or CONFIRMED_PER_MILLE)
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


def stock_up(feeds: Sequence[Feed], found: dict[str, Any], folder: Path, stages: Stages) -> dict[str, list[Path]]:
    """Receive the goods of the day and write the feeds as files; answer these by company."""
    with stages.stage("goods in", len(feeds)) as advance:
        for feed in feeds:
            cover(feed, found[feed.company].pk, system_actor("demo"))
            advance(1)
    return {feed.company: feed.write_parts(folder, BATCH) for feed in feeds}


def run_feeds(
    feeds: Sequence[Feed],
    found: dict[str, Any],
    paths: dict[str, list[Path]],
    stages: Stages,
    confirmed: dict[str, int],
) -> None:
    """Take the files through the whole day, to sealed vouchers; each works on one while those before it are ahead.

    Intake, office, warehouse and books are threads with a connection each, as in life; inside an open transaction,
    where a second connection would see nothing, one does it all.
    """
    received: Received = Queue()
    released: Batches = Queue()
    shipped: Batches = Queue()
    lanes: list[Callable[[], None]] = [
        partial(intake, feeds, found, paths, stages, received),
        partial(office, received, released),
        partial(warehouse, released, shipped),
        partial(books, shipped, confirmed),
    ]
    if connection.in_atomic_block:
        for lane in lanes:
            lane()
    else:
        with ThreadPoolExecutor(len(lanes)) as pool:
            for working in [pool.submit(_apart, lane) for lane in lanes]:
                working.result()
    for feed in feeds:
        Desk(found[feed.company].pk, system_actor("demo"), stages).seal()


def intake(
    feeds: Sequence[Feed],
    found: dict[str, Any],
    paths: dict[str, list[Path]],
    stages: Stages,
    received: Received,
) -> None:
    """Take the files in, and pass on what each brought: who gets scarce stock must not hang on who is faster."""
    try:
        for feed in feeds:
            desk = Desk(found[feed.company].pk, system_actor("demo"), stages)
            last = 0
            for number, path in enumerate(paths[feed.company]):
                desk.take_in(path, min(BATCH, feed.orders - number * BATCH))
                new = desk.received(last)
                last = max(new, default=last)
                received.put(((desk, feed, path), new))
    finally:
        received.put(None)


def office(received: Received, released: Batches) -> None:
    """Review, source and release what came in, and pass it on."""
    try:
        while one := received.get():
            batch, new = one
            desk, feed, _path = batch
            desk.prepare(feed.on, new)
            released.put(batch)
    finally:
        released.put(None)


def warehouse(released: Batches, shipped: Batches) -> None:
    """Ship what was released, and pass it on."""
    try:
        while batch := released.get():
            desk, feed, _path = batch
            desk.ship(feed.on)
            shipped.put(batch)
    finally:
        shipped.put(None)


def books(shipped: Batches, confirmed: dict[str, int]) -> None:
    """Make revenue of what is due and confirmed, settle it, and write what happened into the journal."""
    last: tuple[Desk, Feed, Path] | None = None
    while True:
        batch = shipped.get()
        if last and (batch is None or batch[1] is not last[1]):
            settle(*last)
        if batch is None:
            return
        last = desk, feed, path = batch
        desk.recognise_shipped(feed.on)
        for event, days in (("receipt", RECEIVED_AFTER), ("installation", INSTALLED_AFTER)):
            waiting = [one for one in waiting_for(desk.company, event, feed.on) if confirms(one, confirmed[event])]
            desk.confirm(event, feed.on + timedelta(days=days), waiting, path.parent)
        desk.post()


def settle(desk: Desk, feed: Feed, path: Path) -> None:
    """Let the platforms pay for a company's day, once its last orders are revenue."""
    settled, paid = feed.on + timedelta(days=SETTLED_AFTER), feed.on + timedelta(days=PAID_AFTER)
    settle_day(desk, feed.on, settled, paid, path.parent)
    desk.post()


def _apart(work: Callable[[], None]) -> None:
    """Run on a thread of its own and leave no connection open."""
    try:
        work()
    finally:
        connections.close_all()


def confirms(delivery: int, per_mille: int) -> bool:
    """Say whether a delivery is among those confirmed; the same ones always."""
    return zlib.crc32(str(delivery).encode()) % 1000 < per_mille


def require_open(codes: Sequence[str], on: date) -> None:
    """Refuse a day whose goods, receipts, fittings or payouts would fall into a month that is not open."""
    last = on + timedelta(days=PAID_AFTER)
    for month in sorted({on.replace(day=1), last.replace(day=1)}):
        opened = table("core.Period").objects.filter(company__code__in=codes, month=month, state="open")
        if opened.filter(module__in=["sales", "stock", "finance"]).count() < 3 * len(codes):
            raise Trouble(f"The month {month:%Y-%m} is not open in the sample company: choose another --date.")


def next_day(codes: Sequence[str]) -> date:
    """Answer the first day when there is none yet, else the day after the last."""
    last = last_day([company.pk for code, company in companies().items() if code in codes])
    return last + timedelta(days=1) if last else FIRST_DAY
