from .bank import BankReceipt
from .books import Account, AccountBalance, JournalLine, Voucher, VoucherTotal
from .events import Event, EventLine, EventPending, PostingRule, Reversal

__all__ = [
    "Account",
    "AccountBalance",
    "BankReceipt",
    "Event",
    "EventLine",
    "EventPending",
    "JournalLine",
    "PostingRule",
    "Reversal",
    "Voucher",
    "VoucherTotal",
]
