"""An order day measured: from the platforms' files to sealed vouchers, then COPY of the very same rows."""

from __future__ import annotations

import os
import platform
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from interlock.core.sql import observed

from .. import day
from ..company.build import build_company
from ..company.organisation import CODES
from ..spine import Progress, Stages
from ..summary import summarise
from . import floor
from .scratch import scratch_database
from .written import rows_by_stage

MEASURED = ("import", "review", "reserve", "release", "serials", "ship", "recognise", "settle", "returns", "post",
            "seal")  # fmt: skip
ALL = {"receipt": 1000, "installation": 1000}


@dataclass
class Counted(Stages):
    """Stages that also count statements."""

    statements: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:
        """Count what runs inside."""
        if name not in MEASURED:
            with super().stage(name, total) as advance:
                yield advance
            return
        with observed() as statements, super().stage(name, total) as advance:
            yield advance
        self.statements[name] += len(statements)


def order_day(orders: int, progress: Progress) -> dict[str, Any]:
    """Measure a day of ``orders`` orders in a database of its own.

    The sample company is built, the goods of the day are received and the files are written beforehand. ``seconds``
    runs from the first file to the last sealed voucher (the stages overlap, so theirs add up to more);
    ``ratio_to_copy_floor`` compares it with COPY of the resulting
    rows, in the same run under the same settings.
    """
    with scratch_database() as database:
        stages = Counted(progress)
        found = build_company(progress)
        feeds = day.feeds_of_day(CODES, orders, day.FIRST_DAY, stages)
        with tempfile.TemporaryDirectory(prefix="interlock-") as folder:
            paths = day.stock_up(feeds, found, Path(folder), stages)
            before = floor.mark(database)
            started = time.perf_counter()
            day.run_feeds(feeds, found, paths, stages, ALL)
            seconds = time.perf_counter() - started
        after = floor.Mark()
        floor.note_sizes(after)
        with stages.stage("COPY of the same rows", 1):
            copied, counts = floor.copy_floor(database, before)
        summary = summarise([company.pk for company in found.values()], day.FIRST_DAY, stages)
        rows = rows_by_stage(counts, before.last)
        figures = _figures(orders, seconds, stages, rows, before, after, copied, counts, summary)
        return figures | {"settings": floor.settings()}


def _figures(  # noqa: PLR0913 - what was measured, part by part
    orders: int, seconds: float, stages: Counted, rows: dict[str, int], before: floor.Mark, after: floor.Mark,
    copied: float, counts: dict[str, int], summary: dict[str, Any],
) -> dict[str, Any]:  # fmt: skip
    grown = {name: after.bytes[name] - before.bytes.get(name, 0) for name in after.bytes}
    written = sum(after.inserted.values()) - sum(before.inserted.values())
    lines = counts.get("sales_orderline", 0)
    return {
        "orders": orders,
        "lines_per_order": round(lines / max(1, counts.get("sales_order", 0)), 3),
        "stages": [_stage(stages, name, rows.get(name, 0)) for name in MEASURED],
        "seconds": round(seconds, 2),
        "orders_per_second": round(orders / seconds, 1),
        "rows_per_second": round(sum(counts.values()) / seconds),
        "statements": sum(stages.statements.values()),
        "rows_per_order": round(sum(counts.values()) / orders, 2),
        "rows_written_per_order": round(written / orders, 2),
        "bytes_per_order": round(sum(grown.values()) / orders),
        "copy_floor_seconds": round(copied, 2),
        "ratio_to_copy_floor": round(seconds / copied, 2),
        "tables": [
            {"table": name, "rows": count, "rows_per_order": round(count / orders, 3),
             "bytes_per_order": round(grown[name] / orders)}
            for name, count in sorted(counts.items(), key=lambda pair: -pair[1])
        ],
        "recognised": summary["recognised"],
        "revenue": summary["revenue"],
        "python_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "laws_ok": summary["laws_ok"],
        "machine": {"cpus": os.cpu_count(), "machine": platform.machine(), "system": platform.system(),
                    "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1)},
    }  # fmt: skip


def _stage(stages: Counted, name: str, rows: int) -> dict[str, Any]:
    seconds = stages.seconds[name]
    return {
        "stage": name,
        "seconds": round(seconds, 2),
        "documents": stages.done[name],
        "rows": rows,
        "rows_per_second": round(rows / seconds) if seconds else 0,
        "statements": stages.statements[name],
    }
