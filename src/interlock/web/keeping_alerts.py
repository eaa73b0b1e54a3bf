"""Alerts for programs: made and changed in sets, each answered; whoever saves one lends it their eyes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import Group
from django.http import QueryDict

from interlock.core.api import Actor, Alert, Answer, Membership, Outcome, Refusal, User, operation
from interlock.core.sql import blocks, run

SQL = blocks(__file__)
EVERY, LONGEST, MOST = (1, 5, 15, 60, 240, 1440), 80, Decimal(10) ** 15
#: More rows than these are not counted.
COUNTED = 200_000
#: What an alert says; the others follow from its running.
SAID = (
    "name", "list_code", "query", "measure", "threshold", "every_minutes", "user_id", "role_id", "owner_id",
    "is_active",
)  # fmt: skip


@dataclass(frozen=True)
class NewAlert:
    """An alert to be; ``alert`` names the one it takes the place of, ``user`` a user name or ``role`` a role's name.

    ``query`` is the part of the list's address behind the question mark.
    """

    name: str
    list: str
    threshold: Decimal
    query: str = ""
    measure: str = "count"
    every_minutes: int = 15
    user: str = ""
    role: str = ""
    is_active: bool = True
    alert: int | None = None


@operation(permission="core.manage_alerts", documents=False)
def save_alerts(ids: Sequence[int], *, company: int, by: Actor, alerts: Mapping[int, NewAlert]) -> Outcome:
    """Make alerts, or write over those that ``alerts`` name; ``ids`` are the keys of ``alerts``.

    An alert sees what whoever saved it last sees, so only a person keeps alerts (``not_permitted`` refuses others).

    Codes, first match wins: not_found, unknown_list (none, or not for whoever asks), wrong_content (``field``),
    nobody_to_tell (no such person or role in the company, or both), name_taken, already, done.
    Writes: core_alert.
    Locks: the alerts of the company, one call at a time.
    """
    if by.user_id is None:
        raise Refusal("not_permitted", permission="core.manage_alerts")
    run(SQL["lock_alerts"], company=company)
    standing = {one.pk: one for one in Alert.objects.filter(company_id=company)}
    names = {one.name: one.pk for one in standing.values()}
    told = _told(company, list(alerts.values()))
    verdicts = []
    ready: dict[int, Alert] = {}
    for i in ids:
        made, answer = _judge(i, alerts.get(i), company, by, standing, told)
        if made is not None and answer.code == "done":
            if names.setdefault(made.name, made.pk or -i) not in (made.pk, -i):
                answer = Answer(i, "name_taken")
            ready[i] = made
        verdicts.append(answer)
    outcome = Outcome.of(verdicts)
    for i in outcome.accepted:
        ready[i].save()
    outcome.answer({i: Answer(i, "done", {"alert": ready[i].pk}) for i in outcome.accepted})
    return outcome


def _told(company: int, given: Sequence[NewAlert]) -> dict[tuple[str, str], int]:
    """Answer the people and roles of the company that alerts name."""
    mine = Membership.objects.filter(company_id=company)
    people = User.objects.filter(is_active=True, username__in={one.user for one in given}, pk__in=mine.values("user"))
    roles = Group.objects.filter(name__in={one.role for one in given}, pk__in=mine.values("role"))
    found = {("user", name): pk for name, pk in people.values_list("username", "pk")}
    return found | {("role", name): pk for name, pk in roles.values_list("name", "pk")}


def _judge(
    i: int, given: NewAlert | None, company: int, by: Actor, standing: Mapping[int, Alert], told: Mapping[Any, int]
) -> tuple[Alert | None, Answer]:
    """Answer the alert as it would be, and what is wrong with it."""
    from .lists import LISTS  # loads the templates, which load what this is part of

    if given is None or (given.alert is not None and given.alert not in standing):
        return None, Answer(i, "not_found")
    listing = LISTS.get(given.list)
    if listing is None or not any(by.may(one, company) for one in listing.permissions):
        return None, Answer(i, "unknown_list")
    if wrong := _wrong(given):
        return None, Answer(i, "wrong_content", {"field": wrong})
    user, role = told.get(("user", given.user)), told.get(("role", given.role))
    if bool(given.user) == bool(given.role) or (user is None and role is None):
        return None, Answer(i, "nobody_to_tell")
    one = standing[given.alert] if given.alert is not None else Alert(company_id=company)
    was = {name: getattr(one, name) for name in SAID}
    one.name, one.list_code, one.measure = given.name.strip(), given.list, given.measure
    one.query = listing.of(company).address(QueryDict(given.query.lstrip("?")))[:1000]
    one.threshold, one.every_minutes, one.is_active = given.threshold, given.every_minutes, given.is_active
    one.user_id, one.role_id, one.owner_id = user, role, by.user_id  # type: ignore[assignment]
    same = one.pk is not None and was == {name: getattr(one, name) for name in SAID}
    return one, Answer(i, "already" if same else "done")


def _wrong(given: NewAlert) -> str:
    """Answer the field that holds what it cannot, empty for none."""
    name = given.name.strip()
    if not name or len(name) > LONGEST or not name.isprintable():
        return "name"
    if given.measure not in Alert.Measure.values:
        return "measure"
    if not 0 < given.threshold < MOST or given.threshold != round(given.threshold, 2):
        return "threshold"
    if given.measure == Alert.Measure.COUNT and given.threshold > COUNTED:
        return "threshold"
    if given.every_minutes not in EVERY:
        return "every_minutes"
    return "query" if len(given.query) > 1000 or "\0" in given.query else ""
