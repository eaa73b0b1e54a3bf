"""Documents from rows: what the contexts read from files, under the frame's columns, checks and answers."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from django.apps import apps

from interlock.core.api import Actor, Company, File, content_path
from interlock.core.tables import read_table
from interlock.finance import api as finance
from interlock.sales import api as sales
from interlock.stock import api as stock

from . import cells
from .declared import Fault, ImportColumn, ImportKind, Taken

Rows = Mapping[int, Mapping[str, str]]
#: How the readers of documents begin the name of what is wrong with a column.
_WRONG = {"missing_": "missing_value", "long_": "too_long", "bad_": "bad_value"}
ROW = "import_row"
MOST_LINES = 5_000
#: Lines that name no document are gathered into movements of so many.
GATHERED = 500


def grouped(*columns: str) -> Callable[[Sequence[Mapping[str, str]]], list[list[int]]]:
    """Make what gathers rows that agree in these columns, in the order in which each begins."""

    def parts(rows: Sequence[Mapping[str, str]]) -> list[list[int]]:
        found: dict[tuple[str, ...], list[int]] = {}
        for place, row in enumerate(rows):
            found.setdefault(tuple(row.get(column, "") for column in columns), []).append(place)
        return list(found.values())

    return parts


def each(rows: Sequence[Mapping[str, str]]) -> list[list[int]]:
    """Gather nothing: a row is a document."""
    return [[place] for place in range(len(rows))]


def written(rows: Rows, columns: Sequence[ImportColumn]) -> BinaryIO:
    """Write rows as the readers of documents want them, each with its number in the file it came in."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*(column.code for column in columns), ROW])
    for number, row in rows.items():
        writer.writerow([*(_plain(column, row.get(column.code, "")) for column in columns), number])
    return io.BytesIO(text.getvalue().encode())


def _plain(column: ImportColumn, text: str) -> str:
    """Answer a cell as the machine writes it; what cannot be read stays as it is, for the reader to answer."""
    if not text or column.type in ("text", "moment", "list"):
        return text
    try:
        value = cells.read(column, text)
    except cells.Wrong:
        return text
    if value is cells.NOTHING:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def answered(kind: ImportKind, rows: Rows, rejected: Sequence[tuple[int, str]]) -> Taken:
    """Answer each row: what was rejected with its reasons, the others as taken in."""
    faults: dict[int, list[Fault]] = defaultdict(list)
    for number, codes in rejected:
        row = rows.get(number, {})
        for code in filter(None, codes.split(",")):
            faults[number].append(_fault(kind, row, code))
    return Taken({number: "taken" for number in rows if number not in faults}, dict(faults))


def _fault(kind: ImportKind, row: Mapping[str, str], code: str) -> Fault:
    for prefix, general in _WRONG.items():
        column = code.removeprefix(prefix)
        if column != code and kind.column(column):
            return Fault(general, column, row.get(column, ""))
    return Fault(code)


