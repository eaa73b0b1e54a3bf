"""A day at the company: orders come in, are reviewed, sourced, shipped and recognised, company by company."""

from __future__ import annotations

import hashlib
import math
import tempfile
import zlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from queue import Queue
from typing import Any, NamedTuple

from django.db import connection, connections

from interlock.core.api import system_actor
from interlock.server import Trouble

from .company.build import companies
from .company.writing import table
from .feed import Feed, generate
from .replenish import cover
from .returning import RETURNED_AFTER, return_day
from .settling import PAID_AFTER, SETTLED_AFTER, settle_day
from .spine import Desk, Stages, waiting_for
from .stalls import read_stalls
from .summary import last_day, summarise

FIRST_DAY = date(2026, 6, 18)  # the June sales
RECEIVED_AFTER, INSTALLED_AFTER = 2, 4  # days after the order
SMALL, BATCH = 500, 5_000  # orders a file
FILES = 5  # files of the largest company's day at least, so that lanes have what to work on


class Batch(NamedTuple):
    """A file of orders on its way through the day."""

    desk: Desk
    feed: Feed
    path: Path
    is_last: bool  # of its company


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
    return {feed.company: feed.write_parts(folder, file_size(feeds)) for feed in feeds}


def file_size(feeds: Sequence[Feed]) -> int:
    """Answer how many orders a file of a day has: a small day comes in small files, a large one in large ones."""
    most = max((feed.orders for feed in feeds), default=0)
    return min(BATCH, max(SMALL, math.ceil(most / FILES)))


def run_feeds(
    feeds: Sequence[Feed],
    found: dict[str, Any],
    paths: dict[str, list[Path]],
    stages: Stages,
    confirmed: dict[str, int],
) -> None:
    """Take the files through the whole day, to sealed vouchers; each works on one while those before it are ahead.

    Intake, office, warehouse, sales books and ledger are threads with a connection each, as in life; inside an open
    transaction, where a second connection would see nothing, one does it all. The company with the most orders goes
    first: while its platforms pay, the others' orders are on their way.
    """
    feeds = sorted(feeds, key=lambda feed: -feed.orders)
    received: Received = Queue()
    released: Batches = Queue()
    shipped: Batches = Queue()
    recognised: Batches = Queue()
    lanes: list[Callable[[], None]] = [
        partial(intake, feeds, found, paths, stages, received),
        partial(office, received, released),
        partial(warehouse, released, shipped),
        partial(books, shipped, recognised, confirmed),
        partial(ledger, recognised),
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
            last, size = 0, file_size(feeds)
            for number, path in enumerate(paths[feed.company]):
                desk.take_in(path, min(size, feed.orders - number * size))
                new = desk.received(last)
                last = max(new, default=last)
                received.put((Batch(desk, feed, path, is_last=path == paths[feed.company][-1]), new))
    finally:
        received.put(None)


def office(received: Received, released: Batches) -> None:
    """Review, source and release what came in, and pass it on."""
    try:
        while one := received.get():
            batch, new = one
            batch.desk.prepare(batch.feed.on, new)
            released.put(batch)
    finally:
        released.put(None)


def warehouse(released: Batches, shipped: Batches) -> None:
    """Ship what was released, and pass it on."""
    try:
        while batch := released.get():
            batch.desk.ship(batch.feed.on)
            shipped.put(batch)
    finally:
        shipped.put(None)


def books(shipped: Batches, recognised: Batches, confirmed: dict[str, int]) -> None:
    """Make revenue of what is due and confirmed, and pass it on."""
    try:
        while batch := shipped.get():
            desk, feed, path, _last = batch
            desk.recognise_shipped(feed.on)
            for event, days in (("receipt", RECEIVED_AFTER), ("installation", INSTALLED_AFTER)):
                waiting = [one for one in waiting_for(desk.company, event, feed.on) if confirms(one, confirmed[event])]
                desk.confirm(event, feed.on + timedelta(days=days), waiting, path.parent)
            recognised.put(batch)
    finally:
        recognised.put(None)


def ledger(recognised: Batches) -> None:
    """Write what happened into the journal; once a company's last orders are revenue, its platforms pay for the day
    and its buyers send some of it back.
    """
    while batch := recognised.get():
        desk, feed, path, is_last = batch
        desk.post()
        if is_last:
            settled, paid = feed.on + timedelta(days=SETTLED_AFTER), feed.on + timedelta(days=PAID_AFTER)
            settle_day(desk, feed.on, settled, paid, path.parent)
            return_day(desk, feed.on, feed.on + timedelta(days=RETURNED_AFTER), path.parent)
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


def began(codes: Sequence[str], orders: int, on: date) -> bool:
    """Say whether a day of so many orders was begun: a file of it was taken in, which is the same file each time."""
    feeds = feeds_of_day(codes, orders, on, Stages())
    with tempfile.TemporaryDirectory(prefix="interlock-") as folder:
        files = [path for feed in feeds for path in feed.write_parts(Path(folder), file_size(feeds))]
        hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    return bool(table("core.File").objects.filter(sha256__in=hashes).exists())


def require_open(codes: Sequence[str], on: date) -> None:
    """Refuse a day whose goods, receipts, fittings, payouts or returns would fall into a month that is not open."""
    last = on + timedelta(days=RETURNED_AFTER)
    for month in sorted({on.replace(day=1), last.replace(day=1)}):
        opened = table("core.Period").objects.filter(company__code__in=codes, month=month, state="open")
        if opened.filter(module__in=["sales", "stock", "finance"]).count() < 3 * len(codes):
            raise Trouble(f"The month {month:%Y-%m} is not open in the sample company: choose another --date.")


def next_day(codes: Sequence[str]) -> date:
    """Answer the first day when there is none yet, else the day after the last."""
    last = last_day([company.pk for code, company in companies().items() if code in codes])
    return last + timedelta(days=1) if last else FIRST_DAY
