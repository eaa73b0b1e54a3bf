"""Open items in another currency at a month's end: what is still open of them comes to the closing rate.

The difference method of accounts in currencies, item by item, so that an account with items stays the sum of them. What
was settled between the month's end and the day of the revaluation is left to its realised difference.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Module, Outcome, current, first_of_month, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run

from ..operations.currencies import last_of_month, takes_differences
from ..operations.vouchers import ManualLine, ManualVoucher
from .settling import EXCHANGE, NOTHING, Held, hold_items, write_planned

SQL = blocks(__file__)


@dataclass(frozen=True, slots=True)
class ItemInCurrency:
    """An item that is open in another currency: what is open of it, what that is worth, and what the books carry."""

    id: int
    account: str
    party: int | None
    number: str
    currency: str
    open_amount: Decimal
    rate: Decimal | None
    worth: Decimal | None
    books: Decimal

    @property
    def difference(self) -> Decimal | None:
        return None if self.worth is None else self.worth - self.books


def items_in_currency(company: int, month: date) -> list[ItemInCurrency]:
    """Answer every item in another currency that was posted by a month's end and is still open, by account.

    What a later month's end has valued already is not that month's to ask any more.
    """
    first, last = _days(month)
    ids = [row.id for row in rows(SQL["in_currency"], company=company, last=last)]
    return [_item(row) for row in _standing(company, ids, first, last) if not row.code] if ids else []


@operation(permission="finance.revalue_accounts")
def revalue_items(ids: Sequence[int], *, company: int, by: Actor, month: date) -> Outcome:
    """Bring what is open of items in other currencies to a month's closing rate; the difference is income or expense.

    Codes, first match wins: not_found, in_books_currency, nothing_open, too_early (posted after the month),
    later_revalued (a later month's end already), no_rate (no closing rate of the month), already (the books carry what
    it is worth), account_unknown (where differences go), period_closed, done.
    Writes: finance_voucher (one a call), finance_journalline, finance_vouchertotal and balances;
    finance_itemrevaluation; finance_openitem.open_book, revalued_book.
    Locks: (1) the finance period; (2) items by id; (8) balances by (account, month); (9) counters.
    """
    first, last = _days(month)
    lock_periods(company, Module.FINANCE, [first])
    held = hold_items(company, ids)
    found = takes_differences(company, first)
    standing = {row.id: row for row in _standing(company, ids, first, last)}
    outcome = Outcome.of([(i, _judge(standing[i], found)) for i in ids])
    if go := outcome.accepted:
        voucher = _revalue(company, last, [_item(standing[i]) for i in go], held)
        outcome.answer({i: Answer(i, "done", {"voucher": voucher}) for i in go})
        outcome.timeline = [(voucher, "done")]
    return outcome


def revalue_items_for_close(company: int, month: date) -> int | None:
    """Bring every open item in another currency to the month's closing rate, as the close does under its locks.

    Answers the voucher, None where the books carry it already. It stays when the month is opened again.
    """
    _first, last = _days(month)
    held = hold_items(company, [row.id for row in rows(SQL["in_currency"], company=company, last=last)])
    items = [item for item in items_in_currency(company, month) if item.difference and item.id in held]
    return _revalue(company, last, items, held) if items else None


def _revalue(company: int, last: date, items: Sequence[ItemInCurrency], held: Mapping[int, Held]) -> int:
    """Post the differences of items that are held and keep how they were found; answers the voucher."""
    differences = {item.id: item.difference or NOTHING for item in items}
    text = f"Exchange differences {last:%Y-%m}"
    voucher = write_planned(company, [_carry(last, text, [held[item.id] for item in items], differences)])[0]
    rates = {item.id: item.rate or NOTHING for item in items}
    keep(company, last, dict.fromkeys(differences, voucher), held, differences, rates)
    return voucher


def take_out(on: date, items: Sequence[Held]) -> list[ManualVoucher]:
    """Answer the voucher that takes what items were revalued by out of the books again; none where there is no item."""
    if not items:
        return []
    text = "↺ Exchange differences " + " / ".join(item.number for item in items if item.number)
    return [_carry(on, text, items, {item.id: -item.revalued_book for item in items})]


def keep(
    company: int,
    on: date,
    vouchers: Mapping[int, int],
    held: Mapping[int, Held],
    differences: Mapping[int, Decimal],
    rates: Mapping[int, Decimal] | None = None,
) -> None:
    """Write how items that are held were revalued, and what the books carry of them now; no rate takes out."""
    ids = list(vouchers)
    given: dict[str, Any] = {
        "company": company,
        "ids": column(ids),
        "differences": column([differences[i] for i in ids]),
    }
    made = run(
        SQL["keep"],
        **given,
        on=on,
        run=current().run_id,
        amounts=column([held[i].open_amount for i in ids]),
        rates=column([rates[i] if rates else None for i in ids]),
        befores=column([held[i].open_book for i in ids]),
        vouchers=column([vouchers[i] for i in ids]),
    )
    assert made == len(ids)
    assert run(SQL["carry"], **given) == len(ids), "the caller holds the items"
    for i in ids:
        held[i].open_book += differences[i]
        held[i].revalued_book += differences[i]


def _judge(row: Any, found: Any) -> str:
    if row.code:
        return str(row.code)
    if row.worth is None:
        return "no_rate"
    if row.worth == row.books:
        return "already"
    if found.account_id is None:
        return "account_unknown"
    return "done" if found.is_open else "period_closed"


def _carry(on: date, text: str, items: Sequence[Held], differences: Mapping[int, Decimal]) -> ManualVoucher:
    """Answer the voucher of all differences; what is owed to us grows on the debit side, what we owe on the credit."""
    lines: list[ManualLine] = []
    for item in items:
        debit = differences[item.id] if item.direction == "debit" else -differences[item.id]
        up, down = max(debit, NOTHING), max(-debit, NOTHING)
        lines.append(ManualLine(item.account, debit=up, credit=down, party=item.party))
        lines.append(ManualLine(EXCHANGE, debit=down, credit=up))
    return ManualVoucher(on, text, tuple(lines), settles=True)


def _standing(company: int, ids: Sequence[int], first: date, last: date) -> list[Any]:
    return rows(SQL["standing"], company=company, ids=column(ids), month=first, last=last)


def _item(row: Any) -> ItemInCurrency:
    return ItemInCurrency(
        row.id, row.account, row.party, row.number, row.currency, row.open_amount, row.rate, row.worth, row.books
    )


def _days(month: date) -> tuple[date, date]:
    first = first_of_month(month)
    return first, last_of_month(first)
