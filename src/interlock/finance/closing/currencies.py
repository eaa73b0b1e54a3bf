"""The close of accounts and open items in currencies: the books say what they are worth at the month's end.

What differs is posted by the close itself; a month without a closing rate, or books without an account for exchange
differences, stand in its way.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import groupby

from ..openitems.revaluing import ItemInCurrency, items_in_currency
from ..operations.currencies import InCurrency, accounts_in_currency, takes_differences
from .checklist import CURRENCIES, Answer, Figures, Finding, Scope, close_step

NOTHING = Decimal(0)


@close_step(CURRENCIES)
def currency_books(scope: Scope) -> Answer:
    """Compare what stands in currencies at the closing rate with the books; the close revalues what differs."""
    answer = Answer()
    accounts, items = accounts_in_currency(scope.company, scope.first), items_in_currency(scope.company, scope.first)
    answer.figures = [_figures("in_currency", accounts)] + ([_figures("items_in_currency", items)] if items else [])
    told = [_told(scope, "account", account.code, [account]) for account in accounts if account.worth != account.books]
    for (code, _currency), group in groupby(items, key=lambda item: (item.account, item.currency)):
        if differing := [item for item in group if item.worth != item.books]:
            told.append(_told(scope, "items", code, differing))
    takes = bool(told) and takes_differences(scope.company, scope.first).account_id is not None
    for finding in told:
        (answer.posts if finding.code == "not_revalued" and takes else answer.findings).append(finding)
    return answer


def _figures(name: str, found: Sequence[InCurrency | ItemInCurrency]) -> Figures:
    worth = sum((one.worth or NOTHING for one in found), NOTHING)
    return Figures(name, None, worth, None, sum((one.books for one in found), NOTHING))


def _told(scope: Scope, kind: str, code: str, found: Sequence[InCurrency | ItemInCurrency]) -> Finding:
    """Say what an account, or its open items of one currency, are worth and what the books say."""
    missing = any(one.worth is None for one in found)
    worth = None if missing else sum((one.worth or NOTHING for one in found), NOTHING)
    return Finding(
        "rate_missing" if missing else "not_revalued", kind, found[0].id if kind == "account" else None, None,
        f"{code} {found[0].currency}", scope.after - timedelta(days=1), amount=worth,
        book_amount=sum((one.books for one in found), NOTHING),
    )  # fmt: skip
