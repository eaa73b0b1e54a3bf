"""The reference in docs/reference: written from the code, so that it cannot say what the code does not."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import translation

from . import audit, books, commands, laws, operations, rights, tables, words

#: File name → (title, what it answers, the page's writer).
PAGES: dict[str, tuple[str, str, Callable[[], str]]] = {
    "operations.md": ("Operations", "every verb: its permission, its codes, what it writes and locks", operations.page),
    "states.md": ("States and reasons", "every state, every hold reason and the way out", words.page),
    "events.md": ("Events", "every accounting event, its components and the rules a company starts with", books.page),
    "rights.md": ("Rights", "who may do what: every operation and page by role and by what limits people", rights.page),
    "tables.md": ("Tables", "every table, its columns and what the database holds of it", tables.page),
    "laws.md": ("Laws", "what `./interlock check` asks of a live database", laws.page),
    "commands.md": ("Commands", "every command of `./interlock` and its options", commands.page),
    "audit.md": ("Files for auditors", "every table and field of the export after GB/T 24589.1", audit.page),
    "json.md": ("JSON", "the keys that `--json` prints", commands.json_page),
}


def pages() -> dict[str, str]:
    """Answer every page of the reference by file name, in English."""
    with translation.override("en"):
        written = {name: f"# {title}\n\n{_NOTE}\n\n{write()}" for name, (title, _what, write) in PAGES.items()}
        written["README.md"] = _index()
    return {name: text.rstrip() + "\n" for name, text in written.items()}


def _index() -> str:
    entries = [f"- [{title}]({name}): {what}." for name, (title, what, _write) in PAGES.items()]
    return "\n".join(["# Reference", "", _NOTE, "", *entries])


_NOTE = "Written by `./interlock manage reference` from the code. Change the code, then run it again."
