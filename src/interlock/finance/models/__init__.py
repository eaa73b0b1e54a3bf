from .bank import BankReceipt
from .books import Account, AccountBalance, JournalLine, Voucher, VoucherTotal
from .closing import Close, ClosePolicy, CloseReport, CloseStep
from .currencies import CurrencyBalance, CurrencyLine, ExchangeRate, Revaluation
from .drafts import (
    AccountDimension,
    Dimension,
    DimensionValue,
    VoucherDraft,
    VoucherDraftLine,
    VoucherTemplate,
    VoucherTemplateLine,
)
from .events import Event, EventLine, EventPending, PostingRule, Reversal
from .reports import ReportAccount, ReportLine, YearClosing

__all__ = [
    "Account",
    "AccountBalance",
    "AccountDimension",
    "BankReceipt",
    "Close",
    "ClosePolicy",
    "CloseReport",
    "CloseStep",
    "CurrencyBalance",
    "CurrencyLine",
    "Dimension",
    "DimensionValue",
    "Event",
    "EventLine",
    "EventPending",
    "ExchangeRate",
    "JournalLine",
    "PostingRule",
    "ReportAccount",
    "ReportLine",
    "Revaluation",
    "Reversal",
    "Voucher",
    "VoucherDraft",
    "VoucherDraftLine",
    "VoucherTemplate",
    "VoucherTemplateLine",
    "VoucherTotal",
    "YearClosing",
]
