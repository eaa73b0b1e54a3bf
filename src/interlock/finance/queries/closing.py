"""The checklist as a page shows it: each step's state, what stands in its way, and the reports a month has left."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from interlock.core.api import content_path
from interlock.core.sql import blocks, rows

from ..closing.checklist import Answer, Figures, ask, scope_of, steps

SQL = blocks(__file__)


@dataclass(frozen=True)
class ChecklistStep:
    """A step: ``open`` while one before it is, ``differs``, ``ready`` to close, or ``closed`` by whom and when."""

    code: str
    side: str
    module: str | None
    state: str
    answer: Answer
    closed_at: datetime | None
    closed_by: str


@dataclass(frozen=True)
class Checklist:
    """A company's month: its steps in order and its reports, newest first; ``earlier`` is to be closed before."""

    company: int
    month: date
    close_id: int | None
    state: str
    earlier: date | None
    steps: list[ChecklistStep]
    reports: list[Any]

    @property
    def next_step(self) -> ChecklistStep | None:
        """Answer the step that is to be worked on now."""
        return next((step for step in self.steps if step.state != "closed"), None)

    @property
    def count(self) -> int:
        """Answer how many findings stand in the way."""
        return sum(step.answer.count for step in self.steps)


def checklist(company: int, month: date) -> Checklist | None:
    """Answer the checklist of a month; None when the month was never opened. Reads only, bounded by the month."""
    scope = scope_of(company, month)
    found = rows(SQL["close"], company=company, month=scope.first)
    if not found:
        return None
    head = found[0]
    closed = {row.step: row for row in rows(SQL["steps"], company=company, close=head.id)} if head.id else {}
    reports = rows(SQL["reports"], company=company, close=head.id) if head.id else []
    answers = _reported(reports) if head.state == "closed" else ask(scope)
    made: list[ChecklistStep] = []
    for step in steps():
        answer = answers.get(step.code, Answer())
        done = closed.get(step.code)
        waits = any(one.state != "closed" for one in made)
        state = "closed" if done else "differs" if answer.count else "open" if waits else "ready"
        at, by = (done.started_at, done.person) if done else (None, "")
        made.append(ChecklistStep(step.code, step.side, step.module, state, answer, at, by))
    return Checklist(company, scope.first, head.id, head.state, head.earlier, made, reports)


def _reported(reports: list[Any]) -> dict[str, Answer]:
    """Answer what the steps of a closed month compared, as its report says."""
    valid = next((one for one in reports if one.state == "valid"), None)
    path = content_path(valid.sha256) if valid else None
    if path is None or not path.exists():
        return {}
    said = json.loads(path.read_bytes())["report"]
    return {
        step["step"]: Answer([Figures(pair["name"], *_sides(pair)) for pair in step["figures"]])
        for step in said["steps"]
    }


def _sides(pair: dict[str, Any]) -> list[Decimal | None]:
    told = [pair[side][what] for side in ("business", "books") for what in ("quantity", "amount")]
    return [None if text is None else Decimal(text) for text in told]
