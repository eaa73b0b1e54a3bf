"""Bills, charges, receipts and payments by hand: written by one person, posted by another, taken back."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words, words_items
from ..access import Desk, open_document, page
from ..acting import act, counted, ids_of, key_of, tell_warnings
from ..approvals import approvals_of
from ..beside import beside, files_of, story_of
from ..document_actions import of_item_document
from ..lists.items import ITEM_DOCUMENTS, kind_word
from ..lists.show import show
from ..navigation import ITEMS
from ..paging import day, number
from ..queries import drafts as draft_queries
from ..queries import items as queries
from .orders import today
from .vouchers import MOST_LINES, faults_of

CELLS = ("account", "text", "amount", "tax", "unit", "item", "item_amount")
CLAIMS = ("bill", "charge")
#: kinds whose items are of one direction only
PAYS = {"receipt": "debit", "payment": "credit", "refund": "credit"}


@page(*ITEMS)
def document_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    kinds = {"kinds": words_items.KINDS, "acts": "items" if desk.may("finance.review_items") else ""}
    return show(request, desk, ITEM_DOCUMENTS, lambda _asked: kinds, template="web/item_documents.html")


@page()
def document(request: HttpRequest, desk: Desk, document_id: int) -> HttpResponse:
    found = rows(queries.SQL["document"], id=document_id)
    open_document(request, desk, found[0].company_id if found else None, *ITEMS)
    row, company = found[0], desk.company_id
    me = desk.actor.user_id
    own = me is not None and me in (row.author_id, row.editor_id)
    items = [one.id for one in rows(queries.SQL["items_of"], company=company, id=document_id)]
    approval = approvals_of(desk, "item_document", document_id, version=row.version, stands=row.state == "draft")
    context = {
        "document": row,
        "lines": rows(queries.SQL["lines"], company=company, id=document_id),
        "items": rows(queries.SQL["items"], company=company, ids=items) if items else [],
        "applications": [(one, kind_word(one.kind)) for one in finance.applications_of(company, items)],
        "word": words_items.KINDS[row.kind],
        "claim": row.kind in CLAIMS,
        "approval": approval,
        "actions": of_item_document(desk, row, own=own, approval=approval.needed),
        "on": today(desk),
        "key": uuid4(),
    }
    context |= beside(request, "item_document", document_id)
    context |= story_of(desk, [document_id, *items]) | files_of(desk, document_id)
    return render(request, "web/item_document.html", context)


@page("finance.enter_items")
def new(request: HttpRequest, desk: Desk, kind: str) -> HttpResponse:
    """Enter a document of a kind, for a party if one is named."""
    if kind not in words_items.KINDS:
        raise Http404
    code = request.POST.get("party") or request.GET.get("party") or ""
    head = {"party": code, "posting_on": today(desk), "document_on": today(desk), "currency": desk.company.currency}
    return _entry(request, desk, kind, head, [], None)


@page()
def edit(request: HttpRequest, desk: Desk, document_id: int) -> HttpResponse:
    """Write a draft anew; somebody's change in between is not overwritten."""
    found = rows(queries.SQL["document"], id=document_id)
    open_document(request, desk, found[0].company_id if found else None, "finance.enter_items")
    row = found[0]
    lines = rows(queries.SQL["lines"], company=desk.company_id, id=document_id)
    head = {name: getattr(row, name) for name in HEAD} | {"party": row.party_code}
    cells = [{cell: str(getattr(line, cell) or "") for cell in CELLS} for line in lines]
    return _entry(request, desk, row.kind, head, cells, row)


HEAD = (
    "posting_on", "document_on", "due_on", "reference", "reason", "text", "currency", "rate", "account", "amount",
)  # fmt: skip


def _entry(
    request: HttpRequest, desk: Desk, kind: str, head: dict[str, Any], lines: list[dict[str, str]], older: Any
) -> HttpResponse:
    """Show the form, or take what was typed; it is kept when something is wrong."""
    company = desk.company_id
    faults: list[str] = []
    if request.method == "POST":
        head |= {name: request.POST.get(name, "") for name in (*HEAD, "party")}
        head["party"] = head["party"].split(" ")[0]
        lines = _typed(request.POST.get("lines", ""))
        head["posting_on"] = day(head["posting_on"]) or today(desk)
        head["document_on"], head["due_on"] = day(head["document_on"]), day(head["due_on"])
        answer = _save(request, desk, kind, head, lines, older)
        if isinstance(answer, HttpResponse):
            return answer
        faults = answer
    items = []
    if kind not in CLAIMS and head["party"]:
        party = rows(queries.SQL["party"], id=None, code=head["party"])
        open_items = finance.open_items_of(company, party[0].id, today(desk)) if party else []
        given = {line["item"]: line for line in lines}
        items = [
            {"row": row, "word": kind_word(row.kind), "line": given.get(str(row.id), {})}
            for row in open_items
            if row.direction == PAYS.get(kind, row.direction)
        ]
    context: dict[str, Any] = {
        "kind": kind, "word": words_items.KINDS[kind], "claim": kind in CLAIMS, "money": kind in PAYS, "head": head,
        "lines": lines or [{}], "items": items, "older": older, "faults": faults,
        "accounts": rows(draft_queries.SQL["accounts"], company=company),
        "units": [row for row in rows(draft_queries.SQL["choices"], company=company) if row.kind == "unit"],
        "key": request.POST.get("key") or uuid4(),
    }  # fmt: skip
    return render(request, "web/item_entry.html", context, status=422 if faults else 200)


