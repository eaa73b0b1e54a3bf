"""The rows a file brought that were not taken in, given back as a file to mend."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from interlock.core.api import File, keep_file

if TYPE_CHECKING:
    import polars as pl


def keep_rejected(marked: pl.DataFrame, file: File, company: int) -> int | None:
    """Keep the rows whose last column ``reasons`` says something, as they came; answers the file, or None without any.

    With a byte order mark, by which spreadsheets know UTF-8.
    """
    rejected = marked.filter(marked["reasons"].is_not_null() & (marked["reasons"] != ""))
    if rejected.is_empty():
        return None
    content = io.BytesIO(b"\xef\xbb\xbf" + rejected.write_csv().encode())
    kept, _new = keep_file(content, f"{Path(file.name).stem}-rejected.csv", company)
    return int(kept.pk)
