"""One client of the race: ``python -m interlock.demo.bench.client`` takes orders from the shop to revenue, in a loop.

A process of its own with a connection of its own, as a web worker is. It says ``ready`` and waits for a line on
standard input, so that all begin together; at the end it prints what it saw as one line of JSON. The ``books`` role
writes the events of all clients into the journal meanwhile, as the worker does in life.
"""

from __future__ import annotations

import csv
import io
import json
import logging
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, cast

Ids = list[int]
BATCH = 5  # orders a client takes in at a time
SHOWN = 5  # kinds of errors that are reported


@dataclass
class Task:
    """What a client is told: where, for how long, what of."""

    database: str
    role: str
    name: str
    company: int
    shop: str
    province: str
    skus: list[str]
    prices: list[str]
    on: str
    seconds: float
    batch: int
    lines: int


@dataclass
class Seen:
    """What a client saw: orders by what became of them, errors by kind, attempts that the runner repeated."""

    orders: int = 0
    no_stock: int = 0
    shipped: int = 0
    recognised: int = 0
    returned: int = 0
    events: int = 0
    errors: dict[str, int] = field(default_factory=dict)
    retries: int = 0
    seconds: float = 0.0


class Unexpected(Exception):
    """A verdict that these orders do not earn: an error, as seen by the client."""


