"""Notices: whoever answers for what is overdue is told once, and later whoever hears escalations; then it settles.

What is overdue is for others to know: they name the kind, the documents and their owners.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from .actors import Actor
from .operations import operation
from .outcome import ALREADY, DONE, Outcome
from .parameters import declare
from .sql import blocks, column, rows, run

SQL = blocks(__file__)
#: After how many days a kind goes on to whoever hears escalations when no ``Escalation`` says otherwise.
AFTER_DAYS = declare("escalation.after_days", _("days until an exception goes on"), "whole", "3", least=0, most=365)
HEAR = "hear_escalations"


@dataclass(frozen=True)
class Overdue:
    """One thing overdue: who answers for it (None: nobody), and what a sentence about it needs."""

    owner: int | None
    parameters: Mapping[str, Any] = field(default_factory=dict)


@operation(permission="core.escalate_exceptions")
def raise_notices(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,  # noqa: ARG001  every operation is told
    kind: str,
    overdue: Mapping[int, Overdue],
) -> Outcome:
    """Tell the owners of documents what is overdue, and whoever hears escalations what has stayed so, or is nobody's.

    Codes, first match wins: already (all who are to be told know), nobody_to_tell.
    Writes: notices, made or opened anew.
    Locks: the notices of the company, one call at a time.
    """
    run(SQL["lock_company"], company=company)
    wanted = _wanted(company, kind, {one: overdue[one].owner for one in ids})
    outcome = Outcome.of([(one, _judge(wanted.get(one, ()))) for one in ids])
    if go := outcome.accepted:
        new = [row for one in go for row in wanted[one] if not row.stands]
        made = run(
            SQL["make"],
            company=company,
            kind=kind,
            users=column([row.user_id for row in new]),
            subjects=column([row.subject_id for row in new]),
            levels=column([row.level for row in new]),
            parameters=[json.dumps(dict(overdue[row.subject_id].parameters), default=str) for row in new],
        )
        assert made == len(new)
    return outcome


def _judge(wanted: Sequence[Any]) -> str:
    if not wanted:
        return "nobody_to_tell"
    return ALREADY if all(row.stands for row in wanted) else DONE


@operation(permission="core.escalate_exceptions", documents=False)
def settle_notices(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:  # noqa: ARG001
    """Close notices whose matter is over, or is no longer that person's.

    Codes, first match wins: not_found, already.
    Writes: notice.settled_at.
    Locks: notices by id.
    """
    run(SQL["lock_notices"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_settle"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["settle"], company=company, ids=go) == len(go)
    return outcome


@operation(permission="core.read_notices", documents=False)
def read_notices(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Mark one's own notices as read; another person's do not exist.

    Codes, first match wins: not_found, already.
    Writes: notice.read_at.
    Locks: notices by id.
    """
    run(SQL["lock_notices"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_read"], company=company, ids=ids, user=by.user_id))
    if go := outcome.accepted:
        assert run(SQL["read"], company=company, ids=go) == len(go)
    return outcome


def untold(company: int, kind: str, owners: Mapping[int, int | None]) -> list[int]:
    """Answer the documents of which someone is still to be told: who knows is not asked again and again."""
    wanted = _wanted(company, kind, owners)
    return [one for one in owners if any(not row.stands for row in wanted.get(one, ()))]


def _wanted(company: int, kind: str, owners: Mapping[int, int | None]) -> dict[int, list[Any]]:
    """Answer who is to be told of each document, and whether they know."""
    found = rows(
        SQL["wanted"],
        company=company,
        kind=kind,
        subjects=column(list(owners)),
        owners=column(list(owners.values())),
        code=AFTER_DAYS.code,
        days=int(AFTER_DAYS.default),
        hearers=column(sorted(hearers(company))),
    )
    wanted = defaultdict(list)
    for row in found:
        wanted[row.subject_id].append(row)
    return wanted


def open_notices(company: int, kind: str, *, after: int, size: int) -> list[Any]:
    """Answer open notices of a kind (id, user_id, subject_id, level), by key."""
    return rows(SQL["open"], company=company, kind=kind, after=after, size=size)


def hearers(company: int) -> set[int]:
    """Answer who hears escalations in a company: the active members whose role permits it."""
    return {row.user_id for row in rows(SQL["hearers"], company=company, hear=HEAR)}
