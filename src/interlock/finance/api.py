"""The door of finance: events, posting, vouchers, the close, and what the books say."""

from .allocation.running import Plan as AllocationPlan
from .allocation.running import plan_allocations, reverse_allocations, run_allocations, shares_of
from .audit.fields import TABLES as AUDIT_TABLES
from .audit.writing import AUDIT, export_audit
from .banking.documents import PAYABLE, PayableDocument, expects_receipts, payable, payable_by_number
from .banking.matching import Said, assign_bank_lines, book_bank_lines, match_bank_lines, open_lines
from .banking.payments import (
    NewPayment,
    approve_payments,
    cancel_payments,
    reject_payments,
    save_payments,
    submit_payments,
)
from .banking.receiving import match_statements
from .banking.reconciling import Reconciliation, UnderWay, reconcile
from .banking.runs import PaidDocument, RunAnswer, answer_runs, apply_statuses, make_payment_runs, paid_documents
from .banking.sending import ask_banks, resend_messages
from .banking.sending import send_due as send_to_banks_due
from .banking.statements import NewStatement, import_statements, record_statements
from .banking.unmatching import post_taken_back, take_back_bank_lines, unmatch_bank_lines
from .banking.withdrawing import withdraw_runs
from .budgets import ledger as budget_ledger
from .budgets.incentives import NewUse, rates_of, use_incentives
from .budgets.keeping import BUDGET_CHANGE, NewBudget, NewBudgetLine, close_budgets, save_budgets
from .budgets.reading import read_budgets, use_budgets
from .closing.checklist import Answer as CloseAnswer
from .closing.checklist import Figures as CloseFigures
from .closing.checklist import Finding as CloseFinding
from .closing.checklist import Scope as CloseScope
from .closing.checklist import close_step
from .closing.pdf import pdf_of as report_pdf
from .closing.report import report_file, report_of
from .closing.words import FIGURES as CLOSE_FIGURES
from .closing.words import FINDINGS as CLOSE_FINDINGS
from .closing.words import KINDS as CLOSE_KINDS
from .closing.words import SIDES as CLOSE_SIDES
from .closing.words import STEPS as CLOSE_STEPS
from .credit import ledger as credit_ledger
from .expenses.claims import NewClaim, NewClaimLine, save_claims, submit_claims, withdraw_claims
from .expenses.paying import settle_claims, take_in_invoices, work_claims
from .expenses.posting import post_claims, reverse_claims
from .expenses.reviewing import approve_claims, needs_claim_approval, refuse_claims
from .fees.accruing import accrue_fees, accrue_sealed
from .fees.collecting import collects, share_of
from .fees.settling import due_of, settle_collected, settle_fees
from .gateways.tax import Reply as TaxReply
from .invoicing.answering import take_answers
from .invoicing.asking import Invoiced, invoiced
from .invoicing.byrule import request_by_rule
from .invoicing.messages import companies_waiting, retry_messages, send_due
from .invoicing.orders import OrderLine, tells_orders
from .invoicing.reading import ReadInvoice, read_invoice
from .invoicing.receiving import (
    Received,
    ask_tax_office,
    deduct_invoices,
    keep_invoice,
    receive_invoices,
    tax_month_of,
    verify_invoices,
)
from .invoicing.requesting import merge_invoices, request_invoices, request_order_invoices
from .invoicing.revenue import Buyer
from .invoicing.reversing import cancel_invoices, request_red_letters
from .invoicing.sending import send_invoices
from .models import (
    Account,
    AccountDimension,
    AccountStatement,
    AllocationLine,
    AllocationRule,
    AllocationRun,
    AllocationTarget,
    BankAccount,
    BankGateway,
    BankLine,
    BankMapping,
    BankMessage,
    BankReceipt,
    BankRule,
    BankStatement,
    BankUse,
    Budget,
    BudgetBalance,
    BudgetChange,
    BudgetEntry,
    BudgetLine,
    BudgetThreshold,
    CityClass,
    Close,
    CloseReport,
    CreditBalance,
    CreditEntry,
    CreditGroup,
    CreditLimit,
    CreditRelease,
    CreditTerm,
    CreditThreshold,
    Dimension,
    DimensionValue,
    DunningLetter,
    DunningLevel,
    Employee,
    ExchangeRate,
    ExpenseClaim,
    ExpenseKind,
    ExpenseLimit,
    ExpenseLine,
    Fee,
    FeeEntry,
    FeeKind,
    FeePolicy,
    GatewayMessage,
    InputInvoice,
    InvoiceRule,
    ItemAccount,
    ItemApplication,
    ItemDocument,
    ItemRule,
    ItemShop,
    OpenItem,
    PaymentReason,
    PaymentRequest,
    PaymentRun,
    PostingRule,
    ReportAccount,
    ReportLine,
    Statistic,
    TaxInvoice,
    TaxInvoiceLine,
    TaxInvoicePart,
    TaxMonth,
    TaxRegistration,
    Voucher,
    VoucherDraft,
    VoucherTemplate,
    YearClosing,
)
from .models import Share as CreditShare
from .openitems.aging import BUCKETS as AGING_BUCKETS
from .openitems.aging import PartyStatement, aging, applications_of, open_items_of, party_statement
from .openitems.applying import NewApplication, apply_items, undo_applications
from .openitems.documents import NewItemDocument, NewItemLine, cancel_item_documents, save_item_documents
from .openitems.making import ItemOrigin, keep_items
from .openitems.payables import BILL_REASONS
from .openitems.posting import post_item_documents, reverse_item_documents
from .openitems.proposing import Proposal, apply_by_rules, propose
from .openitems.revaluing import ItemInCurrency, items_in_currency, revalue_items
from .openitems.stating import (
    PartyAnswer,
    answer_statements,
    clear_statements,
    draw_statements,
    parties_to_state,
    send_statements,
    statement_behind,
    statement_token,
)
from .operations.cash import assign_cash_items
from .operations.close import close_check, close_periods, open_periods
from .operations.close_months import close_month, close_months, close_of, closes_of, count_before_close, reopen_months
from .operations.count_dimensions import count_dimensions
from .operations.create import (
    NewBooks,
    complete_bank_rules,
    complete_books,
    create_books,
    create_reports,
    open_periods_of_year,
)
from .operations.credit_facts import (
    NewRelease,
    end_releases,
    expire_releases,
    read_credit_payments,
    record_credit_payments,
    released_documents,
    revalue_credit,
    write_releases,
)
from .operations.credit_limits import CREDIT_LIMIT, NewLimit, set_credit_limits, turn_limits
from .operations.credit_terms import NewAdjustment, NewTerms, adjust_credit, set_credit_terms
from .operations.currencies import InCurrency, accounts_in_currency, revalue_accounts
from .operations.drafts import NewDraft, NewDraftLine, cancel_drafts, save_drafts, send_back_drafts, submit_drafts
from .operations.drafts_import import COLUMNS as DRAFT_COLUMNS
from .operations.drafts_import import DraftsResult, import_drafts, read_amount
from .operations.dunning import customers_to_dun, send_dunning_letters, write_dunning_letters
from .operations.open_books import open_years, set_up_books
from .operations.post import post_events, post_pending
from .operations.receipts import (
    BANK,
    NewReceipt,
    ReceiptsResult,
    chosen_receipts,
    import_receipts,
    names_in,
    on_ledger,
    open_receipts,
    record_receipts,
    tie_receipts,
)
from .operations.record import EventLines, Reversed, WrittenLines, posting_days, record_events
from .operations.recurring import due_templates, make_recurring
from .operations.review import TYPED, post_drafts, reverse_vouchers
from .operations.rules import NewRule, end_rules, refused_rules, save_rules
from .operations.vouchers import ManualLine, ManualVoucher, post_voucher, post_vouchers, seal_vouchers
from .operations.year import close_years, reopen_years
from .queries.automatic import AutomaticShare, automatic_share
from .queries.beancount import export_beancount
from .queries.books import (
    AccountMove,
    TrialBalanceRow,
    VoucherLine,
    VoucherRow,
    account_ledger,
    collecting_vouchers,
    trial_balance,
    voucher_lines,
    vouchers,
)
from .queries.closing import Checklist, ChecklistStep, checklist
from .queries.columns import Span, in_columns, side_by_side, spans_of
from .queries.dimensions import DIMENSIONS, Analysis, analyse, lines_of, names_of
from .queries.group import Group, Member, Pair, Unmatched, consolidate
from .queries.late import late_months
from .queries.rehearsal import Rehearsal, rehearse_rules
from .queries.rules import Candidate, Case, explain_event
from .queries.statements import (
    Statement,
    StatementAccount,
    StatementLine,
    account_columns,
    balance_sheet,
    cash_columns,
    cash_flow,
    income_statement,
    sub_ledger,
)
from .queries.taxes import TaxSummary, match_revenue, not_matched, tax_summary
from .queries.trace import EventTrace, PendingEvent, events_of, pending_events

