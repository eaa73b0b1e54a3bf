"""Every operation has a race test: two threads, overlapping sets, opposite order."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from django.conf import settings

from interlock.core.api import APPROVAL_KINDS, OPERATIONS

TESTS = Path(__file__).resolve().parents[1]
SOURCE = TESTS.parent / "src" / "interlock"


def declared() -> Iterator[tuple[str, str]]:
    """Answer what ``@races(…)`` names, with the test that does."""
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            for call in node.decorator_list:
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "races":
                    yield from ((str(ast.literal_eval(name)), f"{path.name}::{node.name}") for name in call.args)


def written() -> Iterator[str]:
    """Answer every function that ``@operation(…)`` makes one of, whether anything imports it or not."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            for call in node.decorator_list:
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "operation":
                    yield f"{path.relative_to(SOURCE).parts[0]}.{node.name}"


def test_no_operation_escapes_the_list() -> None:
    """What no page, door or job imports yet is none the less to be raced."""
    import_module(settings.ROOT_URLCONF)
    assert sorted(written()) == sorted(OPERATIONS)


def test_every_operation_is_raced() -> None:
    import_module(settings.ROOT_URLCONF)
    raced = dict(declared())
    assert not set(OPERATIONS) - set(raced), "declare a race test with @races (tests/races.py)"
    gone = {name: test for name, test in raced.items() if name not in OPERATIONS}
    assert not gone, "these tests race what is no operation"


def test_what_moves_documents_is_an_operation() -> None:
    """A kind of approval names the operations after which it looks again; a name that is none would never be heard."""
    assert {name for kind in APPROVAL_KINDS.values() for name in kind.moved_by} <= set(OPERATIONS)
