"""The worker's page: what waits and for how long, how the jobs went, what failed and the way out."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import wake
from interlock.core.sql import rows
from interlock.sales.api import inbox

from .. import words
from ..access import Desk, page
from ..navigation import WORKER
from ..queries import shell
from ..queries import worker as queries

HOURS, OVERDUE_HOURS, LATE = 6, 4, 60
STATES = ("received", "reviewed", "reserved")


@dataclass
class Queue:
    """What waits for one kind of work: how much, since when, and where to look."""

    code: str
    waiting: int
    since: datetime | None
    url: str = ""

    @property
    def title(self) -> Any:
        return words.QUEUES[self.code]


@page(*WORKER)
def worker(request: HttpRequest, desk: Desk) -> HttpResponse:
    heartbeat = rows(queries.SQL["heartbeat"])[0].seconds
    files = [one for one in inbox.waiting() if one.company == desk.company.code]
    context = {
        "heartbeat": heartbeat,
        "alive": heartbeat is not None and heartbeat <= LATE,
        "queues": _queues(desk.company_id, files),
        "jobs": rows(queries.SQL["jobs"]),
        "rates": _rates(desk.company_id),
        "hours": HOURS,
        "overdue": rows(queries.SQL["overdue"], company=desk.company_id, hours=OVERDUE_HOURS, bound=shell.BOUND),
        "overdue_hours": OVERDUE_HOURS,
        "failed_files": inbox.failed(desk.company.code),
        "folder": inbox.folder_of(desk.company.code),
        "folders": [(kind, sum(1 for one in files if one.kind == kind)) for kind in inbox.KINDS],
    }
    return render(request, "web/worker.html", context)


def _queues(company: int, files: list[inbox.Waiting]) -> list[Queue]:
    oldest = min((one.changed_ns for one in files), default=None)
    since = datetime.fromtimestamp(oldest / 1e9, UTC) if oldest is not None else None
    found = [Queue("files", len(files), since)]
    found += [
        Queue(row.state, row.waiting, _since(row.oldest), "web:orders")
        for row in rows(queries.SQL["orders"], company=company, states=list(STATES), bound=shell.BOUND)
    ]
    addresses = {"no_stock": "web:orders", "to_post": "web:events", "refused": "web:events"}
    return found + [
        Queue(row.queue, row.waiting, _since(row.oldest), addresses.get(row.queue, ""))
        for row in rows(queries.SQL["others"], company=company, bound=shell.BOUND)
    ]


def _since(seconds: float | None) -> datetime | None:
    return None if seconds is None else timezone.now() - timedelta(seconds=seconds)


def _rates(company: int) -> list[dict[str, Any]]:
    """Answer, by operation, documents a minute in each of the last hours, newest first."""
    now = timezone.now().replace(minute=0, second=0, microsecond=0)
    hours = [now - timedelta(hours=back) for back in range(HOURS)]
    table: dict[str, dict[datetime, Any]] = defaultdict(dict)
    for row in rows(queries.SQL["rate"], company=company, hours=HOURS):
        table[row.operation][row.hour_at] = row
    return [
        {"operation": operation, "cells": [_per_minute(found.get(hour), hour) for hour in hours]}
        for operation, found in sorted(table.items())
    ]


def _per_minute(row: Any, hour: datetime) -> float:
    if row is None:
        return 0.0
    minutes = min(60.0, max(1.0, (timezone.now() - hour).total_seconds() / 60))
    return round(float(row.documents) / minutes, 1)


@page(*WORKER)
def system(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The machine and the database: size, connections, what takes long, what waits, the disk."""
    jobs = rows(queries.SQL["jobs"])
    heartbeat = rows(queries.SQL["heartbeat"])[0].seconds
    context = {
        "database": rows(queries.SQL["database"])[0],
        "largest": rows(queries.SQL["largest"]),
        "running": rows(queries.SQL["running"]),
        "slowest": rows(queries.SQL["slowest"], company=desk.company_id),
        "jobs": {name: sum(getattr(job, name) for job in jobs) for name in ("waiting", "working", "failed")},
        "heartbeat": heartbeat,
        "alive": heartbeat is not None and heartbeat <= LATE,
        "disks": _disks(),
        "load": [round(one, 2) for one in os.getloadavg()],
        "cpus": os.cpu_count(),
        "memory": _memory(),
    }
    return render(request, "web/system.html", context)


def _disks() -> list[dict[str, Any]]:
    """Answer the space where files lie; of a database elsewhere nobody here knows it."""
    found = shutil.disk_usage(settings.FILES_ROOT if Path(settings.FILES_ROOT).exists() else settings.HOME)
    return [{"name": str(settings.HOME), "total": found.total, "free": found.free,
             "used_pct": round(100 * found.used / found.total)}]  # fmt: skip


def _memory() -> dict[str, int]:
    """Answer the machine's memory in bytes, as Linux tells it."""
    told = dict(line.split(":", 1) for line in Path("/proc/meminfo").read_text().splitlines() if ":" in line)
    return {name: int(told[key].split()[0]) * 1024 for name, key in (("total", "MemTotal"), ("free", "MemAvailable"))}


@require_POST
@page(*WORKER)
def retry(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Try a job again, or a file that could not be read: both may be done any number of times."""
    task, kind, name = (request.POST.get(field, "") for field in ("task", "kind", "name"))
    if task in {row.task_name for row in rows(queries.SQL["jobs"])}:
        wake(task)
        messages.success(request, _("The job runs again."), extra_tags="good")
    elif kind in inbox.KINDS and inbox.try_again(desk.company.code, kind, Path(name).name):
        wake("sales.take_in")
        messages.success(request, _("The file is read again."), extra_tags="good")
    else:
        messages.warning(request, _("There is nothing of this name to try again."), extra_tags="warn")
    return redirect("web:worker")
