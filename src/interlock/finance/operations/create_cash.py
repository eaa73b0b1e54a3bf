"""A company's cash flow statement: its items, its lines, what is cash, and what movements are for by default."""

from __future__ import annotations

import csv
from pathlib import Path

from interlock.core.sql import blocks, rows, run

from .cash import note_vouchers

SQL = blocks(__file__)
DATA = Path(__file__).resolve().parents[1] / "data"
CASH = ("1001", "1002", "1012")
CHUNK = 1_000


def create_cash_items(company: int) -> int:
    """Load the lines of the cash flow statement, its items, cash accounts and default rules, where a company has none.

    What the books moved of cash before is kept by item then, so statement and balances agree from the first day.
    Writes: finance_reportline, finance_dimensionvalue, finance_cashaccount, finance_cashitemrule, finance_cashmove,
    finance_cashbalance.
    """
    lines, rules = _read("cash_flow_items.csv"), _read("cash_item_rules.csv")
    made = run(
        SQL["lines"],
        company=company,
        codes=[line["code"] for line in lines],
        names_en=[line["name_en"] for line in lines],
        names_zh=[line["name_zh"] for line in lines],
        sides=[line["side"] for line in lines],
        sums=[line["sums"] for line in lines],
        strong=[line["is_strong"] == "1" for line in lines],
    )
    items = [line | {"name_en": _plain(line["name_en"]), "name_zh": line["name_zh"].removeprefix("加：")}
             for line in lines if line["is_item"] == "1"]  # fmt: skip
    run(
        SQL["items"],
        company=company,
        codes=[line["code"] for line in items],
        names_en=[line["name_en"] for line in items],
        names_zh=[line["name_zh"] for line in items],
    )
    run(
        SQL["rules"],
        company=company,
        kinds=[rule["event_kind"] for rule in rules],
        components=[rule["component"] for rule in rules],
        accounts=[rule["account"] for rule in rules],
        items_in=[rule["item_in"] for rule in rules],
        items_out=[rule["item_out"] for rule in rules],
    )
    if run(SQL["cash"], company=company, codes=list(CASH)):
        before = [row.voucher_id for row in rows(SQL["before"], company=company)]
        for start in range(0, len(before), CHUNK):
            note_vouchers(company, before[start : start + CHUNK])
    return made


def _plain(name: str) -> str:
    """Answer the name of an item without the sign its line has in the statement."""
    bare = name.removeprefix("Add: ")
    return bare[:1].upper() + bare[1:]


def _read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