ALLOCATION_BASES = tuple(AllocationRule.Basis.choices)

__all__ = [
    "AGING_BUCKETS", "ALLOCATION_BASES", "AUDIT", "AUDIT_TABLES", "Account", "AccountDimension", "AccountMove",
    "AccountStatement", "AllocationLine", "AllocationPlan", "AllocationRule", "AllocationRun", "AllocationTarget",
    "Analysis", "AutomaticShare", "BANK", "BILL_REASONS", "BUDGET_CHANGE", "BankAccount", "BankGateway", "BankLine",
    "BankMapping", "BankMessage", "BankReceipt", "BankRule", "BankStatement", "BankUse", "Budget", "BudgetBalance",
    "BudgetChange", "BudgetEntry", "BudgetLine", "BudgetThreshold", "Buyer", "CLOSE_FIGURES", "CLOSE_FINDINGS",
    "CLOSE_KINDS", "CLOSE_SIDES", "CLOSE_STEPS", "CREDIT_LIMIT", "Candidate", "Case", "Checklist", "ChecklistStep",
    "CityClass", "Close", "CloseAnswer", "CloseFigures", "CloseFinding", "CloseReport", "CloseScope", "CreditBalance",
    "CreditEntry", "CreditGroup", "CreditLimit", "CreditRelease", "CreditShare", "CreditTerm", "CreditThreshold",
    "DIMENSIONS", "DRAFT_COLUMNS", "Dimension", "DimensionValue", "DraftsResult", "DunningLetter", "DunningLevel",
    "Employee", "EventLines", "EventTrace", "ExchangeRate", "ExpenseClaim", "ExpenseKind", "ExpenseLimit",
    "ExpenseLine", "Fee", "FeeEntry", "FeeKind", "FeePolicy", "GatewayMessage", "Group", "InCurrency", "InputInvoice",
    "InvoiceRule", "Invoiced", "ItemAccount", "ItemApplication", "ItemDocument", "ItemInCurrency", "ItemOrigin",
    "ItemRule", "ItemShop", "ManualLine", "ManualVoucher", "Member", "NewAdjustment", "NewApplication", "NewBooks",
    "NewBudget", "NewBudgetLine", "NewClaim", "NewClaimLine", "NewDraft", "NewDraftLine", "NewItemDocument",
    "NewItemLine", "NewLimit", "NewPayment", "NewReceipt", "NewRelease", "NewRule", "NewStatement", "NewTerms",
    "NewUse", "OpenItem", "OrderLine", "PAYABLE", "PaidDocument", "Pair", "PartyAnswer", "PartyStatement",
    "PayableDocument", "PaymentReason", "PaymentRequest", "PaymentRun", "PendingEvent", "PostingRule", "Proposal",
    "ReadInvoice", "ReceiptsResult", "Received", "Reconciliation", "Rehearsal", "ReportAccount", "ReportLine",
    "Reversed", "RunAnswer", "Said", "Span", "Statement", "StatementAccount", "StatementLine", "Statistic", "TYPED",
    "TaxInvoice", "TaxInvoiceLine", "TaxInvoicePart", "TaxMonth", "TaxRegistration", "TaxReply", "TaxSummary",
    "TrialBalanceRow", "UnderWay", "Unmatched", "Voucher", "VoucherDraft", "VoucherLine", "VoucherRow",
    "VoucherTemplate", "WrittenLines", "YearClosing", "account_columns", "account_ledger", "accounts_in_currency",
    "accrue_fees", "accrue_sealed", "adjust_credit", "aging", "analyse", "answer_runs", "answer_statements",
    "applications_of", "apply_by_rules", "apply_items", "apply_statuses", "approve_claims", "approve_payments",
    "ask_banks", "ask_tax_office", "assign_bank_lines", "assign_cash_items", "automatic_share", "balance_sheet",
    "book_bank_lines", "budget_ledger", "cancel_drafts", "cancel_invoices", "cancel_item_documents", "cancel_payments",
    "cash_columns", "cash_flow", "checklist", "chosen_receipts", "clear_statements", "close_budgets", "close_check",
    "close_month", "close_months", "close_of", "close_periods", "close_step", "close_years", "closes_of",
    "collecting_vouchers", "collects", "companies_waiting", "complete_bank_rules", "complete_books", "consolidate",
    "count_before_close", "count_dimensions", "create_books", "create_reports", "credit_ledger", "customers_to_dun",
    "deduct_invoices", "draw_statements", "due_of", "due_templates", "end_releases", "end_rules", "events_of",
    "expects_receipts", "expire_releases", "explain_event", "export_audit", "export_beancount", "import_drafts",
    "import_receipts", "import_statements", "in_columns", "income_statement", "invoiced", "items_in_currency",
    "keep_invoice", "keep_items", "late_months", "lines_of", "make_payment_runs", "make_recurring", "match_bank_lines",
    "match_revenue", "match_statements", "merge_invoices", "names_in", "names_of", "needs_claim_approval",
    "not_matched", "on_ledger", "open_items_of", "open_lines", "open_periods", "open_periods_of_year", "open_receipts",
    "open_years", "paid_documents", "parties_to_state", "party_statement", "payable", "payable_by_number",
    "pending_events", "plan_allocations", "post_claims", "post_drafts", "post_events", "post_item_documents",
    "post_pending", "post_taken_back", "post_voucher", "post_vouchers", "posting_days", "propose", "rates_of",
    "read_amount", "read_budgets", "read_credit_payments", "read_invoice", "receive_invoices", "reconcile",
    "record_credit_payments", "record_events", "record_receipts", "record_statements", "refuse_claims", "refused_rules",
    "rehearse_rules", "reject_payments", "released_documents", "reopen_months", "reopen_years", "report_file",
    "report_of", "report_pdf", "request_by_rule", "request_invoices", "request_order_invoices", "request_red_letters",
    "resend_messages", "retry_messages", "revalue_accounts", "revalue_credit", "revalue_items", "reverse_allocations",
    "reverse_claims", "reverse_item_documents", "reverse_vouchers", "run_allocations", "save_budgets", "save_claims",
    "save_drafts", "save_item_documents", "save_payments", "save_rules", "seal_vouchers", "send_back_drafts",
    "send_due", "send_dunning_letters", "send_invoices", "send_statements", "send_to_banks_due", "set_credit_limits",
    "set_credit_terms", "set_up_books", "settle_claims", "settle_collected", "settle_fees", "share_of", "shares_of",
    "side_by_side", "spans_of", "statement_behind", "statement_token", "sub_ledger", "submit_claims", "submit_drafts",
    "submit_payments", "take_answers", "take_back_bank_lines", "take_in_invoices", "tax_month_of", "tax_summary",
    "tells_orders", "tie_receipts", "trial_balance", "turn_limits", "undo_applications", "unmatch_bank_lines",
    "use_budgets", "use_incentives", "verify_invoices", "voucher_lines", "vouchers", "withdraw_claims", "withdraw_runs",
    "work_claims", "write_dunning_letters", "write_releases",
]  # fmt: skip
