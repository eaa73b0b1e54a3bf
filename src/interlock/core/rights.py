"""Rights as operations: roles given and taken, what roles allow, what limits people. Nothing else changes them.

Nobody gives what they do not hold, unless they are administrator; the whole set of a person is looked at before (see
``duties``); every change is kept with its run, what it was and what it is.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from . import duties, scopes
from .actors import Actor
from .operations import operation
from .outcome import ALREADY, DONE, Outcome, Refusal, Verdict
from .sql import blocks, column, rows, run

SQL = blocks(__file__)


@dataclass(frozen=True)
class NewRole:
    """A role to be made: what it is called, and the role whose permissions and menu it begins with."""

    name_en: str
    name_zh: str
    copy_of: int | None = None
    permissions: frozenset[str] = field(default_factory=frozenset)


@operation(permission="core.keep_people", documents=False)
def give_roles(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,
    role: int,
    first: date | None = None,
    last: date | None = None,
    reason: str = "",
    until: date | None = None,
) -> Outcome:
    """Give people a role in a company, from a day on and up to a day, or change these days.

    Codes, first match wins: not_found (the person, or the role), already, beyond_own (it allows what the giver does not
    hold), duties_refused, duties_unexplained (no reason is given), own_conflict (another explains what one's own roles
    bring together).
    Writes: memberships; explained conflicts; the changes of rights.
    Locks: all rights, one change at a time.
    """
    if first and last and last <= first:
        raise Refusal("days_reversed")
    duties.check_reason(reason, until)
    run(duties.SQL["lock_rights"])
    known = {row.user_id: row for row in rows(SQL["memberships"], company=company, users=column(ids), role=role)}
    allowed = _allowed([role]).get(role)
    beyond = _beyond(by, company, allowed or frozenset())
    matrix, before = duties.held(company, ids)
    coming = [one for one in ids if one not in known]
    after = _with(before, company, coming, role, allowed or frozenset())
    new = _by_user(duties.clashes(matrix, after, company))
    old = _by_user(duties.clashes(matrix, before, company))

    def brought(user: int) -> list[duties.Clash]:
        """Answer the conflicts that this role brings; those a person has already are explained by themselves."""
        had = {one.conflict.id for one in old[user]}
        return [one for one in new[user] if one.conflict.id not in had and one.conflict.severity != "refused"]

    def judge(person: Any) -> Verdict:
        held = known.get(person.id)
        if not person.found or allowed is None:
            return Verdict(person.id, "not_found")
        if held is not None and (held.valid_from, held.valid_to) == (first, last):
            return Verdict(person.id, ALREADY)
        if beyond:
            return Verdict(person.id, "beyond_own", {"permissions": beyond})
        code, clash = duties.worst(new[person.id], old[person.id], reason)
        own = [one for one in brought(person.id) if not one.reason] if person.id == by.user_id else []
        if code == DONE and own:
            code, clash = "own_conflict", own[0]
        return Verdict(person.id, code, clash.told() if clash else {})

    outcome = Outcome.of([judge(one) for one in _people(company, by, ids)])
    if go := outcome.accepted:
        assert run(SQL["give"], company=company, ids=go, role=role, first=first, last=last) == len(go)
        given = {"role": role, "from": first, "to": last}
        duties.note(company, "person", [(one, "role_given", _days(known.get(one)), given) for one in go])
        duties.explain(company, [clash for one in go for clash in brought(one)], reason.strip(), until)
    return outcome


@operation(permission="core.keep_people", documents=False)
def take_roles(ids: Sequence[int], *, company: int, by: Actor, role: int) -> Outcome:
    """Take a role away from people in a company.

    Codes, first match wins: not_found (the person), already (does not hold it).
    Writes: memberships; the changes of rights.
    Locks: all rights, one change at a time.
    """
    run(duties.SQL["lock_rights"])
    known = {row.user_id: row for row in rows(SQL["memberships"], company=company, users=column(ids), role=role)}
    people = _people(company, by, ids)
    outcome = Outcome.of(
        [(one.id, "not_found" if not one.found else DONE if one.id in known else ALREADY) for one in people]
    )
    if go := outcome.accepted:
        taken(company, role, [known[one] for one in go])
    return outcome


def taken(company: int, role: int, held: Sequence[Any]) -> None:
    """Take a role from those who hold it, and keep that it was theirs."""
    users = [one.user_id for one in held]
    assert run(SQL["take"], company=company, role=role, ids=column(users)) == len(users)
    duties.note(company, "person", [(one.user_id, "role_taken", {"role": role} | _days(one), {}) for one in held])


@operation(permission="core.keep_roles", documents=False)
def make_roles(ids: Sequence[int], *, company: int, by: Actor, roles: Mapping[int, NewRole]) -> Outcome:
    """Make roles, empty or as copies of others; a row a role, answered under its place.

    Codes, first match wins: nameless, taken (the name), not_found (the role to copy), beyond_own.
    Writes: roles, their permissions and words; the changes of rights.
    Locks: all rights, one change at a time.
    """
    run(duties.SQL["lock_rights"])
    copied = sorted({one.copy_of for one in roles.values() if one.copy_of})
    sources = {row.id: row for row in rows(SQL["roles"], ids=column(copied)) if row.found}
    allowed = _allowed(copied)
    names = [one.name_en.strip() for one in roles.values()]
    used = {row.name for row in rows(SQL["taken_names"], names=names)}
    used |= {name for name in names if names.count(name) > 1}
    wanted = {place: _wanted(one, allowed) for place, one in roles.items()}

    def code(place: int) -> str:
        one = roles[place]
        if not (one.name_en.strip() and one.name_zh.strip()):
            return "nameless"
        if one.name_en.strip() in used:
            return "taken"
        if one.copy_of and one.copy_of not in sources:
            return "not_found"
        return "beyond_own" if _beyond(by, company, wanted[place]) else DONE

    outcome = Outcome.of([(place, code(place)) for place in ids])
    for place in outcome.accepted:
        one = roles[place]
        made = rows(SQL["make"], names=[one.name_en.strip()])[0].id
        run(SQL["allow"], ids=[made], names=sorted(wanted[place]))
        menu = sources[one.copy_of].menu if one.copy_of else None
        _word([made], one.name_en, one.name_zh, menu)
        duties.note(company, "role", [(made, "role_made", {}, {"name": one.name_en, "with": sorted(wanted[place])})])
        _tell(outcome, place, {"role": made})
    return outcome


@operation(permission="core.keep_roles", documents=False)
def change_roles(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,
    permissions: Sequence[str],
    name_en: str = "",
    name_zh: str = "",
    menu: Mapping[str, int | None] | None = None,
) -> Outcome:
    """Say what roles allow, what they are called and how their menus stand; their members hold it at once.

    Codes, first match wins: not_found, elsewhere (it has members where the actor may not change roles), already,
    beyond_own (what is added is not the actor's everywhere the role has members), duties_refused, duties_unexplained.
    Writes: permissions, words and menus of roles; the changes of rights.
    Locks: all rights, one change at a time.
    """
    wanted = frozenset(permissions)
    if unknown := wanted - {row.name for row in rows(SQL["known"], names=sorted(wanted))}:
        raise Refusal("unknown_permission", permissions=sorted(unknown))
    run(duties.SQL["lock_rights"])
    allowed = _allowed(ids)
    members: dict[int, list[Any]] = defaultdict(list)
    for row in rows(SQL["members"], ids=column(ids)):
        members[row.role_id].append(row)
    matrix, before = duties.held(users={one.user_id for found in members.values() for one in found})
    old = duties.clashes(matrix, before)
    words = {row.id: row for row in rows(SQL["roles"], ids=column(ids))}

    def judge(role: int) -> Verdict:
        now = words[role]
        places = sorted({company, *(one.company_id for one in members[role])})
        if not now.found:
            return Verdict(role, "not_found")
        if any(not by.may("core.keep_roles", place) for place in places):
            return Verdict(role, "elsewhere")
        named = (name_en or now.name_en or now.name, name_zh or now.name_zh or now.name)
        same = named == (now.name_en, now.name_zh) and (menu is None or dict(menu) == (now.menu or {}))
        if same and wanted == allowed[role]:
            return Verdict(role, ALREADY)
        for place in places:
            if beyond := _beyond(by, place, wanted - allowed[role]):
                return Verdict(role, "beyond_own", {"permissions": beyond, "company": place})
        after = _changed(before, role, wanted, members[role])
        code, clash = duties.worst(duties.clashes(matrix, after), old, "")
        return Verdict(role, code, clash.told() if clash else {})

    outcome = Outcome.of([judge(one) for one in ids])
    if go := outcome.accepted:
        run(SQL["withdraw"], ids=go, names=sorted(wanted))
        run(SQL["allow"], ids=go, names=sorted(wanted))
        for role in go:
            now = words[role]
            kept = now.menu if menu is None else dict(menu)
            _word([role], name_en or now.name_en or now.name, name_zh or now.name_zh or now.name, kept)
        duties.note(company, "role", [_difference(words[one], allowed[one], wanted, menu) for one in go])
    return outcome


@operation(permission="core.keep_people", documents=False)
def limit_people(ids: Sequence[int], *, company: int, by: Actor, limits: Mapping[str, Sequence[int]]) -> Outcome:
    """Say which part of a company people see; no limit means the whole of it.

    Codes, first match wins: not_found, own_limits (another sets them), already.
    Writes: limits of data; the changes of rights.
    Locks: all rights, one change at a time.
    """
    wanted = _checked(company, limits)
    run(duties.SQL["lock_rights"])
    people = _people(company, by, ids)
    now = _limits(company, ids, persons=True)

    def code(person: Any) -> str:
        if not person.found:
            return "not_found"
        if person.id == by.user_id and by.grants is not None:
            return "own_limits"
        return ALREADY if now[person.id] == wanted else DONE

    outcome = Outcome.of([(one.id, code(one)) for one in people])
    _limit(company, outcome.accepted, now, wanted, persons=True)
    return outcome


@operation(permission="core.keep_roles", documents=False)
def limit_roles(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,  # noqa: ARG001  every operation is told
    limits: Mapping[str, Sequence[int]],
) -> Outcome:
    """Say which part of a company everybody with a role sees.

    Codes, first match wins: not_found, already.
    Writes: limits of data; the changes of rights.
    Locks: all rights, one change at a time.
    """
    wanted = _checked(company, limits)
    run(duties.SQL["lock_rights"])
    found = rows(SQL["roles"], ids=column(ids))
    now = _limits(company, ids, persons=False)
    outcome = Outcome.of(
        [(one.id, "not_found" if not one.found else ALREADY if now[one.id] == wanted else DONE) for one in found]
    )
    _limit(company, outcome.accepted, now, wanted, persons=False)
    return outcome


# ----------------------------------------------------------------------------------------------------------- the parts
def _people(company: int, by: Actor, ids: Sequence[int]) -> list[Any]:
    return rows(SQL["people"], company=company, ids=column(ids), everywhere=by.grants is None)


def _allowed(roles: Iterable[int]) -> dict[int, frozenset[str]]:
    """Answer what roles allow; a role that does not exist is not in it."""
    given = list(roles)
    found: dict[int, set[str]] = {row.id: set() for row in rows(SQL["roles"], ids=column(given)) if row.found}
    for row in rows(SQL["permissions_of"], ids=column(given)):
        found[row.role_id].add(row.permission)
    return {role: frozenset(names) for role, names in found.items()}


def _beyond(by: Actor, company: int, permissions: Iterable[str]) -> list[str]:
    """Answer what of it the actor does not hold in this company."""
    return sorted(name for name in permissions if not by.may(name, company))


def _with(sets: duties.Held, company: int, users: Sequence[int], role: int, permissions: frozenset[str]) -> duties.Held:
    """Answer what people would hold with one role more."""
    after = _copied(sets)
    for user in users:
        for name in permissions:
            after[company, user][name].add(role)
    return after


def _changed(sets: duties.Held, role: int, permissions: frozenset[str], members: Sequence[Any]) -> duties.Held:
    """Answer what people would hold if a role allowed this."""
    after = _copied(sets)
    for holds in after.values():
        for name in [name for name, roles in holds.items() if role in roles]:
            holds[name].discard(role)
            if not holds[name]:
                del holds[name]
    for one in members:
        for name in permissions:
            after[one.company_id, one.user_id][name].add(role)
    return after


def _copied(sets: duties.Held) -> duties.Held:
    after: duties.Held = defaultdict(lambda: defaultdict(set))
    for key, holds in sets.items():
        for name, roles in holds.items():
            after[key][name] = set(roles)
    return after


def _by_user(found: Iterable[duties.Clash]) -> dict[int, list[duties.Clash]]:
    by_user: dict[int, list[duties.Clash]] = defaultdict(list)
    for one in found:
        by_user[one.user].append(one)
    return by_user


def _days(held: Any) -> dict[str, Any]:
    return {"from": held.valid_from, "to": held.valid_to} if held is not None else {}


def _wanted(one: NewRole, allowed: Mapping[int, frozenset[str]]) -> frozenset[str]:
    return one.permissions | (allowed.get(one.copy_of, frozenset()) if one.copy_of else frozenset())


def _word(roles: Sequence[int], name_en: str, name_zh: str, menu: Any) -> None:
    text = json.dumps(dict(menu or {}))
    run(SQL["word"], ids=list(roles), name_en=name_en.strip()[:120], name_zh=name_zh.strip()[:120], menu=text)


def _tell(outcome: Outcome, place: int, detail: Mapping[str, Any]) -> None:
    outcome.verdicts = [Verdict(one.id, one.code, detail) if one.id == place else one for one in outcome.verdicts]


def _difference(now: Any, had: frozenset[str], wanted: frozenset[str], menu: Any) -> tuple[int, str, Any, Any]:
    """Answer what changed of a role: only what differs is kept."""
    before: dict[str, Any] = {"without": sorted(had - wanted), "name": now.name_en or now.name}
    after: dict[str, Any] = {"with": sorted(wanted - had)}
    if menu is not None and dict(menu) != (now.menu or {}):
        before["menu"], after["menu"] = now.menu or {}, dict(menu)
    return now.id, "role_changed", before, after


def _checked(company: int, limits: Mapping[str, Sequence[int]]) -> dict[str, list[int]]:
    """Refuse dimensions and ids nobody knows in this company."""
    wanted = {name: sorted({int(one) for one in ids}) for name, ids in limits.items()}
    for name, ids in wanted.items():
        if name not in scopes.DIMENSIONS:
            raise Refusal("unknown_dimension", dimension=name)
        if unknown := set(ids) - scopes.members(name, company, ids):
            raise Refusal("unknown_ids", dimension=name, ids=sorted(unknown))
    return wanted


def _limits(company: int, ids: Sequence[int], *, persons: bool) -> dict[int, dict[str, list[int]]]:
    found: dict[int, dict[str, list[int]]] = {one: {} for one in ids}
    for row in rows(SQL["scopes"], company=company, ids=column(ids), persons=persons):
        found[row.id][row.dimension] = sorted(row.ids)
    return found


def _limit(
    company: int, go: Sequence[int], now: Mapping[int, Any], wanted: dict[str, list[int]], *, persons: bool
) -> None:
    if go:
        run(SQL["unlimit"], company=company, ids=go, persons=persons)
        run(SQL["limit"], company=company, ids=go, persons=persons, limits=json.dumps(wanted))
        duties.note(
            company, "person" if persons else "role", [(one, "limited", now[one], wanted) for one in go]
        )  # fmt: skip
