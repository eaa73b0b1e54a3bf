"""``./interlock manage reference``: write docs/reference from the code."""

from __future__ import annotations

import importlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

# The shell above all contexts reads them all; it is named here and imported only when the command runs.
PAGES = "interlock.cli.reference"


class Command(BaseCommand):
    help = "Write docs/reference from the code: operations, states, events, tables, laws, commands, JSON keys."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=Path("docs/reference"), help="where to write")
        parser.add_argument("--check", action="store_true", help="write nothing, fail where a page differs")

    def handle(self, *_args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        pages: dict[str, str] = importlib.import_module(PAGES).pages()
        stale = [name for name, text in pages.items() if _read(folder / name) != text]
        gone = [path for path in folder.glob("*.md") if path.name not in pages]
        if options["check"]:
            if stale or gone:
                names = ", ".join([*stale, *(path.name for path in gone)])
                raise CommandError(f"Not as the code says: {names}. Run ./interlock manage reference.")
            return
        folder.mkdir(parents=True, exist_ok=True)
        for name in stale:
            (folder / name).write_text(pages[name], encoding="utf-8")
        for path in gone:
            path.unlink()
        self.stderr.write(f"{len(pages)} pages, {len(stale) + len(gone)} changed.")


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None
