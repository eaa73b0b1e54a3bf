"""What the worker does about alerts: asks each list whose time has come, under its owner's rights, and tells people."""

from __future__ import annotations

import logging
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.db import OperationalError
from django.http import QueryDict
from django.urls import reverse
from procrastinate.contrib.django import app

from interlock.core.alerts import Finding, due_alerts, raise_alerts, tried
from interlock.core.api import Alert, actor_of, alone, system_actor

from .lists import LISTS
from .queries import shell

ALERT = "web.alert"
#: How far a list is read; more is said as more.
BOUND = 200_000
log = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(name=ALERT, queueing_lock=ALERT)
def alert_all(timestamp: int) -> None:  # noqa: ARG001  told its minute
    """Ask the alerts that are due."""
    with alone(ALERT) as mine:
        for alert in due_alerts() if mine else ():
            ask(Alert.objects.get(pk=alert))


def ask(alert: Alert) -> None:
    """Ask one alert and tell whom it names; what one alert meets stops no other."""
    try:
        finding = find(alert)
    except OperationalError:
        log.exception("alert %s could not be asked", alert.pk)
        finding = None
    if finding is None:
        tried(alert.pk, count=None, amount=None)
    else:
        tried(alert.pk, count=finding.count, amount=finding.amount)
        raise_alerts(
            [alert.pk], company=alert.company_id, by=system_actor("job"), key=uuid4(), findings={alert.pk: finding}
        )


def find(alert: Alert) -> Finding | None:
    """Answer what an alert's list finds now, None where its owner does not see that list."""
    listing = LISTS.get(alert.list_code)
    owner = actor_of(alert.owner, "job")
    if listing is None or not any(owner.may(one, alert.company_id) for one in listing.permissions):
        return None
    asked = listing.of(alert.company_id).read(QueryDict(alert.query), owner)
    bound = BOUND if alert.measure == "amount" or alert.threshold >= shell.BOUND else shell.BOUND
    totals = asked.totals(alert.company_id, bound)
    parameters: dict[str, Any] = {
        "name": alert.name,
        "list": alert.list_code,
        "query": alert.query,
        "measure": alert.measure,
        "count": int(totals.found),
        "amount": str(totals.amount or 0),
        "threshold": str(alert.threshold),
    }
    return Finding(int(totals.found), Decimal(totals.amount or 0), parameters)


def address(list_code: str, query: str) -> str:
    """Answer where a list stands open with these filters."""
    listing = LISTS.get(list_code)
    return f"{reverse(listing.url)}?{query or 'all=1'}" if listing else "/"
