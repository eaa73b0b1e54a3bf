"""What open items show and propose: the aging of a day, days due, rules; accounts that begin to keep them."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from interlock.finance import api as finance
from interlock.finance.api import ManualLine, NewApplication, NewItemLine
from interlock.finance.models import (
    CreditEntry,
    CreditGroup,
    CreditTerm,
    ItemAccount,
    ItemDocument,
    ItemShop,
    OpenItem,
    Voucher,
)
from interlock.parties.models import Party

from .building import DAY, Books, Fact, broken_laws
from .itemising import (
    ANN,
    BEN,
    HUNDRED,
    LATER,
    apply,
    charge,
    dollar,
    item_of,
    open_of,
    posted,
    receipt,
)


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
