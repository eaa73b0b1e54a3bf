"""Reading a feed of orders: CSV, Parquet or JSON lines into one typed table, every unreadable field named.

Nothing is refused here for what a row says: a field that cannot be read becomes a problem (``bad_quantity``) and the
row is answered by the import. Only a file that is no table of orders at all is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from interlock.core.decoding import UNREAD
from interlock.core.tables import read_table

if TYPE_CHECKING:
    import polars as pl

REQUIRED = ("order_no", "shop", "ordered_at", "sku", "quantity", "unit_price")
#: Text columns and the longest value the order can hold.
TEXT = {
    "order_no": 64,
    "shop": 24,
    "buyer": 80,
    "phone": 40,
    "province": 40,
    "city": 40,
    "district": 40,
    "address": 240,
    "sku": 40,
    "remark": 240,
}
#: What a feed may say of promotions besides; a feed without these columns is read as if there were none.
CLAIMED = {"coupon": 40, "buyer_group": 24}
CLAIMED_AMOUNTS = {"discount": "discount_amount", "subsidy": "subsidy_amount"}
NUMBERS = {
    "quantity": r"^[0-9]{1,9}(\.[0-9]{1,6})?$",
    "unit_price": r"^[0-9]{1,10}(\.[0-9]{1,6})?$",
    "paid_amount": r"^[0-9]{1,12}(\.[0-9]{1,2})?$",
}
_LINE, _DIGIT = r"^[0-9]{1,6}$", r"^[0-9]$"
#: What a line may come to at most: a hundred thousand of them in an order still fit its amount.
MOST = 1e12
COLUMNS = (*TEXT, "line_no", "ordered_at", "quantity", "unit_price", "paid_amount", "paid_at", "gift", "priority")
CLAIMS = (*CLAIMED, *CLAIMED_AMOUNTS)
#: The order in which ``sales_feedrow`` is copied into.
STAGED = (
    *("company_id", "feed_id", "ordinal", "order_ordinal", "order_no", "line_no", "shop", "ordered_at", "buyer"),
    *("phone", "province", "city", "district", "address", "sku", "quantity", "unit_price", "paid_amount", "paid_at"),
    *("gift", "remark", "priority", "problems", "discount_amount", "subsidy_amount", "coupon", "buyer_group"),
)
_OFFSET = r"(Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$"


def read_raw(path: Path, name: str, required: Sequence[str] = REQUIRED) -> pl.DataFrame:
    """Read a feed as text columns, named as in the file; refuses what is no table of orders."""
    return read_table(path, name, required)


def parse(raw: pl.DataFrame, company: int, feed: int, time_zone: str) -> pl.DataFrame:
    """Type a text table as ``sales_feedrow`` holds it; ``problems`` names what could not be read, row by row.

    Rows of one (shop, order number) make an order; a line number that comes again begins another copy of the order,
    which the import answers as a repeat. Times without an offset are the company's local time.
    """
    import polars as pl

    claims = [column for column in CLAIMS if column in raw.columns]
    wanted = (*COLUMNS, *claims)
    table = raw.with_columns(
        pl.lit(None, dtype=pl.String).alias(column) for column in COLUMNS if column not in raw.columns
    ).select(pl.col(column).str.replace_all(r"[\x00-\x1f\x7f\s]+", " ").str.strip_chars() for column in wanted)
    table = table.select(pl.when(pl.col(c) != "").then(pl.col(c)).alias(c) for c in wanted)
    table = table.with_row_index("ordinal", offset=1).with_columns(pl.col("ordinal").cast(pl.Int64))
    problems = [*_text_problems(), *_number_problems(), *_claim_problems(claims)]
    # A text that is too long is answered; the file keeps it, the database need not.
    cut = [pl.col(column).str.slice(0, longest + 1) for column, longest in TEXT.items()]
    for column in ("ordered_at", "paid_at"):
        table = _with_moment(table, column, time_zone)
    typed = table.with_columns(
        *(pl.when(pl.col(c).str.contains(p)).then(pl.col(c)).alias(f"{c}_ok") for c, p in NUMBERS.items()),
        pl.col("gift").str.to_lowercase().is_in(["1", "true", "yes", "是"]).alias("gift_ok"),
        pl.when(pl.col("priority").str.contains(_DIGIT)).then(pl.col("priority")).alias("priority_ok"),
        pl.when(pl.col("line_no").str.contains(_LINE)).then(pl.col("line_no")).alias("line_ok"),
        pl.concat_str(problems, separator=",", ignore_nulls=True).alias("problems"),
    ).with_columns(cut)
    place = pl.col("ordinal").cum_count().over(["shop", "order_no"]).cast(pl.Int64)
    copy = pl.col("ordinal").cum_count().over(["shop", "order_no", "line_no"])
    return (
        typed.with_columns(pl.col("line_ok").cast(pl.Int64).fill_null(place).alias("line_no"))
        .with_columns(copy.alias("copy"))
        .with_columns(
            pl.when(pl.col("order_no").is_null() | pl.col("shop").is_null())
            .then(pl.col("ordinal"))
            .otherwise(pl.col("ordinal").min().over(["shop", "order_no", "copy"]))
            .alias("order_ordinal"),
            pl.lit(company).alias("company_id"),
            pl.lit(feed).alias("feed_id"),
        )
        .with_columns(
            *(
                pl.col(f"{column}_ok").alias(column)
                for column in (*NUMBERS, "ordered_at", "paid_at", "gift", "priority")
            ),
            pl.when(pl.col("problems") != "").then(pl.col("problems")).alias("problems"),
            *_claimed(claims),
        )
        .select(STAGED)
    )


def _text_problems() -> Iterator[pl.Expr]:
    import polars as pl

    for column, longest in TEXT.items():
        if column in REQUIRED:
            yield pl.when(pl.col(column).is_null()).then(pl.lit(f"missing_{column}"))
        yield pl.when(pl.col(column).str.len_chars() > longest).then(pl.lit(f"long_{column}"))
        yield pl.when(pl.col(column).str.contains(UNREAD, literal=True)).then(pl.lit(f"bad_{column}"))


def _number_problems() -> Iterator[pl.Expr]:
    import polars as pl

    for column, pattern in NUMBERS.items():
        if column in REQUIRED:
            yield pl.when(pl.col(column).is_null()).then(pl.lit(f"missing_{column}"))
        yield pl.when(~pl.col(column).str.contains(pattern)).then(pl.lit(f"bad_{column}"))
    yield pl.when(pl.col("quantity").str.contains(r"^[0.]+$")).then(pl.lit("bad_quantity"))
    amount = pl.col("quantity").cast(pl.Float64, strict=False) * pl.col("unit_price").cast(pl.Float64, strict=False)
    yield pl.when(amount > MOST).then(pl.lit("bad_amount"))
    yield pl.when(~pl.col("line_no").str.contains(_LINE)).then(pl.lit("bad_line_no"))
    yield pl.when(~pl.col("priority").str.contains(_DIGIT)).then(pl.lit("bad_priority"))
    for column in ("ordered_at", "paid_at"):
        unread = pl.col(column).is_not_null() & pl.col(f"{column}_ok").is_null()
        yield pl.when(unread).then(pl.lit(f"bad_{column}"))
    yield pl.when(pl.col("ordered_at").is_null()).then(pl.lit("missing_ordered_at"))


def _claim_problems(claims: Sequence[str]) -> Iterator[pl.Expr]:
    """Name what a platform claims and cannot be: amounts that are none, more off than the line, more borne than off."""
    import polars as pl

    for column in claims:
        if column in CLAIMED:
            yield pl.when(pl.col(column).str.len_chars() > CLAIMED[column]).then(pl.lit(f"long_{column}"))
            yield pl.when(pl.col(column).str.contains(UNREAD, literal=True)).then(pl.lit(f"bad_{column}"))
        else:
            pattern = NUMBERS["paid_amount"]
            yield pl.when(~pl.col(column).str.contains(pattern)).then(pl.lit(f"bad_{column}"))
    price, pieces = (
        pl.col("unit_price").cast(pl.Float64, strict=False),
        pl.col("quantity").cast(pl.Float64, strict=False),
    )
    off = pl.col("discount").cast(pl.Float64, strict=False) if "discount" in claims else pl.lit(0.0)
    if "discount" in claims:  # what is left after it, rounded to the cent, is not negative
        yield pl.when(off > pieces * price + 0.004).then(pl.lit("bad_discount"))
    if "subsidy" in claims:
        borne = pl.col("subsidy").cast(pl.Float64, strict=False)
        yield pl.when(borne > off.fill_null(0.0)).then(pl.lit("bad_subsidy"))


def _claimed(claims: Sequence[str]) -> Iterator[pl.Expr]:
    """Type the claims as they are staged: a line without a discount says nothing, one with says both amounts."""
    import polars as pl

    pattern = NUMBERS["paid_amount"]
    amount = {c: pl.when(pl.col(c).str.contains(pattern)).then(pl.col(c)) for c in CLAIMED_AMOUNTS if c in claims}
    for column, name in CLAIMED_AMOUNTS.items():
        yield amount.get(column, pl.lit(None, dtype=pl.String)).alias(name)
    for column, longest in CLAIMED.items():
        text = pl.col(column).str.slice(0, longest + 1) if column in claims else pl.lit(None, dtype=pl.String)
        yield text.alias(column)


def _with_moment(table: pl.DataFrame, column: str, time_zone: str) -> pl.DataFrame:
    """Read ISO 8601 with or without an offset as a moment in UTC; years outside 1990 to 2100 are misprints.

    A column a step: inside one expression whatever is used twice is worked out twice.
    """
    import polars as pl

    text, zone, bare, naive, moment = (pl.col(f"_{name}") for name in ("text", "zone", "bare", "naive", "moment"))
    hours, minutes = (
        part.cast(pl.Int64, strict=False).fill_null(0) for part in (zone.str.slice(0, 3), zone.str.slice(-2))
    )
    ahead = hours * 60 + pl.when(zone.str.starts_with("-")).then(-minutes).otherwise(minutes)
    local = naive.dt.replace_time_zone(time_zone, ambiguous="earliest", non_existent="null").dt.convert_time_zone("UTC")
    steps = (
        {"_text": pl.col(column).str.replace("T", " ", literal=True)},
        {
            "_zone": text.str.extract(r":\d{2}(?:\.\d+)?" + _OFFSET),
            "_bare": text.str.replace(_OFFSET, "").str.strip_chars(),
        },
        {"_bare": pl.when(bare.str.len_chars() == 10).then(bare + " 00:00:00").otherwise(bare)},
        {"_bare": pl.when(bare.str.len_chars() == 16).then(bare + ":00").otherwise(bare)},
        {"_naive": bare.str.to_datetime("%Y-%m-%d %H:%M:%S%.f", strict=False, time_unit="us")},
        {"_utc": (naive - pl.duration(minutes=ahead)).dt.replace_time_zone("UTC"), "_local": local},
        {"_moment": pl.when(zone.is_not_null()).then(pl.col("_utc")).otherwise(pl.col("_local"))},
        {f"{column}_ok": pl.when(moment.dt.year().is_between(1990, 2100)).then(moment)},
    )
    for step in steps:
        table = table.with_columns(**step)
    return table
