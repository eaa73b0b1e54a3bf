"""Write a year of the books as one XML file with its schema, or as Parquet files, a table each."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from interlock.core.api import Company, Refusal, Task, background

from .fields import NAMESPACE, ROOT, TABLES, Field, Kind, Table, schema
from .reading import Book, read

AUDIT = "finance.audit"
FORMATS = ("xml", "parquet")
XML, SCHEMA = "accounting.xml", "accounting.xsd"
Count = Callable[[int], None]


def export_audit(company: int, year: int, folder: Path, form: str, count: Count = lambda _rows: None) -> dict[str, int]:
    """Write the files of a company's year into a folder; answers how many rows each table has.

    Amounts are decimals in both formats, never binary fractions. ``count`` is told of each page that is written.
    """
    assert form in FORMATS
    folder.mkdir(parents=True, exist_ok=True)
    return (_xml if form == "xml" else _parquet)(Book.of(company, year), folder, count)


def _xml(book: Book, folder: Path, count: Count) -> dict[str, int]:
    (folder / SCHEMA).write_text(schema(), encoding="utf-8")
    written = {}
    with (folder / XML).open("w", encoding="utf-8") as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<{ROOT} xmlns="{NAMESPACE}">\n')
        for table in TABLES:
            written[table.file] = 0
            for page in read(book, table.file):
                file.writelines(_element(table, row) for row in page)
                written[table.file] += len(page)
                count(len(page))
        file.write(f"</{ROOT}>\n")
    return written


def _element(table: Table, row: tuple[Any, ...]) -> str:
    parts = [_part(one, value) for one, value in zip(table.fields, row, strict=True) if value not in (None, "")]
    return f"<{table.name}>{''.join(parts)}</{table.name}>\n"


def _part(one: Field, value: Any) -> str:
    return f"<{one.name}>{_text(value)}</{one.name}>"


def _text(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return escape("".join(sign for sign in str(value) if sign >= " " or sign in "\t\n"))


def _parquet(book: Book, folder: Path, count: Count) -> dict[str, int]:
    return {table.file: _file(table, read(book, table.file), folder, count) for table in TABLES}


def _file(table: Table, pages: Iterator[list[tuple[Any, ...]]], folder: Path, count: Count) -> int:
    """Write a part a page and join the parts without reading them whole."""
    import polars as pl

    kinds: dict[Kind, Any] = {
        "text": pl.String(),
        "date": pl.Date(),
        "integer": pl.Int64(),
        "amount": pl.Decimal(38, 2),
        "quantity": pl.Decimal(38, 6),
    }
    shape = {field.column: kinds[field.kind] for field in table.fields}
    path, parts, written = folder / f"{table.file}.parquet", [], 0
    for number, page in enumerate(pages):
        part = folder / f".{table.file}-{number:05d}.arrow"
        pl.DataFrame(page, schema=shape, orient="row").write_ipc(part)
        parts.append(part)
        written += len(page)
        count(len(page))
    if parts:
        pl.scan_ipc(parts).sink_parquet(path)
    else:
        pl.DataFrame(schema=shape).write_parquet(path)
    for part in parts:
        part.unlink()
    return written


@background(AUDIT)
def work_audit(task: Task) -> None:
    """Write the files anew from the beginning and hand them over as one archive."""
    if not task.by.may("finance.view_voucher", task.company):
        raise Refusal("not_permitted")
    given = task.job.arguments
    folder = task.folder() / "files"
    task.expect(None)
    export_audit(task.company, int(given["year"]), folder, str(given["format"]), task.advance)
    code = Company.objects.get(pk=task.company).code
    name = f"audit-{code}-{given['year']}-{given['format']}.zip"
    path = task.folder() / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, file.name)
    task.hand_over(path, name)
