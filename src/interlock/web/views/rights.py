"""Roles and people: what a role allows, who holds it where and when, what limits them; every change is shown."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import (
    NewRole,
    Refusal,
    change_roles,
    duties,
    give_roles,
    limit_people,
    limit_roles,
    make_roles,
    scopes,
    take_roles,
)
from interlock.core.sql import rows

from .. import words, words_rights
from ..access import Desk, page
from ..acting import act, ids_of, key_of, show_outcome
from ..navigation import GROUPS, PEOPLE, ROLES
from ..paging import SIZE, day, number
from ..queries import deliveries, orders
from ..queries import rights as queries
from .orders import today

#: The choices of each dimension that names ids.
CHOICES = {
    "department": queries.SQL["departments"],
    "shop": orders.SQL["shops"],
    "warehouse": deliveries.SQL["warehouses"],
    "party": queries.SQL["parties"],
}


@page(*ROLES)
def role_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    found = rows(queries.SQL["roles"], company=desk.company_id, today=today(desk))
    return render(request, "web/roles.html", {"roles": found, "key": uuid4(), "keeps": desk.may("core.keep_roles")})


@require_POST
@page(*ROLES)
def new_role(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Make a role, empty or as a copy, and open it."""
    wanted = NewRole(
        request.POST.get("name_en", "")[:120], request.POST.get("name_zh", "")[:120], number(request.POST.get("copy"))
    )
    try:
        outcome = make_roles([1], company=desk.company_id, by=desk.actor, key=key_of(request), roles={1: wanted})
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:roles")
    if outcome.rejected:
        return show_outcome(request, desk, outcome, back=reverse("web:roles"))
    made = outcome.verdicts[0].detail.get("role")
    return redirect("web:role", made) if made else redirect("web:roles")


@page(*ROLES)
def role(request: HttpRequest, desk: Desk, role_id: int) -> HttpResponse:
    found = rows(queries.SQL["role"], id=role_id)
    if not found:
        raise Http404
    shown = found[0]
    held = frozenset(shown.permissions)
    context = {
        "role": shown,
        "held": held,
        "rights": words_rights.rights(),
        "own": _own(desk),
        "members": rows(queries.SQL["members"], company=desk.company_id, role=role_id),
        "menu": _menu(shown.menu),
        "limits": _limits(desk, None, role_id),
        "changes": _changes(desk, "role", role_id),
        "tab": request.GET.get("tab", "rights"),
        "keeps": desk.may("core.keep_roles"),
        "gives": desk.may("core.keep_people"),
        "key": uuid4(),
    }
    return render(request, "web/role.html", context)


@require_POST
@page(*ROLES)
def save_role(request: HttpRequest, desk: Desk, role_id: int) -> HttpResponse:
    """Take what the form says a role allows, is called and shows; what its page does not show stays allowed."""
    found = rows(queries.SQL["role"], id=role_id)
    if not found:
        raise Http404
    given: dict[str, Any] = {"permissions": sorted(found[0].permissions)}
    if "rights" in request.POST:
        shown = {right.name for group in words_rights.rights() for right in (*group["acts"], *group["keeps"])}
        chosen = shown.intersection(request.POST.getlist("permission"))
        given["permissions"] = sorted(chosen | (set(found[0].permissions) - shown))
        given |= {name: request.POST.get(name, "").strip()[:120] for name in ("name_en", "name_zh")}
    if "menu" in request.POST:
        given["menu"] = _asked_menu(request)
    back = reverse("web:role", args=[role_id]) + ("?tab=menu" if "menu" in request.POST else "")
    done = lambda _number: _("The role is changed; its members hold it from their next click.")  # noqa: E731
    return act(request, desk, change_roles, [role_id], back=back, done=done, **given)


@page(*PEOPLE)
def people(request: HttpRequest, desk: Desk) -> HttpResponse:
    term = request.GET.get("q", "").strip()[:64]
    found = rows(
        queries.SQL["people"], company=desk.company_id, term=f"%{term}%" if term else None,
        after=request.GET.get("after") or None, size=SIZE + 1,
    )  # fmt: skip
    more = found[SIZE - 1].username if len(found) > SIZE else ""
    return render(request, "web/people.html", {"people": found[:SIZE], "more": more, "q": term})


@page(*PEOPLE)
def person(request: HttpRequest, desk: Desk, user_id: int) -> HttpResponse:
    found = rows(queries.SQL["person"], company=desk.company_id, id=user_id)
    if not found:
        raise Http404
    allowed = {
        row.permission: row
        for row in rows(queries.SQL["allowed"], company=desk.company_id, user=user_id, today=today(desk))
    }
    matrix, sets = duties.held(desk.company_id, [user_id])
    context = {
        "person": found[0],
        "held": rows(queries.SQL["held"], user=user_id, companies=[one.id for one in desk.companies]),
        "roles": rows(queries.SQL["roles"], company=desk.company_id, today=today(desk)),
        "rights": words_rights.rights(),
        "allowed": allowed,
        "limits": _limits(desk, user_id, None),
        "clashes": duties.clashes(matrix, sets, desk.company_id),
        "changes": _changes(desk, "person", user_id),
        "tab": request.GET.get("tab", "roles"),
        "gives": desk.may("core.keep_people"),
        "key": uuid4(),
    }
    return render(request, "web/person.html", context)


