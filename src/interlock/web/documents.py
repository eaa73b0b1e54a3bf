"""Every kind of document, a line each: its page, who sees it, and what it is printed as.

Files, comments, mentions and paper follow from this; nothing of them is written again for a kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest

from interlock.core.api import DocumentKind, declare_document, scopes
from interlock.finance import api as finance
from interlock.sales import api as sales

from .access import Desk, open_document
from .navigation import (
    ACCOUNT_STATEMENTS,
    BOOKS,
    CASH,
    CLAIMS,
    DELIVERIES,
    DUNNING,
    HAND,
    INPUT_INVOICES,
    INVOICES,
    ITEMS,
    MY_CLAIMS,
    ORDERS,
    PAYMENTS,
    RETURNS,
    SETTLEMENT,
)


@dataclass(frozen=True)
class Document:
    """A kind of document at the workplace: ``page`` is its address by id, ``forms`` the paper it is printed on."""

    kind: DocumentKind
    page: str
    forms: tuple[str, ...]


DOCUMENTS: dict[str, Document] = {}


def document(code: str, model: Any, page: str, permissions: Sequence[str], *forms: str) -> None:
    DOCUMENTS[code] = Document(declare_document(code, model, permissions), page, forms)


document("order", sales.Order, "web:order", ORDERS, "order_confirmation")
document("order_change", sales.ChangeDocument, "web:order-change-document", ORDERS, "order_change")
document("delivery", sales.Delivery, "web:delivery", (*DELIVERIES, *ORDERS), "delivery_note", "pick_list")
document("return", sales.Return, "web:return", (*RETURNS, *ORDERS), "return_note")
document("statement", sales.Statement, "web:statement", SETTLEMENT)
document("voucher", finance.Voucher, "web:voucher", BOOKS, "voucher")
document("draft", finance.VoucherDraft, "web:draft", HAND, "voucher")
document("tax_invoice", finance.TaxInvoice, "web:tax-invoice", INVOICES, "tax_invoice")
document("input_invoice", finance.InputInvoice, "web:input-invoice", INPUT_INVOICES)
document("dunning", finance.DunningLetter, "web:dunning-letter", DUNNING, "dunning_letter")
document(
    "account_statement", finance.AccountStatement, "web:account-statement", ACCOUNT_STATEMENTS, "account_statement"
)
document("item_document", finance.ItemDocument, "web:item-document", ITEMS)
document("expense_claim", finance.ExpenseClaim, "web:expense", CLAIMS, "expense_claim")
document("payment", finance.PaymentRequest, "web:payment", PAYMENTS)
document("payment_run", finance.PaymentRun, "web:payment-run", PAYMENTS)
document("bank_statement", finance.BankStatement, "web:bank-statement", CASH)


#: The page of each kind by id, those of stock among them.
PAGES = {code: one.page for code, one in DOCUMENTS.items()} | {"movement": "web:movement"}

#: Kinds that a person also prints of their own, with the right to write them: whose it is.
OWN: dict[str, tuple[str, tuple[str, ...]]] = {"expense_claim": ("claimant_id", MY_CLAIMS)}


def sit_at(request: HttpRequest, desk: Desk, code: str, document_id: int, *, own: bool = False) -> Any:
    """Sit down at a document of any kind; answers its row. What is not ours or not there is 404.

    ``own``: what is one's own by ``OWN`` is enough.
    """
    found = DOCUMENTS.get(code)
    row: Any = found.kind.model._default_manager.filter(pk=document_id).first() if found else None
    if found is None or row is None:
        raise Http404
    whose, rights = OWN.get(code, ("", ()))
    mine = own and whose and getattr(row, whose) == desk.user_id
    if not mine and not scopes.sees(desk.actor, found.kind.model._meta.label, document_id):
        raise Http404
    open_document(request, desk, row.company_id, *(rights if mine else found.kind.permissions))
    return row


__all__ = ["DOCUMENTS", "PAGES", "Document", "sit_at"]
