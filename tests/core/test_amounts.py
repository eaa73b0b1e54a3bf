"""A comma groups three digits, or what holds it is no figure."""

from __future__ import annotations

import polars as pl
import pytest

from interlock.core.amounts import ungrouped, ungrouped_columns

READ = {
    "1,234.56": "1234.56", "-1,234,567": "-1234567", "１２，３４５．６": "12345.6", "¥ 9.90": "9.90", "￥1,000": "1000",
    "12": "12", "12,34": "12,34", "1,2345": "1,2345", "1234,567": "1234,567", ",123": ",123", "0,5": "0,5",
    "1,23,456": "1,23,456", "1.234,56": "1.234,56", "12，34": "12,34", "abc": "abc", "": "", "(1,000)": "(1,000)",
}  # fmt: skip


def test_figures_are_read_alike_alone_and_in_columns() -> None:
    assert {text: ungrouped(text) for text in READ} == READ
    table = pl.DataFrame({"a": [*READ, None], "b": ["1", *[None] * len(READ)]})
    found = ungrouped_columns(table, ["a", "b"])
    assert found["a"].to_list() == [*READ.values(), None]
    assert found["b"].to_list() == table["b"].to_list()


@pytest.mark.parametrize("text", ["12,34", "1,2345.00", "1.234,56"])
def test_no_reader_takes_a_decimal_comma_for_a_group(text: str) -> None:
    from interlock.finance.api import read_amount
    from interlock.finance.banking.statements import BadFile, _amount
    from interlock.finance.operations import receipts
    from interlock.sales.typed import figure
    from interlock.web.imports.cells import Wrong, _figure
    from interlock.web.lists import declared
    from interlock.web.views import credit, movements

    for read in (read_amount, receipts._amount, figure, declared._amount, credit._amount, movements._decimal):
        assert read(text) is None
        assert read("1,234.5") is not None
    with pytest.raises(BadFile):
        _amount("amount", 1, text)
    with pytest.raises(Wrong):
        _figure(text)
