"""A platform's statement, read by the worker: kept at once, so that nobody's connection waits for a million rows."""

from __future__ import annotations

from datetime import date
from typing import BinaryIO
from uuid import UUID

from interlock.core.api import Actor, File, Job, Refusal, Task, background, content_path, keep_file, submit
from interlock.sales import api as sales

READ = "web.statement"


def ask_to_read(
    source: BinaryIO,
    name: str,
    *,
    company: int,
    by: Actor,
    shop: int,
    number: str | None,
    on: date,
    key: UUID,
    back: str,
) -> Job:
    """Keep a file and write its reading down as a job of this person.

    Refuses at once what the file has no part in: not_permitted, no_mapping, unknown_fee_kind.
    """
    by.require("sales.import_statements", company)
    sales.layout_of(company, shop)
    file, _new = keep_file(source, name, company)
    given = {"file": file.pk, "name": name, "shop": shop, "number": number, "on": on.isoformat(), "back": back}
    return submit(READ, company=company, by=by, key=key, arguments=given)


@background(READ)
def work(task: Task) -> None:
    """Read and match the file; the job keeps which statement it is, or what was refused. Begun again, it goes on."""
    given, job = task.job.arguments, task.job
    file = File.objects.get(pk=given["file"], company_id=task.company)
    try:
        result = sales.import_statement(
            content_path(file.sha256),
            given["name"],
            company=task.company,
            by=task.by,
            shop=given["shop"],
            number=given["number"],
            on=date.fromisoformat(given["on"]),
        )
    except Refusal as refusal:
        _keep(job, refused={name: _text(value) for name, value in refusal.detail.items()})
        raise
    task.expect(result.rows)
    task.count(result.lines, result.rows - result.lines)
    _keep(job, statement=result.statement, replayed=result.replayed)


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _keep(job: Job, **found: object) -> None:
    job.arguments |= found
    job.save(update_fields=["arguments"])
