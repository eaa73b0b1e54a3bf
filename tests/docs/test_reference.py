"""The committed reference says what the code says."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from interlock.cli import reference
from interlock.cli.reference import commands, operations

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "reference"


def keys_written_down(module: str, function: str) -> list[set[str]]:
    """Answer the fixed keys of each dict that a function of the source writes down."""
    tree = ast.parse((ROOT / "src" / "interlock" / module).read_text(encoding="utf-8"))
    found = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == function)
    return [
        {str(key.value) for key in node.keys if isinstance(key, ast.Constant)}
        for node in ast.walk(found)
        if isinstance(node, ast.Dict)
    ]


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    return reference.pages()


def test_no_page_is_missing_or_left_over(generated: dict[str, str]) -> None:
    assert {path.name for path in FOLDER.glob("*.md")} == set(generated)


@pytest.mark.parametrize("name", [*reference.PAGES, "README.md"])
def test_page_is_as_generated(name: str, generated: dict[str, str]) -> None:
    committed = (FOLDER / name).read_text(encoding="utf-8")
    assert committed == generated[name], "run ./interlock manage reference"


def test_every_operation_says_what_it_is() -> None:
    for name, operation in operations.load().items():
        said = operations.parts(operation.__doc__)
        assert said[""], name
        assert operation.codes, f"{name} names no codes"
        assert {"Writes", "Locks"} <= set(said), f"{name} says what it writes and what it locks"


@pytest.mark.parametrize(
    ("command", "module", "function"),
    [
        ("demo, day, load adventureworks", "demo/summary.py", "summarise"),
        ("check", "cli/reports.py", "check"),
        ("report trial-balance", "cli/reports.py", "trial_balance"),
    ],
)
def test_json_keys_are_those_of_the_code(command: str, module: str, function: str) -> None:
    assert set(commands.KEYS[command]) in keys_written_down(module, function)


def test_json_keys_of_the_benchmark_are_those_of_the_code() -> None:
    assert set(commands.KEYS["bench order-day"]) - {"settings"} in keys_written_down(
        "demo/bench/order_day.py", "_figures"
    )
