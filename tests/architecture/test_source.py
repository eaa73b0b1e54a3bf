"""What the design asks of the source: small files, SQL in blocks, layers, nothing of one machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import pytest

from . import source

FILE_LIMIT, FUNCTION_LIMIT = 400, 60
# The door to SQL; the server's own few statements, which run where there is no Django yet; the measure of COPY, which
# copies tables it finds.
SPEAKS_SQL = {
    source.SOURCE / "core" / "sql.py",
    source.SOURCE / "demo" / "bench" / "floor.py",
    *(source.SOURCE / "server").glob("*.py"),
}
SQL_WORDS = re.compile(r"\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE)\b", re.S)


def test_files_are_short() -> None:
    files = [*source.python_files(source.SOURCE, source.ROOT / "tests"), *source.sql_files()]
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert not [f"{source.place(path, 1)} has {size} lines" for path, size in sizes.items() if size > FILE_LIMIT]


def test_functions_are_short() -> None:
    long = []
    for path in source.python_files(source.SOURCE, source.ROOT / "tests"):
        for node in ast.walk(source.tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                size = node.end_lineno - node.lineno + 1
                if size > FUNCTION_LIMIT:
                    long.append(f"{source.place(path, node)} {node.name} has {size} lines")
    assert not long


def test_only_one_module_talks_sql() -> None:
    forbidden = {"cursor", "raw", "extra", "RawSQL"}
    found = [
        f"{source.place(path, call)} {source.called_name(call)}"
        for path in source.python_files()
        if path not in SPEAKS_SQL
        for call in source.calls(path)
        if source.called_name(call) in forbidden
    ]
    assert not found, "use named blocks in a .sql file and interlock.core.sql"


def test_no_sql_is_put_together_from_text() -> None:
    found = []
    for path in source.python_files():
        for node in ast.walk(source.tree(path)):
            if isinstance(node, ast.JoinedStr):
                text = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
            elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant):
                text = str(node.left.value)
            else:
                continue
            if SQL_WORDS.search(text):
                found.append(source.place(path, node))
    assert not found, "bind parameters in a named block"


def test_no_vague_modules() -> None:
    vague = {"utils", "helpers", "manager", "util", "helper", "misc", "common"}
    assert not [source.place(path, 1) for path in source.python_files() if path.stem in vague]


def test_contexts_import_only_what_is_below() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    result = subprocess.run(command, cwd=source.ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def _private_marks() -> dict[str, re.Pattern[str]]:
    """Answer what must not be tracked; written so that this file does not contain it."""
    slash = "/"
    folders = "|".join(["work", "root", "home" + slash + r"\w+", "Users" + slash + r"\w+", "opt" + slash + "pypi"])
    return {
        "a folder of one machine": re.compile(rf"(?<![\w.~*}}])/(?:{folders})/"),
        "a registry's address": re.compile(r"(?:index-url|find-links)[ =]\s*\S|python[h]osted|pypi[.]org/simple"),
    }


TEXT = {
    ".py",
    ".sql",
    ".toml",
    ".lock",
    ".in",
    ".md",
    ".html",
    ".css",
    ".js",
    ".json",
    ".csv",
    ".po",
    ".cfg",
    ".txt",
    "",
}


@pytest.mark.parametrize("what", _private_marks())
def test_nothing_of_one_machine_is_tracked(what: str) -> None:
    pattern = _private_marks()[what]
    found = []
    for path in source.tracked_files():
        if path.suffix not in TEXT or path.stat().st_size > 2_000_000:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{source.place(path, number)} {line.strip()[:100]}")
    assert not found, f"{what} is tracked"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_pin_every_package_by_hash_and_name_no_place(name: str) -> None:
    text = (source.ROOT / name).read_text()
    assert "://" not in text
    packages = re.findall(
        r"^([A-Za-z0-9][\w.\-\[\]]*)==\S+ \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text, re.M
    )
    assert len(packages) == len(re.findall(r"^[A-Za-z0-9]", text, re.M))


def test_the_locks_agree() -> None:
    """Installing for the tests gives the very packages that run."""
    pins = [set(re.findall(r"^(\S+==\S+)", (source.ROOT / name).read_text(), re.M)) for name in _locks()]
    assert pins[0] <= pins[1]


def _locks() -> tuple[str, str]:
    return "requirements.lock", "requirements-dev.lock"
