"""The one exception that a person at the keyboard is meant to read."""

from __future__ import annotations

import errno
from pathlib import Path


class Trouble(Exception):
    """What is wrong and the way out, in one line; the command line prints it without a traceback."""


def disk_full(place: Path) -> Trouble:
    """Answer the line for a full disk."""
    return Trouble(f"The disk that holds {place} is full: free some space, or set INTERLOCK_HOME to another disk.")


def from_os_error(error: OSError, place: Path) -> Trouble:
    """Turn an operating system's error about ``place`` into one line with the way out."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return disk_full(place)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return Trouble(f"{place} cannot be written ({error.strerror}): set INTERLOCK_HOME to a folder of your own.")
    return Trouble(f"{place}: {error.strerror or error}.")
