"""The disk fills up in the middle of a day: it is said in a clear line, nothing is lost, and the day goes on."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from interlock.server import external

from .content import difference
from .daily import Town, town
from .test_kill import FILES, ORDERS, run_day

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(external.url() is not None, reason="a server of one's own has a disk of its own"),
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk"),
]
SIZE, FULL_SECONDS, TIMES = "1500m", 20, 4
CLEAR = ("No space left on device", "is full: free some space")


@pytest.fixture
def disk() -> Iterator[Path]:
    """Mount a small disk, or skip where that is not allowed."""
    folder = Path(tempfile.mkdtemp(prefix="interlock-full-"))
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)], check=False)
    if mounted.returncode != 0:
        folder.rmdir()
        pytest.skip("a small disk cannot be mounted here")
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)
        folder.rmdir()


@pytest.fixture
def place(disk: Path, tmp_path: Path) -> Iterator[Town]:
    (disk / "home").mkdir()
    with town(ORDERS, FILES, disk / "home") as made:
        made.logs = tmp_path
        yield made


def test_a_full_disk_stops_nothing_for_good(place: Town) -> None:
    undisturbed = run_day(place, "roomy", [])
    met: list[bool] = []

    def clear_lines() -> int:
        said = place.said("crammed")
        return sum(said.count(line) for line in CLEAR)

    def fill(_parent: int) -> None:
        before, deadline = clear_lines(), time.monotonic() + FULL_SECONDS
        ballast = place.home / "ballast"
        with ballast.open("wb", buffering=0) as file:
            try:
                while file.write(bytes(1 << 20)):
                    pass
            except OSError:
                while clear_lines() == before and time.monotonic() < deadline:
                    time.sleep(0.5)
                time.sleep(3)
        ballast.unlink()
        met.append(clear_lines() > before)

    disturbed = run_day(place, "crammed", [fill] * TIMES)
    assert not difference(undisturbed, disturbed)
    assert len(met) == TIMES
    assert any(met), "the day has met the full disk, and says so"
    assert "met a defect" not in place.said("crammed")
    assert place.start("crammed", "check").wait(120) == 0
