"""The program starts with its own packages: what only tests install is not imported by it."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions

from . import source

LOCK = source.ROOT / "requirements.lock"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imported() -> set[str]:
    found = set()
    for path in (source.ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {one.name.split(".")[0] for one in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                found.add(node.module.split(".")[0])
    return found - set(sys.stdlib_module_names) - {"interlock"}


def test_the_program_imports_only_what_it_brings() -> None:
    locked = {_plain(name) for name in re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==", LOCK.read_text(), re.MULTILINE)}
    made_by = packages_distributions()
    missing = {one for one in _imported() if not {_plain(name) for name in made_by.get(one, [])} & locked}
    assert not missing, "name their packages in requirements.in and write the lock anew"
