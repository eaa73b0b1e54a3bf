"""Exceptions: what has gone on too long, by the person who answers for it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from interlock.core.sql import rows

from ..access import Desk, page, require
from ..acting import act, back_to, ids_of
from ..exceptions import BY_CODE, KINDS, Kind, together
from ..navigation import DELIVERIES, EXCEPTIONS, ORDERS
from ..queries import changes
from ..queries import exceptions as queries
from .orders import today

SIZE = 200
#: How far back cancelled orders are counted by their reasons.
COUNTED = timedelta(days=30)


@page(*EXCEPTIONS)
def exception_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show every kind this person may see, each by owner, nobody's first; ``mine`` keeps one's own."""
    mine = request.GET.get("mine") == "1"
    wanted: dict[str, Any] = {
        "company": desk.company_id,
        "owner": desk.actor.user_id if mine else None,
        "ids": None,
        "today": today(desk),
        "now": timezone.now(),
        "size": SIZE,
    }
    ways = {kind.code: kind.seen_by(desk.scope) for kind in KINDS if desk.may(*kind.permissions)}
    seen = [kind for kind in KINDS if ways.get(kind.code)]
    found = _found(desk, [kind.code for kind in seen], ways, wanted)
    owners = sorted({row.owner_id for each in found.values() for row in each if row.owner_id is not None})
    names = {row.id: row.name for row in rows(queries.SQL["people"], ids=owners)} if owners else {}
    context = {
        "mine": mine,
        "size": SIZE,
        "kinds": [_section(desk, kind, found[kind.code], names) for kind in seen],
        "today": wanted["today"],
        "cancelled": _cancelled(desk, wanted["today"]),
    }
    return render(request, "web/exceptions.html", context)


@require_POST
@page(*EXCEPTIONS)
def do(request: HttpRequest, desk: Desk, kind: str, step: str) -> HttpResponse:
    """Do with the chosen exceptions of a kind what it offers; what could not be done is named with its way out."""
    found = BY_CODE.get(kind)
    chosen = next((one for one in found.acts if one.code == step), None) if found else None
    if found is None or chosen is None or found.seen_by(desk.scope) is None:
        raise Http404
    require(desk, *found.permissions)
    given = chosen.arguments(request.POST, today(desk))
    back = back_to(request, "web:exceptions")
    return act(request, desk, chosen.operation, ids_of(request), back=back, done=chosen.done, **given)


def _section(desk: Desk, kind: Kind, found: list[Any], names: dict[int, str]) -> dict[str, Any]:
    """Answer a kind as the page shows it, with what may be done with those chosen, and on which ids."""
    shown = found[:SIZE]
    acts = [one for one in kind.acts if desk.may(one.operation.permission)] if shown else []
    worked: dict[int, int] = {}
    if acts and kind.acts_on is not None:
        asked = rows(kind.acts_on, company=desk.company_id, ids=[row.id for row in shown])
        worked = {row.id: row.act_id for row in asked}
    groups = _groups(shown, names)
    for group in groups:
        group["rows"] = [(row, worked.get(row.id, row.id)) for row in group["rows"]]
    return {"kind": kind, "count": len(found), "groups": groups, "acts": acts}


def _found(desk: Desk, codes: list[str], ways: dict[str, Any], wanted: dict[str, Any]) -> dict[str, list[Any]]:
    """Answer what is found of each kind: all in one statement, but for who sees a part, whose limits differ by kind."""
    if desk.scope is not None or not codes:
        return {code: rows(ways[code][0], **wanted, **ways[code][1]) for code in codes}
    found: dict[str, list[Any]] = {code: [] for code in codes}
    for row in rows(together(tuple(codes)), **wanted):
        found[row.code].append(row)
    return found


def _cancelled(desk: Desk, on: date) -> list[Any] | None:
    """Count cancelled orders by reason, over the whole company, so not for who sees a part, or no orders."""
    if desk.scope is not None or not desk.may(*ORDERS, *DELIVERIES):
        return None
    return rows(changes.SQL["cancelled_by_reason"], company=desk.company_id, since=on - COUNTED)


def _groups(found: list[Any], names: dict[int, str]) -> list[dict[str, Any]]:
    """Group what was found by its owner; what nobody answers for comes first."""
    owners = sorted({row.owner_id for row in found}, key=lambda owner: names.get(owner, "") if owner else "")
    return [
        {"owner": names.get(owner, ""), "rows": [row for row in found if row.owner_id == owner]} for owner in owners
    ]
