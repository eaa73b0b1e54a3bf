"""Payment requests: the list, the entry, the page with its approval; runs and their files."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal, content_path
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words, words_bank, words_budgets
from ..access import Desk, open_document, page
from ..acting import act, back_to, counted, ids_of, key_of, tell_warnings
from ..approvals import approvals_of
from ..beside import beside, files_of, story_of
from ..document_actions import of_payment, of_payment_run
from ..lists import Asked
from ..lists.bank import PAYMENT_LIST, RUN_LIST
from ..lists.show import show
from ..navigation import PAYMENTS
from ..paging import day, number
from ..queries import payments as queries
from ..templatetags.workplace import pick
from .bank import masked
from .expenses import asked_for_claim
from .item_documents import asked_for_bill
from .orders import today

#: What says where a payee's money goes.
PAYEE = ("payee", "payee_account", "payee_bank", "payee_bank_code")
TYPED = (
    "reason", "bank_account", "payee", "payee_account", "payee_bank", "payee_bank_code", "amount", "text", "party",
    "document_kind", "document", "unit",
)  # fmt: skip


@page(*PAYMENTS)
def payment_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        works = ("finance.enter_payments", "finance.approve_payments", "finance.run_payments")
        return {"acts": "payments" if desk.may(*works) else "", "on": today(desk)}

    return show(request, desk, PAYMENT_LIST, more, template="web/payments.html")


@page()
def payment(request: HttpRequest, desk: Desk, payment_id: int) -> HttpResponse:
    found = rows(queries.SQL["payment"], id=payment_id)
    open_document(request, desk, found[0].company_id if found else None, *PAYMENTS)
    row = found[0]
    me = desk.actor.user_id
    context: dict[str, Any] = {
        "payment": row,
        "unit": pick(row, "unit") if row.unit else "",
        "shown_account": masked(desk, desk.company_id, row.payee_account),
        "bank_reason": words_bank.BANK_REASONS.get(row.bank_reason, row.bank_reason),
        "document_title": finance.PAYABLE[row.document_kind][0] if row.document_kind in finance.PAYABLE else "",
        "steps": ("draft", "submitted", "approved", "in_run", "sent", "paid"),
        "own": me is not None and me in (row.author_id, row.editor_id),
    }
    if row.state != "draft":
        stands = row.state == "submitted"
        context["approval"] = approvals_of(desk, "payment", payment_id, version=row.version, stands=stands)
    waits = "approval" in context and context["approval"].needed
    last = _last_paid(desk, row.party or "", payment_id) if row.state in ("draft", "submitted", "approved") else None
    if last and last.payee_account != row.payee_account:
        context["paid_before"] = {"id": last.id, "number": last.number, "account": last.payee_account[-4:]}
    had = rows(queries.SQL["withdrawn"], company=desk.company_id, id=payment_id)
    context["withdrawn"] = [(one, words_bank.TOLD.get(one.told, "")) for one in had]
    context["actions"] = of_payment(desk, row, own=context["own"], approval=waits, withdrawn=bool(had))
    context["on"] = today(desk)
    context |= beside(request, "payment", payment_id) | story_of(desk, [payment_id]) | files_of(desk, payment_id)
    return render(request, "web/payment.html", context)


@page("finance.enter_payments")
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Ask for a payment, from nothing or like another."""
    typed: dict[str, Any] = {}
    if copy := number(request.GET.get("copy")):
        found = rows(queries.SQL["payment"], id=copy)
        if found and found[0].company_id == desk.company_id:
            typed = _typed(found[0])
    if claim := number(request.GET.get("claim")):
        typed = asked_for_claim(desk, claim)
    if bill := number(request.GET.get("bill")):
        typed = asked_for_bill(desk, bill)
        if (last := _last_paid(desk, typed.get("party", ""))) and desk.may("finance.show_accounts"):
            typed |= {name: getattr(last, name) for name in PAYEE}
    return _entry(request, desk, None, typed)


def _last_paid(desk: Desk, party: str, but: int = 0) -> Any:
    """Answer the request by which a party was paid last, where there is one."""
    found = rows(queries.SQL["last_paid"], company=desk.company_id, party=party, but=but) if party else []
    return found[0] if found else None


