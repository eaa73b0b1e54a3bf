"""Waking the worker: work follows what came in at once, and a kind of work is done in one place at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.db import OperationalError, transaction
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Job
from procrastinate.manager import JobManager

from .sql import blocks, value

SQL = blocks(__file__)
PATIENCE, STEP = 600.0, 0.2  # seconds


def wake(task: str) -> None:
    """Let a worker run this task soon, after the caller's transaction; one that waits already is enough.

    Always on Django's own connection: a worker's other one belongs to its event loop. Errors are Django's.
    """
    if value(SQL["waits"], task=task):
        return
    job = Job(
        queue="default",
        task_name=task,
        task_kwargs={"timestamp": int(time.time())},
        lock=None,
        queueing_lock=task,
    )
    try:
        with transaction.atomic():
            JobManager(DjangoConnector()).defer_job(job)
    except AlreadyEnqueued:
        return
    except ConnectorException as error:  # said as of any statement of ours: who calls knows a full disk by its cause
        raise OperationalError(str(error.__cause__ or error)) from error.__cause__


@contextmanager
def exclusively(name: str) -> Iterator[None]:
    """Hold a name of one's own over several transactions; the lock goes with the connection, so a kill leaves none.

    The lock is asked for again and again rather than waited for: a wait would end with the lock time-out of five
    seconds.
    """
    deadline = time.monotonic() + PATIENCE
    while not value(SQL["try_alone"], name=name):
        if time.monotonic() > deadline:
            raise TimeoutError(f"{name} is being done elsewhere since {PATIENCE:.0f} s")
        time.sleep(STEP)
    try:
        yield
    finally:
        value(SQL["end_alone"], name=name)


@contextmanager
def alone(name: str) -> Iterator[bool]:
    """Do this nowhere else at the same time; answers False when another will do it after now anyway.

    One works, one waits its turn, nobody else needs to: what they would do, the one that waits will find.
    """
    following = f"after {name}"
    if not value(SQL["try_alone"], name=following):
        yield False
        return
    with ExitStack() as held:
        try:
            held.enter_context(exclusively(name))
        finally:
            value(SQL["end_alone"], name=following)
        yield True
