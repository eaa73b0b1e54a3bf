"""Conflicts of duties: the matrix as data, who holds both sides today, and why."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from interlock.core.api import DutyConflict, duties, explain_conflicts, may_everywhere
from interlock.core.sql import rows

from .. import words_rights
from ..access import Desk, page
from ..acting import act, ids_of
from ..navigation import DUTIES
from ..paging import day, number
from ..queries import rights as queries
from .rights import changes_of


@page(*DUTIES)
def duty_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show present conflicts of the company with their reasons, and the matrix."""
    matrix, sets = duties.held(desk.company_id)
    found = duties.clashes(matrix, sets, desk.company_id)
    people = {row.id: row.person for row in rows(queries.SQL["persons"], ids=sorted({one.user for one in found}))}
    roles = {
        row.id: words_rights.named(row)
        for row in rows(duties.SQL["names"], ids=sorted({role for one in found for role in one.roles}))
    }
    titles = {right.name: right.title for group in words_rights.rights() for right in (*group["acts"], *group["keeps"])}
    context = {
        "clashes": [
            {"clash": one, "person": people.get(one.user, ""), "roles": [roles[role] for role in one.roles],
             "own": one.user == desk.actor.user_id}
            for one in found
        ],
        "open": sum(not one.reason for one in found),
        "matrix": [
            {"pair": one, "first": titles.get(one.first, one.first), "second": titles.get(one.second, one.second)}
            for one in matrix
        ],
        "titles": sorted(titles.items(), key=lambda one: one[1]),
        "keeps": desk.may("core.keep_duties"),
        "keeps_matrix": may_everywhere(desk.actor, "core.keep_duties"),
        "changes": changes_of(rows(queries.SQL["matrix_changes"])),
        "key": uuid4(),
    }  # fmt: skip
    return render(request, "web/duties.html", context)


@require_POST
@page("core.keep_duties")
def explain(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Name why a person holds both, and until when."""
    until = day(request.POST.get("until"))
    reason = request.POST.get("reason", "").strip()
    if not reason or until is None:
        messages.warning(request, _("Name the reason together with the day it ends."), extra_tags="warn")
        return redirect("web:duties")
    return act(
        request, desk, explain_conflicts, ids_of(request), back="/duties/", reason=reason, until=until,
        conflict=number(request.POST.get("conflict")) or 0, done=lambda _number: _("The conflict is explained."),
    )  # fmt: skip


@require_POST
@page("core.keep_duties")
def pairs(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Keep the matrix: take in the shipped pairs, add one, change how severe one is, take one away."""
    if not may_everywhere(desk.actor, "core.keep_duties"):
        messages.error(request, _("The matrix is the whole group's. Ask an administrator."), extra_tags="bad")
        return redirect("web:duties")
    do = request.POST.get("do", "")
    chosen = DutyConflict.objects.filter(pk=number(request.POST.get("pair")) or 0).first()
    by: dict[str, Any] = {"company": desk.company_id, "by": desk.actor}
    if do == "ship":
        made = duties.ship_defaults(**by)
        said = ngettext("%(number)s pair added.", "%(number)s pairs added.", made) % {"number": made}
    elif do == "severity" and request.POST.get("severity") in DutyConflict.Severity.values:
        changed = duties.weigh_pair(chosen, request.POST["severity"], **by)
        said = _("The pair is changed.") if changed else _("Nothing was entered.")
    elif do == "remove":
        said = _("The pair is taken away.") if duties.remove_pair(chosen, **by) else _("Nothing was entered.")
    elif do == "add" and (pair := _new_pair(request)) is not None:
        duties.add_pair(pair, **by)
        said = _("The pair is added.")
    else:
        messages.warning(request, _("Name two different permissions and what they are together."), extra_tags="warn")
        return redirect("web:duties")
    messages.success(request, said, extra_tags="good")
    return redirect("web:duties")


def _new_pair(request: HttpRequest) -> DutyConflict | None:
    known = {right.name for group in words_rights.rights() for right in (*group["acts"], *group["keeps"])}
    first, second = sorted((request.POST.get("first", ""), request.POST.get("second", "")))
    english, chinese = (request.POST.get(name, "").strip()[:120] for name in ("name_en", "name_zh"))
    taken = DutyConflict.objects.filter(first=first, second=second).exists()
    if first == second or not {first, second} <= known or not english or not chinese or taken:
        return None
    severity = request.POST.get("severity", "reason")
    return DutyConflict(
        first=first, second=second, name_en=english, name_zh=chinese,
        severity=severity if severity in DutyConflict.Severity.values else "reason",
    )  # fmt: skip
