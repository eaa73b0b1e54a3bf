"""The close of a month: the checklist with what stands in the way, its buttons, and the signed reports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Answer, Refusal, first_of_month
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words
from ..access import Desk, open_document, page
from ..acting import key_of
from ..navigation import BOOKS, PERIODS
from ..paging import month as month_of
from ..queries import shell
from .home import PAGES
from .orders import today

#: Findings that open in a list of their kind.
LISTED = {"receipt": "web:receipts", "bank_line": "web:bank-lines", "allocation": "web:allocations"}
SHOWN = 100  # findings of a step on the page; the rest is counted


@page()
def close(request: HttpRequest, desk: Desk, code: str, month: str) -> HttpResponse:
    first = _sit(request, desk, code, month)
    found = finance.checklist(desk.company_id, first)
    if found is None:
        raise Http404
    steps = [
        {
            "step": step,
            "pieces": any(pair.quantity is not None or pair.book_quantity is not None for pair in step.answer.figures),
            "findings": [(finding, _link(finding, first)) for finding in step.answer.findings[:SHOWN]],
            "posts": [(finding, _link(finding, first)) for finding in step.answer.posts[:SHOWN]],
            "hidden": step.answer.count - len(step.answer.findings[:SHOWN]),
        }
        for step in found.steps
    ]
    documents = [found.close_id] if found.close_id else []
    context = {
        "checklist": found,
        "steps": steps,
        "next": found.next_step,
        "running": first >= first_of_month(today(desk)),
        "begun": any(step.state == "closed" for step in found.steps),
        "timeline": rows(shell.SQL["timeline"], company=desk.company_id, documents=documents) if documents else [],
        "key": uuid4(),
    }
    return render(request, "web/close.html", context)


@require_POST
@page()
def run_close(request: HttpRequest, desk: Desk, code: str, month: str) -> HttpResponse:
    """Close a step, or with no step named all that is left."""
    first = _sit(request, desk, code, month)
    step = request.POST.get("step", "")
    back = redirect("web:close", code=code, month=month)
    given: dict[str, Any] = {"step": step, "key": key_of(request), "early": request.POST.get("early") == "1"}
    try:
        outcome = finance.close_month(desk.company_id, first, by=desk.actor, **given)
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return back
    [verdict] = outcome.verdicts
    if verdict.ok:
        done = (
            _("The step is closed.") if step and step != "ledger" else _("The month is closed and its report signed.")
        )
        messages.success(request, done, extra_tags="good")
    else:
        messages.error(request, _why_not(verdict), extra_tags="bad")
    return back


@require_POST
@page()
def reopen(request: HttpRequest, desk: Desk, code: str, month: str) -> HttpResponse:
    first = _sit(request, desk, code, month)
    ids = [finance.close_of(desk.company_id, first)]
    back = redirect("web:close", code=code, month=month)
    given: dict[str, Any] = {"company": desk.company_id, "by": desk.actor, "key": key_of(request)}
    try:
        outcome = finance.reopen_months(ids, reason=request.POST.get("reason", ""), **given)
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return back
    [verdict] = outcome.verdicts
    if verdict.ok:
        messages.success(request, _("The month is open again; its report is superseded."), extra_tags="good")
    else:
        messages.error(request, _why_not(verdict), extra_tags="bad")
    return back


@page()
def report(request: HttpRequest, desk: Desk, report_id: int, form: str) -> HttpResponse:
    """Send the signed report: as JSON, or as PDF in a language."""
    found = finance.CloseReport.objects.filter(pk=report_id).select_related("close").first()
    open_document(request, desk, found.company_id if found else None, *BOOKS)
    assert found is not None
    if form not in ("json", "en", "zh-hans"):
        raise Http404
    content = finance.report_file(found) if form == "json" else finance.report_pdf(found, form)
    ending = "json" if form == "json" else f"{form}.pdf"
    name = f"close-{desk.company.code}-{found.close.month:%Y-%m}-{found.revision}.{ending}"
    kind = "application/json" if form == "json" else "application/pdf"
    return HttpResponse(
        content, content_type=kind, headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    )


def _sit(request: HttpRequest, desk: Desk, code: str, month: str) -> date:
    """Sit down in the company of the address; what is not the user's, or no month, does not exist."""
    company = next((one for one in desk.companies if one.code == code), None)
    open_document(request, desk, company.id if company else None, *PERIODS, *BOOKS)
    first = month_of(month)
    if first is None:
        raise Http404
    return first


def _why_not(verdict: Answer) -> str:
    """One sentence: why it does not close, and the month or step that comes first."""
    text = _("%(sentence)s.") % {"sentence": words.why(verdict.code)}
    detail = verdict.detail
    broken = [found for found in detail.get("findings", ()) if found.get("code") == "law_broken"]
    named = detail.get("month") or (words.closing.STEPS.get(detail["step"], "") if detail.get("step") else "")
    if broken:
        links = format_html_join(", ", '<a href="{}">{}</a>', ((_where(found), found["number"]) for found in broken))
        return format_html("{} {} – {}", text, links, words.way_out(verdict.code))
    return f"{text} {named} – {words.way_out(verdict.code)}" if named else f"{text} {words.way_out(verdict.code)}"


def _where(found: Mapping[str, Any]) -> str:
    """Answer the page of what breaks a law: its document or line, else the trial balance."""
    if document := found.get("document_id"):
        return reverse("web:document", args=[document])
    return reverse("web:line", args=[found["line_id"]]) if found.get("line_id") else reverse("web:trial-balance")


def _link(finding: finance.CloseFinding, first: date) -> str:
    """Where the finding is mended."""
    if finding.kind == "account" or finding.code in ("not_revalued", "rate_missing"):
        return f"{reverse('web:currencies')}?month={first:%Y-%m}"
    if finding.kind in PAGES and finding.document_id:
        return reverse(PAGES[finding.kind], args=[finding.document_id])
    if finding.kind == "document" and finding.document_id:
        return reverse("web:document", args=[finding.document_id])
    if finding.line_id:
        return reverse("web:line", args=[finding.line_id])
    if finding.kind == "bank":
        return f"{reverse('web:bank-reconciliation')}?month={first:%Y-%m}"
    if finding.kind in LISTED:
        return reverse(LISTED[finding.kind]) + ("?state=open" if finding.kind == "bank_line" else "")
    if finding.kind == "items":
        return f"{reverse('web:aging')}?side={finding.number}"
    if finding.kind == "numbers":
        return reverse("web:vouchers") + f"?month={first:%Y-%m}"
    return reverse("web:trial-balance") + f"?month={first:%Y-%m}"
