"""Every kind of master and document comes as a file, or says why not; the kinds that operations take."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.contrib import admin

from interlock.finance import api as finance
from interlock.finance.models import CreditGroup, CreditLimit, CreditTerm, ItemDocument, PostingRule
from interlock.items.models import Bom, BomLine, TaxRate
from interlock.parties.models import Address
from interlock.sales import api as sales
from interlock.sales.models import Statement
from interlock.web.api.declared import DOCUMENTS
from interlock.web.documents import DOCUMENTS as PAGES
from interlock.web.imports.catalogue import KINDS
from tests.builders import World
from tests.settling import agree, paid

from .importing import codes, taken

#: What does not come as a file of rows, and why. A new master or document takes part, or stands here with its reason.
NOT_IMPORTED = {
    "core.Company": "a company is made with its books, periods and people, by an administrator, one at a time",
    "core.Membership": "comes with the people who hold the role (people), judged by the matrix of duties",
    "auth.Group": "roles are sets of permissions, kept on the page of roles",
    "core.SecondFactorRule": "a handful a company, and a wrong one locks people out",
    "core.Retention": "one row a kind of log, there from the start",
    "core.ApprovalRoute": "routes have nodes of several levels, which a table of rows does not show",
    "core.ApprovalRequest": "asked by the operation that needs the approval",
    "core.Period": "opened with the year and closed by the close",
    "core.Alert": "an alert lends its keeper's eyes and is tried before it is kept, on its page or by a program",
    "core.CustomField": "a field's type and choices are judged on its form, and there are few",
    "finance.ClosePolicy": "one value a policy, there from the start",
    "finance.VoucherTemplate": "a template is a document of lines with dimensions, entered as one",
    "finance.ReportLine": "a report's lines refer to each other, and come with the books",
    "finance.TaxRegistration": "one row a company",
    "finance.BankGateway": "a handful, with addresses that an administrator allows",
    "finance.BankMapping": "columns of a bank's file, chosen on a page",
    "finance.Voucher": "vouchers are posted events, or come as voucher drafts",
    "finance.TaxInvoice": "made of revenue, never entered",
    "finance.InputInvoice": "read from the files of the tax office, on the page of input invoices",
    "finance.OpenItem": "made by posting; opening ones come as bills and charges (item-documents)",
    "finance.ItemApplication": "which item pays which is proposed and applied on the page of open items",
    "finance.Fee": "set aside of revenue by policies",
    "finance.FeeEntry": "what sets a fee aside or settles it",
    "finance.AccountStatement": "written of what the books say of a month",
    "finance.DunningLetter": "written of what is overdue",
    "finance.BankStatement": "read from the bank's own files (camt.053, CSV), on the page of cash",
    "finance.PaymentRun": "made of approved payments",
    "finance.WithdrawnPayment": "what was in a run when that was withdrawn",
    "sales.Feed": "a feed is a file itself: the kind orders",
    "sales.Difference": "found by matching statements",
    "sales.StatementMapping": "a platform's columns, chosen on a page",
    "sales.Promotion": "a promotion has scopes, tiers and bundles, which a table of rows does not show",
    "sales.Coupon": "issued in batches by their promotion",
    "stock.Balance": "the sum of movements",
    "finance.AllocationRule": "a rule has targets with their shares, kept in the admin",
    "finance.AllocationRun": "made by running the rules of a month",
    "finance.ExpenseClaim": "claimed by the person who spent, with the invoice, on the page of expenses",
    "sales.ChangeDocument": "a clerk's change of one order; platforms send theirs as messages or files of changes",
}


def test_every_master_and_document_comes_as_a_file_or_says_why_not() -> None:
    ours = ("core", "parties", "items", "stock", "finance", "sales", "web", "auth")
    masters = {model._meta.label for model in admin.site._registry if model._meta.app_label in ours}
    documents = {kind.model for kind in DOCUMENTS} | {one.kind.model._meta.label for one in PAGES.values()}
    imported = {kind.model for kind in KINDS.values()}
    missing = (masters | documents) - imported - set(NOT_IMPORTED)
    assert not missing, f"neither imported nor with a reason: {sorted(missing)}"
    assert not imported & set(NOT_IMPORTED), "has both"
    assert all(kind.model for kind in KINDS.values()), "a kind says what its rows become"
    unknown = set(NOT_IMPORTED) - masters - documents
    assert not unknown, f"there is no such kind any more: {sorted(unknown)}"


@pytest.fixture
def world(db: None, settings: Any, tmp_path: Path) -> World:
    settings.FILES_ROOT = tmp_path
    return World()


def bom(component: str, quantity: Any = 1, item: str = "LOCK", **more: Any) -> dict[str, Any]:
    return {"item": item, "valid_from": "2026-01-01", "component": component, "quantity": quantity} | more


def test_masters_and_bills_of_material(world: World) -> None:
    rates = [{"tax_class": "VAT13", "valid_from": "2019-04-01", "tax_pct": "13", "valid_to": "2027-01-01"},
             {"tax_class": "VAT13", "valid_from": "2027-01-01", "tax_pct": "12"},
             {"tax_class": "VAT13", "valid_from": "2027-06-01", "tax_pct": "11"}]  # fmt: skip
    found = taken(world, "tax-rates", rates)
    assert (found.counts, codes(found)) == ({"changed": 1, "created": 1}, {3: ("invalid", "")})
    assert TaxRate.objects.filter(tax_class__code="VAT13").count() == 2
    address = {"party": world.customer.code, "street": "文三路 100 号", "city": "杭州市", "contact": "陈"}
    assert taken(world, "addresses", [address, address | {"contact": "王"}]).counts == {"created": 2}
    assert taken(world, "addresses", [address | {"phone": "1"}]).counts == {"changed": 1}
    assert Address.objects.filter(party=world.customer).count() == 2

    camera = [bom("NOPE", item="CAMERA"), bom("BATTERY", item="CAMERA")]
    lock = [bom("CAMERA", 2), bom("BATTERY", 4, valid_from="2026/1/1")]
    found = taken(world, "boms", [*lock, *camera, bom("BATTERY", item="BATTERY")])
    assert found.counts == {"created": 2}
    wrong = {3: ("not_found", "component"), 4: ("set_rejected", ""), 5: ("contains_itself", "component")}
    assert codes(found) == wrong
    assert dict(BomLine.objects.values_list("component__code", "quantity")) == {"CAMERA": 2, "BATTERY": 4}
    found = taken(world, "boms", [bom("LOCK", item="CAMERA"), bom("CAMERA", valid_from="2026-05-01")])
    assert codes(found) == {1: ("contains_itself", "component"), 2: ("invalid", "")}, "through a level, and two at once"
    found = taken(world, "boms", [bom("CAMERA", 3, loss_pct="1.5")])
    assert (found.counts, Bom.objects.count(), BomLine.objects.count()) == ({"changed": 1}, 1, 1)
    assert taken(world, "boms", [bom("CAMERA", 3, loss_pct="1.50")]).counts == {"unchanged": 1}


def test_a_file_of_posting_rules_adds_only_and_by_the_same_checks(world: World) -> None:
    def rule(debit: str = "1405", day: str = "2026-05-01") -> dict[str, Any]:
        return {"event_kind": "stock_adjusted", "component": "gain", "debit_account": debit, "credit_account": "6301",
                "valid_from": day, "grouping": "day_unit"}  # fmt: skip

    assert taken(world, "posting-rules", [rule(), rule("6301", "2026-06-01")]).counts == {"created": 1}
    assert taken(world, "posting-rules", [rule()]).counts == {"unchanged": 1}
    found = taken(world, "posting-rules", [rule("1406"), rule("1406", "2000-01-01")])
    assert (found.counts, codes(found)) == ({}, {1: ("invalid", ""), 2: ("invalid", "")})
    held = PostingRule.objects.get(company_id=world.company, valid_from="2026-05-01")
    assert held.debit_account.code == "1405"


def test_what_operations_of_finance_take(world: World) -> None:
    party = world.customer.code
    group = {"code": "G1", "name_en": "One", "name_zh": "一", "currency": "CNY"}
    assert taken(world, "credit-groups", [group]).counts == {"created": 1}
    limits = [
        {"group": "G1", "amount": amount, "valid_from": "2026-01-01", "reason": why, "share": share}
        for amount, why, share in (("5000", "agreed", "trade"), ("900", "agreed", "consignment"), ("1", "", ""))
    ]
    found = taken(world, "credit-limits", [*limits, limits[0] | {"group": "NONE"}])
    assert codes(found) == {3: ("missing_value", "reason"), 4: ("not_found", "group")}
    assert set(CreditLimit.objects.values_list("share", "amount", "state")) == {
        ("trade", 5000, "set"), ("consignment", 900, "set")
    }  # fmt: skip
    assert taken(world, "credit-limits", [limits[0]]).counts == {"unchanged": 1}
    terms = {"party": party, "group": "G1", "credit_days": "45"}
    found = taken(world, "credit-terms", [terms, terms | {"party": "NOBODY"}, terms])
    assert codes(found) == {2: ("not_found", "party"), 3: ("doubled_row", "party")}
    assert CreditTerm.objects.get().credit_days == 45
    usd = finance.CreditGroup.objects.get().currency.__class__.objects.create(
        code="USD", name_en="Dollar", name_zh="美元"
    )
    found = taken(world, "credit-groups", [group | {"currency": usd.code}])
    assert (codes(found), CreditGroup.objects.get().currency_id) == ({1: ("cannot_change", "currency")}, "CNY")

    charge = {"document": "1", "kind": "charge", "party": party, "posting_on": "2026-11-01", "amount": "100.00",
              "account": "6001", "due_on": "2026-12-01", "reference": "OLD-1"}  # fmt: skip
    rows = [
        charge, charge | {"amount": "50"}, charge | {"document": "2", "account": "nowhere"},
        charge | {"document": "2"}, charge | {"document": "", "kind": "bill", "reference": ""},
        charge | {"document": "", "kind": "receipt", "account": "1002", "amount": "30"},
        charge | {"document": "3", "due_on": "2026-12-02"}, charge | {"document": "3"},
    ]  # fmt: skip
    found = taken(world, "item-documents", rows)
    assert codes(found) == {
        3: ("account_unknown", "account"), 4: ("set_rejected", ""), 5: ("number_missing", "reference"),
        7: ("set_rejected", ""), 8: ("differs_in_document", "due_on"),
    }  # fmt: skip
    assert sorted(ItemDocument.objects.values_list("kind", "amount", "state")) == [
        ("charge", Decimal(150), "draft"), ("receipt", Decimal(30), "draft")
    ]  # fmt: skip
    payment = {"reason": "NONE", "bank_account": "B", "payee": "x", "payee_account": "62220202", "amount": "1",
               "due_on": "2026-12-01"}  # fmt: skip
    assert codes(taken(world, "payments", [payment])) == {1: ("reason_unknown", "reason")}


def test_payments_of_a_file_name_what_they_are_for(world: World) -> None:
    order = sales.Order.objects.get(pk=world.order(("CAMERA", 1), ("BATTERY", 2)))
    finance.BankAccount.objects.create(
        company_id=world.company, code="B", name_en="B", name_zh="B", bank_name="A bank", number="6222", holder="ECO",
        currency_id="CNY", account=finance.Account.objects.get(company_id=world.company, code="1002"),
    )  # fmt: skip
    row = {"reason": "REFUND", "bank_account": "B", "payee": "x", "payee_account": "62220202", "amount": "20",
           "due_on": "2026-12-01", "party": world.customer.code, "document_kind": "order"}  # fmt: skip
    found = taken(world, "payments", [
        row | {"document": f"{order.number}/2"}, row | {"document": order.number}, row | {"document": "SO-0"}, row,
        row | {"document": f"{order.number}/2", "amount": "0.01"}, row | {"document_kind": "none", "document": "x"},
    ])  # fmt: skip
    assert codes(found) == {
        3: ("document_unknown", "document"), 4: ("document_missing", "document"), 5: ("beyond_document", "amount"),
        6: ("document_unknown", "document"),
    }  # fmt: skip
    assert list(finance.PaymentRequest.objects.order_by("id").values_list("document_number", flat=True)) == [
        f"{order.number}/2", order.number,
    ]  # fmt: skip


@pytest.mark.slow
def test_statements_are_taken_whole_under_the_names_of_their_platform(world: World) -> None:
    agree(world, columns={"order_no": "订单编号", "gross": "收入"}, fees={"佣金": "commission"})
    orders = [world.order(state="reviewed") for _n in range(3)]
    rows = []
    for order in orders:
        row = paid(world, order)
        rows.append({"shop": "S1", "number": "PS1", "订单编号": row["order_no"], "收入": row["gross"],
                     "佣金": row["commission"], "settled_on": "2026-11-20"})  # fmt: skip
    spoilt = [row | {"number": "PS2"} for row in rows[:2]]
    spoilt[1] = spoilt[1] | {"收入": "much"}
    found = taken(world, "statements", [*rows, *spoilt, rows[0] | {"shop": "NONE"}])
    assert (found.succeeded, found.unknown) == (3, [])
    assert codes(found) == {4: ("set_rejected", ""), 5: ("bad_value", "gross"), 6: ("not_found", "shop")}
    one = Statement.objects.get()
    assert (one.platform_number, one.lines, one.first_on) == ("PS1", 3, date(2026, 11, 20))
    assert taken(world, "statements", [*rows], checks=False).counts == {"unchanged": 3}, "the same statement once more"
    spoilt[1] = rows[1] | {"number": "PS2"}
    assert taken(world, "statements", spoilt).counts == {"taken": 2}
    changed = taken(world, "statements", [rows[0]])
    assert codes(changed) == {1: ("invalid", "")}, "other content under a number that is there"
