"""What the interface offers: one line a kind, one a master, one an operation. Everything else follows from these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from ninja import NinjaAPI
from pydantic import Field

from interlock.core import api as core
from interlock.finance import api as finance
from interlock.sales import api as sales
from interlock.stock import api as stock

from .. import exceptions, keeping_alerts
from .. import navigation as nav
from . import acting, masters, own, reading, trace
from .acting import Act
from .kinds import Kind, Lines
from .order_shapes import CHANGES, OrderId, WrittenChange

#: Personal data of buyers is not given out in lists; ``sales.show_buyer`` guards it in the workplace.
BUYER = frozenset({"buyer", "phone", "address", "district"})


def _sees(app: str, *models: str) -> tuple[str, ...]:
    return tuple(f"{app}.{verb}_{model}" for model in models for verb in ("view", "change"))


def _unknown_kinds(_company: int, ready: Mapping[int, Any]) -> dict[int, str]:
    """Answer the escalations of kinds of exceptions that nobody declared."""
    return {number: "unknown_kind" for number, one in ready.items() if one.kind not in exceptions.BY_CODE}


DOCUMENTS = [
    Kind(
        "orders", "sales.Order", nav.ORDERS, custom="order", leave=BUYER, on="order_on", filters=("shop",),
        on_timeline=True, closed=("recognised", "cancelled"), lines=Lines("sales.OrderLine", "order", "OrderLine"),
    ),
    Kind(
        "order-changes", "sales.ChangeDocument", nav.ORDERS, leave=frozenset({"before", "after"}), on="change_on",
        filters=("shop", "order"), on_timeline=True, closed=("applied", "refused", "withdrawn", "outdated"),
        lines=Lines("sales.ChangeLine", "document", "ChangeLine"),
    ),
    Kind(
        "deliveries", "sales.Delivery", nav.DELIVERIES, custom="delivery", on="release_on",
        filters=("warehouse", "shop"),
        on_timeline=True, closed=("recognised", "cancelled"),
        lines=Lines("sales.DeliveryLine", "delivery", "DeliveryLine"),
    ),
    Kind(
        "returns", "sales.Return", nav.RETURNS, custom="return", on="return_on", filters=("shop", "order"),
        on_timeline=True,
        lines=Lines("sales.ReturnLine", "document", "ReturnLine"),
    ),
    Kind("feeds", "sales.Feed", nav.FEEDS),
    Kind(
        "statements", "sales.Statement", nav.SETTLEMENT, on="first_on", filters=("shop",), on_timeline=True,
        leave=frozenset({"rows", "lines"}),
        lines=Lines(
            "sales.StatementLine", "statement", "StatementLine", span=("first_line", "last_line"), inline=False
        ),
    ),
    Kind("differences", "sales.Difference", nav.SETTLEMENT, filters=("shop", "order", "statement", "result")),
    Kind(
        "movements", "stock.Movement", nav.MOVEMENTS, on="movement_on", on_timeline=True,
        lines=Lines("stock.MovementLine", "movement", "MovementLine"),
    ),
    Kind("stock", "stock.Balance", nav.STOCK, name="Balance", filters=("item", "location")),
    Kind(
        "vouchers", "finance.Voucher", nav.BOOKS, on="posting_on", filters=("origin",), leave=frozenset({"lines"}),
        lines=Lines("finance.JournalLine", "voucher", "VoucherLine", inline=False),
    ),
    Kind(
        "voucher-drafts", "finance.VoucherDraft", nav.HAND, custom="draft", on="posting_on", filters=("kind",),
        on_timeline=True, closed=("posted", "cancelled"),
        lines=Lines("finance.VoucherDraftLine", "draft", "VoucherDraftLine"),
    ),
    Kind("tax-invoices", "finance.TaxInvoice", nav.INVOICES, on="requested_on", filters=("kind",), on_timeline=True),
    Kind("input-invoices", "finance.InputInvoice", nav.INPUT_INVOICES, on="issued_on", on_timeline=True),
    Kind(
        "open-items", "finance.OpenItem", nav.ITEMS, on="due_on",
        filters=("account", "party", "direction", "document_id"),
    ),
    Kind("item-applications", "finance.ItemApplication", nav.ITEMS, on="applied_on"),
    Kind(
        "item-documents", "finance.ItemDocument", nav.ITEMS, on="posting_on", filters=("kind", "party", "reference"),
        on_timeline=True, closed=("cancelled", "reversed"),
        lines=Lines("finance.ItemDocumentLine", "document", "ItemDocumentLine"),
    ),
    Kind("bank-receipts", "finance.BankReceipt", nav.BANK, on="received_on", filters=("reference",)),
    Kind(
        "budgets", "finance.Budget", nav.BUDGETS, on="starts_on", filters=("kind", "code"), on_timeline=True,
        closed=("closed",), lines=Lines("finance.BudgetLine", "budget", "BudgetLine"),
    ),
    Kind(
        "allocations", "finance.AllocationRun", nav.ALLOCATIONS, on="month", filters=("rule",), on_timeline=True,
        closed=("reversed",), lines=Lines("finance.AllocationLine", "allocation", "AllocationLine"),
    ),
    Kind(
        "dunning-letters", "finance.DunningLetter", nav.DUNNING, on="written_on", filters=("party",),
        lines=Lines("finance.DunningItem", "letter", "DunningItem"),
    ),
    Kind("account-statements", "finance.AccountStatement", nav.ACCOUNT_STATEMENTS, on="last_on", filters=("party",)),
    Kind(
        "bank-statements", "finance.BankStatement", nav.CASH, on="stated_on", filters=("bank_account",),
        leave=frozenset({"lines"}),
        lines=Lines(
            "finance.BankLine", "statement", "BankLine", leave=frozenset({"counterparty_account"}), inline=False
        ),
    ),
    Kind(
        "payments", "finance.PaymentRequest", nav.PAYMENTS, on="due_on",
        filters=("reason", "document_kind", "document_id"),
        leave=frozenset({"payee_account"}), on_timeline=True, closed=("paid", "rejected", "cancelled"),
    ),
    Kind(
        "payment-runs", "finance.PaymentRun", nav.PAYMENTS, on="pay_on", filters=("bank_account",), on_timeline=True,
        closed=("done", "refused", "withdrawn"),
    ),
    Kind("withdrawn-payments", "finance.WithdrawnPayment", nav.PAYMENTS, filters=("payment_run", "payment")),
    Kind(
        "bank-accounts", "finance.BankAccount", nav.CASH, leave=frozenset({"number"}),
        filters=("state",),
    ),
    Kind("fees", "finance.Fee", nav.FEES, on="accrued_on", filters=("policy", "party", "beneficiary", "document_id")),
    Kind("fee-entries", "finance.FeeEntry", nav.FEES, on="entered_on", filters=("fee", "voucher", "document_id")),
    Kind(
        "expense-claims", "finance.ExpenseClaim", nav.CLAIMS, on="claimed_on", filters=("employee", "unit", "project"),
        on_timeline=True, closed=("paid", "withdrawn", "reversed"),
        lines=Lines("finance.ExpenseLine", "claim", "ExpenseLine"),
    ),
    # rules are added and ended by operations (see ACTS): one that has posted is never changed in place
    Kind(
        "posting-rules", "finance.PostingRule", _sees("finance", "postingrule"),
        filters=("event_kind", "component"),
    ),
    Kind(
        "approvals", "core.ApprovalRequest", nav.APPROVALS, filters=("kind", "document_id"), on_timeline=True,
        closed=("approved", "rejected", "sent_back", "withdrawn"),
        lines=Lines("core.ApprovalTask", "request", "ApprovalTask"),
    ),
    Kind(
        "alerts", "core.Alert", nav.ALERTS, filters=("list_code", "is_active"),
        leave=frozenset({"next_run_at", "began_at"}),
    ),
    Kind("periods", "core.Period", (*nav.PERIODS, *nav.BOOKS), filters=("module",)),
]  # fmt: skip

MASTERS = [
    Kind("brands", "items.Brand", _sees("items", "brand"), key=("code",)),
    Kind("item-units", "items.ItemUnit", _sees("items", "itemunit"), filters=("item",), key=("item", "unit")),
    Kind("tax-classes", "items.TaxClass", _sees("items", "taxclass"), key=("code",)),
    Kind(
        "tax-rates", "items.TaxRate", _sees("items", "taxrate"), filters=("tax_class",),
        key=("tax_class", "valid_from"),
    ),
    Kind("items", "items.Item", _sees("items", "item"), custom="item", filters=("category", "barcode"), key=("code",)),
    Kind("categories", "items.Category", _sees("items", "category"), key=("code",)),
    Kind("price-lists", "items.PriceList", _sees("items", "pricelist"), key=("code",)),
    Kind(
        "prices", "items.Price", _sees("items", "price"), filters=("price_list", "item"),
        key=("price_list", "item", "valid_from"),
    ),
    Kind(
        "parties", "parties.Party", _sees("parties", "party"), custom="party",
        filters=("group", "uscc", "country"), key=("code",),
    ),
    Kind("party-groups", "parties.PartyGroup", _sees("parties", "partygroup"), key=("code",)),
    Kind("channels", "sales.Channel", _sees("sales", "channel"), key=("code",)),
    Kind("shops", "sales.Shop", _sees("sales", "shop"), custom="shop", filters=("channel",), key=("code",)),
    Kind("listings", "sales.Listing", _sees("sales", "listing"), filters=("shop", "sku"), key=("shop", "sku")),
    Kind("return-reasons", "sales.ReturnReason", _sees("sales", "returnreason"), key=("code",)),
    Kind("warehouses", "stock.Warehouse", _sees("stock", "warehouse"), custom="warehouse", key=("code",)),
    Kind(
        "locations", "stock.Location", _sees("stock", "location"), filters=("warehouse",), key=("warehouse", "code")
    ),
    Kind("accounts", "finance.Account", _sees("finance", "account"), filters=("is_group",), key=("code",)),
    Kind(
        "exchange-rates", "finance.ExchangeRate", _sees("finance", "exchangerate"), filters=("currency",),
        key=("kind", "currency", "valid_on"),
    ),
    Kind("units", "core.Unit", _sees("core", "unit"), key=("code",)),
    Kind("adjustment-reasons", "stock.Reason", _sees("stock", "reason"), key=("code",)),
    Kind("party-roles", "parties.PartyRole", _sees("parties", "partyrole"), key=("party", "role")),
    Kind(
        "addresses", "parties.Address", _sees("parties", "address"), filters=("party",),
        key=("party", "street", "contact"),
    ),
    Kind(
        "party-accounts", "parties.Account", _sees("parties", "account"), name="PartyAccount", filters=("party",),
        key=("party",),
    ),
    Kind("regions", "core.Region", _sees("core", "region"), filters=("level", "parent"), key=("code",)),
    Kind(
        "dictionaries", "core.DictionaryEntry", _sees("core", "dictionaryentry"), filters=("dictionary",),
        key=("dictionary", "code"),
    ),
    Kind("parameters", "core.Parameter", _sees("core", "parameter"), key=("code",)),
    Kind(
        "announcements", "core.Announcement", _sees("core", "announcement"), key=("name_en", "first_on"),
    ),
    Kind("escalations", "core.Escalation", _sees("core", "escalation"), key=("kind",), refuse=_unknown_kinds),
    Kind("fee-kinds", "sales.FeeKind", _sees("sales", "feekind"), key=("code",)),
    Kind(
        "sourcing-routes", "sales.Route", _sees("sales", "route"), filters=("channel", "warehouse"),
        key=("channel", "province", "warehouse"),
    ),
    Kind(
        "review-checks", "sales.ReviewCheck", _sees("sales", "reviewcheck"), filters=("channel",),
        key=("channel", "check_code"), fixed=frozenset({"parameters"}),
    ),
    Kind(
        "dimension-values", "finance.DimensionValue", _sees("finance", "dimensionvalue"), filters=("dimension",),
        key=("dimension", "code"),
    ),
    Kind(
        "required-dimensions", "finance.AccountDimension", _sees("finance", "accountdimension"), filters=("account",),
        key=("account", "dimension"),
    ),
    Kind("payment-reasons", "finance.PaymentReason", nav.PAYMENTS, key=("code",)),
    Kind("expense-kinds", "finance.ExpenseKind", nav.CLAIMS, key=("code",)),
    Kind(
        "expense-limits", "finance.ExpenseLimit", _sees("finance", "expenselimit"), filters=("expense_kind",),
        key=("expense_kind", "grade", "unit", "city_class"),
    ),
    Kind("fee-policies", "finance.FeePolicy", _sees("finance", "feepolicy"), filters=("kind",), key=("code",)),
    Kind("item-accounts", "finance.ItemAccount", _sees("finance", "itemaccount"), key=("account",)),
    Kind("item-shops", "finance.ItemShop", _sees("finance", "itemshop"), key=("unit",)),
    Kind("application-rules", "finance.ItemRule", _sees("finance", "itemrule"), key=("party", "method")),
    Kind(
        "bank-rules", "finance.BankRule", _sees("finance", "bankrule"), key=("direction", "pattern"),
        leave=frozenset({"made_by"}),
    ),
    Kind(
        "invoice-rules", "finance.InvoiceRule", _sees("finance", "invoicerule"), filters=("party",),
        key=("party", "party_group", "unit", "valid_from"),
    ),
    Kind("credit-groups", "finance.CreditGroup", nav.CREDIT, key=("code",), once=frozenset({"currency"})),
    Kind("credit-reminders", "finance.CreditThreshold", _sees("finance", "creditthreshold"), key=("kind", "value")),
    Kind("dunning-levels", "finance.DunningLevel", _sees("finance", "dunninglevel"), key=("level",)),
    Kind(
        "budget-thresholds", "finance.BudgetThreshold", _sees("finance", "budgetthreshold"), filters=("budget",),
        key=("budget", "used_pct", "action"),
    ),
    Kind("statistics", "finance.Statistic", _sees("finance", "statistic"), key=("code", "unit", "month")),
    Kind(
        "cash-item-rules", "finance.CashItemRule", _sees("finance", "cashitemrule"), filters=("account",),
        key=("event_kind", "component", "account"),
    ),
]  # fmt: skip


ACTS = [
    Act("orders", sales.create_orders, rows="orders"),
    Act("orders/review", sales.review_orders),
    Act("orders/release", sales.release_orders),
    Act("orders/amend", sales.amend_orders),
    Act("orders/change", sales.change_orders, shapes=CHANGES),
    Act("orders/write-changes", sales.save_order_changes, shapes={"changes": dict[OrderId, WrittenChange]}),
    Act("order-changes/submit", sales.submit_order_changes),
    Act("order-changes/apply", sales.apply_order_changes),
    Act("order-changes/withdraw", sales.withdraw_order_changes),
    Act("orders/accept-changes", sales.accept_changes),
    Act("orders/dismiss-changes", sales.dismiss_changes),
    Act("orders/cancel", sales.cancel_orders),
    Act("orders/reserve", sales.reserve_orders),
    Act("orders/release-deliveries", sales.release_deliveries),
    Act("orders/revoke-links", sales.revoke_links),
    Act("deliveries/capture-serials", sales.capture_serials),
    Act("deliveries/ship", sales.ship_deliveries),
    Act("deliveries/recognise", sales.recognise_revenue),
    Act("returns", sales.announce_returns, rows="returns"),
    Act("returns/cancel", sales.cancel_returns),
    Act("returns/receive", sales.receive_returns),
    Act("returns/inspect", sales.inspect_returns),
    Act("returns/refund", sales.refund_returns),
    Act("returns/exchange", sales.exchange_returns),
    Act("statements/match", sales.match_statements),
    Act("statements/post", sales.post_statements),
    Act("statements/tie", sales.tie_payouts),
    Act("differences/accept", sales.accept_differences),
    Act("differences/hand-back", sales.hand_back_differences),
    Act("movements", stock.record_movements, rows="movements"),
    Act("movements/post", stock.post_movements),
    Act("orders/release-credit", sales.release_credit),
    Act("differences/rematch", sales.rematch_differences),
    Act("voucher-drafts", finance.save_drafts, rows="drafts"),
    Act("voucher-drafts/send-back", finance.send_back_drafts),
    Act("voucher-templates/repeat", finance.make_recurring),
    Act("accounting-events/post", finance.post_events),
    Act("voucher-drafts/submit", finance.submit_drafts),
    Act("voucher-drafts/post", finance.post_drafts),
    Act("voucher-drafts/cancel", finance.cancel_drafts),
    Act("open-items/apply", finance.apply_items, rows="applications"),
    Act("item-applications/undo", finance.undo_applications),
    Act("item-documents", finance.save_item_documents, rows="documents"),
    Act("item-documents/cancel", finance.cancel_item_documents),
    Act("item-documents/post", finance.post_item_documents),
    Act("item-documents/reverse", finance.reverse_item_documents),
    Act("vouchers/reverse", finance.reverse_vouchers),
    Act("vouchers/seal", finance.seal_vouchers),
    Act("approvals/ask", core.submit_approvals),
    Act("approvals/withdraw", core.withdraw_requests),
    Act("approvals/approve", core.approve_requests),
    Act("approvals/reject", core.reject_requests),
    Act("approvals/send-back", core.send_back_requests),
    Act("approval-delegations", core.delegate_approvals, rows="delegations"),
    Act("approval-delegations/end", core.end_delegations),
    Act("bank-receipts", finance.record_receipts, rows="receipts"),
    Act("expense-claims", finance.save_claims, rows="claims"),
    Act("expense-claims/submit", finance.submit_claims),
    Act("expense-claims/withdraw", finance.withdraw_claims),
    Act("expense-claims/approve", finance.approve_claims),
    Act("expense-claims/refuse", finance.refuse_claims),
    Act("expense-claims/post", finance.post_claims),
    Act("expense-claims/reverse", finance.reverse_claims),
    Act("fees/accrue", finance.accrue_fees),
    Act("fees/settle", finance.settle_fees),
    Act("payments", finance.save_payments, rows="payments"),
    Act("payments/submit", finance.submit_payments),
    Act("payments/approve", finance.approve_payments),
    Act("payments/reject", finance.reject_payments),
    Act("payments/cancel", finance.cancel_payments),
    Act("payments/send", finance.make_payment_runs),
    Act("payment-runs/withdraw", finance.withdraw_runs),
    Act("bank-lines/match", finance.match_bank_lines),
    Act("bank-lines/book", finance.book_bank_lines),
    Act("bank-lines/assign", finance.assign_bank_lines),
    Act("bank-lines/unmatch", finance.unmatch_bank_lines),
    Act("bank-gateways/ask", finance.ask_banks),
    Act("bank-messages/resend", finance.resend_messages),
    Act(
        "custom-fields/set",
        core.set_custom_fields,
        shapes={"kind": Annotated[str, Field(max_length=24)], "values": dict[OrderId, own.Given]},
    ),
    Act("alerts", keeping_alerts.save_alerts, rows="alerts"),
    Act("budgets", finance.save_budgets, rows="budgets"),
    Act("budgets/close", finance.close_budgets),
    Act("incentives/use", finance.use_incentives, rows="uses"),
    Act("allocation-rules/run", finance.run_allocations),
    Act("allocations/reverse", finance.reverse_allocations),
    Act("tax-invoices/request", finance.request_invoices),
    Act("tax-invoices/request-orders", finance.request_order_invoices),
    Act("tax-invoices/send", finance.send_invoices),
    Act("tax-invoices/cancel", finance.cancel_invoices),
    Act("tax-invoices/merge", finance.merge_invoices),
    Act("tax-invoices/request-red-letters", finance.request_red_letters),
    Act("input-invoices", finance.receive_invoices, rows="invoices"),
    Act("input-invoices/verify", finance.verify_invoices),
    Act("input-invoices/deduct", finance.deduct_invoices),
    Act("credit-groups/set-limits", finance.set_credit_limits),
    Act("credit-groups/set-terms", finance.set_credit_terms),
    Act("credit-groups/adjust", finance.adjust_credit),
    Act("bank-statements", finance.record_statements, rows="statements"),
    Act("account-statements/draw", finance.draw_statements),
    Act("account-statements/send", finance.send_statements),
    Act("account-statements/answer", finance.answer_statements),
    Act("account-statements/clear", finance.clear_statements),
    Act("dunning-letters/write", finance.write_dunning_letters),
    Act("dunning-letters/send", finance.send_dunning_letters),
    Act("budgets/use", finance.use_budgets),
    Act("journal-lines/assign-cash-item", finance.assign_cash_items),
    Act("comments/write", core.write_comments),
    Act("attachments/remove", core.remove_attachments),
    Act("interface-messages/push", core.push_messages),
    Act("interface-messages/stop", core.stop_messages),
    Act("webhook-deliveries/replay", core.replay_webhooks),
    Act("posting-rules", finance.save_rules, rows="rules"),
    Act("posting-rules/end", finance.end_rules),
    Act("periods/close", finance.close_periods),
    Act("periods/open", finance.open_periods),
    Act("closes/run", finance.close_months, months=finance.closes_of),
    Act("closes/reopen", finance.reopen_months, months=finance.closes_of),
    Act("currencies/revalue", finance.revalue_accounts),
    Act("open-items/revalue", finance.revalue_items),
    Act("years/open", finance.open_years),
    Act("years/close", finance.close_years),
    Act("years/reopen", finance.reopen_years),
    Act("books/set-up", finance.set_up_books),
]


def install(api: NinjaAPI) -> None:
    """Add every address that is declared here."""
    for kind in (*DOCUMENTS, *MASTERS):
        reading.install(api, kind)
    trace.install(api, DOCUMENTS)
    for kind in MASTERS:
        masters.install(api, kind)
    for act in ACTS:
        acting.install(api, act)
