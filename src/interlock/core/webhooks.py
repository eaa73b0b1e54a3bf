"""Webhooks after the Standard Webhooks specification: secrets, what is due, how it went, another try.

Delivered at least once and in no promised order: the receiver knows a repeat by its ``webhook-id``. A delivery is
claimed for ``LEASE`` seconds, longer than a call may take, so two workers do not send one at once, and what a killed
worker had claimed is sent again with the same id.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import random
import secrets
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .actors import Actor
from .announcing import DELIVER, PART
from .messages import Content, declare_messages, log_message
from .models import User, Webhook
from .operations import operation
from .outcome import Outcome
from .sending import Sent, send
from .sql import blocks, rows, run
from .waking import wake

SQL = blocks(__file__)
SIGN = "whsec_"
#: A delivery is tried for a day, after 5 s, 15 s, 45 s … and at last every four hours, each a fifth sooner or later.
FIRST_WAIT, LONGEST_WAIT, A_DAY, SPREAD = 5.0, 4 * 3600.0, 86_400.0, 0.2
LEASE, AT_ONCE, AT_ONCE_EACH = 60, 16, 4
OLD_SECRET = timedelta(days=1)
KEPT_DAYS = 30
GONE = 410
MESSAGE = "webhook"


# ------------------------------------------------------------------------------------------------------- subscriptions
def make_webhook(
    *, company: int, name: str, url: str, kinds: Sequence[str], owner: User, state: str = "active"
) -> tuple[Webhook, str]:
    """Make a subscription; answers it with its secret, which is shown once."""
    made = Webhook.objects.create(
        company_id=company, name=name, url=url, kinds=sorted(set(kinds)), owner=owner, state=state, nonce=_nonce()
    )
    return made, secret_of(made.nonce)


def rotate_secret(webhook: Webhook) -> str:
    """Give a new secret; for a day every message is signed with the one before, too."""
    with transaction.atomic():
        held = Webhook.objects.select_for_update(no_key=True).get(pk=webhook.pk)
        held.old_nonce, held.old_ends_at, held.nonce = held.nonce, timezone.now() + OLD_SECRET, _nonce()
        held.save(update_fields=["old_nonce", "old_ends_at", "nonce"])
    return secret_of(held.nonce)


def switch(webhook: Webhook, state: str, reason: str = "") -> None:
    """Pause, resume or switch off; what still waits for one that is off has failed, and can be sent again later."""
    with transaction.atomic():
        Webhook.objects.filter(pk=webhook.pk).update(state=state, off_reason=reason if state == "off" else "")
        if state == "off":
            run(SQL["give_up"], company=webhook.company_id, webhook=webhook.pk)


def secret_of(nonce: str) -> str:
    """Answer the secret that follows from a nonce and the installation's key: a copy of the database signs nothing."""
    return SIGN + base64.b64encode(_raw(nonce)).decode()


def _raw(nonce: str) -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), f"webhook {nonce}".encode(), hashlib.sha256).digest()


def _nonce() -> str:
    return secrets.token_hex(24)


def signature(raw: bytes, message: str, timestamp: int, body: bytes) -> str:
    """Sign as the specification says: v1, base64 of HMAC-SHA256 over ``id.timestamp.body``."""
    signed = b".".join((message.encode(), str(timestamp).encode(), body))
    return "v1," + base64.b64encode(hmac.new(raw, signed, hashlib.sha256).digest()).decode()


# -------------------------------------------------------------------------------------------------------------- sending
def deliver_due() -> int:
    """Send what is due, some at once, until nothing more is; answers how many were tried."""
    tried, running = 0, dict[Future[Sent], Any]()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        while True:
            for row in _claim(AT_ONCE - len(running)):
                body = body_of(row)
                running[pool.submit(send, row.url, body, headers_of(row, body))] = row
            if not running:
                return tried
            done, _waiting = wait(running, timeout=1, return_when=FIRST_COMPLETED)
            for future in done:
                mark(running.pop(future), future.result())
                tried += 1


def _claim(size: int) -> list[Any]:
    if size <= 0:
        return []
    return rows(SQL["claim"], size=size, each=AT_ONCE_EACH, lease=LEASE, part=PART)


