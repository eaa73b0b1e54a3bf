"""What the ground does by itself: clear away what finished jobs and killed workers left."""

from __future__ import annotations

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from . import logs, messages, webhooks
from .announcing import DELIVER
from .background import WORK, clear_away, work_waiting
from .sealing import seal

KEPT_HOURS, STALLED = 24, 60


@app.periodic(cron="17 * * * *")
@app.task(name="core.clear_jobs", queueing_lock="core.clear_jobs", pass_context=True)
async def clear_jobs(context: JobContext, timestamp: int) -> None:  # noqa: ARG001  told its minute
    """Forget jobs that ended a day ago, and call those failed whose worker was killed: others have done their work."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED):
        await manager.finish_job(job, Status.FAILED, delete_job=False)
    await manager.delete_old_jobs(KEPT_HOURS, include_failed=True, include_cancelled=True, include_aborted=True)


@app.periodic(cron="* * * * *")
@app.task(name=WORK, queueing_lock=WORK)
def work_jobs(timestamp: int) -> int:  # noqa: ARG001  told its minute
    """Work what people asked for, and what a killed worker left of it."""
    return work_waiting()


@app.periodic(cron="23 * * * *")
@app.task(name="core.clear_files", queueing_lock="core.clear_files")
def clear_files(timestamp: int) -> None:  # noqa: ARG001  told its minute
    """Delete the files of jobs after a week, the jobs after 90 days, and webhooks that came in a month ago."""
    clear_away()


@app.periodic(cron="*/10 * * * *")
@app.task(name="core.seal_audit", queueing_lock="core.seal_audit")
def seal_audit(timestamp: int) -> None:  # noqa: ARG001  told its minute
    """Seal what was decided of the audit trail."""
    seal()
    webhooks.clear_away()


@app.periodic(cron="41 * * * *")
@app.task(name="core.clear_logs", queueing_lock="core.clear_logs")
def clear_logs(timestamp: int) -> None:  # noqa: ARG001  told its minute
    """Let go what the retention of a log no longer keeps, a slice at a time."""
    logs.clear_logs()


@app.periodic(cron="* * * * *")
@app.task(name=messages.PUSH, queueing_lock=messages.PUSH)
def push_messages(timestamp: int) -> int:  # noqa: ARG001  told its minute
    """Try messages again that somebody pushed, and what a killed worker left of them."""
    return messages.push_waiting()


@app.periodic(cron="* * * * *")
@app.task(name=DELIVER, queueing_lock=DELIVER)
def deliver_webhooks(timestamp: int) -> int:  # noqa: ARG001  told its minute
    """Send to subscribers what is due."""
    return webhooks.deliver_due()
