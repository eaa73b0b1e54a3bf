"""Finding and running the server's processes; nothing here trusts a process number alone."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path

from .places import Places

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def run_as_server(where: Places, *command: str, timeout: float = 120) -> subprocess.CompletedProcess[str]:
    """Run a program as the server's user, away from the current folder and environment."""
    # With stdin closed and output in pipes that pg_ctl's server does not inherit (it gets --log).
    if where.uid is None or where.gid is None:
        return subprocess.run(
            command, cwd="/", env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            errors="replace", timeout=timeout, check=False,
        )  # fmt: skip
    return subprocess.run(
        command, cwd="/", env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        errors="replace", timeout=timeout, check=False, user=where.uid, group=where.gid, extra_groups=[],
    )  # fmt: skip


def postmaster(where: Places) -> int | None:
    """Answer the number of the running server of this data folder; None when its file is missing or stale."""
    pid = recorded_pid(where)
    return pid if pid is not None and _serves(pid, where.data) else None


def recorded_pid(where: Places) -> int | None:
    """Answer what postmaster.pid says, true or not."""
    lines = _pid_file(where)
    return int(lines[0]) if lines and lines[0].isdigit() else None


def is_ready(where: Places) -> bool:
    """Say whether the server's own file reports that it accepts connections."""
    lines = _pid_file(where)
    return len(lines) >= 8 and lines[7].strip() == "ready"


def _pid_file(where: Places) -> list[str]:
    try:
        return (where.data / "postmaster.pid").read_text().splitlines()
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return []


def _serves(pid: int, data: Path) -> bool:
    """Say whether process ``pid`` is a postgres started with ``-D data``."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return False
    return bool(words) and Path(os.fsdecode(words[0])).name == "postgres" and os.fsencode(data) in words


def end_orphans(where: Places, *, patience: float = 10) -> int:
    """End server processes that outlived their killed postmaster, which would block a start; answer how many."""
    found = orphans(where)
    for pid in found:
        _signal(pid, signal.SIGQUIT)
    deadline = time.monotonic() + patience
    while (left := orphans(where)) and time.monotonic() < deadline:
        time.sleep(0.05)
    for pid in left:
        _signal(pid, signal.SIGKILL)
    return len(found)


def orphans(where: Places) -> list[int]:
    """Answer the processes whose current folder is the data folder, when no server runs there."""
    if postmaster(where) is not None:
        return []
    # The server's own user may read these links; root without CAP_SYS_PTRACE (a container) may not.
    listing = run_as_server(where, "/bin/sh", "-c", "ls -l /proc/[0-9]*/cwd 2>/dev/null")
    ending = f" -> {where.data}"
    lines = [line for line in listing.stdout.splitlines() if line.endswith(ending)]
    return [int(line.rsplit("/proc/", 1)[1].split("/", 1)[0]) for line in lines]


def _signal(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
