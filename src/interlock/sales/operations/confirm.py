"""Confirmations: a feed of shipments, receipts and installations that makes deliveries revenue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5

from interlock.core.api import Actor, content_path, keep_file, run_work
from interlock.core.sql import blocks, rows

from .. import decoding, feeds
from .recognise_revenue import Trigger, recognise_revenue

SQL = blocks(__file__)
REQUIRED = ("event", "on")


@dataclass
class ConfirmResult:
    """What came of a confirmation feed: deliveries by code, and rows (from 1) that led to none, with the reason."""

    rows: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    rejected: list[tuple[int, str]] = field(default_factory=list)


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

    Row codes: bad_event, bad_on, unknown_delivery; delivery codes are those of ``recognise_revenue``.
    """
    by.require("sales.recognise_revenue", company)
    file, _new = keep_file(source, name, company)
    table = feeds.read_raw(content_path(file.sha256), name, required=REQUIRED)
    table = decoding.without_controls(table)
    key = uuid5(NAMESPACE_URL, f"interlock:confirm:{company}:{file.sha256}")
    result = ConfirmResult(rows=len(table))
    wanted: dict[tuple[date, str], list[int]] = defaultdict(list)
    records = list(enumerate(table.to_dicts(), start=1))
    meant = _resolve(company, records)
    for ordinal, record in records:
        event, on = (record["event"] or "").strip().lower(), _day(record["on"])
        if event not in Trigger.values:
            result.rejected.append((ordinal, "bad_event"))
        elif on is None:
            result.rejected.append((ordinal, "bad_on"))
        elif ordinal not in meant:
            result.rejected.append((ordinal, "unknown_delivery"))
        else:
            wanted[(on, event)] += meant[ordinal]
    counts: dict[str, int] = defaultdict(int)
    for (on, event), ids in sorted(wanted.items()):
        worked = run_work(
            recognise_revenue,
            list(dict.fromkeys(ids)),
            company=company,
            by=by,
            key=uuid5(key, f"{on}:{event}"),
            progress=progress,
            trigger=event,
            on=on,
        )
        for code, count in worked.counts.items():
            counts[code] += count
    result.counts = dict(counts)
    return result


def _resolve(company: int, records: list[tuple[int, dict[str, str | None]]]) -> dict[int, list[int]]:
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


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "").strip()[:10])
    except ValueError:
        return None
