"""Accounts kept in a currency: what lines move in it, and the revaluation at a month's end.

A difference is posted once and not taken back (the difference method): CAS 19 brings a monetary balance to the rate of
the balance sheet's day and takes the difference since the last such day to profit and loss. The next month compares
with what the books then say, so a month that is revalued twice posts only what has changed in between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Module, Outcome, current, first_of_month, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run

from .vouchers import ManualLine, ManualVoucher, write_vouchers

SQL = blocks(__file__)
NOTHING = Decimal(0)
#: Where exchange differences go.
DIFFERENCES = "660303"


@dataclass(frozen=True, slots=True)
class InCurrency:
    """An account at a month's end: its balance in its currency, what that is worth, and what the books say."""

    id: int
    code: str
    currency: str
    balance: Decimal
    rate: Decimal | None
    worth: Decimal | None
    books: Decimal

    @property
    def difference(self) -> Decimal | None:
        return None if self.worth is None else self.worth - self.books


def accounts_in_currency(company: int, month: date) -> list[InCurrency]:
    """Answer every account kept in a currency as it stands at a month's end, by code."""
    ids = [row.id for row in rows(SQL["in_currency"], company=company)]
    return [_account(row) for row in _standing(company, ids, month)] if ids else []


@operation(permission="finance.revalue_accounts")
def revalue_accounts(ids: Sequence[int], *, company: int, by: Actor, month: date) -> Outcome:
    """Bring accounts kept in a currency to the closing rate of a month; the difference is income or expense.

    Codes, first match wins: not_found, not_in_currency, no_rate (no closing rate of the month), already (the books say
    what the balance is worth), account_unknown (where differences go), period_closed, done.
    Writes: finance_voucher (one a call), finance_journalline, finance_currencyline, finance_revaluation and balances.
    Locks: (1) the finance period; (2) accounts by id; (8) balances by (account, month); (9) counters.
    """
    first = first_of_month(month)
    lock_periods(company, Module.FINANCE, [first])
    rows(SQL["lock_accounts"], company=company, ids=ids)
    found = takes_differences(company, first)
    standing = {row.id: row for row in _standing(company, ids, first)}
    outcome = Outcome.of([(i, _judge(standing[i], found)) for i in ids])
    if go := outcome.accepted:
        voucher = _revalue(company, first, [_account(standing[i]) for i in go], found.account_id)
        outcome.answer({i: Answer(i, "done", {"voucher": voucher}) for i in go})
        outcome.timeline = [(voucher, "done")]
    return outcome


def revalue_for_close(company: int, month: date) -> int | None:
    """Bring every account in a currency to the month's closing rate, as the close does under its locks.

    Answers the voucher, None where the books say it already. What was posted stays when the month is opened again:
    the next close posts what has changed in between.
    """
    rows(SQL["lock_accounts"], company=company, ids=[row.id for row in rows(SQL["in_currency"], company=company)])
    differing = [account for account in accounts_in_currency(company, month) if account.difference]
    if not differing:
        return None
    account = takes_differences(company, month).account_id
    assert account is not None, "the checklist asks for it"
    return _revalue(company, month, differing, account)


def takes_differences(company: int, first: date) -> Any:
    """Answer whether a month ``is_open``, and the ``account_id`` differences go to, None where it takes nothing."""
    return rows(SQL["open"], company=company, month=first, code=DIFFERENCES)[0]


def _revalue(company: int, first: date, accounts: Sequence[InCurrency], account: int) -> int:
    """Post the differences of accounts in a month and keep how they were found; answers the voucher."""
    voucher = _post(company, last_of_month(first), accounts, account)
    given = {
        "ids": column([account.id for account in accounts]),
        "balances": column([account.balance for account in accounts]),
        "rates": column([account.rate or Decimal(1) for account in accounts]),
        "befores": column([account.books for account in accounts]),
        "differences": column([account.difference for account in accounts]),
    }
    common: dict[str, Any] = {"company": company, "month": first, "voucher": voucher, "run": current().run_id}
    assert run(SQL["keep"], **common, **given) == len(accounts)
    return voucher


def _judge(row: Any, found: Any) -> str:
    if row.code is None:
        return "not_found"
    if row.currency is None:
        return "not_in_currency"
    if row.worth is None:
        return "no_rate"
    if row.worth == row.books:
        return "already"
    if found.account_id is None:
        return "account_unknown"
    return "done" if found.is_open else "period_closed"


def _post(company: int, on: date, accounts: Sequence[InCurrency], differences: int) -> int:
    """Post all differences in one voucher of the month's last day."""
    lines: list[ManualLine] = []
    for account in accounts:
        gain = account.difference or NOTHING
        up, down = max(gain, NOTHING), max(-gain, NOTHING)
        lines.append(ManualLine(account.code, debit=up, credit=down, currency_amount=NOTHING))
        lines.append(ManualLine(DIFFERENCES, debit=down, credit=up))
    known = {account.code: account.id for account in accounts} | {DIFFERENCES: differences}
    return write_vouchers(company, [ManualVoucher(on, f"Exchange differences {on:%Y-%m}", tuple(lines))], known)[0]


def _standing(company: int, ids: Sequence[int], month: date) -> list[Any]:
    first = first_of_month(month)
    return rows(SQL["standing"], company=company, ids=ids, month=first, last=last_of_month(first))


def _account(row: Any) -> InCurrency:
    return InCurrency(row.id, row.code, row.currency, row.balance, row.rate, row.worth, row.books)


def last_of_month(first: date) -> date:
    return first_of_month(first + timedelta(days=31)) - timedelta(days=1)
