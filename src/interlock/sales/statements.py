"""Reading a platform's statement: any column names, one typed table, every unreadable field named.

As with feeds, only a file that is no table of a statement at all is refused; a row that cannot be read is answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from interlock.core.amounts import ungrouped_columns

if TYPE_CHECKING:
    import polars as pl

#: The fields of a statement; the first two must be there, the fees come besides.
FIELDS = ("order_no", "gross", "refund", "net", "settled_on")
REQUIRED = FIELDS[:2]
LONGEST_NUMBER = 64
#: The order in which ``sales_statementrow`` is copied into.
STAGED = ("ordinal", "order_no", "gross_amount", "refund_amount", "fee_amount", "fees", "net_amount")
_AMOUNT = r"^-?[0-9]{1,10}(\.[0-9]{1,2})?$"


@dataclass(frozen=True)
class Layout:
    """How a platform writes its statements: a file's column for each field, and for each fee its kind."""

    columns: Mapping[str, str]
    fees: Mapping[str, str] = field(default_factory=dict)
    fees_negative: bool = False
    refund_negative: bool = False

    @property
    def fee_kinds(self) -> list[str]:
        """Answer the kinds of fees, each once, in the order in which a line holds them."""
        return list(dict.fromkeys(self.fees.values()))

    @property
    def required(self) -> list[str]:
        """Answer the columns without which a file is not this platform's statement."""
        return [*(self.columns.get(name, name) for name in REQUIRED), *self.fees]


@dataclass
class Parsed:
    """The readable rows, typed as ``sales_statementrow`` holds them; what is wrong with the others, by row."""

    rows: pl.DataFrame
    problems: pl.Series
    first_on: date | None
    last_on: date | None


def parse(raw: pl.DataFrame, layout: Layout) -> Parsed:
    """Type a text table by its layout; ``net`` is worked out, and a net that the file states must agree with it."""
    import polars as pl

    table = raw.select(
        *(_text(raw, layout.columns.get(name, name), name) for name in FIELDS),
        *(_text(raw, column, f"fee{place}") for place, column in enumerate(layout.fees)),
    )
    fees = [f"fee{place}" for place in range(len(layout.fees))]
    names = ["gross", "refund", "net", *fees]
    table = ungrouped_columns(table, names)
    flipped = [*(fees if layout.fees_negative else []), *(["refund"] if layout.refund_negative else [])]
    number = pl.Decimal(20, 2)
    typed = table.with_columns(
        (_read(name) * (-1 if name in flipped else 1)).cast(number).alias(f"{name}_ok") for name in names
    )
    kinds = layout.fee_kinds
    typed = typed.with_columns(
        *(
            pl.sum_horizontal(
                pl.col(f"fee{place}_ok").fill_null(0) for place, kind in enumerate(layout.fees.values()) if kind == of
            )
            .cast(number)
            .alias(f"kind{at}")
            for at, of in enumerate(kinds)
        ),
        pl.col("refund_ok").fill_null(0),
        _day("settled_on").alias("day"),
    )
    paid = [pl.col(f"kind{at}") for at in range(len(kinds))]
    fee = pl.sum_horizontal(paid).cast(number) if paid else pl.lit(0).cast(number)
    typed = typed.with_columns(fee.alias("fee_amount"))
    typed = typed.with_columns(
        (pl.col("gross_ok") - pl.col("refund_ok") - pl.col("fee_amount")).cast(number).alias("net_amount")
    ).with_row_index("ordinal", offset=1)
    marked = typed.with_columns(
        pl.concat_str(list(_problems(fees)), separator=",", ignore_nulls=True).alias("problems")
    )
    good = marked.filter(pl.col("problems") == "")
    return Parsed(_staged(good, len(kinds)), marked["problems"], *_range(good))


def _text(raw: pl.DataFrame, column: str, name: str) -> pl.Expr:
    """Take a column as clean text: no control characters, not the quotes by which spreadsheets keep long numbers."""
    import polars as pl

    if column not in raw.columns:
        return pl.lit(None, dtype=pl.String).alias(name)
    text = pl.col(column).str.replace_all(r"[\x00-\x1f\x7f\s]+", " ").str.strip_chars()
    text = text.str.replace(r'^="([^"]*)"$', "$1").str.strip_prefix("'").str.strip_chars()
    return pl.when(text != "").then(text).alias(name)


def _read(name: str) -> pl.Expr:
    import polars as pl

    good = pl.col(name).str.contains(_AMOUNT)
    return pl.when(good).then(pl.col(name)).cast(pl.Decimal(20, 2), strict=False)


def _day(name: str) -> pl.Expr:
    import polars as pl

    text = pl.col(name).str.slice(0, 10).str.replace_all("/", "-", literal=True)
    day = text.str.to_date("%Y-%m-%d", strict=False)
    return pl.when(day.dt.year().is_between(1990, 2100)).then(day)


def _problems(fees: list[str]) -> Iterator[pl.Expr]:
    import polars as pl

    yield pl.when(pl.col("order_no").is_null()).then(pl.lit("missing_order_no"))
    yield pl.when(pl.col("order_no").str.len_chars() > LONGEST_NUMBER).then(pl.lit("long_order_no"))
    yield pl.when(pl.col("gross").is_null()).then(pl.lit("missing_gross"))
    for name in ("gross", "refund", "net", *fees):
        label = "fee" if name in fees else name
        yield pl.when(~pl.col(name).str.contains(_AMOUNT)).then(pl.lit(f"bad_{label}"))
    for name in ("gross", "refund"):
        yield pl.when(pl.col(f"{name}_ok") < 0).then(pl.lit(f"negative_{name}"))
    yield pl.when(pl.col("settled_on").is_not_null() & pl.col("day").is_null()).then(pl.lit("bad_settled_on"))
    yield pl.when(pl.col("net_ok") != pl.col("net_amount")).then(pl.lit("net_differs"))


def _staged(good: pl.DataFrame, kinds: int) -> pl.DataFrame:
    import polars as pl

    parts = [pl.col(f"kind{at}").cast(pl.String) for at in range(kinds)]
    inside = pl.concat_str(parts, separator=",") if parts else pl.lit("")
    return good.with_columns(
        pl.col("ordinal").cast(pl.Int64),
        pl.col("gross_ok").alias("gross_amount"),
        pl.col("refund_ok").alias("refund_amount"),
        pl.concat_str(pl.lit("{"), inside, pl.lit("}")).alias("fees"),
    ).select(STAGED)


def _range(good: pl.DataFrame) -> tuple[date | None, date | None]:
    first, last = good["day"].min(), good["day"].max()
    return (first if isinstance(first, date) else None, last if isinstance(last, date) else None)
