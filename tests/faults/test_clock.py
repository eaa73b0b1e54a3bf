"""A clock that is set back: nothing crashes, nothing happens twice, nothing waits for the time to come round."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import struct
import subprocess
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from interlock.cli import worker
from interlock.core.api import may_call
from interlock.core.sql import rows
from interlock.sales import api as sales
from interlock.sales.jobs import advance
from interlock.sales.models import Shop
from interlock.server import external
from interlock.web.queries import shell
from interlock.web.queries import worker as queries
from tests.builders import DAY, World, assert_laws

from .content import Bag, difference
from .daily import Town, run_code, sockets_of, wait_until
from .running import run_day

HOUR = timedelta(hours=1)
#: A clock on the wall that is ahead by as many seconds as a file says, for one process.
CLOCK = r"""
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
static volatile long long *ahead;
__attribute__((constructor)) static void look(void) {
    const char *name = getenv("CLOCK_AHEAD");
    int file = name ? open(name, O_RDONLY) : -1;
    void *page = file < 0 ? MAP_FAILED : mmap(0, sizeof *ahead, PROT_READ, MAP_SHARED, file, 0);
    ahead = page == MAP_FAILED ? 0 : page;
}
int clock_gettime(clockid_t which, struct timespec *at) {
    int answer = syscall(SYS_clock_gettime, which, at);
    if (ahead && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) at->tv_sec += *ahead;
    return answer;
}
int gettimeofday(struct timeval *at, void *zone) {
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    at->tv_sec = now.tv_sec;
    at->tv_usec = now.tv_nsec / 1000;
    return 0;
}
time_t time(time_t *at) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at) *at = now.tv_sec;
    return now.tv_sec;
}
"""
#: Dates all moments of a database an hour later than they were written: the clock was an hour ahead till now.
LATER = """
DO $$
DECLARE place record;
BEGIN
    SET LOCAL session_replication_role = replica;
    FOR place IN SELECT c.table_name,
                        string_agg(format('%1$I = %1$I + interval ''1 hour''', c.column_name), ', ') AS moves
                   FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
                  WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
                    AND c.data_type = 'timestamp with time zone'
                    AND (c.table_name, c.column_name) <> ('sales_order', 'ordered_at')
                  GROUP BY 1 LOOP
        EXECUTE format('UPDATE %I SET %s', place.table_name, place.moves);
    END LOOP;
    UPDATE procrastinate_periodic_defers SET defer_timestamp = defer_timestamp + 3600;
    DELETE FROM core_sealpart;  -- a seal made meanwhile holds the moments as they were
    DELETE FROM core_seal;
END $$
"""


@pytest.fixture
def world(db: None) -> World:
    return World()


@pytest.mark.parametrize("window", [0, 30])
def test_an_order_from_the_future_is_not_waited_for(world: World, window: int) -> None:
    Shop.objects.filter(pk=world.shop.pk).update(merge_minutes=window)
    world.receive(world.camera, 5, "500")
    moments = [(timezone.now() + ahead).strftime("%Y-%m-%dT%H:%M:%SZ") for ahead in (5 * HOUR, HOUR / 6)]
    orders = [world.order(("CAMERA", 1), state="reserved", ordered_at=at) for at in moments]
    advance(world.company, world.by, DAY)
    assert [world.state(order) for order in orders] == ["released", "reserved" if window else "released"]
    assert_laws()


@pytest.mark.django_db
def test_a_heartbeat_from_the_future_says_nothing() -> None:
    def age() -> Any:
        return rows(queries.SQL["heartbeat"])[0].seconds

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_workers")
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() + interval '1 hour')")
        assert age() is None
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '7 seconds')")
    assert 7 <= age() < 60


@pytest.mark.django_db
def test_an_allowance_used_while_the_clock_was_ahead_is_whole_again() -> None:
    assert [bool(may_call("token:1", 2)) for _ in range(3)] == [False, False, True]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_callrate SET whole_at = whole_at + interval '1 hour'")
    assert [bool(may_call("token:1", 2)) for _ in range(3)] == [False, False, True]


def test_what_was_done_while_the_clock_was_ahead_stands_before_what_came_after(world: World) -> None:
    world.receive(world.camera, 5, "500")
    order = world.order(("CAMERA", 1), state="reviewed")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_run SET started_at = started_at + interval '1 hour'")
    world.step("reserved", [order])
    world.step("released", [order])
    told = [row.operation for row in rows(shell.SQL["timeline"], company=world.company, documents=[order])]
    assert told == ["sales.import_orders", "sales.review_orders", "sales.reserve_orders", "sales.release_deliveries"]
    assert sales.retry_waiting(company=world.company, by=world.by, on=DAY).counts == {}


def test_a_worker_whose_clock_is_set_back_ends_in_good_order(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ended: list[int] = []
    really, shift = time.time, [0.0]
    monkeypatch.setattr(os, "kill", lambda _pid, number: ended.append(number))
    monkeypatch.setattr(time, "time", lambda: really() + shift[0])
    clock = worker.Clock()
    for step, expected in ((0, 0), (7200, 0), (7190, 0), (3600, 1), (3600, 1), (0, 2)):
        shift[0] = step
        with caplog.at_level(logging.WARNING):
            worker.start_again_when_set_back(clock)
        assert len(ended) == expected, step
    assert set(ended) == {signal.SIGTERM}
    assert "the clock was set back by 3590 s" in caplog.text


# ------------------------------------------------------------------------------------------- a day with real processes
def clock_library(folder: Path) -> Path:
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("a clock of its own for a process needs a C compiler")
    source, library = folder / "clock.c", folder / "clock.so"
    source.write_text(CLOCK)
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(source)], check=True, timeout=60)
    return library


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.skipif(external.url() is not None, reason="the moments of a server of one's own stay as they are")
def test_a_day_during_which_the_clock_is_set_back(place: Town, undisturbed: dict[str, Bag]) -> None:
    ahead = place.home / "ahead"
    # The day of the company must not change with the clock: what is recognised is dated by it.
    first = 0 if datetime.now(ZoneInfo("Asia/Shanghai")).hour >= 2 else 3600
    ahead.write_bytes(struct.pack("q", first))
    place.further = {"LD_PRELOAD": str(clock_library(place.home)), "CLOCK_AHEAD": str(ahead)}
    try:
        said = run_code(place.home, "import time; print(time.time())", **place.further)
        assert abs(float(said) - time.time() - first) < 60, "the clock is ahead as the file says"
        disturbed = run_day(place, "set_back", disturbances(place, ahead, first - 3600))
    finally:
        place.further = {}
    assert not difference(undisturbed, disturbed.content)
    heard = place.said("set_back")
    assert "the clock was set back by 36" in heard
    assert "the job worker ended (status 0); it starts again" in heard
    assert "met a defect" not in heard
    laws = place.start("set_back", "check")
    assert laws.wait(120) == 0, place.said("set_back")[-2000:]
    place.drop("set_back")


def disturbances(place: Town, ahead: Path, back: int) -> list[Callable[[int], None]]:
    """Set the clocks back an hour: of the worker, by its file; of the server, by what it has written till now."""

    def nothing(_parent: int) -> None:
        pass

    def set_back(_parent: int) -> None:
        sockets = str(sockets_of(place.home))
        with psycopg.connect(host=sockets, port=5432, user="postgres", dbname="set_back") as db:
            db.execute(LATER)
        place.forget_head("set_back")
        with ahead.open("r+b") as file:
            file.write(struct.pack("q", back))
        wait_until(lambda: "the clock was set back" in place.said("set_back"), 60)

    return [nothing] * 6 + [set_back] + [nothing] * 6