@page()
def edit(request: HttpRequest, desk: Desk, payment_id: int) -> HttpResponse:
    """Write a draft anew; somebody's change in between is not overwritten."""
    found = rows(queries.SQL["payment"], id=payment_id)
    open_document(request, desk, found[0].company_id if found else None, "finance.enter_payments")
    return _entry(request, desk, found[0], _typed(found[0]))


def _typed(row: Any) -> dict[str, Any]:
    """Answer a request as the entry page shows it."""
    same = {name: getattr(row, name) or "" for name in TYPED if hasattr(row, name)}
    return same | {"bank_account": row.account, "document": row.document_number, "due_on": row.due_on}


def _entry(request: HttpRequest, desk: Desk, older: Any, typed: dict[str, Any]) -> HttpResponse:
    """Show the form, or take what was typed; it is kept when something is wrong."""
    accounts = rows(queries.SQL["accounts"], company=desk.company_id)
    if wanted := typed.pop("currency", ""):
        typed["bank_account"] = next((row.code for row in accounts if row.currency == wanted), "")
    context: dict[str, Any] = {
        "older": older,
        "typed": typed,
        "reasons": [row for row in rows(queries.SQL["reasons"], company=desk.company_id) if row.state == "open"],
        "accounts": accounts,
        "units": rows(queries.SQL["units"], company=desk.company_id),
        "kinds": [(code, title) for code, (title, _find) in finance.PAYABLE.items()],
        "due_on": typed.get("due_on") or today(desk),
        "key": request.POST.get("key") or uuid4(),
    }
    if request.method != "POST":
        return render(request, "web/payment_entry.html", context)
    typed = {name: request.POST.get(name, "").strip() for name in TYPED}
    context |= {"typed": typed, "due_on": day(request.POST.get("due_on")) or today(desk)}
    named = (typed["document_kind"], typed["document"])
    document, line = finance.payable_by_number(desk.company_id, [named])[named]
    given = finance.NewPayment(
        reason=typed["reason"], bank_account=typed["bank_account"], payee=typed["payee"],
        payee_account=typed["payee_account"], payee_bank=typed["payee_bank"], payee_bank_code=typed["payee_bank_code"],
        amount=finance.read_amount(typed["amount"]), due_on=context["due_on"], text=typed["text"],
        party=typed["party"].split(" ")[0], document_kind=typed["document_kind"] if typed["document"] else "",
        document=document, document_line=line, payment=older.id if older else None,
        version=number(request.POST.get("version")) or 0, unit=typed["unit"],
    )  # fmt: skip
    call: dict[str, Any] = {"company": desk.company_id, "by": desk.actor}
    try:
        outcome = finance.save_payments([1], payments={1: given}, key=key_of(request), **call)
    except Refusal as refusal:
        return _again(request, context, words.refusal(refusal.code, refusal.detail))
    verdict = outcome.verdicts[0]
    if not verdict.ok:
        figures = f" ({', '.join(map(str, verdict.detail.values()))})" if verdict.detail else ""
        return _again(request, context, f"{words.why(verdict.code)}{figures}. {words.way_out(verdict.code)}")
    if outcome.replayed:
        return redirect("web:payments")
    made = verdict.detail["payment"]
    if "submit" in request.POST:
        handed = finance.submit_payments([made], **call).verdicts[0]
        if handed.ok:
            messages.success(request, _("The payment is handed in; another person approves it."), extra_tags="good")
            tell_warnings(request, [handed])
        else:
            left = f" {words_budgets.left_of(handed.detail)}" if "budget" in handed.detail else ""
            told = f"{words.why(handed.code)}.{left} {words.way_out(handed.code)}"
            messages.warning(request, told, extra_tags="warn")
    else:
        messages.success(request, _("The payment request is kept as a draft."), extra_tags="good")
    return redirect("web:payment", made)


def _again(request: HttpRequest, context: dict[str, Any], fault: str) -> HttpResponse:
    return render(request, "web/payment_entry.html", context | {"faults": [fault]}, status=422)


