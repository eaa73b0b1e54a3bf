"""Expense claims: verdicts of each operation, limits, invoices, and what of it is in the books."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from interlock.core.api import Company, Refusal
from interlock.finance import api as finance
from interlock.finance.banking.iso import PaymentStatus
from interlock.finance.models import ExpenseClaim, ExpenseLine, OpenItem
from tests.finance.banking.building import Cash
from tests.finance.building import broken_laws

from .building import BOSS, CLERK, DAY, Staff, supplier_xml


@pytest.fixture
def staff(db: None, settings: Any, tmp_path: Any) -> Staff:
    settings.FILES_ROOT = tmp_path / "files"
    return Staff()


def test_what_is_wrong_with_a_claim_is_said(staff: Staff) -> None:
    """Each claim of a set has its verdict; one's own invoice twice in the set is refused the second time."""
    good = staff.new(staff.line(number="90000001"))
    given = [
        good,
        staff.new(purpose=" "),
        staff.new(from_on=DAY, to_on=date(2026, 11, 1)),
        staff.new(unit="NOBODY"),
        staff.new(project="NONE"),
        staff.new(currency="XXX"),
        replace(good, lines=()),
        staff.new(staff.line("NONE")),
        staff.new(staff.line(amount="0.001")),
        staff.new(staff.line(quantity=Decimal("0.3"))),
        staff.new(staff.line(spent_on=date(2026, 11, 12))),
        staff.new(staff.line(number="12-34")),
        staff.new(staff.line(file=4711)),
        staff.new(staff.line(number="90000001")),
        staff.new(staff.line(), staff.line()),
        staff.new(employee=f"{staff.code}-BEN"),
        staff.new(claim=4711, version=1),
    ]
    assert [code for _i, code in staff.save(*given).table()] == [
        "done", "purpose_missing", "wrong_day", "unit_unknown", "project_unknown", "currency_unknown", "empty",
        "kind_unknown", "bad_amount", "bad_quantity", "wrong_day", "bad_invoice_number", "file_unknown", "invoice_used",
        "invoice_used", "employee_unknown", "not_found",
    ]  # fmt: skip
    made = ExpenseClaim.objects.get()
    assert (made.number, made.state, made.amount, made.unit_id) == ("EC-2611-000001", "draft", 100, staff.unit.pk)
    stale = staff.save(replace(good, claim=made.pk, version=7))
    foreign = staff.save(replace(good, claim=made.pk, version=1), by=staff.ben)
    again = staff.save(replace(good, claim=made.pk, version=1, purpose="another"))
    assert [one.table()[0][1] for one in (stale, foreign, again)] == ["stale", "not_found", "done"]
    with pytest.raises(IntegrityError), transaction.atomic():
        ExpenseLine.objects.create(
            company_id=staff.company, claim=made, ordinal=9, expense_kind=made.lines.get().expense_kind, spent_on=DAY,
            amount=1, book_amount=1, invoice_number="90000001",
        )  # fmt: skip
    assert not broken_laws()