# ------------------------------------------------------------------------------------------------ what reads the files
def _by_place(rows: Rows, rejected: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    numbers = list(rows)
    return [(numbers[place - 1], code) for place, code in rejected]


def _given(kind: ImportKind, rows: Rows) -> BinaryIO:
    given = {column for row in rows.values() for column in row}
    return written(rows, [column for column in kind.columns if column.required or column.code in given])


def _orders(kind: ImportKind, rows: Rows, name: str, *, company: int, by: Actor) -> Taken:
    result = sales.import_feed(_given(kind, rows), name, company=company, by=by)
    rejected: list[tuple[int, str]] = []
    if result.rejected_file:
        kept = File.objects.get(pk=result.rejected_file, company_id=company)
        table = read_table(content_path(kept.sha256), kept.name, (ROW, "reasons"))
        rejected = [(int(row[ROW]), row["reasons"]) for row in table.iter_rows(named=True)]
    return answered(kind, rows, rejected)


def _returns(kind: ImportKind, rows: Rows, name: str, *, company: int, by: Actor) -> Taken:
    result = sales.import_returns(_given(kind, rows), name, company=company, by=by)
    return answered(kind, rows, _by_place(rows, result.rejected))


def _shipments(kind: ImportKind, rows: Rows, name: str, *, company: int, by: Actor) -> Taken:
    result = sales.ship_feed(_given(kind, rows), name, company=company, by=by)
    return answered(kind, rows, _by_place(rows, [*result.rejected, *result.refused]))


def _confirmations(kind: ImportKind, rows: Rows, name: str, *, company: int, by: Actor) -> Taken:
    result = sales.confirm_feed(_given(kind, rows), name, company=company, by=by)
    return answered(kind, rows, _by_place(rows, [*result.rejected, *result.refused]))


def _cancellations(kind: ImportKind, rows: Rows, name: str, *, company: int, by: Actor) -> Taken:
    zone = ZoneInfo(Company.objects.values_list("time_zone", flat=True).get(pk=company))
    on = datetime.now(zone).date()
    result = sales.cancel_feed(_given(kind, rows), name, company=company, by=by, on=on)
    return answered(kind, rows, _by_place(rows, result.rejected))


def _receipts(kind: ImportKind, rows: Rows, name: str, *, company: int, by: Actor) -> Taken:
    result = finance.import_receipts(_given(kind, rows), name, company=company, by=by)
    return answered(kind, rows, _by_place(rows, result.rejected))


def _drafts(kind: ImportKind, rows: Rows, name: str, *, company: int, by: Actor) -> Taken:
    result = finance.import_drafts(_given(kind, rows), name, company=company, by=by)
    return answered(kind, rows, _by_place(rows, [(place, code) for place, code, _value in result.rejected]))


READERS: dict[str, Callable[..., Taken]] = {
    "orders": _orders,
    "returns": _returns,
    "shipments": _shipments,
    "confirmations": _confirmations,
    "cancellations": _cancellations,
    "bank-receipts": _receipts,
    "voucher-drafts": _drafts,
}


def reader(code: str) -> Callable[..., Taken]:
    """Make what works all rows of a kind by itself: it commits what it does and answers a repeat as it did first."""

    def by_file(kind: ImportKind, rows: Rows, name: str, *, company: int, by: Actor) -> Taken:
        return READERS[code](kind, rows, f"{name.rpartition('.')[0] or name}.csv", company=company, by=by)

    return by_file


# ------------------------------------------------------------------------------------------------------------ movements
MOVEMENT = ("kind", "movement_on", "reason", "party")


def movement_parts(rows: Sequence[Mapping[str, str]]) -> list[list[int]]:
    """Gather lines into movements: by the document they name, else by what a movement says of itself."""
    found: dict[tuple[Any, ...], list[int]] = {}
    loose: dict[tuple[str, ...], int] = defaultdict(int)
    for place, row in enumerate(rows):
        named, about = row.get("document", ""), tuple(row.get(column, "") for column in MOVEMENT)
        if not named:
            named = f"\x00{loose[about] // GATHERED}"
            loose[about] += 1
            found.setdefault((named, *about), []).append(place)
        else:
            found.setdefault((named,), []).append(place)
    return list(found.values())


def take_movements(kind: ImportKind) -> Callable[..., Taken]:
    """Make what writes stock movements down as drafts, inside the caller's transaction."""

    def take(rows: Rows, *, company: int, by: Actor, **_more: Any) -> Taken:
        numbers = list(rows)
        faults: dict[int, list[Fault]] = defaultdict(list)
        read = {number: read_row(kind, number, row, faults) for number, row in rows.items()}
        known = _Known(company, read.values())
        parts = movement_parts(list(rows.values()))
        movements: dict[int, stock.NewMovement] = {}
        members: dict[int, list[int]] = {}
        for place, part in enumerate(parts, start=1):
            own = [numbers[at] for at in part]
            _agree(own, read, faults)
            lines = [known.line(number, read[number], faults) for number in own]
            head = read[own[0]]
            reason, party = (known.link(own[0], head, name, faults) for name in ("reason", "party"))
            if len(own) > MOST_LINES:
                faults[own[0]].append(Fault("too_many_lines"))
            if not any(number in faults for number in own):
                movements[place] = stock.NewMovement(head["kind"], head["movement_on"], lines, reason, party)
                members[place] = own
            for number in own:
                if number not in faults and place not in movements:
                    faults[number].append(Fault("set_rejected"))
        outcome = stock.record_movements(list(movements), company=company, by=by, movements=movements)
        for verdict in outcome.rejected:
            for code, places in verdict.detail.items():
                for at in places or [1]:
                    faults[members[verdict.id][at - 1]].append(Fault(code))
            for number in members[verdict.id]:
                faults[number] = faults[number] or [Fault("set_rejected")]
        return Taken({number: "taken" for number in numbers if number not in faults}, dict(faults))

    return take


def read_row(kind: ImportKind, number: int, row: Mapping[str, str], faults: dict[int, list[Fault]]) -> dict[str, Any]:
    """Answer a row's values by column; what cannot be read is a fault."""
    values: dict[str, Any] = {}
    for column in kind.columns:
        text = row.get(column.code, "")
        try:
            if text and text not in ("", *cells.EMPTY):
                values[column.code] = cells.read(column, text)
            elif column.required:
                raise cells.Wrong("missing_value")  # noqa: TRY301 - a cell that is missing is a cell that is wrong
        except cells.Wrong as wrong:
            faults[number].append(cells.fault_of(column, text, str(wrong)))
    return values


def _agree(own: Sequence[int], read: Mapping[int, Mapping[str, Any]], faults: dict[int, list[Fault]]) -> None:
    """Say which lines of a movement disagree with its first one about the movement."""
    for number in own[1:]:
        for name in MOVEMENT:
            if read[number].get(name) != read[own[0]].get(name):
                faults[number].append(Fault("differs_in_document", name))


class _Known:
    """What lines name by code, looked up a statement a column."""

    def __init__(self, company: int, lines: Any) -> None:
        given: dict[str, set[str]] = defaultdict(set)
        for values in lines:
            for name in ("item", "warehouse", "location", "reason", "party"):
                if values.get(name):
                    given[name].add(values[name])

        def codes(model: str, name: str) -> dict[str, int]:
            found = apps.get_model(model)._default_manager.filter(code__in=given[name])
            return dict(found.values_list("code", "pk"))

        self.codes = {
            "item": codes("items.Item", "item"),
            "reason": codes("stock.Reason", "reason"),
            "party": codes("parties.Party", "party"),
        }
        places = apps.get_model("stock.Location")._default_manager.filter(
            company_id=company, warehouse__code__in=given["warehouse"], code__in=given["location"]
        )
        self.places = {(house, code): pk for house, code, pk in places.values_list("warehouse__code", "code", "pk")}

    def link(self, number: int, values: Mapping[str, Any], name: str, faults: dict[int, list[Fault]]) -> int | None:
        given = values.get(name)
        if given is None:
            return None
        if given not in self.codes[name]:
            faults[number].append(Fault("not_found", name, given))
        return self.codes[name].get(given)

    def line(self, number: int, values: Mapping[str, Any], faults: dict[int, list[Fault]]) -> stock.NewLine:
        item = self.link(number, values, "item", faults)
        place = self.places.get((values.get("warehouse", ""), values.get("location", "")))
        if place is None and values.get("location"):
            faults[number].append(Fault("not_found", "location", values["location"]))
        serials = tuple(values.get("serials", ()))
        return stock.NewLine(item or 0, place or 0, values.get("quantity", Decimal(0)), values.get("amount"), serials)
