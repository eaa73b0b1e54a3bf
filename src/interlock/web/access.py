"""Whose desk this is: the signed-in user, the company they look at, and what they may do there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from interlock.core.api import Actor, actor_of
from interlock.core.sql import rows

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

    def sit(self, company_id: int) -> None:
        """Look at another company of the user's; one that is not theirs does not exist."""
        for company in self.companies:
            if company.id == company_id:
                self.company = company
                return
        raise Http404

    def actor_for(self, door: str) -> Actor:
        return Actor(self.actor.user_id, self.actor.name, door, self.actor.grants)


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
            return view(request, desk, *args, **kwargs)

        return guarded

    return wrap


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
    require(desk, *permissions)
