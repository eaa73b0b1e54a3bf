"""Expense claims: one's own by phone, written expense by expense; the list and the steps of whoever answers them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal, content_path, scopes, submit_approvals, take_in
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words, words_budgets
from ..access import Desk, open_document, page
from ..acting import act, back_to, counted, ids_of, key_of, tell_warnings
from ..approvals import approvals_of
from ..beside import beside, story_of
from ..document_actions import of_claim
from ..lists import Asked
from ..lists.expenses import CLAIM_LIST, CLAIM_STATES
from ..lists.show import show
from ..navigation import CLAIMS, MY_CLAIMS
from ..paging import before, day, number, page_of
from ..queries import expenses as queries
from .orders import today

MOST_BYTES = 20 * 1024 * 1024
SHOWN = 50


@page(*MY_CLAIMS)
def mine(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One's own claims, as cards: what is open first, then what was."""
    state = request.GET.get("state") if request.GET.get("state") in CLAIM_STATES else None
    found = rows(
        queries.SQL["mine"], company=desk.company_id, me=desk.user_id, state=state, before=before(request),
        size=SHOWN + 1,
    )  # fmt: skip
    context = {
        "page": page_of(request, found, size=SHOWN),
        "state": state,
        "states": ("draft", "submitted", "posted", "paid", "refused"),
        "employee": _me(desk),
    }
    return render(request, "web/expenses.html", context)


def _me(desk: Desk) -> Any:
    found = rows(queries.SQL["me"], company=desk.company_id, me=desk.user_id)
    return found[0] if found else None


