"""Whose desk this is: the signed-in user, the company they look at, and what they may do there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from interlock.core.api import Actor, Scope, actor_of
from interlock.core.sql import rows

from . import limits
from .queries import shell

DOOR = "web"


@dataclass
class Desk:
    """One request's view of the world: nothing of a company outside ``companies`` is ever shown."""

    actor: Actor
    companies: list[Any]
    company: Any

    @property
    def company_id(self) -> int:
        return int(self.company.id)

    @property
    def user_id(self) -> int:
        """Answer who signed in."""
        assert self.actor.user_id is not None, "a page is a person's"
        return self.actor.user_id

    def may(self, *permissions: str) -> bool:
        """Say whether one of these permissions is held in the company looked at."""
        return self.company is not None and any(self.actor.may(name, self.company_id) for name in permissions)

    def opens(self, page: str, permissions: Sequence[str]) -> bool:
        """Say whether a page opens here: one of its permissions is held, and what is seen of the company covers it."""
        return (not permissions or self.may(*permissions)) and limits.open_page(self.actor, self.company_id, page)

    @property
    def scope(self) -> Scope | None:
        """Answer what of the company looked at is seen, None for all of it."""
        return self.actor.scope(self.company_id) if self.company is not None else None

    @property
    def menus(self) -> Sequence[Mapping[str, int | None]]:
        """Answer the menus of one's roles in the company looked at, nothing where none differs from the usual."""
        return self.actor.menus.get(self.company_id, ())

    def sit(self, company_id: int) -> None:
        """Look at another company of the user's; one that is not theirs does not exist."""
        for company in self.companies:
            if company.id == company_id:
                self.company = company
                return
        raise Http404

    def actor_for(self, door: str) -> Actor:
        return replace(self.actor, door=door)


def desk_of(request: HttpRequest) -> Desk | None:
    """Answer the desk of a request, made once; None for a visitor."""
    known = getattr(request, "desk", None)
    if known is not None or not getattr(request, "user", None) or not request.user.is_authenticated:
        return known
    actor = actor_of(request.user, DOOR)
    companies = rows(shell.SQL["companies"], ids=actor.companies(), user=actor.user_id)
    wanted = request.session.get("company") or request.user.company_id
    company = next((c for c in companies if c.id == wanted), companies[0] if companies else None)
    request.desk = Desk(actor, companies, company)  # type: ignore[attr-defined]
    return request.desk  # type: ignore[attr-defined]


def page(*permissions: str) -> Callable[..., Any]:
    """Make a view of a page: signed in, a company chosen, and one of these permissions held there."""

    def wrap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            desk = desk_of(request)
            if desk is None or desk.company is None:
                raise PermissionDenied
            if permissions:
                require(desk, *permissions)
            if desk.actor.scopes and (answer := _narrow(request, desk, kwargs)) is not None:
                return answer
            return view(request, desk, *args, **kwargs)

        guarded.permissions = permissions  # type: ignore[attr-defined]  # read by the matrix of rights
        return guarded

    return wrap


def _narrow(request: HttpRequest, desk: Desk, named: dict[str, Any]) -> HttpResponse | None:
    """Keep people who see only a part to their pages and documents, and partners to theirs."""
    match = request.resolver_match
    name = match.url_name or "" if match is not None else ""
    key = next((value for value in named.values() if isinstance(value, int)), None)
    if not limits.seen_document(desk.actor, name, key):
        raise Http404
    if desk.actor.partner and name not in limits.PARTNER | limits.SAFETY:
        if name == "home":
            return redirect("web:partner")
        raise PermissionDenied
    if key is None and not limits.open_page(desk.actor, desk.company_id, name):
        raise PermissionDenied
    if key is not None and name not in limits.PAGES and not limits.open_page(desk.actor, desk.company_id, name):
        raise PermissionDenied
    return None


def require(desk: Desk, *permissions: str) -> None:
    """Refuse the page when the company looked at grants none of these."""
    if not desk.may(*permissions):
        raise PermissionDenied


def open_document(request: HttpRequest, desk: Desk, company_id: int | None, *permissions: str) -> None:
    """Sit down in the document's company; a document of a company that is not the user's does not exist (404)."""
    if company_id is None:
        raise Http404
    if company_id != desk.company_id:
        desk.sit(company_id)
        request.session["company"] = company_id
    match = request.resolver_match
    if desk.actor.scopes and match and not limits.open_page(desk.actor, company_id, match.url_name or ""):
        raise Http404
    require(desk, *permissions)
