"""Write the Python client from the specification: ``./interlock manage client``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from interlock import server
from interlock.web.api import client

FOLDER = Path("clients") / "python" / "interlock_client"


class Command(BaseCommand):
    help = "Write clients/python/interlock_client from the specification of the HTTP interface."

    def handle(self, *_args: Any, **_options: Any) -> None:
        folder = server.project_root() / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in client.files().items():
            (folder / name).write_text(text, encoding="utf-8")
            self.stdout.write(f"{FOLDER / name}: {len(text.splitlines()):,} lines")
