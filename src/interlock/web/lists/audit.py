"""The lists of what happened: who signed in, which operations ran."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import LoginEntry

from .. import words, words_logs, words_signing_in
from ..logging_requests import place_of
from ..navigation import LOGINS, RUNS
from ..queries import audit
from . import cells
from .declared import Column, Filter, Listing, between


def _counts(row: Any) -> str:
    return " · ".join(f"{words.why(code)} {number}" for code, number in (row.counts or {}).items())


def _operation(name: str) -> Any:
    return words.OPERATIONS.get(name, name)


def _ways(row: Any) -> str:
    return " + ".join(str(words_signing_in.WAYS.get(way, way)) for way in (row.method or "").split("+") if way)


DOOR = Filter("door", _("Door"), "choice", choices=tuple(words.DOORS), word=words.DOORS.__getitem__)
RANGE = between(_("From"), _("To"))

LOGIN_LIST = Listing(
    code="logins",
    title=_("Login log"),
    url="web:logins",
    link="web:login",
    permissions=LOGINS,
    found=audit.SQL["logins_found"],
    rows=audit.SQL["logins"],
    columns=(
        Column("id", _("Log number"), "link"),
        Column("happened_at", _("When"), "moment"),
        Column("what", _("What"), "state"),
        Column("name", _("User name")),
        Column("method", _("With"), value=_ways),
        Column("door", _("Door"), value=cells.word(words.DOORS, "door")),
        Column("address", _("From")),
        Column("place", _("Place"), value=lambda row: str(words_logs.PLACES.get(place_of(row.address or ""), ""))),
        Column("user_agent", _("Program"), wide=True),
        Column("by", _("By"), shown=False),
    ),
    filters=(
        Filter("q", _("User name"), "text", "term", place="always"),
        Filter(
            "what", _("What"), "choice", choices=LoginEntry.What.values,
            word=lambda code: words.STATES[code][0], place="always",
        ),
        DOOR,
        Filter("address", _("Address"), "text"),
        *RANGE,
    ),
)  # fmt: skip

RUN_LIST = Listing(
    code="operations",
    title=_("Operation log"),
    url="web:operations",
    link="web:operation",
    permissions=RUNS,
    found=audit.SQL["runs_found"],
    rows=audit.SQL["runs"],
    columns=(
        Column("id", _("Log number"), "link"),
        Column("started_at", _("When"), "moment"),
        Column("module", _("Module"), value=cells.word(words_signing_in.MODULES, "module")),
        Column("operation", _("Operation"), value=cells.word(words.OPERATIONS, "operation"), wide=True),
        Column("person", _("Person"), value=lambda row: row.person or str(_("system"))),
        Column("role", _("Role"), value=cells.named("role"), shown=False),
        Column("door", _("Door"), value=cells.word(words.DOORS, "door")),
        Column("counts", _("Outcome"), value=_counts, wide=True),
        Column("duration_ms", _("Duration, ms"), "number"),
        Column("ended_at", _("Answered"), "moment", shown=False),
        Column("key", _("Key"), value=lambda row: str(row.key), shown=False),
        Column("arguments_hash", _("Request, SHA-256"), shown=False),
    ),
    filters=(
        Filter(
            "module", _("Module"), "choice", choices=tuple(words_signing_in.MODULES),
            word=words_signing_in.MODULES.__getitem__, place="always",
        ),
        Filter("operation", _("Operation"), "choice", choices=sorted(words.OPERATIONS), word=_operation),
        Filter("person", _("Person"), "master", "actor", options=audit.SQL["people"]),
        DOOR,
        Filter("code", _("Outcome"), "choice", choices=tuple(words.CODES), word=words.why, place="rare"),
        Filter("slow", _("Longer than, ms"), "amount", place="rare"),
        *RANGE,
    ),
)  # fmt: skip
