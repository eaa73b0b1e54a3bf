"""Markdown: tables, sentences, docstrings cut into their parts."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Sequence
from typing import Any

_PART = re.compile(r"^(Codes[^:\n]*|Row codes|Writes|Locks):", re.MULTILINE)


def table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Write a table; a column that is empty in every row is left out."""
    found = [[_cell(one) for one in row] for row in rows]
    kept = [place for place, _head in enumerate(heads) if any(row[place] for row in found)]
    lines = [[heads[place] for place in kept], ["---"] * len(kept), *([row[place] for place in kept] for row in found)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: Any) -> str:
    return " ".join(str("" if value is None else value).split()).replace("|", "\\|")


def code(text: Any) -> str:
    return f"`{text}`" if text not in (None, "") else ""


def codes(names: Iterable[Any]) -> str:
    return ", ".join(code(name) for name in names)


def one_line(text: str) -> str:
    return " ".join(text.split())


def ticks(text: str) -> str:
    """Turn the double back quotes of docstrings into Markdown's."""
    return text.replace("``", "`")


def doc(thing: Any) -> str:
    """Answer a docstring of our own, as paragraphs on one line each; nothing for one that Python made up."""
    text = inspect.cleandoc(getattr(thing, "__doc__", None) or "")
    return ticks("\n\n".join(one_line(paragraph) for paragraph in text.split("\n\n")))


def parts(docstring: str | None) -> dict[str, str]:
    """Cut a docstring into its effect ("") and its Codes, Writes and Locks."""
    pieces = _PART.split(inspect.cleandoc(docstring or ""))
    named = {"": pieces[0].strip()}
    for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
        body, _gap, rest = text.strip().partition("\n\n")
        named[name.split(",")[0].split(" ")[0]] = ticks(one_line(body))
        if rest:
            named[""] += "\n\n" + rest
    named[""] = ticks("\n\n".join(one_line(paragraph) for paragraph in named[""].split("\n\n")))
    return named