def test_from_the_draft_to_the_books(staff: Staff) -> None:
    """Handed in by the employee, approved by another, posted by a third; one's own is nobody's own business."""
    staff.limit("MEAL", "100.00")
    staff.limit("HOTEL", "400.00", "refuse", grade="M")
    staff.limit("HOTEL", "300.00")
    staff.limit("TAXI", "150.00")
    meals = staff.line("MEAL", "250.00", "", quantity=Decimal(2))
    hotel = staff.line("HOTEL", "1060.00", "90000002", tax=Decimal("60.00"), quantity=Decimal(3))
    bare, over = staff.draft(staff.line("TAXI", number="")), staff.draft(hotel)
    silent = staff.draft(meals)
    assert staff.submit(bare, over, silent, 4711).table() == [
        (bare, "invoice_missing"), (over, "done"), (silent, "reason_wanted"), (4711, "not_found"),
    ]  # fmt: skip
    call: dict[str, Any] = {"company": staff.company}
    told = staff.save(staff.new(replace(meals, reason="with the customer"), claim=silent, version=1))
    assert told.counts == {"done": 1}
    assert staff.submit(silent).counts == {"done": 1}
    assert (ExpenseClaim.objects.get(pk=silent).is_over, ExpenseLine.objects.get(claim=silent).over_amount) == (
        True,
        50,
    )
    dear = staff.draft(staff.line("HOTEL", "1300.00", "90000003", quantity=Decimal(3)))
    assert staff.submit(dear).table() == [(dear, "over_limit")]
    assert staff.submit(silent, dear, by=staff.ben).table() == [(silent, "not_found"), (dear, "not_found")]
    approve = finance.approve_claims
    assert approve([silent, bare], by=staff.ann, **call).table() == [(silent, "same_person"), (bare, "not_submitted")]
    assert approve([over, silent], by=BOSS, **call).counts == {"done": 2}
    assert approve([over], by=BOSS, **call).table() == [(over, "already")]
    assert finance.post_claims([over], by=staff.ann, on=DAY, **call).table() == [(over, "same_person")]
    assert staff.post(over, bare, on=date(2026, 11, 1)).table() == [(over, "too_early"), (bare, "not_approved")]
    staff.books.shut(date(2026, 12, 1))
    assert staff.post(over, on=date(2026, 12, 1)).table() == [(over, "period_closed")]
    assert staff.post(over, silent).counts == {"done": 2}
    assert staff.post(over).table() == [(over, "already")]
    assert staff.books.balances() == {
        "6602": Decimal(1250), "222103": Decimal(60), "2241": Decimal(-1310),
    }  # fmt: skip
    owed = OpenItem.objects.get(document_id=over)
    assert (owed.kind, owed.number, owed.amount, owed.party_id, owed.unit_id) == (
        "expense_claimed", ExpenseClaim.objects.get(pk=over).number, 1060, staff.party(staff.ann).pk, staff.unit.pk,
    )  # fmt: skip
    assert not broken_laws()


def test_a_day_counts_over_all_claims_of_a_person(staff: Staff) -> None:
    """What stands in one's other claims of the day counts, refused ones do not; halves of a day add up to one."""
    staff.limit("MEAL", "100.00", "refuse")
    meal = partial(staff.line, "MEAL", number="")
    first, second = staff.draft(meal("60.00")), staff.draft(meal("50.00"))
    fits, later = staff.draft(meal("40.00")), staff.draft(meal("100.00", spent_on=DAY - timedelta(days=1)))
    other = staff.draft(meal("100.00"), by=staff.ben)
    outcome = staff.submit(first, second, fits, later)
    assert outcome.table() == [(first, "done"), (second, "over_limit"), (fits, "done"), (later, "done")]
    assert outcome.verdicts[1].detail["lines"] == [{"line": 1, "limit": "100.00", "over": "10.00"}]
    assert staff.submit(other, by=staff.ben).counts == {"done": 1}
    finance.refuse_claims([first], company=staff.company, by=BOSS, note="no")
    assert staff.submit(second).counts == {"done": 1}
    assert staff.save(staff.new(meal("10.01"), claim=first, version=1)).counts == {"done": 1}
    assert staff.submit(first).counts == {"over_limit": 1}
    day = DAY - timedelta(days=2)
    half = partial(meal, spent_on=day, quantity=Decimal("0.5"))
    halves = [staff.draft(half("50.00")), staff.draft(half("50.00")), staff.draft(half("0.01"))]
    assert staff.submit(*halves).table() == list(zip(halves, ["done", "done", "over_limit"], strict=True))
    twice = staff.draft(*(meal("60.00", spent_on=day - timedelta(days=1)) for _ in range(2)))
    assert staff.submit(twice).counts == {"over_limit": 1}
    assert not broken_laws()


