"""What a filter finds as a file: XLSX, CSV or Parquet, written by the chunk in the background.

Figures stay exact: an amount with more digits than a spreadsheet's number holds is written as text. Text that a
spreadsheet would take for a formula is preceded by an apostrophe.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.http import QueryDict
from django.utils.text import slugify

from interlock.core.api import Company, Refusal, Task, background

from .. import words
from .declared import LISTS, Asked, Column

EXPORT = "web.export"
FORMATS = ("xlsx", "csv", "parquet")
CHUNK, SHEET_ROWS, DIGITS = 5_000, 1_048_575, 15
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_TEXT = frozenset({"text", "link", "state"})


def harmless(text: str) -> str:
    """Answer text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


@background(EXPORT)
def export(task: Task) -> None:
    """Write the file anew from its beginning; a killed export is begun again."""
    given = task.job.arguments
    listing = LISTS[given["list"]].of(task.company)
    if not any(task.by.may(permission, task.company) for permission in listing.permissions):
        raise Refusal("not_permitted")
    asked = listing.read(QueryDict(given["query"]), task.by)
    total = int(asked.totals(task.company, SHEET_ROWS).found)
    if given["format"] == "xlsx" and total > SHEET_ROWS:
        raise Refusal("too_many_for_a_sheet")
    task.expect(total if total <= SHEET_ROWS else None)
    path = task.folder() / f"export.{given['format']}"
    zone = ZoneInfo(Company.objects.get(pk=task.company).time_zone)
    WRITERS[given["format"]](path, asked.columns, _chunks(task, asked, zone))
    stamp = task.job.created_at.astimezone(zone).strftime("%Y%m%d-%H%M")
    task.hand_over(path, f"{slugify(listing.code)}-{stamp}.{given['format']}")


def _chunks(task: Task, asked: Asked, zone: ZoneInfo) -> Iterator[list[list[Any]]]:
    """Read the list by key and answer its bare values; only one chunk is in memory."""
    for ids in asked.ids(task.company, chunk=CHUNK):
        found = asked.rows(task.company, ids)
        yield [[_value(column, row, zone) for column in asked.columns] for row in found]
        task.advance(len(found))


def _value(column: Column, row: Any, zone: ZoneInfo) -> Any:
    """Answer what a cell holds: a figure, a day, a moment of the company's clock, or text."""
    given = column.of(row)
    if given is None:
        return None
    if column.kind == "state":
        return str(words.STATES[given][0]) if given in words.STATES else str(given)
    if column.kind in _TEXT:
        return str(given)
    if isinstance(given, datetime):
        return given.astimezone(zone).replace(tzinfo=None, microsecond=0)
    if isinstance(given, int):
        return Decimal(given)
    return given


def _titles(columns: tuple[Column, ...]) -> list[str]:
    """Answer the heads of the columns; a moment is not headed by how long ago it was."""
    moments = {"age": words.EXPORTED_MOMENT}
    return [str(moments.get(column.kind, column.title)) for column in columns]


def _write_csv(path: Path, columns: tuple[Column, ...], chunks: Iterator[list[list[Any]]]) -> None:
    with path.open("w", newline="", encoding="utf-8-sig") as target:
        writer = csv.writer(target)
        writer.writerow(_titles(columns))
        for chunk in chunks:
            writer.writerows([[_as_text(value) for value in row] for row in chunk])


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return harmless(value)


def _write_xlsx(path: Path, columns: tuple[Column, ...], chunks: Iterator[list[list[Any]]]) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Interlock")
    sheet.freeze_panes = "A2"
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = 24 if column.wide else 16
    head = [WriteOnlyCell(sheet, value=harmless(title)) for title in _titles(columns)]
    for one in head:
        one.font = Font(bold=True)
    sheet.append(head)
    for chunk in chunks:
        for row in chunk:
            sheet.append([_for_sheet(value) for value in row])
    book.save(path)


def _for_sheet(value: Any) -> Any:
    """Answer a value as a sheet keeps it exactly: a number of up to fifteen digits, else its text."""
    if isinstance(value, str):
        from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

        return harmless(ILLEGAL_CHARACTERS_RE.sub("", value))[:32_767]
    if isinstance(value, Decimal):
        plain = value.normalize()
        if len(plain.as_tuple().digits) > DIGITS:
            return f"{plain:f}"
        return int(plain) if plain == plain.to_integral_value() else plain
    return value


def _write_parquet(path: Path, columns: tuple[Column, ...], chunks: Iterator[list[list[Any]]]) -> None:
    """Write a part a chunk and join the parts without reading them whole."""
    import polars as pl

    schema = {title: _type_of(column.kind) for title, column in zip(_unique(_titles(columns)), columns, strict=True)}
    parts = []
    for number, chunk in enumerate(chunks):
        part = path.with_name(f"part-{number:05d}.arrow")
        pl.DataFrame(chunk, schema=schema, orient="row").write_ipc(part)
        parts.append(part)
    if parts:
        pl.scan_ipc(parts).sink_parquet(path)
    else:
        pl.DataFrame(schema=schema).write_parquet(path)
    for part in parts:
        part.unlink()


def _type_of(kind: str) -> Any:
    import polars as pl

    exact = {"number": pl.Decimal(38, 6), "amount": pl.Decimal(38, 2)}
    moments = {"date": pl.Date(), "age": pl.Datetime("us"), "moment": pl.Datetime("us")}
    return (exact | moments).get(kind, pl.String())


def _unique(titles: list[str]) -> list[str]:
    """Answer titles that differ: a table's columns may not share a name."""
    seen: dict[str, int] = {}
    made = []
    for title in titles:
        seen[title] = seen.get(title, 0) + 1
        made.append(title if seen[title] == 1 else f"{title} {seen[title]}")
    return made


WRITERS: dict[str, Callable[[Path, tuple[Column, ...], Iterator[list[list[Any]]]], None]] = {
    "csv": _write_csv,
    "xlsx": _write_xlsx,
    "parquet": _write_parquet,
}
