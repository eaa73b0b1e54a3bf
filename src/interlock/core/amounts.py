"""Figures as people, banks and platforms write them: ``1,234.56``, ``１２，３４５``, ``¥ 9.90``.

A comma stands between groups of three digits, or the text is no figure of ours: who writes ``12,34`` means twelve and
something, and taking the comma out would make it a hundred times as much.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

_WIDE = str.maketrans("０１２３４５６７８９．，－￥", "0123456789.,-¥")
_MARKS = r"[¥\s]"
_GROUPED = r"^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?$"
_marks, _grouped = re.compile(_MARKS), re.compile(_GROUPED)


def ungrouped(text: str) -> str:
    """Answer a figure without blanks, currency marks and the commas of its groups; other commas stay: it is none."""
    plain = _marks.sub("", text.translate(_WIDE))
    return plain.replace(",", "") if "," in plain and _grouped.match(plain) else plain


def ungrouped_columns(table: pl.DataFrame, names: list[str]) -> pl.DataFrame:
    """Answer a table with these columns as ``ungrouped`` answers each of their texts."""
    import polars as pl

    plain = table.with_columns(
        pl.col(name).str.replace_many(dict(zip("０１２３４５６７８９．，－￥", "0123456789.,-¥", strict=True)))
        if not table[name].str.contains(r"^[\x00-\x7f]*$").all()
        else pl.col(name)
        for name in names
    ).with_columns(pl.col(name).str.replace_all(_MARKS, "") for name in names)
    grouped = [name for name in names if plain[name].str.contains(",", literal=True).any()]
    return plain.with_columns(
        pl.when(pl.col(name).str.contains(_GROUPED))
        .then(pl.col(name).str.replace_all(",", "", literal=True))
        .otherwise(pl.col(name))
        .alias(name)
        for name in grouped
    )
