"""Fields that a company adds to its documents and masters, without code: what they may hold, and filling them.

A context says once what of its own may have such fields (``customised``) and what they may link to (``linkable``).
The values of a document are one row of JSON, there only when something is filled; each change leaves what was and is.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

from .actors import Actor
from .amounts import ungrouped
from .models import CustomField
from .operations import GUARDS, current, operation
from .outcome import Outcome, Refusal
from .outcome import Verdict as Answer
from .sql import Block, blocks, column, rows, run

SQL = blocks(__file__, planned_once=("fields", "values"))
MOST_FIELDS, MOST_TEXT = 100, 400
YES, NO = frozenset({"true", "1", "yes", "on", "是"}), frozenset({"false", "0", "no", "off", "否"})


@dataclass(frozen=True)
class Customised:
    """A kind that may have fields of a company's own: ``found`` answers (id, state) of those of some ids that are
    there; ``states`` are in the order in which they follow each other; one of ``permissions`` lets fill them; ``moves``
    names the operations that bring documents into a state and refuse those that lack what it requires."""

    kind: str
    title: Any
    found: Block
    permissions: tuple[str, ...]
    states: tuple[str, ...] = ()
    model: str = ""
    moves: Mapping[str, str] = dataclasses.field(default_factory=dict)


#: Every kind that may have fields.
CUSTOMISED: dict[str, Customised] = {}
#: kind of master → (title, block that answers (id, code, name_en, name_zh) of some codes or ids)
LINKABLE: dict[str, tuple[Any, Block]] = {}


class BadValue(Exception):  # noqa: N818  a verdict
    """What was given is not what the field holds."""


def customised(one: Customised) -> None:
    CUSTOMISED[one.kind] = one
    for name, state in one.moves.items():
        assert state in one.states, f"{one.kind} has no state {state}"
        GUARDS[name] = partial(lacking, one, state)


def lacking(one: Customised, state: str, company: int, ids: Sequence[int]) -> dict[int, Answer]:
    """Answer the documents that are before a state and lack a field it requires, with the first such field."""
    due = [known for known in custom_fields(company, one.kind) if is_due(known, one, state)]
    if not due:
        return {}
    run(SQL["lock_kind_shared"], company=company, kind=one.kind)
    place = one.states.index(state)
    there = {row.id: row.state for row in rows(one.found, company=company, ids=column(ids))}
    early = [i for i, now in there.items() if now in one.states and one.states.index(now) < place]
    values = custom_values(company, one.kind, early)
    missing = {i: [known.code for known in due if known.code not in values.get(i, {})] for i in early}
    return {i: Answer(i, "field_missing", {"field": codes[0]}) for i, codes in missing.items() if codes}


def linkable(target: str, title: Any, block: Block) -> None:
    LINKABLE[target] = (title, block)


def custom_fields(company: int, kind: str) -> list[CustomField]:
    """Answer the fields of a kind in a company, in their order, without those that are retired."""
    found = rows(SQL["fields"], company=company, kind=kind, most=MOST_FIELDS)
    return [CustomField.from_db("default", row._fields, row) for row in found]


def custom_values(company: int, kind: str, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Answer what is filled of some documents, by document."""
    found = rows(SQL["values"], company=company, kind=kind, ids=column(ids))
    return {row.document_id: row.content for row in found}


def has_values(company: int, kind: str, code: str) -> bool:
    return bool(rows(SQL["has_values"], company=company, kind=kind, path=f"$.{code}"))


def linked(field: CustomField, company: int, *, codes: Iterable[str] = (), ids: Iterable[int] = ()) -> list[Any]:
    """Answer masters a field links to: id, code and names."""
    return rows(LINKABLE[field.target][1], company=company, codes=list(codes), ids=column(list(ids)))


def read_value(field: CustomField, given: Any, links: Mapping[str, int]) -> Any:
    """Answer what is kept of a value as someone gave it, None for nothing; the text of a number has its decimals."""
    text = "" if given is None else str(given).strip()
    if not text:
        return None
    try:
        return _READ[field.type](field, text, links)
    except (ValueError, KeyError, InvalidOperation) as error:
        raise BadValue from error


def _text(_field: CustomField, text: str, _links: Any) -> str:
    if len(text) > MOST_TEXT or "\0" in text:
        raise ValueError
    return text


def _number(field: CustomField, text: str, _links: Any) -> str:
    number = Decimal(ungrouped(text))
    if not number.is_finite() or abs(number) >= Decimal(10) ** 14:
        raise ValueError
    kept = number.quantize(Decimal(1).scaleb(-field.scale))
    if kept != number:
        raise ValueError
    return f"{kept + 0:f}"


def _yes_no(_field: CustomField, text: str, _links: Any) -> bool:
    if text.casefold() in YES | NO:
        return text.casefold() in YES
    raise ValueError


def _choice(field: CustomField, text: str, _links: Any) -> str:
    if text not in {one["code"] for one in field.choices}:
        raise ValueError
    return text


_READ: dict[str, Any] = {
    "text": _text,
    "number": _number,
    "date": lambda _field, text, _links: date.fromisoformat(text).isoformat(),
    "yes_no": _yes_no,
    "choice": _choice,
    "link": lambda _field, text, links: links[text],
}


