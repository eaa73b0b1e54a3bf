"""The close of accounts kept in a currency: the books say what their balances are worth at the month's end."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from ..operations.currencies import accounts_in_currency
from .checklist import Answer, Figures, Finding, Scope, close_step


@close_step("currency_books")
def currency_books(scope: Scope) -> Answer:
    """Compare each balance in currency at the closing rate with the books; both sides agree after the revaluation."""
    answer = Answer()
    found = accounts_in_currency(scope.company, scope.first)
    last = scope.after - timedelta(days=1)
    worth = sum((account.worth or Decimal(0) for account in found), Decimal(0))
    answer.figures = [Figures("in_currency", None, worth, None, sum((a.books for a in found), Decimal(0)))]
    for account in found:
        if account.worth == account.books:
            continue
        code = "rate_missing" if account.worth is None else "not_revalued"
        number = f"{account.code} {account.currency}"
        answer.findings.append(
            Finding(code, "account", account.id, None, number, last, amount=account.worth, book_amount=account.books)
        )  # fmt: skip
    return answer
