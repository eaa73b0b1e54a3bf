"""Tax invoices out and in, what the month's VAT is, and what was said to the tax office."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Company, File, Refusal, content_path
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words, words_taxes
from ..access import Desk, open_document, page
from ..acting import act, back_to, counted, ids_of, key_of
from ..beside import beside, files_of, story_of
from ..document_actions import of_input_invoice, of_tax_invoice
from ..lists.show import show
from ..lists.taxes import INPUT_LIST, INVOICE_LIST, MESSAGE_LIST
from ..navigation import GATEWAYS, INPUT_INVOICES, INVOICES, TAXES
from ..paging import month as month_of
from ..paper.forms import invoicing_details
from ..queries import taxes as queries
from ..spreadsheets import spreadsheet
from .orders import today

MOST_FILES = 50


# -------------------------------------------------------------------------------------------------------------- output
@page(*INVOICES)
def invoice_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    return show(
        request,
        desk,
        INVOICE_LIST,
        lambda _asked: {"acts": "invoices" if desk.may("finance.send_invoices", "finance.request_invoices") else ""},
        template="web/tax_invoices.html",
    )


@page()
def invoice(request: HttpRequest, desk: Desk, invoice_id: int) -> HttpResponse:
    found = rows(queries.SQL["invoice"], id=invoice_id)
    open_document(request, desk, found[0].company_id if found else None, *INVOICES)
    asked: dict[str, Any] = {"company": desk.company_id, "id": invoice_id}
    context = {
        "invoice": found[0],
        "kind_word": words_taxes.INVOICE_KINDS[found[0].kind],
        "lines": rows(queries.SQL["lines"], **asked),
        "sources": rows(queries.SQL["sources"], **asked),
        "reds": rows(queries.SQL["reds"], **asked),
        "said_by_office": words_taxes.office_word(found[0].reason),
        "actions": of_tax_invoice(desk, found[0]),
    }
    context |= beside(request, "tax_invoice", invoice_id) | story_of(desk, [invoice_id]) | files_of(desk, invoice_id)
    return render(request, "web/tax_invoice.html", context)


@require_POST
@page(*INVOICES)
def send(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s invoice handed to the tax office.", "%(number)s invoices handed to the tax office.")
    return act(request, desk, finance.send_invoices, ids_of(request), back=_back(request, "tax-invoice"), done=done,
               on=today(desk))  # fmt: skip


@require_POST
@page(*INVOICES)
def cancel(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s request cancelled.", "%(number)s requests cancelled.")
    return act(request, desk, finance.cancel_invoices, ids_of(request), back=_back(request, "tax-invoice"), done=done)


def _buyer(request: HttpRequest) -> finance.Buyer | None:
    """Answer whom the form names; one of whom only a part is told is judged, not left out."""
    name, code, email = (request.POST.get(field, "").strip() for field in ("buyer", "code", "email"))
    return finance.Buyer(name[:120], code.upper()[:18], email[:160]) if name or code or email else None


@require_POST
@page("finance.request_invoices")
def request_some(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Ask for the invoices of the chosen documents; with a buyer, they are made out to that one."""
    ids, buyer = ids_of(request), _buyer(request)
    done = counted("%(number)s invoice asked for.", "%(number)s invoices asked for.")
    return act(request, desk, finance.request_invoices, ids, back=_month_page(request), done=done, on=today(desk),
               buyers=dict.fromkeys(ids, buyer) if buyer else None)  # fmt: skip


@require_POST
@page("finance.request_invoices")
def request_order(request: HttpRequest, desk: Desk, order_id: int) -> HttpResponse:
    """Ask for one invoice of all that is revenue of an order; with a buyer, it is made out to that one."""
    buyer = _buyer(request)
    done = counted("%(number)s order's invoice asked for.", "%(number)s orders' invoices asked for.")
    back = reverse("web:order", args=[order_id])
    return act(request, desk, finance.request_order_invoices, [order_id], back=back, done=done, on=today(desk),
               buyers={order_id: buyer} if buyer else None)  # fmt: skip


