"""Shipments: a feed of the warehouses that says what has left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from itertools import chain
from typing import BinaryIO
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from interlock.core import decoding
from interlock.core.api import Actor, Worked, content_path, keep_file, run_work

from .. import feeds
from .capture_serials import capture_serials
from .confirm import ConfirmResult, day_of, key_of_set, refused_rows, resolve
from .ship_deliveries import ship_deliveries

REQUIRED = ("on",)


def ship_feed(
    source: BinaryIO,
    name: str,
    *,
    company: int,
    by: Actor,
    progress: Callable[[int], None] | None = None,
) -> ConfirmResult:
    """Take a feed of shipments: columns ``on``, and ``delivery`` or ``shop`` with ``order_no``.

    Serial numbers that were not scanned are captured as the first of the bin; then the deliveries are shipped. What
    was rejected is judged anew when the file is read again.
    Row codes: bad_on, unknown_delivery; delivery codes are those of ``ship_deliveries``.
    """
    by.require("sales.ship_deliveries", company)
    file, _new = keep_file(source, name, company)
    table = decoding.without_controls(feeds.read_raw(content_path(file.sha256), name, required=REQUIRED))
    key = uuid5(NAMESPACE_URL, f"interlock:ship:{company}:{file.sha256}")
    result = ConfirmResult(rows=len(table))
    records = list(enumerate(table.to_dicts(), start=1))
    meant = resolve(company, records)
    wanted: dict[date, dict[int, list[int]]] = defaultdict(dict)
    for ordinal, record in records:
        on = day_of(record["on"])
        if on is None:
            result.rejected.append((ordinal, "bad_on"))
        elif ordinal not in meant:
            result.rejected.append((ordinal, "unknown_delivery"))
        else:
            wanted[on][ordinal] = meant[ordinal]
    for on, found in sorted(wanted.items()):
        ids = list(dict.fromkeys(chain.from_iterable(found.values())))
        worked = _ship(ids, key_of_set(key, str(on), ids), company, by, progress, on)
        if stale := worked.stale:
            worked.replace(_ship(stale, uuid4(), company, by, progress, on), stale)
        result.add(worked, refused_rows(found, worked.rejected))
    return result


def _ship(
    ids: list[int], key: UUID, company: int, by: Actor, progress: Callable[[int], None] | None, on: date
) -> Worked:
    run_work(capture_serials, ids, company=company, by=by, key=uuid5(key, "capture"))
    return run_work(ship_deliveries, ids, company=company, by=by, key=uuid5(key, "ship"), progress=progress, on=on)
