"""Cash flow beside the journal: what each movement of cash is for, kept by item and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import Any

from interlock.core.api import Actor, Module, Outcome, current, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run

SQL = blocks(__file__)
NOTHING, CENT = Decimal(0), Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Flow:
    """What a voucher moved of cash for one item against one account; in is positive."""

    voucher: int
    month: date
    item: int | None
    counter: int | None
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a line of a voucher: a debit is positive."""

    account: int
    code: str
    is_cash: bool
    amount: Decimal
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A company's rules: items by event and component, and by the codes that accounts begin with."""

    events: dict[tuple[str, str], tuple[int, int]]
    accounts: dict[str, tuple[int, int]]
    #: what is no flow: the cash there was when the books began
    opening: int | None = None

    def of_event(self, kind: str, component: str, code: str, amount: Decimal) -> int | None:
        return self._side(self.events.get((kind, component)), amount) or self.of_account(code, amount)

    def of_account(self, code: str, amount: Decimal) -> int | None:
        """Answer the item of the longest code that the account's begins with."""
        for length in range(len(code), 0, -1):
            if pair := self.accounts.get(code[:length]):
                return self._side(pair, amount)
        return None

    @staticmethod
    def _side(pair: tuple[int, int] | None, amount: Decimal) -> int | None:
        return pair and pair[0 if amount > 0 else 1]


def note_events(company: int, vouchers: Sequence[int], events: str, made_by: int | None) -> None:
    """Keep the cash flow of the lines that these events have just put into vouchers which touch cash.

    Writes: finance_cashmove, finance_cashbalance. Locks: (8) cash flows by (item, month).
    """
    found = rows(SQL["of_events"], company=company, events=events, vouchers=column(vouchers))
    _write(company, _of_lines(found, company), made_by)


def note_vouchers(company: int, vouchers: Sequence[int], made_by: int | None = None) -> None:
    """Keep the cash flow of whole vouchers that are new to it: those by hand, and those from before cash was kept.

    Writes: finance_cashmove, finance_cashbalance. Locks: (8) cash flows by (item, month).
    """
    given: dict[str, Any] = {"company": company, "vouchers": column(vouchers)}
    flows = _of_lines(rows(SQL["of_lines"], **given), company)
    sides = rows(SQL["sides"], **given)
    items = _items(company) if sides else Items({}, {})
    for voucher, found in groupby(sides, key=lambda row: (row.voucher_id, row.month, row.reverses_id)):
        number, month, reverses = voucher
        own = [Side(row.account_id, row.code, row.is_cash, row.amount, row.item_id) for row in found]
        parts = _mirrored(company, reverses, own) if reverses else None
        flows += [Flow(number, month, item, counter, a) for item, counter, a in parts or split(own, items)]
    _write(company, flows, made_by)


def split(sides: Sequence[Side], items: Items) -> list[tuple[int | None, int | None, Decimal]]:
    """Answer what a voucher moved of cash: item, other account, amount; the amounts are all of its cash.

    A cash line that names an item is for that. The rest is for what stands on the other side, in proportion: its own
    item where it names one, else that of its account. Cash moved from one cash account to another is for nothing. A
    voucher that brings a balance forward against an account of the opening brings all its cash so: none of it flowed.
    """
    cash = [side for side in sides if side.is_cash]
    others = [side for side in sides if not side.is_cash]
    if not others:
        return []
    named: defaultdict[tuple[int | None, int | None], Decimal] = defaultdict(Decimal)
    rest = sum((side.amount for side in cash if side.item is None), NOTHING)
    for side in cash:
        if side.item is not None:
            named[side.item, None] += side.amount
    if (
        rest
        and items.opening is not None
        and any(items.of_account(side.code, rest) == items.opening for side in others)
    ):
        named[items.opening, None] += rest
        return [(item, counter, amount) for (item, counter), amount in named.items() if amount]
    against = [side for side in others if (side.amount < 0) == (rest > 0)]
    for side, amount in zip(against, _shares(rest, [abs(side.amount) for side in against]), strict=True):
        item = side.item if side.item is not None else items.of_account(side.code, amount)
        named[item, side.account] += amount
    if not against:
        named[None, None] += rest
    return [(item, counter, amount) for (item, counter), amount in named.items() if amount]