@require_POST
@page("finance.request_invoices")
def red(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s document's red letter asked for.", "%(number)s documents' red letters asked for.")
    return act(request, desk, finance.request_red_letters, ids_of(request), back=_month_page(request), done=done,
               on=today(desk))  # fmt: skip


@require_POST
@page("finance.request_invoices")
def merge(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s customer's month asked for.", "%(number)s customers' month asked for.")
    month = month_of(request.POST.get("month")) or today(desk).replace(day=1)
    return act(request, desk, finance.merge_invoices, ids_of(request), back=_month_page(request), done=done,
               month=month, on=today(desk))  # fmt: skip


@page(*INVOICES)
def invoice_xml(request: HttpRequest, desk: Desk, invoice_id: int) -> HttpResponse:
    found = rows(queries.SQL["invoice"], id=invoice_id)
    open_document(request, desk, found[0].company_id if found else None, *INVOICES)
    return _xml(found[0].file_id, found[0].invoice_number)


@page(*TAXES)
def details(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Send what suppliers need to make an invoice out to us, as PDF."""
    if not finance.TaxRegistration.objects.filter(company_id=desk.company_id).exists():
        messages.error(request, words.refusal("no_tax_registration", {}), extra_tags="bad")
        return redirect("web:input-invoices")
    language = request.GET.get("language") or get_language() or "en"
    content = invoicing_details(Company.objects.get(pk=desk.company_id), language=language)
    return _download(content, f"{desk.company.code}-invoicing.pdf", "application/pdf", inline=True)


# --------------------------------------------------------------------------------------------------------------- input
@page(*INPUT_INVOICES)
def input_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    acts = "inputs" if desk.may("finance.deduct_invoices") else ""
    more = {"acts": acts, "month": today(desk).replace(day=1)}
    return show(request, desk, INPUT_LIST, lambda _asked: more, template="web/input_invoices.html")


@page()
def input_invoice(request: HttpRequest, desk: Desk, invoice_id: int) -> HttpResponse:
    found = rows(queries.SQL["input"], id=invoice_id)
    open_document(request, desk, found[0].company_id if found else None, *INPUT_INVOICES)
    context = {
        "invoice": found[0],
        "lines": rows(queries.SQL["input_lines"], company=desk.company_id, id=invoice_id),
        "said_by_office": words_taxes.office_word(found[0].reason),
        "actions": of_input_invoice(desk, found[0]),
    }
    context |= beside(request, "input_invoice", invoice_id) | story_of(desk, [invoice_id]) | files_of(desk, invoice_id)
    return render(request, "web/input_invoice.html", context)


@require_POST
@page("finance.receive_invoices")
def upload(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take in suppliers' XML files, several at once; each file gets its answer."""
    files = request.FILES.getlist("file")[:MOST_FILES]
    if not files:
        messages.warning(request, _("Choose a file first."), extra_tags="warn")
        return redirect("web:input-invoices")
    read: dict[int, Any] = {}
    answers: list[tuple[str, str, list[Any]]] = []
    for place, file in enumerate(files, start=1):
        try:
            read[place] = finance.keep_invoice(file.read(), file.name or "invoice.xml", desk.company_id)
        except Refusal as refusal:
            answers.append((file.name or "", words.refusal(refusal.code, refusal.detail), []))
    try:
        outcome = finance.receive_invoices(
            list(read), company=desk.company_id, by=desk.actor, invoices=read, on=today(desk), key=key_of(request)
        )
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:input-invoices")
    for verdict in outcome.rejected:
        faults = [(one["line"], words_taxes.FAULTS[one["code"]]) for one in verdict.detail.get("faults", ())]
        text = f"{words.why(verdict.code)}. {words.way_out(verdict.code)}"
        answers.append((files[verdict.id - 1].name or "", text, faults))
    taken = outcome.counts["done"]
    if taken:
        sentence = counted("%(number)s invoice taken in.", "%(number)s invoices taken in.")(taken)
        messages.success(request, sentence, extra_tags="good")
    if known := outcome.counts["already"]:
        sentence = counted("%(number)s file was taken in before.", "%(number)s files were taken in before.")(known)
        messages.info(request, sentence)
    if not answers:
        return redirect("web:input-invoices")
    return render(request, "web/input_invoices_read.html", {"answers": answers}, status=200 if taken else 422)


@require_POST
@page(*INPUT_INVOICES)
def verify(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s invoice is being verified.", "%(number)s invoices are being verified.")
    return act(request, desk, finance.verify_invoices, ids_of(request), back=_back(request, "input-invoice"), done=done,
               on=today(desk))  # fmt: skip


@require_POST
@page(*INPUT_INVOICES)
def deduct(request: HttpRequest, desk: Desk) -> HttpResponse:
    month = month_of(request.POST.get("month")) or today(desk).replace(day=1)
    done = counted("%(number)s invoice chosen for deduction.", "%(number)s invoices chosen for deduction.")
    return act(request, desk, finance.deduct_invoices, ids_of(request), back=_back(request, "input-invoice"), done=done,
               month=month)  # fmt: skip


@page(*INPUT_INVOICES)
def input_xml(request: HttpRequest, desk: Desk, invoice_id: int) -> HttpResponse:
    found = rows(queries.SQL["input"], id=invoice_id)
    open_document(request, desk, found[0].company_id if found else None, *INPUT_INVOICES)
    return _xml(found[0].file_id, found[0].number)


# --------------------------------------------------------------------------------------------------- month and messages
@page(*TAXES)
def month(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show a month's VAT from all sides, and what of its revenue is invoiced."""
    asked = month_of(request.GET.get("month")) or today(desk).replace(day=1)
    summary = finance.tax_summary(desk.company_id, asked)
    matched = finance.match_revenue(desk.company_id, asked)
    if request.GET.get("format") == "xlsx":
        return _sheet(desk, summary, matched)
    open_ones = finance.not_matched(desk.company_id, asked)
    documents = sorted({row.document_id for row in (*open_ones, *summary.differences)})
    context = {
        "month": summary.month,
        "summary": summary,
        "matched": matched,
        "open": open_ones,
        "numbers": {row.id: row.number for row in rows(queries.SQL["numbers"], company=desk.company_id, ids=documents)},
        "difference": sum(row.difference for row in matched),
        "registered": finance.TaxRegistration.objects.filter(company_id=desk.company_id).exists(),
    }
    return render(request, "web/tax_month.html", context)


def _sheet(desk: Desk, summary: finance.TaxSummary, matched: list[Any]) -> HttpResponse:
    table: list[list[Any]] = [
        [_("Output VAT"), f"{row.tax_pct.normalize():f} %", row.net, row.tax, None] for row in summary.output
    ]
    table += [
        [_("Output VAT"), _("on invoices"), summary.output_net, summary.output_tax, None],
        [_("Output VAT"), _("in the books"), None, summary.books_output, summary.output_difference],
        [_("Input VAT"), _("deducted"), summary.input.net, summary.input.tax, None],
        [_("Input VAT"), _("in the books"), None, summary.books_input, summary.input_difference],
        [_("VAT credit brought forward"), "", None, summary.brought, None],
        [_("Payable"), "", None, summary.payable, None],
        [_("VAT credit carried forward"), "", None, summary.carried, None],
    ]
    table += [
        [_("Revenue"), f"{row.party or ''} {row.unit or ''}", row.net, row.tax, row.difference] for row in matched
    ]
    about = [desk.company.code, f"{summary.month:%Y-%m}"]
    heads = [_("What"), _("Of which"), _("Net"), _("VAT"), _("Difference")]
    return spreadsheet(_("VAT of the month"), about, heads, table)


@require_POST
@page("finance.ask_tax_office")
def ask(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Ask the tax office what it counts of the month."""
    asked = month_of(request.POST.get("month")) or today(desk).replace(day=1)
    ids = [finance.tax_month_of(desk.company_id, asked)]
    done = counted("The question is on its way.", "The questions are on their way.")
    return act(request, desk, finance.ask_tax_office, ids, back=_month_page(request), done=done)


@page(*GATEWAYS)
def message_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    acts = "messages" if desk.may("finance.manage_gateways") else ""
    return show(request, desk, MESSAGE_LIST, lambda _asked: {"acts": acts}, template="web/gateway_messages.html")


@require_POST
@page("finance.manage_gateways")
def retry(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s message is sent again.", "%(number)s messages are sent again.")
    back = back_to(request, "web:gateway-messages")
    return act(request, desk, finance.retry_messages, ids_of(request), back=back, done=done)


# ---------------------------------------------------------------------------------------------------------- ways back
def _back(request: HttpRequest, kind: str) -> str:
    """Answer the page an action was asked on: the document's own, or the list as it was filtered."""
    ids = ids_of(request)
    if "single" in request.POST and len(ids) == 1:
        return reverse(f"web:{kind}", args=ids)
    return back_to(request, f"web:{kind}s")


def _month_page(request: HttpRequest) -> str:
    asked: date | None = month_of(request.POST.get("month"))
    return reverse("web:tax-month") + (f"?month={asked:%Y-%m}" if asked else "")


def _xml(file: int | None, name: str) -> HttpResponse:
    found = File.objects.filter(pk=file).first() if file else None
    if found is None:
        raise Http404
    return _download(content_path(found.sha256).read_bytes(), f"{name}.xml", "application/xml")


def _download(content: bytes, name: str, kind: str, *, inline: bool = False) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=not inline, filename=name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
