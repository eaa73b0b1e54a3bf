"""Sign-in and sign-out, and the switches of the shell: company and language."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.conf import settings
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import activate, gettext
from django.views.decorators.http import require_POST

from interlock.core.api import locked_until

from ..access import Desk, page
from ..signing_in.address import address_of
from ..signing_in.settings import OIDC_PROVIDER


def _safe(request: HttpRequest, address: str | None) -> str:
    if address and url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure()):
        return address
    return "/"


def _remember(response: HttpResponse, language: str) -> HttpResponse:
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=365 * 86_400, samesite="Lax")
    return response


class SignIn(LoginView):
    """Sign a person in and speak their language, unless they chose one at the door.

    The password is the first step; whoever has a second factor shows it next, before a session begins.
    """

    template_name = "web/sign_in.html"
    redirect_authenticated_user = True

    def form_valid(self, form: Any) -> HttpResponse:
        user = form.get_user()
        record_authentication(self.request, user, "password", username=user.get_username(), reauthenticated=True)
        response = perform_login(self.request, Login(user=user, redirect_url=self.get_success_url()))
        if settings.LANGUAGE_COOKIE_NAME not in self.request.COOKIES:
            _remember(response, user.language)
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        name = str(form.data.get("username", ""))[:150]
        limit, cool_off = settings.AXES_FAILURE_LIMIT, settings.AXES_COOLOFF_TIME
        until = locked_until(name, address_of(self.request), limit, cool_off)
        status = 429 if until else 200
        return self.render_to_response(self.get_context_data(form=form, locked_until=until), status=status)

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        offered = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
        other = {"name": offered[0]["name"], "id": OIDC_PROVIDER} if offered else None
        return super().get_context_data(other=other, **given)


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
