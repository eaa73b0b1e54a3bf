"""Masters in bulk: new rows and changed rows, each answered; up to 5,000 in a call.

A row that the database refuses (a rule of the table, a key that is taken) is found by halving the set, so the others
are written and it alone is answered with the rule. A dry run writes and takes everything back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any

from django.core.exceptions import ValidationError as Invalid
from django.db import DataError, IntegrityError, models, transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Header, NinjaAPI, Schema
from pydantic import Field, create_model

from interlock.core.api import Actor, Answer, Operation, Outcome, current
from interlock.core.ruled import Ruled

from .. import words
from . import own
from .acting import Code, Id, OutcomeAnswer, PolicyGiven, answer, key_type
from .door import call_key, company_of
from .kinds import Kind, code_of, kind_of
from .shapes import Day, Figure, Strict, Whole

LIMIT = 5_000


def install(api: NinjaAPI, kind: Kind) -> None:
    """Add the addresses that write a master: POST makes rows, PATCH changes them."""
    app, model = kind.table._meta.app_label, kind.table._meta.model_name
    for verb, method, permission in (("create", "POST", "add"), ("change", "PATCH", "change")):
        operation = Operation(
            f"web.{verb}_{kind.path.replace('-', '_')}", f"{app}.{permission}_{model}", _write(kind, verb), LIMIT,
            documents=False,
        )  # fmt: skip
        body = _body(kind, verb)
        view = _view(operation)
        view.__annotations__ = {"request": HttpRequest, "call": body, "idempotency_key": key_type()}
        done = "Make" if verb == "create" else "Change"
        api.default_router.add_api_operation(
            f"/{kind.path}", [method], view, response={200: OutcomeAnswer}, tags=[kind.path],
            operation_id=f"{verb}_{kind.path.replace('-', '_')}", summary=f"{done} {kind.path.replace('-', ' ')}",
            description=_said(kind, operation, verb),
        )  # fmt: skip


def _said(kind: Kind, operation: Operation, verb: str) -> str:
    said = " ".join((kind.table.__doc__ or "").split())
    codes = (
        "`already` (there with the same content), `taken` (there with other content)"
        if verb == "create"
        else "`not_found`, `already` (is like that)"
    )
    return (
        f"{said}\n\nUp to {LIMIT:,} rows; each is answered under its place, from 1. "
        f"Permission: `{operation.permission}`. Codes: {codes}, `unknown_link` (a code nobody knows), `invalid` "
        "(detail says which field and rule), `done`."
    )


def _view(operation: Operation) -> Callable[..., Any]:
    def view(request: HttpRequest, call: Any, idempotency_key: Any = Header(None, alias="Idempotency-Key")) -> Any:  # noqa: B008
        actor: Actor = request.auth  # type: ignore[attr-defined]
        company = company_of(actor, call.company)
        rows = [
            {name: getattr(row, name) for name in type(row).model_fields if name in row.model_fields_set}
            for row in call.rows
        ]
        outcome = operation(
            list(range(1, len(rows) + 1)), company=company.id, by=actor, policy=call.policy,
            key=call_key(actor, company.id, idempotency_key), rows=rows,
        )  # fmt: skip
        return answer(outcome, _why)

    return view


def _why(code: str) -> Any:
    own = {
        "taken": _("There already, with other content"),
        "unknown_link": _("Names something that does not exist"),
        "invalid": _("A field is wrong, or a rule forbids it"),
    }
    return own.get(code) or words.why(code)


# ------------------------------------------------------------------------------------------------------- how it is done
def _write(kind: Kind, verb: str) -> Callable[..., Outcome]:
    """Make the body of the operation that writes a master."""

    def body(ids: Sequence[int], *, company: int, by: Actor, rows: Sequence[Mapping[str, Any]]) -> Outcome:
        with transaction.atomic():
            links, faults = _links(kind, company, rows)
            faults |= own.faults(kind, company, rows, new=verb == "create")
            judge = _new if verb == "create" else _changed
            ready, judged = judge(kind, company, rows, links, faults)
            for number, told in ruled(ready).items():
                ready.pop(number)
                judged[number] = Answer(number, "invalid", {"errors": {n: [str(why)] for n, why in told.items()}})
            for number, code in refused(kind, company, ready).items():
                ready.pop(number)
                judged[number] = Answer(number, "invalid", {"rule": code, "message": str(words.why(code))})
            found = judged | _store(kind, verb, ready)
            if current().policy == "partial" or all(one.ok for one in found.values()):
                found |= own.fill(kind, company, by, rows, found)
            outcome = Outcome.of([found.get(i, Answer(i, "done")) for i in ids])
            if not outcome.acts:
                transaction.set_rollback(True)
        return outcome

    return body


def refused(kind: Kind, company: int, ready: Mapping[int, Any]) -> Mapping[int, str]:
    """Answer those rows that a rule of their kind forbids beyond what the database checks, with the code of it."""
    return kind.refuse(company, ready) if kind.refuse and ready else {}


def ruled(ready: Mapping[int, Any]) -> dict[int, dict[str, Any]]:
    """Answer what the rules of a master forbid of rows that are ready, by their number: fields, and why."""
    numbers, rows = list(ready), list(ready.values())
    if not rows or not isinstance(rows[0], Ruled):
        return {}
    return {numbers[place]: told for place, told in type(rows[0]).faults(rows).items()}


def _links(
    kind: Kind, company: int, rows: Sequence[Mapping[str, Any]]
) -> tuple[dict[str, dict[str, Any]], dict[int, Answer]]:
    """Look the codes up that rows name, a statement a column; answers keys by code, and the rows that name none."""
    links: dict[str, dict[str, Any]] = {}
    faults: dict[int, Answer] = {}
    for one in _fields(kind):
        label = _label(one)
        if not isinstance(one, models.ForeignKey) or not (
            asked := {r[label] for r in rows if r.get(label) is not None}
        ):
            continue
        target = one.remote_field.model
        place = "code" if code_of(one) else "pk"
        found = target._default_manager.filter(**{f"{place}__in": asked})
        if any(other.name == "company" for other in target._meta.concrete_fields):
            found = found.filter(company_id=company)
        links[one.name] = {row[0]: row[1] for row in found.values_list(place, "pk")}
        for number, row in enumerate(rows, start=1):
            if row.get(label) is not None and row[label] not in links[one.name]:
                faults.setdefault(number, Answer(number, "unknown_link", {label: row[label]}))
    return links, faults


def _values(kind: Kind, row: Mapping[str, Any], links: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Answer the columns a row sets."""
    values: dict[str, Any] = {}
    for one in _fields(kind):
        label = _label(one)
        if label not in row:
            continue
        given = row[label]
        linked = isinstance(one, models.ForeignKey) and given is not None
        values[one.attname] = links[one.name][given] if linked else given
    return values


