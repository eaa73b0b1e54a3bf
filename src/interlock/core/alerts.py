"""Alerts: whoever is named is told once that a list finds more than it should, and again only after it was over.

What a list finds is for others to know: they say of each alert what they found.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .actors import Actor
from .operations import operation
from .outcome import Outcome
from .outcome import Verdict as Answer
from .sql import blocks, column, rows, run

SQL = blocks(__file__)
KIND = "alert"


@dataclass(frozen=True)
class Finding:
    """What an alert's list finds now: how many rows, how much, and what a sentence about it needs."""

    count: int
    amount: Decimal
    parameters: Mapping[str, Any]


def due_alerts() -> list[int]:
    """Answer the alerts whose time has come, longest waiting first."""
    return [row.id for row in rows(SQL["due"])]


def tried(alert: int, *, count: int | None, amount: Decimal | None) -> None:
    """Note what an alert's list found, None where its owner may not see it any more, and when it is asked next."""
    run(SQL["tried"], id=alert, count=count, amount=amount)


@operation(permission="core.raise_alerts", documents=False)
def raise_alerts(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,  # noqa: ARG001  every operation is told
    findings: Mapping[int, Finding],
) -> Outcome:
    """Tell whom alerts name what their lists find, once an episode; one that finds less is over, its notices settle.

    Codes, first match wins: not_found (or not active), already (told in this episode), below, nobody_to_tell, done.
    Writes: alert.began_at; notices, made, opened anew or settled.
    Locks: alerts by id, then their notices.
    """
    run(SQL["lock"], company=company, ids=ids)
    judged = {
        row.id: row
        for row in rows(
            SQL["judge"], company=company, ids=column(ids), found=column(list(findings)),
            counts=column([one.count for one in findings.values()]),
            amounts=column([one.amount for one in findings.values()]),
        )
    }  # fmt: skip
    outcome = Outcome.of([Answer(i, judged[i].code) for i in ids])
    if outcome.acts:
        if over := [i for i in ids if judged[i].ends]:
            run(SQL["settle"], company=company, ids=column(over), kind=KIND)
            run(SQL["end"], company=company, ids=column(over))
        if go := outcome.accepted:
            parameters = [json.dumps(dict(findings[i].parameters), default=str) for i in go]
            made = run(SQL["tell"], company=company, ids=column(go), kind=KIND, parameters=parameters)
            assert made >= len(go)
            assert run(SQL["begin"], company=company, ids=column(go)) == len(go)
    return outcome
