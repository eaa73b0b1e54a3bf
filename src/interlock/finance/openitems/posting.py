"""Bring documents by hand into the books: their vouchers, the items they make, the items they close; and back out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import Any

from interlock.core.api import Actor, Module, Outcome, lock_periods, needs_approval, operation
from interlock.core.sql import blocks, column, rows, run

from ..budgets import documents as budgets
from ..budgets import reading
from ..operations.vouchers import ManualLine, ManualVoucher
from .applying import live_applications, reversing
from .approving import DOCUMENT
from .documents import AMONG, CLAIMS, MONEY
from .joining import invoices_of, join_invoices, lacking
from .making import ItemOrigin
from .revaluing import keep, take_out
from .settling import CENT, EXCHANGE, NOTHING, Held, Leg, close, hold_items, vouchers_of, write, write_planned

SQL = blocks(__file__)
REVIEW = "finance.review_items"
#: Where VAT of bills and charges goes; where money goes that pays no item yet.
TAX = {"bill": "22210101", "charge": "22210105"}
ADVANCE = {"receipt": "2203", "payment": "1123"}


@dataclass
class Plan:
    """What posting a document writes: its voucher, the items it will make by account, what these and others close."""

    document: Any
    voucher: ManualVoucher | None = None
    items: dict[str, Held] = field(default_factory=dict)
    legs: list[Leg] = field(default_factory=list)


@operation(permission=REVIEW)
def post_item_documents(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Post bills, charges, receipts, payments, refunds, offsets and bad debts; never by whoever wrote them.

    Codes, first match wins: not_found, already, not_draft, same_person, approval_needed, account_closed (a line's, or
    one that its voucher needs is not there), account_in_currency (it is kept in another than the books' money, which a
    document of items does not say), another_party, wrong_side (a receipt pays what others owe, a payment what we owe),
    another_currency, too_early, too_much (more than an item has open), lines_exceed (the money), not_covered (a refund
    names all that it gives back), not_even (an offset), invoice_elsewhere (the supplier's invoice of this number
    belongs to another bill or a claim), invoice_booked (it was verified, and is in the books, before the bill),
    invoice_differs (it says another amount), period_closed, dimension_missing (an account asks for what no line of the
    document says: account and dimension are named), budget_stopped, over_budget (a bill's line), done.
    Writes: finance_voucher with lines, totals and balances; finance_openitem; finance_itemapplication;
    finance_itemdocument.state, reviewer, voucher; finance_inputinvoice.bill_kind, bill_id of the same numbers; budgets.
    Locks: (1) the finance periods, shared; (2) documents by id, the numbers of invoices, items by id; (7) budget lines
    by id; (8) balances by (account, month); (9) counters.
    """
    days = rows(SQL["days"], company=company, ids=column(ids))
    lock_periods(company, Module.FINANCE, [row.posting_on for row in days])
    run(SQL["lock_documents"], company=company, ids=column(ids))
    found = {row.id: row for row in rows(SQL["documents"], company=company, ids=column(ids), me=by.user_id)}
    invoices = invoices_of(company, [row.id for row in found.values() if row.kind == "bill" and not row.code])
    lines = _lines(company, ids)
    held = hold_items(company, [line.item_id for own in lines.values() for line in own])
    waits = needs_approval(company, DOCUMENT, [row.id for row in found.values() if not row.code])
    accounts = _accounts(company)
    judged, plans = [], []
    for i in ids:
        code = "not_found" if i not in found else found[i].code or ("approval_needed" if i in waits else "")
        code = code or _judge(found[i], lines.get(i, []), held, accounts)
        if code in ("done", "period_closed") and i in invoices and invoices[i].code:
            code = invoices[i].code
        plan = _plan(found[i], lines.get(i, []), held, accounts) if code == "done" else None
        if lacks := lacking(plan.voucher, accounts, lines[i]) if plan and plan.voucher and i in lines else {}:
            code, plan = "dimension_missing", None
        plans += [plan] if plan else []
        judged.append((i, code, lacks))
    outcome = Outcome.of(judged)
    spends = budgets.judge_bills(company, [plan.document.id for plan in plans if plan.document.kind == "bill"])
    outcome.answer(budgets.answers(spends))
    if go := set(outcome.accepted):
        plans = [plan for plan in plans if plan.document.id in go]
        made = _post(company, by, plans)
        if spends.lines:
            reading.read(company, made)
        join_invoices(company, [invoices[plan.document.id] for plan in plans if plan.document.id in invoices])
        outcome.timeline = [(item.id, "opened") for plan in plans for item in plan.items.values() if item.id]
    return outcome


