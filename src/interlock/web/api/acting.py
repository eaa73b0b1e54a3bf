"""Operations on sets: an address for each declared operation, its arguments read from its signature.

Two shapes: an operation on documents takes their ids, or the months that name them; one that makes documents takes
rows, and answers each under its place, from 1.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, get_args, get_type_hints

from django.http import HttpRequest
from ninja import Header, NinjaAPI, Schema
from pydantic import Field, create_model

from interlock.core.api import Actor, Operation, Outcome, Policy, about, wake

from .. import words
from .door import MOST_ID, call_key, company_of
from .shapes import Strict, arguments_of, shape, unshape

Id = Annotated[int, Field(ge=1, le=MOST_ID)]
Month = Annotated[str, Field(pattern=r"^(19|20|21)\d\d-(0[1-9]|1[0-2])$", description="a month, as 2026-11")]
Code = Annotated[str, Field(max_length=64, description="the company's code")]
PolicyGiven = Annotated[
    Literal["partial", "all", "dry_run"],
    Field(description="partial: what can be done; all: everything or nothing; dry_run: judge only"),
]


class VerdictAnswer(Schema):
    """The answer to one id (or row, from 1): ``code`` is ``done``, ``already`` or the reason why not."""

    id: int
    code: str
    message: str
    detail: dict[str, Any]


class OutcomeAnswer(Schema):
    """The answer to a set, in the order given; ``replayed`` where the key had been used for the same call before."""

    replayed: bool
    counts: dict[str, int]
    verdicts: list[VerdictAnswer]


@dataclass(frozen=True)
class Act:
    """An operation of ours at an address. ``rows`` names the argument that is the rows, for one that makes documents;
    ``shapes`` says what an argument looks like where its annotation is too wide,
    ``months`` finds the documents of months."""

    path: str
    operation: Operation
    rows: str = ""
    months: Callable[[int, list[str]], list[int]] | None = None
    shapes: Mapping[str, Any] = field(default_factory=dict)
    wakes: bool = True

    @property
    def name(self) -> str:
        return self.operation.name.split(".")[1]


def install(api: NinjaAPI, act: Act) -> None:
    """Add the address of an operation."""
    body = _body(act)

    def view(request: HttpRequest, call: Any, idempotency_key: Any = Header(None, alias="Idempotency-Key")) -> Any:  # noqa: B008
        return _call(act, request.auth, call, idempotency_key)  # type: ignore[attr-defined]

    view.__annotations__ = {"request": HttpRequest, "call": body, "idempotency_key": key_type()}
    said = (act.operation.__doc__ or "").split("\n\n    Codes", 1)[0]
    codes = ", ".join(f"`{code}`" for code in act.operation.codes)
    api.default_router.add_api_operation(
        f"/{act.path}", ["POST"], view, response={200: OutcomeAnswer}, tags=[act.path.split("/")[0]],
        operation_id=act.name, summary=act.name.replace("_", " ").capitalize(),
        description=f"{_paragraphs(said)}\n\nPermission: `{act.operation.permission}`. Codes, first match: {codes}.",
    )  # fmt: skip


def _call(act: Act, actor: Actor, call: Any, key: str | None) -> dict[str, Any]:
    company = company_of(actor, call.company, narrows=True)
    hints = get_type_hints(act.operation.body)
    arguments = {
        name: _given(getattr(call, name), hints[name], shaped=name in act.shapes)
        for name in type(call).model_fields
        if name not in {"company", "ids", "rows", "months", "policy"}
    }
    ids: list[int] = getattr(call, "ids", [])
    if act.months:
        actor.require(act.operation.permission, company.id)
        ids = act.months(company.id, call.months)
    if act.rows:
        ids = list(range(1, len(call.rows) + 1))
        row = get_args(hints[act.rows])[1]
        arguments[act.rows] = {place: unshape(one, row) for place, one in enumerate(call.rows, start=1)}
    about(company.id, ids if not act.rows else ())
    outcome = act.operation(
        ids, company=company.id, by=actor, key=call_key(actor, company.id, key), policy=call.policy, **arguments
    )
    if act.wakes and call.policy != "dry_run" and outcome.counts["done"]:
        wake("sales.advance")
    return answer(outcome)


def _given(value: Any, annotation: Any, *, shaped: bool) -> Any:
    if shaped:
        return _plain(value)
    return unshape(value, annotation)


def _plain(value: Any) -> Any:
    """Answer schemas as what was sent in them: a field left out stays as it is, unlike one that is null."""
    if isinstance(value, Schema):
        return {
            name: _plain(getattr(value, name)) for name in type(value).model_fields if name in value.model_fields_set
        }
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def answer(outcome: Outcome, say: Callable[[str], Any] = words.why) -> dict[str, Any]:
    """Answer an outcome, with the words of the caller's language beside each code."""
    said = {code: str(say(code)) for code in outcome.counts}
    return {
        "replayed": outcome.replayed,
        "counts": dict(outcome.counts),
        "verdicts": [
            {"id": one.id, "code": one.code, "message": said[one.code], "detail": _json(one.detail)}
            for one in outcome.verdicts
        ],
    }


def _json(detail: Mapping[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps(dict(detail), default=str)) if detail else {}


def key_type() -> Any:
    said = "the same key and call are answered as the first time; the same key with another call is refused (409)"
    return Annotated[str | None, Field(max_length=200, description=said)]


def _body(act: Act) -> type[Schema]:
    parts: dict[str, Any] = {"company": (Code | None, Field(None, description="needed by whoever works for several"))}
    if act.rows:
        row = shape(get_args(get_type_hints(act.operation.body)[act.rows])[1])
        rows: Any = Annotated[list[row], Field(min_length=1, max_length=act.operation.limit)]  # type: ignore[valid-type]
        parts["rows"] = (rows, ...)
    elif act.months:
        parts["months"] = (Annotated[list[Month], Field(min_length=1, max_length=act.operation.limit)], ...)
    else:
        parts["ids"] = (Annotated[list[Id], Field(min_length=1, max_length=act.operation.limit)], ...)
    parts["policy"] = (PolicyGiven, "partial")
    for name, (annotation, one) in arguments_of(act.operation.body).items():
        if name == act.rows:
            continue
        kind = act.shapes[name] if name in act.shapes else shape(annotation)
        parts[name] = (kind, ... if one.default is one.empty else one.default)
    title = "".join(part.capitalize() for part in act.name.split("_"))
    assert get_args(Policy) == ("partial", "all", "dry_run")
    return create_model(f"{title}Call", __base__=Strict, **parts)


def _paragraphs(said: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in said.split("\n\n"))
