"""Vouchers by hand: written by one, posted by another, reversed once, made again every month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from interlock.core.api import Actor, Refusal, Unit
from interlock.finance import api as finance
from interlock.finance.api import NewDraft, NewDraftLine
from interlock.finance.models import AccountDimension, JournalLine, Voucher, VoucherDraft, VoucherTemplateLine

from .building import DAY, Books, broken_laws

HUNDRED = Decimal(100)
ANN, BEN = (Actor(user, name, "web", None) for user, name in ((-1, "Ann"), (-2, "Ben")))
RENT = (NewDraftLine("6602", debit=HUNDRED, text="Rent"), NewDraftLine("1002", credit=HUNDRED))


def save(books: Books, *drafts: NewDraft, by: Actor = ANN, **options: Any) -> Any:
    numbered = dict(enumerate(drafts, start=1))
    return finance.save_drafts(list(numbered), company=books.company, by=by, drafts=numbered, **options)


def draft(books: Books, *lines: NewDraftLine, on: date = DAY, by: Actor = ANN) -> int:
    outcome = save(books, NewDraft(on, "Rent of November", lines or RENT), by=by)
    assert outcome.table() == [(1, "done")], outcome.verdicts
    return int(outcome.verdicts[0].detail["draft"])


def submit(books: Books, ids: Sequence[int]) -> list[str]:
    return [code for _id, code in finance.submit_drafts(ids, company=books.company, by=ANN).table()]


def post(books: Books, ids: Sequence[int], by: Actor = BEN) -> list[str]:
    return [code for _id, code in finance.post_drafts(ids, company=books.company, by=by).table()]


def posted(books: Books, *lines: NewDraftLine) -> int:
    """Bring a draft into the books; answers the voucher."""
    made = draft(books, *lines)
    assert submit(books, [made]) == ["done"]
    assert post(books, [made]) == ["done"]
    return int(VoucherDraft.objects.get(pk=made).voucher_id or 0)


def state(made: int) -> str:
    return str(VoucherDraft.objects.get(pk=made).state)


def test_what_is_written_gets_one_code(books: Books) -> None:
    standing = draft(books)
    submitted = draft(books)
    submit(books, [submitted])
    reversal = finance.reverse_vouchers([posted(books)], company=books.company, by=ANN, on=DAY).verdicts[0]
    finance.send_back_drafts([reversal.detail["draft"]], company=books.company, by=BEN, note="not yet")
    wrong = NewDraftLine("6602", debit=HUNDRED, party="NOBODY")
    given = {
        "not_draft": NewDraft(DAY, "", RENT, draft=submitted, version=1),
        "is_reversal": NewDraft(DAY, "", RENT, draft=reversal.detail["draft"], version=1),
        "stale": NewDraft(DAY, "", RENT, draft=standing, version=7),
        "empty": NewDraft(DAY, "", ()),
        "bad_amount": NewDraft(DAY, "", (NewDraftLine("9999", debit=None), *RENT)),
        "account_unknown": NewDraft(DAY, "", (NewDraftLine("9999", debit=HUNDRED), wrong)),
        "dimension_unknown": NewDraft(DAY, "", (wrong,)),
        "rate_differs": NewDraft(DAY, "", (NewDraftLine("6602", debit=HUNDRED, currency="CNY"),)),
        "done": NewDraft(DAY, "half done", RENT[:1]),
    }
    outcome = save(books, *given.values())
    assert [code for _id, code in outcome.table()] == list(given)
    sourced = NewDraft(DAY, "from a file", RENT, source="file 1")
    assert [save(books, sourced).table(), save(books, sourced).table()] == [[(1, "done")], [(1, "already")]]
    assert {*given, "not_found", "already"} == set(finance.save_drafts.codes)
    unknown = finance.save_drafts([5], company=books.company, by=ANN, drafts={})
    assert unknown.table() == [(5, "not_found")]
    assert [fault["code"] for fault in outcome.verdicts[4].detail["lines"]] == ["bad_amount", "account_unknown"]
    assert not broken_laws()


def test_what_is_handed_in_gets_one_code(books: Books) -> None:
    finance.Account.objects.filter(pk=books.account("6402").pk).update(state="closed")
    AccountDimension.objects.create(company_id=books.company, account=books.account("6601"), dimension="party")
    finance.Account.objects.filter(pk=books.account("1012").pk).update(currency_id="CNY")
    books.shut(date(2026, 9, 1))
    bank = RENT[1]
    given = {
        "account_is_group": draft(books, NewDraftLine("2221", debit=HUNDRED), bank),
        "account_closed": draft(books, NewDraftLine("6402", debit=HUNDRED), bank),
        "dimension_missing": draft(books, NewDraftLine("6601", debit=HUNDRED), bank),
        "currency_missing": draft(books, NewDraftLine("1012", debit=HUNDRED), bank),
        "not_balanced": draft(books, RENT[0]),
        "period_closed": draft(books, on=date(2026, 9, 30)),
        "done": draft(books),
    }
    empty = draft(books)
    VoucherDraft.objects.get(pk=empty).lines.all().delete()  # as no operation leaves it
    given |= {"empty": empty, "not_found": 404_000_000}
    assert submit(books, list(given.values())) == list(given)
    assert submit(books, [given["done"]]) == ["already"]
    gone = draft(books)
    assert finance.cancel_drafts([gone], company=books.company, by=ANN).table() == [(gone, "done")]
    assert submit(books, [gone]) == ["not_draft"]
    budgets = {"budget_stopped", "over_budget"}  # see test_budgets
    assert {*given, "already", "not_draft"} == set(finance.submit_drafts.codes) - budgets


def test_another_person_posts_and_the_books_hold_every_line(books: Books) -> None:
    made, standing = draft(books), draft(books)
    submit(books, [made])
    assert post(books, [made], by=ANN) == ["same_person"]
    assert post(books, [standing, made, 404_000_000]) == ["not_submitted", "done", "not_found"]
    assert post(books, [made]) == ["already"]
    row = VoucherDraft.objects.get(pk=made)
    voucher = Voucher.objects.get(pk=row.voucher_id)
    assert (row.number, row.state, row.author_id, row.reviewer_id) == ("MV-2611-000001", "posted", -1, -2)
    assert (voucher.number, voucher.origin, voucher.state, voucher.amount) == (
        "JV-2611-000001", "manual", "posted", HUNDRED,
    )  # fmt: skip
    assert set(JournalLine.objects.values_list("document_line_id", flat=True)) == {line.pk for line in row.lines.all()}
    assert books.balances() == {"1002": -HUNDRED, "6602": HUNDRED}
    assert not broken_laws()


def test_whoever_changed_it_may_not_post_it_either_and_the_database_says_so(books: Books) -> None:
    made = draft(books)
    changed = save(books, NewDraft(DAY, "Rent", RENT, draft=made, version=1), by=BEN)
    assert changed.table() == [(1, "done")]
    submit(books, [made])
    assert post(books, [made], by=BEN) == ["same_person"]
    with pytest.raises(IntegrityError, match="finance_draft_another"), transaction.atomic():
        VoucherDraft.objects.filter(pk=made).update(reviewer_id=-1)
    assert VoucherDraft.objects.get(pk=made).version == 2


def test_what_goes_back_is_mended_and_handed_in_again(books: Books) -> None:
    made = draft(books)
    with pytest.raises(Refusal, match="note_missing"):
        finance.send_back_drafts([made], company=books.company, by=BEN, note=" ")
    back = finance.send_back_drafts
    assert back([made], company=books.company, by=BEN, note="which office?").table() == [(made, "not_submitted")]
    submit(books, [made])
    assert back([made, 404_000_000], company=books.company, by=BEN, note="which office?").table() == [
        (made, "done"), (404_000_000, "not_found"),
    ]  # fmt: skip
    assert back([made], company=books.company, by=BEN, note="again").table() == [(made, "already")]
    assert VoucherDraft.objects.get(pk=made).note == "which office?"
    assert submit(books, [made]) == ["done"]
    assert post(books, [made]) == ["done"]
    cancel = finance.cancel_drafts([made, 404_000_000], company=books.company, by=ANN)
    assert cancel.table() == [(made, "posted"), (404_000_000, "not_found")]


@pytest.mark.parametrize("dimension", ["department", "shop", "party", "item", "project", "employee", "cash_item"])
def test_a_dimension_an_account_asks_for_is_data(books: Books, dimension: str) -> None:
    """The very draft that was posted before the row was made is refused after it, and passes with the dimension."""
    asked = AccountDimension.objects.create(
        company_id=books.company, account=books.account("6602"), dimension=dimension
    )  # fmt: skip
    kind = "department" if dimension == "department" else "shop"
    Unit.objects.create(company_id=books.company, kind=kind, code="HQ", name_en="HQ", name_zh="总部")
    if dimension in ("project", "employee", "cash_item"):
        finance.DimensionValue.objects.create(
            company_id=books.company, dimension=dimension, code="HQ", name_en="HQ", name_zh="总部"
        )
    code = {"party": "BOOKS-P", "item": "BOOKS-LOCK"}.get(dimension, "HQ")
    name = "unit" if dimension in ("department", "shop") else dimension
    bare, full = draft(books), draft(books, NewDraftLine("6602", debit=HUNDRED, **{name: code}), RENT[1])
    assert submit(books, [bare, full]) == ["dimension_missing", "done"]
    asked.delete()
    assert submit(books, [bare]) == ["done"]
    assert post(books, [bare, full]) == ["done", "done"]
    assert not broken_laws()


def test_a_voucher_is_reversed_once_and_nothing_posted_changes(books: Books) -> None:
    voucher = posted(books)
    books.post(books.shipped("10"))
    automatic = Voucher.objects.get(origin="automatic").pk
    books.shut(date(2026, 10, 1))
    before = list(JournalLine.objects.order_by("id").values_list())
    reverse = finance.reverse_vouchers
    call: dict[str, Any] = {"company": books.company, "by": ANN}
    closed = reverse([voucher], on=date(2026, 10, 1), **call)
    assert closed.table() == [(voucher, "period_closed")]
    asked = reverse([automatic, voucher, 404_000_000], on=DAY, **call)
    assert [code for _id, code in asked.table()] == ["is_automatic", "done", "not_found"]
    assert reverse([voucher], on=DAY, **call).table() == [(voucher, "already")]
    mirror = asked.verdicts[1].detail["draft"]
    assert post(books, [mirror], by=ANN) == ["same_person"]
    assert post(books, [mirror]) == ["done"]
    assert reverse([voucher], on=DAY, **call).table() == [(voucher, "already")]
    assert books.balances() == {"1405": Decimal(-10), "1406": Decimal(10)}
    assert list(JournalLine.objects.order_by("id").values_list())[: len(before)] == before
    assert [line.text for line in VoucherDraft.objects.get(pk=mirror).lines.order_by("ordinal")] == ["Rent", ""]
    assert not broken_laws()


def test_a_cancelled_reversal_leaves_the_voucher_to_be_reversed(books: Books) -> None:
    voucher = posted(books)
    call: dict[str, Any] = {"company": books.company, "by": ANN}
    first = finance.reverse_vouchers([voucher], on=DAY, **call).verdicts[0].detail["draft"]
    assert finance.cancel_drafts([first], **call).table() == [(first, "done")]
    assert finance.reverse_vouchers([voucher], on=DAY, **call).table() == [(voucher, "done")]


def test_a_template_with_a_schedule_makes_one_draft_a_month(books: Books) -> None:
    def template(code: str, **of: Any) -> finance.VoucherTemplate:
        given = {"is_monthly": True, "valid_from": date(2026, 2, 1), **of}
        names = {"name_en": code, "name_zh": code, "text": "Rent"}
        return finance.VoucherTemplate.objects.create(company_id=books.company, code=code, **names, **given)

    def lines(of: finance.VoucherTemplate, amount: Decimal) -> None:
        for ordinal, (account, side) in enumerate((("6602", "debit"), ("1002", "credit")), start=1):
            given: dict[str, Any] = {side: amount, "ordinal": ordinal, "account": books.account(account)}
            VoucherTemplateLine.objects.create(company_id=books.company, template=of, **given)

    rent, empty, unpriced = template("RENT"), template("EMPTY"), template("UNPRICED")
    by_hand, over = template("HAND", is_monthly=False), template("OVER", valid_to=date(2026, 2, 1))
    strange = template("STRANGE")
    foreign = Books("ALIEN").account("6602")
    VoucherTemplateLine.objects.create(company_id=books.company, template=strange, ordinal=1, account=foreign, debit=1)
    for one, amount in ((rent, HUNDRED), (unpriced, Decimal(0)), (by_hand, HUNDRED), (over, HUNDRED)):
        lines(one, amount)
    ids = [rent.pk, empty.pk, strange.pk, unpriced.pk, by_hand.pk, over.pk, 404_000_000]
    make = lambda month: finance.make_recurring(ids, company=books.company, by=ANN, month=month)  # noqa: E731
    expected = ["done", "empty", "account_unknown", "bad_amount", "not_this_month", "not_this_month", "not_found"]
    assert [code for _id, code in make(date(2026, 2, 9)).table()] == expected
    assert [code for _id, code in make(date(2026, 2, 1)).table()][0] == "already"
    assert {*expected, "already"} == set(finance.make_recurring.codes)
    made = VoucherDraft.objects.get()
    assert (made.posting_on, made.amount, made.kind, made.number) == (
        date(2026, 2, 28), HUNDRED, "recurring", "MV-2602-000001",
    )  # fmt: skip
    assert finance.due_templates(books.company, date(2026, 2, 1)) == [empty.pk, unpriced.pk, strange.pk]
    assert submit(books, [made.pk]) == ["done"]
    assert post(books, [made.pk]) == ["done"]
    assert not broken_laws()


def test_drafts_of_another_company_do_not_exist(books: Books) -> None:
    voucher, made = posted(books), draft(books)
    alien = Books("ALIEN")
    call: dict[str, Any] = {"company": alien.company, "by": BEN}
    for operation, ids, more in (
        (finance.submit_drafts, [made], {}),
        (finance.post_drafts, [made], {}),
        (finance.send_back_drafts, [made], {"note": "no"}),
        (finance.cancel_drafts, [made], {}),
        (finance.reverse_vouchers, [voucher], {"on": DAY}),
    ):
        assert operation(ids, **call, **more).table() == [(ids[0], "not_found")], operation.name
    assert save(alien, NewDraft(DAY, "", RENT, draft=made, version=1)).table() == [(1, "not_found")]
    foreign = save(alien, NewDraft(DAY, "", (NewDraftLine("6602", debit=HUNDRED, unit="TMALL"),)))
    assert foreign.table() == [(1, "done")]
    assert alien.units[0] in {line.unit_id for line in VoucherDraft.objects.get(company_id=alien.company).lines.all()}
