"""A feed from file to orders: kept, parsed, staged, imported in chunks, the rejected rows in a file to mend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction

from interlock.core.api import (
    Actor,
    Answer,
    Company,
    File,
    Outcome,
    Worked,
    answered_before,
    content_path,
    current,
    exclusively,
    keep_file,
    operation,
    run_work,
)
from interlock.core.sql import blocks, copy_in, rows, run

from .. import feeds
from ..models import Feed
from ..rejected import keep_rejected
from .import_orders import import_orders

if TYPE_CHECKING:
    import polars as pl

SQL = blocks(__file__)
#: Below this many rows the planner need not know: gathering statistics lets one feed wait for another.
MANY = 500


class FeedRow(NamedTuple):
    """The answer to one row: how it was read, the code of the copy of the order it is of, and its own problems."""

    shop: str
    order_no: str
    code: str
    problems: list[str]


@dataclass
class FeedResult:
    """What came of a feed: orders by code, and the file of the rows that were not taken in.

    ``by_row`` answers each row of the feed, where that was asked for.
    """

    feed: int
    rows: int
    orders: int
    counts: dict[str, int]
    rejected_file: int | None
    replayed: bool = False
    rejected: list[Answer] = field(default_factory=list)
    by_row: list[FeedRow] = field(default_factory=list)


@operation(permission="sales.import_orders", documents=False)
def open_feeds(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Open kept files (``ids``) as feeds of orders.

    Codes, first match wins: not_found, already, done.
    Writes: feeds, state staged.
    Locks: none beyond the unique file.
    """
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids))
    if go := outcome.accepted:
        made = rows(SQL["open"], company=company, ids=go, run=current().run_id)
        outcome.timeline = [(row.id, "staged") for row in made]
    return outcome


def import_feed(
    source: BinaryIO | Path,
    name: str,
    *,
    company: int,
    by: Actor,
    progress: Callable[[int], None] | None = None,
    by_row: bool = False,
) -> FeedResult:
    """Take a file of orders in; the same file again answers what it answered first, wherever it was left.

    Refuses what is no table of orders (unreadable_file, missing_columns, doubled_columns). Every row is answered: the
    good orders go through, the others come back in ``rejected_file`` with the reasons in the last column. ``by_row``
    answers each row beside, a repeat as the first time.
    """
    by.require("sales.import_orders", company)
    if isinstance(source, Path):
        with source.open("rb") as opened:
            file, _new = keep_file(opened, name, company)
    else:
        file, _new = keep_file(source, name, company)
    raw = feeds.read_raw(content_path(file.sha256), name)
    key = uuid5(NAMESPACE_URL, f"interlock:feed:{company}:{file.sha256}")
    open_feeds([file.pk], company=company, by=by, key=uuid5(key, "open"))
    feed = Feed.objects.get(company_id=company, file=file)
    with exclusively(f"feed {feed.pk}"):  # one reader of a file at a time, over all its chunks
        feed.refresh_from_db()
        if feed.state == Feed.State.DONE:
            result = FeedResult(feed.pk, feed.rows, feed.orders, feed.counts, feed.rejected_file_id, replayed=True)
            if by_row:
                staged = _parsed(raw, feed)
                orders = staged["order_ordinal"].unique().sort().to_list()
                worked = answered_before(orders, company=company, key=key)
                result.rejected, result.by_row = worked.rejected, _rows(staged, worked)
            return result
        staged = _parsed(raw, feed)
        result, worked = _import(feed, file, raw, staged, key, by, progress)
        if by_row:
            result.by_row = _rows(staged, worked)
        return result


def _parsed(raw: pl.DataFrame, feed: Feed) -> pl.DataFrame:
    time_zone = Company.objects.values_list("time_zone", flat=True).get(pk=feed.company_id)
    return feeds.parse(raw, feed.company_id, feed.pk, time_zone)


def _rows(staged: pl.DataFrame, worked: Worked) -> list[FeedRow]:
    """Answer each row with the code of its copy of the order: another copy has an answer of its own."""
    codes = {answer.id: answer.code for answer in (*worked.already, *worked.rejected)}
    said = staged.select("order_ordinal", "shop", "order_no", "problems").iter_rows()
    return [
        FeedRow(shop or "", order_no or "", codes.get(head, "done"), problems.split(",") if problems else [])
        for head, shop, order_no, problems in said
    ]


def _import(
    feed: Feed, file: File, raw: pl.DataFrame, staged: pl.DataFrame, key: UUID, by: Actor,
    progress: Callable[[int], None] | None,
) -> tuple[FeedResult, Worked]:  # fmt: skip
    company = feed.company_id
    with transaction.atomic():
        run(SQL["clear_rows"], company=company, feed=feed.pk)
        copy_in(SQL["stage"], [staged.write_csv(include_header=False, datetime_format="%Y-%m-%d %H:%M:%S%.6f%:z")])
        if len(staged) > MANY:
            rows(SQL["analyse"])
    orders = [row.id for row in rows(SQL["orders"], company=company, feed=feed.pk)]
    worked = run_work(
        import_orders, orders, company=company, by=by, key=key, progress=progress, feed=feed.pk, file=file.pk
    )
    rejected = _keep_rejected(raw, staged, worked.rejected, file, company)
    result = FeedResult(feed.pk, len(raw), len(orders), dict(worked.counts), rejected, rejected=worked.rejected)
    with transaction.atomic():
        run(
            SQL["finish"],
            company=company,
            feed=feed.pk,
            rows=result.rows,
            orders=result.orders,
            counts=result.counts,
            rejected=rejected,
        )
    return result, worked


def _keep_rejected(
    raw: pl.DataFrame, staged: pl.DataFrame, rejected: Sequence[Answer], file: File, company: int
) -> int | None:
    """Write the rows of rejected orders, as they came, with the reasons in a last column."""
    import polars as pl

    if not rejected:
        return None
    reasons = pl.DataFrame(
        {
            "order_ordinal": [answer.id for answer in rejected],
            "code": [answer.code for answer in rejected],
        },
        schema={"order_ordinal": pl.Int64, "code": pl.String},
    )
    marked = staged.select("ordinal", "order_ordinal", "problems").join(
        reasons, on="order_ordinal", how="left", maintain_order="left"
    )
    reason = pl.when(pl.col("problems").is_not_null()).then(pl.col("problems")).otherwise(pl.col("code"))
    out = raw.with_columns(
        marked.select(pl.when(pl.col("code").is_not_null()).then(reason).alias("reasons"))["reasons"]
    )
    return keep_rejected(out, file, company)
