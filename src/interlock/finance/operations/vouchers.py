"""Vouchers: entered by hand, and sealed once a day has been collected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from interlock.core.api import Actor, Answer, Module, Outcome, current, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run

from ..openitems.making import ItemOrigin, item_accounts, items_of_vouchers
from .books import Move, enter

SQL = blocks(__file__)
NOTHING = Decimal(0)
CENT = Decimal("0.01")
_ORDER = (
    "bad_amount", "account_unknown", "account_is_group", "account_closed", "dimension_missing", "currency_missing",
)  # fmt: skip
#: The dimensions a line of ``post_vouchers`` can carry; the others only stand on drafts.
_CARRIED = {"party": "party", "item": "item", "department": "unit", "shop": "unit"}


@dataclass(frozen=True)
class ManualLine:
    """One side of a voucher entered by hand: an account's code, and either ``debit`` or ``credit``.

    ``line`` is the document line it is made of, when there is one. On an account kept in a currency,
    ``currency_amount`` is what the line moves in it, on the same side.
    """

    account: str
    debit: Decimal = NOTHING
    credit: Decimal = NOTHING
    unit: int | None = None
    party: int | None = None
    item: int | None = None
    line: int | None = None
    currency_amount: Decimal | None = None


@dataclass(frozen=True)
class ManualVoucher:
    """A voucher entered by hand.

    ``origin`` says of which document its lines on accounts with open items are; one that ``settles`` closes items
    and makes none.
    """

    posting_on: date
    text: str
    lines: tuple[ManualLine, ...]
    origin: ItemOrigin | None = None
    settles: bool = False


def post_voucher(voucher: ManualVoucher, *, company: int, by: Actor, key: UUID | None = None) -> Outcome:
    """Post one voucher by hand; the outcome's ``detail`` names the voucher."""
    return post_vouchers([1], company=company, by=by, key=key, vouchers={1: voucher})


@operation(permission="finance.post_vouchers", documents=False)
def post_vouchers(ids: Sequence[int], *, company: int, by: Actor, vouchers: Mapping[int, ManualVoucher]) -> Outcome:
    """Post vouchers entered by hand; ids are the caller's own numbers, the keys of ``vouchers``.

    People write drafts, which another posts; this is the way for what is not written by people.
    Codes, first match wins: not_found, empty, bad_amount, account_unknown, account_is_group, account_closed,
    dimension_missing, currency_missing, not_balanced, period_closed, done.
    Writes: finance_voucher (posted), finance_journalline (one statement for all lines), finance_vouchertotal,
    finance_accountbalance; finance_currencyline, finance_currencybalance.
    Locks: (1) the finance periods, (8) balances by (account, month), (9) counters.
    """
    given = [vouchers[i] for i in ids if i in vouchers]
    lock_periods(company, Module.FINANCE, [voucher.posting_on for voucher in given])
    codes = sorted({line.account for voucher in given for line in voucher.lines})
    accounts = {row.code: row for row in rows(SQL["accounts"], company=company, codes=codes)}
    days = sorted({voucher.posting_on for voucher in given})
    opened = {row.day for row in rows(SQL["open_days"], company=company, days=days)}
    judged = [(i, *_judge(vouchers.get(i), accounts, opened)) for i in ids]
    outcome = Outcome.of(judged)
    if go := outcome.accepted:
        made = write_vouchers(company, [vouchers[i] for i in go], {code: row.id for code, row in accounts.items()})
        outcome.timeline = [(voucher, "done") for voucher in made]
        named = zip(go, made, strict=True)
        outcome.answer({i: Answer(i, "done", {"voucher": voucher}) for i, voucher in named})
    return outcome


