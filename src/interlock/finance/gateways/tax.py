"""The tax office's counter, as its protocol describes it: JSON over HTTP, a request number in every message."""

from __future__ import annotations

import http.client
import ipaddress
import json
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

SECONDS = 20.0
MOST_BYTES = 8 * 1024 * 1024
PATHS = {"issue": "/invoices", "verify": "/verifications", "deduct": "/deductions"}
#: What the office has decided: it acted, or it refuses what the message says.
SETTLED = frozenset({200, 400, 404, 409, 422})


@dataclass(frozen=True)
class Reply:
    """How a call went: the status and the answer, or the fault in a word."""

    status: int | None
    fault: str = ""
    answer: Mapping[str, Any] = field(default_factory=dict)

    @property
    def settled(self) -> bool:
        """Say whether asking again would answer nothing else."""
        return not self.fault and self.status in SETTLED

    @property
    def ok(self) -> bool:
        return self.settled and self.status == 200


def ask(url: str, kind: str, body: Mapping[str, Any]) -> Reply:
    """Make one call; an answer to another request than this one is none."""
    if not may_call(url):
        return Reply(None, "bad_address")
    path, method, sent = PATHS.get(kind, ""), "POST", json.dumps(dict(body), ensure_ascii=False).encode()
    if kind == "declare":
        path = "/declarations?" + urlencode({"taxpayer": body["taxpayer"], "month": body["month"]})
        method, sent = "GET", b""
    try:
        status, content = _call(url, method, path, sent)
    except TimeoutError:
        return Reply(None, "timeout")
    except ssl.SSLError:
        return Reply(None, "certificate")
    except socket.gaierror:
        return Reply(None, "unknown_host")
    except (OSError, http.client.HTTPException):
        return Reply(None, "no_connection")
    return _read(status, content, "" if kind == "declare" else str(body.get("request", "")))


def _read(status: int, content: bytes, request: str) -> Reply:
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        return Reply(status, "no_answer")
    if status in (200, 202, 409, 422) and answer.get("request", "") != request:
        return Reply(status, "other_answer")
    if status not in SETTLED:
        return Reply(status, "in_work" if status == 202 else "status", answer)
    return Reply(status, "", answer)


def may_call(url: str) -> bool:
    """Say whether an address may be called: encrypted, or on this machine."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        own = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        own = False
    return bool(host) and not parts.username and (parts.scheme == "https" or (parts.scheme == "http" and own))


def _call(url: str, method: str, path: str, body: bytes) -> tuple[int, bytes]:
    parts = urlsplit(url)
    host, base = parts.hostname or "", parts.path.rstrip("/")
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        connection = http.client.HTTPSConnection(
            host, parts.port, timeout=SECONDS, context=ssl.create_default_context()
        )
    else:
        connection = http.client.HTTPConnection(host, parts.port, timeout=SECONDS)
    try:
        connection.request(method, base + path, body or None, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, answer.read(MOST_BYTES)
    finally:
        connection.close()