def test_what_is_refused_or_withdrawn_lets_its_invoice_go(staff: Staff) -> None:
    """A refused claim is mended by its employee; a withdrawn one frees its invoice."""
    call: dict[str, Any] = {"company": staff.company}
    one, two = staff.submitted(), staff.approved(staff.line(number="90000001"))
    with pytest.raises(Refusal):
        finance.refuse_claims([one], by=BOSS, note=" ", **call)
    refused = finance.refuse_claims([one, two, 4711], by=BOSS, note="no photo", **call)
    assert refused.table() == [(one, "done"), (two, "done"), (4711, "not_found")]
    assert finance.refuse_claims([one], by=BOSS, note="no", **call).table() == [(one, "already")]
    assert staff.save(staff.new(staff.line())).table() == [(1, "invoice_used")], "it may still be mended"
    assert staff.save(staff.new(claim=one, version=1)).counts == {"done": 1}
    withdraw = finance.withdraw_claims
    assert withdraw([one, two], by=staff.ben, **call).counts == {"not_found": 2}
    assert withdraw([one, two], by=staff.ann, **call).counts == {"done": 2}
    assert withdraw([one], by=staff.ann, **call).table() == [(one, "already")]
    third = staff.posted()
    assert withdraw([third], by=staff.ann, **call).table() == [(third, "not_open")]
    assert not broken_laws()


def test_a_claim_is_paid_less_the_advance_and_taken_back(staff: Staff) -> None:
    """An advance of 300 pays the first claim and part of the second; the reversal gives it back."""
    ann = staff.party(staff.ann)
    item = {"debit": Decimal(300), "party": ann.pk}
    staff.books.voucher(finance.ManualLine("1221", **item), finance.ManualLine("1002", credit=Decimal(300)))
    first = staff.posted(staff.line(amount="120.00"))
    second = staff.posted(staff.line(amount="500.00", number="90000001"))
    assert (staff.state(first), staff.state(second)) == ("paid", "posted")
    assert ExpenseClaim.objects.get(pk=second).advance_amount == 180
    staff.settle()
    open_now = {row.document_id: row.open_amount for row in OpenItem.objects.filter(open_amount__gt=0)}
    assert open_now == {second: 320}
    assert staff.books.balances()["2241"] == -320
    call: dict[str, Any] = {"company": staff.company, "by": CLERK, "on": DAY}
    bare = staff.draft(staff.line(number="90000009"))
    answer = finance.reverse_claims([second, bare, 4711], **call)
    assert answer.table() == [(second, "done"), (bare, "not_in_books"), (4711, "not_found")]
    assert finance.reverse_claims([second], **call).table() == [(second, "already")]
    made = answer.verdicts[0].detail["claim"]
    assert finance.reverse_claims([made], **call).table() == [(made, "not_in_books")]
    finance.post_pending(staff.company, staff.books.by)
    staff.settle()
    assert staff.books.balances() == {"6601": 120, "1221": 180, "1002": -300}
    assert {row.open_amount for row in OpenItem.objects.filter(open_amount__gt=0)} == {Decimal(180)}
    third = staff.posted(staff.line(amount="180.00", number="90000001"))
    assert staff.state(third) == "paid", "the advance pays again, and the invoice is free again"
    assert not broken_laws()


def test_another_company_knows_no_claim_but_every_invoice(staff: Staff) -> None:
    """Foreign ids are not found; a number that one company has claimed, booked or received is no other's."""
    other = Staff("OTHER")
    mine = staff.posted()
    call: dict[str, Any] = {"company": other.company}
    assert finance.post_claims([mine], by=CLERK, on=DAY, **call).table() == [(mine, "not_found")]
    assert finance.reverse_claims([mine], by=CLERK, on=DAY, **call).table() == [(mine, "not_found")]
    assert finance.approve_claims([mine], by=BOSS, **call).table() == [(mine, "not_found")]
    assert finance.withdraw_claims([mine], by=other.ann, **call).table() == [(mine, "not_found")]
    used = other.save(other.new())
    assert used.table() == [(1, "invoice_used")]
    number = ExpenseClaim.objects.get(pk=mine).number
    assert used.verdicts[0].detail["lines"] == [
        {"line": 1, "code": "invoice_used", "value": "12345678", "where": number, "company": "STAFF"}
    ]
    bill = finance.NewItemDocument(
        "bill", f"{other.code}-P", DAY, (finance.NewItemLine(Decimal(5), account="6602"),), reference="87654321"
    )
    finance.save_item_documents([1], company=other.company, by=CLERK, documents={1: bill})
    assert staff.save(staff.new(staff.line(number="87654321"))).table() == [(1, "invoice_used")]


