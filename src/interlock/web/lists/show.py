"""The page of a list: one page by key, bounded totals, filters, columns, saved views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from interlock.core.api import scopes
from interlock.core.sql import rows

from .. import paging
from ..access import Desk
from ..paging import before, page_of
from ..queries import lists as queries
from ..queries import shell
from .declared import Asked, Filter, Listing

#: How far the totals of a list go when they are asked for.
FAR = 200_000


@dataclass(frozen=True)
class Field:
    """A filter as the form shows it: what was asked, and what may be."""

    filter: Filter
    text: str
    options: list[tuple[str, Any]]


def show(
    request: HttpRequest,
    desk: Desk,
    listing: Listing,
    more: Callable[[Asked], dict[str, Any]] | None = None,
    *,
    template: str,
) -> HttpResponse:
    """Answer the page of a list; without any question it opens with the person's default view."""
    views = rows(queries.SQL["views"], company=desk.company_id, user=desk.actor.user_id, list=listing.code)
    if not request.GET and (chosen := next((view for view in views if view.is_default), None)):
        return redirect(f"{request.path}?{view_address(chosen)}")
    company = desk.company_id
    listing = listing.of(company)
    asked = listing.read(request.GET, desk.actor)
    found = asked.found(company, before=before(request), size=paging.SIZE + 1)
    page = page_of(request, found, size=paging.SIZE)
    page.rows = asked.rows(company, [row.id for row in page.rows])
    bound = FAR if request.GET.get("totals") else shell.BOUND
    fields = [_field(one, request.GET, desk) for one in listing.filters if one.kind != "hidden"]
    context = {
        "listing": listing,
        "page": page,
        "totals": asked.totals(company, bound),
        "bound": bound,
        "far": bound == FAR,
        "wanted": asked.wanted,
        "columns": asked.columns,
        "fields": fields,
        "rare": any(field.filter.place == "rare" and field.text for field in fields),
        "has_rare": any(field.filter.place == "rare" for field in fields),
        "hidden": [
            (one.code, request.GET[one.code])
            for one in listing.filters
            if one.kind == "hidden" and asked.wanted[one.name] is not None
        ],
        "address": listing.address(request.GET),
        "kept": [(name, text) for name, text in QueryDict(listing.address(request.GET)).items() if name != "columns"],
        "views": views,
        "view": next((view for view in views if str(view.id) == request.GET.get("view")), None),
        "key": uuid4(),
    }
    return render(request, template, context | (more(asked) if more else {}))


def view_address(view: Any) -> str:
    """Answer the address of a saved view; it names itself, so that the page knows it."""
    return f"{view.query}&view={view.id}" if view.query else f"view={view.id}"


def _field(one: Filter, query: QueryDict, desk: Desk) -> Field:
    options: list[tuple[str, Any]] = []
    if one.kind == "choice":
        options = [(code, one.word(code)) for code in one.choices]
    if one.options is not None:
        takes = {"company": desk.company_id} if "%(company)s" in one.options.text else {}
        offered = rows(one.options, **takes)
        if one.model:
            offered = scopes.seen(one.model, desk.company_id, desk.scope, offered)
        options = [(str(row.id), _name(row)) for row in offered]
    value = one.read(query.get(one.code, ""))
    return Field(one, "" if value is None else str(value), options)


def _name(row: Any) -> str:
    from .cells import name

    return row.name if hasattr(row, "name") else name(row)
