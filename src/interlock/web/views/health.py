"""For machines that watch: whether Interlock is well, and its figures as Prometheus reads them."""

from __future__ import annotations

import hmac
from collections import Counter
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.views.decorators.http import require_safe

from interlock.core.api import Company
from interlock.core.sql import rows
from interlock.sales.api import inbox

from ..queries import worker as queries

LATE = 60  # seconds without a sign of life from any worker
QUEUES = ("received", "reviewed", "reserved")
BOUND = 100_000


@lru_cache(maxsize=1)
def _known() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).graph.nodes)


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """Say, to anybody, whether the database answers, is of this version, and a worker lives; 503 when one is not."""
    answer: dict[str, Any] = {"database": False, "migrations": False, "worker_heartbeat_seconds": None}
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
        answer |= {"database": True, "migrations": _known() <= applied}
        answer["worker_heartbeat_seconds"] = _heartbeat()
    except Error as error:
        answer["why"] = type(error).__name__
    heartbeat = answer["worker_heartbeat_seconds"]
    well = answer["database"] and answer["migrations"] and heartbeat is not None and heartbeat <= LATE
    return JsonResponse({"ok": well, **answer}, status=200 if well else 503)


def _heartbeat() -> float | None:
    seconds = rows(queries.SQL["heartbeat"])[0].seconds
    return None if seconds is None else round(max(0.0, seconds), 1)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Answer the figures in Prometheus' text form: to this machine itself, or to who brings the token."""
    if not _may_read(request):
        return HttpResponseForbidden("from this machine, or with the bearer token\n", content_type="text/plain")
    lines = [line for name, (meaning, samples) in _figures().items() for line in _lines(name, meaning, samples)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; version=0.0.4; charset=utf-8")


def _may_read(request: HttpRequest) -> bool:
    token = settings.METRICS_TOKEN
    given = request.headers.get("Authorization", "")
    if token and hmac.compare_digest(given.encode(), f"Bearer {token}".encode()):
        return True
    # What a proxy passes on comes from this machine too, but says for whom.
    forwarded = any(name in request.headers for name in ("X-Forwarded-For", "Forwarded", "X-Real-Ip"))
    return request.META.get("REMOTE_ADDR") in {"127.0.0.1", "::1"} and not forwarded


Samples = list[tuple[dict[str, str], float]]


def _figures() -> dict[str, tuple[str, Samples]]:
    """Answer each figure's meaning and its samples."""
    lengths: Samples = []
    ages: Samples = []
    for company in Company.objects.order_by("code"):
        found = rows(queries.SQL["orders"], company=company.pk, states=list(QUEUES), bound=BOUND)
        waiting = [(row.state, row.waiting, row.oldest) for row in found]
        waiting += [(row.queue, row.waiting, row.oldest)
                    for row in rows(queries.SQL["others"], company=company.pk, bound=BOUND)]  # fmt: skip
        lengths += [({"company": company.code, "queue": name}, count) for name, count, _age in waiting]
        ages += [({"company": company.code, "queue": name}, age) for name, _count, age in waiting if age is not None]
    jobs = rows(queries.SQL["jobs"])
    files = Counter((one.company, one.kind) for one in inbox.waiting())
    heartbeat = _heartbeat()
    return {
        "interlock_worker_heartbeat_age_seconds": (
            "Seconds since a worker last said that it lives.",
            [({}, heartbeat)] if heartbeat is not None else [],
        ),
        "interlock_queue_length": (f"What waits, counted up to {BOUND}.", lengths),
        "interlock_queue_oldest_seconds": ("Age of the oldest that waits.", ages),
        "interlock_inbox_files": (
            "Files in the watched folder.",
            [({"company": company, "kind": kind}, count) for (company, kind), count in sorted(files.items())],
        ),
        "interlock_jobs": (
            "Jobs by state; failed ones of the last day.",
            [({"task": row.task_name, "state": state}, getattr(row, state))
             for row in jobs for state in ("waiting", "working", "failed")],
        ),
        "interlock_documents_last_hour": (
            "Documents done in the last hour.",
            [({"company": row.company, "operation": row.operation}, int(row.documents))
             for row in rows(queries.SQL["done_of_hour"])],
        ),
    }  # fmt: skip


def _lines(name: str, meaning: str, samples: Samples) -> list[str]:
    found = [f"# HELP {name} {meaning}", f"# TYPE {name} gauge"]
    for labels, value in samples:
        named = ",".join(f'{key}="{_escaped(text)}"' for key, text in labels.items())
        found.append(f"{name}{{{named}}} {value:g}" if named else f"{name} {value:g}")
    return found


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
