"""What the books say: trial balance, an account's month, a voucher's lines. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from interlock.core.sql import blocks, rows

SQL = blocks(__file__)


@dataclass(frozen=True, slots=True)
class TrialBalanceRow:
    """An account's month: ``opening`` and ``closing`` are debit less credit."""

    account_id: int
    code: str
    name_en: str
    name_zh: str
    kind: str
    opening: Decimal
    debit: Decimal
    credit: Decimal
    closing: Decimal


@dataclass(frozen=True, slots=True)
class AccountMove:
    """What one voucher moved on an account."""

    voucher_id: int
    number: str
    posting_on: date
    event_kind: str
    text: str
    unit_id: int | None
    debit: Decimal
    credit: Decimal
    lines: int


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """A voucher in a list."""

    id: int
    number: str
    posting_on: date
    origin: str
    state: str
    event_kind: str
    unit_id: int | None
    text: str
    amount: Decimal
    lines: int


@dataclass(frozen=True, slots=True)
class VoucherLine:
    """A journal line; a line entered by hand names one account only."""

    id: int
    debit_code: str | None
    debit_name_en: str | None
    debit_name_zh: str | None
    credit_code: str | None
    credit_name_en: str | None
    credit_name_zh: str | None
    amount: Decimal
    unit_id: int | None
    party: str | None
    item: str | None
    quantity: Decimal | None
    event_id: int | None
    document_id: int | None
    document_line_id: int | None


def trial_balance(company: int, month: date) -> list[TrialBalanceRow]:
    """Answer every account that has moved up to the end of the month, by code; reads the balances only."""
    return [TrialBalanceRow(*row) for row in rows(SQL["trial_balance"], company=company, month=month.replace(day=1))]


def account_ledger(
    company: int, account: int, month: date, *, after: tuple[date, int] | None = None, limit: int = 100
) -> list[AccountMove]:
    """Answer what each voucher of the month moved on an account, by (day, voucher), a page at a time."""
    day, voucher = after or (date.min, 0)
    found = rows(
        SQL["account_ledger"],
        company=company,
        account=account,
        month=month.replace(day=1),
        after_day=day,
        after_voucher=voucher,
        limit=limit,
    )
    return [AccountMove(*row) for row in found]


def vouchers(company: int, month: date, *, after: tuple[date, int] | None = None, limit: int = 100) -> list[VoucherRow]:
    """Answer the vouchers of a month by (day, id), a page at a time."""
    day, voucher = after or (date.min, 0)
    first = month.replace(day=1)
    found = rows(SQL["vouchers"], company=company, month=first, after_day=day, after_voucher=voucher, limit=limit)
    return [VoucherRow(*row) for row in found]


def collecting_vouchers(company: int, before: date | None = None) -> list[int]:
    """Answer the vouchers that still collect, of all days or those before one, in the order they are locked in."""
    return [row.id for row in rows(SQL["collecting"], company=company, before=before)]


def voucher_lines(company: int, voucher: int, *, after: int = 0, limit: int = 100) -> list[VoucherLine]:
    """Answer a voucher's journal lines by id, a page at a time; ``after`` is the last id seen."""
    found = rows(SQL["voucher_lines"], company=company, voucher=voucher, after=after, limit=limit)
    return [VoucherLine(*row) for row in found]
