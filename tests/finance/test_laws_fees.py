"""Every law of the fees of deals finds the row that breaks it."""

from __future__ import annotations

import psycopg
import pytest

from interlock.finance import api as finance

from .building import Books, broken_laws
from .test_fees import agent, pay, policy, seal, settle, sold
from .test_laws_bank import each_is_found

DAMAGE = {
    "fees_are_their_entries": ["UPDATE finance_fee SET accrued_amount = accrued_amount + 1"],
    "fees_are_told": ["UPDATE finance_feeentry SET amount = amount + 1 WHERE kind = 'accrue'"],
    "fees_are_billed": ["UPDATE finance_itemdocument SET amount = amount + 1 WHERE kind = 'bill'"],
}


@pytest.mark.usefixtures("committed")
def test_every_law_of_fees_names_what_breaks_it(owner: psycopg.Connection) -> None:
    books = Books()
    policy(books, "SALES", "3", beneficiary=agent())
    document = sold(books)
    seal(books)
    assert finance.accrue_sealed(books.company, books.by).counts == {"done": 1}
    finance.post_pending(books.company, books.by)
    pay(books, document, "1130")
    assert settle(books)
    assert not broken_laws()
    each_is_found(owner, DAMAGE, ("feeentry",))
