from .bank import BankReceipt
from .books import Account, AccountBalance, JournalLine, Voucher, VoucherTotal
from .drafts import (
    AccountDimension,
    Dimension,
    DimensionValue,
    VoucherDraft,
    VoucherDraftLine,
    VoucherTemplate,
    VoucherTemplateLine,
)
from .events import Event, EventLine, EventPending, PostingRule
from .reports import ReportAccount, ReportLine, YearClosing

__all__ = [
    "Account",
    "AccountBalance",
    "AccountDimension",
    "BankReceipt",
    "Dimension",
    "DimensionValue",
    "Event",
    "EventLine",
    "EventPending",
    "JournalLine",
    "PostingRule",
    "ReportAccount",
    "ReportLine",
    "Voucher",
    "VoucherDraft",
    "VoucherDraftLine",
    "VoucherTemplate",
    "VoucherTemplateLine",
    "VoucherTotal",
    "YearClosing",
]
