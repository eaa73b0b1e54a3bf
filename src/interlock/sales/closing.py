"""What sales brings to the close of a month: nothing is half-done for too long, and the books name the same revenue."""

from __future__ import annotations

from decimal import Decimal

from interlock.core.sql import blocks, column, rows
from interlock.finance.api import CloseAnswer, CloseFigures, CloseScope, close_step, match_revenue, not_matched

SQL = blocks(__file__)


@close_step("sales", module="sales")
def sales(scope: CloseScope) -> CloseAnswer:
    """Deliveries, returns, statements and differences that have waited longer than the company's policies allow."""
    answer = CloseAnswer()
    company = scope.company
    answer.add("not_shipped", rows(SQL["not_shipped"], company=company, before=scope.before("ship_days")))
    answer.add("not_recognised", rows(SQL["not_recognised"], company=company, before=scope.before("recognise_days")))
    for code, state, policy in (
        ("return_not_arrived", "announced", "announce_days"),
        ("return_not_inspected", "received", "inspect_days"),
        ("refund_owed", "inspected", "refund_days"),
    ):
        answer.add(code, rows(SQL["returns"], company=company, state=state, before=scope.before(policy)))
    answer.add("statement_not_posted", rows(SQL["not_posted"], company=company, before=scope.before("statement_days")))
    answer.add("payout_not_tied", rows(SQL["not_paid"], company=company, before=scope.before("payout_days")))
    answer.add("difference_open", rows(SQL["differences"], company=company, before=scope.before("difference_days")))
    answer.counts = rows(SQL["open"], company=company)[0]._asdict()
    return answer


@close_step("sales_books")
def sales_books(scope: CloseScope) -> CloseAnswer:
    """Revenue three times: in sales' lines, in the events finance was told, in the journal; and what platforms owe."""
    answer = CloseAnswer()
    answer.add("revenue_not_told", rows(SQL["not_told"], **scope.asked))
    answer.add("event_not_booked", rows(SQL["not_booked"], **scope.asked))
    revenue, booked = rows(SQL["revenue"], **scope.asked)[0], rows(SQL["booked"], **scope.asked)[0]
    owed = rows(SQL["owed"], **scope.asked)[0]
    answer.figures = [
        CloseFigures("revenue", revenue.quantity, revenue.amount, revenue.book_quantity, revenue.book_amount),
        CloseFigures("journal", None, booked.amount, None, booked.book_amount),
        CloseFigures("owed", None, owed.amount, None, owed.book_amount),
    ]
    if owed.amount != owed.book_amount:
        answer.add("payouts_not_books", rows(SQL["payouts"], **scope.asked) or [owed])
    if scope.policies["invoices_block"]:
        _invoiced(scope, answer)
    return answer


def _invoiced(scope: CloseScope, answer: CloseAnswer) -> None:
    """Put the month's revenue beside its tax invoices, where the company wants the close to wait for them."""
    matched = match_revenue(scope.company, scope.first)
    revenue, invoiced = sum(row.revenue for row in matched), sum(row.invoiced for row in matched)
    answer.figures.append(CloseFigures("invoiced", None, Decimal(revenue), None, Decimal(invoiced)))
    amounts = {row.document_id: row for row in not_matched(scope.company, scope.first)}
    found = rows(
        SQL["not_invoiced"],
        company=scope.company,
        ids=column(amounts),
        revenue=column([row.revenue for row in amounts.values()]),
        invoiced=column([row.invoiced for row in amounts.values()]),
    )
    answer.add("revenue_not_invoiced", found)
