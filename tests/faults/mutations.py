"""A good file, spoilt in a hundred ways: what shops' programs, spreadsheets and lines between them make of it."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import polars as pl

Rows = list[dict[str, Any]]
#: A value of each kind that a cell must survive; none of them is a legal quantity, price, moment or shop.
EVIL = {
    "formula": '=HYPERLINK("http://x";"1")',
    "formula at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "control": "a\x00b\x07c\x1b[2J\x7f",
    "right to left": "\u202e\u0645\u0631\u062d\u0628\u0627\u200f\u2066",
    "negative": "-1",
    "huge": "9" * 400,
    "exponent": "1e308",
    "not a number": "NaN",
    "infinite": "-Infinity",
    "arabic digits": "\u0663\u0662",
    "fullwidth digits": "\uff11\uff12",
    "30 February": "2026-02-30T10:00:00",
    "year 0": "0000-00-00 00:00:00",
    "year 99999": "99999-01-01 00:00:00",
    "offset": "2026-11-11T20:00:00+99:99",
    "emoji": "🔒" * 100,
    "quotes": "'\"'; DROP TABLE sales_order; --",
    "separator": "1,299;00\t",
    "spaces": " \u3000\u00a0\u2003 ",
    "line ends": "a\r\nb\nc\u2028d\x85e",
    "backslash": "\\.",
    "null": "NULL",
    "combining": "e" + "\u0301" * 300,
    "surrogate escape": "\\ud800",
    "percent": "%s%(x)s{}",
}


@dataclass(frozen=True)
class Kind:
    """A kind of file: how good rows are made, and which of its columns are which.

    ``make_rows`` answers twelve good rows whose keys begin as asked, or have not been given before. ``text`` holds
    something like 陈小红 in every row.
    """

    make_rows: Callable[[str], Rows]
    key: str
    number: str
    day: str
    text: str
    required: tuple[str, str]
    optional: tuple[str, ...]
    cells: tuple[str, ...]
    most: dict[str, str]

    def keys(self, rows: Rows) -> set[str]:
        return {str(row[self.key]) for row in rows}


@dataclass
class Spoilt:
    """A file to take in: the keys of rows that must be in, or None where the file as such may be refused."""

    title: str
    name: str
    content: bytes
    whole: set[str] | None = field(default_factory=set)


def as_csv(rows: Rows, columns: list[str] | None = None) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns or list(dict.fromkeys(key for row in rows for key in row)))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def as_json_lines(rows: Rows) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def spoil(kind: Kind, count: int, seed: int) -> list[Spoilt]:
    """Make so many spoilt files of good ones: each way once as far as they go, then evil values in some cells."""
    dice = random.Random(seed)
    made = [*_tables(kind), *_encodings(kind), *_json(kind), *_parquet(kind), *_broken(kind)]
    if len(made) > count:
        return dice.sample(made, count - count // 3) + [_cells(kind, dice, place) for place in range(count // 3)]
    return made + [_cells(kind, dice, place) for place in range(count - len(made))]


def _cells(kind: Kind, dice: random.Random, place: int) -> Spoilt:
    """Put evil values into some cells of some rows; the other orders must be in."""
    rows = kind.make_rows(f"C{place:03d}-")
    touched = dice.sample(rows, 3)
    names = list(EVIL)
    titles = []
    whole = kind.keys([row for row in rows if row not in touched])
    for row in touched:
        evil, column = dice.choice(names), dice.choice(kind.cells)
        row[column] = EVIL[evil]
        titles.append(f"{column} {evil}")
    if place % 3 == 0:
        return Spoilt(", ".join(titles), "cells.jsonl", as_json_lines(rows).encode(), whole)
    return Spoilt(", ".join(titles), "cells.csv", as_csv(rows).encode(), whole)


def _tables(kind: Kind) -> list[Spoilt]:
    """Columns missing, doubled, added, in another order; rows too short and too long; fields of 10 MB."""
    made = []
    for column in kind.required:
        rows = [{k: v for k, v in row.items() if k != column} for row in kind.make_rows(f"M{column}")]
        made.append(Spoilt(f"without {column}", "missing.csv", as_csv(rows).encode(), None))
    rows = kind.make_rows("OPT")
    bare = [{k: v for k, v in row.items() if k not in kind.optional} for row in rows]
    made.append(Spoilt("without optional columns", "bare.csv", as_csv(bare).encode(), kind.keys(rows)))
    text = as_csv(kind.make_rows("DBL"))
    at = text.split("\r\n")[0].split(",").index(kind.number)
    doubled = "\r\n".join(line + "," + line.split(",")[at] for line in text.split("\r\n") if line)
    made.append(Spoilt("a column twice", "doubled.csv", doubled.encode(), None))
    rows = kind.make_rows("BLK")
    blank = "\r\n".join(line + ",,," for line in as_csv(rows).split("\r\n") if line) + "\r\n,,,,,\r\n\r\n"
    made.append(Spoilt("nameless columns and empty rows", "blank.csv", blank.encode(), kind.keys(rows)))
    rows = kind.make_rows("ADD")
    more = [{"notes": "x", **dict(reversed(row.items())), f"{kind.number} ": "7"} for row in rows]
    made.append(Spoilt("further columns, other order", "more.csv", as_csv(more).encode(), kind.keys(rows)))
    rows = kind.make_rows("SHT")
    lines = as_csv(rows).split("\r\n")
    lines[2] = lines[2][: len(lines[2]) // 2]
    lines[4] += ",甲楼,乙室"
    made.append(Spoilt("short and long rows", "ragged.csv", "\r\n".join(lines).encode(), kind.keys(rows[4:])))
    for column in (kind.key, kind.text, kind.number, kind.day):
        rows = kind.make_rows(f"BIG{column}")
        rows[5][column] = "长" * (10 * 1024 * 1024 // 3)
        whole = kind.keys([row for row in rows if row is not rows[5]])
        made.append(Spoilt(f"10 MB in {column}", "big.csv", as_csv(rows).encode(), whole))
    rows = kind.make_rows("SUM")
    rows[1] |= kind.most
    made.append(
        Spoilt("legal figures, huge product", "sum.csv", as_csv(rows).encode(), kind.keys([rows[0], *rows[2:]]))
    )
    made.append(
        Spoilt("only a header", "header.csv", as_csv(kind.make_rows("HDR")[:1]).split("\r\n")[0].encode(), set())
    )
    return made


def _encodings(kind: Kind) -> list[Spoilt]:
    """The same table in other encodings, and with bytes that belong to none."""
    made = []
    for name in ("gb18030", "gbk", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        rows = kind.make_rows(f"E{name}")
        content = as_csv(rows).encode(name)
        made.append(Spoilt(f"CSV in {name}", "encoded.csv", content, kind.keys(rows)))
        if name.startswith("utf"):
            rows = kind.make_rows(f"J{name}")
            made.append(Spoilt(f"JSON in {name}", "encoded.jsonl", as_json_lines(rows).encode(name), kind.keys(rows)))
    made.append(Spoilt("CSV in utf-32", "encoded.csv", as_csv(kind.make_rows("U32")).encode("utf-32"), None))
    rows = kind.make_rows("BYT")
    text = as_csv(rows).encode()
    at = text.index("陈小红".encode(), len(text) // 2)
    spoilt = kind.keys(rows[text[:at].count(b"\r\n") - 1 :][:1])
    broken = text[: at + 1] + b"\xff\xfe" + text[at + 3 :]
    made.append(Spoilt("two bytes of no encoding", "bytes.csv", broken, kind.keys(rows) - spoilt))
    return made


def _json(kind: Kind) -> list[Spoilt]:
    """JSON that is no object, too deep, too long a number, half a character."""
    made = []
    for title, line in {
        "lists among objects": "[1, 2, 3]",
        "a bare number": "12",
        "a number of 5,000 digits": f'{{"{kind.key}": "X", "{kind.number}": {"9" * 5000}}}',
        "half a character": f'{{"{kind.key}": "\\ud800", "{kind.text}": "\\udfff"}}',
        "a key with half a character": '{"\\ud800": 1}',
        "too deep": f'{{"{kind.text}": {"[" * 20_000}{"]" * 20_000}}}',
        "NaN and Infinity": f'{{"{kind.key}": "N1", "{kind.number}": NaN, "{kind.day}": -Infinity}}',
        "a value of each type": f'{{"{kind.key}": 1.5, "{kind.day}": true, "x": {{"a": [1]}}, "{kind.number}": [2]}}',
        "cut off": f'{{"{kind.key}": "X',
    }.items():
        rows = kind.make_rows(f"J{len(made)}L")
        text = as_json_lines(rows[:5]) + line + "\n" + as_json_lines(rows[5:])
        made.append(Spoilt(title, "spoilt.jsonl", text.encode(), kind.keys(rows)))
    rows = kind.make_rows("JLS")
    rows[3][kind.text] = "line\u2028separator\x85and\x0bmore"
    made.append(Spoilt("other line ends in a text", "ends.jsonl", as_json_lines(rows).encode(), kind.keys(rows)))
    rows = kind.make_rows("JAR")
    listed = json.dumps([*rows, 5, None, "text", ["x"]])
    made.append(Spoilt("an array of mixed values", "array.json", listed.encode(), kind.keys(rows)))
    made.append(Spoilt("a cut array", "array.json", json.dumps(kind.make_rows("JCT"))[:-20].encode(), None))
    made.append(
        Spoilt("an object", "object.json", json.dumps({"rows": kind.make_rows("JOB")}, indent=1).encode(), None)
    )
    return made


def _parquet(kind: Kind) -> list[Spoilt]:
    """Parquet with other types than text, and damaged."""

    def table(rows: Rows) -> pl.DataFrame:
        return pl.DataFrame([{k: str(v) for k, v in row.items()} for row in rows])

    def written(frame: pl.DataFrame) -> bytes:
        out = io.BytesIO()
        frame.write_parquet(out)
        return out.getvalue()

    rows = kind.make_rows("PTY")
    typed = table(rows).with_columns(
        pl.col(kind.number).cast(pl.Decimal(18, 2)),
        pl.col(kind.day).str.slice(0, 10).str.to_date().cast(pl.Datetime),
        pl.col(kind.text).cast(pl.Categorical),
        pl.lit(None).alias("nothing"),
        pl.lit(True).alias("yes").cast(pl.Boolean),  # noqa: FBT003
    )
    made = [Spoilt("typed columns", "typed.parquet", written(typed), kind.keys(rows))]
    rows = kind.make_rows("PFL")
    floats = table(rows).with_columns(pl.col(kind.number).cast(pl.Float64))
    made.append(Spoilt("floats", "floats.parquet", written(floats), kind.keys(rows)))
    rows = kind.make_rows("PBI")
    binary = table(rows).with_columns(
        pl.Series(kind.text, [b"\xff\xfe\x00" if n == 2 else b"Chen" for n in range(len(rows))]),
        pl.lit(5).cast(pl.Duration).alias("nothing"),
    )
    made.append(Spoilt("bytes and durations", "binary.parquet", written(binary), kind.keys([*rows[:2], *rows[3:]])))
    nested = table(kind.make_rows("PNE")).with_columns(pl.concat_list(kind.number).alias(kind.number))
    made.append(Spoilt("a list for a number", "nested.parquet", written(nested), None))
    whole = written(table(kind.make_rows("PCU")))
    made.append(Spoilt("cut off", "cut.parquet", whole[: len(whole) // 2], None))
    made.append(Spoilt("damaged", "damaged.parquet", whole[:200] + bytes(60) + whole[260:], None))
    made.append(Spoilt("a CSV by another name", "csv.parquet", as_csv(kind.make_rows("PCS")).encode(), None))
    return made


def _broken(kind: Kind) -> list[Spoilt]:
    """What is no table at all, and quotes that never end."""
    noise = random.Random(7).randbytes(4000)
    made = [
        Spoilt("nothing", "empty.csv", b"", None),
        Spoilt("noise", "noise.csv", noise, None),
        Spoilt("noise as JSON", "noise.jsonl", noise, None),
        Spoilt("zeros", "zeros.csv", bytes(4000), None),
        Spoilt("a web page", "page.csv", b'<!DOCTYPE html>\n<html><body>502, Bad "Gateway</body></html>\n', None),
    ]
    rows = kind.make_rows("QUO")
    rows[8][kind.text] = "MARK"
    text = as_csv(rows).replace("MARK", '"never closed')
    made.append(Spoilt("a quote that never ends", "quote.csv", text.encode(), kind.keys(rows) - kind.keys(rows[8:9])))
    rows = kind.make_rows("QIN")
    rows[3][kind.text] = "MARK"
    text = as_csv(rows).replace("MARK", '12" pipe street')
    made.append(Spoilt("a quote inside", "inch.csv", text.encode(), kind.keys(rows) - kind.keys(rows[3:4])))
    return made
