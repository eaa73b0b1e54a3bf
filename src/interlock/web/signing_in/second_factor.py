"""Middleware: who must show a second factor and has none sets it up before anything else."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ..access import desk_of
from .sessions import note_seen

#: What may be seen before: setting it up, leaving, choosing a language, and what has no person at all.
OPEN = ("/second-factor/", "/sign-in/", "/sign-out/", "/language/", "/password/again/", "/healthz", "/metrics", "/o/")


class SecondFactor:
    """Lead there from every page and interface of a session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "sessionid" in request.COOKIES and not request.path.startswith(OPEN):
            desk = desk_of(request)
            if desk is not None and any(company.needs_second_factor for company in desk.companies):
                if request.path.startswith("/api/"):
                    from ..api.problems import problem

                    return problem(403, "second_factor_missing")
                return redirect("mfa_activate_totp")
            if desk is not None:
                note_seen(request)
        return self.get_response(request)
