"""Two at once over open items: nothing is applied twice, no bill entered twice, each document posted once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from threading import Thread
from time import sleep
from typing import Any

import pytest
from django.db import connection, transaction

from interlock.core.api import Actor
from interlock.finance import api as finance
from interlock.finance.api import ManualLine, NewApplication, NewItemDocument, NewItemLine
from interlock.finance.models import ItemAccount, ItemApplication, OpenItem
from tests.races import races

from .building import DAY, Books, broken_laws
from .itemising import ANN, BEN, LATER, charge, dollar, item_of, receipt
from .test_item_revaluation import closing_rate
from .test_together import _at_once as at_once

WAITING = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
CARL = Actor(-3, "Carl", "web", None)


@pytest.fixture
def books(committed: None) -> Books:
    return Books()


@races("finance.apply_items", "finance.undo_applications")
def test_items_are_applied_and_taken_back_once(books: Books) -> None:
    owed = [charge(books, 10) for _n in range(6)]
    paid = [item_of(receipt(books, 10), "2203") for _n in range(6)]
    pairs = {n: NewApplication(owed[n].pk, paid[n].pk) for n in range(6)}
    call = {"company": books.company, "on": LATER}
    apply = partial(finance.apply_items, by=ANN, applications=pairs, **call)
    first, second = at_once(partial(apply, [0, 1, 2, 3]), partial(apply, [5, 4, 3, 2]))
    assert first.counts["done"] + second.counts["done"] == 6
    assert first.counts["nothing_open"] + second.counts["nothing_open"] == 2
    made = list(ItemApplication.objects.order_by("id").values_list("id", flat=True))
    undo = partial(finance.undo_applications, by=ANN, **call)
    first, second = at_once(partial(undo, made[:4]), partial(undo, made[:1:-1]))
    assert (first.counts["done"] + second.counts["done"], first.counts["already"] + second.counts["already"]) == (6, 2)
    assert not OpenItem.objects.filter(open_amount=0).exists()
    assert not broken_laws()


@races("finance.revalue_items")
def test_items_are_revalued_once(books: Books) -> None:
    owed = [charge(books, 10, currency=dollar(), rate=Decimal(7)).pk for _n in range(4)]
    closing_rate(books, date(2026, 11, 30), "7.2")
    work = partial(finance.revalue_items, company=books.company, by=books.by, month=DAY)
    answers = at_once(lambda: work(owed[:3]), lambda: work(owed[:0:-1]))
    assert answers[0].counts + answers[1].counts == {"done": 4, "already": 2}
    assert books.balances()["660303"] == -8
    assert not broken_laws()


@races(
    "finance.save_item_documents",
    "finance.cancel_item_documents",
    "finance.post_item_documents",
    "finance.reverse_item_documents",
)
def test_documents_are_written_posted_and_taken_back_once(books: Books) -> None:
    owed = charge(books, 10)
    bill = {
        n: NewItemDocument("bill", "BOOKS-P", DAY, (NewItemLine(Decimal(5), account="6602"),), reference=f"A-{n}")
        for n in range(6)
    }
    call = {"company": books.company}
    save = partial(finance.save_item_documents, by=ANN, documents=bill, **call)
    answers = at_once(partial(save, [0, 1, 2, 3]), partial(save, [5, 4, 3, 2]))
    assert sum(answer.counts["done"] for answer in answers) == 6
    assert sum(answer.counts["duplicate"] for answer in answers) == 2
    pays = NewItemDocument("receipt", "BOOKS-P", DAY, (NewItemLine(Decimal(10), item=owed.pk),), Decimal(10))
    finance.save_item_documents([1, 2], by=ANN, documents={1: pays, 2: pays}, **call)
    ids = list(finance.ItemDocument.objects.filter(state="draft").order_by("id").values_list("id", flat=True))
    post = partial(finance.post_item_documents, **call)
    cancel = partial(finance.cancel_item_documents, by=ANN, **call)
    answers = at_once(
        partial(post, ids[1:], by=BEN), partial(post, ids[:0:-1], by=CARL), partial(cancel, ids[:1]),
        partial(cancel, ids[:1]),
    )  # fmt: skip
    assert sum(answer.counts["done"] for answer in answers[:2]) == 6, "one of two receipts of the same item"
    assert sum(answer.counts["too_much"] for answer in answers[:2]) in (1, 2)
    posted = list(finance.ItemDocument.objects.filter(state="posted").order_by("id").values_list("id", flat=True))
    reverse = partial(finance.reverse_item_documents, by=BEN, on=LATER, **call)
    answers = at_once(partial(reverse, posted), partial(reverse, posted[::-1]))
    counts = [sum(answer.counts[code] for answer in answers) for code in ("done", "already", "still_applied")]
    assert sum(counts) == 2 * len(posted)
    assert counts[0] >= len(posted) - 1
    assert not broken_laws()


def test_an_account_begins_to_keep_items_before_or_after_a_posting_and_never_within(books: Books) -> None:
    """What is being posted to it is waited for, and then the account has been posted to."""
    fresh = books.account("1801")
    said: list[dict[int, dict[str, Any]]] = []

    def begin() -> None:
        with transaction.atomic():
            said.append(ItemAccount.faults([ItemAccount(company_id=books.company, account=fresh, side="receivable")]))
        connection.close()

    adding = Thread(target=begin)
    with transaction.atomic():
        books.voucher(ManualLine("1801", debit=Decimal(9)), ManualLine("1001", credit=Decimal(9)))
        adding.start()
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            while not cursor.fetchall():
                assert adding.is_alive(), "it did not wait"
                sleep(0.01)
                cursor.execute(WAITING)
    adding.join()
    assert set(said[0][0]) == {"account"}
