"""The clients of ``bench web``: ``python -m interlock.demo.bench.web_client`` asks a server, each client in a loop.

A process of its own, so that what it costs is not counted as the server's. It reads the task as a line of JSON, works,
and prints the milliseconds of every request as a line of JSON. A client keeps its connection, asks for the next thing
when the answer is there (a closed loop), and thinks in between when it is told to.
"""

from __future__ import annotations

import http.client
import itertools
import json
import random
import sys
import threading
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

PATIENCE = 120


@dataclass
class Ask:
    """A request by its kind: method, address, body, and which status is right."""

    kind: str
    method: str
    path: str
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    status: tuple[int, ...] = (200,)


@dataclass
class Task:
    """What the clients are told: where, how many, for how long, with which pauses, what to ask for in turn."""

    port: int
    clients: int
    seconds: float
    think: float
    asks: list[dict[str, Any]]
    headers: dict[str, str]
    most: int = 0


class Client(threading.Thread):
    """One client: its own connection, its own order of the same requests."""

    def __init__(self, task: Task, number: int, until: float) -> None:
        super().__init__(daemon=True)
        self.task, self.until = task, until
        self.seen: dict[str, list[float]] = defaultdict(list)
        self.errors: Counter[str] = Counter()
        self.bytes: Counter[str] = Counter()
        asks = [Ask(**ask) for ask in task.asks]
        random.Random(number).shuffle(asks)  # noqa: S311 - not a secret
        self.asks, self.dice = itertools.cycle(asks), random.Random(1000 + number)  # noqa: S311
        self.connection = self._connect()

    def _connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.task.port, timeout=PATIENCE)

    def run(self) -> None:
        if self.task.think:
            time.sleep(self.dice.uniform(0, self.task.think))
        while time.monotonic() < self.until and not (self.task.most and len(self.seen) and self._enough()):
            self._ask(next(self.asks))
            if self.task.think:
                time.sleep(self.dice.uniform(0.5, 1.5) * self.task.think)
        self.connection.close()

    def _enough(self) -> bool:
        return sum(map(len, self.seen.values())) >= self.task.most

    def _ask(self, ask: Ask, *, again: bool = True) -> None:
        body = ask.body.replace("@KEY@", f"{self.ident}-{time.monotonic_ns()}") if ask.body else None
        started = time.perf_counter()
        try:
            self.connection.request(ask.method, ask.path, body and body.encode(), self.task.headers | ask.headers)
            answer = self.connection.getresponse()
            content = answer.read()
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            self.connection.close()  # an idle connection that the server ended meanwhile
            self.connection = self._connect()
            if again:
                return self._ask(ask, again=False)
            self.errors[f"{ask.kind} disconnected"] += 1
            return None
        except OSError as error:
            self.errors[f"{ask.kind} {type(error).__name__}"] += 1
            self.connection.close()
            self.connection = self._connect()
            return None
        self.seen[ask.kind].append((time.perf_counter() - started) * 1000)
        self.bytes[ask.kind] += len(content)
        if answer.status not in ask.status:
            self.errors[f"{ask.kind} {answer.status}"] += 1
        return None


def work(task: Task) -> dict[str, Any]:
    """Let the clients ask, and answer what each kind of request took."""
    started = time.monotonic()
    clients = [Client(task, number, started + task.seconds) for number in range(task.clients)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    took = time.monotonic() - started
    seen: dict[str, list[float]] = defaultdict(list)
    errors: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for client in clients:
        errors.update(client.errors)
        size.update(client.bytes)
        for kind, each in client.seen.items():
            seen[kind] += each
    return {"seconds": took, "seen": seen, "errors": errors, "bytes": size}


if __name__ == "__main__":
    print(json.dumps(work(Task(**json.loads(sys.stdin.read())))))  # noqa: T201 - its answer
