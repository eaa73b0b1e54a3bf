"""The one exception that a person at the keyboard is meant to read."""

from __future__ import annotations

import errno
import logging
from pathlib import Path
from types import TracebackType

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class Trouble(Exception):
    """What is wrong and the way out, in one line; the command line prints it without a traceback."""


def disk_full(place: Path) -> Trouble:
    """Answer the line for a full disk."""
    return Trouble(f"The disk that holds {place} is full: free some space, or set INTERLOCK_HOME to another disk.")


def from_os_error(error: OSError, place: Path) -> Trouble:
    """Turn an operating system's error about ``place`` into one line with the way out."""
    if error.errno in FULL:
        return disk_full(place)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return Trouble(f"{place} cannot be written ({error.strerror}): set INTERLOCK_HOME to a folder of your own.")
    return Trouble(f"{place}: {error.strerror or error}.")


def in_one_line(error: BaseException | None) -> str | None:
    """Answer the line for a full disk or a lost server, whatever wraps it; None for a defect: it has a traceback."""
    import psycopg

    while error is not None:
        if isinstance(error, psycopg.errors.DiskFull) or getattr(error, "errno", None) in FULL:
            return "The disk of the database or of INTERLOCK_HOME is full: free some space and run this again."
        if isinstance(error, psycopg.errors.AdminShutdown | psycopg.errors.CrashShutdown):
            return "The database server was stopped while this ran: run it again."
        error = error.__cause__
    return None


class Lines(logging.Formatter):
    """Log lines in which an outage is one line too; only a defect brings its traceback."""

    def formatException(  # noqa: N802 - the library's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return in_one_line(ei[1]) or super().formatException(ei)
