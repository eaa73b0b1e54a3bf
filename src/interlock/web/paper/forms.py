"""The forms: which sheet each is made of, and how sheets become a PDF in a language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from interlock.core.api import Company, PaperForm, declare_form, print_form, qr_code

from . import books, changes, claims, credit, taxes, trade
from .sheets import column, sheet

HERE = Path(__file__).parent
LANGUAGES = ("en", "zh-hans")
#: form → its name
FORM_WORDS: dict[str, Any] = {
    "order_confirmation": _("Order confirmation"),
    "order_change": _("Order change"),
    "delivery_note": _("Delivery note"),
    "pick_list": _("Pick list"),
    "return_note": _("Return note"),
    "voucher": _("Voucher"),
    "tax_invoice": _("Tax invoice"),
    "invoicing_details": _("Invoicing details"),
    "dunning_letter": _("Dunning letter"),
    "account_statement": _("Statement of account"),
    "expense_claim": _("Expense claim"),
}
Build = Callable[[Company, int, bool], dict[str, Any]]
#: (form, kind of document) → its sheet: company, document, whether the buyer is named in full
SHEETS: dict[tuple[str, str], Build] = {
    ("order_confirmation", "order"): trade.order_confirmation,
    ("order_change", "order_change"): changes.order_change,
    ("delivery_note", "delivery"): trade.delivery_note,
    ("pick_list", "delivery"): trade.pick_list,
    ("return_note", "return"): trade.return_note,
    ("voucher", "voucher"): books.voucher,
    ("voucher", "draft"): books.draft,
    ("tax_invoice", "tax_invoice"): taxes.tax_invoice,
    ("dunning_letter", "dunning"): credit.dunning_letter,
    ("account_statement", "account_statement"): credit.account_statement,
    ("expense_claim", "expense_claim"): claims.expense_claim,
}


def printed(
    company: Company,
    form: str,
    kind: str,
    ids: Sequence[int],
    *,
    language: str,
    base: str,
    full: bool = False,
    each: Callable[[], None] = lambda: None,
) -> bytes:
    """Answer documents as one PDF; ``base`` is the site's address, which the QR codes open.

    Personal data of buyers is written out only where ``full`` is asked for. ``each`` is called after each document.
    """
    with override(language):
        sheets = []
        for one in ids:
            sheets.append(SHEETS[form, kind](company, one, full))
            each()
        codes = {one: qr_code(base.rstrip("/") + reverse("web:document", args=[one])) for one in ids}
        return print_form(int(company.pk), form, _data(form, sheets, language), _beside(codes))


def invoicing_details(company: Company, *, language: str) -> bytes:
    """Answer what a supplier needs to make an invoice out to us; its QR code holds the same as text."""
    with override(language):
        made = taxes.invoicing_details(company)
        text = "\n".join(f"{label}: {told}" for label, told in made["facts"])
        return print_form(int(company.pk), "invoicing_details", _data("invoicing_details", [made], language),
                          _beside({int(made["id"]): qr_code(text)}))  # fmt: skip


def _data(form: str, sheets: Sequence[dict[str, Any]], language: str) -> dict[str, Any]:
    return {
        "language": "zh" if language.startswith("zh") else "en",
        "title": f"{FORM_WORDS[form]} {sheets[0]['number'] if sheets else ''}",
        "documents": [one | {"qr": f"qr-{one['id']}.svg"} for one in sheets],
    }


def _beside(codes: dict[int, bytes]) -> dict[str, bytes]:
    pictures = {f"qr-{one}.svg": code for one, code in codes.items()}
    return pictures | {"base.typ": (HERE / "base.typ").read_bytes()}


def sample() -> tuple[dict[str, Any], dict[str, bytes]]:
    """Answer what a company's own template is tried with: two documents, one of many lines, and awkward texts."""
    company = Company(
        pk=0, code="SAMPLE", name_en="Sample & Sons #1 *Ltd*", name_zh="样品公司", uscc="91330000000000000X"
    )
    columns = [column("#", figure=True), column("Item"), column("Name", wide=True), column("Amount", figure=True)]
    rows = [[place, f"ITEM-{place}", "门锁 #set page() $x$", "1,299.00"] for place in range(1, 81)]
    given: dict[str, Any] = {"facts": [("Buyer", "陈* _a_"), ("Shop", "S1")], "columns": columns}
    given |= {"totals": [("Amount", "1,299.00")], "notes": ["A note."], "signs": ["Received by"]}
    sheets = [
        sheet(company, 1, "Sample", "SO-2611-000001", "reviewed", rows=rows, **given),
        sheet(company, 2, "Sample", None, "", rows=rows[:1], **given),
    ]
    codes = {one: qr_code(f"https://example.com/documents/{one}/") for one in (1, 2)}
    return _data("voucher", sheets, get_language() or "en"), _beside(codes)


for _code in FORM_WORDS:
    declare_form(PaperForm(_code, HERE / f"{_code}.typ", sample))