@operation(permission="finance.seal_vouchers")
def seal_vouchers(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Seal collected vouchers: later events of the day go to another voucher.

    Codes, first match wins: not_found, already, done.
    Writes: finance_voucher.state.
    Locks: (2) vouchers by (day, kind, unit, document).
    """
    run(SQL["lock_vouchers"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_seal"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["seal"], company=company, ids=go) == len(go)
    return outcome


def _judge(voucher: ManualVoucher | None, accounts: Mapping[str, Any], opened: set[date]) -> tuple[str, dict[str, Any]]:
    """Answer one voucher's first code and all reasons."""
    if voucher is None:
        return "not_found", {}
    reasons: dict[str, Any] = {} if voucher.lines else {"empty": True}
    by_reason: defaultdict[str, list[str]] = defaultdict(list)
    for line in voucher.lines:
        account = accounts.get(line.account)
        amount = line.debit + line.credit
        if min(line.debit, line.credit) != 0 or amount <= 0 or amount != amount.quantize(CENT):
            by_reason["bad_amount"].append(line.account)
        if account is None:
            by_reason["account_unknown"].append(line.account)
        elif account.is_group:
            by_reason["account_is_group"].append(line.account)
        elif account.state == "closed":
            by_reason["account_closed"].append(line.account)
        elif any(getattr(line, _CARRIED.get(dimension, ""), None) is None for dimension in account.required):
            by_reason["dimension_missing"].append(line.account)
        elif account.currency_id and line.currency_amount is None:
            by_reason["currency_missing"].append(line.account)
    reasons |= {reason: by_reason[reason] for reason in _ORDER if reason in by_reason}
    difference = sum((line.debit - line.credit for line in voucher.lines), NOTHING)
    if difference:
        reasons["not_balanced"] = difference
    if voucher.posting_on not in opened:
        reasons["period_closed"] = voucher.posting_on
    return next(iter(reasons), "done"), reasons


def write_vouchers(company: int, vouchers: list[ManualVoucher], accounts: Mapping[str, int]) -> list[int]:
    """Write the vouchers and all their lines inside an operation that judged them; answers the vouchers' ids.

    ``accounts`` are the ids of accounts by code; a line that has an amount in currency is on an account kept in it.
    Locks: (8) balances by (account, month); (9) counters.
    """
    made = rows(
        SQL["make"],
        company=company,
        run=current().run_id,
        postings=[voucher.posting_on for voucher in vouchers],
        texts=[voucher.text[:200] for voucher in vouchers],
        amounts=column([sum((line.debit for line in voucher.lines), NOTHING) for voucher in vouchers]),
        lines=[len(voucher.lines) for voucher in vouchers],
    )
    ids = [row.id for row in made]
    entered = [(i, v.posting_on, line) for i, v in zip(ids, vouchers, strict=True) for line in v.lines]
    places = [accounts[line.account] for _id, _on, line in entered]
    written = rows(
        SQL["lines"],
        company=company,
        vouchers=column([i for i, _on, _line in entered]),
        debit_accounts=column([a if e[2].debit else None for a, e in zip(places, entered, strict=True)]),
        credit_accounts=column([a if e[2].credit else None for a, e in zip(places, entered, strict=True)]),
        amounts=column([line.debit + line.credit for _id, _on, line in entered]),
        units=column([line.unit for _id, _on, line in entered]),
        parties=column([line.party for _id, _on, line in entered]),
        items=column([line.item for _id, _on, line in entered]),
        document_lines=column([line.line for _id, _on, line in entered]),
    )
    assert len(written) == len(entered)
    _write_currencies(company, [row.id for row in written], places, [(on, line) for _i, on, line in entered])
    moves = [Move(i, on, account, e.debit, e.credit, 1) for account, (i, on, e) in zip(places, entered, strict=True)]
    enter(company, moves)
    kept = {i for i in item_accounts(company).values() if i in places}
    making = [(i, v) for i, v in zip(ids, vouchers, strict=True) if kept and not v.settles]
    if making:
        items_of_vouchers(company, [i for i, _v in making], sorted(kept), [v.origin for _i, v in making])
    return ids


def _write_currencies(
    company: int, ids: Sequence[int], accounts: Sequence[int], lines: Sequence[tuple[date, ManualLine]]
) -> None:
    """Write down what lines move in the currency of their account, a debit positive, and its balances."""
    kept = [
        (i, account, on, line.currency_amount if line.debit else -line.currency_amount)
        for i, account, (on, line) in zip(ids, accounts, lines, strict=True)
        if line.currency_amount is not None
    ]
    if kept:
        given: dict[str, Any] = {
            "company": company,
            "accounts": column([account for _i, account, _on, _amount in kept]),
            "postings": [on for _i, _account, on, _amount in kept],
            "amounts": column([amount for _i, _account, _on, amount in kept]),
        }
        assert run(SQL["currency_lines"], ids=column([i for i, *_rest in kept]), **given) == len(kept)
        run(SQL["currency_balances"], **given)