def _back(request: HttpRequest) -> str:
    ids = ids_of(request)
    single = len(ids) == 1 and "single" in request.POST
    return reverse("web:payment", args=ids) if single else back_to(request, "web:payments")


@require_POST
@page(*PAYMENTS)
def step(request: HttpRequest, desk: Desk, step: str) -> HttpResponse:
    """Hand in, approve or cancel payments; each operation asks for its own permission."""
    steps: dict[str, tuple[Any, Any]] = {
        "submit": (
            finance.submit_payments,
            counted("%(number)s payment handed in.", "%(number)s payments handed in."),
        ),
        "approve": (finance.approve_payments, counted("%(number)s payment approved.", "%(number)s payments approved.")),
        "cancel": (finance.cancel_payments, counted("%(number)s payment cancelled.", "%(number)s payments cancelled.")),
    }
    if step not in steps:
        raise Http404
    operation, done = steps[step]
    said = {"sure": request.POST["sure"]} if step == "cancel" and "sure" in request.POST else {}
    return act(request, desk, operation, ids_of(request), back=_back(request), done=done, **said)


@require_POST
@page("finance.approve_payments")
def reject(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s payment rejected.", "%(number)s payments rejected.")
    note = request.POST.get("note", "")
    return act(request, desk, finance.reject_payments, ids_of(request), back=_back(request), done=done, note=note)


@require_POST
@page("finance.run_payments")
def make_runs(request: HttpRequest, desk: Desk) -> HttpResponse:
    on = day(request.POST.get("on")) or today(desk)
    done = counted("%(number)s payment goes to the bank.", "%(number)s payments go to the bank.")
    sure = request.POST.get("sure", "")
    return act(
        request, desk, finance.make_payment_runs, ids_of(request), back=_back(request), done=done, on=on, sure=sure
    )


@require_POST
@page("finance.withdraw_runs")
def withdraw(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Withdraw a run that the bank has not taken, with the reason."""
    ids = ids_of(request)
    back = reverse("web:payment-run", args=ids) if len(ids) == 1 else reverse("web:payment-runs")
    done = counted(
        "%(number)s run withdrawn; its payments are approved again.",
        "%(number)s runs withdrawn; their payments are approved again.",
    )
    reason = request.POST.get("reason", "")
    return act(request, desk, finance.withdraw_runs, ids, back=back, done=done, reason=reason)


@page(*PAYMENTS)
def run_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    return show(request, desk, RUN_LIST, template="web/payment_runs.html")


@page()
def run_page(request: HttpRequest, desk: Desk, run_id: int) -> HttpResponse:
    found = rows(queries.SQL["run"], id=run_id)
    open_document(request, desk, found[0].company_id if found else None, *PAYMENTS)
    row = found[0]
    lines = rows(queries.SQL["of_run"], company=desk.company_id, id=run_id)
    context: dict[str, Any] = {
        "run": row,
        "fault": words_bank.CALL_FAULTS.get(row.fault or "", row.fault),
        "lines": [
            (
                line,
                masked(desk, desk.company_id, line.payee_account),
                words_bank.BANK_REASONS.get(line.bank_reason, ""),
                words_bank.TOLD.get(line.told, ""),
            )
            for line in lines
        ],
        "actions": of_payment_run(desk, row),
        "heard": any(line.told in ("taken", "paid") for line in lines),
    }
    context |= beside(request, "payment_run", run_id) | story_of(desk, [run_id]) | files_of(desk, run_id)
    return render(request, "web/payment_run.html", context)


@page()
def run_file(request: HttpRequest, desk: Desk, run_id: int) -> HttpResponse:
    """Answer the file of a run as it is sent: with account numbers in full, so for whoever may see these."""
    found = rows(queries.SQL["run"], id=run_id)
    open_document(request, desk, found[0].company_id if found else None, "finance.show_accounts")
    answer = HttpResponse(content_path(found[0].sha256).read_bytes(), content_type="application/xml")
    answer["Content-Disposition"] = f'attachment; filename="{found[0].message}.xml"'
    return answer
