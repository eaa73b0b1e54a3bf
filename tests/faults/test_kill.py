"""kill -9 at random points of a day: it goes on, and ends as the day that nothing disturbed."""

from __future__ import annotations

import contextlib
import os
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from interlock.server import external

from .content import content, difference
from .daily import PATIENCE, Town, answers, kill, postmaster_of, put, run_code, town, wait_until, worker_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(external.url() is not None, reason="a server of one's own is not ours to kill"),
]
KILLS = int(os.environ.get("INTERLOCK_FAULT_KILLS", "20"))
ORDERS, FILES, SEED = 2_000, 20, 20261122


@pytest.fixture(scope="module")
def place() -> Iterator[Town]:
    with town(ORDERS, FILES) as made:
        yield made


@pytest.fixture(scope="module")
def undisturbed(place: Town) -> Any:
    return run_day(place, "quiet", [])


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


def test_the_worker_is_killed_again_and_again(place: Town, undisturbed: Any) -> None:
    killed = []

    def disturb(parent: int) -> None:
        deadline = time.monotonic() + 30
        while (worker := worker_of(parent)) is None and time.monotonic() < deadline:
            time.sleep(0.05)
        if worker is not None:
            kill(worker)
            killed.append(worker)

    disturbed = run_day(place, "workerless", [disturb] * KILLS)
    assert len(killed) == KILLS
    assert len(set(killed)) == KILLS
    assert not difference(undisturbed, disturbed)
    assert "met a defect" not in place.said("workerless")
    place.drop("workerless")


def test_the_database_server_is_killed_again_and_again(place: Town, undisturbed: Any) -> None:
    data = Path(run_code(place.home, "from interlock.server.places import places; print(places().data)"))
    killed = []

    def disturb(_parent: int) -> None:
        deadline = time.monotonic() + 60
        while not answers(place) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert answers(place), place.said("serverless")[-3000:]
        postmaster = int((data / "postmaster.pid").read_text().splitlines()[0])
        kill(postmaster)
        killed.append(postmaster)

    disturbed = run_day(place, "serverless", [disturb] * KILLS)
    assert len(set(killed)) == KILLS
    assert not difference(undisturbed, disturbed)
    assert "met a defect" not in place.said("serverless")
    laws = place.start("serverless", "check")
    assert laws.wait(120) == 0
    place.drop("serverless")


def test_a_copy_counts_on_after_its_server_was_killed(place: Town) -> None:
    """What a sequence gave is not given again; PostgreSQL's default way of copying a database does not hold that."""
    place.copy("copied")
    draw = "SELECT nextval('core_document_id'), nextval('core_line_id')"
    with place.connect("copied") as db:
        db.execute("CREATE TABLE drawn AS " + draw)  # committed, so that the log is on the disk
        drawn = db.execute("TABLE drawn").fetchone()
    kill(postmaster_of(place.home))
    wait_until(lambda: not answers(place), 30)
    run_code(place.home, "from interlock import server; server.ensure_running()")
    with place.connect("copied") as db:
        after = db.execute(draw).fetchone()
    assert drawn
    assert after
    assert all(later > before for later, before in zip(after, drawn, strict=True))
    place.drop("copied")
