"""Long work a person asked for: written down, done by the worker, resumed after a kill, stopped on demand.

A kind of work is a function ``(task) -> None`` under ``@background("web.export")``. It tells how far it is through
``task.advance``; what it must not lose it commits itself. A job that a killed worker left is begun again, so the
function does nothing twice: a set is worked through ``work_selection``, a file is written anew.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.conf import settings
from django.db import OperationalError, transaction
from django.utils import timezone, translation

from .actors import Actor, actor_of
from .models import Job, JobRejection, User
from .operations import Operation
from .outcome import Refusal
from .sql import blocks, rows, run, value
from .waking import wake
from .work import run_work

SQL = blocks(__file__)
log = logging.getLogger(__name__)

WORK = "core.work_jobs"
#: A set is worked in parts small enough that its progress is seen.
PART = 1_000
ATTEMPTS, KEPT_DAYS, FILE_DAYS = 5, 90, 7


class Stopped(Exception):  # noqa: N818  no error: somebody asked for it
    """Whoever asked for the job has stopped it."""


@dataclass
class Task:
    """One job at work: who asked, for which company, and how to say how far it is."""

    job: Job
    by: Actor

    @property
    def company(self) -> int:
        return int(self.job.company_id)

    def expect(self, total: int | None) -> None:
        """Say how many there will be, and begin to count."""
        run(SQL["expect"], company=self.company, id=self.job.pk, total=total)

    def advance(self, succeeded: int = 0, failed: int = 0) -> None:
        """Count on, and end the work when it was stopped meanwhile."""
        if self.count(succeeded, failed) != Job.State.RUNNING:
            raise Stopped

    def count(self, succeeded: int, failed: int) -> str:
        state = value(SQL["advance"], company=self.company, id=self.job.pk, succeeded=succeeded, failed=failed)
        return str(state)

    def folder(self) -> Path:
        """Make the folder for the job's files."""
        path = folder_of(self.job)
        path.mkdir(parents=True, exist_ok=True)
        return path

    def hand_over(self, path: Path, name: str) -> None:
        """Name the file that was made, for its owner to take away within a week."""
        Job.objects.filter(pk=self.job.pk, company_id=self.company).update(
            file_name=name, size_bytes=path.stat().st_size, expires_at=timezone.now() + timedelta(days=FILE_DAYS)
        )


KINDS: dict[str, Callable[[Task], None]] = {}


def background(kind: str) -> Callable[[Callable[[Task], None]], Callable[[Task], None]]:
    """Make a function the work of a kind of job."""

    def wrap(work: Callable[[Task], None]) -> Callable[[Task], None]:
        KINDS[kind] = work
        return work

    return wrap


def submit(
    kind: str, *, company: int, by: Actor, key: UUID | None = None, arguments: dict[str, Any], ids: Sequence[int] = ()
) -> Job:
    """Write a job down and wake the worker; the same key asks once. ``ids`` is the set it works, kept as it is now."""
    assert kind in KINDS, f"{kind} is no kind of job"
    assert by.user_id is not None, "only a person asks for a job"
    key = key or uuid4()
    with transaction.atomic():
        job, new = Job.objects.get_or_create(
            company_id=company,
            key=key,
            defaults={
                "kind": kind,
                "arguments": arguments,
                "actor_id": by.user_id,
                "language": translation.get_language() or "en",
                "total": len(ids) or None,
            },
        )
        if job.kind != kind or job.actor_id != by.user_id:
            raise Refusal("key_reused", key=str(key))
        if new and ids:
            run(SQL["write_down"], company=company, key=key, ids=list(ids), part=PART)
    wake(WORK)
    return job


def stop(job: Job) -> bool:
    """Ask a job to end; what it has done stays done."""
    return bool(run(SQL["stop"], company=job.company_id, id=job.pk))


def folder_of(job: Job) -> Path:
    return Path(settings.FILES_ROOT) / "jobs" / str(job.key)


