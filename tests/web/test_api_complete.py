"""The interface offers everything, or says why not: every operation has an address, every document and master a kind.

A new operation or master that is forgotten fails here; so does a reason for what is there by now, or is no more.
"""

from __future__ import annotations

from django.contrib import admin

from interlock.core.api import OPERATIONS
from interlock.web.api.declared import ACTS, DOCUMENTS, MASTERS

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

A_HANDFUL = "a handful of rows that somebody decides on, kept in the workplace, with its history"
WITH_ROWS = "a head with rows that hold together only as a whole: kept in the workplace, or by a file of its own"
SAFETY = "who may do what and what is kept of it: by a person who signed in, never by a token"

NO_KIND = {
    **dict.fromkeys(
        ("auth.Group", "core.Membership", "core.Retention", "core.SecondFactorRule", "core.User",
         "finance.BankGateway"), SAFETY,
    ),
    **dict.fromkeys(
        ("core.ApprovalRoute", "finance.AllocationRule", "finance.VoucherTemplate", "items.Bom", "sales.Coupon",
         "sales.Promotion", "sales.StatementMapping", "finance.BankMapping"), WITH_ROWS,
    ),
    **dict.fromkeys(
        ("core.Company", "core.Currency", "core.CustomField", "core.Escalation", "finance.BankRule",
         "finance.BudgetThreshold", "finance.CashItemRule", "finance.ClosePolicy", "finance.CreditThreshold",
         "finance.DimensionValue", "finance.DunningLevel", "finance.InvoiceRule", "finance.ReportLine",
         "finance.Statistic", "finance.TaxRegistration", "items.UnitOfMeasure", "sales.FeeKind", "sales.ReviewCheck",
         "sales.Route"), A_HANDFUL,
    ),
}  # fmt: skip


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
