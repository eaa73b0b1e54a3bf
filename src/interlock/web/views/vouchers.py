"""Vouchers by hand: the entry page, handing in, review by another person, reversal, import."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, BinaryIO, cast
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words, words_books, words_budgets
from ..access import Desk, open_document, page
from ..acting import act, counted, ids_of, key_of, tell_warnings
from ..approvals import approvals_of
from ..beside import beside, files_of, story_of
from ..document_actions import of_draft
from ..lists import Asked
from ..lists.received import DRAFT_LIST
from ..lists.show import show
from ..navigation import BOOKS, HAND
from ..paging import day, number
from ..queries import drafts as queries
from ..queries import shell
from ..templatetags.workplace import name as name_of
from .orders import today

CURRENCY = ("currency", "currency_amount", "rate")
CELLS = ("account", "text", "debit", "credit", "unit", "party", "item", "project", "employee", "cash_item", *CURRENCY)
#: Cells that hold figures, not codes.
FIGURES = ("debit", "credit", "currency_amount", "rate")
MOST_LINES = 1_000


@page(*HAND)
def draft_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        return {
            "templates": rows(queries.SQL["templates"], company=desk.company_id),
            "names": ", ".join(finance.DRAFT_COLUMNS),
            "acts": "hand" if desk.may("finance.enter_vouchers", "finance.review_vouchers") else "",
        }

    return show(request, desk, DRAFT_LIST, more, template="web/drafts.html")


@page()
def draft(request: HttpRequest, desk: Desk, draft_id: int) -> HttpResponse:
    found = rows(queries.SQL["draft"], id=draft_id)
    open_document(request, desk, found[0].company_id if found else None, *HAND)
    lines = rows(queries.SQL["lines"], company=desk.company_id, id=draft_id)
    row = found[0]
    me = desk.actor.user_id
    context = {
        "draft": row,
        "lines": lines,
        "debit": sum(line.debit for line in lines),
        "credit": sum(line.credit for line in lines),
        "own": me is not None and me in (row.author_id, row.editor_id),
        "shown": {
            cell
            for cell in ("item", "project", "employee", "cash_item", "currency")
            for line in lines
            if getattr(line, cell)
        },
        "key": uuid4(),
    }
    if row.state != "draft":
        stands = row.state == "submitted"
        context["approval"] = approvals_of(desk, "voucher", draft_id, version=row.version, stands=stands)
    waits = "approval" in context and context["approval"].needed
    context["actions"] = of_draft(desk, row, own=context["own"], approval=waits)
    context |= beside(request, "draft", draft_id) | story_of(desk, [draft_id]) | files_of(desk, draft_id)
    return render(request, "web/draft.html", context)


@page("finance.enter_vouchers")
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Enter a voucher, from nothing or from a template."""
    context: dict[str, Any] = {"form": request.POST, "posting_on": today(desk), "text": ""}
    if template := number(request.GET.get("template")):
        lines = rows(queries.SQL["template_lines"], company=desk.company_id, id=template)
        context |= {"text": lines[0].head if lines else "", "lines": [_cells(line) for line in lines]}
    return _entry(request, desk, context)


@page()
def edit(request: HttpRequest, desk: Desk, draft_id: int) -> HttpResponse:
    """Write a draft anew; somebody's change in between is not overwritten."""
    found = rows(queries.SQL["draft"], id=draft_id)
    open_document(request, desk, found[0].company_id if found else None, "finance.enter_vouchers")
    lines = rows(queries.SQL["lines"], company=desk.company_id, id=draft_id)
    row = found[0]
    context = {"draft": row, "posting_on": row.posting_on, "text": row.text, "lines": [_cells(line) for line in lines]}
    return _entry(request, desk, context)


def _cells(line: Any) -> dict[str, str]:
    """Answer a line as the entry page shows it; no amount is an empty cell."""
    return {cell: str(getattr(line, cell) or "") for cell in CELLS}