@page(*MY_CLAIMS)
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Begin a claim with its first expense."""
    context = _choices(desk) | {"employee": _me(desk), "key": request.POST.get("key") or uuid4()}
    context |= {
        "typed": request.POST,
        "typed_unit": request.POST.get("unit") or getattr(context["employee"], "unit", ""),
    }
    if request.method != "POST":
        return render(request, "web/expense_entry.html", context)
    try:
        claim = _head(request, desk, (_line(request, desk),))
        outcome = finance.save_claims(
            [1], company=desk.company_id, by=desk.actor, key=key_of(request), claims={1: claim}
        )  # fmt: skip
    except Refusal as refusal:
        context["faults"] = [words.refusal(refusal.code, refusal.detail)]
        return render(request, "web/expense_entry.html", context, status=422)
    verdict = outcome.verdicts[0]
    if not verdict.ok:
        context["faults"] = _faults(verdict)
        return render(request, "web/expense_entry.html", context, status=422)
    if outcome.replayed:
        return redirect("web:expenses")
    messages.success(request, _("Kept as a draft. Add further expenses, or hand it in."), extra_tags="good")
    return redirect("web:expense", verdict.detail["claim"])


def _choices(desk: Desk) -> dict[str, Any]:
    return {
        "kinds": rows(queries.SQL["kinds"], company=desk.company_id),
        "units": rows(queries.SQL["units"], company=desk.company_id),
        "projects": rows(queries.SQL["projects"], company=desk.company_id),
        "cities": finance.CityClass.choices,
        "today": today(desk),
    }


def _head(
    request: HttpRequest, desk: Desk, lines: tuple[finance.NewClaimLine, ...], older: Any = None
) -> finance.NewClaim:
    said = request.POST
    return finance.NewClaim(
        purpose=said.get("purpose", ""), claimed_on=older.claimed_on if older else today(desk), lines=lines,
        unit=said.get("unit", ""), project=said.get("project", ""), from_on=day(said.get("from_on")),
        to_on=day(said.get("to_on")), currency=said.get("currency", "").strip().upper(),
        claim=older.id if older else None, version=number(said.get("version")) or 0,
    )  # fmt: skip


def _line(request: HttpRequest, desk: Desk) -> finance.NewClaimLine:
    """Read one expense of a form; the file of a fully digital invoice fills what it says itself.

    Refuses: file_too_large, unknown_kind, hostile_xml, unreadable_invoice.
    """
    said = request.POST
    made = finance.NewClaimLine(
        kind=said.get("kind", ""),
        spent_on=day(said.get("spent_on")),
        amount=finance.read_amount(said.get("amount", "")),
        tax=finance.read_amount(said.get("tax", "") or "0"),
        quantity=finance.read_amount(said.get("quantity", "") or "1"),
        city_class=said.get("city_class", ""),
        text=said.get("text", ""),
        reason=said.get("reason", ""),
        invoice_number=said.get("invoice_number", "").strip(),
        seller_name=said.get("seller_name", ""),
    )
    if photo := request.FILES.get("photo"):
        if (photo.size or 0) > MOST_BYTES:
            raise Refusal("file_too_large")
        made = replace(made, file=take_in(photo.read(), photo.name, desk.company_id).file)
    if file := request.FILES.get("xml"):
        if (file.size or 0) > MOST_BYTES:
            raise Refusal("file_too_large")
        read = finance.keep_invoice(file.read(), file.name or "invoice.xml", desk.company_id)
        found = read.invoice
        made = replace(
            made, xml=read.file, invoice_number=found.number, seller_name=found.seller_name, amount=found.amount,
            tax=found.tax, spent_on=made.spent_on or found.issued_on,
        )  # fmt: skip
    return made


def _faults(verdict: Any) -> list[str]:
    """Say what is wrong: each line's fault with its figure, or the claim's."""
    lines = verdict.detail.get("lines", [])
    if not lines:
        left = f" {words_budgets.left_of(verdict.detail)}" if "budget" in verdict.detail else ""
        return [f"{words.why(verdict.code)}.{left} {words.way_out(verdict.code)}"]
    told = []
    for line in lines:
        code = line.get("code", verdict.code)
        where = " ".join(str(line[name]) for name in ("value", "where", "company") if line.get(name))
        limits = _("limit %(limit)s, over by %(over)s") % line if "over" in line else ""
        figures = f" ({limits or where})" if limits or where else ""
        told.append(
            _("Expense %(line)s: %(why)s%(figures)s. %(way_out)s")
            % {"line": line["line"], "why": words.why(code), "figures": figures, "way_out": words.way_out(code)}
        )
    return told


def _open(request: HttpRequest, desk: Desk, claim_id: int, *, own: bool = False) -> Any:
    """Sit down at a claim: one's own, or any for whoever answers claims; another's does not exist."""
    found = rows(queries.SQL["claim"], id=claim_id)
    open_document(request, desk, found[0].company_id if found else None, *MY_CLAIMS, *CLAIMS)
    seen = desk.may(*CLAIMS) and scopes.sees(desk.actor, "finance.ExpenseClaim", claim_id)
    if found[0].claimant_id != desk.user_id and (own or not seen):
        raise Http404
    return found[0]


@page()
def claim(request: HttpRequest, desk: Desk, claim_id: int) -> HttpResponse:
    return _shown(request, desk, _open(request, desk, claim_id))


def _shown(request: HttpRequest, desk: Desk, row: Any, **more: Any) -> HttpResponse:
    own = row.claimant_id == desk.user_id
    lines = rows(queries.SQL["lines"], company=desk.company_id, id=row.id)
    context: dict[str, Any] = {
        "claim": row,
        "lines": lines,
        "own": own,
        "writes": own and row.state in ("draft", "refused") and desk.may(*MY_CLAIMS),
        "owed": row.amount - row.advance_amount - row.paid_amount,
        "steps": ("draft", "submitted", "approved", "posted", "paid"),
        "cities_by_code": dict(finance.CityClass.choices),
        "payments": rows(queries.SQL["payments"], company=desk.company_id, id=row.id),
        "typed": {},
    }
    if context["writes"]:
        context |= _choices(desk)
    if row.state != "draft":
        stands = row.state == "submitted"
        context["approval"] = approvals_of(desk, "expense_claim", row.id, version=row.version, stands=stands)
    waits = "approval" in context and context["approval"].needed
    context["actions"] = of_claim(desk, row, own=own, approval=waits)
    context |= beside(request, "expense_claim", row.id) | story_of(desk, [row.id]) | more
    return render(request, "web/expense.html", context, status=422 if "faults" in more else 200)


def _standing(desk: Desk, row: Any) -> list[finance.NewClaimLine]:
    """Answer the lines of a claim as they would be written again."""
    return [
        finance.NewClaimLine(
            line.kind, line.spent_on, line.amount, line.tax_amount, line.quantity, line.city_class, line.text,
            line.reason, line.invoice_number, line.seller_name, line.file_id, line.xml_id,
        )
        for line in rows(queries.SQL["lines"], company=desk.company_id, id=row.id)
    ]  # fmt: skip


def _again(desk: Desk, request: HttpRequest, row: Any, lines: list[finance.NewClaimLine]) -> finance.NewClaim:
    """Answer a claim as it stands, with other lines."""
    return finance.NewClaim(
        row.purpose, row.claimed_on, tuple(lines), row.unit, row.project or "", row.from_on, row.to_on,
        "" if row.currency == desk.company.currency else row.currency, "", row.id,
        number(request.POST.get("version")) or 0,
    )  # fmt: skip


def _save(request: HttpRequest, desk: Desk, row: Any, claim: finance.NewClaim) -> HttpResponse:
    try:
        outcome = finance.save_claims(
            [1], company=desk.company_id, by=desk.actor, key=key_of(request), claims={1: claim}
        )  # fmt: skip
    except Refusal as refusal:
        return _shown(request, desk, row, faults=[words.refusal(refusal.code, refusal.detail)], typed=request.POST)
    if not outcome.verdicts[0].ok:
        return _shown(request, desk, row, faults=_faults(outcome.verdicts[0]), typed=request.POST)
    return redirect("web:expense", row.id)


@require_POST
@page()
def head(request: HttpRequest, desk: Desk, claim_id: int) -> HttpResponse:
    """Write purpose, department, project and days anew."""
    row = _open(request, desk, claim_id, own=True)
    currency = "" if row.currency == desk.company.currency else row.currency
    claim = replace(_head(request, desk, tuple(_standing(desk, row)), row), currency=currency)
    return _save(request, desk, row, claim)


@require_POST
@page()
def add_line(request: HttpRequest, desk: Desk, claim_id: int) -> HttpResponse:
    """Add one expense; what was typed is kept when it is wrong."""
    row = _open(request, desk, claim_id, own=True)
    try:
        line = _line(request, desk)
    except Refusal as refusal:
        return _shown(request, desk, row, faults=[words.refusal(refusal.code, refusal.detail)], typed=request.POST)
    return _save(request, desk, row, _again(desk, request, row, [*_standing(desk, row), line]))


@require_POST
@page()
def remove_line(request: HttpRequest, desk: Desk, claim_id: int) -> HttpResponse:
    row = _open(request, desk, claim_id, own=True)
    place = number(request.POST.get("line")) or 0
    left = [line for n, line in enumerate(_standing(desk, row), start=1) if n != place]
    return _save(request, desk, row, _again(desk, request, row, left))


@page()
def photo(request: HttpRequest, desk: Desk, claim_id: int, line_id: int) -> FileResponse:
    """Send the photo or file of an expense as a file, never as a page."""
    _open(request, desk, claim_id)
    found = rows(queries.SQL["file"], company=desk.company_id, id=claim_id, line=line_id)
    if not found or not content_path(found[0].sha256).is_file():
        raise Http404
    answer = FileResponse(content_path(found[0].sha256).open("rb"), as_attachment=True, filename=found[0].name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@page(*CLAIMS)
def claim_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        return {"acts": "claims" if desk.may("finance.approve_claims", "finance.post_claims") else ""}

    return show(request, desk, CLAIM_LIST, more, template="web/claims.html")


@require_POST
@page(*MY_CLAIMS, *CLAIMS)
def step(request: HttpRequest, desk: Desk, step: str) -> HttpResponse:
    """Hand in, withdraw, approve, post or take back claims; each operation asks for its own permission."""
    steps: dict[str, tuple[Any, Any]] = {
        "withdraw": (finance.withdraw_claims, counted("%(number)s claim withdrawn.", "%(number)s claims withdrawn.")),
        "approve": (finance.approve_claims, counted("%(number)s claim approved.", "%(number)s claims approved.")),
        "post": (finance.post_claims, counted("%(number)s claim posted.", "%(number)s claims posted.")),
        "reverse": (finance.reverse_claims, counted("%(number)s claim taken back.", "%(number)s claims taken back.")),
    }
    ids = ids_of(request)
    if step == "submit" and len(ids) == 1:
        return _submit(request, desk, ids[0])
    if step not in steps:
        raise Http404
    operation, done = steps[step]
    given = {"on": today(desk)} if step in ("post", "reverse") else {}
    return act(request, desk, operation, ids, back=_back(request), done=done, **given)


def _submit(request: HttpRequest, desk: Desk, claim_id: int) -> HttpResponse:
    """Hand in, and ask for the approval that the claim's route wants."""
    row = _open(request, desk, claim_id, own=True)
    call: dict[str, Any] = {"company": desk.company_id, "by": desk.actor}
    try:
        verdict = finance.submit_claims([claim_id], key=key_of(request), **call).verdicts[0]
        if not verdict.ok:
            return _shown(request, desk, row, faults=_faults(verdict))
        if finance.needs_claim_approval(desk.company_id, claim_id):
            reason = row.purpose[:240]
            call["by"] = replace(desk.actor, scopes={})  # one's own claim, whatever part of the company one sees
            asked = submit_approvals([claim_id], kind="expense_claim", reason=reason, **call).verdicts[0]
            if not asked.ok:
                told = f"{words.why(asked.code)}. {words.way_out(asked.code)}"
                messages.warning(request, told, extra_tags="warn")
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
    else:
        messages.success(request, _("The claim is handed in; another person approves it."), extra_tags="good")
        tell_warnings(request, [verdict])
    return redirect("web:expense", claim_id)


def _back(request: HttpRequest) -> str:
    ids = ids_of(request)
    single = len(ids) == 1 and "single" in request.POST
    return reverse("web:expense", args=ids) if single else back_to(request, "web:claims")


@require_POST
@page("finance.approve_claims")
def refuse(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s claim refused.", "%(number)s claims refused.")
    note = request.POST.get("note", "")
    return act(request, desk, finance.refuse_claims, ids_of(request), back=_back(request), done=done, note=note)


def asked_for_claim(desk: Desk, claim_id: int) -> dict[str, Any]:
    """Answer a payment request for a claim in the books, as the entry page shows it."""
    found = rows(queries.SQL["claim"], id=claim_id)
    if not found or found[0].company_id != desk.company_id or not desk.may(*CLAIMS, "finance.enter_payments"):
        return {}
    row = found[0]
    return {
        "reason": "CLAIM", "payee": row.employee, "payee_account": row.payee_account, "payee_bank": row.payee_bank,
        "payee_bank_code": row.payee_bank_code, "amount": row.amount - row.advance_amount - row.paid_amount,
        "text": f"{row.number} {row.purpose}"[:140], "party": row.party, "document_kind": "expense_claim",
        "document": row.number,
    }  # fmt: skip