def _shares(whole: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Share an amount out in proportion, to the cent; the largest takes what rounding leaves."""
    total = sum(weights, NOTHING)
    if not total:
        return []
    shares = [(whole * weight / total).quantize(CENT, ROUND_HALF_UP) for weight in weights]
    largest = max(range(len(weights)), key=weights.__getitem__)
    shares[largest] += whole - sum(shares, NOTHING)
    return shares


def _mirrored(
    company: int, reverses: int, sides: Sequence[Side]
) -> list[tuple[int | None, int | None, Decimal]] | None:
    """Answer what the voucher that is taken back moved, the other way round; nothing when it is not the same cash."""
    found = rows(SQL["moved"], company=company, voucher=reverses)
    moved = sum((side.amount for side in sides if side.is_cash), NOTHING)
    if sum((row.amount for row in found), NOTHING) != -moved:
        return None
    return [(row.item_id, row.counter_id, -row.amount) for row in found]


def _of_lines(found: Iterable[Any], company: int) -> list[Flow]:
    """Answer the flows of lines with cash on one of their two sides, summed by voucher, item and other account."""
    summed: defaultdict[tuple[int, date, int | None, int], Decimal] = defaultdict(Decimal)
    found = list(found)
    items = _items(company) if found else Items({}, {})
    for row in found:
        item = items.of_event(row.kind, row.component, row.code, row.amount)
        summed[row.voucher_id, row.month, item, row.counter_id] += row.amount
    return [Flow(*key, amount) for key, amount in summed.items() if amount]


def _items(company: int) -> Items:
    found = rows(SQL["rules"], company=company)
    return Items(
        {(row.event_kind, row.component): (row.item_in_id, row.item_out_id) for row in found if row.code is None},
        {row.code: (row.item_in_id, row.item_out_id) for row in found if row.code is not None},
        next((row.opening_id for row in found), None),
    )


def _write(company: int, flows: Sequence[Flow], made_by: int | None) -> None:
    """Write movements and add them to the months of their items, taken in one order."""
    if not flows:
        return
    given: dict[str, Any] = {
        "company": company,
        "items": column([flow.item for flow in flows]),
        "months": [flow.month for flow in flows],
        "amounts": column([flow.amount for flow in flows]),
    }
    moved = run(
        SQL["moves"],
        vouchers=column([flow.voucher for flow in flows]),
        counters=column([flow.counter for flow in flows]),
        run=made_by,
        **given,
    )
    assert moved == len(flows)
    run(SQL["balances"], **given)


@operation(permission="finance.assign_cash_items")
def assign_cash_items(ids: Sequence[int], *, company: int, by: Actor, item: str, instead: str = "") -> Outcome:
    """Say what the cash of vouchers was for: what has no item yet, or what is under the item ``instead``.

    Nothing written before changes: what was under the other item is taken back from it in the same month.
    Codes, first match wins: not_found, cash_item_unknown, already (nothing of it is left), period_closed, done.
    Writes: finance_cashmove, finance_cashbalance.
    Locks: (1) the finance periods, shared; (2) vouchers by id; (8) cash flows by (item, month).
    """
    given: dict[str, Any] = {"company": company, "ids": ids}
    lock_periods(company, Module.FINANCE, [row.posting_on for row in rows(SQL["days"], **given)])
    rows(SQL["lock_vouchers"], **given)
    outcome = Outcome.of(rows(SQL["judge_assign"], item=item, instead=instead, **given))
    if go := outcome.accepted:
        found = rows(SQL["to_assign"], company=company, ids=go, item=item, instead=instead)
        back = [Flow(row.voucher_id, row.month, row.instead_id, row.counter_id, -row.amount) for row in found]
        named = [Flow(flow.voucher, flow.month, found[0].item_id, flow.counter, -flow.amount) for flow in back]
        _write(company, [*back, *named], current().run_id)
    return outcome
