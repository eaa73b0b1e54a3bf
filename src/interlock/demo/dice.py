"""Repeatable numbers by the column: splitmix64 in polars, the same on every machine and version."""

from __future__ import annotations

import zlib

import polars as pl

_STEP, _FIRST, _SECOND = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB


class Dice:
    """Columns of numbers that depend on the seed, the name asked for and the row only."""

    def __init__(self, *seed: object) -> None:
        self._seed = zlib.crc32("|".join(map(str, seed)).encode())

    def whole(self, name: str, rows: pl.Series) -> pl.Series:
        """Answer 53 evenly spread bits for each row number."""
        start = (zlib.crc32(name.encode()) << 32 | self._seed) & 0x7FFFFFFFFFFFFFFF
        x = rows.cast(pl.UInt64) * _u64(_STEP) + _u64(start)
        x = (x ^ x // 2**30) * _u64(_FIRST)
        x = (x ^ x // 2**27) * _u64(_SECOND)
        return (x ^ x // 2**31) // 2**11

    def share(self, name: str, rows: pl.Series) -> pl.Series:
        """Answer a number in [0, 1) for each row number."""
        return self.whole(name, rows).cast(pl.Float64) / 2**53

    def between(self, name: str, rows: pl.Series, first: int, last: int) -> pl.Series:
        """Answer a whole number from ``first`` to ``last`` for each row number."""
        return (self.whole(name, rows) % (last - first + 1)).cast(pl.Int64) + first

    def pick(self, name: str, rows: pl.Series, weights: list[float]) -> pl.Series:
        """Answer a place in ``weights`` for each row number, heavy ones more often."""
        return weighted(self.share(name, rows), weights)


def weighted(shares: pl.Series, weights: list[float]) -> pl.Series:
    """Turn numbers in [0, 1) into places in ``weights``."""
    edges = cumulated(weights)
    return edges.search_sorted(shares, side="right").clip(0, len(weights) - 1).cast(pl.UInt32)


def cumulated(weights: list[float]) -> pl.Series:
    """Answer the upper edge of each weight's part of [0, 1]."""
    edges = pl.Series(weights, dtype=pl.Float64).cum_sum()
    return edges / edges[-1]


def _u64(value: int) -> pl.Series:
    return pl.Series([value], dtype=pl.UInt64)
