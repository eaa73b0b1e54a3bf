"""The laws, asked of a live database: each context's ``checks.sql`` names the rows that break one."""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from .sql import Block, rows

SHOWN = 20


@dataclass(frozen=True)
class CheckResult:
    """One law: its name, what it says, and the first rows that break it (none: it holds)."""

    context: str
    name: str
    law: str
    broken: list[dict[str, Any]]

    @property
    def holds(self) -> bool:
        return not self.broken


def laws() -> list[tuple[str, Block]]:
    """Answer every law of every context."""
    found = []
    for config in apps.get_app_configs():
        if config.name.startswith("interlock.") and importlib.util.find_spec(f"{config.name}.laws"):
            module = importlib.import_module(f"{config.name}.laws")
            found += [(config.label, block) for block in module.SQL.values()]
    return found


def run_checks() -> list[CheckResult]:
    """Ask every law; a block answers at most the first rows that break it."""
    return [
        CheckResult(context, block.name, block.why, [row._asdict() for row in rows(block, shown=SHOWN)])
        for context, block in laws()
    ]


__all__ = ["SHOWN", "CheckResult", "laws", "run_checks"]
