"""What stock brings to the close of a month: nothing is half-done, and the pools are what the books say."""

from __future__ import annotations

from decimal import Decimal

from interlock.core.sql import blocks, rows
from interlock.finance.api import CloseAnswer, CloseFigures, CloseScope, close_step

SQL = blocks(__file__)
NOTHING = Decimal(0)


@close_step("stock", module="stock")
def stock(scope: CloseScope) -> CloseAnswer:
    """No movement waits in draft, and every piece that moved has moved its value."""
    answer = CloseAnswer()
    answer.add("movement_draft", rows(SQL["drafts"], **scope.asked))
    moved = rows(SQL["moved"], **scope.asked)[0]
    pieces = rows(SQL["pieces"], **scope.asked)
    answer.add("pieces_differ", pieces)
    # Every line of either ledger is compared, so what they differ by makes one sum of the other: no second reading.
    short = sum((row.book_quantity - row.quantity for row in pieces), NOTHING)
    net = moved.quantity_in - moved.quantity_out
    answer.figures = [CloseFigures("pieces", net - short, None, net, None)]
    answer.counts = {"entries": moved.entries}
    return answer


@close_step("stock_books")
def stock_books(scope: CloseScope) -> CloseAnswer:
    """The month's pools against what finance was told, by document, and the pools' worth against the stock accounts."""
    answer = CloseAnswer()
    answer.add("value_differs", rows(SQL["differing"], **scope.asked))
    moved, told = rows(SQL["moved"], **scope.asked)[0], rows(SQL["told"], **scope.asked)[0]
    worth = rows(SQL["worth"], **scope.asked)[0]
    answer.figures = [
        CloseFigures("value", None, moved.amount, None, told.amount),
        CloseFigures("worth", None, worth.amount, None, worth.book_amount),
    ]
    if worth.amount != worth.book_amount:
        answer.add("stock_not_books", rows(SQL["by_hand"], **scope.asked) or [worth])
    return answer