def _entry(request: HttpRequest, desk: Desk, context: dict[str, Any]) -> HttpResponse:
    """Show the table of lines, or take what was typed; it is kept when a line is wrong."""
    accounts = rows(queries.SQL["accounts"], company=desk.company_id)
    choices: dict[str, list[Any]] = {}
    for row in rows(queries.SQL["choices"], company=desk.company_id):
        choices.setdefault(row.kind, []).append(row)
    asked = {dimension for row in accounts for dimension in row.required.split()}
    context |= {
        "accounts": accounts,
        "choices": choices,
        "columns": [c for c in ("item", "project", "employee", "cash_item") if c in asked or c in choices],
        "key": request.POST.get("key") or uuid4(),
    }
    if any(row.currency for row in accounts) or any(line.get("currency") for line in context.get("lines", ())):
        context["columns"] += CURRENCY
    context.setdefault("lines", [])
    if request.method != "POST":
        context["lines"] = context["lines"] or [{}, {}]
        return render(request, "web/draft_entry.html", context)
    typed = _typed(request.POST.get("lines", ""))
    on = day(request.POST.get("posting_on"))
    context |= {"lines": typed or [{}, {}], "text": request.POST.get("text", ""), "posting_on": on or today(desk)}
    faults = [] if on else [_("Enter the posting date.")]
    if not faults:
        answer = _save(request, desk, on or date.min, typed, context.get("draft"))
        if isinstance(answer, HttpResponse):
            return answer
        faults = answer
    return render(request, "web/draft_entry.html", context | {"faults": faults}, status=422)


def _save(
    request: HttpRequest, desk: Desk, on: date, typed: list[dict[str, str]], older: Any
) -> HttpResponse | list[str]:
    """Write the draft and, when asked, hand it in; answers the way on, or what is wrong."""
    lines = tuple(finance.NewDraftLine(**_given(line)) for line in typed)
    version = number(request.POST.get("version")) or 0
    given = finance.NewDraft(on, request.POST.get("text", ""), lines, older.id if older else None, version)
    call: dict[str, Any] = {"company": desk.company_id, "by": desk.actor}
    try:
        outcome = finance.save_drafts([1], drafts={1: given}, key=key_of(request), **call)
    except Refusal as refusal:
        return [words.refusal(refusal.code, refusal.detail)]
    verdict = outcome.verdicts[0]
    if not verdict.ok:
        return faults_of(verdict.code, verdict.detail)
    if outcome.replayed:
        return redirect("web:drafts")
    made = verdict.detail["draft"]
    if "submit" not in request.POST:
        messages.success(request, _("The voucher is kept as a draft."), extra_tags="good")
        return redirect("web:draft", made)
    handed = finance.submit_drafts([made], **call).verdicts[0]
    if handed.ok:
        messages.success(request, _("The voucher is handed in; another person posts it."), extra_tags="good")
        tell_warnings(request, [handed])
    for fault in [] if handed.ok else faults_of(handed.code, handed.detail):
        messages.warning(request, fault, extra_tags="warn")
    return redirect("web:draft", made)


def _given(line: dict[str, str]) -> dict[str, Any]:
    """Answer a typed line's cells: figures read, codes as they are."""
    return {cell: finance.read_amount(line[cell]) if cell in FIGURES else line[cell] for cell in CELLS}


def faults_of(code: str, detail: Any) -> list[str]:
    """Say what is wrong with which line, and the way out."""
    lines = detail.get("lines", ())
    if not lines:
        difference = f" ({detail['difference']})" if detail.get("difference") else ""
        left = f" {words_budgets.left_of(detail)}" if "budget" in detail else ""
        return [f"{words.why(code)}{difference}.{left} {words.way_out(code)}"]
    return [
        _("Line %(line)s: %(why)s") % {"line": fault["line"], "why": words.why(fault["code"])}
        + (f" “{fault['value']}”" if fault.get("value") else "")
        + (f" · {words_books.DIMENSIONS[fault['dimension']]}" if fault.get("dimension") else "")
        + f". {words.way_out(fault['code'])}"
        for fault in lines[:20]
    ]


def _typed(text: str) -> list[dict[str, str]]:
    """Answer the lines as the page sent them; anything else is no lines. Of “1002 Bank” the code counts."""
    try:
        lines = json.loads(text or "[]")
    except json.JSONDecodeError:
        return []
    found = [line for line in lines if isinstance(line, dict)] if isinstance(lines, list) else []
    typed = [{cell: str(line.get(cell, "")).strip() for cell in CELLS} for line in found[:MOST_LINES]]
    coded = [cell for cell in CELLS if cell != "text" and cell not in FIGURES]
    return [line | {cell: line[cell].split(" ")[0] for cell in coded} for line in typed]


