"""A person's ways in besides the sign-in page: tokens of programs, open sessions; for administrators all tokens."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import Permission
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import ApiToken, TokenScope, make_token, revoke_tokens, second_factor_of

from ..access import Desk, page
from ..paging import number
from ..signing_in.sessions import mark, own_sessions
from .security import recovery_codes_left

DAYS = (7, 30, 90, 180, 365)
MOST_TOKENS, MOST_SHOWN = 50, 200
MANAGE = "core.manage_tokens"


@page()
def token_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show a person's own tokens and sessions."""
    return _own_page(request, desk)


def _own_page(request: HttpRequest, desk: Desk, fresh: str = "") -> HttpResponse:
    """Show the page; ``fresh`` is the text of a token just made, which is kept nowhere and so shown in the answer."""
    own = ApiToken.objects.filter(user=request.user.pk).order_by("-id")[:MOST_SHOWN]
    answer = render(
        request,
        "web/tokens.html",
        {
            "fresh": fresh,
            "tokens": [_shown(token, desk) for token in own],
            "days": DAYS,
            "permissions": _permissions(desk),
            "sessions": _sessions(request),
            "manages": desk.opens("tokens-all", (MANAGE,)),
            "factor": second_factor_of(desk.user_id),
            "codes_left": recovery_codes_left(desk.user_id),
        },
    )
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
@page()
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Make a token for the person at the desk."""
    name = request.POST.get("name", "").strip()[:80]
    days = number(request.POST.get("days")) or 0
    scope = request.POST.get("scope")
    held = {name for name, _title in _permissions(desk)}
    if scope == "read":
        chosen = {permission for permission in held if permission.partition(".")[2].startswith("view_")}
    else:
        chosen = held.intersection(request.POST.getlist("permission"))
    companies = [c.id for c in desk.companies if str(c.id) in request.POST.getlist("company")]
    if not name or days not in DAYS or (scope != "all" and not chosen):
        messages.error(request, _("Name the token, and choose what it may do and how long."), extra_tags="bad")
        return redirect("web:tokens")
    good = ApiToken.objects.filter(user=request.user.pk, revoked_at=None, expires_at__gt=timezone.now())
    if good.count() >= MOST_TOKENS:
        messages.error(request, _("There are too many tokens. Revoke those nobody uses."), extra_tags="bad")
        return redirect("web:tokens")
    wanted = TokenScope([] if scope == "all" else sorted(chosen), companies)
    _token, text = make_token(request.user, name, timezone.now() + timedelta(days=days), wanted)  # type: ignore[arg-type]
    return _own_page(request, desk, text)


@require_POST
@page()
def revoke(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Revoke a token: one's own, or with the permission for it another's of the company looked at."""
    key = number(request.POST.get("id")) or 0
    back = "web:tokens-all" if request.POST.get("all") else "web:tokens"
    own = ApiToken.objects.filter(pk=key, user=request.user.pk)
    others = _managed(desk).filter(pk=key) if desk.may(MANAGE) else own
    if not own.exists() and not others.exists():
        raise PermissionDenied
    revoke_tokens([key])
    messages.success(request, _("The token is void from now on."), extra_tags="good")
    return redirect(back)


@page(MANAGE)
def all_tokens(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show the tokens of everybody who works in the company looked at."""
    found = list(_managed(desk).select_related("user").order_by("-id")[: MOST_SHOWN + 1])
    shown = [_shown(token, desk) for token in found[:MOST_SHOWN]]
    return render(request, "web/tokens_all.html", {"tokens": shown, "more": len(found) > MOST_SHOWN})


@require_POST
@page()
def end_session(request: HttpRequest, desk: Desk) -> HttpResponse:  # noqa: ARG001 - every page has a desk
    """End another session of one's own."""
    wanted = request.POST.get("session", "")
    ended = [key for key, _data, _until in own_sessions(request) if mark(key) == wanted]
    Session.objects.filter(session_key__in=ended).delete()
    messages.success(request, _("The session is ended."), extra_tags="good")
    return redirect("web:tokens")


def _managed(desk: Desk) -> Any:
    """Answer the tokens an administrator sees: of members of the company, of everybody where they are everywhere's."""
    found = ApiToken.objects.all()
    if desk.actor.grants is None:
        return found
    return found.filter(user__memberships__company_id=desk.company_id, user__is_superuser=False).distinct()


def _shown(token: ApiToken, desk: Desk) -> dict[str, Any]:
    now = timezone.now()
    state = "revoked" if token.revoked_at else "expired" if token.expires_at <= now else "good"
    names = [company.code for company in desk.companies if company.id in token.companies]
    return {"token": token, "state": state, "companies": names, "count": len(token.permissions)}


def _permissions(desk: Desk) -> list[tuple[str, str]]:
    """Answer the permissions the person holds in any company, with what they allow."""
    found = Permission.objects.select_related("content_type").order_by("content_type__app_label", "codename")
    named = [(f"{one.content_type.app_label}.{one.codename}", _(one.name)) for one in found]
    if desk.actor.grants is None:
        return named
    held = frozenset().union(*desk.actor.grants.values())
    return [one for one in named if one[0] in held]


def _sessions(request: HttpRequest) -> list[dict[str, Any]]:
    shown = []
    for key, data, until in own_sessions(request)[:MOST_SHOWN]:
        began = data.get("signed_in", {})
        moment = datetime.fromisoformat(began["at"]).astimezone(UTC) if "at" in began else None
        shown.append(
            {"mark": mark(key), "here": key == request.session.session_key, "until": until, "at": moment,
             "seen": datetime.fromisoformat(began["seen"]) if "seen" in began else moment,
             "from": began.get("from", ""), "with": began.get("with", "")}
        )  # fmt: skip
    return shown