def _new(
    kind: Kind, company: int, rows: Sequence[Mapping[str, Any]], links: Any, faults: dict[int, Answer]
) -> tuple[dict[int, Any], dict[int, Answer]]:
    """Judge rows to make: those whose natural key is there are ``already`` or ``taken``."""
    keys = _keys(kind)
    drafts: dict[int, Any] = {}
    for number, row in enumerate(rows, start=1):
        if number not in faults:
            made = kind.table(**_values(kind, row, links), **({"company_id": company} if kind.owned else {}))
            drafts[number] = made
    known = _known(kind, company, keys, list(drafts.values()))
    ready: dict[int, Any] = {}
    for number, made in drafts.items():
        key = tuple(getattr(made, name) for name in keys)
        if key in known:
            same = all(getattr(known[key], n) == v for n, v in _values(kind, rows[number - 1], links).items())
            faults[number] = Answer(number, "already" if same else "taken", {"id": known[key].pk})
        elif fault := _clean(made):
            faults[number] = Answer(number, "invalid", fault)
        else:
            ready[number], known[key] = made, made
    return ready, faults


def _known(kind: Kind, company: int, keys: Sequence[str], drafts: Sequence[Any]) -> dict[tuple[Any, ...], Any]:
    """Read the rows whose key some draft has, by key."""
    found = kind.table._default_manager.all()
    for name in reversed(keys):
        given = {getattr(one, name) for one in drafts}
        nothing = models.Q(**{f"{name}__isnull": True}) if None in given else models.Q()
        found = found.filter(models.Q(**{f"{name}__in": given - {None}}) | nothing)
    if kind.owned:
        found = found.filter(company_id=company)
    return {tuple(getattr(row, name) for name in keys): row for row in found}


def _changed(
    kind: Kind, company: int, rows: Sequence[Mapping[str, Any]], links: Any, faults: dict[int, Answer]
) -> tuple[dict[int, Any], dict[int, Answer]]:
    """Judge rows to change: locked, compared, cleaned."""
    found = kind.table._default_manager.filter(pk__in=[row["id"] for row in rows]).order_by("pk")
    if kind.owned:
        found = found.filter(company_id=company)
    present = {row.pk: row for row in found.select_for_update(no_key=True)}
    ready: dict[int, Any] = {}
    for number, row in enumerate(rows, start=1):
        one = present.pop(row["id"], None)  # named twice: the second time it is not there to be changed
        if one is None:
            faults[number] = Answer(number, "not_found")
        if one is None or number in faults:
            continue
        values = _values(kind, row, links)
        if all(getattr(one, name) == value for name, value in values.items()):
            faults[number] = Answer(number, "already")
            continue
        for name, value in values.items():
            setattr(one, name, value)
        if fault := _clean(one):
            faults[number] = Answer(number, "invalid", fault)
        else:
            ready[number] = one
    return ready, faults


