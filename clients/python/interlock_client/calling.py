"""How calls are sent. Written by ./interlock manage client from the specification; do not edit."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, Callable, Iterator


class Problem(Exception):
    """A call that was refused: ``code`` is a stable contract, ``errors`` names fields."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status, self.body = status, body
        self.code: str = body.get("code", "")
        self.errors: list[dict[str, str]] = body.get("errors", [])
        super().__init__(f"{status} {self.code}: {body.get('detail', '')}")


class Caller:
    """Sends calls with a token; waits as long as it is told to where there were too many."""

    def __init__(self, address: str, token: str, *, timeout: float = 60, patience: int = 3) -> None:
        self.address, self.token, self.timeout, self.patience = address.rstrip("/"), token, timeout, patience

    def call(
        self, method: str, path: str, *, query: dict[str, Any] | None = None, body: Any = None, key: str | None = None
    ) -> Any:
        """Send one call and answer what came back; a refusal raises ``Problem``."""
        given = {name: _text(value) for name, value in (query or {}).items() if value is not None}
        address = self.address + path + (f"?{urllib.parse.urlencode(given)}" if given else "")
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body, default=str).encode()
        if key is not None:
            headers["Idempotency-Key"] = key
        for attempt in range(self.patience + 1):
            request = urllib.request.Request(address, data=data, headers=headers, method=method)
            try:
                with urllib.request.urlopen(request, timeout=self.timeout) as answer:
                    return json.load(answer)
            except urllib.error.HTTPError as error:
                with error:
                    problem = _problem(error)
                if error.code != 429 or attempt == self.patience:
                    raise problem from None
                time.sleep(float(error.headers.get("Retry-After", "1")))
        raise AssertionError("the loop returns or raises")

    def every(self, listing: Callable[..., Any], **given: Any) -> Iterator[Any]:
        """Answer the rows of all pages of a list: ``client.every(client.list_orders, state="held")``."""
        after: int | None = 0
        while after is not None:
            page = listing(**(given | {"after": after}))
            yield from page["rows"]
            after = page["next"]


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _problem(error: urllib.error.HTTPError) -> Problem:
    try:
        body = json.load(error)
    except ValueError:
        body = {"detail": error.reason}
    return Problem(error.code, body)
