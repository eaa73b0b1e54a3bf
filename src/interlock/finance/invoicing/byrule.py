"""What rules invoice by themselves: every delivery, every order, or the past month merged, as the customer has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import uuid4

from interlock.core.api import Actor, run_work
from interlock.core.sql import rows

from ..models import TaxRegistration
from .orders import lines_of
from .requesting import DELIVERY, MONTHLY, ORDER, merge_invoices, request_invoices, request_order_invoices
from .revenue import SQL, month_of

AT_ONCE = 20_000  # deliveries whose orders are read at once


def request_by_rule(company: int, by: Actor, today: date) -> Counter[str]:
    """Ask for the invoices of this month and the past one that rules ask for; answers how often each verdict came.

    Deliveries are asked for as they are revenue, an order when all of it is, a month's revenue when the month is over.
    """
    counts: Counter[str] = Counter()
    if not TaxRegistration.objects.filter(company_id=company).exists():
        return counts
    first, _after = month_of(today)
    for month in (month_of(first - timedelta(days=1))[0], first):
        _first, after = month_of(month)
        due = rows(SQL["due"], company=company, first=month, after=after)
        for row in due:
            if row.mode == DELIVERY:
                worked = run_work(
                    request_invoices, row.documents, company=company, by=by, key=uuid4(), on=today, mode=DELIVERY
                )
                counts += worked.counts
            elif row.mode == ORDER:
                orders = _complete(company, row.documents)
                worked = run_work(
                    request_order_invoices, orders, company=company, by=by, key=uuid4(), on=today, mode=ORDER
                )
                counts += worked.counts
        parties = sorted({row.party_id for row in due if row.mode == MONTHLY and row.party_id is not None})
        if parties and month < first:
            counts += merge_invoices(parties, company=company, by=by, month=month, on=today).counts
    return counts


def _complete(company: int, deliveries: Sequence[int]) -> list[int]:
    """Answer the orders with a line in these deliveries of which nothing more is to come."""
    found: set[int] = set()
    for start in range(0, len(deliveries), AT_ONCE):
        told = lines_of(company, documents=deliveries[start : start + AT_ONCE])
        found |= {line.order for line in told if line.is_complete}
    return sorted(found)
