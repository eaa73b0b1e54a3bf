from .bank import BankReceipt
from .books import Account, AccountBalance, JournalLine, Voucher, VoucherTotal
from .closing import Close, ClosePolicy, CloseReport, CloseStep
from .events import Event, EventLine, EventPending, PostingRule, Reversal

__all__ = [
    "Account",
    "AccountBalance",
    "BankReceipt",
    "Close",
    "ClosePolicy",
    "CloseReport",
    "CloseStep",
    "Event",
    "EventLine",
    "EventPending",
    "JournalLine",
    "PostingRule",
    "Reversal",
    "Voucher",
    "VoucherTotal",
]
