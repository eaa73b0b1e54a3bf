from .bank import BankReceipt
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
from .items import ItemAccount, ItemApplication, ItemDocument, ItemDocumentLine, ItemRule, ItemShop, OpenItem
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
    "Dimension",
    "DimensionValue",
    "Event",
    "EventLine",
    "EventPending",
    "ItemAccount",
    "ItemApplication",
    "ItemDocument",
    "ItemDocumentLine",
    "ItemRule",
    "ItemShop",
    "JournalLine",
    "OpenItem",
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
