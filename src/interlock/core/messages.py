"""The log of messages: what other systems sent and were sent, and what people asked for, one row each.

    id = log_message(company=1, direction="out", kind="bank.payments", system="bank-1", reference="PR-2611-000001",
                     document=("payment_run", 7), key=key, request=Content(headers, body))
    finish_message(id, company=1, state="success", status=200, duration_ms=31, response=Content(headers, body))

The same key in a company is the same message tried again: its row counts on. Both are one statement and belong
outside of the transaction whose work they tell of, or its end would take them back. What is private is masked, texts
are cut, and the whole is known by its hash. ``declare_messages`` says of a kind what trying again and stopping do.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from .actors import Actor
from .masking import masked, masked_headers
from .operations import operation, runs_of
from .outcome import Outcome
from .parameters import declare, parameter
from .sql import blocks, rows, run
from .waking import wake

SQL = blocks(__file__)
log = logging.getLogger(__name__)

PUSH = "core.push_messages"
#: a message is held so long by the worker that tries it again, longer than a call takes
LEASE, AT_ONCE = 120, 50
#: a request above this is not kept as it came
MOST_ORIGINAL = 4 * 1024 * 1024
REMEMBERED = 30

declare(
    "log_text_bytes", _("Characters of a message's text that the log keeps"), "whole", "8000", least=0, most=200_000
)
declare("log_masked_fields", _("Further fields that the log masks, with commas"), "text", "")


@dataclass(frozen=True)
class Content:
    """What is sent or answered: headers and the whole text."""

    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | str = b""


@dataclass(frozen=True)
class MessageKind:
    """A kind of message: what it is called, and what trying again and stopping do.

    ``push`` is called by the worker, outside of a transaction, with the row; it sends, and logs under the same key. An
    exception is a failure. ``stop`` is called in the operation's transaction with the company and rows of
    kind, key and document.
    """

    title: Any
    push: Callable[[Any], None] | None = None
    stop: Callable[[int, Sequence[Any]], None] | None = None


#: every kind of message by its code
MESSAGE_KINDS: dict[str, MessageKind] = {}


def declare_messages(
    kind: str,
    title: Any,
    push: Callable[[Any], None] | None = None,
    stop: Callable[[int, Sequence[UUID]], None] | None = None,
) -> None:
    """Say of a kind of message what it is called, and how one is tried again and stopped."""
    MESSAGE_KINDS[kind] = MessageKind(title, push, stop)


def log_message(
    *,
    company: int,
    direction: str,
    kind: str,
    system: str,
    reference: str = "",
    document: tuple[str, int | None] = ("", None),
    key: UUID | None = None,
    state: str = "waiting",
    remark: str = "",
    request: Content | None = None,
    response: Content | None = None,
    status: int | None = None,
    duration_ms: int | None = None,
    keep_original: bool = False,
    **more: Any,
) -> int:
    """Write a message down, or that it was tried again; answers its id. ``more``: who, from where (``_MORE``)."""
    asked, answered = request or Content(), response or Content()
    given: dict[str, Any] = dict.fromkeys(_MORE, "") | {"actor": None, "token": None, "address": None} | more
    original = sealed(asked.body) if keep_original and 0 < len(asked.body) <= MOST_ORIGINAL else None
    return int(
        rows(
            SQL["write"],
            company=company,
            direction=direction,
            kind=kind,
            system=system[:80],
            reference=reference[:80],
            document_kind=document[0],
            document_id=document[1],
            key=key,
            state=state,
            remark=remark[:240],
            status=status,
            duration=duration_ms,
            original=original,
            runs=list(given.pop("runs", None) or []),
            **{name: _cut(given[name], most) for name, most in _MORE.items()},
            **_kept("request", company, asked),
            **_kept("response", company, answered),
        )[0].id
    )


_MORE: dict[str, int | None] = {
    "door": 16, "actor": None, "token": None, "address": None, "host": 100, "method": 8, "path": 200, "query": 400,
    "module": 24, "operation": 80,
}  # fmt: skip


def _cut(value: Any, most: int | None) -> Any:
    return value if most is None else str(value)[:most]


def finish_message(
    message: int,
    *,
    company: int,
    state: str,
    remark: str = "",
    status: int | None = None,
    duration_ms: int | None = None,
    response: Content | None = None,
    again: bool = False,
) -> None:
    """Say how a message ended; what was stopped meanwhile stays so unless it came in. ``again``: it was tried anew."""
    run(
        SQL["finish"],
        company=company,
        id=message,
        state=state,
        remark=remark[:240],
        status=status,
        duration=duration_ms,
        again=int(again),
        **_kept("response", company, response or Content()),
    )


def _kept(part: str, company: int, content: Content) -> dict[str, Any]:
    """Answer what is kept of a text: masked and cut, its length and the hash of the whole."""
    body = content.body.encode() if isinstance(content.body, str) else bytes(content.body)
    most, more = _how(company)
    text = masked(body[: most * 4].decode("utf-8", "replace")[:most].replace("\0", ""), more) if body else ""
    return {
        f"{part}_headers": masked_headers(content.headers),
        part: text,
        f"{part}_bytes": len(body),
        f"{part}_hash": hashlib.sha256(body).hexdigest() if body else "",
    }


def _how(company: int) -> tuple[int, tuple[str, ...]]:
    """Answer how much of a text a company keeps and what else it masks, at most some seconds old."""
    return cache.get_or_set(f"log-texts-{company}", partial(_read_how, company), REMEMBERED)  # type: ignore[return-value]


def _read_how(company: int) -> tuple[int, tuple[str, ...]]:
    names = parameter(company, "log_masked_fields").replace("，", ",").split(",")  # noqa: RUF001 - as people type it
    return int(parameter(company, "log_text_bytes")), tuple(name.strip() for name in names if name.strip())


# ----------------------------------------------------------------------------------------------------- as it had come
def _fernet() -> Fernet:
    digest = hashlib.sha256(f"messages {settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))


def sealed(body: bytes | str) -> bytes:
    """Answer a text that only this installation reads."""
    return _fernet().encrypt(zlib.compress(body.encode() if isinstance(body, str) else bytes(body), 1))


def opened(original: Any) -> bytes | None:
    """Answer the text as it came; None when it was kept under another key."""
    try:
        return zlib.decompress(_fernet().decrypt(bytes(original)))
    except InvalidToken:
        return None


# ---------------------------------------------------------------------------------------------------- again, and stop
@operation(permission="core.push_messages", documents=False)
def push_messages(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:  # noqa: ARG001  every operation is told
    """Have messages tried again: outgoing ones are sent, incoming ones taken in once more under the key they had.

    Codes, first match wins: not_found, already (it waits to be tried), not_repeatable, came_in, content_gone, done.
    Writes: message.state, push_at.
    Locks: messages by id.
    """
    run(SQL["lock"], company=company, ids=ids)
    kinds = [code for code, kind in MESSAGE_KINDS.items() if kind.push]
    outcome = Outcome.of(rows(SQL["judge_push"], company=company, ids=ids, kinds=kinds))
    if go := outcome.accepted:
        assert run(SQL["push"], company=company, ids=go) == len(go)
        transaction.on_commit(partial(wake, PUSH), robust=True)
    return outcome


@operation(permission="core.push_messages", documents=False)
def stop_messages(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:  # noqa: ARG001  every operation is told
    """Stop messages that wait or failed: they are not tried any more unless somebody pushes them again.

    Codes, first match wins: not_found, already, came_in, done.
    Writes: message.state, push_at; what a kind keeps of its own.
    Locks: messages by id.
    """
    run(SQL["lock"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_stop"], company=company, ids=ids))
    if go := outcome.accepted:
        stopped = rows(SQL["stop"], company=company, ids=go)
        assert len(stopped) == len(go)
        for code in sorted({row.kind for row in stopped}):
            kind = MESSAGE_KINDS.get(code)
            if kind and kind.stop:
                kind.stop(company, [row for row in stopped if row.kind == code])
    return outcome


def push_waiting() -> int:
    """Try what somebody asked for, one after another; answers how many were tried."""
    tried = 0
    while found := rows(SQL["claim"], size=AT_ONCE, lease=LEASE):
        for message in found:
            tried += 1
            try:
                push = MESSAGE_KINDS[message.kind].push
                assert push is not None, f"{message.kind} cannot be tried again"
                push(message)
            except Exception as error:
                log.exception("message %s (%s) could not be tried again", message.id, message.kind)
                finish_message(message.id, company=message.company_id, state="failed", remark=type(error).__name__)
            run(SQL["pushed"], company=message.company_id, id=message.id)
    return tried


# ------------------------------------------------------------------------------------------------------- who is asking
@dataclass
class Request:
    """A request at work: which company it is about, the runs it made, and the number people know it by."""

    company: int | None = None
    documents: list[int] = field(default_factory=list)
    runs: list[tuple[int, str, int, dict[str, int]]] = field(default_factory=list)


_request: ContextVar[Request | None] = ContextVar("request", default=None)


@contextmanager
def requested() -> Iterator[Request]:
    """Gather, of a request at work, its company and the runs of operations it makes."""
    made = Request()
    token, runs = _request.set(made), runs_of.set(made.runs)
    try:
        yield made
    finally:
        _request.reset(token)
        runs_of.reset(runs)


def about(company: int, documents: Sequence[int] = ()) -> None:
    """Say which company the request at work is about, and which documents it names."""
    if (made := _request.get()) is not None:
        made.company = company
        made.documents += list(documents)[:1]
