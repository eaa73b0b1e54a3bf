"""The door of finance: events, posting, vouchers, the close, and what the books say."""

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
from .banking.runs import PaidDocument, RunAnswer, answer_runs, apply_statuses, make_payment_runs, paid_documents
from .banking.sending import ask_banks, resend_messages, send_due
from .banking.statements import NewStatement, import_statements, record_statements
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
from .models import (
    Account,
    AccountDimension,
    BankAccount,
    BankGateway,
    BankLine,
    BankMapping,
    BankMessage,
    BankReceipt,
    BankRule,
    BankStatement,
    BankUse,
    Close,
    CloseReport,
    Dimension,
    DimensionValue,
    PaymentReason,
    PaymentRequest,
    PaymentRun,
    PostingRule,
    ReportAccount,
    ReportLine,
    Voucher,
    VoucherDraft,
    VoucherTemplate,
    YearClosing,
)
from .operations.close import close_check, close_periods, open_periods
from .operations.close_months import close_month, close_months, close_of, reopen_months
from .operations.create import (
    NewBooks,
    complete_bank_rules,
    complete_books,
    create_books,
    create_reports,
    open_periods_of_year,
)
from .operations.drafts import NewDraft, NewDraftLine, cancel_drafts, save_drafts, send_back_drafts, submit_drafts
from .operations.drafts_import import COLUMNS as DRAFT_COLUMNS
from .operations.drafts_import import DraftsResult, import_drafts, read_amount
from .operations.post import post_events, post_pending
from .operations.receipts import (
    NewReceipt,
    ReceiptsResult,
    import_receipts,
    open_receipts,
    record_receipts,
    tie_receipts,
)
from .operations.record import EventLines, Reversed, WrittenLines, posting_days, record_events
from .operations.recurring import due_templates, make_recurring
from .operations.review import post_drafts, reverse_vouchers
from .operations.vouchers import ManualLine, ManualVoucher, post_voucher, post_vouchers, seal_vouchers
from .operations.year import close_years, reopen_years
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
from .queries.rules import Candidate, Case, explain_event
from .queries.statements import (
    Statement,
    StatementAccount,
    StatementLine,
    account_columns,
    balance_sheet,
    income_statement,
    sub_ledger,
)
from .queries.trace import EventTrace, PendingEvent, events_of, pending_events

__all__ = [
    "PAYABLE",
    "PayableDocument",
    "expects_receipts",
    "payable",
    "payable_by_number",
    "Said",
    "assign_bank_lines",
    "book_bank_lines",
    "match_bank_lines",
    "open_lines",
    "NewPayment",
    "approve_payments",
    "cancel_payments",
    "reject_payments",
    "save_payments",
    "submit_payments",
    "match_statements",
    "PaidDocument",
    "RunAnswer",
    "answer_runs",
    "apply_statuses",
    "make_payment_runs",
    "paid_documents",
    "ask_banks",
    "resend_messages",
    "send_due",
    "NewStatement",
    "import_statements",
    "record_statements",
    "BankAccount",
    "BankGateway",
    "BankLine",
    "BankMapping",
    "BankMessage",
    "BankRule",
    "BankStatement",
    "BankUse",
    "PaymentReason",
    "PaymentRequest",
    "PaymentRun",
    "complete_bank_rules",
    "CLOSE_FIGURES",
    "CLOSE_FINDINGS",
    "CLOSE_KINDS",
    "CLOSE_SIDES",
    "CLOSE_STEPS",
    "DRAFT_COLUMNS",
    "Account",
    "AccountDimension",
    "AccountMove",
    "BankReceipt",
    "Checklist",
    "ChecklistStep",
    "Close",
    "CloseAnswer",
    "CloseFigures",
    "CloseFinding",
    "CloseReport",
    "CloseScope",
    "Candidate",
    "Case",
    "Dimension",
    "DimensionValue",
    "DraftsResult",
    "EventLines",
    "EventTrace",
    "ManualLine",
    "ManualVoucher",
    "NewBooks",
    "NewDraft",
    "NewDraftLine",
    "NewReceipt",
    "PendingEvent",
    "PostingRule",
    "ReceiptsResult",
    "Reversed",
    "ReportAccount",
    "ReportLine",
    "Statement",
    "StatementAccount",
    "StatementLine",
    "TrialBalanceRow",
    "Voucher",
    "VoucherDraft",
    "VoucherLine",
    "VoucherRow",
    "WrittenLines",
    "VoucherTemplate",
    "YearClosing",
    "account_columns",
    "account_ledger",
    "balance_sheet",
    "cancel_drafts",
    "close_check",
    "close_month",
    "close_months",
    "close_of",
    "close_periods",
    "close_step",
    "checklist",
    "close_years",
    "collecting_vouchers",
    "complete_books",
    "create_books",
    "create_reports",
    "due_templates",
    "events_of",
    "explain_event",
    "export_beancount",
    "import_drafts",
    "import_receipts",
    "income_statement",
    "make_recurring",
    "open_periods",
    "open_periods_of_year",
    "open_receipts",
    "pending_events",
    "post_drafts",
    "post_events",
    "post_pending",
    "post_voucher",
    "post_vouchers",
    "posting_days",
    "read_amount",
    "record_events",
    "record_receipts",
    "reopen_months",
    "report_file",
    "report_of",
    "report_pdf",
    "reopen_years",
    "reverse_vouchers",
    "save_drafts",
    "seal_vouchers",
    "send_back_drafts",
    "sub_ledger",
    "submit_drafts",
    "tie_receipts",
    "trial_balance",
    "voucher_lines",
    "vouchers",
]