def body_of(row: Any) -> bytes:
    """Answer what is sent: thin, and the same at every attempt."""
    listed = [{"id": one, "number": number} for one, number in zip(row.documents, row.numbers, strict=True)]
    told = {
        "type": row.kind,
        "timestamp": row.happened_at.isoformat().replace("+00:00", "Z"),
        "data": {"company": row.company, "kind": row.kind.partition(".")[0], "documents": listed},
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def headers_of(row: Any, body: bytes) -> dict[str, str]:
    """Answer the headers of one attempt: signed anew, by the former secret too while it is valid."""
    message, moment = f"msg_{row.key.hex}", int(timezone.now().timestamp())
    nonces = [row.nonce, *([row.old_nonce] if row.old_nonce else [])]
    return {
        "content-type": "application/json",
        "user-agent": "Interlock",
        "webhook-id": message,
        "webhook-timestamp": str(moment),
        "webhook-signature": " ".join(signature(_raw(nonce), message, moment, body) for nonce in nonces),
    }


def mark(row: Any, sent: Sent) -> None:
    """Write down how an attempt went; a receiver that is gone for good is switched off."""
    state, pause = "delivered", None
    if not sent.ok:
        pause = None if sent.status == GONE else pause_after(row.attempts, sent.retry_after)
        over = pause is None or row.tried_for + pause > A_DAY
        state, pause = ("failed", None) if over else ("waiting", pause)
    run(
        SQL["mark"],
        company=row.company_id,
        id=row.id,
        attempt=row.attempts,
        state=state,
        status=sent.status,
        fault=sent.fault,
        duration=sent.duration_ms,
        pause=pause,
    )
    _note(row, sent, state)
    if sent.status == GONE:
        switch(Webhook.objects.get(pk=row.webhook_id), "off", "gone")


def _note(row: Any, sent: Sent, state: str) -> None:
    """Leave a row in the log of messages: one a delivery, whatever the number of its attempts."""
    body = body_of(row)
    log_message(
        company=row.company_id,
        direction="out",
        door="worker",
        kind=MESSAGE,
        system=row.webhook,
        reference=(row.numbers or [""])[0],
        document=("webhook", row.id),
        key=row.key,
        state={"delivered": "success"}.get(state, state),
        remark=" ".join(filter(None, (row.kind, sent.fault))),
        request=Content(headers_of(row, body), body),
        status=sent.status,
        duration_ms=sent.duration_ms,
        method="POST",
        path=row.url,
    )


def _push(message: Any) -> None:
    """Send a delivery again, under the id it had."""
    call: dict[str, Any] = {"company": message.company_id, "ids": [message.document_id]}
    code = rows(SQL["judge"], **call)[0][1]
    if code not in ("done", "already"):
        raise LookupError(code)
    run(SQL["again"], **call)
    wake(DELIVER)


def _stop(company: int, messages: Sequence[Any]) -> None:
    run(SQL["stop"], company=company, ids=[message.document_id for message in messages])


declare_messages(MESSAGE, _("Webhook"), push=_push, stop=_stop)


def pause_after(attempts: int, retry_after: float = 0) -> float:
    """Answer how many seconds to wait after so many attempts."""
    usual = min(FIRST_WAIT * 3.0 ** min(attempts - 1, 12), LONGEST_WAIT)
    return max(usual * random.uniform(1 - SPREAD, 1 + SPREAD), min(retry_after, LONGEST_WAIT))  # noqa: S311


def clear_away() -> int:
    """Forget deliveries that came in a month ago, or failed three months ago, and what nobody waits for any more."""
    return run(SQL["clear_deliveries"], days=KEPT_DAYS) + run(SQL["clear_messages"], days=KEPT_DAYS)


# --------------------------------------------------------------------------------------------------------- another try
@operation(permission="core.manage_webhooks", documents=False)
def replay_webhooks(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:  # noqa: ARG001  every operation is told
    """Send deliveries again, under the ids they had: for a receiver that lost them or has come back.

    Codes, first match wins: not_found, already (it waits to be sent), webhook_off, done.
    Writes: webhookdelivery.state, attempts, next_try_at.
    Locks: deliveries by id.
    """
    run(SQL["lock"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["again"], company=company, ids=go) == len(go)
    return outcome
