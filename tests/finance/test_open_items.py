"""Open items: made of what is posted, applied, taken back; the balance of their accounts at every step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from interlock.core.api import Actor
from interlock.finance import api as finance
from interlock.finance.api import ManualLine, NewApplication, NewItemDocument, NewItemLine
from interlock.finance.models import ItemAccount, ItemApplication, ItemDocument, ItemShop, OpenItem
from interlock.parties.models import Party

from .building import DAY, Books, Fact, broken_laws

HUNDRED = Decimal(100)
ANN, BEN = (Actor(user, name, "web", None) for user, name in ((-1, "Ann"), (-2, "Ben")))
LATER = date(2026, 11, 20)


def document(books: Books, kind: str, *lines: NewItemLine, by: Actor = ANN, **fields: Any) -> int:
    """Write a document of the party of the books."""
    fields = {"party": "BOOKS-P", "posting_on": DAY, "reason": "as agreed"} | fields
    outcome = finance.save_item_documents(
        [1], company=books.company, by=by, documents={1: NewItemDocument(kind, lines=lines, **fields)}
    )
    assert outcome.table() == [(1, "done")], outcome.verdicts
    return int(outcome.verdicts[0].detail["document"])


def post(books: Books, *ids: int, by: Actor = BEN, **options: Any) -> list[str]:
    outcome = finance.post_item_documents(ids, company=books.company, by=by, **options)
    return [code for _id, code in outcome.table()]


def posted(books: Books, kind: str, *lines: NewItemLine, **fields: Any) -> int:
    made = document(books, kind, *lines, **fields)
    assert post(books, made) == ["done"]
    return made


def charge(books: Books, amount: Any = HUNDRED, **fields: Any) -> OpenItem:
    """Post a charge without tax; answers its item."""
    return item_of(posted(books, "charge", NewItemLine(Decimal(amount), account="6051"), **fields))


def receipt(books: Books, amount: Any = HUNDRED, *pays: tuple[OpenItem, Any], **fields: Any) -> int:
    lines = [NewItemLine(Decimal(of), item=item.pk) for item, of in pays]
    return posted(books, "receipt", *lines, amount=Decimal(amount), **fields)


def item_of(made: int, account: str = "") -> OpenItem:
    found = OpenItem.objects.filter(document_id=made)
    return found.get(account__code=account) if account else found.get()


def apply(books: Books, *applications: NewApplication, on: date = LATER, **options: Any) -> Any:
    numbered = dict(enumerate(applications, start=1))
    return finance.apply_items(
        list(numbered), company=books.company, by=ANN, on=on, applications=numbered, **options
    )


def open_of(*items: OpenItem) -> list[Decimal]:
    return [OpenItem.objects.get(pk=item.pk).open_amount for item in items]


def test_a_bill_is_owed_paid_in_part_and_the_rest_in_advance(books: Books) -> None:
    bill = posted(
        books, "bill", NewItemLine(HUNDRED, account="6602", tax=Decimal(13)), reference="INV-7",
        document_on=date(2026, 10, 30),
    )  # fmt: skip
    owed = item_of(bill)
    assert (owed.direction, owed.amount, owed.number, owed.due_on) == (
        "credit", Decimal(113), "INV-7", date(2026, 11, 29),
    )  # fmt: skip
    assert books.balances() == {"6602": HUNDRED, "22210101": Decimal(13), "220201": Decimal(-113)}
    paid = posted(books, "payment", NewItemLine(Decimal(63), item=owed.pk), amount=Decimal(80))
    assert open_of(owed) == [Decimal(50)]
    advance = item_of(paid, "1123")
    assert (advance.direction, advance.open_amount) == ("debit", Decimal(17))
    assert apply(books, NewApplication(advance.pk, owed.pk)).table() == [(1, "done")]
    assert open_of(owed, advance) == [Decimal(33), 0]
    assert books.balances()["220201"] == Decimal(-33)
    assert "1123" not in books.balances()
    assert not broken_laws()


def test_shops_of_platforms_stay_a_sum_and_other_documents_are_items(books: Books) -> None:
    books.post(books.sold("100", "13", "60", unit=books.units[0]))
    assert not OpenItem.objects.exists()
    books.post(books.sold("200", "26", "60", party=books.party))
    ItemShop.objects.create(company_id=books.company, unit_id=books.units[1])
    books.post(books.sold("300", "39", "60", unit=books.units[1], party=books.party))
    found = OpenItem.objects.order_by("id")
    assert [(one.kind, one.amount, one.party_id) for one in found] == [
        ("revenue_recognised", Decimal(226), books.party), ("revenue_recognised", Decimal(339), books.party),
    ]  # fmt: skip
    books.voucher(ManualLine("1122", debit=HUNDRED, party=books.party), ManualLine("6051", credit=HUNDRED))
    assert OpenItem.objects.filter(kind="voucher").get().open_amount == HUNDRED
    assert books.balances()["1122"] == Decimal(778)
    assert not broken_laws()
