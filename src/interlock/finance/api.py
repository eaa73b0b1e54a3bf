"""The door of finance: events, posting, vouchers, the close, and what the books say."""

from .models import Account, BankReceipt, PostingRule, Voucher
from .operations.close import close_check, close_periods, open_periods
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
from .queries.trace import EventTrace, PendingEvent, events_of, pending_events

__all__ = [
    "Account",
    "AccountMove",
    "BankReceipt",
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
    "close_periods",
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
    "seal_vouchers",
    "tie_receipts",
    "trial_balance",
    "voucher_lines",
    "vouchers",
]
