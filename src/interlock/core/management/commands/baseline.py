"""``./interlock manage baseline``: write the migrated schema from the migrations."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from interlock import server
from interlock.core import baseline


class Command(BaseCommand):
    help = "Write the schema that a fresh database is loaded with; run after every new migration (two minutes)."
    requires_system_checks = ()

    def handle(self, *_args: Any, **_options: Any) -> None:
        if server.external.url():
            raise server.Trouble("The baseline is written from the embedded server: unset INTERLOCK_DATABASE_URL.")
        baseline.FILE.write_text(baseline.make(), encoding="utf-8")
        self.stderr.write(f"{baseline.FILE.name} holds the schema of these migrations.")
