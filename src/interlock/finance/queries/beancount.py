"""The ledger as a beancount file: one transaction a voucher, one posting an account and side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from interlock.core.sql import blocks, rows, run

from .late import late_vouchers

SQL = blocks(__file__)
PAGE = 5_000
_ROOTS = {
    "asset": "Assets",
    "cost": "Assets",
    "liability": "Liabilities",
    "equity": "Equity",
    "income": "Income",
    "expense": "Expenses",
}


def export_beancount(companies: Sequence[int], path: Path) -> int:
    """Write the ledgers of companies to a beancount file; answers how many transactions it holds.

    Names look like ``Assets:M1:A1405-Finished-goods``; Chinese names, states, kinds and the earlier
    months that late facts belong to stand as metadata. Each
    company's balances are asserted at the end, so ``bean-check`` compares journal and balances once more. All is read
    as of one moment: what is posted meanwhile is in neither.
    """
    written, outermost = 0, not connection.in_atomic_block
    with path.open("w", encoding="utf-8") as file, transaction.atomic():
        if outermost:
            run(SQL["one_moment"])
        file.write(";; Interlock\n")
        file.write('option "title" "Interlock"\n')
        for company in rows(SQL["companies"], companies=list(companies)):
            file.write(f'option "operating_currency" "{company.currency_id}"\n')
        for company in rows(SQL["companies"], companies=list(companies)):
            accounts = rows(SQL["accounts"], company=company.id)
            names = {account.id: _name(company, account) for account in accounts}
            file.writelines(_opens(company, accounts, names))
            for entry in _transactions(company, names):
                file.write(entry)
                written += 1
            file.writelines(_balances(company, names))
    return written


def _opens(company: Any, accounts: list[Any], names: dict[int, str]) -> Iterator[str]:
    for account in accounts:
        yield f"\n{account.since} open {names[account.id]} {company.currency_id}\n"
        yield f"  code: {_text(account.code)}\n  name: {_text(account.name_en)}\n  name_zh: {_text(account.name_zh)}\n"


def _transactions(company: Any, names: dict[int, str]) -> Iterator[str]:
    after, late = 0, late_vouchers(company.id)
    while page := rows(SQL["transactions"], company=company.id, after=after, limit=PAGE):
        for voucher, totals in groupby(page, key=lambda row: row.id):
            yield _transaction(company, names, list(totals), late.get(voucher, []))
            after = voucher


def _transaction(company: Any, names: dict[int, str], totals: list[Any], late: list[date]) -> str:
    first = totals[0]
    flag = "*" if first.state == "posted" else "!"
    lines = [f"\n{first.posting_on} {flag} {_text(first.number)} {_text(first.text or first.event_kind)}"]
    lines.append(f"  company: {_text(company.code)}")
    if first.unit:
        lines.append(f"  unit: {_text(first.unit)}")
    if late:
        lines.append(f"  belongs_to: {_text(', '.join(f'{month:%Y-%m}' for month in late))}")
    legs = [(total.account_id, amount) for total in totals for amount in (total.debit, -total.credit) if amount]
    lines += [f"  {names[account]}  {amount} {company.currency_id}" for account, amount in legs]
    return "\n".join(lines) + "\n"


def _balances(company: Any, names: dict[int, str]) -> Iterator[str]:
    for balance in rows(SQL["balances"], company=company.id):
        yield f"\n{balance.day_after} balance {names[balance.account_id]}  {balance.amount} {company.currency_id}\n"


def _name(company: Any, account: Any) -> str:
    """Make a name beancount accepts: each part begins with a capital or digit and holds letters, digits, dashes."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", f"A{account.code}-{account.name_en}").strip("-")
    owner = re.sub(r"[^A-Z0-9]+", "-", company.code.upper()).strip("-") or f"C{company.id}"
    return f"{_ROOTS[account.kind]}:{owner}:{words}"


def _text(words: str) -> str:
    clean = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{clean}"'
