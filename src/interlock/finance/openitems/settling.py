"""What closing items writes: applications, open amounts beside them, a voucher where accounts or books differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from interlock.core.api import current
from interlock.core.sql import blocks, column, rows, run

from ..operations.vouchers import ManualLine, ManualVoucher, write_vouchers

SQL = blocks(__file__)
NOTHING, CENT = Decimal(0), Decimal("0.01")
#: Where the books' amounts of two items against each other differ, the difference goes.
EXCHANGE = "660303"


@dataclass
class Held:
    """An item that this transaction holds, with what is still open of it."""

    id: int
    account_id: int
    account: str
    direction: str
    party: int | None
    currency: str
    amount: Decimal
    open_amount: Decimal
    open_book: Decimal
    posting_on: date
    number: str
    revalued_book: Decimal = NOTHING


@dataclass
class Leg:
    """One application as it is written: amounts in each item's currency and in the books'."""

    on: date
    kind: str
    debit: Held | None
    credit: Held | None
    debit_amount: Decimal = NOTHING
    credit_amount: Decimal = NOTHING
    debit_book: Decimal = NOTHING
    credit_book: Decimal = NOTHING
    account: str = ""
    document: int | None = None
    reason: str = ""
    reverses: int | None = None
    voucher: int | None = None


def hold_items(company: int, ids: Iterable[int | None]) -> dict[int, Held]:
    """Lock items by id and answer them as they are now. Locks: (2) items by id."""
    wanted = sorted({i for i in ids if i})
    if not wanted:
        return {}
    run(SQL["lock_items"], company=company, ids=column(wanted))
    return {row.id: Held(*row) for row in rows(SQL["items"], company=company, ids=column(wanted))}


def share(item: Held, amount: Decimal) -> Decimal:
    """Answer the books' part of an amount of an item: all that is left with the last of it, so nothing remains."""
    if amount == item.open_amount:
        return item.open_book
    return (item.open_book * amount / item.open_amount).quantize(CENT, ROUND_HALF_UP)


def close(
    on: date, debit: Held | None, credit: Held | None, amount: Decimal, other: Decimal | None = None, **further: Any
) -> Leg:
    """Take an amount off the items that are held; ``other`` is the credit item's where its currency is another."""
    taken = amount if other is None else other
    kind = further.pop("kind", "settle")
    leg = Leg(
        on,
        kind,
        debit,
        credit,
        amount if debit else NOTHING,
        taken if credit else NOTHING,
        share(debit, amount) if debit else NOTHING,
        share(credit, taken) if credit else NOTHING,
        **further,
    )
    take(leg)
    return leg


def take(leg: Leg) -> None:
    """Let the items that are held know what was taken off them."""
    for item, amount, book in (
        (leg.debit, leg.debit_amount, leg.debit_book),
        (leg.credit, leg.credit_amount, leg.credit_book),
    ):
        if item:
            item.open_amount -= amount
            item.open_book -= book


def settle(company: int, legs: Sequence[Leg]) -> list[int]:
    """Write applications and their vouchers inside an operation that judged them and holds their items.

    Answers the applications' ids. Writes: finance_itemapplication, finance_openitem, finance_voucher with lines, totals
    and balances. Locks: (8) balances by (account, month); (9) counters.
    """
    planned = vouchers_of(legs)
    made = write_planned(company, [voucher for _leg, voucher in planned])
    for (leg, _voucher), voucher in zip(planned, made, strict=True):
        leg.voucher = voucher
    return write(company, legs)


def vouchers_of(legs: Sequence[Leg]) -> list[tuple[Leg, ManualVoucher]]:
    """Answer the voucher of each application whose sides lie on other accounts or differ in the books."""
    return [
        (leg, ManualVoucher(leg.on, _text(leg), tuple(lines), settles=True))
        for leg in legs
        if leg.kind != "reversal" and (lines := _lines(leg))
    ]


def write_planned(company: int, vouchers: list[ManualVoucher]) -> list[int]:
    """Write vouchers, all in one go: balances are taken once, and numbers after them; answers their ids."""
    if not vouchers:
        return []
    codes = sorted({line.account for voucher in vouchers for line in voucher.lines})
    accounts = {row.code: row.id for row in rows(SQL["accounts"], company=company, codes=codes)}
    return write_vouchers(company, vouchers, accounts)


def write(company: int, legs: Sequence[Leg]) -> list[int]:
    """Write applications whose vouchers are written, and what is left of their items; answers their ids."""
    if not legs:
        return []
    made = rows(
        SQL["apply"],
        company=company,
        run=current().run_id,
        ons=[leg.on for leg in legs],
        kinds=[leg.kind for leg in legs],
        debits=column([leg.debit.id if leg.debit else None for leg in legs]),
        credits=column([leg.credit.id if leg.credit else None for leg in legs]),
        debit_amounts=column([leg.debit_amount for leg in legs]),
        credit_amounts=column([leg.credit_amount for leg in legs]),
        debit_books=column([leg.debit_book for leg in legs]),
        credit_books=column([leg.credit_book for leg in legs]),
        accounts=[leg.account for leg in legs],
        documents=column([leg.document for leg in legs]),
        vouchers=column([leg.voucher for leg in legs]),
        reverses=column([leg.reverses for leg in legs]),
        reasons=[leg.reason[:120] for leg in legs],
    )
    days: dict[int, date] = {}
    touched: dict[int, Held] = {}
    for leg in legs:
        for item in (leg.debit, leg.credit):
            if item:
                touched[item.id] = item
                days[item.id] = max(leg.on, days.get(item.id, leg.on))
    changed = run(
        SQL["open"],
        company=company,
        ids=column(list(touched)),
        ons=[days[i] for i in touched],
        amounts=column([item.open_amount for item in touched.values()]),
        books=column([item.open_book for item in touched.values()]),
    )
    assert changed == len(touched), "the caller holds the items"
    return [row.id for row in made]


def _text(leg: Leg) -> str:
    numbers = " / ".join(item.number for item in (leg.debit, leg.credit) if item and item.number)
    return f"{leg.reason} {numbers}".strip()


def _lines(leg: Leg) -> list[ManualLine]:
    """Answer what an application moves: both items leave their accounts, the difference goes where it belongs."""
    moves: defaultdict[str, Decimal] = defaultdict(Decimal)
    if leg.debit:
        moves[leg.debit.account] -= leg.debit_book
    if leg.credit:
        moves[leg.credit.account] += leg.credit_book
    moves[leg.account or EXCHANGE] += leg.debit_book - leg.credit_book
    party = next(item.party for item in (leg.debit, leg.credit) if item)
    return [
        ManualLine(code, debit=max(amount, NOTHING), credit=max(-amount, NOTHING), party=party)
        for code, amount in moves.items()
        if amount
    ]


def moves_books(debit: Held, credit: Held, amount: Decimal, other: Decimal) -> bool:
    """Say whether applying would need the account of exchange differences."""
    return share(debit, amount) != share(credit, other)
