"""A file of returns as a platform sends it: kept, read, announced; the rows not taken in come back in a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO
from uuid import NAMESPACE_URL, uuid5

from interlock.core.api import Actor, File, content_path, keep_file, run_work

from .. import feeds
from ..rejected import keep_rejected
from .announce_returns import NewReturn, NewReturnLine, announce_returns

if TYPE_CHECKING:
    import polars as pl

REQUIRED = ("order_no", "quantity", "reason", "returned_at")
COLUMNS = (*REQUIRED, "shop", "line_no", "sku", "kind", "return_no", "serials", "amount")
LONGEST = {"order_no": 64, "shop": 24, "sku": 40, "kind": 24, "reason": 24, "return_no": 64, "serials": 4_000}
_QUANTITY = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")
_AMOUNT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,2})?")
_LINE = re.compile(r"[0-9]{1,6}")


@dataclass
class ReturnFeedResult:
    """What came of a file: returns by code, rows (from 1) not taken in with the reason, and the file of those rows."""

    rows: int = 0
    returns: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    rejected: list[tuple[int, str]] = field(default_factory=list)
    rejected_file: int | None = None


@dataclass
class _Group:
    """Rows that make one return: of one order, on one day, for one reason."""

    given: dict[str, Any]
    on: date | None
    lines: list[NewReturnLine] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    problems: dict[int, str] = field(default_factory=dict)


def import_returns(
    source: BinaryIO,
    name: str,
    *,
    company: int,
    by: Actor,
    progress: Callable[[int], None] | None = None,
) -> ReturnFeedResult:
    """Take a file of returns in; the same file again answers what it answered first.

    Columns: ``order_no``, ``quantity``, ``reason``, ``returned_at``; ``sku`` or ``line_no`` (or both); and, where the
    platform gives them, ``shop``, ``kind`` (return when empty), ``return_no``, ``serials`` and, for money without goods
    or pieces, ``amount`` in the place of the quantity. Rows of one order, day, kind, reason and return number make one
    return, which is announced as a whole or not at all. Refuses what is no such table (unreadable_file,
    missing_columns, doubled_columns).
    """
    by.require("sales.announce_returns", company)
    file, _new = keep_file(source, name, company)
    raw = feeds.read_raw(content_path(file.sha256), name, required=REQUIRED)
    groups = _group(raw)
    good = {place: group for place, group in groups.items() if not group.problems}
    worked = run_work(
        announce_returns,
        list(good),
        company=company,
        by=by,
        key=uuid5(NAMESPACE_URL, f"interlock:returns:{company}:{file.sha256}"),
        progress=progress,
        returns={place: _new_return(group) for place, group in good.items()},
    )
    counts = Counter(worked.counts)
    result = ReturnFeedResult(rows=len(raw), returns=len(groups))
    for group in groups.values():
        if group.problems:
            counts["unreadable"] += 1
            result.rejected += [(place, group.problems.get(place, "unreadable")) for place in group.places]
    for verdict in worked.rejected:
        result.rejected += [(place, verdict.code) for place in groups[verdict.id].places]
    result.rejected.sort()
    result.counts = dict(counts)
    result.rejected_file = _keep_rejected(raw, result.rejected, file, company)
    return result


def _group(raw: pl.DataFrame) -> dict[int, _Group]:
    """Gather the rows into returns, by the place of the first row of each."""
    missing = [column for column in COLUMNS if column not in raw.columns]
    found: dict[tuple[str, ...], _Group] = {}
    for place, record in enumerate(raw.to_dicts(), start=1):
        row = {column: "" if column in missing else _clean(record[column]) for column in COLUMNS}
        row["kind"] = row["kind"] or "return"
        on = _day(row["returned_at"])
        key = (row["shop"], row["order_no"], row["return_no"], row["kind"], row["reason"], str(on))
        group = found.setdefault(key, _Group(row, on))
        group.places.append(place)
        if problems := _problems(row, on):
            group.problems[place] = ",".join(problems)
            continue
        line_number = int(row["line_no"]) if row["line_no"] else None
        serials = tuple(row["serials"].replace(",", " ").split())
        quantity, amount = Decimal(row["quantity"] or 0), Decimal(row["amount"]) if row["amount"] else None
        group.lines.append(NewReturnLine(quantity, line_number, row["sku"], serials, amount))
    return {group.places[0]: group for group in found.values()}


def _problems(row: dict[str, str], on: date | None) -> list[str]:
    needed = [column for column in REQUIRED if column != "quantity" or not row["amount"]]
    problems = [f"missing_{column}" for column in needed if not row[column]]
    problems += [f"long_{column}" for column, longest in LONGEST.items() if len(row[column]) > longest]
    if not row["sku"] and not row["line_no"]:
        problems.append("missing_sku")
    if row["quantity"] and (
        not _QUANTITY.fullmatch(row["quantity"]) or not (Decimal(row["quantity"]) or row["amount"])
    ):
        problems.append("bad_quantity")
    if row["amount"] and not _AMOUNT.fullmatch(row["amount"]):
        problems.append("bad_amount")
    if row["line_no"] and not _LINE.fullmatch(row["line_no"]):
        problems.append("bad_line_no")
    if row["returned_at"] and on is None:
        problems.append("bad_returned_at")
    return problems


def _new_return(group: _Group) -> NewReturn:
    given = group.given
    assert group.on is not None, "a return without a day has a problem"
    return NewReturn(
        kind=given["kind"],
        reason=given["reason"],
        on=group.on,
        lines=tuple(group.lines),
        shop=given["shop"],
        order_no=given["order_no"],
        platform_number=given["return_no"],
    )


def _clean(text: str | None) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text or "").split())


def _day(text: str) -> date | None:
    """Read the day of an ISO date or moment; years outside 1990 to 2100 are misprints."""
    try:
        found = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return found if 1990 <= found.year <= 2100 else None


def _keep_rejected(raw: pl.DataFrame, rejected: Sequence[tuple[int, str]], file: File, company: int) -> int | None:
    """Write the rows that were not taken in, as they came, with the reasons in a last column."""
    import polars as pl

    if not rejected:
        return None
    reasons = dict(rejected)
    out = raw.with_columns(pl.Series("reasons", [reasons.get(place) for place in range(1, len(raw) + 1)], pl.String))
    return keep_rejected(out, file, company)
