"""Vouchers by hand from a file: CSV or a spreadsheet, one line a row, every row answered."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, BinaryIO
from uuid import NAMESPACE_URL, uuid5

from interlock.core import decoding
from interlock.core.amounts import ungrouped
from interlock.core.api import Actor, Answer, Refusal, content_path, keep_file

from .drafts import NAMED, NewDraft, NewDraftLine, save_drafts

COLUMNS = ("voucher", "posting_on", "account", "debit", "credit", "text", *NAMED, "currency_amount", "rate")
REQUIRED = COLUMNS[:5]
MOST_VOUCHERS = 5_000


@dataclass
class DraftsResult:
    """What came of a file: how many rows, the drafts made, those it made before, and each rejected row (from 1)."""

    rows: int = 0
    drafts: list[int] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    rejected: list[tuple[int, str, str]] = field(default_factory=list)


def import_drafts(source: BinaryIO, name: str, *, company: int, by: Actor) -> DraftsResult:
    """Write the vouchers of a file as drafts: rows of the same ``voucher`` are one, taken whole or not at all.

    The same file again makes only what it did not make before. Refuses what is no such table (unreadable_file,
    missing_columns, too_many).
    """
    by.require("finance.enter_vouchers", company)
    file, _new = keep_file(source, name, company)
    found = _read(content_path(file.sha256).read_bytes(), name)
    result = DraftsResult(len(found))
    drafts: dict[int, NewDraft] = {}
    places: dict[int, list[int]] = {}
    for number, places_of in enumerate(_grouped(found), start=1):
        own = [found[place - 1] for place in places_of]
        days = {_day(row["posting_on"]) for row in own}
        day = days.pop() if len(days) == 1 else None
        if day is None:
            result.rejected += [(place, "bad_day", found[place - 1]["posting_on"]) for place in places_of]
            continue
        made_of = str(uuid5(NAMESPACE_URL, f"interlock:voucher:{file.sha256}:{own[0]['voucher']}"))
        given = NewDraft(day, own[0]["text"], tuple(map(_line, own)), kind="import", source=made_of)
        drafts[number], places[number] = given, places_of
    if len(drafts) > MOST_VOUCHERS:
        raise Refusal("too_many", given=len(drafts), limit=MOST_VOUCHERS)
    outcome = save_drafts(list(drafts), company=company, by=by, drafts=drafts)
    for verdict in outcome.verdicts:
        result.rejected += _rejected(verdict, places[verdict.id])
        if verdict.ok:
            (result.drafts if verdict.code == "done" else result.known).append(verdict.detail["draft"])
    result.rejected.sort()
    return result


def _rejected(verdict: Answer, places: Sequence[int]) -> list[tuple[int, str, str]]:
    """Answer the rows of a rejected voucher: the wrong ones with what is wrong, the others with their company."""
    if verdict.ok:
        return []
    wrong = verdict.detail.get("lines", ())
    named = [(places[fault["line"] - 1], str(fault["code"]), str(fault["value"])) for fault in wrong]
    faulty = {place for place, _code, _value in named}
    return named + [(place, "set_rejected" if named else verdict.code, "") for place in places if place not in faulty]


def _grouped(found: Sequence[dict[str, str]]) -> list[list[int]]:
    """Answer the rows of each voucher, in the order in which vouchers begin."""
    groups: dict[str, list[int]] = {}
    for place, row in enumerate(found, start=1):
        groups.setdefault(row["voucher"], []).append(place)
    return list(groups.values())


def _line(row: dict[str, str]) -> NewDraftLine:
    named: dict[str, Any] = {name: row.get(name, "") for name in ("text", *NAMED)}
    foreign = {name: read_amount(row.get(name, "")) for name in ("currency_amount", "rate")}
    return NewDraftLine(row["account"], read_amount(row["debit"]), read_amount(row["credit"]), **(named | foreign))


def read_amount(text: str) -> Decimal | None:
    """Read an amount as people write it; nothing written is zero, what cannot be read is None."""
    clean = ungrouped(text)
    if not clean:
        return Decimal(0)
    try:
        value = Decimal(clean)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10].replace("/", "-"))
    except ValueError:
        return None


def _read(content: bytes, name: str) -> list[dict[str, str]]:
    """Read a file's rows as texts by column."""
    table = _spreadsheet(content, name) if content[:2] == b"PK" else _csv(content, name)
    head = [cell.strip().lower() for cell in table[0]] if table else []
    missing = [wanted for wanted in REQUIRED if wanted not in head]
    if missing:
        raise Refusal("missing_columns", columns=missing)
    wide = [dict.fromkeys(COLUMNS, "") | dict(zip(head, map(str.strip, row), strict=False)) for row in table[1:]]
    return [row for row in wide if any(row.values())]


def _csv(content: bytes, name: str) -> list[list[str]]:
    import polars as pl

    try:
        table = decoding.csv_table(decoding.as_utf8(content).replace(b"\0", b""))
    except pl.exceptions.NoDataError:
        return []
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
        raise Refusal("unreadable_file", name=name, why=(str(error).splitlines() or ["?"])[0][:200]) from error
    if any(decoding.UNREAD in head for head in table.columns):  # in no encoding that is known here
        raise Refusal("unreadable_file", name=name)
    return [table.columns, *([cell or "" for cell in row] for row in table.iter_rows())]


def _spreadsheet(content: bytes, name: str) -> list[list[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        sheet: Any = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
        return [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError) as error:
        raise Refusal("unreadable_file", name=name, why=str(error)[:200]) from error


def _cell(value: Any) -> str:
    """Answer a cell as text: a day as 2026-11-22, a number as it is written, an account without .0."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
