"""Reading a table that came as a file: a spreadsheet, CSV, Parquet or JSON lines in any encoding, all of it as text.

What a row says is judged elsewhere; only a file that is no table, or not the one that was asked for, is refused here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import decoding, sheets
from .outcome import Refusal

if TYPE_CHECKING:
    import polars as pl


def read_table(path: Path, name: str, required: Sequence[str]) -> pl.DataFrame:
    """Read a table as text columns, named as in the file; refuses what is no table, or has not all ``required`` ones.

    Codes: unreadable_file, doubled_columns, missing_columns; of a workbook too_large.
    """
    import polars as pl

    kind = Path(name).suffix.lower()
    try:
        if kind == ".parquet":
            table = decoding.as_text(pl.read_parquet(path))
        elif kind in {".jsonl", ".ndjson", ".json"}:
            table = from_records(decoding.records_of(decoding.as_utf8(path.read_bytes()).decode()))
        elif sheets.is_workbook(path):
            table = sheets.read_sheet(path, name)
        else:
            table = decoding.csv_table(decoding.as_utf8(path.read_bytes()))
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        raise Refusal("unreadable_file", name=name, why=(str(error).splitlines() or ["?"])[0][:200]) from error
    doubled = [column for column in table.columns if "_duplicated_" in column]
    if doubled:
        raise Refusal("doubled_columns", columns=[column.split("_duplicated_")[0] for column in doubled])
    missing = [column for column in required if column not in table.columns]
    if missing:
        raise Refusal("missing_columns", columns=missing)
    return table


def from_records(records: list[dict[str, Any]]) -> pl.DataFrame:
    """Make a text table of JSON objects; a key that no object has is a missing column."""
    import polars as pl

    named = list(dict.fromkeys(key for record in records for key in record))
    data = {column: [_text(record.get(column)) for record in records] for column in named}
    try:
        return pl.DataFrame(data, schema=dict.fromkeys(named, pl.String))
    except UnicodeEncodeError:
        whole = decoding.whole_characters
        clean = {whole(c): [None if v is None else whole(v) for v in values] for c, values in data.items()}
        return pl.DataFrame(clean, schema=dict.fromkeys(clean, pl.String))


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "1" if value else "0"
    return value if isinstance(value, str) else json.dumps(value)
