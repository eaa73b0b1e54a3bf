"""The lists of messages: what other systems sent and were sent, what people asked for."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import MESSAGE_KINDS

from .. import words, words_logs, words_signing_in
from ..logging_requests import place_of
from ..navigation import MESSAGES, RUNS
from ..queries import audit, interface
from . import cells
from .catalogue import by_state
from .declared import Column, Filter, Listing, between

MESSAGE_STATES = ("waiting", "success", "failed", "stopped")
REQUEST_STATES = ("success", "failed")


class _Kinds:
    """Every kind of message declared so far, whenever it is asked."""

    def __iter__(self) -> Any:
        return iter(sorted(kind for kind in MESSAGE_KINDS if kind != "page"))


def kind_word(code: str) -> Any:
    return MESSAGE_KINDS[code].title if code in MESSAGE_KINDS else code


def operation_word(row: Any) -> str:
    """Say what was asked: the operation, else what of a master was done, else the address."""
    known = words.OPERATIONS.get(row.operation)
    if known:
        return str(known)
    _admin, _dot, verb = row.operation.partition(".")
    return str(ADMIN.get(verb.rpartition("_")[2], row.path)) if row.operation else row.path


ADMIN = {"add": _("Master added"), "change": _("Master changed"), "delete": _("Master deleted")}
RANGE = between(_("From"), _("To"))

MESSAGE_LIST = Listing(
    code="interface",
    title=_("Interface log"),
    url="web:interface",
    link="web:message",
    permissions=MESSAGES,
    found=interface.SQL["messages_found"],
    rows=interface.SQL["messages"],
    columns=(
        Column("number", _("Number"), "link"),
        Column("last_at", _("Last executed"), "moment"),
        Column("kind", _("Log type"), value=lambda row: str(kind_word(row.kind))),
        Column("direction", _("Direction"), value=cells.word(words_logs.DIRECTIONS, "direction")),
        Column("system", _("System")),
        Column("remark", _("Remark"), wide=True),
        Column("tries", _("Times executed"), "number"),
        Column("state", _("State"), "state"),
        Column("status", _("Answer"), value=lambda row: str(row.status or "")),
        Column("duration_ms", _("Duration, ms"), "number"),
        Column("created_at", _("Created"), "moment"),
        Column("id", _("Log number"), "number", shown=False),
        Column("path", _("Address"), wide=True, shown=False),
        Column("request_bytes", _("Bytes of the request"), "number", shown=False),
        Column("response_bytes", _("Bytes of the answer"), "number", shown=False),
    ),
    filters=(
        Filter("q", _("Number"), "text", "term", place="always"),
        Filter("kind", _("Log type"), "choice", choices=_Kinds(), word=kind_word, place="always"),
        by_state(MESSAGE_STATES),
        Filter(
            "direction", _("Direction"), "choice", choices=tuple(words_logs.DIRECTIONS),
            word=words_logs.DIRECTIONS.__getitem__,
        ),
        Filter("system", _("System"), "text"),
        Filter("tries", _("Executed at least, times"), "amount"),
        *RANGE,
    ),
)  # fmt: skip

REQUEST_LIST = Listing(
    code="requests",
    title=_("Operation log"),
    url="web:requests",
    link="web:request",
    permissions=RUNS,
    found=interface.SQL["requests_found"],
    rows=interface.SQL["requests"],
    columns=(
        Column("id", _("Log number"), "link"),
        Column("module", _("Module"), value=cells.word(words_signing_in.MODULES, "module")),
        Column("operation", _("Type of operation"), value=operation_word, wide=True),
        Column("person", _("Person")),
        Column("department", _("Department"), value=cells.named("department")),
        Column("address", _("Host"), value=lambda row: row.address or ""),
        Column(
            "place", _("Place"), value=lambda row: str(words_logs.PLACES.get(place_of(row.address or ""), "")),
        ),
        Column("state", _("State"), "state"),
        Column("asked_at", _("When"), "moment"),
        Column("answered_at", _("Answered"), "moment"),
        Column("duration_ms", _("Duration, ms"), "number"),
        Column("remark", _("Outcome"), wide=True, shown=False),
        Column("path", _("Address"), wide=True, shown=False),
        Column("query", _("Request parameters"), wide=True, shown=False),
        Column("request", _("Request"), wide=True, shown=False),
        Column("response", _("Answer"), wide=True, shown=False),
        Column("door", _("Door"), value=cells.word(words.DOORS, "door"), shown=False),
    ),
    filters=(
        Filter(
            "module", _("Module"), "choice", choices=tuple(words_signing_in.MODULES),
            word=words_signing_in.MODULES.__getitem__, place="always",
        ),
        Filter("person", _("Person"), "master", "actor", options=audit.SQL["people"]),
        Filter(
            "operation", _("Type of operation"), "choice", choices=sorted(words.OPERATIONS),
            word=words.OPERATIONS.__getitem__,
        ),
        Filter("parameters", _("Address or parameters"), "text"),
        Filter("body", _("Request holds"), "text"),
        Filter("answer", _("Answer holds"), "text", place="rare"),
        Filter(
            "state", _("State"), "choice", choices=REQUEST_STATES,
            word=lambda code: words.STATES[code][0], place="rare",
        ),
        Filter("door", _("Door"), "choice", choices=("web", "http"), word=words.DOORS.__getitem__, place="rare"),
        Filter("slow", _("Longer than, ms"), "amount", place="rare"),
        *RANGE,
    ),
)  # fmt: skip
