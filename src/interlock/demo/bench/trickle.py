"""A day that trickles in: small files in the watched folder at the day's own shape, sixty times faster than life.

The backlog of a moment is what has been laid into the folder and not yet come to where it waits for a person; in
seconds of the worker's own time it is how long ago the oldest such order was laid there.
"""

from __future__ import annotations

import bisect
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl
from django.conf import settings

from interlock.core.sql import blocks, value
from interlock.server import Trouble

from .. import day
from ..company.build import build_company
from ..company.organisation import CODES
from ..feed import COLUMNS, Feed
from ..spine import Progress, Stages

SQL = blocks(__file__)
FASTER = 60
TICK = 1.0  # seconds between two files
PATIENCE = 300.0  # seconds for the last orders
PEAK_SHARE, PEAK_HOUR = 0.3, 20


@dataclass
class Watch:
    """What was laid into the folder, cumulated, without repeats; how old the oldest not done was at each look."""

    started: float
    laid_at: list[float] = field(default_factory=list)
    laid: list[int] = field(default_factory=list)
    worst: float = 0.0
    most: int = 0

    def lay(self, orders: int) -> None:
        self.laid_at.append(time.monotonic())
        self.laid.append((self.laid[-1] if self.laid else 0) + orders)

    def look(self, done: int) -> None:
        """Compare with what is done: the first file that is not done by now tells the backlog's age."""
        if not self.laid or done >= self.laid[-1]:
            return
        place = bisect.bisect_right(self.laid, done)
        self.worst = max(self.worst, time.monotonic() - self.laid_at[place])
        self.most = max(self.most, self.laid[-1] - done)


def trickle(orders: int, since: int, until: int, progress: Progress) -> dict[str, Any]:
    """Replay a day of ``orders`` orders against the running worker and answer the largest backlog.

    A file a second goes into each company's folder, with what was ordered in that minute of the day; three tenths of
    the orders fall into the peak hour. ``since`` and ``until`` name the hours of the day that are replayed.
    """
    stages = Stages(progress)
    found = build_company(progress)
    if not value(SQL["worker_lives"]):
        raise Trouble("No worker is running: start ./interlock up or ./interlock worker first.")
    on = day.next_day(CODES)
    day.require_open(CODES, on)
    feeds = day.feeds_of_day(CODES, orders, on, stages)
    companies = [found[feed.company].pk for feed in feeds]
    with tempfile.TemporaryDirectory(prefix="interlock-") as folder:
        day.stock_up(feeds, found, Path(folder), stages)
    before = int(value(SQL["done"], companies=companies) or 0)
    hours = range(since * 60, until * 60)
    parts = sorted(
        ((minute - hours[0], feed.company, part)
         for feed in feeds for minute, part in _minutes(feed).items() if minute in hours),
        key=lambda one: one[:2],
    )  # fmt: skip
    watch = _replay(parts, companies, before, sum(_orders(part) for _m, _c, part in parts), stages)
    seconds = time.monotonic() - watch.started
    return {
        "orders": watch.laid[-1],
        "files": len(parts),
        "times_faster": FASTER,
        "peak_share_pct": round(PEAK_SHARE * 100),
        "seconds": round(seconds, 1),
        "largest_backlog_orders": watch.most,
        "largest_backlog_seconds": round(watch.worst, 1),
        "kept_up": watch.worst <= 60,
    }


def _minutes(feed: Feed) -> dict[int, pl.DataFrame]:
    """Cut a feed by the minute in which its orders come in, the peak hour as full as in life."""
    table = feed.lines.with_row_index("row")
    place = pl.struct("order_no", "copy").rle_id()
    numbered = table.with_columns(place.alias("place"))
    count = int(numbered["place"].max() or 0) + 1  # type: ignore[arg-type]  # a series of whole numbers
    peak = round(count * PEAK_SHARE)
    before = round((count - peak) * PEAK_HOUR / 23)
    place = pl.col("place").cast(pl.Int64)
    minute = (
        pl.when(place < before).then(place * PEAK_HOUR * 60 // max(1, before))
        .when(place < before + peak).then(PEAK_HOUR * 60 + (place - before) * 60 // max(1, peak))
        .otherwise((PEAK_HOUR + 1) * 60 + (place - before - peak) * 180 // max(1, count - before - peak))
    )  # fmt: skip
    cut = numbered.with_columns(minute.alias("minute")).partition_by("minute", as_dict=True)
    return {int(key[0]): part for key, part in cut.items()}


def _orders(part: Any) -> int:
    return int(part["place"].n_unique())


def _replay(
    parts: Sequence[tuple[int, str, Any]], companies: list[int], before: int, whole: int, stages: Stages
) -> Watch:
    """Lay each minute's files when their moment has come, and look how far the worker is."""
    watch = Watch(time.monotonic())
    stamp = datetime.now().astimezone().strftime("%Y%m%d%H%M%S")
    known: set[tuple[str, str]] = set()
    with stages.stage("trickle", whole) as advance:
        for minute, company, part in parts:
            due = watch.started + minute * 60 / FASTER
            while (ahead := due - time.monotonic()) > 0:
                watch.look(int(value(SQL["done"], companies=companies) or 0) - before)
                time.sleep(min(TICK, ahead))
            _lay(Path(settings.INBOX_ROOT) / company / "orders", f"trickle-{stamp}-{minute:04d}.csv", part)
            fresh = {(company, number) for number in part["order_no"].unique()} - known
            known |= fresh
            watch.lay(len(fresh))
            advance(_orders(part))
    deadline = time.monotonic() + PATIENCE
    while (done := int(value(SQL["done"], companies=companies) or 0) - before) < watch.laid[-1]:
        watch.look(done)
        if time.monotonic() > deadline:
            raise Trouble(f"The worker did not come to an end within {PATIENCE:.0f} s: see /worker.")
        time.sleep(TICK / 2)
    return watch


def _lay(folder: Path, name: str, part: pl.DataFrame) -> None:
    """Write beside and rename, as whoever feeds the folder should."""
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f".{name}.part"
    part.select(COLUMNS).write_csv(half)
    half.rename(folder / name)