def _clean(one: Any) -> dict[str, Any]:
    """Check the fields alone; links are looked up already, and rules of the table are the database's to check."""
    try:
        one.clean_fields(exclude={f.name for f in one._meta.concrete_fields if isinstance(f, models.ForeignKey)})
    except Invalid as error:
        return {"errors": {name: [str(text) for text in texts] for name, texts in error.message_dict.items()}}
    return {}


def _store(kind: Kind, verb: str, ready: Mapping[int, Any]) -> dict[int, Answer]:
    """Write what is ready; a row the database refuses is found by halving, and answered with the rule."""
    if not ready:
        return {}
    try:
        with transaction.atomic():
            made = list(ready.values())
            if verb == "create":
                made = _made(kind, made)
            else:
                names = [one.name for one in _fields(kind)]
                kind.table._default_manager.bulk_update(made, names, batch_size=500)
    except (IntegrityError, DataError) as error:
        numbers = list(ready)
        if len(numbers) == 1:
            return {numbers[0]: Answer(numbers[0], "invalid", broken_rule(kind, error))}
        half = len(numbers) // 2
        parts = [{n: ready[n] for n in some} for some in (numbers[:half], numbers[half:])]
        return _store(kind, verb, parts[0]) | _store(kind, verb, parts[1])
    return {number: Answer(number, "done", {"id": one.pk}) for number, one in zip(ready, made, strict=True)}


def broken_rule(kind: Kind, error: Exception) -> dict[str, Any]:
    """Name the rule of a kind that was broken."""
    return broken(kind.table, error)


def broken(table: type[models.Model], error: Exception) -> dict[str, Any]:
    """Name the rule that was broken, in words where the model has some."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    rule = next((one for one in table._meta.constraints if one.name == name), None)
    said = rule.violation_error_message if rule is not None and rule.violation_error_code else None
    default = models.BaseConstraint.default_violation_error_message
    if rule is not None and rule.violation_error_message != default:
        said = str(rule.violation_error_message)
    return {"rule": name or "value"} | ({"message": str(said)} if said else {})


def _made(kind: Kind, drafts: list[Any]) -> list[Any]:
    """Insert rows; where the database numbers them from a shared sequence, Django is not told how, so they are read."""
    made = kind.table._default_manager.bulk_create(drafts)
    if kind.table._meta.pk.has_db_default():
        keys = _keys(kind)
        company = getattr(made[0], "company_id", 0)
        known = _known(kind, company, keys, made)
        made = [known[tuple(getattr(one, name) for name in keys)] for one in made]
    return made


def _keys(kind: Kind) -> list[str]:
    return [one.attname for name in kind.key for one in kind.table._meta.concrete_fields if one.name == name]


# ------------------------------------------------------------------------------------------------- what it looks like
def _fields(kind: Kind) -> list[Any]:
    """Answer the columns a call may set."""
    return [
        one
        for one in kind.table._meta.concrete_fields
        if not one.primary_key and one.name != "company" and one.name not in kind.leave and one.name not in kind.fixed
    ]


def _label(one: Any) -> str:
    return one.name if not isinstance(one, models.ForeignKey) or code_of(one) else one.attname


def _body(kind: Kind, verb: str) -> type[Schema]:
    parts: dict[str, Any] = {"id": (Id, ...)} if verb == "change" else {}
    for one in _fields(kind):
        if verb == "change" and one.name in kind.once:
            continue
        taken = _taken(one)
        if one.null:
            taken = taken | None
        needed = verb == "create" and not one.has_default() and not one.null and not one.blank
        parts[_label(one)] = (taken, ... if needed else None)
    if kind.custom:
        parts["custom"] = own.WRITTEN
    title = "New" if verb == "create" else "Changed"
    row = create_model(f"{title}{kind.title}", __base__=Strict, **parts)
    rows: Any = Annotated[list[row], Field(min_length=1, max_length=LIMIT)]  # type: ignore[valid-type]
    company: Any = (Code | None, Field(None, description="needed by whoever works for several"))
    name = f"{verb.capitalize()}{kind.title}Call"
    return create_model(name, __base__=Strict, company=company, rows=(rows, ...), policy=(PolicyGiven, "partial"))


def _taken(one: Any) -> Any:
    """Answer what a column takes: the kind of its values, within what it can hold."""
    plain = kind_of(one)
    if plain is str:
        longest = 64 if isinstance(one, models.ForeignKey) else one.max_length
        return Annotated[str, Field(max_length=longest)]
    if isinstance(one, models.PositiveSmallIntegerField):
        return Annotated[int, Field(ge=0, le=32_767)]
    if isinstance(one, models.PositiveIntegerField):
        return Annotated[int, Field(ge=0, le=2**31 - 1)]
    if isinstance(one, models.DecimalField):
        return Annotated[Figure, Field(max_digits=one.max_digits, decimal_places=one.decimal_places)]
    return {int: Whole}.get(plain, Day if isinstance(one, models.DateField) else plain)
