"""Statements of platforms: any number of them in a file, each taken whole through the door of sales, or not at all."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from interlock.core.api import Actor, Company, File, Refusal, content_path
from interlock.core.tables import read_table
from interlock.sales import api as sales

from .. import words
from .declared import Fault, ImportKind, Taken
from .documents import ROW, Rows, answered

#: What a row says of the statement it stands in.
HEAD = ("shop", "number")
FIELDS = ("order_no", "gross", "refund", "net", "settled_on")


def statement_parts(rows: Sequence[Mapping[str, str]]) -> list[list[int]]:
    """Gather the rows of a shop under a number."""
    found: dict[tuple[str, ...], list[int]] = {}
    for place, row in enumerate(rows):
        found.setdefault(tuple(row.get(name, "") for name in HEAD), []).append(place)
    return list(found.values())


def take_statements(kind: ImportKind, rows: Rows, name: str, *, company: int, by: Actor) -> Taken:
    """Take statements in; columns the shop's mapping names may stand in the place of the fields, fees always do.

    A statement with a row that cannot be read is not taken in: what a platform sent stays one statement.
    """
    numbers, codes = list(rows), {row.get("shop", "") for row in rows.values()}
    shops = dict(sales.Shop.objects.filter(company_id=company, code__in=codes).values_list("code", "pk"))
    done: dict[int, str] = {}
    faults: dict[int, list[Fault]] = defaultdict(list)
    for part in statement_parts(list(rows.values())):
        own = {numbers[place]: rows[numbers[place]] for place in part}
        shop, number = (next(iter(own.values())).get(column, "") for column in HEAD)
        if shop not in shops:
            for at in own:
                faults[at].append(Fault("not_found" if shop else "missing_value", "shop", shop))
            continue
        try:
            found = _take(kind, own, name, company=company, by=by, shop=shops[shop], number=number)
        except Refusal as refusal:
            for at in own:
                faults[at].append(Fault("invalid", said=str(words.refusal(refusal.code, refusal.detail))))
            continue
        done |= found.done
        faults |= found.faults
    return Taken(done, dict(faults))


def _take(
    kind: ImportKind, rows: Rows, name: str, *, company: int, by: Actor, shop: int, number: str
) -> Taken:  # fmt: skip
    on = datetime.now(ZoneInfo(Company.objects.values_list("time_zone", flat=True).get(pk=company))).date()
    layout = sales.layout_of(company, shop)
    with transaction.atomic():
        result = sales.import_statement(
            _written(rows, layout), name, company=company, by=by, shop=shop, number=number or None, on=on
        )
        if result.rejected_file is None:
            return Taken(dict.fromkeys(rows, "unchanged" if result.replayed else "taken"))
        kept = File.objects.get(pk=result.rejected_file, company_id=company)
        table = read_table(content_path(kept.sha256), kept.name, (ROW, "reasons"))
        rejected = [(int(row[ROW]), row["reasons"]) for row in table.select(ROW, "reasons").iter_rows(named=True)]
        transaction.set_rollback(True)
    said = answered(kind, rows, rejected).faults
    return Taken({}, {at: said.get(at) or [Fault("set_rejected")] for at in rows})


def _written(rows: Rows, layout: Any) -> io.BytesIO:
    """Write a statement as its platform would: fields under the mapping's columns, all further columns as they came."""
    given = list(dict.fromkeys(column for row in rows.values() for column in row if column not in HEAD))
    names = {column: layout.columns.get(column, column) if column in FIELDS else column for column in given}
    columns = [
        column for column in given if column not in FIELDS or names[column] not in given or names[column] == column
    ]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*(names[column] for column in columns), ROW])
    for at, row in rows.items():
        writer.writerow([*(row.get(column, "") for column in columns), at])
    return io.BytesIO(text.getvalue().encode())
