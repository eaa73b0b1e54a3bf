"""One town for all faults of a day: its company, its server, its undisturbed day."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .content import Bag
from .daily import Town, town
from .running import FILES, ORDERS, Day, run_day

SIZE = "2g"


@pytest.fixture(scope="session")
def small_disk() -> Iterator[Path | None]:
    """Mount a small disk; None where that is not allowed."""
    folder = Path(tempfile.mkdtemp(prefix="interlock-disk-"))
    image, mounted = folder / "image", folder / "disk"
    mounted.mkdir()
    folder.chmod(0o755)
    made = False
    if os.geteuid() == 0 and shutil.which("mkfs.ext4"):
        subprocess.run(["truncate", "-s", SIZE, str(image)], check=True)
        subprocess.run(["mkfs.ext4", "-q", "-m", "0", str(image)], check=True, timeout=120)
        made = subprocess.run(["mount", "-o", "loop", str(image), str(mounted)], check=False).returncode == 0
    try:
        yield mounted if made else None
    finally:
        if made:
            subprocess.run(["umount", "-l", str(mounted)], check=False)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def place(small_disk: Path | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    home = small_disk / "home" if small_disk else None
    if home:
        home.mkdir()
    with town(ORDERS, FILES, home) as made:
        made.logs = tmp_path_factory.mktemp("logs")
        yield made


@pytest.fixture(scope="session")
def quiet(place: Town) -> Day:
    """Run the day that nothing disturbs."""
    return run_day(place, "quiet", [])


@pytest.fixture(scope="session")
def undisturbed(quiet: Day) -> dict[str, Bag]:
    """Answer the content of the day that nothing disturbed."""
    return quiet.content
