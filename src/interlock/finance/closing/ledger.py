"""The last step: the general ledger. Nothing waits, nothing is half-done, both sides add up, no number is missing."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from itertools import groupby

from interlock.core.sql import blocks, rows

from ..banking.reconciling import reconcile
from ..openitems.aging import aging
from .checklist import LEDGER, Answer, Figures, Finding, Scope, close_step

SQL = blocks(__file__)


@close_step(LEDGER, module="finance")
def ledger(scope: Scope) -> Answer:
    """Compare events with vouchers, debits with credits, and the numbers given with the vouchers that have them."""
    answer = Answer()
    answer.add("event_pending", rows(SQL["pending"], **scope.asked))
    late = {"bank_lines_before": scope.before("bank_line_days"), "receipts_before": scope.before("receipt_days")}
    for code, halves in groupby(rows(SQL["half_done"], **scope.asked, **late), key=lambda row: row.code):
        answer.add(code, halves)
    balance = rows(SQL["balance"], **scope.asked)[0]
    answer.figures = [
        Figures("opening", None, balance.opening_debit, None, balance.opening_credit),
        Figures("movement", None, balance.debit, None, balance.credit),
        Figures("closing", None, balance.closing_debit, None, balance.closing_credit),
    ]
    for side in ("receivable", "payable"):
        found = aging(scope.company, side, scope.after - timedelta(days=1))
        answer.figures.append(Figures(f"{side}s_books", None, found.sums.total, None, found.balance))
        if not found.agrees:
            both = (None, found.sums.total, None, found.balance)
            answer.findings.append(Finding("items_not_books", "items", None, None, side, found.on, *both))
    _bank(scope, answer)
    answer.add("not_balanced", rows(SQL["not_balanced"], **scope.asked))
    held = rows(SQL["counts"], **scope.asked)[0]
    if not held.last_number == held.numbers == held.vouchers:
        given, kept = Decimal(held.last_number), Decimal(held.numbers)
        named = "numbers_missing", "numbers", None, None, f"{scope.first:%Y-%m}"
        answer.findings.append(Finding(*named, quantity=given, book_quantity=kept))
    answer.counts = {name: getattr(held, name) for name in ("vouchers", "lines", "by_hand", "to_seal")}
    return answer


def _bank(scope: Scope, answer: Answer) -> None:
    """Compare what statements say is there with the books, money under way set aside, each account in its currency."""
    last = scope.after - timedelta(days=1)
    for found in reconcile(scope.company, scope.first, shown=1):
        both = (None, found.adjusted, None, found.books)
        answer.figures.append(Figures("bank", *both))
        if found.unexplained:
            answer.findings.append(Finding("bank_differs", "bank", None, None, found.code, last, *both))
        if scope.policies["statements_block"] and (found.stated_to is None or found.stated_to < last):
            answer.findings.append(Finding("bank_not_stated", "bank", None, None, found.code, found.stated_to, *both))
