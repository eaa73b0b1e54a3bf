"""Confirmations: a feed of shipments, receipts and installations that makes deliveries revenue."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any, BinaryIO
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from interlock.core import decoding
from interlock.core.api import Actor, Answer, Worked, content_path, keep_file, run_work
from interlock.core.sql import blocks, rows

from .. import feeds
from .recognise_revenue import Trigger, recognise_revenue

SQL = blocks(__file__)
REQUIRED = ("event", "on")
TRIGGERS = frozenset(Trigger.values)


@dataclass
class ConfirmResult:
    """What came of a confirmation feed: deliveries by code, and rows (from 1) that led to none, with the reason.

    ``refused`` are the rows whose delivery was found and not accepted, with its code.
    """

    rows: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    rejected: list[tuple[int, str]] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)

    def add(self, worked: Worked, refused: list[tuple[int, str]]) -> None:
        """Count what came of a set."""
        self.counts = dict(Counter(self.counts) + worked.counts)
        self.refused += refused


def confirm_feed(
    source: BinaryIO,
    name: str,
    *,
    company: int,
    by: Actor,
    progress: Callable[[int], None] | None = None,
) -> ConfirmResult:
    """Take a feed of confirmations: columns ``event`` (shipment, receipt, installation), ``on``, and ``delivery`` or
    ``shop`` with ``order_no``. Each row makes its deliveries revenue as far as their items' policies allow.

    What a file brought before is not done twice; what was rejected then is judged anew when the file is read again.

    Row codes: bad_event, bad_on, unknown_delivery; delivery codes are those of ``recognise_revenue``.
    """
    by.require("sales.recognise_revenue", company)
    file, _new = keep_file(source, name, company)
    table = feeds.read_raw(content_path(file.sha256), name, required=REQUIRED)
    table = decoding.without_controls(table)
    key = uuid5(NAMESPACE_URL, f"interlock:confirm:{company}:{file.sha256}")
    result = ConfirmResult(rows=len(table))
    wanted: dict[tuple[date, str], dict[int, list[int]]] = defaultdict(dict)
    records = list(enumerate(table.to_dicts(), start=1))
    meant = resolve(company, records)
    for ordinal, record in records:
        event, on = (record["event"] or "").strip().lower(), day_of(record["on"])
        if event not in TRIGGERS:
            result.rejected.append((ordinal, "bad_event"))
        elif on is None:
            result.rejected.append((ordinal, "bad_on"))
        elif ordinal not in meant:
            result.rejected.append((ordinal, "unknown_delivery"))
        else:
            wanted[(on, event)][ordinal] = meant[ordinal]
    for (on, event), found in sorted(wanted.items()):
        once = list(dict.fromkeys(chain.from_iterable(found.values())))
        call: dict[str, Any] = {"company": company, "by": by, "progress": progress, "trigger": event, "on": on}
        worked = run_work(recognise_revenue, once, key=key_of_set(key, f"{on}:{event}", once), **call)
        if stale := worked.stale:
            worked.replace(run_work(recognise_revenue, stale, key=uuid4(), **call), stale)
        result.add(worked, refused_rows(found, worked.rejected))
    return result


def key_of_set(key: UUID, name: str, ids: Sequence[int]) -> UUID:
    """Answer the key of a part of a file: rows may lead to other deliveries when a file is read again later."""
    return uuid5(key, f"{name}:{sorted(ids)}")


def refused_rows(meant: dict[int, list[int]], rejected: Sequence[Answer]) -> list[tuple[int, str]]:
    """Answer the rows whose deliveries were rejected, with the code."""
    codes = {answer.id: answer.code for answer in rejected}
    reasons = {ordinal: [codes[one] for one in found if one in codes] for ordinal, found in meant.items()}
    return [(ordinal, given[0]) for ordinal, given in reasons.items() if given]


def resolve(company: int, records: list[tuple[int, dict[str, str | None]]]) -> dict[int, list[int]]:
    """Answer the deliveries that each row means: by their number, or by shop and order."""
    found = rows(
        SQL["resolve"],
        company=company,
        ordinals=[ordinal for ordinal, _record in records],
        deliveries=[record.get("delivery") for _ordinal, record in records],
        shops=[record.get("shop") for _ordinal, record in records],
        orders=[record.get("order_no") for _ordinal, record in records],
    )
    meant: dict[int, list[int]] = defaultdict(list)
    for row in found:
        meant[row.ordinal].append(row.delivery_id)
    return meant


@lru_cache(maxsize=1024)
def day_of(text: str | None) -> date | None:
    """Read a date; None for what is none."""
    try:
        return date.fromisoformat((text or "").strip()[:10])
    except ValueError:
        return None
