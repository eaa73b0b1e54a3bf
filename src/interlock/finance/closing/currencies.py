"""The close of accounts kept in a currency: the books say what their balances are worth at the month's end.

What differs is posted by the close itself; a month without a closing rate, or books without an account for exchange
differences, stand in its way.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from ..operations.currencies import accounts_in_currency, differences_account
from .checklist import CURRENCIES, Answer, Figures, Finding, Scope, close_step


@close_step(CURRENCIES)
def currency_books(scope: Scope) -> Answer:
    """Compare each balance in currency at the closing rate with the books; the close revalues what differs."""
    answer = Answer()
    found = accounts_in_currency(scope.company, scope.first)
    last = scope.after - timedelta(days=1)
    worth = sum((account.worth or Decimal(0) for account in found), Decimal(0))
    answer.figures = [Figures("in_currency", None, worth, None, sum((a.books for a in found), Decimal(0)))]
    differing = [account for account in found if account.worth != account.books]
    takes = bool(differing) and differences_account(scope.company) is not None
    for account in differing:
        code = "rate_missing" if account.worth is None else "not_revalued"
        number = f"{account.code} {account.currency}"
        (answer.posts if code == "not_revalued" and takes else answer.findings).append(
            Finding(code, "account", account.id, None, number, last, amount=account.worth, book_amount=account.books)
        )  # fmt: skip
    return answer
