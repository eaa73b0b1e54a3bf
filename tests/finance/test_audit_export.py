"""The audit export is read back and says what the trial balance says, to the cent; it is never in memory as a whole."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from interlock.finance import api as finance
from interlock.finance.api import ManualLine
from interlock.finance.audit import reading
from interlock.finance.audit.fields import NAMESPACE, TABLES
from interlock.finance.audit.writing import SCHEMA, XML

from .building import DAY, Books, Fact
from .test_drafts import posted

NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def traded(books: Books) -> Books:
    books.voucher(
        ManualLine("1002", debit=Decimal("1000.10")),
        ManualLine("4001", credit=Decimal("1000.10")),
        on=date(2026, 10, 5),
    )
    books.post(books.shipped("10.01", "20.02", unit=books.units[0], party=books.party))
    books.post(books.sold("100.00", "13.00", "30.03", party=books.party))
    books.post(books.record("orders_settled", Fact({"receivable": "113.00", "commission": "5.00"}, party=books.party)))
    posted(books)
    return books


def said(book: Books) -> dict[str, tuple[Decimal, ...]]:
    found = finance.trial_balance(book.company, NOVEMBER)
    return {row.code: (row.opening, row.debit, row.credit, row.closing) for row in found}


def test_a_late_fact_keeps_its_day(books: Books, tmp_path: Path) -> None:
    books.shut(date(2026, 10, 1))
    books.post(books.shipped("10", on=date(2026, 10, 20)) + books.shipped("20", on=date(2026, 11, 1)))
    finance.export_audit(books.company, 2026, tmp_path, "parquet")
    found = pl.read_parquet(tmp_path / "vouchers.parquet").sort("debit", descending=True)
    told = found.filter(pl.col("debit") > 0).select("debit", "fact_on").rows()
    assert told == [(Decimal("20.00"), None), (Decimal("10.00"), date(2026, 10, 20))]


def test_xml_is_read_back_to_the_cent(traded: Books, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PAGE", 2)
    monkeypatch.setattr(reading, "VOUCHERS", 2)
    written = finance.export_audit(traded.company, 2026, tmp_path, "xml")
    root = ET.parse(tmp_path / XML).getroot()  # noqa: S314  our own file
    rows = defaultdict(list)
    for element in root:
        rows[element.tag.removeprefix(f"{{{NAMESPACE}}}")].append(
            {part.tag.removeprefix(f"{{{NAMESPACE}}}"): part.text or "" for part in element}
        )
    assert {table.file: len(rows[table.name]) for table in TABLES} == written
    for table in TABLES:
        names = [field.name for field in table.fields]
        assert all(list(row) == [name for name in names if name in row] for row in rows[table.name]), (
            "the schema's order"
        )
    figures = ("期初本币余额", "借方本币发生额", "贷方本币发生额", "期末本币余额")
    november = [row for row in rows["科目余额及发生额"] if row["会计期间号"] == "11"]
    held = {row["科目编号"]: tuple(Decimal(row[name]) for name in figures) for row in november}
    assert held == said(traded)
    moved: defaultdict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    for row in rows["记账凭证"]:
        if row["会计期间号"] == "11":
            moved[row["科目编号"]][0] += Decimal(row["借方本币金额"])
            moved[row["科目编号"]][1] += Decimal(row["贷方本币金额"])
    assert {code: tuple(sums) for code, sums in moved.items()} == {
        code: figures[1:3] for code, figures in said(traded).items() if any(figures[1:3])
    }
    numbers = defaultdict(list)
    for row in rows["记账凭证"]:
        numbers[row["记账凭证编号"]].append(int(row["记账凭证行号"]))
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())
    cash = sum(Decimal(row["现金流量本币金额"]) for row in rows["现金流量凭证项目数据"])
    assert cash == sum(figures[3] for code, figures in said(traded).items() if code in ("1002", "1012"))
    told = (tmp_path / SCHEMA).read_text(encoding="utf-8")
    assert all(f'name="{field.name}"' in told for table in TABLES for field in table.fields)


def test_parquet_holds_the_same_in_decimals(traded: Books, tmp_path: Path) -> None:
    written = finance.export_audit(traded.company, 2026, tmp_path, "parquet")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{table.file}.parquet" for table in TABLES)
    for table in TABLES:
        frame = pl.read_parquet(tmp_path / f"{table.file}.parquet")
        assert (frame.columns, frame.height) == (table.columns, written[table.file])
        assert not [name for name, kind in frame.schema.items() if kind.is_float()]
    balances = pl.read_parquet(tmp_path / "balances.parquet").filter(pl.col("period") == 11)
    held = {
        row["account"]: tuple(row[n] for n in ("opening", "debit", "credit", "closing")) for row in balances.to_dicts()
    }
    assert held == said(traded)
    vouchers = pl.read_parquet(tmp_path / "vouchers.parquet")
    assert vouchers["debit"].sum() == vouchers["credit"].sum()
    assert set(vouchers["party_code"]) == {"", "BOOKS-P"}


def test_who_owes_from_last_year_stands_in_the_balances_of_this_one(traded: Books, tmp_path: Path) -> None:
    """Two years: what 2026 leaves open is where 2027 begins, counted or not, and sums to the account's balance."""

    def balances(year: int) -> dict[tuple[str, str], tuple[Decimal, ...]]:
        finance.export_audit(traded.company, year, tmp_path / str(year), "parquet")
        frame = pl.read_parquet(tmp_path / str(year) / "party_balances.parquet")
        assert "BOOKS-P" in pl.read_parquet(tmp_path / str(year) / "parties.parquet")["party_code"].to_list()
        names = ("opening", "debit", "credit", "closing")
        return {(row["account"], row["party_code"]): tuple(row[name] for name in names) for row in frame.to_dicts()}

    left = -Decimal("15.50")
    traded.post(traded.record("orders_settled", Fact({"receivable": "15.50"}, party=traded.party)))
    first = balances(2026)
    assert first["1122", "BOOKS-P"] == (0, Decimal("113.00"), Decimal("128.50"), left)
    held = traded.balances(date(2026, 12, 1))
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for (code, _party), figures in first.items():
        sums[code] += figures[3]
    assert {code: amount for code, amount in sums.items() if amount} == {
        code: held[code] for code in sums if held.get(code)
    }
    assert balances(2027)["1122", "BOOKS-P"] == (left, 0, 0, left), "not moved in the year, and still there"
    finance.seal_vouchers(finance.collecting_vouchers(traded.company), company=traded.company, by=traded.by)
    assert finance.count_dimensions(traded.company)
    assert balances(2026) == first
    assert balances(2027)["1122", "BOOKS-P"] == (left, 0, 0, left)


def test_a_month_says_how_much_nobody_typed(traded: Books) -> None:
    found = finance.automatic_share([traded.company], NOVEMBER).total.figures()
    assert found == {
        "vouchers": 4, "automatic_voucher_pct": 75.0, "lines": 9, "automatic_line_pct": 77.78, "typed_vouchers": 1,
        "typed_lines": 2, "carried_vouchers": 0, "carried_lines": 0, "automatic_voucher_pct_without_carried": 75.0,
        "automatic_line_pct_without_carried": 77.78,
    }  # fmt: skip
    assert finance.automatic_share([traded.company], date(2026, 1, 1)).total.figures()["automatic_line_pct"] == 0.0
    assert finance.Voucher.objects.filter(company_id=traded.company, posting_on=DAY).count() == 4
