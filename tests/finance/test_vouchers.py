"""Vouchers by hand balance or are refused; sealed ones collect no more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from interlock.core.api import Currency
from interlock.finance import api as finance
from interlock.finance.api import ManualLine, ManualVoucher
from interlock.finance.models import AccountDimension, JournalLine, Voucher

from .building import DAY, Books, broken_laws

HUNDRED = Decimal(100)
RENT = (ManualLine("6602", debit=HUNDRED), ManualLine("1002", credit=HUNDRED))


def test_every_voucher_by_hand_gets_one_code(books: Books) -> None:
    finance.Account.objects.filter(pk=books.account("6402").pk).update(state="closed")
    AccountDimension.objects.create(company_id=books.company, account=books.account("6601"), dimension="project")
    Currency.objects.get_or_create(code="USD", defaults={"name_en": "US dollar", "name_zh": "美元"})
    finance.Account.objects.filter(pk=books.account("1012").pk).update(currency_id="USD")
    books.shut(date(2026, 9, 1))
    given = {
        "empty": ManualVoucher(DAY, "", ()),
        "bad_amount": ManualVoucher(DAY, "", (ManualLine("6602", debit=HUNDRED, credit=HUNDRED),)),
        "account_unknown": ManualVoucher(DAY, "", (ManualLine("9999", debit=HUNDRED), RENT[1])),
        "account_is_group": ManualVoucher(DAY, "", (ManualLine("2221", debit=HUNDRED), RENT[1])),
        "account_closed": ManualVoucher(DAY, "", (ManualLine("6402", debit=HUNDRED), RENT[1])),
        "dimension_missing": ManualVoucher(DAY, "", (ManualLine("6601", debit=HUNDRED), RENT[1])),
        "currency_missing": ManualVoucher(DAY, "", (ManualLine("1012", debit=HUNDRED), RENT[1])),
        "not_balanced": ManualVoucher(DAY, "", (RENT[0], ManualLine("1002", credit=Decimal("99.99")))),
        "period_closed": ManualVoucher(date(2026, 9, 30), "", RENT),
        "done": ManualVoucher(DAY, "Rent of November", RENT),
    }
    numbered = dict(enumerate(given.values(), start=1))
    ids = [99, *numbered]
    outcome = finance.post_vouchers(ids, company=books.company, by=books.by, vouchers=numbered)
    assert [code for _id, code in outcome.table()] == ["not_found", *given]
    assert {"not_found", *given} == set(finance.post_vouchers.codes)
    voucher = Voucher.objects.get()
    assert voucher.pk == outcome.verdicts[-1].detail["voucher"]
    assert (voucher.number, voucher.state, voucher.origin, voucher.amount, voucher.lines, voucher.text) == (
        "JV-2611-000001", "posted", "manual", HUNDRED, 2, "Rent of November",
    )  # fmt: skip
    assert books.balances() == {"1002": -HUNDRED, "6602": HUNDRED}
    assert not broken_laws()


@pytest.mark.parametrize("debit", ["-1", "0", "0.001"])
def test_a_line_needs_an_amount_in_cents(books: Books, debit: str) -> None:
    lines = (ManualLine("6602", debit=Decimal(debit)), ManualLine("1002", credit=Decimal(debit)))
    assert books.voucher(*lines).table() == [(1, "bad_amount")]


def test_a_voucher_may_have_many_lines_on_one_account(books: Books) -> None:
    parts = [ManualLine("6601", debit=Decimal("0.10"), unit=unit, party=books.party) for unit in books.units]
    books.voucher(*parts, ManualLine("1002", credit=Decimal("0.20")))
    assert set(JournalLine.objects.filter(debit_account__code="6601").values_list("unit_id", "party_id")) == {
        (unit, books.party) for unit in books.units
    }
    assert not broken_laws()


def test_the_database_refuses_lines_that_do_not_balance(books: Books) -> None:
    books.voucher(*RENT)
    voucher, account = Voucher.objects.get(), books.account("6601")
    with pytest.raises(IntegrityError, match="does not balance"), transaction.atomic():
        JournalLine.objects.create(company_id=books.company, voucher=voucher, debit_account=account, amount=1)


def test_a_sealed_voucher_collects_no_more(books: Books) -> None:
    books.post(books.shipped("10"))
    [first] = finance.collecting_vouchers(books.company)
    ids = [first, 404_000_000]
    seal = finance.seal_vouchers
    assert seal(ids, company=books.company, by=books.by).table() == [(first, "done"), (404_000_000, "not_found")]
    assert seal([first], company=books.company, by=books.by).table() == [(first, "already")]
    books.post(books.shipped("20"))
    found = Voucher.objects.order_by("id").values_list("number", "amount", "state")
    assert list(found) == [("JV-2611-000001", 10, "posted"), ("JV-2611-000002", 20, "collecting")]
    assert finance.collecting_vouchers(books.company, before=DAY) == []
    assert not broken_laws()
