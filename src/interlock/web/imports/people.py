"""People from rows, a row a person and role: new ones are made, roles and limits go through the operations on rights.

No password comes by a file: whoever is new has none and cannot sign in until an administrator sets the first one.
Names and addresses of people who are there already stay as they are; they are changed on their own page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from interlock.core.api import Actor, Answer, Refusal, Role, User, give_roles, limit_people, scopes

from .declared import Fault, ImportKind, Taken
from .documents import read_row

Rows = Mapping[int, Mapping[str, str]]
ADDS = "core.add_user"
PERSON = ("last_name", "first_name", "email", "language")
#: column of limits → dimension of scopes, whose masters it names by their codes
LIMITS = {"departments": "department", "shops": "shop", "warehouses": "warehouse"}


class Wrong(Exception):  # noqa: N818  a verdict
    """What is wrong with a row; what was begun for it is taken back."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def take_people(kind: ImportKind) -> Callable[..., Taken]:
    """Make what brings people with their roles and limits, inside the caller's transaction."""

    def take(rows: Rows, *, company: int, by: Actor, **_more: Any) -> Taken:
        faults: dict[int, list[Fault]] = defaultdict(list)
        done: dict[int, str] = {}
        for number, row in rows.items():
            given = read_row(kind, number, row, faults)
            if faults.get(number):
                continue
            try:
                with transaction.atomic():
                    done[number] = _take(given, company, by)
            except Wrong as wrong:
                faults[number].append(wrong.fault)
        return Taken(done, {number: found for number, found in faults.items() if found})

    return take


def _take(given: Mapping[str, Any], company: int, by: Actor) -> str:
    person = User.objects.filter(username=given["username"]).first()
    is_new = person is None
    if person is None:
        person = _new(given, company, by)
    changed = [_give(person, given, company, by), _limit(person, given, company, by)]
    return "created" if is_new else "changed" if any(changed) else "unchanged"


def _new(given: Mapping[str, Any], company: int, by: Actor) -> User:
    """Make a person who cannot sign in yet; only an administrator opens the masters' pages to them."""
    if not by.may(ADDS, company):
        raise Wrong(Fault("nobody_of_this_name", "username", str(given["username"])))
    known = {name: str(given[name]) for name in PERSON if given.get(name)}
    person = User(username=given["username"], company_id=company, is_staff=by.grants is None, **known)
    person.set_unusable_password()
    try:
        person.full_clean(exclude=["password"])
    except ValidationError as error:
        field = next(iter(error.message_dict))
        column = field if field in (*PERSON, "username") else "username"
        raise Wrong(Fault("wrong_content", column, str(given.get(column, "")))) from error
    person.save()
    return person


def _give(person: User, given: Mapping[str, Any], company: int, by: Actor) -> bool:
    """Give the row's role; answers whether that changed anything."""
    if not (name := given.get("role")):
        return False
    named = Group.objects.filter(Q(name=name) | Q(pk__in=_called(name))).values_list("pk", flat=True)
    if len(found := set(named)) != 1:
        raise Wrong(Fault("unknown_link", "role", str(name)))
    try:
        answer = give_roles(
            [person.pk], company=company, by=by, role=found.pop(), first=given.get("valid_from"),
            last=given.get("valid_to"), reason=str(given.get("reason") or ""), until=given.get("reason_until"),
        ).verdicts[0]  # fmt: skip
    except Refusal as refusal:
        raise Wrong(Fault(refusal.code, "valid_to" if refusal.code == "days_reversed" else "reason")) from refusal
    return _taken(answer, "role", str(name))


def _called(name: str) -> Any:
    """Answer the roles that a text names in either language."""
    return Role.objects.filter(Q(name_en=name) | Q(name_zh=name)).values("group")


def _limit(person: User, given: Mapping[str, Any], company: int, by: Actor) -> bool:
    """Set what part of the company is seen, where the row names any; an empty column beside it limits nothing."""
    wanted: dict[str, list[int]] = {}
    for column, dimension in LIMITS.items():
        if not (codes := given.get(column)):
            continue
        model: Any = apps.get_model(scopes.MASTERS[dimension])
        known = dict(model.objects.filter(company_id=company, code__in=codes).values_list("code", "pk"))
        if missing := [code for code in codes if code not in known]:
            raise Wrong(Fault("unknown_link", column, missing[0]))
        wanted[dimension] = sorted(known.values())
    if not wanted:
        return False
    return _taken(limit_people([person.pk], company=company, by=by, limits=wanted).verdicts[0], "username",
                  person.username)  # fmt: skip


def _taken(answer: Answer, column: str, value: str) -> bool:
    """Answer whether it changed anything; a pair of duties that stands in the way is named."""
    if not answer.ok:
        pair = answer.detail.get("conflict") or ", ".join(answer.detail.get("permissions", ()))
        code = "nobody_of_this_name" if answer.code == "not_found" else answer.code
        raise Wrong(Fault(code, column, value, said=str(pair)))
    return answer.code != "already"
