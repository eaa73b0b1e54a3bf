"""Writes a typed Python client from the specification: a method a call, a ``TypedDict`` a schema, no dependency."""

from __future__ import annotations

import keyword
from textwrap import wrap
from typing import Any

HEAD = '"""{said} Written by ./interlock manage client from the specification; do not edit."""\n'
CALLS = '''
from __future__ import annotations

from typing import Any, Iterator

from . import types
from .calling import Caller


class Client(Caller):
    """One method for each call of the interface."""
'''
CALLING = '''
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
'''
INIT = """
from .calling import Problem
from .client import Client

__all__ = ["Client", "Problem"]
"""
PLAIN = {"integer": "int", "string": "str", "boolean": "bool", "number": "float", "null": "None"}


def files(schema: dict[str, Any] | None = None) -> dict[str, str]:
    """Answer the files of the client by name."""
    if schema is None:
        from ..http import api

        schema = api.get_openapi_schema()
    return {
        "__init__.py": HEAD.format(said="A client of Interlock.") + INIT,
        "calling.py": HEAD.format(said="How calls are sent.") + CALLING,
        "client.py": HEAD.format(said="The calls.") + CALLS + _methods(schema),
        "types.py": HEAD.format(said="What calls take and answer.") + _types(schema),
        "py.typed": "",
    }


# ---------------------------------------------------------------------------------------------------------- the methods
def _methods(schema: dict[str, Any]) -> str:
    return "".join(
        _method(path, method, call) for path, methods in schema["paths"].items() for method, call in methods.items()
    )


def _method(path: str, method: str, call: dict[str, Any]) -> str:
    inside = [one["name"] for one in call["parameters"] if one["in"] == "path"]
    asked = [one for one in call["parameters"] if one["in"] == "query"]
    body = call.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    keyed = any(one["in"] == "header" for one in call["parameters"])
    takes = ["self", *(f"{name}: int" for name in inside)]
    if body is not None:
        takes.append(f"call: types.{_name(body)}")
    if asked or keyed:
        takes.append("*")
    for one in asked:
        kind = python(one["schema"], "types.")
        if one["required"]:
            takes.append(f"{_safe(one['name'])}: {kind}")
        else:
            takes.append(f"{_safe(one['name'])}: {kind if 'None' in kind else kind + ' | None'} = None")
    if keyed:
        takes.append("key: str | None = None")
    sends = [f'"{method.upper()}"', f'f"{path}"' if inside else f'"{path}"']
    if asked:
        pairs = ", ".join(f'"{one["name"]}": {_safe(one["name"])}' for one in asked)
        sends.append(f"query={{{pairs}}}")
    sends += ["body=call"] if body is not None else []
    sends += ["key=key"] if keyed else []
    answer = _name(call["responses"][200]["content"]["application/json"]["schema"])
    said = _docstring(call.get("description") or call["summary"], 8)
    header = f"    def {call['operationId']}(\n        " + ",\n        ".join(takes) + f",\n    ) -> types.{answer}:\n"
    body_text = "        return self.call(\n            " + ",\n            ".join(sends) + ",\n        )\n"
    return f"\n{header}{said}{body_text}"


# ------------------------------------------------------------------------------------------------------------ the types
def _types(schema: dict[str, Any]) -> str:
    text = "\nfrom __future__ import annotations\n\nfrom typing import Any, Literal, NotRequired, TypedDict\n"
    for name, one in sorted(schema["components"]["schemas"].items()):
        text += f"\n\nclass {name}(TypedDict):\n{_docstring(one.get('description') or name, 4)}\n"
        needed = set(one.get("required", ()))
        for label, part in one.get("properties", {}).items():
            kind = python(part)
            text += f"    {_safe(label)}: {kind if label in needed else f'NotRequired[{kind}]'}\n"
    return text


def python(part: dict[str, Any], within: str = "") -> str:
    """Answer a part of the specification as a Python type; figures travel as text, so no cent is lost."""
    if "$ref" in part:
        return within + _name(part)
    if "enum" in part or "const" in part:
        values = part.get("enum", [part.get("const")])
        return "str" if within else f"Literal[{', '.join(repr(value) for value in values)}]"
    if "anyOf" in part:
        kinds = list(dict.fromkeys(python(one, within) for one in part["anyOf"]))
        kinds = ["str" if kind == "float" else kind for kind in kinds]
        return " | ".join(dict.fromkeys(kinds))
    if part.get("type") == "array":
        return f"list[{python(part.get('items', {}), within)}]"
    if part.get("type") == "object":
        more = part.get("additionalProperties")
        return f"dict[str, {python(more, within) if isinstance(more, dict) else 'Any'}]"
    return PLAIN.get(str(part.get("type")), "Any")


def _name(schema: dict[str, Any]) -> str:
    return str(schema["$ref"]).rsplit("/", 1)[-1]


def _safe(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


def _docstring(said: str, indent: int) -> str:
    pad = " " * indent
    parts = ["\n".join(wrap(" ".join(part.split()), 100)) for part in said.split("\n\n")]
    text = "\n\n".join(parts).replace("\\", "\\\\").replace('"""', "'''")
    lines = [f"{pad}{line}" if line else "" for line in text.splitlines()]
    if len(lines) == 1:
        return f'{pad}"""{text}"""\n'
    return f'{pad}"""' + "\n".join(lines).lstrip() + f'\n{pad}"""\n'