@page("finance.enter_items")
def find(request: HttpRequest, desk: Desk) -> HttpResponse:  # noqa: ARG001 - parties are the group's
    """Answer parties that begin with what is typed, for the type-ahead."""
    term = request.GET.get("q", "").strip()[:40]
    plain = term.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
    found = rows(draft_queries.SQL["find_party"], prefix=f"{plain}%", holds=f"%{plain}%") if term else []
    return JsonResponse({"found": [{"code": row.code, "name": row.name_zh} for row in found]})


def _typed(text: str) -> list[dict[str, str]]:
    """Answer the lines as the page sent them, empty ones left out; anything else is no lines."""
    try:
        lines = json.loads(text or "[]")
    except json.JSONDecodeError:
        return []
    found = [line for line in lines if isinstance(line, dict)] if isinstance(lines, list) else []
    typed = [{cell: str(line.get(cell, "")).strip() for cell in CELLS} for line in found[:MOST_LINES]]
    coded = [line | {cell: line[cell].split(" ")[0] for cell in ("account", "unit")} for line in typed]
    return [line for line in coded if line["amount"] or line["account"]]


def _line(line: dict[str, str]) -> finance.NewItemLine:
    return finance.NewItemLine(
        _amount(line["amount"]),
        line["account"],
        number(line["item"]),
        _amount(line["tax"]) if line["tax"] else Decimal(0),
        _amount(line["item_amount"]) if line["item_amount"] else None,
        line["unit"],
        line["text"],
    )


def _amount(text: str) -> Decimal | None:
    """Read an amount that may be negative, as a credit note's is; None is what could not be read."""
    found = finance.read_amount(text.removeprefix("-"))
    return -found if found is not None and text.startswith("-") else found


def _rate(text: str) -> Decimal:
    try:
        found = Decimal(text or "1")
    except InvalidOperation:
        return Decimal(0)
    return found if found.is_finite() and abs(found) < 10**9 else Decimal(0)


def _save(
    request: HttpRequest, desk: Desk, kind: str, head: dict[str, Any], lines: list[dict[str, str]], older: Any
) -> HttpResponse | list[str]:
    """Write the draft; answers the way on, or what is wrong."""
    given = finance.NewItemDocument(
        kind,
        head["party"],
        head["posting_on"],
        tuple(_line(line) for line in lines),
        amount=_amount(head["amount"]) if head["amount"] else None,
        document_on=head["document_on"],
        due_on=head["due_on"],
        reference=head["reference"],
        reason=head["reason"],
        text=head["text"],
        currency=head["currency"].upper(),
        rate=_rate(str(head["rate"])),
        account=head["account"].split(" ")[0],
        document=older.id if older else None,
        version=number(request.POST.get("version")) or 0,
    )
    try:
        outcome = finance.save_item_documents(
            [1], company=desk.company_id, by=desk.actor, key=key_of(request), documents={1: given}
        )
    except Refusal as refusal:
        return [words.refusal(refusal.code, refusal.detail)]
    verdict = outcome.verdicts[0]
    if not verdict.ok:
        return faults_of(verdict.code, verdict.detail)
    if outcome.replayed:
        return redirect("web:item-documents")
    messages.success(request, _("It is kept as a draft; another person posts it."), extra_tags="good")
    tell_warnings(request, [verdict])
    return redirect("web:item-document", verdict.detail["document"])


def _step(request: HttpRequest, desk: Desk, operation: Any, done: Any, **arguments: Any) -> HttpResponse:
    ids = ids_of(request)
    single = len(ids) == 1 and "single" in request.POST
    back = reverse("web:item-document", args=ids) if single else reverse("web:item-documents")
    return act(request, desk, operation, ids, back=back, done=done, **arguments)


@require_POST
@page(*ITEMS)
def post(request: HttpRequest, desk: Desk) -> HttpResponse:
    return _step(
        request,
        desk,
        finance.post_item_documents,
        counted("%(number)s document posted.", "%(number)s documents posted."),
    )


@require_POST
@page(*ITEMS)
def cancel(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s document cancelled.", "%(number)s documents cancelled.")
    return _step(request, desk, finance.cancel_item_documents, done)


@require_POST
@page(*ITEMS)
def take_back(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s document taken back.", "%(number)s documents taken back.")
    on = day(request.POST.get("on")) or today(desk)
    return _step(request, desk, finance.reverse_item_documents, done, on=on)


def asked_for_bill(desk: Desk, document_id: int) -> dict[str, Any]:
    """Answer a payment request for what a posted bill still asks for, as the entry page shows it."""
    found = rows(queries.SQL["document"], id=document_id)
    if not found or found[0].company_id != desk.company_id or not desk.may(*ITEMS, "finance.enter_payments"):
        return {}
    row = found[0]
    _title, payables = finance.PAYABLE["bill"]
    left = payables(desk.company_id, [(document_id, None)]).get((document_id, None))
    return {
        "reason": finance.BILL_REASONS.get(row.account or "", ""), "payee": row.party, "party": row.party_code,
        "currency": left.currency if left else "", "amount": left.amount if left else "",
        "text": f"{row.number} {row.reference}".strip()[:140],
        "document_kind": "bill", "document": row.number,
    }  # fmt: skip
