"""How long logs are kept, and letting go of what is older: a slice at a time, so that nobody waits for it.

The audit trail itself (runs, timeline, versions, history, login log) is under seals: of it only whole sealed parts go,
and a seal says so (``sealing.prune_logs``). Runs and timelines have no retention: they are who did what to documents
that are still there, and the keys by which twice is once.
"""

from __future__ import annotations

from typing import Any

from .models import Retention
from .sealing import prune_logs
from .sql import blocks, rows, run

SQL = blocks(__file__)
SLICE, SLICES = 5_000, 40
Log = Retention.Log

#: log → for how many days it is kept unless a row says otherwise; None: for ever
DAYS: dict[str, int | None] = {Log.LOGINS: None, Log.INTERFACE: 180, Log.REQUESTS: 180, Log.VERDICTS: 90}
#: log → its block that lets a slice go
_FORGET = {Log.INTERFACE: "forget_messages", Log.REQUESTS: "forget_requests", Log.VERDICTS: "forget_verdicts"}


def kept_days() -> dict[str, int | None]:
    """Answer for how many days each log is kept."""
    return DAYS | dict(Retention.objects.values_list("log", "days"))


def clear_logs() -> dict[str, int]:
    """Let go what is older than its log is kept; answers how many rows of each went. The rest goes the next hour."""
    gone = {str(Log.LOGINS): prune_logs()}
    for log, days in kept_days().items():
        if log not in _FORGET or days is None:
            continue
        gone[log] = 0
        for _slice in range(SLICES):
            went = run(SQL[_FORGET[Log(log)]], days=days, size=SLICE)
            gone[log] += went
            if went < SLICE:
                break
    return gone


def standing() -> list[dict[str, Any]]:
    """Answer each log with its days, about how many rows it has, its size and its oldest entry."""
    days = kept_days()
    found = {row.log: row._asdict() for row in rows(SQL["standing"])}
    return [found[log] | {"days": days[log], "usual": DAYS[log]} for log in DAYS]
