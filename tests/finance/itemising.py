"""Open items for tests: documents written and posted, their items, applications."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Currency
from interlock.finance import api as finance
from interlock.finance.api import NewApplication, NewItemDocument, NewItemLine
from interlock.finance.models import OpenItem

from .building import DAY, Books

HUNDRED = Decimal(100)
ANN, BEN = (Actor(user, name, "web", None) for user, name in ((-1, "Ann"), (-2, "Ben")))
LATER, DECEMBER = date(2026, 11, 20), date(2026, 12, 10)


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
    return finance.apply_items(list(numbered), company=books.company, by=ANN, on=on, applications=numbered, **options)


def open_of(*items: OpenItem) -> list[Decimal]:
    return [OpenItem.objects.get(pk=item.pk).open_amount for item in items]


def dollar() -> str:
    Currency.objects.get_or_create(code="USD", defaults={"name_en": "Dollar", "name_zh": "美元"})
    return "USD"
