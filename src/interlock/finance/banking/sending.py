"""The outbox to the banks: claimed for a while, called without a transaction, marked; what comes back is taken in.

A message that a killed worker had claimed is due again when its lease ends, and what is sent is the same file under
the same message id: the bank answers the repeat with what it answered first, so nothing is paid twice.
"""

from __future__ import annotations

import io
import json
import random
import time
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from interlock.core.api import Actor, Content, Outcome, content_path, keep_file, operation, system_actor
from interlock.core.sending import Called
from interlock.core.sql import blocks, column, rows, run, value

from ..gateways.bank import Fetched, fetch_messages, send_payments
from ..gateways.logged import declare_calls, log_call
from .iso import BadFile, read_report
from .receiving import take_received
from .runs import REFUSED_STATUSES, RunAnswer, answer_runs

SQL = blocks(__file__)
LEASE = 60
FIRST_WAIT, LONGEST_WAIT, TRIES, SPREAD = 5.0, 1800.0, 30, 0.2
CONFLICT = 409
TAKEN_STATUSES = ("ACTC", "ACCP", "ACSP", "ACSC", "PDNG", "RCVD", "PART")


@operation(permission="finance.send_again", documents=False)
def resend_messages(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:  # noqa: ARG001  every operation is told
    """Try messages to a bank again, now: the same file under the same id.

    Codes, first match wins: not_found, answered, withdrawn (its run was), already (it waits to be sent), done.
    Writes: finance_bankmessage.state, next_try_at.
    Locks: messages by id.
    """
    rows(SQL["lock_messages"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_again"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["again"], company=company, ids=go) == len(go)
    return outcome


@operation(permission="finance.record_statements", documents=False)
def ask_banks(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:  # noqa: ARG001  every operation is told
    """Ask gateways (``ids``) for statuses and statements; one question at a time.

    Codes, first match wins: not_found, gateway_off, already (a question waits), done.
    Writes: finance_bankmessage.
    Locks: gateways by id.
    """
    rows(SQL["lock_gateways"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_ask"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["ask"], company=company, ids=go) == len(go)
    return outcome


def send_due(company: int | None = None, at_most: int = 1000) -> int:
    """Make the calls that are due, one after the other, until none is; answers how many were made."""
    made = 0
    while made < at_most and (found := rows(SQL["claim"], only=company, lease=LEASE)):
        _work(found[0])
        made += 1
    return made


def _work(row: Any) -> None:
    began = time.monotonic()
    if row.kind == "pay":
        body = content_path(row.sha256).read_bytes()
        called = send_payments(row.url, str(row.key), body)
        seconds = time.monotonic() - began
        _log(row, Content({"content-type": "application/xml"}, body), called, seconds, *_take_answer(row, called))
        return
    accounts = [one.number for one in rows(SQL["accounts"], company=row.company_id, gateway=row.gateway_id)]
    after = value(SQL["last"], company=row.company_id, gateway=row.gateway_id) or 0
    called, found = fetch_messages(row.url, after, accounts)
    seconds = time.monotonic() - began
    if not called.fault:
        _keep(row, found)
    asked = Content({"content-type": "application/json"}, json.dumps({"after": after, "accounts": len(accounts)}))
    _log(row, asked, called, seconds, _mark(row, called, answered=not called.fault), called.fault)
    if not called.fault:
        take_received(row.company_id, row.gateway_id, system_actor("job"))


def _take_answer(row: Any, called: Called) -> tuple[str, str]:
    """Take what the bank says of a file: taken, or refused as a whole for good; anything else is asked again.

    Answers how the message stands, and the fault in a word.
    """
    answered = None
    if called.content and called.status is not None:
        try:
            report = read_report(called.content)
        except BadFile:
            report = None
        if report and report.message == row.message:
            # one that names a payment it does not refuse has the file: its statuses say which
            some = any(one.status and one.status not in REFUSED_STATUSES for one in report.payments)
            if called.fault == "" and (some or report.status in TAKEN_STATUSES):
                answered = RunAnswer(accepted=True)
            elif report.status == "RJCT" and not some and called.status != CONFLICT:
                answered = RunAnswer(accepted=False, reason=report.reason)
    if answered is None:
        fault = called.fault if called.fault else "unreadable"
        fault = "message_id_used" if called.status == CONFLICT else fault
        return _mark(row, Called(called.status, fault), answered=False, over=called.status == CONFLICT), fault
    answer_runs(
        [row.payment_run_id], company=row.company_id, by=system_actor("job"), key=uuid4(),
        answers={row.payment_run_id: answered},
    )  # fmt: skip
    fault = "" if answered.accepted else "refused"
    return _mark(row, Called(called.status, fault), answered=True), fault


def _mark(row: Any, called: Called, *, answered: bool, over: bool = False) -> str:
    """Write down how an attempt went; only that attempt's worker says so, and nobody after it was answered.

    Answers the state of the message.
    """
    state, pause = "answered", None
    if not answered:
        over = over or row.attempts >= TRIES
        state, pause = ("failed", None) if over else ("waiting", pause_after(row.attempts))
    run(
        SQL["mark"], company=row.company_id, id=row.id, attempt=row.attempts, state=state, status=called.status,
        fault=called.fault, pause=pause,
    )  # fmt: skip
    return state


def _log(row: Any, asked: Content, called: Called, seconds: float, state: str, fault: str) -> None:
    path = "/payments" if row.kind == "pay" else "/messages"
    log_call(
        company=row.company_id, kind=f"bank.{row.kind}", system=row.gateway, reference=row.message or "",
        message=row.id, key=row.key, state=state, fault=fault, request=asked, response=called.content,
        status=called.status, seconds=seconds, url=row.url.rstrip("/") + path,
    )  # fmt: skip


for _kind, _title in (("bank.pay", _("Payment file")), ("bank.fetch", _("Statuses and statements of a bank"))):
    declare_calls(_kind, _title, SQL["judge_again"], SQL["again"], SQL["stop"], "finance.send_to_banks")


def pause_after(attempts: int) -> float:
    """Answer how many seconds to wait after so many attempts."""
    usual = min(FIRST_WAIT * 2.0 ** min(attempts - 1, 12), LONGEST_WAIT)
    return usual * random.uniform(1 - SPREAD, 1 + SPREAD)  # noqa: S311  not a secret


def _keep(row: Any, found: Sequence[Fetched]) -> None:
    """Keep all that one answer held, once a number, in one transaction: what is beyond the last is asked for next."""
    if not found:
        return
    with transaction.atomic():
        hashes = [
            keep_file(io.BytesIO(one.body), f"{one.name}-{one.number}.xml", row.company_id)[0].sha256 for one in found
        ]
        run(
            SQL["keep"], company=row.company_id, gateway=row.gateway_id, numbers=column([one.number for one in found]),
            names=[one.name for one in found], hashes=hashes,
        )  # fmt: skip