@require_POST
@page(*PEOPLE)
def give(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Give a role to people, on days, with the reason of a conflict where there is one."""
    return act(
        request, desk, give_roles, ids_of(request), back=_back(request), role=number(request.POST.get("role")) or 0,
        first=day(request.POST.get("first")), last=day(request.POST.get("last")),
        reason=request.POST.get("reason", "").strip(), until=day(request.POST.get("until")),
        done=lambda _number: _("The role is given."),
    )  # fmt: skip


@require_POST
@page(*PEOPLE)
def take(request: HttpRequest, desk: Desk) -> HttpResponse:
    wanted = number(request.POST.get("role")) or 0
    done = lambda _number: _("The role is taken away.")  # noqa: E731
    return act(request, desk, take_roles, ids_of(request), back=_back(request), role=wanted, done=done)


@require_POST
@page(*PEOPLE, *ROLES)
def limit(request: HttpRequest, desk: Desk, whose: str) -> HttpResponse:
    """Limit what a person, or everybody with a role, sees; a dimension that is not ticked does not limit."""
    wanted = {
        name: [int(one) for one in request.POST.getlist(name) if one.isdecimal()]
        for name in scopes.DIMENSIONS
        if f"on-{name}" in request.POST
    }
    operation = limit_roles if whose == "role" else limit_people
    done = lambda _number: _("The limits hold from the next click.")  # noqa: E731
    return act(request, desk, operation, ids_of(request), back=_back(request), limits=wanted, done=done)


def _back(request: HttpRequest) -> str:
    """Go back to the person or the role the form stood on."""
    to, key = request.POST.get("to", ""), number(request.POST.get("of")) or 0
    tab = request.POST.get("tab", "")
    if to not in {"role", "person"}:
        return reverse("web:people")
    return reverse(f"web:{to}", args=[key]) + (f"?tab={tab}" if tab.isalpha() else "")


def _own(desk: Desk) -> frozenset[str] | None:
    """Answer what one may give: what one holds, None for everything."""
    grants = desk.actor.grants
    return None if grants is None else grants.get(desk.company_id, frozenset())


def _limits(desk: Desk, user: int | None, role: int | None) -> list[dict[str, Any]]:
    """Answer every dimension with what may be chosen of it and what is."""
    now = {
        row.dimension: set(row.ids)
        for row in rows(queries.SQL["limits"], company=desk.company_id, user=user, role=role)
    }
    shown = []
    for name, title in words_rights.DIMENSIONS.items():
        block = CHOICES.get(name)
        takes: dict[str, Any] = {"term": None} if name == "party" else {"company": desk.company_id}
        options = rows(block, **takes) if block else []
        shown.append({"code": name, "title": title, "options": options, "on": name in now, "ids": now.get(name, set())})
    return shown


def _menu(menu: dict[str, int | None]) -> list[dict[str, Any]]:
    """Answer every page of the navigation with its place in a role's menu."""
    shown = []
    for title, links in GROUPS:
        for place, link in enumerate(links, start=1):
            kept = menu.get(link.url, place)
            shown.append(
                {"group": title, "title": link.title, "url": link.url, "place": kept, "hidden": kept is None,
                 "usual": place}
            )  # fmt: skip
    return shown


def _asked_menu(request: HttpRequest) -> dict[str, int | None]:
    """Answer what differs from the usual menu."""
    menu: dict[str, int | None] = {}
    for entry in _menu({}):
        if request.POST.get(f"hide-{entry['url']}"):
            menu[entry["url"]] = None
        elif (place := number(request.POST.get(f"place-{entry['url']}"))) and place != entry["usual"]:
            menu[entry["url"]] = min(place, 999)
    return menu


def _changes(desk: Desk, subject: str, key: int) -> list[dict[str, Any]]:
    return changes_of(rows(queries.SQL["changes"], company=desk.company_id, subject=subject, id=key))


def changes_of(found: list[Any]) -> list[dict[str, Any]]:
    """Answer changes of rights in words."""
    ids = sorted({entry["role"] for row in found for entry in (row.before, row.after) if "role" in entry})
    names = {row.id: row for row in rows(duties.SQL["names"], ids=ids)} if ids else {}
    return [
        {
            "row": row,
            "what": words_rights.CHANGES.get(row.what, row.what),
            "before": _told(row.before, names),
            "after": _told(row.after, names),
        }
        for row in found
    ]


def _told(entry: dict[str, Any], names: dict[int, Any]) -> str:
    """Say in a line what one side of a change holds."""
    parts = []
    for name, value in entry.items():
        if value in (None, "", [], {}):
            continue
        if name == "role" and value in names:
            parts.append(words_rights.named(names[value]))
        elif isinstance(value, list):
            parts.append(f"{words_rights.SIDES.get(name, name)}: {', '.join(str(one) for one in value)}")
        else:
            parts.append(f"{words_rights.SIDES.get(name, name)}: {value}")
    return " · ".join(parts)