def work_waiting() -> int:
    """Work what waits, one job after another, and what a killed worker left; answers how many were worked.

    A job is held by a lock that goes with the connection, so two workers never share one and a kill frees it.
    """
    worked, seen = 0, [0]
    while found := rows(SQL["next"], seen=seen):
        job_id = found[0].id
        seen.append(job_id)
        name = f"job {job_id}"
        if not value(SQL["try_hold"], name=name):
            continue
        try:
            if run(SQL["begin"], company=found[0].company_id, id=job_id):
                _work(Job.objects.get(pk=job_id))
                worked += 1
        finally:
            value(SQL["let_go"], name=name)
    return worked


def _work(job: Job) -> None:
    """Do one job and say how it ended; a lost database leaves it to be begun again."""
    state, code = "done", ""
    try:
        if job.attempts > ATTEMPTS:
            raise Refusal("defect")
        user = User.objects.filter(pk=job.actor_id).first()
        task = Task(job, actor_of(user, "job") if user else Actor(None, "", "job", {}))
        with translation.override(job.language):
            KINDS[job.kind](task)
    except Stopped:
        state = "stopped"
    except Refusal as refusal:
        state, code = "failed", refusal.code
    except OperationalError:
        raise
    except Exception:
        log.exception("job %s (%s) met a defect", job.pk, job.kind)
        state, code = "failed", "defect"
    run(SQL["end"], company=job.company_id, id=job.pk, state=state, code=code)


def work_selection(task: Task, operation: Operation, **arguments: Any) -> None:
    """Run an operation over the set written down with the job, part by part; every part is counted once.

    Each part commits on its own under a key of its own, so a repeat after a kill answers as it did and goes on.
    """
    key = task.job.key
    for part in rows(SQL["parts"], company=task.company, key=key):
        worked = run_work(
            operation,
            part.document_ids,
            company=task.company,
            by=task.by,
            key=uuid5(key, str(part.number)),
            **arguments,
        )
        failed = len(worked.rejected)
        with transaction.atomic():
            run(SQL["part_done"], company=task.company, key=key, number=part.number)
            reject(task, worked.rejected)
            state = task.count(len(part.document_ids) - failed, failed)
        if state != Job.State.RUNNING:
            raise Stopped


def reject(task: Task, verdicts: Iterable[Any]) -> None:
    """Keep with the job what could not be done."""
    kept = [
        JobRejection(
            company_id=task.company, job=task.job, document_id=v.id, code=v.code, detail=_plain(dict(v.detail))
        )
        for v in verdicts
    ]
    JobRejection.objects.bulk_create(kept, batch_size=PART, ignore_conflicts=True)


def _plain(given: Any) -> Any:
    """Answer the figures of a verdict as JSON can hold them."""
    if isinstance(given, dict):
        return {str(name): _plain(one) for name, one in given.items()}
    if isinstance(given, list | tuple):
        return [_plain(one) for one in given]
    return given if given is None or isinstance(given, str | int | bool) else str(given)


def packed(arguments: dict[str, Any]) -> dict[str, Any]:
    """Write an operation's arguments so that JSON holds them: a day says that it is one."""
    made: dict[str, Any] = {}
    for name, given in arguments.items():
        if isinstance(given, date):
            made[name] = {"day": given.isoformat()}
        else:
            assert given is None or isinstance(given, str | int | bool), f"{name} does not go into a job"
            made[name] = given
    return made


def unpacked(arguments: dict[str, Any]) -> dict[str, Any]:
    return {
        name: date.fromisoformat(given["day"]) if isinstance(given, dict) else given
        for name, given in arguments.items()
    }


def clear_away() -> None:
    """Delete files after a week and jobs after 90 days."""
    now = timezone.now()
    for job in Job.objects.filter(expires_at__lt=now).exclude(file_name="").order_by("id")[:500]:
        shutil.rmtree(folder_of(job), ignore_errors=True)
        Job.objects.filter(pk=job.pk).update(file_name="", size_bytes=None)
    ended = Job.objects.filter(ended_at__lt=now - timedelta(days=KEPT_DAYS)).order_by("id")[:500]
    for job in ended:
        shutil.rmtree(folder_of(job), ignore_errors=True)
        run(SQL["forget_set"], company=job.company_id, key=job.key)
        job.delete()
