"""Alerts: which list is watched, from when on whom it tells, and what it would find now."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.models import Group
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from interlock.core.amounts import ungrouped
from interlock.core.api import Alert, Membership, Refusal, SavedView, User

from .. import words
from ..access import Desk, page
from ..acting import key_of
from ..alerting import BOUND, address, find
from ..keeping_alerts import EVERY, NewAlert, save_alerts
from ..lists import LISTS
from ..navigation import ALERTS
from ..paging import number

MOST = 500


@page(*ALERTS)
def alert_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    found = Alert.objects.filter(company_id=desk.company_id).select_related("user", "role", "owner").order_by("name")
    shown = [{"alert": one, "list": _title(one), "address": address(one.list_code, one.query)} for one in found[:MOST]]
    return render(request, "web/alerts.html", {"alerts": shown})


@page(*ALERTS)
def edit(request: HttpRequest, desk: Desk, alert_id: int = 0) -> HttpResponse:
    """Make or change an alert; ``try`` shows what it would find now and writes nothing."""
    alert = _mine(desk, alert_id) if alert_id else Alert(company_id=desk.company_id, owner_id=desk.user_id, threshold=1)
    if request.method != "POST":
        if not alert_id:
            alert.list_code, alert.query = request.GET.get("list", "orders"), request.GET.get("query", "")[:1000]
        return _form(request, desk, alert)
    fault = _take(request, desk, alert)
    if not fault and request.POST.get("do") == "try":
        return _form(request, desk, alert, tried=find(alert))
    if not fault:
        fault = _save(request, desk, alert)
    if fault:
        messages.error(request, fault, extra_tags="bad")
        return _form(request, desk, alert)
    messages.success(request, _("The alert is saved."), extra_tags="good")
    return redirect("web:alerts")


def _save(request: HttpRequest, desk: Desk, alert: Alert) -> str:
    """Save an alert through the operation that programs use too; answers what it says against it."""
    given = NewAlert(
        name=alert.name, list=alert.list_code, threshold=alert.threshold, query=alert.query, measure=alert.measure,
        every_minutes=alert.every_minutes, user=alert.user.username if alert.user else "",
        role=alert.role.name if alert.role else "", is_active=alert.is_active, alert=alert.pk,
    )  # fmt: skip
    try:
        verdict = save_alerts(
            [1], company=desk.company_id, by=desk.actor, key=key_of(request), alerts={1: given}
        ).verdicts[0]
    except Refusal as refusal:
        return str(words.refusal(refusal.code, refusal.detail))
    if verdict.ok:
        return ""
    if verdict.code == "name_taken":
        return _("There is an alert of this name already.")
    return f"{words.why(verdict.code)}. {words.way_out(verdict.code)}"


def _take(request: HttpRequest, desk: Desk, alert: Alert) -> str:
    """Put what was entered into the alert; answers what is wrong with it, empty for nothing."""
    given = request.POST
    alert.name = given.get("name", "").strip()[:80]
    alert.list_code, alert.measure = given.get("list", ""), given.get("measure", "")
    listing = LISTS.get(alert.list_code)
    if listing is None or not desk.may(*listing.permissions):
        raise Http404
    text = given.get("query", "").strip()
    query = urlsplit(text).query if "?" in text else text
    alert.query = listing.of(desk.company_id).address(QueryDict(query))[:1000]
    alert.is_active = "active" in given
    alert.every_minutes = number(given.get("every")) or 15
    alert.user_id = alert.role_id = None
    kind, _colon, key = given.get("whom", "").partition(":")
    known = {code for code, _name in _whom(desk)}
    if f"{kind}:{key}" in known:
        setattr(alert, f"{kind}_id", int(key))
    try:
        alert.threshold = Decimal(ungrouped(given.get("threshold", ""))).quantize(Decimal("0.01"))
    except InvalidOperation:
        return _("The threshold is a figure.")
    if not 0 < alert.threshold < 10**15:
        return _("The threshold is a figure above zero.")
    if alert.measure == "count" and alert.threshold > BOUND:
        return _("More than 200,000 rows are not counted.")
    if not alert.name or alert.measure not in Alert.Measure.values or alert.every_minutes not in EVERY:
        return _("Name the alert, and choose what it measures and how often.")
    return "" if alert.user_id or alert.role_id else _("Choose whom it tells.")


def _form(request: HttpRequest, desk: Desk, alert: Alert, **more: Any) -> HttpResponse:
    lists = [(code, one.title) for code, one in LISTS.items() if desk.may(*one.permissions)]
    views = SavedView.objects.filter(company_id=desk.company_id, user_id=desk.user_id).order_by("list_code", "name")
    whom = f"user:{alert.user_id}" if alert.user_id else f"role:{alert.role_id}" if alert.role_id else ""
    context = {
        "alert": alert, "lists": lists, "views": views[:MOST], "every": EVERY, "people": _whom(desk), "whom": whom,
        "address": address(alert.list_code, alert.query), "measures": Alert.Measure.choices,
        "has_tried": "tried" in more,
    }  # fmt: skip
    if found := more.get("tried"):
        size = found.count if alert.measure == "count" else found.amount
        context |= {"found": found, "would_tell": size >= alert.threshold}
    return render(request, "web/alert.html", context)


def _whom(desk: Desk) -> list[tuple[str, str]]:
    """Answer whom an alert may tell: the roles and the active people of the company."""
    roles = Group.objects.filter(pk__in=Membership.objects.filter(company_id=desk.company_id).values("role")).order_by(
        "name"
    )
    people = User.objects.filter(memberships__company_id=desk.company_id, is_active=True).distinct()
    found = [(f"role:{role.pk}", role.name) for role in roles]
    return found + [(f"user:{one.pk}", _name(one)) for one in people.order_by("username")[:MOST]]


def _name(user: User) -> str:
    return f"{user.last_name}{user.first_name}".strip() or user.username


def _title(alert: Alert) -> Any:
    listing = LISTS.get(alert.list_code)
    return listing.title if listing else alert.list_code


def _mine(desk: Desk, alert_id: int) -> Alert:
    found = Alert.objects.filter(pk=alert_id, company_id=desk.company_id).first()
    if found is None:
        raise Http404
    return found


@page()
def opened(request: HttpRequest, desk: Desk, alert_id: int) -> HttpResponse:  # noqa: ARG001  every page is told
    """Lead from a notice to the list as the alert filters it."""
    alert = _mine(desk, alert_id)
    return redirect(address(alert.list_code, alert.query) if alert.list_code in LISTS else reverse("web:home"))
