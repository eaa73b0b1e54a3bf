"""The disk fills up in the middle of a day: it is said in a clear line, nothing is lost, and the day goes on."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from pathlib import Path

import pytest

from interlock.server import external

from .content import Bag, difference
from .daily import Town
from .running import run_day

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(external.url() is not None, reason="a server of one's own has a disk of its own"),
]
FULL_SECONDS, TIMES, AT_LEAST = 90, 4, 2
CLEAR = ("No space left on device", "is full: free some space")


def crowd(ballast: Path) -> None:
    """Fill the disk to its last block; what is written gives back some of the room that was kept for it."""
    with ballast.open("ab", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1 << 12):
            with contextlib.suppress(OSError):
                while file.write(bytes(size)):
                    pass
            with contextlib.suppress(OSError):
                os.fsync(file.fileno())


def test_a_full_disk_stops_nothing_for_good(small_disk: Path | None, place: Town, undisturbed: dict[str, Bag]) -> None:
    if small_disk is None:
        pytest.skip("a small disk cannot be mounted here")
    met: list[bool] = []

    def clear_lines() -> int:
        said = place.said("crammed")
        return sum(said.count(line) for line in CLEAR)

    def fill(_parent: int) -> None:
        before, deadline = clear_lines(), time.monotonic() + FULL_SECONDS
        ballast, folder = place.home / "ballast", place.inbox / "orders"
        # Fill by fill a file that the town has not kept yet: taking it in needs room. It comes again later, and is
        # taken in once.
        work = place.files[-1 - len(met)]
        half = Path(shutil.copy(work, folder / f".{work.name}.part"))
        crowd(ballast)
        half.rename(folder / work.name)
        while clear_lines() == before and time.monotonic() < deadline:
            time.sleep(0.5)
            crowd(ballast)  # a checkpoint gives room back; the file that waits finds none
        time.sleep(3)
        ballast.unlink()
        met.append(clear_lines() > before)

    disturbed = run_day(place, "crammed", [fill] * TIMES)
    assert not difference(undisturbed, disturbed.content)
    print(f"{sum(met)} of {len(met)} fills met a running operation")
    assert len(met) == TIMES
    assert sum(met) >= AT_LEAST, "the day has met the full disk, and says so"
    assert "met a defect" not in place.said("crammed")
    assert place.start("crammed", "check").wait(120) == 0
    place.drop("crammed")
