from .bank import BankReceipt
from .banking import (
    BankAccount,
    BankGateway,
    BankLine,
    BankMapping,
    BankMessage,
    BankReceived,
    BankRule,
    BankStatement,
    BankUse,
)
from .books import Account, AccountBalance, JournalLine, Voucher, VoucherTotal
from .closing import Close, ClosePolicy, CloseReport, CloseStep
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
from .payments import PaymentReason, PaymentRequest, PaymentRun
from .reports import ReportAccount, ReportLine, YearClosing

__all__ = [
    "BankAccount",
    "BankGateway",
    "BankLine",
    "BankMapping",
    "BankMessage",
    "BankReceived",
    "BankRule",
    "BankStatement",
    "BankUse",
    "PaymentReason",
    "PaymentRequest",
    "PaymentRun",
    "Account",
    "AccountBalance",
    "AccountDimension",
    "BankReceipt",
    "Close",
    "ClosePolicy",
    "CloseReport",
    "CloseStep",
    "Dimension",
    "DimensionValue",
    "Event",
    "EventLine",
    "EventPending",
    "JournalLine",
    "PostingRule",
    "ReportAccount",
    "ReportLine",
    "Reversal",
    "Voucher",
    "VoucherDraft",
    "VoucherDraftLine",
    "VoucherTemplate",
    "VoucherTemplateLine",
    "VoucherTotal",
    "YearClosing",
]