@page("finance.enter_vouchers")
def find(request: HttpRequest, desk: Desk) -> HttpResponse:  # noqa: ARG001 - parties and items are the group's
    """Answer parties or items that begin with what is typed, for the type-ahead."""
    term = request.GET.get("q", "").strip()[:40]
    what = request.GET.get("what")
    if what not in ("party", "item") or not term:
        return JsonResponse({"found": []})
    plain = term.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
    found = rows(queries.SQL["find_party" if what == "party" else "find_item"], prefix=f"{plain}%", holds=f"%{plain}%")
    return JsonResponse({"found": [{"code": row.code, "name": name_of(row)} for row in found]})


def _step(request: HttpRequest, desk: Desk, operation: Any, done: Any, **arguments: Any) -> HttpResponse:
    """Run an operation on the chosen drafts; one that is rejected says which lines on its own page."""
    ids = ids_of(request)
    single = len(ids) == 1 and "single" in request.POST
    back = reverse("web:draft", args=ids) if single else reverse("web:drafts")
    if not single:
        return act(request, desk, operation, ids, back=back, done=done, **arguments)
    try:
        outcome = operation(ids, company=desk.company_id, by=desk.actor, key=key_of(request), **arguments)
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect(back)
    verdict = outcome.verdicts[0]
    shell.forget(desk.company_id)
    for fault in [] if verdict.ok else faults_of(verdict.code, verdict.detail):
        messages.warning(request, fault, extra_tags="warn")
    if verdict.ok:
        messages.success(request, done(1), extra_tags="good")
    return redirect(back)


@require_POST
@page(*HAND)
def submit(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s voucher handed in.", "%(number)s vouchers handed in.")
    return _step(request, desk, finance.submit_drafts, done)


@require_POST
@page(*HAND)
def post(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s voucher posted.", "%(number)s vouchers posted.")
    return _step(request, desk, finance.post_drafts, done)


@require_POST
@page(*HAND)
def send_back(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s voucher sent back.", "%(number)s vouchers sent back.")
    return _step(request, desk, finance.send_back_drafts, done, note=request.POST.get("note", ""))


@require_POST
@page(*HAND)
def cancel(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s voucher cancelled.", "%(number)s vouchers cancelled.")
    return _step(request, desk, finance.cancel_drafts, done)


@require_POST
@page(*BOOKS)
def reverse_voucher(request: HttpRequest, desk: Desk, voucher_id: int) -> HttpResponse:
    """Ask for a posted voucher to be reversed on a day."""
    on = day(request.POST.get("on")) or today(desk)
    try:
        outcome = finance.reverse_vouchers(
            [voucher_id], company=desk.company_id, by=desk.actor, key=key_of(request), on=on
        )
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:voucher", voucher_id)
    verdict = outcome.verdicts[0]
    if not verdict.ok:
        messages.warning(request, faults_of(verdict.code, verdict.detail)[0], extra_tags="warn")
        return redirect("web:voucher", voucher_id)
    messages.success(request, _("The reversal is handed in; another person posts it."), extra_tags="good")
    made = verdict.detail.get("draft")
    return redirect("web:draft", made) if made else redirect("web:voucher", voucher_id)


@require_POST
@page("finance.enter_vouchers")
def recurring(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Make this month's drafts of the templates with a schedule."""
    month = today(desk).replace(day=1)
    due = finance.due_templates(desk.company_id, month)
    if not due:
        messages.success(request, _("Every recurring voucher of the month is there."), extra_tags="good")
        return redirect("web:drafts")
    done = counted("%(number)s recurring voucher drafted.", "%(number)s recurring vouchers drafted.")
    return act(request, desk, finance.make_recurring, due, back=reverse("web:drafts"), done=done, month=month)


@require_POST
@page("finance.enter_vouchers")
def upload(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take in a file of lines, and answer every row that was not taken."""
    file = request.FILES.get("file")
    if file is None:
        messages.warning(request, _("Choose a file first."), extra_tags="warn")
        return redirect("web:drafts")
    try:
        result = finance.import_drafts(
            cast("BinaryIO", file), file.name or "vouchers.csv", company=desk.company_id, by=desk.actor
        )
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:drafts")
    made = len(result.drafts)
    text = ngettext("%(number)s voucher drafted.", "%(number)s vouchers drafted.", made) % {"number": made}
    if result.known:
        text += " " + _("%(number)s were taken from this file before.") % {"number": len(result.known)}
    if not result.rejected:
        messages.success(request, text, extra_tags="good")
        return redirect("web:drafts")
    context = {"text": text, "rows": result.rejected[:500], "hidden": max(0, len(result.rejected) - 500)}
    return render(request, "web/drafts_read.html", context, status=200 if made else 422)
