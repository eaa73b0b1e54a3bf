"""A company's own fields over HTTP: ``custom`` beside what is read, and in the rows of masters that are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from interlock.core.api import Actor, Answer, custom_fields, custom_values, faults_of_values, linked, set_custom_fields

from .kinds import Kind

Given = Annotated[
    dict[Annotated[str, Field(max_length=40)], Annotated[str, Field(max_length=400)] | None], Field(max_length=100)
]
READ: Any = (
    dict[str, str] | None,
    Field(None, description="the company's own fields that are filled, each as text; a link as its code"),
)
WRITTEN: Any = (
    Given | None,
    Field(None, description="the company's own fields to fill, each as text; null empties one"),
)


def put(kind: Kind, company: int | None, answer: Sequence[dict[str, Any]]) -> None:
    """Put the own fields beside what is read; of a shared master whoever works for several must say the company."""
    if not kind.custom:
        return
    for one in answer:
        one["custom"] = None
    fields = custom_fields(company, kind.custom) if company is not None and answer else []
    if company is None or not fields:
        return
    values = custom_values(company, kind.custom, [one["id"] for one in answer])
    codes = {
        field.code: {row.id: row.code for row in linked(field, company, ids=sorted(
            {content[field.code] for content in values.values() if field.code in content}))}
        for field in fields if field.type == "link"
    }  # fmt: skip
    known = {field.code: field for field in fields}
    for one in answer:
        one["custom"] = {
            code: _text(value, codes.get(code, {}))
            for code, value in values.get(one["id"], {}).items()
            if code in known
        }


def _text(value: Any, codes: Mapping[int, str]) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return codes.get(value, "") if isinstance(value, int) else str(value)


def company_of_one(kind: Kind, actor: Actor, head: Mapping[str, Any]) -> int | None:
    """Answer whose own fields one is read with: its company's, or the only one of whoever asks."""
    if kind.owned:
        return int(head["company_id"])
    mine = actor.companies()
    return mine[0] if mine is not None and len(mine) == 1 else None


def faults(kind: Kind, company: int, rows: Sequence[Mapping[str, Any]], *, new: bool) -> dict[int, Answer]:
    """Judge the own fields of rows before anything is written."""
    if not kind.custom:
        return {}
    given = {n: row.get("custom") or {} for n, row in enumerate(rows, start=1) if new or row.get("custom")}
    was = {} if new or not given else custom_values(company, kind.custom, [rows[n - 1]["id"] for n in given])
    return faults_of_values(
        company, kind.custom, given, {n: {} if new else was.get(rows[n - 1]["id"], {}) for n in given}
    )


def fill(
    kind: Kind, company: int, by: Actor, rows: Sequence[Mapping[str, Any]], answers: Mapping[int, Answer]
) -> dict[int, Answer]:
    """Fill the own fields of rows that are written or were like that; answers what that changes of their verdicts."""
    wanted = {
        int(answers[n].detail.get("id") or row["id"]): n
        for n, row in enumerate(rows, start=1)
        if kind.custom and row.get("custom") and n in answers and answers[n].ok
    }
    if not wanted:
        return {}
    outcome = set_custom_fields(
        list(wanted), company=company, by=by, kind=kind.custom,
        values={key: rows[n - 1]["custom"] for key, n in wanted.items()},
    )  # fmt: skip
    changed = {}
    for verdict in outcome.verdicts:
        number = wanted[verdict.id]
        if verdict.code == "done" and answers[number].code == "already":
            changed[number] = Answer(number, "done", answers[number].detail)
        assert verdict.ok, "judged before"
    return changed
