"""Open items: made of what is posted, applied, taken back; the balance of their accounts at every step."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from interlock.core.api import Actor, Unit
from interlock.finance import api as finance
from interlock.finance.api import ManualLine, NewApplication, NewItemDocument, NewItemLine
from interlock.finance.models import (
    CreditEntry,
    CreditGroup,
    CreditTerm,
    ItemAccount,
    ItemApplication,
    ItemDocument,
    ItemShop,
    OpenItem,
    Voucher,
)
from interlock.parties.models import Party

from .building import DAY, Books, Fact, broken_laws

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


def dollar() -> str:
    from interlock.core.models import Currency

    Currency.objects.get_or_create(code="USD", defaults={"name_en": "Dollar", "name_zh": "美元"})
    return "USD"


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


def test_the_aging_of_any_day_is_the_balance_of_that_day(books: Books) -> None:
    books.post(books.sold("100", "13", "60", unit=books.units[0]))
    owed = charge(books, 200, document_on=date(2026, 9, 1))
    advance = item_of(receipt(books, 50, posting_on=date(2026, 11, 12)), "2203")
    receipt(books, 30, (owed, 30), posting_on=date(2026, 11, 15))
    apply(books, NewApplication(owed.pk, advance.pk), on=LATER)
    for day, total, advances, late in (
        (date(2026, 11, 11), 313, 0, 200), (date(2026, 11, 12), 263, -50, 200), (date(2026, 11, 16), 233, -50, 170),
        (date(2026, 11, 30), 233, 0, 120),
    ):  # fmt: skip
        found = finance.aging(books.company, "receivable", day, (30, 60))
        assert (found.sums.total, found.balance, found.sums.advance) == (total, total, advances), day
        assert found.sums.buckets == [113, 0, late, 0], day
    assert [line.code for line in found.lines] == ["BOOKS-P", "TMALL"]
    statement = finance.party_statement(books.company, books.party, date(2026, 11, 12), date(2026, 11, 30))
    assert (statement.opening, statement.closing) == (200, 120)
    assert statement.opening + sum(move.book for move in statement.moves) == statement.closing
    assert [item.open_amount for item in finance.open_items_of(books.company, books.party, LATER)] == [120]


def test_a_customer_with_terms_of_its_own_is_not_overdue_before(books: Books) -> None:
    """90 days agreed: neither the aging nor the letters say 30; a charge that names its day is due then."""
    group = CreditGroup.objects.create(company_id=books.company, code="G", name_en="G", name_zh="G", currency_id="CNY")
    CreditTerm.objects.create(party=Party.objects.get(pk=books.party), group=group, credit_days=90)
    by_terms, named = charge(books), charge(books, 50, due_on=DAY + timedelta(days=10))
    books.post(books.record("revenue_recognised", Fact({"net": "30"}, party=books.party)))
    revenue = OpenItem.objects.filter(kind="revenue_recognised").get()
    days = [(item.due_on - DAY).days for item in (by_terms, named, revenue)]
    assert days == [90, 10, 90]
    owed = item_of(posted(books, "bill", NewItemLine(HUNDRED, account="6602"), reference="INV-3"))
    assert (owed.due_on - DAY).days == 30, "what we owe goes by its account"
    vouchers = [by_terms.voucher_id, named.voucher_id]
    read = finance.record_credit_payments(vouchers, company=books.company, by=books.by, on=DAY)
    assert read.counts == {"done": 2}
    assert sorted((row.due_on - DAY).days for row in CreditEntry.objects.all()) == [10, 90]
    assert not broken_laws()


def test_rules_propose_by_reference_by_amount_and_by_age_and_run_by_themselves(books: Books) -> None:
    first, second, third = charge(books, 100), charge(books, 70), charge(books, 30)
    for amount, text in ((100, "no idea"), (70, ""), (10, f"pays {third.number}")):
        receipt(books, amount, text=text, posting_on=LATER)
    company = books.company

    def found(*methods: str) -> list[tuple[str, str, Decimal]]:
        return [(one.method, one.debit.number, one.amount) for one in finance.propose(company, LATER, None, methods)]

    assert found("reference") == [("reference", third.number, 10)]
    assert found("reference", "exact") == [
        ("reference", third.number, 10), ("exact", first.number, 100), ("exact", second.number, 70),
    ]  # fmt: skip
    assert sum(amount for *_others, amount in found("oldest")) == 180
    assert not finance.apply_by_rules(company, ANN, LATER).counts
    rule = finance.ItemRule.objects.create(company_id=company, method="reference", is_automatic=True)
    finance.apply_by_rules(company, ANN, LATER)
    assert open_of(first, second, third) == [100, 70, 20]
    finance.ItemRule.objects.create(company_id=company, method="exact", party_id=books.party, is_automatic=True)
    rule.delete()
    finance.apply_by_rules(company, ANN, LATER)
    assert open_of(first, second, third) == [0, 0, 20]
    assert not broken_laws()


def test_accounts_that_begin_to_keep_items_take_in_what_is_there(books: Books) -> None:
    ItemAccount.objects.filter(company_id=books.company).delete()
    books.post(books.sold("100", "13", "60", unit=books.units[0]))
    books.post(books.sold("200", "26", "60", party=books.party))
    books.voucher(ManualLine("1122", debit=HUNDRED, party=books.party), ManualLine("6051", credit=HUNDRED))
    assert not OpenItem.objects.exists()
    assert finance.keep_items(books.company) == 6
    assert finance.keep_items(books.company) == 0
    assert sorted(OpenItem.objects.values_list("open_amount", flat=True)) == [100, 226]
    assert not broken_laws()


def test_the_voucher_of_a_document_is_not_reversed_behind_its_back(books: Books) -> None:
    """A reversed bill would stay posted and be paid; what an application or a revaluation wrote is taken back there."""
    bill = posted(books, "bill", NewItemLine(HUNDRED, account="6602"), reference="INV-9")
    written_off = charge(books, "5")
    posted(books, "write_off", NewItemLine(Decimal(5), item=written_off.pk))
    charge(books, "70", currency=dollar(), rate=Decimal(7))
    finance.ExchangeRate.objects.create(
        company_id=books.company, kind="closing", currency_id="USD", valid_on=date(2026, 11, 30), rate=Decimal("7.1")
    )
    items = [item.id for item in finance.items_in_currency(books.company, DAY)]
    assert finance.revalue_items(items, company=books.company, by=ANN, month=DAY).counts == {"done": 1}
    back = posted(books, "charge", NewItemLine(Decimal(9), account="6051"))
    assert finance.reverse_item_documents([back], on=LATER, company=books.company, by=BEN).counts == {"done": 1}
    hand = books.voucher(ManualLine("6602", debit=Decimal(1)), ManualLine("1001", credit=Decimal(1)))
    typed = hand.verdicts[0].detail["voucher"]
    vouchers = list(Voucher.objects.filter(company_id=books.company).order_by("id"))
    asked = finance.reverse_vouchers([v.pk for v in vouchers], company=books.company, by=ANN, on=LATER)
    codes = {verdict.id: verdict.code for verdict in asked.verdicts}
    assert codes == {v.pk: "done" if v.pk == typed else "of_document" for v in vouchers}
    assert len(codes) == 8, "each wrote one, the reversal of the document too"
    assert asked.verdicts[0].detail == {"document": ItemDocument.objects.get(pk=bill).number}
    share = finance.automatic_share([books.company], DAY).total
    assert (share.vouchers, share.automatic_vouchers) == (8, 7), "typed is what somebody wrote as a voucher"
    assert not broken_laws()


def test_accounts_and_shops_begin_to_keep_items_before_anything_is_posted(books: Books) -> None:
    charge(books)
    books.post(books.record("revenue_recognised", Fact({"net": "100"}, unit=books.units[0])))
    posted_to, fresh = books.account("6051"), books.account("1801")
    for account, refused in ((posted_to, True), (fresh, False)):
        one = ItemAccount(company_id=books.company, account=account, side="receivable")
        with pytest.raises(ValidationError, match="posted to") if refused else nullcontext():
            one.clean()
    kept = ItemAccount.objects.get(company_id=books.company, account__code="1122")
    kept.clean()
    kept.account = fresh
    with pytest.raises(ValidationError, match="stays with it"):
        kept.clean()
    for unit, refused in ((books.units[0], True), (books.units[1], False)):
        with pytest.raises(ValidationError, match="stays a sum") if refused else nullcontext():
            ItemShop(company_id=books.company, unit_id=unit).clean()
