"""The source files that the architecture tests read."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from interlock.server import project_root

ROOT = project_root()
SOURCE = ROOT / "src" / "interlock"
CONTEXTS = ("core", "parties", "items", "finance", "stock", "sales", "web", "demo", "cli", "server")


def is_generated(path: Path) -> bool:
    return "migrations" in path.parts or "__pycache__" in path.parts


def python_files(*folders: Path) -> list[Path]:
    found = [path for folder in folders or (SOURCE,) for path in sorted(folder.rglob("*.py"))]
    return [path for path in found if not is_generated(path)]


def sql_files() -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.sql")) if not is_generated(path)]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(path: Path, node: ast.expr | ast.stmt | int) -> str:
    line = node if isinstance(node, int) else node.lineno
    return f"{path.relative_to(ROOT)}:{line}"


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def called_name(call: ast.Call) -> str:
    """Answer ``cursor`` for ``connection.cursor()`` and for ``cursor()``."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def tracked_files() -> list[Path]:
    """Answer the files under version control; none outside a checkout."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listing.returncode != 0:
        return []
    return [ROOT / name for name in listing.stdout.decode().split("\0") if name and (ROOT / name).is_file()]
