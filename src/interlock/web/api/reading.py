"""Reading: a list by key and one document with its lines, for every declared kind.

The number of statements does not depend on the rows: who calls, the company, the page, its lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import NinjaAPI, Query, Schema
from ninja.errors import ValidationError
from pydantic import AwareDatetime, Field, create_model

from interlock.core.api import Actor, Refusal, scopes
from interlock.core.sql import blocks, rows

from . import own
from .door import MOST_ID, company_of
from .kinds import Kind, kind_of

SQL = blocks(__file__)
MOST_ROWS = 500
#: Lines of one answer; a page ends earlier where its documents have more.
MOST_LINES = 5_000
#: Changed documents looked at for one page.
LOOKED_AT = 5_000

Code = Annotated[str, Field(max_length=64)]
Key = Annotated[int, Field(ge=0, le=MOST_ID)]


def install(api: NinjaAPI, kind: Kind) -> None:
    """Add the addresses of a kind: the list, one, and its lines where it has any."""
    _add_list(api, kind)
    _add_one(api, kind)
    if kind.lines is not None:
        _add_lines(api, kind)


def _add_list(api: NinjaAPI, kind: Kind) -> None:
    filters, page = _filters(kind), _page(f"{kind.title}Page", _shown(kind), f"{kind.path}, oldest first.")

    def view(request: HttpRequest, asked: Any = Query(...)) -> Any:  # noqa: B008 - how ninja marks parameters
        _no_other(request, filters)
        return _list(kind, request.auth, asked)  # type: ignore[attr-defined]

    view.__annotations__ = {"request": HttpRequest, "asked": filters}
    said = (
        f"{_said(kind)}\n\nOldest first, by key: give `next` of a page as `after` to get the next one; the last page "
        "has `next` null. A page may hold fewer rows than `limit` without being the last."
    )
    api.default_router.add_api_operation(
        f"/{kind.path}", ["GET"], view, response={200: page}, tags=[kind.path],
        operation_id=f"list_{_plain(kind.path)}", summary=f"List {kind.path.replace('-', ' ')}", description=said,
    )  # fmt: skip


def _add_one(api: NinjaAPI, kind: Kind) -> None:
    def view(request: HttpRequest, id: int) -> Any:  # noqa: A002 - the name in the address
        return _one(kind, request.auth, id)  # type: ignore[attr-defined]

    view.__annotations__ = {"request": HttpRequest, "id": int}
    said = _said(kind) + "\n\nAn id of another company does not exist (404)."
    if kind.lines is not None:
        said += f" Of its lines the first {MOST_LINES:,} come along; `lines_next` leads to the rest."
    api.default_router.add_api_operation(
        f"/{kind.path}/{{int:id}}", ["GET"], view, response={200: _shown(kind)}, tags=[kind.path],
        operation_id=f"read_{_plain(kind.path)}", summary=f"Read one of {kind.path.replace('-', ' ')}",
        description=said,
    )  # fmt: skip


def _add_lines(api: NinjaAPI, kind: Kind) -> None:
    assert kind.lines is not None
    page = _page(f"{kind.lines.name}Page", kind.lines.schema, f"Lines of one of {kind.path}.")
    asked = create_model(f"{kind.lines.name}Asked", __base__=Schema, after=(Key, 0), limit=(_limit(), 100))

    def view(request: HttpRequest, id: int, asked: Any = Query(...)) -> Any:  # noqa: A002, B008 - as above
        _no_other(request, type(asked))
        return _lines_page(kind, request.auth, id, asked)  # type: ignore[attr-defined]

    view.__annotations__ = {"request": HttpRequest, "id": int, "asked": asked}
    api.default_router.add_api_operation(
        f"/{kind.path}/{{int:id}}/lines", ["GET"], view, response={200: page}, tags=[kind.path],
        operation_id=f"list_{_plain(kind.path)}_lines", summary=f"List the lines of one of {kind.path}",
        description=f"{kind.lines.table.__doc__}\n\nBy key, as every list.",
    )  # fmt: skip


# ------------------------------------------------------------------------------------------------------ what is read
def _list(kind: Kind, actor: Actor, asked: Any) -> dict[str, Any]:
    company = company_of(actor, asked.company, *kind.permissions, narrows=True)
    found = _filtered(kind, company.id, asked)
    if (scope := actor.scope(company.id)) is not None:
        if scopes.condition(kind.model, scope) is None:
            raise Refusal("not_permitted", company=company.code)
        found = scopes.narrow(found, kind.model, scope)
    examined = None
    if kind.on_timeline and asked.changed_since is not None:
        touched = [
            row.id
            for row in rows(
                SQL["changed"], company=company.id, since=asked.changed_since, after=asked.after, most=LOOKED_AT
            )
        ]
        examined = touched[-1] if len(touched) == LOOKED_AT else None
        found = found.filter(pk__in=touched)
    heads = list(found.order_by("pk").values(*_values(kind))[: asked.limit + 1])
    more = heads[asked.limit - 1]["id"] if len(heads) > asked.limit else examined
    heads = heads[: asked.limit]
    answer = [_named(kind.columns, head) for head in heads]
    if kind.lines is not None:
        whole = _with_lines(kind, [company.id], heads, answer, wanted=getattr(asked, "lines", False))
        if whole < len(answer):
            answer, more = answer[:whole], answer[whole - 1]["id"]
    own.put(kind, company.id, answer)
    return {"rows": answer, "next": more}


def _filtered(kind: Kind, company: int, asked: Any) -> QuerySet[Any]:
    """Narrow a kind to what was asked for, always to one company where its rows have one."""
    found = kind.table._default_manager.filter(pk__gt=asked.after)
    if kind.owned:
        found = found.filter(company_id=company)
    given = asked.model_dump(exclude_none=True)
    for name in _compared(kind):
        if name in given:
            found = found.filter(**{kind.where(name): given[name]})
    if kind.indexed_open and given.get("state", kind.closed[0]) not in kind.closed:
        found = found.filter(is_open=True)
    if "since" in given:
        found = found.filter(**{f"{kind.on}__gte": given["since"]})
    if "until" in given:
        found = found.filter(**{f"{kind.on}__lte": given["until"]})
    if kind.tracked is not None and "changed_since" in given:
        history = kind.tracked.objects.filter(pgh_created_at__gte=given["changed_since"])
        found = found.filter(pk__in=history.values("pgh_obj_id"))
    return found


def _one(kind: Kind, actor: Actor, key: int) -> dict[str, Any]:
    head = head_of(kind, actor, key)
    answer = _named(kind.columns, head)
    if kind.lines is not None:
        _with_lines(kind, [head["company_id"]], [head], [answer], wanted=True)
    own.put(kind, own.company_of_one(kind, actor, head), [answer])
    return answer


def head_of(kind: Kind, actor: Actor, key: int) -> dict[str, Any]:
    """Read one of a company in which the actor may see its kind; any other does not exist."""
    if key > MOST_ID:
        raise Http404
    found = kind.table._default_manager.filter(pk=key)
    if actor.grants is not None:
        open_to = [c for c, names in actor.grants.items() if names.intersection(kind.permissions)]
        if not open_to:
            raise Http404
        if kind.owned:
            found = found.filter(company_id__in=open_to)
    if not scopes.sees(actor, kind.model, key):
        raise Http404
    head = found.values(*_values(kind)).first()
    if head is None:
        raise Http404
    return head


def _lines_page(kind: Kind, actor: Actor, key: int, asked: Any) -> dict[str, Any]:
    head = head_of(kind, actor, key)
    lines = list(_lines(kind, [head["company_id"]], [head]).filter(pk__gt=asked.after)[: asked.limit + 1])
    more = lines[asked.limit - 1]["id"] if len(lines) > asked.limit else None
    assert kind.lines is not None
    return {"rows": [_named(kind.lines.columns, line) for line in lines[: asked.limit]], "next": more}


def _with_lines(
    kind: Kind, companies: list[int], heads: Sequence[Any], answer: list[dict[str, Any]], *, wanted: bool
) -> int:
    """Put lines to their documents, in one statement; answers how many documents have all of theirs."""
    assert kind.lines is not None
    for one in answer:
        one |= {"lines": None, "lines_next": None}
    if not wanted or not heads:
        return len(answer)
    ordered = _lines(kind, companies, heads).order_by(f"{kind.lines.parent}_id", "pk")
    found = list(ordered[: MOST_LINES + 1])
    by_head: dict[int, list[Any]] = defaultdict(list)
    for line in found[:MOST_LINES]:
        by_head[line[f"{kind.lines.parent}_id"]].append(line)
    for one in answer:
        one["lines"] = [_named(kind.lines.columns, line) for line in by_head[one["id"]]]
    if len(found) <= MOST_LINES:
        return len(answer)
    cut = found[MOST_LINES][f"{kind.lines.parent}_id"]
    place = next(place for place, one in enumerate(answer) if one["id"] == cut)
    if place == 0:  # the first alone has more: it comes with what fits
        answer[0]["lines_next"] = found[MOST_LINES - 1]["id"]
        return 1
    return place


def _lines(kind: Kind, companies: list[int], heads: Sequence[Any]) -> QuerySet[Any, Any]:
    assert kind.lines is not None
    parent = f"{kind.lines.parent}_id"
    found = kind.lines.table._default_manager.filter(
        company_id__in=companies, **{f"{parent}__in": [head["id"] for head in heads]}
    )
    if kind.lines.span is not None:
        first, last = kind.lines.span
        found = found.filter(pk__range=(heads[0][first] or 0, heads[0][last] or 0))
    return found.order_by("pk").values(parent, *kind.lines.columns.values())


def _named(shown: dict[str, str], row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[place] for name, place in shown.items()}


def _values(kind: Kind) -> list[str]:
    more = ["company_id"] if kind.owned else []
    return [*dict.fromkeys([*kind.columns.values(), *more, *((kind.lines and kind.lines.span) or ())])]


# ------------------------------------------------------------------------------------------------- what it looks like
def _shown(kind: Kind) -> type[Schema]:
    """Answer the schema of one: with its lines where it has any."""
    parts: dict[str, Any] = {"custom": own.READ} if kind.custom else {}
    if kind.lines is not None:
        lines: Any = list[kind.lines.schema] | None  # type: ignore[name-defined]
        parts |= {
            "lines": (lines, Field(None, description="null where they were not asked for")),
            "lines_next": (int | None, Field(None, description="give it as after of the lines' own address")),
        }
    if not parts:
        return kind.schema
    return create_model(kind.title, __base__=kind.schema, __doc__=kind.schema.__doc__, **parts)


def _page(name: str, row: type[Schema], said: str) -> type[Schema]:
    parts: dict[str, Any] = {"rows": (list[row], ...), "next": (int | None, ...)}  # type: ignore[valid-type]
    return create_model(name, __base__=Schema, __doc__=f"A page of {said}", **parts)


def _limit() -> Any:
    return Annotated[int, Field(ge=1, le=MOST_ROWS)]


def _compared(kind: Kind) -> list[str]:
    """Answer the filters that compare for equality."""
    usual = [name for name in ("state", "kind", "number", "code", "platform_number") if name in kind.columns]
    return [*usual, *(name for name in kind.filters if name not in usual)]


def _filters(kind: Kind) -> type[Schema]:
    by_name = {one.name: one for one in kind.table._meta.concrete_fields}
    parts: dict[str, Any] = {
        "company": (Code | None, Field(None, description="a company's code; needed by whoever works for several")),
        "after": (Key, Field(0, description="the key the page begins after")),
        "limit": (_limit(), 100),
    }
    for name in _compared(kind):
        plain = kind_of(by_name[name]) if name in by_name else int
        narrowed = {str: Code, int: Key}.get(plain, plain)
        parts[name] = (narrowed | None, None)
    if kind.on:
        parts["since"] = (date | None, Field(None, description=f"{kind.on} on this day or later"))
        parts["until"] = (date | None, Field(None, description=f"{kind.on} on this day or earlier"))
    if kind.since:
        said = "touched since this moment; ask with some minutes of overlap, since calls that run are not seen yet"
        parts["changed_since"] = (AwareDatetime | None, Field(None, description=said))
    if kind.lines is not None and kind.lines.inline:
        parts["lines"] = (bool, Field(default=False, description="with the lines of each"))
    return create_model(f"{kind.title}Asked", __base__=Schema, **parts)


def _no_other(request: HttpRequest, schema: type[Schema]) -> None:
    """Refuse a filter nobody knows: a mistyped one would answer everything."""
    if unknown := sorted(set(request.GET) - set(schema.model_fields)):
        raise ValidationError(
            [{"loc": ["query", name], "type": "extra_forbidden", "msg": "unknown"} for name in unknown]
        )


def _said(kind: Kind) -> str:
    said = " ".join((kind.table.__doc__ or "").split())
    return f"{said}\n\nPermission, any of: {', '.join(f'`{name}`' for name in kind.permissions)}."


def _plain(path: str) -> str:
    return path.replace("-", "_")