def is_due(field: CustomField, one: Customised, state: str) -> bool:
    """Say whether a field must be filled in this state."""
    if not field.is_required or not field.required_from:
        return field.is_required
    if state not in one.states or field.required_from not in one.states:
        return False
    return one.states.index(state) >= one.states.index(field.required_from)


@operation(permission="core.set_custom_fields")
def set_custom_fields(
    ids: Sequence[int], *, company: int, by: Actor, kind: str, values: Mapping[int, Mapping[str, Any]]
) -> Outcome:
    """Fill the company's own fields of documents or masters; a field that is not named stays as it is.

    Values are given as text: a day as 2026-11-22, a choice or a link by its code; nothing, or None, empties a field.

    Codes, first match wins: not_found, unknown_field (of this kind, or retired), wrong_content (not the field's type),
    unknown_link, field_missing (that must be filled in this state), already, done.
    Writes: core_customvalues, core_customchange.
    Locks: the custom values of the kind, one call at a time.
    """
    one = CUSTOMISED.get(kind)
    if one is None:
        raise Refusal("unknown_kind", kind=kind)
    if not any(by.may(permission, company) for permission in one.permissions):
        raise Refusal("not_permitted", permission=one.permissions[0])
    run(SQL["lock_kind"], company=company, kind=kind)
    there = {row.id: row.state for row in rows(one.found, company=company, ids=column(ids))}
    known = {field.code: field for field in custom_fields(company, kind)}
    was = custom_values(company, kind, list(there))
    links = _links(company, known, [values.get(i, {}) for i in ids])
    verdicts, made = [], dict[int, dict[str, Any]]()
    for i in ids:
        if i not in there:
            verdicts.append(Answer(i, "not_found"))
            continue
        answer, content = _judge(i, one, there[i], known, was.get(i, {}), values.get(i, {}), links)
        verdicts.append(answer)
        made[i] = content
    outcome = Outcome.of(verdicts)
    if go := outcome.accepted:
        _write(company, kind, {i: was.get(i, {}) for i in go}, {i: made[i] for i in go})
    return outcome


def faults_of_values(
    company: int, kind: str, given: Mapping[int, Mapping[str, Any]], was: Mapping[int, Mapping[str, Any]]
) -> dict[int, Answer]:
    """Answer what is wrong with values of rows of a master, before they are written, by the rows' own numbers."""
    known = {field.code: field for field in custom_fields(company, kind)}
    links = _links(company, known, list(given.values()))
    judged = {n: _judge(n, CUSTOMISED[kind], "", known, was[n], values, links)[0] for n, values in given.items()}
    return {n: answer for n, answer in judged.items() if not answer.ok}


def _judge(
    i: int,
    one: Customised,
    state: str,
    known: Mapping[str, CustomField],
    was: Mapping[str, Any],
    given: Mapping[str, Any],
    links: Mapping[str, Mapping[str, int]],
) -> tuple[Answer, dict[str, Any]]:
    content = dict(was)
    for code, value in given.items():
        field = known.get(code)
        if field is None:
            return Answer(i, "unknown_field", {"field": code}), {}
        try:
            kept = read_value(field, value, links.get(code, {}))
        except BadValue:
            wrong = "unknown_link" if field.type == "link" else "wrong_content"
            return Answer(i, wrong, {"field": code}), {}
        content[code] = kept
    content = {code: value for code, value in content.items() if value is not None}
    missing = [code for code, field in known.items() if code not in content and is_due(field, one, state)]
    if missing:
        return Answer(i, "field_missing", {"field": missing[0]}), {}
    return Answer(i, "already" if content == dict(was) else "done"), content


def _links(
    company: int, known: Mapping[str, CustomField], given: Sequence[Mapping[str, Any]]
) -> dict[str, dict[str, int]]:
    """Look up what links name, a statement a field."""
    found: dict[str, dict[str, int]] = {}
    for code, field in known.items():
        if field.type != "link":
            continue
        asked = {str(values[code]).strip() for values in given if values.get(code) not in (None, "")}
        if asked:
            found[code] = {row.code: row.id for row in linked(field, company, codes=sorted(asked))}
    return found


def _write(
    company: int, kind: str, was: Mapping[int, Mapping[str, Any]], made: Mapping[int, Mapping[str, Any]]
) -> None:
    changes = [
        (i, code, was[i].get(code), content.get(code))
        for i, content in made.items()
        for code in dict.fromkeys([*was[i], *content])
        if was[i].get(code) != content.get(code)
    ]
    filled = {i: content for i, content in made.items() if content}
    run(SQL["clear"], company=company, kind=kind, ids=column([i for i in made if i not in filled]))
    written = run(
        SQL["write"], company=company, kind=kind, ids=column(list(filled)),
        contents=[json.dumps(content) for content in filled.values()],
    )  # fmt: skip
    assert written == len(filled)
    noted = run(
        SQL["note"], company=company, kind=kind, run=current().run_id, ids=column([change[0] for change in changes]),
        codes=[change[1] for change in changes], was=[json.dumps(change[2]) for change in changes],
        now=[json.dumps(change[3]) for change in changes],
    )  # fmt: skip
    assert noted == len(changes)
