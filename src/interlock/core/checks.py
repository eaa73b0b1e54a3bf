"""The laws, asked of a live database: each context's ``laws.sql`` names the rows that break one."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import transaction

from .sql import Block, blocks, rows, run

SQL = blocks(__file__)
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


@dataclass(frozen=True)
class Law:
    """A law that SQL alone cannot ask: a context's ``laws`` module lists those as ``ASKED``."""

    name: str
    why: str
    ask: Callable[[int], list[dict[str, Any]]]


def laws() -> list[tuple[str, Block | Law]]:
    """Answer every law of every context."""
    found: list[tuple[str, Block | Law]] = []
    for config in apps.get_app_configs():
        if config.name.startswith("interlock.") and importlib.util.find_spec(f"{config.name}.laws"):
            module = importlib.import_module(f"{config.name}.laws")
            found += [(config.label, block) for block in module.SQL.values()]
            found += [(config.label, law) for law in getattr(module, "ASKED", ())]
    return found


def run_checks(shown: int = SHOWN) -> list[CheckResult]:
    """Ask every law; it answers at most the first rows that break it."""
    with transaction.atomic():
        run(SQL["other_joins"], allowed="off")
        found = [CheckResult(context, law.name, law.why, _broken(law, shown)) for context, law in laws()]
        run(SQL["other_joins"], allowed="on")
    return found


def _broken(law: Block | Law, shown: int) -> list[dict[str, Any]]:
    if isinstance(law, Law):
        return law.ask(shown)[:shown]
    return [row._asdict() for row in rows(law, shown=shown)]


__all__ = ["SHOWN", "CheckResult", "Law", "laws", "run_checks"]
