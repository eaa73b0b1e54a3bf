"""A statement from file to matched lines: kept, parsed, staged, matched; unreadable rows come back in a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from interlock.core.api import (
    Actor,
    File,
    Outcome,
    Refusal,
    content_path,
    current,
    keep_file,
    operation,
    refresh_statistics,
)
from interlock.core.sql import blocks, copy_in, rows, run, value

from .. import feeds, statements
from ..models import Statement
from ..rejected import keep_rejected
from .match_statements import match_statements

if TYPE_CHECKING:
    import polars as pl

SQL = blocks(__file__)
#: Rows of a slice on their way to the database.
SLICE = 50_000


@dataclass
class StatementResult:
    """What came of a statement's file: its lines by result, and the file of the rows that could not be read."""

    statement: int
    number: str
    rows: int
    lines: int
    counts: dict[str, int]
    rejected_file: int | None
    replayed: bool = False


@operation(permission="sales.import_statements", documents=False)
def open_statements(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,
    shop: int,
    numbers: Sequence[str],
    fee_kinds: Sequence[str],
    first_on: date,
    last_on: date,
) -> Outcome:
    """Open kept files (``ids``) as statements of a shop under the platform's ``numbers``, one a file.

    Codes, first match wins: not_found (no such file, or no such shop), already (this file, under whatever number),
    changed (another file came under this number), done.
    Writes: statements, state imported.
    Locks: the shop, then the number counter.
    """
    scope = {"company": company, "shop": shop, "ids": ids, "numbers": list(numbers)}
    run(SQL["lock_shop"], company=company, shop=shop)
    outcome = Outcome.of(rows(SQL["judge"], **scope))
    if go := outcome.accepted:
        made = rows(
            SQL["open"],
            **scope,
            go=go,
            fee_kinds=list(fee_kinds),
            first_on=first_on,
            last_on=last_on,
            run=current().run_id,
        )
        assert len(made) == len(go), "every accepted file is a new statement"
        outcome.timeline = [(row.id, "imported") for row in made]
    return outcome


def import_statement(
    source: BinaryIO | Path,
    name: str,
    *,
    company: int,
    by: Actor,
    shop: int,
    number: str | None = None,
    on: date,
) -> StatementResult:
    """Take a platform's statement for a shop in and match its lines; ``number`` is the file's name unless given.

    ``on`` is the day of a statement whose file names none. The same file again answers what it answered first, from
    wherever it was left. Refuses what is no statement of this shop (no_mapping, unknown_fee_kind, unreadable_file,
    missing_columns, doubled_columns), and other content under a known number (statement_changed).
    """
    by.require("sales.import_statements", company)
    layout = layout_of(company, shop)
    if isinstance(source, Path):
        with source.open("rb") as opened:
            file, _new = keep_file(opened, name, company)
    else:
        file, _new = keep_file(source, name, company)
    raw = feeds.read_raw(content_path(file.sha256), name, required=layout.required)
    parsed = statements.parse(raw, layout)
    first, last = parsed.first_on or on, parsed.last_on or on
    given = (number or Path(name).stem).strip()[: statements.LONGEST_NUMBER]
    key = uuid5(NAMESPACE_URL, f"interlock:statement:{company}:{shop}:{given}:{file.sha256}:{first}:{last}")
    opened_as = open_statements(
        [file.pk], company=company, by=by, key=key, shop=shop, numbers=[given], fee_kinds=layout.fee_kinds,
        first_on=first, last_on=last,
    )  # fmt: skip
    verdict = opened_as.verdicts[0]
    if not verdict.ok:
        refused = {"changed": "statement_changed"}.get(verdict.code, verdict.code)
        raise Refusal(refused, number=given, **verdict.detail)
    statement = Statement.objects.get(company_id=company, shop_id=shop, file=file)
    value(SQL["lock_statement"], statement=statement.pk)
    try:
        statement.refresh_from_db()
        replayed = statement.state != Statement.State.IMPORTED
        if not replayed:
            _stage(statement, parsed, raw, file)
            match_statements([statement.pk], company=company, by=by)
            statement.refresh_from_db()
            refresh_statistics(statement.lines or 0)
        return StatementResult(
            statement.pk, statement.number, statement.rows, statement.lines or 0, statement.counts,
            statement.rejected_file_id, replayed,
        )  # fmt: skip
    finally:
        value(SQL["unlock_statement"], statement=statement.pk)


def layout_of(company: int, shop: int) -> statements.Layout:
    """Answer how the platform of a shop writes its statements: the shop's own mapping before its channel's."""
    found = rows(SQL["layout"], company=company, shop=shop)
    if not found:
        raise Refusal("no_mapping", shop=shop)
    mapping = found[0]
    if mapping.unknown:
        raise Refusal("unknown_fee_kind", missing=", ".join(mapping.unknown))
    return statements.Layout(mapping.columns, mapping.fees, mapping.fees_negative, mapping.refund_negative)


def _stage(statement: Statement, parsed: statements.Parsed, raw: pl.DataFrame, file: File) -> None:
    import polars as pl

    company = statement.company_id
    rejected = keep_rejected(raw.with_columns(parsed.problems.alias("reasons")), file, company)
    mine = [pl.lit(company).alias("company_id"), pl.lit(statement.pk).alias("statement_id")]
    staged = parsed.rows.select(*mine, *statements.STAGED)
    with transaction.atomic():
        run(SQL["clear_rows"], company=company, statement=statement.pk)
        # A slice is written while PostgreSQL takes the one before.
        copy_in(SQL["stage"], (part.write_csv(include_header=False) for part in staged.iter_slices(SLICE)))
        rows(SQL["analyse"])
        run(
            SQL["staged"],
            company=company,
            statement=statement.pk,
            rows=len(raw),
            lines=len(staged),
            rejected=rejected,
        )