def test_a_fully_digital_invoice_fills_its_expense(staff: Staff) -> None:
    """Number, seller, amount and VAT are the file's, whatever is typed; posted, it is taken in as an input invoice."""
    Company.objects.filter(pk=staff.company).update(uscc="91330402MA5STAFF18")
    number = "26332000000000000001"
    ours = staff.file(supplier_xml(number, "91330402MA5STAFF18"), "a.xml")
    theirs = staff.file(supplier_xml(number, "91330402MA5OTHER1X"), "b.xml")
    wrong = staff.file(supplier_xml(number, "91330402MA5STAFF18", "1000.00", "70.00"), "c.xml")
    bomb = b'<!DOCTYPE a [<!ENTITY b "x">]><EInvoice>&b;</EInvoice>'
    hostile, large = staff.file(bomb), staff.file(b"<EInvoice>" + b" " * 10 * 1024 * 1024 + b"</EInvoice>", "large.xml")
    hotel = staff.line("HOTEL", "1.00", "")
    tried = staff.save(*(staff.new(replace(hotel, xml=one)) for one in (theirs, wrong, hostile, large)))
    assert [code for _i, code in tried.table()] == ["not_our_company", "wrong_sums", "file_unknown", "file_unknown"]
    made = staff.posted(replace(hotel, xml=ours))
    line = ExpenseLine.objects.get(claim=made)
    assert (line.invoice_number, line.seller_name, line.amount, line.book_tax) == (number, "苏州宾馆", 1060, 60)
    assert finance.take_in_invoices(staff.company, staff.books.by, DAY) == 1
    assert finance.take_in_invoices(staff.company, staff.books.by, DAY) == 0
    taken = finance.InputInvoice.objects.get()
    assert (taken.number, taken.bill_kind, taken.bill_id) == (number, "expense_claim", made)
    second = staff.posted(staff.line("HOTEL", "53.00", "26332000000000000002", tax=Decimal(3)))
    content = supplier_xml("26332000000000000002", "91330402MA5STAFF18", "50.00", "3.00")
    read = {1: finance.keep_invoice(content, "d.xml", staff.company)}
    call: dict[str, Any] = {"company": staff.company, "by": staff.books.by, "invoices": read, "on": DAY}
    assert finance.receive_invoices([1], **call).table() == [(1, "number_known")]
    mine: dict[str, Any] = {"bill_kind": "expense_claim", "bill_id": second}
    assert finance.receive_invoices([1], **call, **mine).table() == [(1, "done")]
    assert not broken_laws()


def test_a_claim_is_paid_by_the_bank(staff: Staff) -> None:
    """One's own claim is for another to ask for and to approve; the bank's answer pays it, once and no more."""
    cash = Cash(code="BANKED")
    banked = Staff("BANKS", cash.books)
    made = banked.posted(banked.line(amount="120.00"))
    party = banked.party(banked.ann).code
    asked: dict[str, Any] = {"reason": "CLAIM", "document_kind": "expense_claim", "document": made, "party": party}
    assert cash.save(cash.new("120.01", **asked)).table() == [(1, "beyond_document")]
    assert cash.save(cash.new("120.00", **asked), by=banked.ann).table() == [(1, "document_unknown")]
    request = cash.payment("120.00", **asked)
    call: dict[str, Any] = {"company": cash.company}
    assert finance.submit_payments([request], by=BOSS, **call).counts == {"done": 1}
    assert finance.approve_payments([request], by=banked.ann, **call).table() == [(request, "same_person")]
    assert finance.approve_payments([request], by=CLERK, **call).counts == {"done": 1}
    assert finance.reverse_claims([made], by=CLERK, on=DAY, **call).table() == [(made, "payment_asked")]
    cash.run(request)
    paid = {request: PaymentStatus("", "ACSC", "", "B-1", DAY)}
    assert finance.apply_statuses([request], by=cash.by, statuses=paid, **call).counts == {"done": 1}
    assert banked.state(made) == "paid"
    cash.post()
    banked.settle()
    assert not OpenItem.objects.filter(company_id=cash.company, open_amount__gt=0).exists()
    assert cash.books.balances() == {"6601": 120, "1002": -120}
    assert not broken_laws()
