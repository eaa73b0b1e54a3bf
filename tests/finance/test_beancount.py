"""The exported ledger passes bean-check, and its balances are the trial balance to the cent."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import beancount.core.data
import beancount.loader
import pytest
from django.db import connection

from interlock.finance import api as finance
from interlock.finance.api import ManualLine
from interlock.finance.queries import beancount as export

from .building import Books, Fact


def _some_business(books: Books) -> None:
    books.record("stock_opened", Fact({"cost": "1000.05"}, item=books.item, on=date(2026, 1, 1)))
    books.shipped("100.01", "200.02", on=date(2026, 10, 20), unit=books.units[0])
    books.shipped("-0.01", unit=books.units[1])
    books.sold("150.33", "19.54", "100.01", unit=books.units[0])
    finance.post_pending(books.company, books.by)
    books.voucher(ManualLine("6602", debit=Decimal("12.34")), ManualLine("1002", credit=Decimal("12.34")))
    finance.seal_vouchers(finance.collecting_vouchers(books.company)[:1], company=books.company, by=books.by)


def test_a_late_fact_says_which_month_it_belongs_to(books: Books, tmp_path: Path) -> None:
    books.shut(date(2026, 10, 1))
    books.post(books.shipped("10", on=date(2026, 10, 20)) + books.shipped("20", on=date(2026, 11, 2)))
    path = tmp_path / "late.beancount"
    assert finance.export_beancount([books.company], path) == 2
    entries, errors, _options = beancount.loader.load_file(str(path))
    moves = [entry for entry in entries if isinstance(entry, beancount.core.data.Transaction)]
    assert not errors
    assert [(str(move.date), move.meta.get("belongs_to")) for move in moves] == [
        ("2026-11-01", "2026-10"), ("2026-11-02", None),
    ]  # fmt: skip


def _faults(path: Path) -> str:
    """Answer what bean-check finds wrong with a file."""
    checked = subprocess.run(
        [sys.executable, "-m", "beancount.scripts.check", str(path)], capture_output=True, text=True, check=False
    )
    assert (checked.returncode == 0) == (checked.stderr == "")
    return checked.stderr


def test_the_export_passes_bean_check_and_equals_the_trial_balance(db: None, tmp_path: Path) -> None:
    companies = [Books("M-1"), Books("项目公司")]
    for books in companies:
        _some_business(books)
    path = tmp_path / "ledger.beancount"
    assert finance.export_beancount([books.company for books in companies], path) == 2 * 5
    assert _faults(path) == ""
    entries, errors, _options = beancount.loader.load_file(str(path))
    assert not errors
    held: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
    names = {entry.account: entry.meta for entry in entries if isinstance(entry, beancount.core.data.Open)}
    for entry in entries:
        if isinstance(entry, beancount.core.data.Transaction):
            for posting in entry.postings:
                held[entry.meta["company"], names[posting.account]["code"]] += posting.units.number
    for books, code in zip(companies, ("M-1", "项目公司"), strict=True):
        exported = {account: amount for (company, account), amount in held.items() if company == code and amount}
        assert exported == books.balances(date(2026, 12, 1))
    assert {meta["name_zh"] for meta in names.values()} >= {"库存商品", "发出商品"}


def test_what_is_posted_while_the_file_is_written_is_in_the_next(
    committed: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the vouchers of a company and its balances others post; the file still says one moment."""
    books, later = Books("M-1"), Books("M-2")
    for one in (books, later):
        _some_business(one)

    def rent(one: Books) -> None:
        paid = (ManualLine("6602", debit=Decimal(7)), ManualLine("1002", credit=Decimal(7)))
        assert one.voucher(*paid).counts == {"done": 1}
        connection.close()

    balances = export._balances

    def posting_first(*given: Any) -> Iterator[str]:
        with ThreadPoolExecutor(1) as other:
            for one in (books, later):
                other.submit(rent, one).result()
        yield from balances(*given)

    path, companies = tmp_path / "ledger.beancount", [books.company, later.company]
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(export, "_balances", posting_first)
        assert finance.export_beancount(companies, path) == 2 * 5
    assert _faults(path) == ""
    assert finance.export_beancount(companies, path) == 2 * 5 + 2 * 2
    assert _faults(path) == ""
