"""The bank's door over HTTP: what customers call, and what a test commands."""

from __future__ import annotations

import json
import threading
import time
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from .ledger import Ledger
from .messages import cents

MOST_BYTES = 64 * 1024 * 1024
FAULTS = ("delay", "fail", "refuse", "drop", "repeat", "shuffle")


class Faults:
    """What goes wrong next, by command: ``{"fault": "drop", "path": "/payments", "times": 1, "seconds": 0}``."""

    def __init__(self) -> None:
        self.lock, self.waiting = threading.Lock(), list[dict[str, Any]]()

    def add(self, given: dict[str, Any]) -> bool:
        if given.get("fault") not in FAULTS:
            return False
        with self.lock:
            self.waiting.append({"path": "/", "times": 1, "seconds": 0, **given})
        return True

    def take(self, path: str) -> dict[str, dict[str, Any]]:
        """Answer the faults that this call meets, by name, and count them."""
        found = {}
        with self.lock:
            for one in self.waiting:
                if one["times"] > 0 and path.startswith(one["path"]) and one["fault"] not in found:
                    one["times"] -= 1
                    found[one["fault"]] = one
        return found


class Bank(ThreadingHTTPServer):
    """A bank that listens."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], ledger: Ledger) -> None:
        super().__init__(address, Door)
        self.ledger, self.faults = ledger, Faults()


class Door(BaseHTTPRequestHandler):
    """One call."""

    server: Bank
    protocol_version = "HTTP/1.1"

    def log_message(self, *_given: Any) -> None:
        """Say nothing: a test has its own log."""

    def do_GET(self) -> None:
        self._work(self._get)

    def do_POST(self) -> None:
        self._work(self._post)

    def _work(self, answer: Any) -> None:
        path = urlsplit(self.path).path
        size = int(self.headers.get("Content-Length") or 0)
        if size > MOST_BYTES:
            self.close_connection = True
            return self._say(413, "too large", "text/plain")
        body = self.rfile.read(size)
        met = self.server.faults.take(path) if path != "/faults" else {}
        if "delay" in met:
            time.sleep(float(met["delay"]["seconds"]))
        if "fail" in met:
            return self._say(500, "the bank is out of order", "text/plain")
        if "refuse" in met:
            return self._say(403, "refused", "text/plain")
        try:
            status, told, kind = answer(path, body, met)
        except (KeyError, ValueError) as error:
            status, told, kind = 400, f"bad call: {error}", "text/plain"
        if "drop" in met:  # acted, and nobody hears of it
            self.close_connection = True
            self.connection.close()
            return None
        return self._say(status, told, kind)

    def _say(self, status: int, told: str, kind: str) -> None:
        content = told.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    # --------------------------------------------------------------------------------------------------- the protocol
    def _get(self, path: str, _body: bytes, _met: dict[str, Any]) -> tuple[int, str, str]:
        ledger = self.server.ledger
        if path.startswith("/payments/"):
            told = ledger.status(path.removeprefix("/payments/"), _now())
            return (404, "unknown", "text/plain") if told is None else (200, told, "application/xml")
        if path == "/ledger":
            return 200, json.dumps(ledger.everything()), "application/json"
        return 404, "unknown", "text/plain"

    def _post(self, path: str, body: bytes, met: dict[str, Any]) -> tuple[int, str, str]:
        ledger = self.server.ledger
        if path == "/payments":
            return (*ledger.take(body, _now()), "application/xml")
        given = json.loads(body or b"{}")
        day = date.fromisoformat(given["on"]) if "on" in given else _now().date()
        told: Any = {}
        if path == "/messages":
            found = ledger.waiting(int(given["after"]), given["accounts"])
            if "repeat" in met:
                found = found + ledger.waiting(0, given["accounts"])
            told = {"messages": found[::-1] if "shuffle" in met else found}
        elif path == "/faults":
            if not self.server.faults.add(given):
                return 400, "unknown fault", "text/plain"
        elif path == "/accounts":
            ledger.open_account(given["number"], given["holder"], given["currency"], cents(given["balance"]))
        elif path == "/blocked":
            ledger.block(given["account"], given["reason"])
        elif path == "/accept":
            told = {"files": ledger.accept(_now())}
        elif path == "/settle":
            told = ledger.settle(day, _now())
        elif path == "/entries":
            out = given["amount"].startswith("-")
            value = cents(given["amount"].lstrip("-")) * (-1 if out else 1)
            told = {"reference": ledger.enter(given["account"], day, value, given["kind"], given)}
        elif path == "/statements":
            told = {"number": ledger.issue(given["account"], day, _now())}
        else:
            return 404, "unknown", "text/plain"
        return 200, json.dumps(told), "application/json"


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
