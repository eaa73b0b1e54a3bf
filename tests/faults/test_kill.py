"""kill -9 at random points of a day: it goes on, and ends as the day that nothing disturbed."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from interlock.demo.settling import MISTAKES
from interlock.server import external

from .content import Bag, difference
from .daily import Town, answers, kill, postmaster_of, run_code, wait_until, worker_of
from .running import Day, run_day

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(external.url() is not None, reason="a server of one's own is not ours to kill"),
]
KILLS = int(os.environ.get("INTERLOCK_FAULT_KILLS", "20"))
LATER = KILLS * 2 // 5  # of these when all has left: while goods come back and platforms pay


def test_the_day_is_a_full_one(quiet: Day) -> None:
    """What was planted in the statements is found, and nothing else; every kind of return went its way."""
    told = quiet.content
    found = Counter(row[2] for row in told["differences"].elements())
    found["not_settled"] = told["late"].total()
    assert found == quiet.office.planted.counts()
    assert set(found) == set(MISTAKES)
    assert {row[-2] for row in told["statements"]} == {True}, "no row was refused"
    assert {row[2] for row in told["statements"]} == {"paid"}
    assert {row[2:4] for row in told["returns"]} == {
        ("return", "refunded"), ("exchange", "inspected"), ("refund_only", "refunded")
    }  # fmt: skip
    assert {row[4] for row in told["return lines"]} > {0}, "some of what came back is scrap"
    assert {row[1] for row in told["cancellations"]} == {"buyer", "address"}
    assert {row[0] for row in told["pending"]} == {0}


def test_the_worker_is_killed_again_and_again(place: Town, undisturbed: dict[str, Bag]) -> None:
    killed = []

    def disturb(parent: int) -> None:
        deadline = time.monotonic() + 30
        while (worker := worker_of(parent)) is None and time.monotonic() < deadline:
            time.sleep(0.05)
        if worker is not None:
            kill(worker)
            killed.append(worker)

    disturbed = run_day(place, "workerless", [disturb] * (KILLS - LATER), [disturb] * LATER)
    assert len(killed) == KILLS
    assert len(set(killed)) == KILLS
    assert not difference(undisturbed, disturbed.content)
    assert "met a defect" not in place.said("workerless")
    laws = place.start("workerless", "check")
    assert laws.wait(120) == 0, place.said("workerless")[-2000:]
    place.drop("workerless")


def test_the_database_server_is_killed_again_and_again(place: Town, undisturbed: dict[str, Bag]) -> None:
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

    disturbed = run_day(place, "serverless", [disturb] * (KILLS - LATER), [disturb] * LATER)
    assert len(set(killed)) == KILLS
    assert not difference(undisturbed, disturbed.content)
    assert "met a defect" not in place.said("serverless")
    laws = place.start("serverless", "check")
    assert laws.wait(120) == 0, place.said("serverless")[-2000:]
    place.drop("serverless")


def test_a_copy_counts_on_after_its_server_was_killed(place: Town) -> None:
    """What a sequence gave is not given again; PostgreSQL's default way of copying a database does not hold that."""
    place.copy("copied")
    draw = "SELECT nextval('core_document_id') AS document, nextval('core_line_id') AS line"
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
