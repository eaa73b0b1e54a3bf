"""A person's own safety: password, sessions, second factor; for administrators who is locked out, and lost factors."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import PasswordChangeView
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from interlock.core.api import Membership, User, locks, write_login

from ..access import Desk, page
from ..signing_in.caller import caller_of
from ..signing_in.sessions import end_others

MANAGE = "core.manage_sign_ins"


def recovery_codes_left(user: int) -> int | None:
    """Answer how many recovery codes of a person are not used yet; None without any."""
    kept = Authenticator.objects.filter(user_id=user, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(RecoveryCodes(kept).get_unused_codes()) if kept else None


class ChangePassword(PasswordChangeView):
    """Change one's password; every other session ends."""

    template_name = "web/password.html"

    def get_success_url(self) -> str:
        return reverse("web:partner" if getattr(self.request.user, "partner", "") else "web:tokens")

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        end_others(self.request)
        user = self.request.user
        write_login("password_changed", user.get_username(), caller_of(self.request), user=user.pk)
        said = _("The password is changed. Your other sessions are ended.")
        messages.success(self.request, said, extra_tags="good")
        return response


@require_POST
@page()
def end_other_sessions(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Sign out everywhere else."""
    ended = end_others(request)
    write_login("sessions_ended", request.user.get_username(), caller_of(request), user=desk.user_id)
    said = ngettext("%(number)s other session is ended.", "%(number)s other sessions are ended.", ended)
    messages.success(request, said % {"number": ended}, extra_tags="good")
    return redirect("web:partner" if desk.actor.partner else "web:tokens")


def locked_now(desk: Desk) -> list[Any]:
    """Answer the locks a manager of sign-ins sees: of people of the company, and of names nobody has."""
    found = locks(settings.AXES_FAILURE_LIMIT, settings.AXES_COOLOFF_TIME)
    return [row for row in found if _in_reach(desk, row.username)]


def _in_reach(desk: Desk, name: str) -> bool:
    """Say whether a name is of the company looked at, or nobody's; administrators reach everybody."""
    if desk.actor.grants is None:
        return True
    user = User.objects.filter(username=name).first()
    if user is None:
        return True
    return not user.is_superuser and Membership.objects.filter(user=user, company_id=desk.company_id).exists()


@require_POST
@page(MANAGE)
def unlock(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Let a name try again at an address."""
    name, address = request.POST.get("name", ""), request.POST.get("address", "")
    found = [row for row in locked_now(desk) if row.username == name and row.address == address]
    if not found:
        messages.info(request, _("This name is not locked out there."))
        return redirect("web:logins")
    AccessAttempt.objects.filter(id__in=found[0].attempts).delete()
    user = User.objects.filter(username=name).first()
    write_login("unlocked", name, caller_of(request), user=user.pk if user else None, by=desk.user_id)
    messages.success(request, _("The name may try again."), extra_tags="good")
    return redirect("web:logins")


@require_POST
@page(MANAGE)
def take_factor_away(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take away a person's second factor whose phone is lost; where one is asked for they set up a new one."""
    name = request.POST.get("name", "").strip()
    user = User.objects.filter(username=name).first()
    if user is None or not Authenticator.objects.filter(user=user).exists():
        messages.error(request, _("Nobody of this name has a second factor."), extra_tags="bad")
        return redirect("web:logins")
    if not _in_reach(desk, name):
        raise PermissionDenied
    Authenticator.objects.filter(user=user).delete()
    write_login("factor_off", name, caller_of(request), user=user.pk, by=desk.user_id)
    messages.success(request, _("The second factor is taken away."), extra_tags="good")
    return redirect("web:logins")
