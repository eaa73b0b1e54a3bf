from .books import Account, AccountBalance, JournalLine, Voucher, VoucherTotal
from .events import Event, EventLine, EventPending, PostingRule

__all__ = [
    "Account",
    "AccountBalance",
    "Event",
    "EventLine",
    "EventPending",
    "JournalLine",
    "PostingRule",
    "Voucher",
    "VoucherTotal",
]
