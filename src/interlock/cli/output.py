"""What a command shows: results on standard output, everything else on standard error."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

Report = Callable[[str, int, int], None]

errors = Console(stderr=True)


@contextmanager
def progress() -> Iterator[Report]:
    """Yield ``report(stage, done, total)``, which draws one bar a stage on standard error."""
    columns = TextColumn("{task.description:<28}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=errors, disable=not errors.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
                if not errors.is_terminal:
                    errors.print(f"{stage} …", markup=False, highlight=False)
            bars.update(tasks[stage], completed=done, total=total)

        yield report


def plain(value: Any) -> Any:
    """Answer a value that JSON holds exactly: amounts, dates and keys become text."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, str) or value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Sequence | set | frozenset):
        return [plain(item) for item in value]
    return str(value)


def result(value: Any, *, as_json: bool, title: str = "") -> None:
    """Print one JSON object, or tables made of the same keys."""
    value = plain(value)
    if as_json:
        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
        sys.stdout.flush()
        return
    tables(value, title)


def tables(value: Mapping[str, Any], title: str = "", console: Console | None = None) -> None:
    """Print single figures in one table, then one table for each list or group."""
    console = console or _page()
    single = {key: item for key, item in value.items() if not isinstance(item, dict | list)}
    if single:
        _pairs(console, single, title)
    for key, item in value.items():
        if isinstance(item, dict) and item:
            _pairs(console, item, _words(key))
        elif isinstance(item, list) and item:
            _rows(console, item, _words(key))


def _page() -> Console:
    """Answer standard output; a file or pipe is wide enough for every table."""
    console = Console()
    return console if console.is_terminal else Console(width=160)


def _pairs(console: Console, pairs: Mapping[str, Any], title: str) -> None:
    table = Table(title=title or None, show_header=False, title_justify="left", title_style="bold")
    table.add_column(style="dim")
    table.add_column(justify="right")
    for key, item in pairs.items():
        table.add_row(_words(key), _text(item))
    console.print(table)


def _rows(console: Console, items: Sequence[Any], title: str) -> None:
    if not all(isinstance(item, dict) for item in items):
        console.print(f"{title}: {', '.join(_text(item) for item in items)}", markup=False)
        return
    keys = list(dict.fromkeys(key for item in items for key in item))
    table = Table(title=title or None, title_justify="left", title_style="bold")
    for key in keys:
        figures = all(_is_figure(item.get(key)) for item in items)
        table.add_column(_words(key), justify="right" if figures else "left", no_wrap=figures)
    for item in items:
        table.add_row(*(_text(item.get(key)) for key in keys))
    console.print(table)


def _is_figure(value: Any) -> bool:
    return not isinstance(value, bool) and (isinstance(value, int | float) or _amount(value) is not None)


def _amount(value: Any) -> Decimal | None:
    """Answer a text like 1299.00 as a number; codes of accounts and dates are not amounts."""
    if not isinstance(value, str) or "." not in value or not value.removeprefix("-").replace(".", "", 1).isdigit():
        return None
    return Decimal(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{_words(key)} {_text(item)}" for key, item in value.items())
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:,.2f}"
    amount = _amount(value)
    return f"{amount:,}" if amount is not None else str(value)


def _words(key: Any) -> str:
    return str(key).replace("_", " ").replace(" pct", ", %")
