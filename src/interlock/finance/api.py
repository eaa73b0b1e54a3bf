"""The door of finance: events, posting, vouchers, the close, and what the books say."""

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
from .models import Account, BankReceipt, Close, CloseReport, PostingRule, Voucher
from .operations.close import close_check, close_periods, open_periods
from .operations.close_months import close_month, close_months, close_of, reopen_months
from .operations.create import NewBooks, complete_books, create_books, open_periods_of_year
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
from .operations.vouchers import ManualLine, ManualVoucher, post_voucher, post_vouchers, seal_vouchers
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
from .queries.trace import EventTrace, PendingEvent, events_of, pending_events

__all__ = [
    "CLOSE_FIGURES",
    "CLOSE_FINDINGS",
    "CLOSE_KINDS",
    "CLOSE_SIDES",
    "CLOSE_STEPS",
    "Account",
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
    "EventLines",
    "EventTrace",
    "ManualLine",
    "ManualVoucher",
    "NewBooks",
    "NewReceipt",
    "PendingEvent",
    "PostingRule",
    "ReceiptsResult",
    "Reversed",
    "TrialBalanceRow",
    "Voucher",
    "VoucherLine",
    "VoucherRow",
    "WrittenLines",
    "account_ledger",
    "close_check",
    "close_month",
    "close_months",
    "close_of",
    "close_periods",
    "close_step",
    "checklist",
    "collecting_vouchers",
    "complete_books",
    "create_books",
    "events_of",
    "export_beancount",
    "import_receipts",
    "open_periods",
    "open_periods_of_year",
    "open_receipts",
    "pending_events",
    "post_events",
    "post_pending",
    "post_voucher",
    "post_vouchers",
    "posting_days",
    "record_events",
    "record_receipts",
    "reopen_months",
    "report_file",
    "report_of",
    "report_pdf",
    "seal_vouchers",
    "tie_receipts",
    "trial_balance",
    "voucher_lines",
    "vouchers",
]
