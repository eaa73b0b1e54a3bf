"""Every law finds the row that breaks it: the owner of the tables breaks each in turn."""

from __future__ import annotations

from datetime import date

import psycopg
import pytest

from interlock.finance import api as finance
from interlock.finance import laws
from tests.sales.test_laws_credit_and_tax import DAMAGE as OF_CREDIT_AND_TAX

from .building import DAY, Books, Fact, broken_laws
from .itemising import LATER, charge, receipt
from .test_currencies import book, in_dollars, rate, revalue
from .test_dimensions import seal
from .test_drafts import ANN, post, posted
from .test_laws_bank import DAMAGE as OF_BANKS
from .test_laws_bank import each_is_found
from .test_laws_budgets import DAMAGE as OF_BUDGETS
from .test_laws_fees import DAMAGE as OF_FEES

DAMAGE = {
    "vouchers_balance": [
        "UPDATE finance_journalline SET credit_account_id = NULL WHERE id = (SELECT min(id) FROM finance_journalline)"
    ],
    "companies_balance": ["UPDATE finance_accountbalance SET debit = debit + 1 WHERE debit > 0"],
    "balances_are_lines": ["UPDATE finance_accountbalance SET debit = debit + 1, credit = credit + 1"],
    "voucher_totals_are_lines": ["UPDATE finance_vouchertotal SET lines = lines + 1"],
    "vouchers_are_lines": ["UPDATE finance_voucher SET amount = amount + 0.01"],
    "event_lines_once": ["DELETE FROM finance_eventpending"],
    "events_have_lines": ["DELETE FROM finance_eventline WHERE component = 'scrap'"],
    "numbers_gapless": ["UPDATE finance_voucher SET number = 'JV-2611-999999' WHERE number = 'JV-2611-000001'"],
    "lines_of_one_company": ["UPDATE finance_journalline SET debit_account_id = -1"],
    "lines_name_known": ["UPDATE finance_journalline SET item_id = -1"],
    "reversals_mirror_their_originals": ["UPDATE finance_reversal SET reversed_id = id"],
    "reversals_within_originals": [
        "UPDATE finance_eventline SET amount = amount + 1 WHERE id IN (SELECT id FROM finance_reversal)"
    ],
    "drafts_are_lines": ["UPDATE finance_voucherdraft SET amount = amount + 1"],
    "reversals_mirror": [
        "UPDATE finance_voucherdraft SET reverses_id = (SELECT max(id) FROM finance_voucher) WHERE kind = 'reversal'"
    ],
    "accounts_are_in_one_line": ["DELETE FROM finance_reportaccount"],
    "report_lines_of_one_company": ["UPDATE finance_reportaccount SET company_id = -company_id"],
    "balance_sheet_agrees": [
        "DELETE FROM finance_reportaccount r USING finance_account a WHERE a.id = r.account_id AND a.code = '1405'"
    ],
    "currency_lines_are_kept": ["UPDATE finance_account SET currency_id = NULL WHERE code = '100202'"],
    "event_currencies_are_lines": [
        "INSERT INTO finance_eventcurrency (id, company_id, event_id, currency, amount)"
        " SELECT id, company_id, event_id, 'USD', -amount FROM finance_eventline LIMIT 1"
    ],
    "currency_balances_are_lines": ["UPDATE finance_currencybalance SET debit = debit + 1"],
    "closed_months_are_revalued": [
        "UPDATE core_period SET state = 'closed' WHERE module = 'finance' AND month = '2026-11-01'",
        "UPDATE finance_accountbalance b SET debit = debit + 1 FROM finance_account a"
        " WHERE a.id = b.account_id AND a.code = '100202'",
    ],
    "rules_of_one_company": [
        "UPDATE finance_postingrule r SET debit_account_id = a.id FROM finance_account a"
        " WHERE a.company_id <> r.company_id AND a.code = '1405' AND r.component = 'cost'"
    ],
    "items_are_the_books": ["UPDATE finance_openitem SET book_amount = book_amount + 1, open_book = open_book + 1"],
    "items_are_their_applications": ["UPDATE finance_itemapplication SET debit_book = debit_book + 1"],
    "items_are_their_revaluations": ["UPDATE finance_openitem SET revalued_book = revalued_book + 1"],
    "applications_are_between_parties": ["UPDATE finance_openitem SET party_id = NULL WHERE direction = 'credit'"],
    "applications_are_taken_back_once": [
        "UPDATE finance_itemapplication SET debit_amount = 1 WHERE reverses_id IS NOT NULL"
    ],
    "item_documents_are_lines": ["UPDATE finance_itemdocumentline SET amount = amount + 1"],
    "cash_flow_ties": [
        "UPDATE finance_accountbalance b SET debit = debit + 1 FROM finance_account a"
        " WHERE a.id = b.account_id AND a.code LIKE '1002%'"
    ],
    "cash_flows_are_moves": ["UPDATE finance_cashbalance SET amount = amount + 1"],
    "cash_moves_tie": [
        "INSERT INTO finance_cashmove (company_id, voucher_id, month, amount)"
        " SELECT company_id, voucher_id, month, amount FROM finance_cashmove"
    ],
    "dimension_totals_are_vouchers": ["UPDATE finance_dimensiontotal SET debit = debit + 1 WHERE dimension = 'party'"],
    "counted_vouchers_are_sealed": [
        "UPDATE finance_voucher SET state = 'collecting'"
        " WHERE id = (SELECT max(voucher_id) FROM finance_countedvoucher)"
    ],
}
COPIED = "company_id, voucher_id, debit_account_id, credit_account_id, amount"
A_LINE_NO_EVENT_KNOWS = dict.fromkeys(
    ("event_lines_once", "balances_are_lines", "voucher_totals_are_lines", "vouchers_are_lines"),
    [f"INSERT INTO finance_journalline ({COPIED}) SELECT {COPIED} FROM finance_journalline"],
)
LEDGERS = ("journalline", "eventline", "event", "reversal", "postingrule", "itemapplication")


def taken_back(books: Books, voucher: int) -> None:
    reversal = finance.reverse_vouchers([voucher], company=books.company, by=ANN, on=DAY).verdicts[0].detail["draft"]
    assert post(books, [reversal]) == ["done"]


@pytest.mark.usefixtures("committed")
def test_every_law_names_what_breaks_it(owner: psycopg.Connection) -> None:
    books = Books()
    Books("OTHER")
    books.post(books.shipped("10", "20") + books.sold("100", "13", "10"))
    books.take_back(books.shipped("10"), "10")
    books.record("goods_lost", Fact({"scrap": "5"}))
    taken_back(books, posted(books))
    dollars = in_dollars(books).pk
    book(books, "100", "7.10")
    rate(books, date(2026, 11, 30), "7.2")
    assert revalue(books, dollars) == ["done"]
    receipt(books, 100, (charge(books), 60))
    made = finance.ItemApplication.objects.get().pk
    finance.undo_applications([made], company=books.company, by=ANN, on=LATER)
    seal(books)
    assert finance.count_dimensions(books.company)
    assert not broken_laws()
    each_is_found(owner, DAMAGE, LEDGERS)
    each_is_found(owner, A_LINE_NO_EVENT_KNOWS)


def test_every_law_has_its_damage() -> None:
    """What is tried here and in the files beside this one is every law, each once."""
    tried = [*DAMAGE, *OF_BANKS, *OF_BUDGETS, *OF_FEES, *OF_CREDIT_AND_TAX]
    assert sorted(tried) == sorted(laws.SQL)