def _lines(company: int, ids: Sequence[int]) -> dict[int, list[Any]]:
    own = groupby(rows(SQL["lines"], company=company, ids=column(ids)), key=lambda line: line.document_id)
    return {document: list(lines) for document, lines in own}


def _accounts(company: int) -> dict[str, Any]:
    """Answer the accounts that take postings, by code, with whether they keep items."""
    return {row.code: row for row in rows(SQL["accounts"], company=company)}


def _judge(document: Any, lines: list[Any], held: Mapping[int, Held], accounts: Mapping[str, Any]) -> str:
    """Answer the code of a draft that may be posted as far as it goes itself."""
    needed = {document.account, *(line.account for line in lines)} - {None}
    if any(line.tax_amount for line in lines):
        needed.add(TAX[document.kind])
    total = sum((line.amount for line in lines), NOTHING)
    if document.kind in ADVANCE and total < document.amount:
        needed.add(ADVANCE[document.kind])
    if document.kind not in CLAIMS and _differs(document, lines, held):
        needed.add(EXCHANGE)
    if needed - set(accounts):
        return "account_closed"
    if any(accounts[code].in_currency for code in needed):
        return "account_in_currency"
    if document.kind in CLAIMS:
        return "done" if document.is_open else "period_closed"
    code = next((code for line in lines if (code := _line_code(document, line, held))), "") or _taken(lines, held)
    if not code and document.kind in MONEY and total > document.amount:
        code = "lines_exceed"
    if not code and document.kind == "refund" and total < document.amount:
        code = "not_covered"
    if not code and document.kind == "offset":
        sides = [sum(x.amount for x in lines if held[x.item_id].direction == side) for side in ("debit", "credit")]
        code = "not_even" if sides[0] != sides[1] else ""
    return code or ("done" if document.is_open else "period_closed")


def _differs(document: Any, lines: list[Any], held: Mapping[int, Held]) -> bool:
    """Say whether an item of another currency than the books', where exchange differences come from, is touched."""
    return document.currency != document.books or any(
        held[line.item_id].currency != document.books for line in lines if line.item_id in held
    )


def _line_code(document: Any, line: Any, held: Mapping[int, Held]) -> str:
    """Answer what is wrong with one item of a document; nothing when it fits."""
    item = held.get(line.item_id)
    if item is None or item.party != document.party_id:
        return "another_party"
    wanted = {"receipt": "debit", "payment": "credit", "refund": "credit"}.get(document.kind, item.direction)
    if item.direction != wanted:
        return "wrong_side"
    if item.currency != document.currency and (document.kind in AMONG or line.item_amount is None):
        return "another_currency"
    return "too_early" if item.posting_on > document.posting_on else ""


def _taken(lines: list[Any], held: Mapping[int, Held]) -> str:
    """Say whether lines take more of an item than it has open, two of one document together."""
    asked: defaultdict[int, Decimal] = defaultdict(Decimal)
    for line in lines:
        asked[line.item_id] += _of_item(line)
    return "too_much" if any(amount > held[i].open_amount for i, amount in asked.items()) else ""


def _of_item(line: Any) -> Decimal:
    """Answer what a line takes off its item, in the item's currency."""
    return Decimal(line.amount if line.item_amount is None else line.item_amount)


def _plan(document: Any, lines: list[Any], held: Mapping[int, Held], accounts: Mapping[str, Any]) -> Plan:
    """Plan a document that is judged, and take what it closes off the items, so that the next one sees what is left."""
    plan = Plan(document)
    if document.kind in CLAIMS:
        _claim(plan, lines)
    elif document.kind in MONEY:
        _money(plan, lines, held)
    elif document.kind == "offset":
        _offset(plan, lines, held)
    else:
        for line in lines:
            item = held[line.item_id]
            debit, credit = (item, None) if item.direction == "debit" else (None, item)
            further = {"kind": "write_off", "account": document.account}
            plan.legs.append(_leg(plan, debit, credit, line.amount, line.amount, **further))
    for leg in plan.legs:
        leg.document = document.id
    plan.items = {code: item for code, item in plan.items.items() if code in accounts and accounts[code].keeps}
    return plan


def _leg(plan: Plan, debit: Held | None, credit: Held | None, amount: Decimal, other: Decimal, **further: Any) -> Leg:
    return close(plan.document.posting_on, debit, credit, amount, other, reason=plan.document.number, **further)


