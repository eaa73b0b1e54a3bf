"""Operations and refusals, from the operations themselves."""

from __future__ import annotations

import ast
import inspect
import re
from collections import defaultdict
from importlib import import_module
from pathlib import Path

from django.apps import apps

import interlock
from interlock.core.api import OPERATIONS, Operation
from interlock.web import words

from .text import code, codes, parts, table

_GIVEN = {"ids", "company", "by"}
_INTRO = """\
An operation takes a set of ids of one company and answers every id with one code, in the order given. `done` and
`already` are success. What was already done is not done again.

Every call also takes `key` (a repeat of the key answers what the first call answered) and `policy`: `partial` does what
can be done, `all` does everything or nothing (`set_rejected`), `dry_run` only judges. Python calls an operation through
the `api` module of its context."""
_RUNNER = [
    ("set_rejected", "policy `all`: another id of the set was rejected"),
    ("defect", "the row met a defect alone; it is set aside for a person"),
]


def load() -> dict[str, Operation]:
    """Import the door of every context and the HTTP interface, and answer all operations of the program by name."""
    for config in apps.get_app_configs():
        if config.name.startswith("interlock.") and (Path(config.path) / "api.py").exists():
            import_module(f"{config.name}.api")
    import_module("interlock.web.urls")
    ours = {name: one for name, one in OPERATIONS.items() if one.body.__module__.startswith("interlock.")}
    return dict(sorted(ours.items()))


def page() -> str:
    found = load()
    by_context: dict[str, list[Operation]] = defaultdict(list)
    for name, operation in found.items():
        by_context[name.split(".")[0]].append(operation)
    shared = table(["code", "meaning"], [(code(name), meaning) for name, meaning in _RUNNER])
    lines = [_INTRO, "", "## Codes of every operation", "", shared]
    for context, operations in by_context.items():
        lines += ["", f"## {context}"]
        for operation in operations:
            lines += ["", _describe(operation)]
    lines += ["", "## Refusals", "", _REFUSALS, "", table(["code", "sentence", "raised in"], _refusals())]
    return "\n".join(lines)


def _describe(operation: Operation) -> str:
    said = parts(operation.__doc__)
    arguments = [str(one) for name, one in inspect.signature(operation.body).parameters.items() if name not in _GIVEN]
    facts = [
        ("permission", code(operation.permission)),
        ("largest set", f"{operation.limit:,}"),
        ("arguments", codes(_plain(one) for one in arguments)),
        ("writes", said.get("Writes", "")),
        ("locks", said.get("Locks", "")),
        ("timeline", "a row for each id" if operation.documents else "a row for each document it makes"),
    ]
    meanings = meanings_of(operation)
    answers = [(code(name), meaning) for name, meaning in meanings.items()]
    listed = [f"- {name}: {text}" for name, text in facts if text]
    return "\n".join([f"### {operation.name}", "", said[""], "", *listed, "", table(["code", "meaning"], answers)])


def _plain(argument: str) -> str:
    return re.sub(r"\b(datetime|collections\.abc|interlock[\w.]*)\.", "", argument.replace("'", ""))


def meanings_of(operation: Operation) -> dict[str, str]:
    """Answer each code of an operation with what it means: what the docstring adds, and the pages' sentence."""
    written = parts(operation.__doc__).get("Codes", "")
    notes = dict(re.findall(r"\b([a-z][a-z0-9_]+) \(([^)]*)\)", written))
    return {name: _meaning(name, notes.get(name, "")) for name in operation.codes}


def _meaning(name: str, note: str) -> str:
    if name in words.CODES:
        said = str(words.CODES[name][0])
    elif name in words.REASONS:
        said = f"held: {words.REASONS[name][0]}"
    else:
        said = name.replace("_", " ")
    return f"{said} ({note})" if note else said


_REFUSALS = """\
A refusal is a wrong call: nothing was judged and nothing was done. Over HTTP it is `{"code", "message", "detail"}`."""


def refusal_codes() -> dict[str, set[str]]:
    """Answer every code a ``Refusal`` is raised with, and the modules that raise it."""
    root = Path(interlock.__file__).parent
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(root.glob("**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal":
                named = node.args[0] if node.args else None
                if isinstance(named, ast.Constant):
                    found[str(named.value)].add(".".join(path.relative_to(root).with_suffix("").parts))
    return dict(sorted(found.items()))


def _refusals() -> list[tuple[str, str, str]]:
    return [
        (code(name), str(words.REFUSALS.get(name, name.replace("_", " "))), codes(sorted(places)))
        for name, places in refusal_codes().items()
    ]
