"""The steps of a company's day, each over whatever waits for it, timed by stage."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import polars as pl

from interlock.core.api import Actor, Operation, run_work
from interlock.core.sql import blocks, value
from interlock.finance import api as finance
from interlock.sales import api as sales

SQL = blocks(__file__)
Progress = Callable[[str, int, int], None]
#: What is done with goods that come back, by the state they stand in.
RETURNED = (
    ("announced", sales.receive_returns),
    ("received", sales.inspect_returns),
    ("inspected", sales.refund_returns),
)


def silent(_stage: str, _done: int, _total: int) -> None:
    """Show nothing."""


@dataclass
class Stages:
    """Seconds by stage, and one progress bar a stage that grows over the companies."""

    progress: Progress = silent
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    done: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    totals: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:
        """Time a stage; the callable takes how many more are done."""
        self.totals[name] += total
        started = time.perf_counter()
        before = self.done[name]

        def advance(count: int) -> None:
            self.done[name] += count
            self.progress(name, self.done[name], max(self.totals[name], self.done[name]))

        self.progress(name, before, self.totals[name])
        try:
            yield advance
        finally:
            self.seconds[name] += time.perf_counter() - started
            self.done[name] = max(self.done[name], before + total)
            self.progress(name, self.done[name], max(self.totals[name], self.done[name]))

    def rounded(self) -> dict[str, float]:
        """Answer the seconds as a summary shows them."""
        return {name: round(value, 3) for name, value in self.seconds.items()}


@dataclass(frozen=True)
class Desk:
    """Who works where: one company, one actor, one set of stages."""

    company: int
    by: Actor
    stages: Stages

    def work(self, stage: str, operation: Operation, ids: Sequence[int], **arguments: Any) -> None:
        """Run an operation over all these ids, chunk by chunk."""
        with self.stages.stage(stage, len(ids)) as advance:
            if ids:
                run_work(operation, ids, company=self.company, by=self.by, key=uuid4(), progress=advance, **arguments)

    def take_in(self, path: Path, orders: int) -> sales.FeedResult:
        """Import a file of orders."""
        with self.stages.stage("import", orders) as advance:
            return sales.import_feed(path, path.name, company=self.company, by=self.by, progress=advance)

    def received(self, after: int = 0) -> list[int]:
        """Answer the orders to review that came in after this one, most urgent first."""
        return sales.orders_in(self.company, "received", after=after)

    def prepare(self, on: date, received: Sequence[int]) -> None:
        """Review what came in, promise stock to what passed, and hand it to the warehouses."""
        self.work("review", sales.review_orders, received)
        self.work("reserve", sales.reserve_orders, sales.orders_in(self.company, "reviewed"), on=on)
        self.work("release", sales.release_deliveries, sales.orders_in(self.company, "reserved"), on=on)

    def ship(self, on: date, *, serials: bool = True) -> None:
        """Capture serial numbers for what is to be picked, where any goods have them, and send it off.

        What is released meanwhile is left for the next time: its numbers are not captured.
        """
        released = sales.deliveries_in(self.company, "released")
        if serials:
            self.work("serials", sales.capture_serials, sales.deliveries_uncaptured(self.company))
        self.work("ship", sales.ship_deliveries, released, on=on)

    def recognise_shipped(self, on: date) -> None:
        """Make revenue of what is revenue once it has left."""
        ids = waiting_for(self.company, "shipment", on)
        self.work("recognise", sales.recognise_revenue, ids, trigger="shipment", on=on)

    def recognise_received(self, on: date, days: int) -> None:
        """Make revenue of what left at least so many days ago: it has arrived."""
        ids = waiting_for(self.company, "receipt", on - timedelta(days=days))
        self.work("recognise", sales.recognise_revenue, ids, trigger="receipt", on=on)

    def confirm(self, event: str, on: date, deliveries: Sequence[int], folder: Path) -> None:
        """Send the forwarders' and fitters' confirmations of a day as the file that they come in."""
        with self.stages.stage("recognise", len(deliveries)) as advance:
            if not deliveries:
                return
            numbers = value(SQL["numbers"], company=self.company, ids=list(deliveries))
            table = pl.DataFrame({"delivery": numbers})
            path = folder / f"{event}-{self.company}-{on}.csv"
            table.with_columns(pl.lit(event).alias("event"), pl.lit(str(on)).alias("on")).write_csv(path)
            with path.open("rb") as file:
                sales.confirm_feed(file, path.name, company=self.company, by=self.by, progress=advance)

    def take_back(self, path: Path, returns: int, on: date) -> None:
        """Take in a file of returns; what came back is received, found good, and the buyers get their money."""
        with self.stages.stage("returns", returns) as advance:
            with path.open("rb") as file:
                sales.import_returns(file, path.name, company=self.company, by=self.by)
            advance(returns)
        for state, operation in RETURNED:
            ids = sales.returns_in(self.company, state, kind="return")
            self.work("returns", operation, ids, on=on)

    def post(self) -> None:
        """Write all pending events into the journal."""
        with self.stages.stage("post", 0) as advance:
            finance.post_pending(self.company, self.by, progress=advance)

    def seal(self) -> None:
        """Seal the vouchers that were collected."""
        collecting = finance.Voucher.objects.filter(company_id=self.company, state="collecting").order_by("id")
        self.work("seal", finance.seal_vouchers, list(collecting.values_list("id", flat=True)))


def waiting_for(company: int, event: str, shipped_upto: date) -> list[int]:
    """Answer the deliveries whose goods this event makes revenue of."""
    policies = {"shipment": ["at_shipment"], "receipt": ["at_receipt"], "installation": ["at_installation"]}[event]
    return sales.deliveries_in(company, "shipped", shipped_upto=shipped_upto, policies=policies)