class _Sums:
    """The lines of a voucher while they are summed: books by account and unit, the document's amounts by account."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.books: defaultdict[tuple[str, int | None], Decimal] = defaultdict(Decimal)
        self.amounts: defaultdict[str, Decimal] = defaultdict(Decimal)

    def add(self, account: str, amount: Decimal, book: Decimal, unit: int | None = None) -> None:
        """Add a debit, or as a negative amount a credit."""
        self.books[account, unit] += book
        self.amounts[account] += amount

    def voucher(self) -> ManualVoucher:
        document = self.document
        lines = tuple(
            ManualLine(account, max(book, NOTHING), max(-book, NOTHING), unit, document.party_id)
            for (account, unit), book in self.books.items()
            if book
        )
        origin = ItemOrigin(
            document.kind,
            document.id,
            document.reference or document.number,
            document.document_on,
            document.due_on,
            document.text or document.reference,
            document.currency,
            {account: abs(amount) for account, amount in self.amounts.items() if amount},
        )
        text = document.text or f"{document.number} {document.reference} {document.reason}".strip()
        return ManualVoucher(document.posting_on, text, lines, origin)


def in_books(amount: Decimal, rate: Decimal) -> Decimal:
    """Answer an amount in the books' currency, rounded once, half away from zero."""
    return (amount * rate).quantize(CENT, ROUND_HALF_UP)


def _claim(plan: Plan, lines: list[Any]) -> None:
    """A bill or a charge: what it is for and its tax against what is owed."""
    document, sums = plan.document, _Sums(plan.document)
    sign = 1 if document.kind == "bill" else -1
    gross = book = NOTHING
    for line in lines:
        parts = [(line.account, line.amount, line.unit_id)]
        parts += [(TAX[document.kind], line.tax_amount, None)] if line.tax_amount else []
        for account, amount, unit in parts:
            worth = in_books(amount, document.rate)
            sums.add(account, sign * amount, sign * worth, unit)
            gross, book = gross + amount, book + worth
    sums.add(document.account, -sign * gross, -sign * book)
    plan.voucher = sums.voucher()


def _money(plan: Plan, lines: list[Any], held: Mapping[int, Held]) -> None:
    """A receipt, payment or refund: an item an account of what it pays, and one of what it pays in advance."""
    document, sums = plan.document, _Sums(plan.document)
    sign = 1 if document.kind == "receipt" else -1
    book = in_books(document.amount, document.rate)
    sums.add(document.account, sign * document.amount, sign * book)
    parts: defaultdict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        parts[held[line.item_id].account] += line.amount
    rest = document.amount - sum(parts.values(), NOTHING)
    if rest:
        parts[ADVANCE[document.kind]] += rest
    left = book
    for place, (account, amount) in enumerate(parts.items(), start=1):
        worth = left if place == len(parts) else in_books(amount, document.rate)
        left -= worth
        sums.add(account, -sign * amount, -sign * worth)
        direction = "credit" if sign > 0 else "debit"
        plan.items[account] = Held(
            0, 0, account, direction, document.party_id, document.currency, amount, amount, worth, document.posting_on,
            document.number,
        )  # fmt: skip
    plan.voucher = sums.voucher()
    for line in lines:
        item = held[line.item_id]
        own = plan.items[item.account]
        if sign > 0:
            plan.legs.append(_leg(plan, item, own, _of_item(line), line.amount))
        else:
            plan.legs.append(_leg(plan, own, item, line.amount, _of_item(line)))


def _offset(plan: Plan, lines: list[Any], held: Mapping[int, Held]) -> None:
    """Pair what is owed both ways, in the order of the lines."""
    sides = {side: [[held[x.item_id], x.amount] for x in lines if held[x.item_id].direction == side]
             for side in ("debit", "credit")}  # fmt: skip
    debits, credits_ = sides.values()
    while debits and credits_:
        amount = min(debits[0][1], credits_[0][1])
        plan.legs.append(_leg(plan, debits[0][0], credits_[0][0], amount, amount))
        for side in (debits, credits_):
            side[0][1] -= amount
            if not side[0][1]:
                side.pop(0)


