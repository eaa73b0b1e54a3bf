"""Open items: made of what is posted, applied, taken back; the balance of their accounts at every step."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Unit
from interlock.finance import api as finance
from interlock.finance.api import ManualLine, NewApplication, NewItemDocument, NewItemLine
from interlock.finance.models import (
    ItemApplication,
    ItemShop,
    OpenItem,
)
from interlock.parties.models import Party

from .building import DAY, Books, broken_laws
from .itemising import (
    ANN,
    BEN,
    HUNDRED,
    LATER,
    apply,
    charge,
    document,
    dollar,
    item_of,
    open_of,
    post,
    posted,
    receipt,
)


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


def test_an_application_gets_one_code(books: Books) -> None:
    Party.objects.create(code="OTHER", name="Li Si", kind="person")
    owed, other = charge(books), charge(books, party="OTHER")
    paid = item_of(receipt(books, 60, posting_on=LATER), "2203")
    dollars = charge(books, 10, currency=dollar(), rate=Decimal(7))
    foreign = Books("ELSE")
    there = NewItemDocument(
        "charge", "ELSE-P", DAY, (NewItemLine(HUNDRED, account="6051"),)
    )  # fmt: skip
    made = finance.save_item_documents([1], company=foreign.company, by=ANN, documents={1: there}).verdicts[0]
    finance.post_item_documents([made.detail["document"]], company=foreign.company, by=BEN)
    given = {
        "not_found": NewApplication(item_of(made.detail["document"]).pk, paid.pk),
        "same_side": NewApplication(owed.pk, owed.pk),
        "another_party": NewApplication(other.pk, paid.pk),
        "amount_missing": NewApplication(dollars.pk, paid.pk, Decimal(10)),
        "bad_amount": NewApplication(owed.pk, paid.pk, Decimal("0.001")),
        "too_much": NewApplication(owed.pk, paid.pk, Decimal(61)),
        "done": NewApplication(owed.pk, paid.pk),
        "nothing_open": NewApplication(owed.pk, paid.pk),
    }
    dry = apply(books, *given.values(), policy="dry_run")
    assert [code for _id, code in dry.table()] == list(given)
    assert not ItemApplication.objects.exists()
    assert apply(books, given["done"], on=DAY).table() == [(1, "too_early")]
    books.shut(date(2026, 12, 1))
    assert apply(books, given["done"], on=date(2026, 12, 3)).table() == [(1, "period_closed")]
    finance.Account.objects.filter(company_id=books.company, code="660303").update(state="closed")
    cross = NewApplication(dollars.pk, paid.pk, Decimal(1), Decimal(8))
    assert apply(books, cross).table() == [(1, "account_unknown")]
    assert [code for _id, code in apply(books, *given.values()).table()] == list(given)
    assert {*given, "too_early", "period_closed", "account_unknown"} == set(finance.apply_items.codes)
    assert open_of(owed, paid) == [Decimal(40), 0]
    assert not broken_laws()


def test_what_is_taken_back_is_open_again_by_a_reversing_entry(books: Books) -> None:
    owed = charge(books)
    paid = item_of(receipt(books, 100, posting_on=LATER), "2203")
    made = apply(books, NewApplication(owed.pk, paid.pk, Decimal(30))).verdicts[0].detail["application"]
    undo = finance.undo_applications
    call: dict[str, Any] = {"company": books.company, "by": ANN}
    assert undo([made], on=DAY, **call).table() == [(made, "too_early")]
    books.shut(date(2026, 12, 1))
    assert undo([made], on=date(2026, 12, 1), **call).table() == [(made, "period_closed")]
    assert undo([made, 404_000_000], on=LATER, **call).table() == [(made, "done"), (404_000_000, "not_found")]
    assert open_of(owed, paid) == [HUNDRED, HUNDRED]
    assert undo([made], on=LATER, **call).table() == [(made, "already")]
    back = ItemApplication.objects.get(reverses_id=made)
    assert undo([back.pk], on=LATER, **call).table() == [(back.pk, "is_reversal")]
    bill = posted(books, "charge", NewItemLine(HUNDRED, account="6051"))
    assert finance.reverse_item_documents([bill], company=books.company, by=BEN, on=LATER).table() == [(bill, "done")]
    closing = ItemApplication.objects.get(kind="reversal")
    assert undo([closing.pk], on=LATER, **call).table() == [(closing.pk, "reverses_document")]
    assert {"done", "not_found", "already", "too_early", "period_closed", "is_reversal", "reverses_document"} == set(
        undo.codes
    )
    assert books.balances()["1122"] == HUNDRED
    assert not broken_laws()


def test_across_currencies_the_difference_is_posted(books: Books) -> None:
    """USD 100 at 7.00 is paid with USD 60 at 6.80 and, for the rest, with CNY 290."""
    owed = charge(books, 100, currency=dollar(), rate=Decimal(7))
    assert (owed.open_amount, owed.open_book) == (HUNDRED, Decimal(700))
    receipt(books, 60, (owed, 60), currency="USD", rate=Decimal("6.8"), posting_on=LATER)
    assert books.balances()["660303"] == Decimal(12)
    line = NewItemLine(Decimal(290), item=owed.pk, item_amount=Decimal(40))
    last = posted(books, "receipt", line, amount=Decimal(290), posting_on=LATER)
    assert (open_of(owed), books.balances()["660303"], books.balances().get("1122")) == ([0], Decimal(2), None)
    assert not broken_laws()
    assert finance.reverse_item_documents([last], company=books.company, by=BEN, on=LATER).table() == [(last, "done")]
    assert (open_of(owed), books.balances()["1122"]) == ([Decimal(40)], Decimal(280))
    assert not broken_laws()


def test_offsets_refunds_and_bad_debts(books: Books) -> None:
    owed = charge(books)
    owing = item_of(posted(books, "bill", NewItemLine(Decimal(70), account="6602"), reference="A-1"))
    pair = (NewItemLine(Decimal(70), item=owed.pk), NewItemLine(Decimal(70), item=owing.pk))
    posted(books, "offset", *pair)
    assert open_of(owed, owing) == [Decimal(30), 0]
    lost = posted(books, "write_off", NewItemLine(Decimal(10), item=owed.pk))
    assert (open_of(owed), books.balances()["6702"]) == ([Decimal(20)], Decimal(10))
    advance = item_of(receipt(books, 50), "2203")
    posted(books, "refund", NewItemLine(Decimal(50), item=advance.pk), amount=Decimal(50))
    assert books.balances() == {
        "1122": Decimal(20), "6051": Decimal(-100), "6602": Decimal(70), "6702": Decimal(10),
    }  # fmt: skip
    assert not broken_laws()
    assert finance.reverse_item_documents([lost], company=books.company, by=BEN, on=LATER).table() == [(lost, "done")]
    assert (open_of(owed), "6702" in books.balances()) == ([Decimal(30)], False)
    assert not broken_laws()


def test_what_is_written_gets_one_code(books: Books) -> None:
    owed, bill = charge(books), ("bill", "BOOKS-P", DAY)
    line = (NewItemLine(HUNDRED, account="6602"),)
    standing = document(books, "bill", *line, reference="B-1")
    done = posted(books, "bill", *line, reference="B-2")
    pays = (NewItemLine(HUNDRED, item=owed.pk),)
    given = {
        "not_draft": NewItemDocument(*bill, line, reference="B-2", document=done, version=1),
        "stale": NewItemDocument(*bill, line, reference="B-1", document=standing, version=9),
        "party_unknown": NewItemDocument("bill", "NOBODY", DAY, line, reference="B-3"),
        "number_missing": NewItemDocument(*bill, line),
        "reason_missing": NewItemDocument("payment", "BOOKS-P", DAY, (), HUNDRED),
        "duplicate": NewItemDocument(*bill, line, reference=" B-1 "),
        "currency_unknown": NewItemDocument(*bill, line, reference="B-4", currency="XXX"),
        "account_unknown": NewItemDocument(*bill, (NewItemLine(HUNDRED, account="9999"),), reference="B-4"),
        "item_unknown": NewItemDocument("offset", "BOOKS-P", DAY, (NewItemLine(HUNDRED, item=404_000_000),)),
        "unit_unknown": NewItemDocument(
            *bill, (NewItemLine(HUNDRED, account="6602", unit="NOWHERE"),), reference="B-4"
        ),
        "bad_amount": NewItemDocument("receipt", "BOOKS-P", DAY, pays, Decimal("0.001")),
        "empty": NewItemDocument(*bill, (), reference="B-4"),
        "done": NewItemDocument(*bill, line, reference="B-4"),
    }
    numbered = dict(enumerate(given.values(), start=1))
    save = finance.save_item_documents
    outcome = save([*numbered, 99], company=books.company, by=ANN, documents=numbered)
    assert [code for _id, code in outcome.table()] == [*given, "not_found"]
    assert {*given, "not_found", "settles_fees"} == set(save.codes), "bills that settle fees: test_fees"
    twice = {1: given["done"], 2: NewItemDocument(*bill, line, reference="B-5")}
    twice[3] = twice[2]
    assert [code for _id, code in save([1, 2, 3], company=books.company, by=ANN, documents=twice).table()] == [
        "duplicate", "done", "duplicate",
    ]  # fmt: skip
    cancel = finance.cancel_item_documents
    call: dict[str, Any] = {"company": books.company, "by": ANN}
    assert cancel([standing, done, 404_000_000], **call).table() == [
        (standing, "done"),
        (done, "not_draft"),
        (404_000_000, "not_found"),
    ]
    assert cancel([standing], **call).table() == [(standing, "already")]
    assert document(books, "bill", *line, reference="B-1")


def test_what_is_posted_gets_one_code(books: Books) -> None:
    Party.objects.create(code="OTHER", name="Li Si", kind="person")
    owed, late, other = charge(books), charge(books, posting_on=LATER), charge(books, party="OTHER")
    owing = item_of(posted(books, "bill", NewItemLine(HUNDRED, account="6602"), reference="A-1"))
    dollars = charge(books, 10, currency=dollar(), rate=Decimal(7))
    advance = item_of(receipt(books, 50), "2203")
    money: dict[str, Any] = {"amount": HUNDRED}

    def of(item: OpenItem, amount: Any = HUNDRED) -> NewItemLine:
        return NewItemLine(Decimal(amount), item=item.pk)

    already = posted(books, "receipt", **money)
    gone = document(books, "receipt", **money)
    finance.cancel_item_documents([gone], company=books.company, by=ANN)
    given = {
        "not_found": 404_000_000,
        "already": already,
        "not_draft": gone,
        "same_person": document(books, "receipt", by=BEN, **money),
        "account_closed": document(books, "charge", NewItemLine(HUNDRED, account="6301")),
        "account_in_currency": document(books, "charge", NewItemLine(HUNDRED, account="6603")),
        "another_party": document(books, "receipt", of(other), **money),
        "wrong_side": document(books, "receipt", of(owing), **money),
        "another_currency": document(books, "receipt", of(dollars, 10), **money),
        "too_early": document(books, "receipt", of(late), **money),
        "too_much": document(books, "receipt", of(owed, 70), of(owed, 31), **money),
        "lines_exceed": document(books, "receipt", of(owed), amount=Decimal(99)),
        "not_covered": document(books, "refund", of(advance, 50), amount=Decimal(51)),
        "not_even": document(books, "offset", of(owed, 70), of(owing, 60)),
        "period_closed": document(books, "receipt", posting_on=date(2026, 9, 1), **money),
        "dimension_missing": document(books, "charge", NewItemLine(HUNDRED, account="6111")),
        "done": document(books, "receipt", of(owed), **money),
    }
    asks = finance.AccountDimension.objects.create(
        company_id=books.company, account=books.account("6111"), dimension="department"
    )
    books.shut(date(2026, 9, 1))
    finance.Account.objects.filter(company_id=books.company, code="6301").update(state="closed")
    kept = finance.Account.objects.filter(company_id=books.company, code="6603")
    kept.update(currency_id=dollar())
    before = books.balances()
    assert post(books, *given.values(), policy="dry_run") == list(given)
    assert books.balances() == before
    assert post(books, *given.values()) == list(given)
    asks.dimension = "shop"
    asks.save()
    lacks = finance.post_item_documents([given["dimension_missing"]], company=books.company, by=BEN).verdicts[0]
    assert lacks.detail == {"account": "6111", "dimension": "shop"}
    shop = Unit.objects.get(pk=books.units[0])
    line = NewItemLine(HUNDRED, account="6111", unit=shop.code)
    assert (shop.kind, post(books, document(books, "charge", line))) == ("shop", ["done"])
    joined = {"invoice_elsewhere", "invoice_booked", "invoice_differs"}  # with the tax office, among tax invoices
    over = {"budget_stopped", "over_budget"}  # with budgets
    assert {*given, "approval_needed", *joined, *over} == set(finance.post_item_documents.codes)
    kept.update(currency_id=None)
    assert not broken_laws()


def test_a_document_is_taken_back_once_and_not_under_what_is_built_on_it(books: Books) -> None:
    bill = posted(books, "bill", NewItemLine(HUNDRED, account="6602", tax=Decimal(13)), reference="A-1")
    paid = posted(books, "payment", NewItemLine(HUNDRED, item=item_of(bill).pk), amount=HUNDRED)
    draft = document(books, "receipt", amount=HUNDRED)
    reverse = finance.reverse_item_documents
    call: dict[str, Any] = {"company": books.company, "by": BEN}
    books.shut(date(2026, 12, 1))
    assert reverse([paid], on=date(2026, 12, 1), **call).table() == [(paid, "period_closed")]
    assert reverse([paid], on=date(2026, 11, 1), **call).table() == [(paid, "too_early")]
    assert reverse([bill, draft, 404_000_000], on=LATER, **call).table() == [
        (bill, "still_applied"), (draft, "not_in_books"), (404_000_000, "not_found"),
    ]  # fmt: skip
    assert reverse([paid], on=LATER, **call).table() == [(paid, "done")]
    assert reverse([bill], on=LATER, **call).table() == [(bill, "done")]
    assert reverse([bill], on=LATER, **call).table() == [(bill, "already")]
    assert books.balances() == {}
    assert not OpenItem.objects.filter(open_amount__gt=0).exists()
    assert not broken_laws()
    assert posted(books, "bill", NewItemLine(HUNDRED, account="6602"), reference="A-1"), "it may be entered again"
