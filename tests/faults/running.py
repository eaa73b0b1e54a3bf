"""Runs a day of real processes while it is disturbed, and answers what the database says afterwards."""

from __future__ import annotations

import contextlib
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from .content import content
from .daily import PATIENCE, Town, put, wait_until, worker_of

ORDERS, FILES, SEED = 2_000, 20, 20261122


@dataclass
class Warehouse:
    """Ships what was handed over and confirms what was shipped, by files in the watched folder."""

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
            waiting = db.execute("SELECT count(*) FROM sales_delivery WHERE state <> 'recognised'").fetchone()
        assert pending
        assert known
        assert waiting
        return left == 0 and pending[0] == 0 and waiting[0] == 0 and known[0] == FILES and not self._lying()

    def _left(self, db: psycopg.Connection) -> int:
        query = "SELECT count(*) FROM sales_order WHERE state NOT IN ('held', 'shipped', 'recognised')"
        row = db.execute(query).fetchone()
        assert row
        return int(row[0])

    def _lying(self) -> list[Path]:
        return [path for kind in ("orders", *self.sent) for path in (self.place.inbox / kind).glob("*.csv")]

    def _send(self, db: psycopg.Connection, kind: str, state: str, event: str) -> None:
        query = "SELECT number FROM sales_delivery WHERE state = %s ORDER BY number"
        new = [row[0] for row in db.execute(query, [state]).fetchall() if row[0] not in self.sent[kind]]
        if not new:
            return
        path = self.place.home / f"{kind}-{self.database}-{len(self.sent[kind]):05d}.csv"
        today = datetime.now(UTC).astimezone().date().isoformat()
        path.write_text("event,on,delivery\n" + "".join(f"{event},{today},{number}\n" for number in new))
        put(path, self.place.inbox / kind)
        self.sent[kind] |= set(new)


def run_day(place: Town, database: str, disturbances: list[Callable[[int], None]]) -> Any:
    """Run a day while it is disturbed, each time shortly after work was seen; answers its content."""
    place.copy(database)
    for old in place.inbox.rglob("*.csv"):
        old.unlink()
    dice = random.Random(SEED)
    process, warehouse = place.start(database), Warehouse(place, database)
    wait_until(lambda: worker_of(process.pid), PATIENCE)
    files = list(place.files)
    per_file = max(1, len(disturbances) // FILES)
    try:
        for number, disturb in enumerate(disturbances):
            if files and number % per_file == 0:
                put(files.pop(0), place.inbox / "orders")
            wait_for_work(place, database, warehouse)
            time.sleep(dice.uniform(0, 0.8))
            disturb(process.pid)
        for path in files:
            put(path, place.inbox / "orders")
        deadline = time.monotonic() + PATIENCE
        while not looked(warehouse):
            assert process.poll() is None, place.said(database)[-3000:]
            assert time.monotonic() < deadline, place.said(database)[-3000:]
            time.sleep(0.3)
        with place.connect(database) as db:
            return content(db)
    finally:
        process.terminate()
        process.wait(60)


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
