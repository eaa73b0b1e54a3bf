"""The file of an import as a table of text; what took long to read is kept until it is taken in."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from interlock.core.api import Import, content_path
from interlock.core.sheets import is_workbook, read_sheet
from interlock.core.tables import read_table

if TYPE_CHECKING:
    import polars as pl


def table_of(found: Import) -> pl.DataFrame:
    """Read the file as a table of text; what took long to read is kept beside it until it is taken in."""
    import polars as pl

    kept = kept_table(found)
    if kept.exists():
        return pl.read_parquet(kept)
    path = content_path(found.file.sha256)
    table = read_table(path, found.name, ())
    if form_of(found) == "xlsx":
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as target:
            table.write_parquet(target.name)
            Path(target.name).replace(kept)
    return table


def kept_table(found: Import) -> Path:
    return Path(settings.FILES_ROOT) / "imports" / f"{found.company_id}-{found.pk}.parquet"


def form_of(found: Import) -> str:
    """Say in which format rejected rows go back: a spreadsheet for a spreadsheet, else CSV."""
    return "xlsx" if is_workbook(content_path(found.file.sha256)) else "csv"


def headings_of(found: Import) -> list[str]:
    """Answer the headings of a file without reading all of a workbook."""
    path = content_path(found.file.sha256)
    if not kept_table(found).exists() and is_workbook(path):
        return list(read_sheet(path, found.name, most=1).columns)
    return list(table_of(found).columns)