class Client:
    """Batch after batch of orders of a few hot items, each through every operation from intake to revenue."""

    def __init__(self, task: Task, seen: Seen) -> None:
        from interlock.core.api import system_actor  # noqa: PLC0415 - Django stands now

        self.task, self.seen = task, seen
        self.call: dict[str, Any] = {"company": task.company, "by": system_actor("bench")}
        self.dice = random.Random(task.name)
        self.batches = 0

    def work(self) -> None:
        """Take a batch through every step; each step is told what the one before it left."""
        ids: Ids = []
        for step in STEPS:
            ids = step(self, ids)
            if not ids:
                return

    def take_in(self, _ids: Ids) -> Ids:
        from interlock.sales import api as sales  # noqa: PLC0415

        self.batches += 1
        numbers = [f"{self.task.name}-{self.batches:05d}-{n}" for n in range(self.task.batch)]
        name = f"{self.task.name}-{self.batches:05d}.csv"
        result = sales.import_feed(io.BytesIO(self._feed(numbers)), name, **self.call)
        self._expect(Counter(result.counts), {"done"})
        self.seen.orders += result.counts.get("done", 0)
        found = sales.Order.objects.filter(
            company_id=self.task.company, shop__code=self.task.shop, platform_number__in=numbers
        )
        return list(found.order_by("pk").values_list("pk", flat=True))

    def review(self, orders: Ids) -> Ids:
        from interlock.sales import api as sales  # noqa: PLC0415

        return self._go(sales.review_orders, orders)

    def reserve(self, orders: Ids) -> Ids:
        from interlock.sales import api as sales  # noqa: PLC0415

        served = self._go(sales.reserve_orders, orders, {"no_stock"}, on=self._on)
        self.seen.no_stock += len(orders) - len(served)
        return served

    def release(self, orders: Ids) -> Ids:
        """Hand orders to the warehouse; from here on it is deliveries."""
        from interlock.sales import api as sales  # noqa: PLC0415

        released = self._go(sales.release_deliveries, orders, on=self._on)
        lines = sales.DeliveryLine.objects.filter(company_id=self.task.company, order_id__in=released)
        return sorted(set(lines.values_list("delivery_id", flat=True)))

    def ship(self, deliveries: Ids) -> Ids:
        from interlock.sales import api as sales  # noqa: PLC0415

        shipped = self._go(sales.ship_deliveries, deliveries, on=self._on)
        self.seen.shipped += self._orders(shipped)
        return shipped

    def recognise(self, deliveries: Ids) -> Ids:
        """Recognise at installation, which every item's policy is content with."""
        from interlock.sales import api as sales  # noqa: PLC0415

        recognised = self._go(sales.recognise_revenue, deliveries, trigger="installation", on=self._on)
        self.seen.recognised += self._orders(recognised)
        return recognised

    def give_back(self, deliveries: Ids) -> Ids:
        """One order of the batch comes back in part, up to the refund; the piece is free to be sold again."""
        from interlock.sales import api as sales  # noqa: PLC0415

        lines = sales.DeliveryLine.objects.filter(company_id=self.task.company, delivery_id__in=deliveries)
        line = lines.order_by("pk").values("order_id", "order_line__line_number")[0]
        part = sales.NewReturnLine(Decimal(1), line["order_line__line_number"])
        new = sales.NewReturn("return", "NO_NEED", self._on, (part,), order=line["order_id"])
        outcome = sales.announce_returns([1], returns={1: new}, **self.call)
        self._expect(outcome.counts, {"done"}, "sales.announce_returns")
        back = [int(outcome.verdicts[0].detail["return"])]
        for operation in (sales.receive_returns, sales.inspect_returns, sales.refund_returns):
            back = self._go(operation, back, on=self._on)
        self.seen.returned += len(back)
        return back

    @property
    def _on(self) -> date:
        return date.fromisoformat(self.task.on)

    def _go(self, operation: Any, ids: Ids, answers: Sequence[str] | set[str] = (), **arguments: Any) -> Ids:
        """Run an operation; ``answers`` are rejections that belong to the race."""
        outcome = operation(ids, **self.call, **arguments)
        self._expect(outcome.counts, {"done", *answers}, operation.name)
        return cast("Ids", outcome.accepted)

    def _expect(self, counts: Counter[str], answers: set[str], name: str = "import_feed") -> None:
        if stray := sorted(set(counts) - answers):
            raise Unexpected(f"{name} answered {', '.join(stray)}")

    def _orders(self, deliveries: Ids) -> int:
        from interlock.sales import api as sales  # noqa: PLC0415

        lines = sales.DeliveryLine.objects.filter(company_id=self.task.company, delivery_id__in=deliveries)
        return lines.values("order_id").distinct().count()

    def _feed(self, numbers: list[str]) -> bytes:
        """Write a file of orders, as a shop sends them: each of a few different hot items, one or two pieces."""
        moment = f"{self.task.on}T12:00:00+08:00"
        buyer = dict(zip(BUYER, ("陈小红", "13812345678", "杭州市", "西湖区", "文一西路 1 号"), strict=True))
        rows = []
        for number in numbers:
            for line, place in enumerate(self.dice.sample(range(len(self.task.skus)), self.task.lines), start=1):
                fields = {"order_no": number, "line_no": line, "shop": self.task.shop, "province": self.task.province,
                          "ordered_at": moment, "paid_at": moment, "paid_amount": "1000000"}  # fmt: skip
                wanted = {"sku": self.task.skus[place], "unit_price": self.task.prices[place],
                          "quantity": self.dice.choice((1, 1, 1, 2))}  # fmt: skip
                rows.append(fields | buyer | wanted)
        text = io.StringIO()
        writer = csv.DictWriter(text, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        return text.getvalue().encode()


BUYER = ("buyer", "phone", "city", "district", "address")
#: What a client does with a batch, in order. What else may happen to an order is one step more here.
STEPS: list[Callable[[Client, Ids], Ids]] = [
    Client.take_in, Client.review, Client.reserve, Client.release, Client.ship, Client.recognise,
    Client.give_back,
]  # fmt: skip


class Books:
    """The worker's part: post whatever waits, until the time is over."""

    def __init__(self, task: Task, seen: Seen) -> None:
        from interlock.core.api import system_actor  # noqa: PLC0415

        self.company, self.by, self.seen = task.company, system_actor("bench"), seen

    def work(self) -> None:
        """Post what is pending; with nothing to do, wait a little."""
        from interlock.finance import api as finance  # noqa: PLC0415

        worked = finance.post_pending(self.company, self.by)
        self.seen.events += worked.counts["done"]
        # What another is posting right now is busy, and what takes that back waits for it: both go with the next round.
        if stray := sorted(set(worked.counts) - {"done", "busy", "original_pending"}):
            raise Unexpected(f"finance.post_events answered {', '.join(stray)}")
        if not worked.counts["done"]:
            time.sleep(0.1)


class Retries(logging.Handler):
    """Counts what the runner of the operations says it tries again."""

    def __init__(self, seen: Seen) -> None:
        super().__init__(logging.INFO)
        self.seen = seen

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.retries += "tries again" in record.msg


def work_until(worker: Client | Books, seen: Seen, seconds: float) -> None:
    """Work for so many seconds; whatever is raised is counted, and the client goes on with its next batch."""
    started = time.perf_counter()
    while time.perf_counter() - started < seconds:
        try:
            worker.work()
        except Exception as error:  # noqa: BLE001 - what a client sees is the measure
            kind = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"[:200]
            if kind in seen.errors or len(seen.errors) < SHOWN:
                seen.errors[kind] = seen.errors.get(kind, 0) + 1
            else:
                seen.errors["other"] = seen.errors.get("other", 0) + 1
    seen.seconds = time.perf_counter() - started


def main() -> None:
    """Be one client: told by the first line on standard input, started by the second."""
    task = Task(**json.loads(sys.stdin.readline()))
    os.environ["INTERLOCK_DATABASE_NAME"] = task.database
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interlock.settings")
    import django  # noqa: PLC0415

    django.setup()
    from django.db import connection  # noqa: PLC0415

    seen = Seen()
    runner = logging.getLogger("interlock.core.operations")
    runner.addHandler(Retries(seen))
    runner.setLevel(logging.INFO)
    runner.propagate = False
    import polars  # noqa: F401, PLC0415 - a worker that serves has its libraries loaded

    worker = Books(task, seen) if task.role == "books" else Client(task, seen)
    connection.ensure_connection()
    _say("ready")
    if sys.stdin.readline():
        work_until(worker, seen, task.seconds)
    connection.close()
    _say(json.dumps(asdict(seen)))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
