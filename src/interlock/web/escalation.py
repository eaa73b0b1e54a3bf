"""What the worker does about exceptions: tells their owners, then whoever hears escalations, and settles what is over.

Of each kind the longest standing ``BOUND`` are told; the others follow as those are dealt with.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone
from procrastinate.contrib.django import app

from interlock.core.api import (
    Actor,
    Company,
    Overdue,
    alone,
    hearers,
    open_notices,
    outdated_requests,
    raise_notices,
    run_work,
    settle_notices,
    system_actor,
    untold,
    withdraw_requests,
)
from interlock.core.sql import rows

from .exceptions import KINDS, Kind

ESCALATE = "web.escalate"
BOUND = 5_000


@app.periodic(cron="*/15 * * * *")
@app.task(name=ESCALATE, queueing_lock=ESCALATE)
def escalate_all(timestamp: int) -> None:
    """Tell the people of every company what is overdue there."""
    by = system_actor("job")
    with alone(ESCALATE) as mine:
        for company in Company.objects.order_by("id") if mine else ():
            today = datetime.fromtimestamp(timestamp, ZoneInfo(company.time_zone)).date()
            escalate(company.pk, by, today)


def escalate(company: int, by: Actor, on: date) -> None:
    """Settle the notices of what is over, then tell what is overdue and not yet told.

    Nobody is reminded of an approval that no longer fits its document: it is taken back first.
    """
    if gone := outdated_requests(company):
        run_work(withdraw_requests, gone, company=company, by=by, key=uuid4())
    now = timezone.now()
    for kind in KINDS:
        settle(company, by, kind, on, now)
        found = {row.id: row for row in _found(company, kind, on, now, None, BOUND)}
        if ids := untold(company, kind.code, {one: row.owner_id for one, row in found.items()}):
            overdue = {one: Overdue(found[one].owner_id, _parameters(found[one])) for one in ids}
            raise_notices(ids, company=company, by=by, key=uuid4(), kind=kind.code, overdue=overdue)


def settle(company: int, by: Actor, kind: Kind, on: date, now: datetime) -> None:
    """Settle the notices of a kind whose matter is over, has another owner, or whose reader hears no escalations."""
    after, hearing = 0, hearers(company)
    while batch := open_notices(company, kind.code, after=after, size=BOUND):
        after = batch[-1].id
        subjects = sorted({notice.subject_id for notice in batch})
        owners = {row.id: row.owner_id for row in _found(company, kind, on, now, subjects, len(subjects))}
        if over := [one.id for one in batch if not _stands(one, owners, hearing)]:
            run_work(settle_notices, over, company=company, by=by, key=uuid4())


def _stands(notice: Any, owners: dict[int, int | None], hearing: set[int]) -> bool:
    """Say whether a notice is still its reader's; an owner needs no second one of the same matter."""
    if notice.subject_id not in owners:
        return False
    is_owner = notice.user_id == owners[notice.subject_id]
    return is_owner if notice.level == 1 else notice.user_id in hearing and not is_owner


def _found(company: int, kind: Kind, on: date, now: datetime, ids: list[int] | None, size: int) -> list[Any]:
    return rows(kind.query, company=company, owner=None, ids=ids, today=on, now=now, size=size)[:size]


def _parameters(row: Any) -> dict[str, Any]:
    """Answer what a sentence about an exception needs, as it stood when it was told."""
    return {
        "number": row.number,
        "shop_en": row.name_en,
        "shop_zh": row.name_zh,
        "since": (row.since_on or row.since_at).isoformat(),
        "about": row.about,
    }
