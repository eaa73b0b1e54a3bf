from .bank import BankReceipt
from .books import Account, AccountBalance, JournalLine, Voucher, VoucherTotal
from .cash import CashAccount, CashBalance, CashItemRule, CashMove
from .closing import Close, ClosePolicy, CloseReport, CloseStep
from .dimensions import CountedVoucher, DimensionTotal
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
from .input_invoices import InputInvoice, InputInvoiceLine
from .invoices import TaxInvoice, TaxInvoiceLine, TaxInvoicePart
from .reports import ReportAccount, ReportLine, YearClosing
from .taxes import GatewayMessage, InvoiceMode, InvoiceRule, TaxMonth, TaxRegistration

__all__ = [
    "Account",
    "AccountBalance",
    "AccountDimension",
    "BankReceipt",
    "CashAccount",
    "CashBalance",
    "CashItemRule",
    "CashMove",
    "Close",
    "ClosePolicy",
    "CloseReport",
    "CloseStep",
    "CountedVoucher",
    "Dimension",
    "DimensionTotal",
    "DimensionValue",
    "Event",
    "EventLine",
    "EventPending",
    "GatewayMessage",
    "InputInvoice",
    "InputInvoiceLine",
    "InvoiceMode",
    "InvoiceRule",
    "JournalLine",
    "PostingRule",
    "ReportAccount",
    "ReportLine",
    "Reversal",
    "Voucher",
    "TaxInvoice",
    "TaxInvoiceLine",
    "TaxInvoicePart",
    "TaxMonth",
    "TaxRegistration",
    "VoucherDraft",
    "VoucherDraftLine",
    "VoucherTemplate",
    "VoucherTemplateLine",
    "VoucherTotal",
    "YearClosing",
]
