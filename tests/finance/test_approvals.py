"""A voucher by hand above an amount is approved before another person posts it."""

from __future__ import annotations

from decimal import Decimal

from interlock.core.api import ApprovalRequest
from interlock.finance import api as finance
from interlock.finance.models import VoucherDraft
from tests.approving import Office, actor, codes, person

from .building import DAY, Books, broken_laws
from .test_drafts import BEN, draft, submit

SMALL = (finance.NewDraftLine("6602", debit=Decimal(9)), finance.NewDraftLine("1002", credit=Decimal(9)))
RENT_AGAIN = (finance.NewDraftLine("6602", debit=Decimal(900)), finance.NewDraftLine("1002", credit=Decimal(900)))


def post(books: Books, made: int) -> list[str]:
    return codes(finance.post_drafts([made], company=books.company, by=BEN))


def test_a_voucher_needs_its_approval_before_it_is_posted(books: Books) -> None:
    office = Office(books.company)
    made, small = draft(books), draft(books, *SMALL)
    office.route(kind="voucher", amount_from=50)
    assert codes(office.submit([made], kind="voucher")) == ["not_ready"]
    assert submit(books, [made, small]) == ["done", "done"]
    assert post(books, small) == ["done"]
    assert codes(finance.post_drafts([made], company=books.company, by=BEN, policy="dry_run")) == ["approval_needed"]
    assert post(books, made) == ["approval_needed"]
    request = office.ask(made, kind="voucher")
    assert post(books, made) == ["approval_needed"]
    assert codes(office.send_back([request], office.ann, "which office?")) == ["done"]
    sent = VoucherDraft.objects.get(pk=made)
    assert (sent.state, sent.note) == ("sent_back", "which office?")
    # Written anew it is another version: what was approved before would not count.
    change = finance.NewDraft(DAY, "rent", RENT_AGAIN, draft=made, version=1)
    author = person(books.company, "author", office.asking)
    saved = finance.save_drafts([1], company=books.company, by=actor(author), drafts={1: change})
    assert codes(saved) == ["done"]
    assert submit(books, [made]) == ["done"]
    request = office.ask(made, kind="voucher")
    assert ApprovalRequest.objects.get(pk=request).amount == 900
    assert codes(office.approve([request], office.ann)) == ["done"]
    assert codes(office.submit([made], kind="voucher")) == ["already"]
    assert post(books, made) == ["done"]
    assert not broken_laws()


def test_a_rejected_voucher_goes_back_to_its_author(books: Books) -> None:
    office = Office(books.company)
    office.route(kind="voucher", reasons=["entry"])
    made = draft(books)
    submit(books, [made])
    assert codes(office.reject([office.ask(made, kind="voucher")], office.ann, "not ours")) == ["done"]
    assert VoucherDraft.objects.get(pk=made).note == "not ours"
    assert post(books, made) == ["not_submitted"]
    assert not broken_laws()
