"""Calls to banks and tax offices in the log of messages: one row a message, whatever the number of its tries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from interlock.core.api import Content, declare_messages, log_message, wake
from interlock.core.sql import Block, rows, run

#: How a message of an outbox stands, in the words of the log.
STATES = {"answered": "success", "refused": "success"}


def log_call(
    *,
    company: int,
    kind: str,
    system: str,
    reference: str,
    message: int,
    key: UUID,
    state: str,
    fault: str,
    request: Content,
    response: bytes,
    status: int | None,
    seconds: float,
    url: str,
) -> None:
    """Write down how an attempt went, after it and outside of any transaction."""
    log_message(
        company=company,
        direction="out",
        door="worker",
        kind=kind,
        system=system,
        reference=reference,
        document=(kind.replace(".", "_"), message),
        key=key,
        state=STATES.get(state, state),
        remark=fault,
        request=request,
        response=Content({}, response),
        status=status,
        duration_ms=int(seconds * 1000),
        method="POST" if request.body else "GET",
        path=url,
    )


def declare_calls(kind: str, title: Any, judge: Block, again: Block, stop: Block, task: str) -> None:
    """Let the log push calls of a kind again, under the key they had, and stop them, by the outbox's own blocks."""

    def push(message: Any) -> None:
        call = {"company": message.company_id, "ids": [message.document_id]}
        code = rows(judge, **call)[0].code
        if code not in ("done", "already"):
            raise LookupError(code)
        run(again, **call)
        wake(task)

    def end(company: int, messages: Sequence[Any]) -> None:
        run(stop, company=company, ids=[message.document_id for message in messages])

    ended: Callable[[int, Sequence[Any]], None] = end
    declare_messages(kind, title, push=push, stop=ended)
