"""Runs a day of real processes while it is disturbed, and answers what the database says afterwards."""

from __future__ import annotations

import contextlib
import random
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from .content import Bag, content
from .daily import PATIENCE, Town, put, wait_until, worker_of
from .office import CANCELLED, Office, fate, today

ORDERS, FILES, SEED = 2_000, 20, 20261122

#: Deliveries with the orders of platforms in them; what goes out for returned goods came from none.
DELIVERIES = """
SELECT DISTINCT d.number, CASE WHEN o.file_id IS NOT NULL THEN o.platform_number END
  FROM sales_delivery d JOIN sales_deliveryline l ON l.delivery_id = d.id JOIN sales_order o ON o.id = l.order_id
 WHERE d.state = %s ORDER BY d.number"""
WAITING = "SELECT count(*) FROM sales_delivery WHERE state NOT IN ('recognised', 'cancelled')"


@dataclass
class Warehouse:
    """Ships what was handed over and confirms what was shipped, by files in the watched folder.

    It knows by word of mouth which orders the office is about to cancel, and lets none of them go.
    """

    place: Town
    database: str
    sent: dict[str, set[str]] = field(default_factory=lambda: {"shipments": set(), "confirmations": set()})

    def look(self) -> bool:
        """Write the files of what has come up since; say whether the day is over."""
        with self.place.connect(self.database) as db:
            self._send(db, "shipments", "released", "shipment")
            if (left := self._left(db)) == 0 and not self._lying():
                self._send(db, "confirmations", "shipped", "installation")
            pending = db.execute("SELECT count(*) FROM finance_eventpending").fetchone()
            known = db.execute("SELECT count(*) FROM sales_feed WHERE state = 'done'").fetchone()
            waiting = db.execute(WAITING).fetchone()
        assert pending
        assert known
        assert waiting
        return left == 0 and pending[0] == 0 and waiting[0] == 0 and known[0] == FILES and not self._lying()

    def _left(self, db: psycopg.Connection) -> int:
        query = "SELECT count(*) FROM sales_order WHERE state NOT IN ('held', 'shipped', 'recognised', 'cancelled')"
        row = db.execute(query).fetchone()
        assert row
        return int(row[0])

    def _lying(self) -> list[Path]:
        return [path for kind in ("orders", *self.sent) for path in (self.place.inbox / kind).glob("*.csv")]

    def _send(self, db: psycopg.Connection, kind: str, state: str, event: str) -> None:
        found = db.execute(DELIVERIES, [state]).fetchall()
        stays = {number for number, order in found if order is not None and fate(order) in CANCELLED}
        new = [one for one in dict.fromkeys(row[0] for row in found) if one not in self.sent[kind] | stays]
        if not new:
            return
        path = self.place.home / f"{kind}-{self.database}-{len(self.sent[kind]):05d}.csv"
        path.write_text("event,on,delivery\n" + "".join(f"{event},{today()},{number}\n" for number in new))
        put(path, self.place.inbox / kind)
        self.sent[kind] |= set(new)


@dataclass
class Day:
    """What a day left behind: its content, and who spoke for the office."""

    content: dict[str, Bag]
    office: Office


def run_day(
    place: Town, database: str, disturbances: list[Callable[[int], None]], later: Sequence[Callable[[int], None]] = ()
) -> Day:
    """Run a day while it is disturbed, each time shortly after work was seen.

    First orders come in, are cancelled or leave; ``later``, when all has left, goods come back and platforms pay.
    """
    place.copy(database)
    for old in place.inbox.rglob("*.csv"):
        old.unlink()
    dice, port = random.Random(SEED), free_port()
    process, warehouse = place.start(database, "up", "--port", str(port)), Warehouse(place, database)
    office = Office(place, database, f"http://127.0.0.1:{port}")

    def bear(disturb: Callable[[int], None]) -> None:
        wait_for_work(place, database, warehouse)
        time.sleep(dice.uniform(0, 0.8))
        disturb(process.pid)

    def end(over: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 2 * PATIENCE
        while not over():
            assert process.poll() is None, place.said(database)[-3000:]
            assert time.monotonic() < deadline, place.said(database)[-3000:]
            time.sleep(0.3)

    try:
        wait_until(lambda: worker_of(process.pid), PATIENCE)
        with office.open():
            files = list(place.files)
            per_file = max(1, len(disturbances) // FILES)
            for number, disturb in enumerate(disturbances):
                if files and number % per_file == 0:
                    put(files.pop(0), place.inbox / "orders")
                bear(disturb)
            for path in files:
                put(path, place.inbox / "orders")
            end(lambda: looked(warehouse))
            office.all_left.set()
            for disturb in later:
                bear(disturb)
            end(lambda: all([office.over(), looked(warehouse)]))  # the warehouse looks on either way
        with place.connect(database) as db:
            return Day(content(db), office)
    finally:
        process.terminate()
        process.wait(60)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def looked(warehouse: Warehouse) -> bool:
    with contextlib.suppress(psycopg.OperationalError):
        return warehouse.look()
    return False


def wait_for_work(place: Town, database: str, warehouse: Warehouse) -> None:
    """Wait until an operation has run since now, or a while: a day also rests."""
    first, deadline = runs(place, database), time.monotonic() + 5
    while time.monotonic() < deadline:
        looked(warehouse)
        now = runs(place, database)
        if now is not None and first is not None and now > first:
            return
        first = now if first is None else first
        time.sleep(0.05)


def runs(place: Town, database: str) -> int | None:
    with contextlib.suppress(psycopg.OperationalError), place.connect(database) as db:
        row = db.execute("SELECT coalesce(max(id), 0) FROM core_run").fetchone()
        return int(row[0]) if row else None
    return None