def _post(company: int, by: Actor, plans: Sequence[Plan]) -> list[int]:
    """Write all vouchers at once, then the items' applications, then the documents' state; answers the vouchers."""
    own = [plan for plan in plans if plan.voucher]
    further = vouchers_of([leg for plan in plans for leg in plan.legs])
    vouchers = [plan.voucher for plan in own if plan.voucher] + [voucher for _leg_of, voucher in further]
    made = write_planned(company, vouchers)
    for (leg, _voucher), voucher in zip(further, made[len(own) :], strict=True):
        leg.voucher = voucher
    named = {plan.document.id: voucher for plan, voucher in zip(own, made, strict=False)}
    items = {
        (row.voucher_id, row.account): row
        for row in rows(
            SQL["items_made"], company=company, documents=column(list(named)), vouchers=column(list(named.values()))
        )
    }
    for plan in own:
        for code, item in plan.items.items():
            item.id = items[named[plan.document.id], code].id
    write(company, [leg for plan in plans for leg in plan.legs])
    posted = run(
        SQL["posted"],
        company=company,
        me=by.user_id,
        ids=column([plan.document.id for plan in plans]),
        vouchers=column([named.get(plan.document.id) for plan in plans]),
    )
    assert posted == len(plans)
    return made


@operation(permission=REVIEW)
def reverse_item_documents(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Take posted documents out of the books: undo what they applied, reverse their vouchers, close their items.

    Codes, first match wins: not_found, already, not_in_books, still_applied (others apply its items: undo these first),
    too_early (before it or what it applied was posted), period_closed, done.
    Writes: finance_itemapplication, finance_openitem, finance_voucher with lines, totals and balances;
    finance_itemdocument.state.
    Locks: (1) the finance period, shared; (2) documents by id, items by id; (8) balances by (account, month);
    (9) counters.
    """
    lock_periods(company, Module.FINANCE, [on])
    run(SQL["lock_documents"], company=company, ids=column(ids))
    own = rows(SQL["own_items"], company=company, ids=column(ids))
    live = live_applications(company, ids)
    touched = {item for row in live for item in (row.debit_item_id, row.credit_item_id)}
    held = hold_items(company, [*touched, *(row.id for row in own)])
    live = live_applications(company, ids)
    documents = {row.id: row.document_id for row in own}
    strangers = {
        documents[item]
        for row in live
        for item in (row.debit_item_id, row.credit_item_id)
        if item in documents and documents[item] != row.document_id
    }
    judged = rows(
        SQL["judge_reversal"],
        company=company,
        ids=column(ids),
        on=on,
        applied=column(sorted(strangers)),
        late=column(sorted({row.document_id for row in live if row.document_id and row.applied_on > on})),
    )
    outcome = Outcome.of(judged)
    if go := outcome.accepted:
        _reverse(company, on, go, [row for row in live if row.document_id in set(go)], held, documents)
    return outcome


def _reverse(
    company: int, on: date, go: Sequence[int], live: list[Any], held: Mapping[int, Held], documents: Mapping[int, int]
) -> None:
    """Undo what documents applied and what their items were revalued by, mirror their vouchers, close their items."""
    legs = reversing(company, on, [row.id for row in live], held)
    journal = rows(SQL["mirror"], company=company, ids=column(go))
    mirrored = {
        document: ManualVoucher(on, lines[0].text, tuple(ManualLine(*line[2:]) for line in lines), settles=True)
        for document, lines in ((key, list(of)) for key, of in groupby(journal, key=lambda line: line.document_id))
    }
    further = vouchers_of(legs)
    valued = [held[i] for i, document in sorted(documents.items()) if document in mirrored and held[i].revalued_book]
    taken = take_out(on, valued)
    made = write_planned(company, [*mirrored.values(), *taken, *(voucher for _leg_of, voucher in further)])
    for (leg, _voucher), voucher in zip(further, made[len(mirrored) + len(taken) :], strict=True):
        leg.voucher = voucher
    vouchers = dict(zip(mirrored, made, strict=False))
    if taken:  # the items are open again before what they were revalued by leaves them
        write(company, legs)
        legs = []
        differences = {item.id: -item.revalued_book for item in valued}
        keep(company, on, dict.fromkeys(differences, made[len(mirrored)]), held, differences)
    for i, document in sorted(documents.items()):
        if document in vouchers:
            item = held[i]
            debit, credit = (item, None) if item.direction == "debit" else (None, item)
            by = {"kind": "reversal", "document": document, "voucher": vouchers[document]}
            legs.append(close(on, debit, credit, item.open_amount, **by))
    write(company, legs)
    assert run(SQL["reversed"], company=company, ids=column(go)) == len(go)
