"""The office's counter: HTTP in, HTTP out, and what goes wrong on command."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .checks import Refused
from .office import Office

MOST_BYTES = 8 * 1024 * 1024
FAULTS = ("delay", "outage", "refuse", "drop", "repeat", "out_of_order")


@dataclass
class Fault:
    """What goes wrong, how often still, and on which path."""

    kind: str
    times: int
    seconds: float = 0
    reason: str = "refused_on_command"
    path: str = ""


class Counter(ThreadingHTTPServer):
    """The office with its door: one act at a time, whatever comes at once."""

    daemon_threads = True

    def __init__(self, port: int, data: Path | str) -> None:
        super().__init__(("127.0.0.1", port), Caller)
        self.office = Office(data)
        self.at_once = threading.Lock()
        self.faults: list[Fault] = []
        self.waiting: list[tuple[str, dict[str, Any]]] = []
        self.last: tuple[int, Any] | None = None

    def fault(self, path: str) -> Fault | None:
        """Take the next fault that concerns a path."""
        for fault in self.faults:
            if fault.times > 0 and path.startswith(fault.path):
                fault.times -= 1
                return fault
        return None

    def act(self, path: str, message: dict[str, Any]) -> tuple[int, Any]:
        """Do what is asked on a path."""
        acts = {
            "/invoices": self.office.issue,
            "/verifications": self.office.verify,
            "/deductions": self.office.deduct,
        }
        status, answer = self.office.once(path, message, acts[path])
        return int(status), answer

    def put_off(self, path: str, message: dict[str, Any], *, last: bool) -> tuple[int, Any]:
        """Let a request wait; with the last of them they are worked, the latest first."""
        if message not in [waiting for _path, waiting in self.waiting]:
            self.waiting.append((path, message))
        if last:
            for each, waiting in reversed(self.waiting):
                self.act(each, waiting)
            self.waiting.clear()
        return 202, {"request": message.get("request"), "state": "in_work"}


class Caller(BaseHTTPRequestHandler):
    """One call."""

    server: Counter
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer what is asked of the ledger."""
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        office, taxpayer, month = self.server.office, asked.get("taxpayer", ""), asked.get("month", "")
        with self.server.at_once:
            fault = self.server.fault(parts.path)
            if fault and fault.kind == "outage":
                return self._answer(503, {"code": "out_of_service"})
            if parts.path == "/deductions":
                return self._answer(200, {"invoices": office.deductible(taxpayer, month)})
            if parts.path == "/declarations":
                return self._answer(200, office.declaration(taxpayer, month))
            if parts.path == "/ledger":
                return self._answer(200, {"invoices": office.ledger(taxpayer)})
        return self._answer(404, {"code": "no_such_page"})

    def do_DELETE(self) -> None:
        """End all faults."""
        self.server.faults.clear()
        self._answer(200, {})

    def do_POST(self) -> None:
        """Do what a message asks for, or what was commanded to go wrong."""
        message = self._message()
        if message is None:
            return self._answer(400, {"code": "no_message"})
        path = urlsplit(self.path).path
        if path == "/faults":
            return self._command(message)
        if path == "/taxpayers":
            try:
                with self.server.at_once:
                    return self._answer(200, self.server.office.register(message))
            except Refused as refused:
                return self._answer(422, {"code": refused.code, **refused.about})
        if path not in ("/invoices", "/verifications", "/deductions"):
            return self._answer(404, {"code": "no_such_page"})
        return self._worked(path, message)

    def _worked(self, path: str, message: dict[str, Any]) -> None:
        with self.server.at_once:
            fault = self.server.fault(path)
        kind = fault.kind if fault else ""
        if fault and kind == "delay":
            time.sleep(fault.seconds)
        if kind == "outage":
            return self._answer(503, {"code": "out_of_service"}, {"Retry-After": "1"})
        if fault and kind == "refuse":
            return self._answer(422, {"request": message.get("request"), "code": fault.reason})
        with self.server.at_once:
            if fault and kind == "out_of_order":
                status, answer = self.server.put_off(path, message, last=fault.times == 0)
            elif kind == "repeat" and self.server.last is not None:
                status, answer = self.server.last
            else:
                status, answer = self.server.act(path, message)
                self.server.last = (status, answer)
        if kind == "drop":
            self.close_connection = True
            return self.connection.close()
        return self._answer(status, answer)

    def _command(self, message: dict[str, Any]) -> None:
        if message.get("kind") not in FAULTS:
            return self._answer(422, {"code": "unknown_fault", "known": list(FAULTS)})
        known: dict[str, Any] = {
            name: message[name] for name in ("kind", "times", "seconds", "reason", "path") if name in message
        }
        self.server.faults.append(Fault(**{"times": 1, **known}))
        return self._answer(200, known)

    def _message(self) -> dict[str, Any] | None:
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return None
        try:
            found = json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError):
            return None
        return found if isinstance(found, dict) else None

    def _answer(self, status: int, answer: Any, headers: dict[str, str] | None = None) -> None:
        body = json.dumps(answer, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""
