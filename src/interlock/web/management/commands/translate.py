"""``manage translate``: bring the catalogues up to date with the source and compile them."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from ...translations import LANGUAGES, compile_all, update


class Command(BaseCommand):
    help = "Bring the catalogues of texts up to date with the source and compile them."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for language in LANGUAGES:
            catalog = update(language)
            missing = [message.id for message in catalog if message.id and not _done(message.string)]
            self.stdout.write(f"{language}: {len(catalog)} texts, {len(missing)} without translation")
            for text in missing:
                self.stdout.write(f"  {text!r}")
        compile_all()


def _done(string: Any) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)
