"""What comes with a newer version and belongs to every installation: rights of new deeds, pairs of duties.

Called once after migrating, with the permissions that were known before. A new permission goes to the roles that hold
the one it grew out of, so nobody's day ends at a page that was open yesterday. A pair of duties comes where there is a
matrix, unless somebody took it out of it, or somebody holds both sides today: that is for a person to decide.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from . import duties
from .models import DutyConflict
from .sql import blocks, rows, run

SQL = blocks(__file__)

#: new permission → the one whose holders get it
GROWN_FROM = {
    "core.push_messages": "core.manage_webhooks",
    "core.keep_logs": "core.manage_sign_ins",
}


@dataclass
class Completed:
    """What an installation got, and which pairs it did not because people hold both sides."""

    given: dict[str, int] = field(default_factory=dict)
    pairs: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.given or self.pairs or self.held)


def known_permissions() -> frozenset[str]:
    """Answer every permission there is in the database, before it is migrated none perhaps."""
    if not rows(SQL["has_permissions"])[0].there:
        return frozenset()
    return frozenset(row.name for row in rows(SQL["permissions"]))


def complete_standards(known: Collection[str]) -> Completed:
    """Bring what is new; ``known`` are the permissions from before, none for an installation that is new itself."""
    made = Completed()
    if not known:
        return made
    for name, source in GROWN_FROM.items():
        if name not in known and (given := run(SQL["give"], name=name, source=source)):
            made.given[name] = given
    if DutyConflict.objects.exists():
        _complete_duties(made)
    return made


def _complete_duties(made: Completed) -> None:
    there = {(pair.first, pair.second) for pair in DutyConflict.objects.all()}
    once = {(row.first, row.second) for row in rows(SQL["pairs_once"])}
    codes = set(known_permissions())
    for one, other, severity, english, chinese in duties.DEFAULTS:
        first, second = sorted((one, other))
        if (first, second) in there | once or not {first, second} <= codes:
            continue
        if rows(SQL["holders"], first=first, second=second):
            made.held.append(english)
            continue
        DutyConflict.objects.create(first=first, second=second, severity=severity, name_en=english, name_zh=chinese)
        made.pairs.append(english)
