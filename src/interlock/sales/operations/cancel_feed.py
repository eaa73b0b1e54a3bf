"""Cancel messages: a feed of orders that a platform or a buyer has called off."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5

from interlock.core import decoding
from interlock.core.api import Actor, content_path, keep_file, run_work
from interlock.core.sql import blocks, rows

from .. import feeds
from ..models import CancelReason
from .cancel_orders import cancel_orders

SQL = blocks(__file__)
REQUIRED = ("shop", "order_no", "reason")


@dataclass
class CancelResult:
    """What came of a feed of cancellations: the code of every row, from 1, and how many rows got which."""

    answers: list[tuple[int, str]] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        return dict(Counter(code for _ordinal, code in self.answers))

    @property
    def rejected(self) -> list[tuple[int, str]]:
        return [(ordinal, code) for ordinal, code in self.answers if code not in ("done", "already")]


def cancel_feed(
    source: BinaryIO,
    name: str,
    *,
    company: int,
    by: Actor,
    on: date,
    progress: Callable[[int], None] | None = None,
) -> CancelResult:
    """Take a feed of cancellations: columns ``shop``, ``order_no`` and ``reason``, one of the reasons of cancelling.

    Every row is answered. Row codes: unknown_cancel_reason, unknown_order; else those of ``cancel_orders``. Of rows
    that name the same order the first one's reason counts.
    """
    by.require("sales.cancel_orders", company)
    file, _new = keep_file(source, name, company)
    table = decoding.without_controls(feeds.read_raw(content_path(file.sha256), name, required=REQUIRED))
    records = [{column: (text or "").strip() for column, text in record.items()} for record in table.to_dicts()]
    found = rows(
        SQL["resolve"],
        company=company,
        shops=[record["shop"] for record in records],
        orders=[record["order_no"] for record in records],
    )
    meant = {row.ordinal: row.order_id for row in found}
    wanted: dict[str, list[int]] = defaultdict(list)
    taken: set[int] = set()
    for ordinal, record in enumerate(records, start=1):
        order, reason = meant.get(ordinal), record["reason"].lower()
        if order is not None and order not in taken and reason in CancelReason.values:
            wanted[reason].append(order)
            taken.add(order)
    key = uuid5(NAMESPACE_URL, f"interlock:cancel:{company}:{file.sha256}:{on}")
    answered: dict[int, str] = {}
    for reason, ids in sorted(wanted.items()):
        worked = run_work(
            cancel_orders,
            ids,
            company=company,
            by=by,
            key=uuid5(key, reason),
            progress=progress,
            reason=reason,
            on=on,
        )
        answered |= {verdict.id: verdict.code for verdict in worked.rejected}
    result = CancelResult()
    for ordinal, record in enumerate(records, start=1):
        if record["reason"].lower() not in CancelReason.values:
            code = "unknown_cancel_reason"
        elif ordinal not in meant:
            code = "unknown_order"
        else:
            code = answered.get(meant[ordinal], "done")
        result.answers.append((ordinal, code))
    return result
