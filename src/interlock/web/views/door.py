"""Sign-in and sign-out, and the switches of the shell: company and language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import activate, gettext
from django.views.decorators.http import require_POST

from ..access import Desk, page
from .tokens import remember_sign_in


def _safe(request: HttpRequest, address: str | None) -> str:
    if address and url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure()):
        return address
    return "/"


def _remember(response: HttpResponse, language: str) -> HttpResponse:
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=365 * 86_400, samesite="Lax")
    return response


class SignIn(LoginView):
    """Sign a person in and speak their language, unless they chose one at the door."""

    template_name = "web/sign_in.html"
    redirect_authenticated_user = True

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        remember_sign_in(self.request)
        if settings.LANGUAGE_COOKIE_NAME not in self.request.COOKIES:
            _remember(response, self.request.user.language)  # type: ignore[union-attr]
        return response


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Speak another language from now on, on this device and at the next sign-in."""
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest(gettext("This language is not offered."))
    if request.user.is_authenticated and request.user.language != language:
        request.user.language = language
        request.user.save(update_fields=["language"])
    activate(language)
    return _remember(HttpResponseRedirect(_safe(request, request.POST.get("next"))), language)


@require_POST
@page()
def choose_company(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Look at another of the user's companies, from the home page on."""
    wanted = request.POST.get("company", "")
    desk.sit(int(wanted) if wanted.isdecimal() else 0)
    request.session["company"] = desk.company_id
    return redirect("web:home")
