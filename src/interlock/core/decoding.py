"""From the bytes of a file to text and rows: what encoding it is in, and what to do where it is in none.

A character that cannot be read becomes U+FFFD; the row that holds it is answered, the others are taken in.
"""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

UNREAD = "\ufffd"
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_HEAD = 64


def as_utf8(content: bytes) -> bytes:
    """Answer the content in UTF-8 without a mark: from UTF-8, UTF-16 with or without a mark, or GB 18030.

    A file that is UTF-8 but for some bytes stays UTF-8, with those bytes unread; GB 18030 would make all of it other
    characters.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content.removeprefix(mark).decode(name, "replace").encode()
    head = content[:_HEAD]
    if len(head) > 3 and head.count(0) * 3 > len(head):
        name = "utf-16-be" if head[::2].count(0) > head[1::2].count(0) else "utf-16-le"
        return content.decode(name, "replace").encode()
    try:
        content.decode()
    except UnicodeDecodeError:
        return _nearly_utf8(content).encode()
    return content


def _nearly_utf8(content: bytes) -> str:
    text = content.decode("utf-8", "replace")
    unread = text.count(UNREAD)
    read = len(re.findall(r"[^\x00-\x7f]", text)) - unread
    if read > unread:
        return text
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError:
        return text


def csv_table(content: bytes) -> pl.DataFrame:
    """Read CSV as text; nameless columns are left out, and a quote that never ends spoils its own row only."""
    import polars as pl

    try:
        table = _read_csv(content)
        whole = b'"' not in content or not (content.count(b'"') % 2 or _swallowed(table))
    except pl.exceptions.ComputeError:
        if b'"' not in content:
            raise
        whole = False
    if not whole:
        lines = [line if line.count(b'"') % 2 == 0 else _unread_quotes(line) for line in content.split(b"\n")]
        table = _read_csv(b"\n".join(lines))
    nameless = [name for name in table.columns if not name.split("_duplicated_")[0].strip()]
    return table.drop(nameless)


def _read_csv(content: bytes) -> pl.DataFrame:
    import polars as pl

    return pl.read_csv(io.BytesIO(content), infer_schema=False, truncate_ragged_lines=True)


def _unread_quotes(line: bytes) -> bytes:
    return line.replace(b'"', UNREAD.encode())


def _swallowed(table: pl.DataFrame) -> bool:
    """Say whether a field holds what looks like further rows of the same table."""
    import polars as pl

    row = rf"\n(?:[^\n,]*,){{{max(1, table.width - 1)}}}"
    found = table.select(pl.any_horizontal(pl.all().str.contains(row).any()))
    return bool(table.height and found.item())


def records_of(text: str) -> list[dict[str, Any]]:
    """Answer the objects of JSON lines or of one array; what is no object is an empty one, so that it is answered."""
    if text.lstrip().startswith("["):
        listed = _json(text)
        return [one if isinstance(one, dict) else {} for one in listed] if isinstance(listed, list) else []
    found = (_json(line) for line in text.split("\n") if line.strip())
    return [one if isinstance(one, dict) else {} for one in found]


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # no JSON, a number of thousands of digits, nested without end
        return None


def whole_characters(text: str) -> str:
    """Replace halves of characters, which JSON can write and nothing can store."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def as_text(table: pl.DataFrame) -> pl.DataFrame:
    """Answer all columns as text; those that hold lists, records or objects are left out."""
    import polars as pl

    def text(name: str, kind: pl.DataType) -> pl.Expr:
        column = pl.col(name)
        if kind == pl.Binary:
            return column.map_elements(lambda value: value.decode("utf-8", "replace"), return_dtype=pl.String)
        if kind == pl.Duration:
            return column.to_physical().cast(pl.String)
        return column.cast(pl.String)

    return table.select(
        text(name, kind) for name, kind in table.schema.items() if not kind.is_nested() and kind != pl.Object
    )


def without_controls(table: pl.DataFrame) -> pl.DataFrame:
    """Take out what no code or number holds and the database cannot compare with: control characters."""
    import polars as pl

    return table.select(pl.all().str.replace_all(r"[\x00-\x1f\x7f]+", " ").str.strip_chars())
