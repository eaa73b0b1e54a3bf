"""Reading the first sheet of a workbook as a text table, without trusting what the workbook says of itself.

A workbook is an archive: what it unpacks to is bounded before anything is unpacked, its width and height while it is
read. Formulas are not computed; what the program that wrote the file kept as their value is read.
"""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .outcome import Refusal

if TYPE_CHECKING:
    import polars as pl

log = logging.getLogger(__name__)

MOST_UNPACKED, MOST_STRINGS = 300 * 2**20, 150 * 2**20
MOST_COLUMNS, MOST_ROWS = 500, 1_048_576
#: So many rows are held as objects of Python at a time.
SLICE = 10_000
_SIGNATURE = b"PK\x03\x04"


def is_workbook(path: Path) -> bool:
    """Say whether a file is an archive, whatever its name says."""
    with path.open("rb") as opened:
        return opened.read(4) == _SIGNATURE


def read_sheet(path: Path, name: str, most: int = MOST_ROWS) -> pl.DataFrame:
    """Read the first sheet of a workbook; its first row names the columns, and columns without a name are left out.

    Below the first row ``most`` rows are read.

    Codes: unreadable_file, too_large, doubled_columns.
    """
    import polars as pl

    _bound(path, name)
    try:
        found = _rows(path)
        head = [(text or "").strip() for text in next(found, [])]
        places = [place for place, heading in enumerate(head) if heading]
        if not places:
            raise Refusal("unreadable_file", name=name, why="no headings")
        if doubled := sorted({head[place] for place in places if head.count(head[place]) > 1}):
            raise Refusal("doubled_columns", columns=doubled)
        body, parts = islice(found, most), []
        while part := list(islice(body, SLICE)):
            data = {head[place]: [row[place] if place < len(row) else None for row in part] for place in places}
            parts.append(pl.DataFrame(data, schema=dict.fromkeys(data, pl.String)))
    except Refusal:
        raise
    except Exception as error:  # a spoilt archive raises whatever its reader stumbles over
        log.info("%s is no workbook", name, exc_info=True)
        raise Refusal("unreadable_file", name=name, why=str(error)[:200]) from error
    if not parts:
        return pl.DataFrame(schema=dict.fromkeys((head[place] for place in places), pl.String))
    table = pl.concat(parts)
    filled = table.select(pl.any_horizontal(pl.all().fill_null("") != "").arg_true()).to_series()
    return table.head(int(filled[-1]) + 1 if len(filled) else 0)  # what spreadsheets keep empty below the last row


def _bound(path: Path, name: str) -> None:
    """Refuse an archive that unpacks to more than a large sheet; its reader unpacks no more than it says."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Refusal("unreadable_file", name=name, why=str(error)[:200]) from error
    strings = sum(part.file_size for part in parts if "sharedstrings" in part.filename.lower())
    if sum(part.file_size for part in parts) > MOST_UNPACKED or strings > MOST_STRINGS:
        raise Refusal("too_large", name=name)


def _rows(path: Path) -> Iterator[list[str | None]]:
    from openpyxl import load_workbook

    with path.open("rb") as opened:  # a kept file has no ending, by which openpyxl would know it
        book = load_workbook(opened, read_only=True, data_only=True, keep_links=False)
        sheet: Any = book.worksheets[0]
        sheet.reset_dimensions()  # what a sheet says of its size is not what it holds
        for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)):
            if number > MOST_ROWS:
                raise Refusal("too_large", name=path.name)
            yield [_text(value) for value in row] if any(value is not None for value in row) else []


def _text(value: Any) -> str | None:
    """Answer a cell as text: a day as 2026-11-22, a number as it is written, without the .0 of whole ones."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0") if abs(value) < 1e20 else repr(value)
    return str(value)
