"""The interface offers everything, or says why not: every operation has an address, every document and master a kind.

A new operation or master that is forgotten fails here; so does a reason for what is there by now, or is no more.
"""

from __future__ import annotations

from django.contrib import admin

from interlock.core.api import OPERATIONS
from interlock.web.api.declared import ACTS, DOCUMENTS, MASTERS
from interlock.web.http import api

SYSTEM = "the system's own: jobs call it on what they read"
OWN_DOOR = "its own addresses work it in parts: see http.py and http_messages.py"
RIGHTS = "people and what they may do are kept by a person who signed in: a lost token gives nobody a right"
WHILE_TYPING = "the sheet of somebody who types; a program makes orders at once"
PAPER = "how paper looks is tried and seen on its page"
GATEWAY = "what a bank or the tax office answers comes through its gateway, with its proof"

NO_ADDRESS = {
    "core.attach_files": "a file comes with the form of a document's page, which reads what kind it is",
    "core.change_letterhead": PAPER, "core.change_templates": PAPER,
    **dict.fromkeys(
        ("core.change_roles", "core.decide_lines", "core.explain_conflicts", "core.give_roles", "core.limit_people",
         "core.limit_roles", "core.make_roles", "core.sign_reviews", "core.start_reviews", "core.take_roles"), RIGHTS,
    ),
    **dict.fromkeys(
        ("core.raise_alerts", "core.raise_notices", "core.settle_notices", "finance.expire_releases",
         "finance.record_credit_payments", "finance.revalue_credit", "finance.turn_limits", "finance.post_vouchers",
         "sales.tell_changes"), SYSTEM,
    ),
    "core.read_notices": "one's own notices: read where they are shown",
    **dict.fromkeys(
        ("finance.answer_runs", "finance.apply_statuses", "finance.ask_tax_office", "finance.retry_messages",
         "finance.take_answers"), GATEWAY,
    ),
    **dict.fromkeys(
        ("sales.discard_order_drafts", "sales.save_order_drafts", "sales.submit_order_drafts"), WHILE_TYPING
    ),
    **dict.fromkeys(
        ("sales.import_orders", "sales.open_feeds", "web.receive_batch", "web.receive_messages"), OWN_DOOR
    ),
    "sales.open_statements": "a statement comes as the platform's file, which is kept as it came",
    "sales.share_orders": "notes that somebody took the link from the page",
    "sales.show_buyers": "who looked at a buyer's data is noted where it is shown; programs hold their own",
}  # fmt: skip

STANDARD = "an international code that all companies share; its standard adds to it, no program does"
WITH_ROWS = "a head with rows that hold together only as a whole: kept in the workplace, or by a file of its own"
BOUGHT = "money leaves by it: whose account it is, a person enters who signed in, or a file under their name"
SAFETY = "who may do what and what is kept of it: by a person who signed in, never by a token"

NO_KIND = {
    **dict.fromkeys(
        ("auth.Group", "core.Membership", "core.Retention", "core.SecondFactorRule", "core.User",
         "finance.BankGateway", "finance.TaxRegistration"), SAFETY,
    ),
    "finance.Employee": BOUGHT,
    **dict.fromkeys(
        ("core.ApprovalRoute", "finance.AllocationRule", "finance.ReportLine", "finance.VoucherTemplate", "items.Bom",
         "sales.Coupon", "sales.Promotion", "sales.StatementMapping", "finance.BankMapping"), WITH_ROWS,
    ),
    "core.Company": "made with its books, periods and people, by an administrator, one at a time",
    "core.CustomField": "its type and choices are judged on its form, for all the documents that hold it",
    **dict.fromkeys(("core.Currency", "items.UnitOfMeasure"), STANDARD),
    "finance.ClosePolicy": "one value a policy, there from the start",
}  # fmt: skip


FACT = "comes of other documents and is only inserted; a correction is a document of its own"

#: Kinds that no address makes, and why.
NOT_MADE = {
    **dict.fromkeys(
        ("allocations", "approvals", "deliveries", "differences", "dunning-letters", "account-statements", "fees",
         "fee-entries",
         "item-applications", "open-items",
         "order-changes", "payment-runs", "stock", "tax-invoices", "vouchers",
         "withdrawn-payments"), FACT,
    ),
    "bank-accounts": BOUGHT,
    "feeds": OWN_DOOR,
    "periods": "opened with the year, by years/open",
    "statements": "a statement comes as the platform's file, which is kept as it came",
}  # fmt: skip

#: Kinds of which no address changes one, and why.
NOT_CHANGED = {
    "alerts": "written over by the address that makes them: a row names the alert it takes the place of",
    "bank-accounts": BOUGHT,
    "bank-receipts": FACT,
    "fee-entries": FACT,
    "bank-statements": "kept as the bank said it; its lines are matched by bank-lines",
    "feeds": "kept as it came",
    "stock": FACT,
    "withdrawn-payments": FACT,
}  # fmt: skip


def test_every_kind_is_listed_read_made_and_changed_or_says_why_not() -> None:
    paths = api.get_openapi_schema()["paths"]
    lacking: dict[str, set[str]] = {"list": set(), "read": set(), "make": set(), "change": set()}
    for kind in (*DOCUMENTS, *MASTERS):
        own, steps = f"/api/v1/{kind.path}", [path for path in paths if path.startswith(f"/api/v1/{kind.path}/")]
        offered = {
            "list": "get" in paths[own],
            "read": "get" in paths.get(own + "/{id}", {}),
            "make": "post" in paths[own],
            "change": "patch" in paths[own] or any("post" in paths[step] for step in steps),
        }
        for what, there in offered.items():
            if not there:
                lacking[what].add(kind.path)
    assert lacking == {"list": set(), "read": set(), "make": set(NOT_MADE), "change": set(NOT_CHANGED)}


def test_every_operation_has_an_address_or_a_reason() -> None:
    offered = {act.operation.name for act in ACTS}
    ours = {name for name in OPERATIONS if not name.startswith("test")}
    assert not ours - offered - set(NO_ADDRESS), "neither offered nor with a reason"
    assert not offered & set(NO_ADDRESS), "has both"
    assert not set(NO_ADDRESS) - ours, "there is no such operation any more"
    assert len({act.path for act in ACTS}) == len(ACTS)


def test_every_master_has_a_kind_or_a_reason() -> None:
    kinds = {kind.table._meta.label for kind in (*DOCUMENTS, *MASTERS)}
    ours = ("core", "parties", "items", "stock", "finance", "sales", "auth")
    masters = {model._meta.label for model in admin.site._registry if model._meta.app_label in ours}
    assert not masters - kinds - set(NO_KIND), "neither offered nor with a reason"
    assert not kinds & set(NO_KIND), "has both"
    assert not set(NO_KIND) - masters, "there is no such master any more"
