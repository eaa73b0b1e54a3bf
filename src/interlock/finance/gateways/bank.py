"""The bank's protocol: a file of payments goes in; statuses and statements are fetched, each with its number."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from interlock.core.sending import Called, call

MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class Fetched:
    """A message of the bank."""

    number: int
    name: str
    body: bytes


def send_payments(url: str, key: str, body: bytes) -> Called:
    """Send a file of payments; the bank knows a repeat by the message id in it, and the key says it again."""
    headers = {"content-type": "application/xml", "idempotency-key": key, "user-agent": "Interlock"}
    return call("POST", f"{url.rstrip('/')}/payments", body, headers, MOST_BYTES)


def fetch_messages(url: str, after: int, accounts: Sequence[str]) -> tuple[Called, list[Fetched]]:
    """Fetch what the bank has for these accounts beyond a number; what is no such list is the fault ``unreadable``."""
    asked = json.dumps({"after": after, "accounts": list(accounts)}).encode()
    headers = {"content-type": "application/json", "user-agent": "Interlock"}
    called = call("POST", f"{url.rstrip('/')}/messages", asked, headers, MOST_BYTES)
    if called.fault:
        return called, []
    try:
        told: Any = json.loads(called.content)
        found = [
            Fetched(int(one["number"]), str(one["name"])[:24], str(one["body"]).encode()) for one in told["messages"]
        ]
    except (ValueError, KeyError, TypeError):
        return Called(called.status, "unreadable"), []
    return called, found
