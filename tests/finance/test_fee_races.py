"""Two at once over the fees of deals: revenue is read once, and a fee's bill is written once."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from interlock.finance import api as finance
from interlock.finance.models import Fee, FeeEntry, ItemDocument, Voucher
from tests.races import races

from .building import Books, broken_laws
from .itemising import ANN, BEN
from .test_fees import LATER, agent, pay, policy, seal, sold
from .test_together import _at_once as at_once


@pytest.fixture
def books(committed: None) -> Books:
    return Books()


@races("finance.accrue_fees", "finance.settle_fees")
def test_revenue_is_read_once_and_a_fee_billed_once(books: Books) -> None:
    policy(books, "SALES", "3", beneficiary=agent())
    documents = [sold(books) for _n in range(3)]
    seal(books)
    vouchers = list(Voucher.objects.filter(company_id=books.company).values_list("id", flat=True))
    call: dict[str, Any] = {"company": books.company}
    answers = at_once(*(partial(finance.accrue_fees, vouchers, by=by, **call) for by in (ANN, BEN, ANN)))
    assert sum(answer.counts["done"] for answer in answers) == len(vouchers)
    assert FeeEntry.objects.count() == len(documents)
    finance.post_pending(books.company, books.by)
    for document in documents:
        pay(books, document, "1130")
    fees = list(Fee.objects.order_by("id").values_list("id", flat=True))
    settled = at_once(
        partial(finance.settle_fees, fees, by=ANN, on=LATER, **call),
        partial(finance.settle_fees, fees[::-1], by=BEN, on=LATER, **call),
    )
    assert sum(answer.counts["done"] for answer in settled) == len(fees)
    assert sum(bill.amount for bill in ItemDocument.objects.filter(kind="bill")) == 90
    assert not broken_laws()
