"""Messages to the tax office: a row a call, sent outside of any transaction, tried again until there is an answer.

The office knows a repeat by the request number in the message, so a call whose answer was lost is made again as it was.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from interlock.core.api import Actor, Content, Outcome, current, operation
from interlock.core.sql import blocks, column, rows, run, value

from ..gateways.logged import declare_calls, log_call
from ..gateways.tax import PATHS, Reply, ask

SQL = blocks(__file__)
#: Tried for a day, after 2 s, 6 s, 18 s … and at last every half hour, each a fifth sooner or later.
FIRST_WAIT, LONGEST_WAIT, A_DAY, SPREAD = 2.0, 1800.0, 86_400.0, 0.2
LEASE, AT_ONCE = 60, 20


def queue(company: int, kind: str, on: date, bodies: Mapping[int, Mapping[str, Any]]) -> None:
    """Write messages about documents, inside the caller's operation."""
    queued = run(
        SQL["queue"],
        company=company,
        kind=kind,
        on=on,
        documents=column(bodies),
        bodies=[json.dumps(dict(body), ensure_ascii=False, default=str) for body in bodies.values()],
        run=current().run_id,
    )
    assert queued == len(bodies)


def send_due(company: int, by: Actor) -> int:
    """Make the calls of a company that are due, until none is; answers how many were made."""
    from .answering import take_answers

    url = value(SQL["urls"], company=company)
    made = 0
    while url and (claimed := rows(SQL["claim"], company=company, size=AT_ONCE, lease=LEASE)):
        replies: dict[int, Reply] = {}
        logged = []
        for row in claimed:
            began = time.monotonic()
            reply = ask(url, row.kind, row.body)
            seconds = time.monotonic() - began
            state = "answered" if reply.settled else _put_off(company, row, reply)
            if reply.settled:
                replies[row.id] = reply
            logged.append((row, reply, seconds, state))
        if replies:
            take_answers(sorted(replies), company=company, by=by, replies=replies)
        for row, reply, seconds, state in logged:
            _log(company, url, row, reply, seconds, state)
        made += len(claimed)
    return made


def companies_waiting() -> list[int]:
    """Answer the companies that have a call to make."""
    return [int(row.company_id) for row in rows(SQL["waiting"])]


def _log(company: int, url: str, row: Any, reply: Reply, seconds: float, state: str) -> None:
    """Leave the call in the log of messages: the invoice's XML is a file and not in it."""
    answer = {name: told for name, told in reply.answer.items() if name != "xml"}
    sent = "" if row.kind == "declare" else json.dumps(row.body, ensure_ascii=False)
    log_call(
        company=company, kind=f"tax.{row.kind}", system=urlsplit(url).netloc,
        reference=str(row.body.get("request") or row.body.get("month") or ""), message=row.id, key=row.key, state=state,
        fault=reply.fault or ("" if reply.ok else str(answer.get("code", "refused"))),
        request=Content({"content-type": "application/json"}, sent),
        response=json.dumps(answer, ensure_ascii=False).encode() if answer else b"", status=reply.status,
        seconds=seconds, url=url.rstrip("/") + PATHS.get(row.kind, "/declarations"),
    )  # fmt: skip


def _put_off(company: int, row: Any, reply: Reply) -> str:
    """Write down that there is no answer yet; answers how the message stands."""
    pause: float | None = pause_after(row.attempts)
    if row.tried_for + (pause or 0) > A_DAY:
        pause = None
    state = "waiting" if pause is not None else "failed"
    run(
        SQL["put_off"],
        company=company,
        id=row.id,
        attempt=row.attempts,
        state=state,
        status=reply.status,
        fault=reply.fault,
        pause=pause,
    )
    return state


for _kind, _title in (
    ("tax.issue", _("Tax invoice to be issued")),
    ("tax.verify", _("Tax invoice to be verified")),
    ("tax.deduct", _("Tax invoices to be deducted")),
    ("tax.declare", _("Figures of the tax office")),
):
    declare_calls(_kind, _title, SQL["judge_retry"], SQL["retry"], SQL["stop"], "finance.call_offices")


def pause_after(attempts: int) -> float:
    """Answer how many seconds to wait after so many attempts."""
    usual = min(FIRST_WAIT * 3.0 ** min(attempts - 1, 10), LONGEST_WAIT)
    return usual * random.uniform(1 - SPREAD, 1 + SPREAD)  # noqa: S311


@operation(permission="finance.manage_gateways", documents=False)
def retry_messages(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Send messages that failed again, as they were.

    Codes, first match wins: not_found, already (it waits to be sent), was_answered, done.
    Writes: finance_gatewaymessage.state, attempts, next_try_at.
    Locks: messages by id.
    """
    rows(SQL["lock_messages"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_retry"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["retry"], company=company, ids=go) == len(go)
    return outcome
