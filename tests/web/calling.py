"""Programs that call the interface: a token, and JSON both ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

from interlock.core.api import TokenScope, User, make_token
from tests.builders import World

from .people import make_user

TOMORROW = timedelta(days=1)


@dataclass
class Program:
    """A program with a token."""

    text: str

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        given = headers | ({"Authorization": f"Bearer {self.text}"} if self.text else {})
        more = {} if body is None else {"data": body, "content_type": "application/json"}
        return Client(raise_request_exception=False).generic(method, f"/api/v1/{path}", **_encoded(more), headers=given)

    def get(self, path: str, **headers: str) -> Any:
        return self.send("GET", path, **headers)

    def post(self, path: str, body: Any, **headers: str) -> Any:
        return self.send("POST", path, body, **headers)

    def patch(self, path: str, body: Any, **headers: str) -> Any:
        return self.send("PATCH", path, body, **headers)


def _encoded(given: dict[str, Any]) -> dict[str, Any]:
    import json

    return given | {"data": json.dumps(given["data"], default=str)} if "data" in given else given


def token_of(user: User, scope: TokenScope | None = None, lasts: timedelta = TOMORROW) -> str:
    return make_token(user, "a program", datetime.now(UTC) + lasts, scope or TokenScope())[1]


def program(world: World, permissions: Sequence[str] | None = None, **scope: Any) -> Program:
    """Make a program of a person with these permissions (none named: all), its token narrowed by ``scope``."""
    return Program(token_of(make_user(world, permissions), TokenScope(**scope)))


def codes(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [one["code"] for one in answer.json()["verdicts"]]
