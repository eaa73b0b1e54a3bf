"""Where the chain of seals ended last, signed and kept outside the database: whoever cuts its end off is found out.

The chain proves itself up to its last link, but not that this was the last. So after every seal its number and hash are
signed into a file in INTERLOCK_HOME. It moves on only from a link that stands: once the end is cut off, later seals do
not hide it. Whoever reaches both the database and INTERLOCK_HOME has the key too; against them helps only an export of
the chain kept elsewhere.
"""

from __future__ import annotations

import fcntl
import json
import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from .signing import known_key, signed, verified
from .sql import blocks, rows

SQL = blocks(__file__)


@dataclass(frozen=True)
class Head:
    """A link that was the last: its number and hash. ``holds`` says whether this installation signed it."""

    number: int
    hash: str
    holds: bool


def head_path() -> Path:
    return Path(settings.HOME) / "audit_heads" / f"{connection.settings_dict['NAME']}.json"


def read_head() -> Head | None:
    """Answer the link that was the last when something was sealed last, None when nothing is kept of it."""
    try:
        file = head_path().read_bytes()
    except FileNotFoundError:
        return None
    true, public = verified(file)
    if not true or public != known_key():
        return Head(0, "", holds=False)
    report = json.loads(file)["report"]
    return Head(int(report["number"]), str(report["hash"]), holds=True)


def fault_of_head(head: Head | None) -> str:
    """Say what is wrong with the end of the chain: the link that was the last is gone, or what was signed of it is."""
    if head is None:
        return ""
    if not head.holds:
        return "head_changed"
    return "" if rows(SQL["stands"], number=head.number, hash=head.hash) else "end_missing"


def move_head(number: int, digest: str) -> None:
    """Keep this link as the last, once it is committed; what an end cut off left behind is never overwritten."""
    if not fault_of_head(read_head()):
        transaction.on_commit(lambda: _write(number, digest))


def _write(number: int, digest: str) -> None:
    path = head_path()
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        standing = read_head()
        if standing and (not standing.holds or standing.number >= number):  # whoever sealed later was here before
            return
        beside = path.with_suffix(".new")
        with beside.open("wb") as file:
            file.write(signed({"kind": "end of the audit trail", "number": number, "hash": digest}))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
