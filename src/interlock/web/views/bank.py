"""Bank accounts of several companies, statements, their lines, and the messages to banks."""

from __future__ import annotations

from itertools import groupby
from typing import Any, BinaryIO, cast
from uuid import NAMESPACE_URL, uuid5

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words, words_bank
from ..access import Desk, open_document, page
from ..acting import act, back_to, counted, ids_of, key_of, show_outcome
from ..beside import beside, files_of, story_of
from ..lists import Asked
from ..lists.bank import LINE_LIST, MESSAGE_LIST, STATEMENT_LIST
from ..lists.show import show
from ..navigation import CASH
from ..paging import day, number
from ..queries import bank as queries
from ..queries import shell
from .orders import today

TAKE_BACK = "finance.unmatch_bank_lines"


def masked(desk: Desk, company: int, text: str) -> str:
    """Answer an account number, its middle hidden from whoever may not see it."""
    if desk.actor.may("finance.show_accounts", company):
        return text
    return f"{text[:4]} **** {text[-4:]}" if len(text) > 8 else "****"


def _companies(desk: Desk) -> list[int]:
    """Answer the companies whose accounts one may see."""
    return [one.id for one in desk.companies if any(desk.actor.may(name, one.id) for name in CASH)]


@page(*CASH)
def cash(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show the accounts of all companies one acts in, with what is there, on its way and waiting."""
    found = rows(queries.SQL["accounts"], companies=_companies(desk))
    companies = []
    for company, own in groupby(found, key=lambda row: row.company_id):
        accounts = [(row, masked(desk, company, row.number)) for row in own]
        companies.append(
            {"accounts": accounts, "head": accounts[0][0], "pays": desk.actor.may("finance.run_payments", company)}
        )
    sums: dict[str, Any] = {}
    for row in found:
        total = sums.setdefault(row.currency, {"closing": 0, "approved": 0, "on_way": 0})
        for name in total:
            total[name] += getattr(row, "approved_amount" if name == "approved" else name) or 0
    context = {
        "companies": companies,
        "sums": sums,
        "on": today(desk),
        "waiting_payments": any(r.approved for r in found),
    }
    return render(request, "web/cash.html", context)


@require_POST
@page("finance.run_payments")
def pay_companies(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Put the approved payments of the chosen accounts, of whatever company, in runs: a file an account."""
    chosen = set(ids_of(request))
    on = day(request.POST.get("on")) or today(desk)
    key, files, paid = key_of(request), set[int](), 0
    accounts = [row for row in rows(queries.SQL["accounts"], companies=_companies(desk)) if row.id in chosen]
    for company, own in groupby(accounts, key=lambda row: row.company_id):
        due = [row.id for row in rows(queries.SQL["approved"], company=company, accounts=[a.id for a in own], on=on)]
        if not due:
            continue
        try:
            outcome = finance.make_payment_runs(
                due, company=company, by=desk.actor, on=on, key=uuid5(NAMESPACE_URL, f"{key}:{company}")
            )
        except Refusal as refusal:
            messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
            continue
        shell.forget(company)
        files |= {verdict.detail["run"] for verdict in outcome.verdicts if verdict.code == "done"}
        paid += outcome.counts["done"]
        for verdict in outcome.rejected[:5]:
            messages.warning(request, f"{words.why(verdict.code)}. {words.way_out(verdict.code)}", extra_tags="warn")
    if not paid:
        messages.warning(request, _("No approved payment is due on these accounts."), extra_tags="warn")
    else:
        text = ngettext(
            "%(number)s payment file waits to be sent.", "%(number)s payment files wait to be sent.", len(files)
        )
        messages.success(request, text % {"number": len(files)}, extra_tags="good")
    return redirect("web:cash")


@require_POST
@page("finance.record_statements")
def ask(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Ask the company's banks for statuses and statements."""
    gateways = [row.id for row in rows(queries.SQL["gateways"], company=desk.company_id)]
    done = counted("%(number)s bank asked.", "%(number)s banks asked.")
    return act(request, desk, finance.ask_banks, gateways, back=back_to(request, "web:bank-statements"), done=done)


@page(*CASH)
def statement_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        return {
            "accounts": rows(queries.SQL["account_choices"], company=desk.company_id),
            "mappings": rows(queries.SQL["mappings"], company=desk.company_id),
            "refused": [
                (row, fault_of(row.fault)) for row in rows(queries.SQL["refused"], company=desk.company_id)
            ],
        }  # fmt: skip

    return show(request, desk, STATEMENT_LIST, more, template="web/bank_statements.html")


def fault_of(text: str) -> str:
    """Say what is wrong with a message of a bank: its first word is a code."""
    code, _space, rest = text.partition(" ")
    word = words_bank.FAULTS.get(code) or words_bank.REFUSALS.get(code) or words.why(code)
    return f"{word} {rest}".strip()


@require_POST
@page("finance.record_statements")
def upload(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take in a statement: camt.053, or CSV by a mapping for an account; a bad one is named by row and field."""
    file = request.FILES.get("file")
    if file is None:
        messages.warning(request, _("Choose a file first."), extra_tags="warn")
        return redirect("web:bank-statements")
    account, mapping = request.POST.get("account", "").split(" ")[0], request.POST.get("mapping", "")
    given: dict[str, Any] = {"company": desk.company_id, "by": desk.actor, "account": account, "mapping": mapping}
    try:
        outcome = finance.import_statements(cast("BinaryIO", file), file.name or "statement", **given)
    except Refusal as refusal:
        messages.error(request, refused(refusal), extra_tags="bad")
        return redirect("web:bank-statements")
    made = [verdict.detail["statement"] for verdict in outcome.verdicts if verdict.code == "done"]
    if made and desk.may("finance.match_bank_lines"):
        finance.match_statements(desk.company_id, made, desk.actor)
    shell.forget(desk.company_id)
    for verdict in outcome.rejected:
        figures = ", ".join(str(value) for value in verdict.detail.values())
        text = f"{words.why(verdict.code)} ({figures}). {words.way_out(verdict.code)}"
        messages.warning(request, text, extra_tags="warn")
    known = [verdict.detail.get("statement") for verdict in outcome.verdicts if verdict.code == "already"]
    if known:
        messages.success(request, _("This statement was taken in before."), extra_tags="warn")
    if made:
        text = ngettext("%(number)s statement taken in.", "%(number)s statements taken in.", len(made))
        messages.success(request, text % {"number": len(made)}, extra_tags="good")
    only = [*made, *known]
    return redirect("web:bank-statement", only[0]) if len(only) == 1 else redirect("web:bank-statements")


def refused(refusal: Refusal) -> str:
    """Say which row and field of a file are wrong, and how."""
    text = words.refusal(refusal.code, refusal.detail)
    if refusal.code != "bad_statement":
        return text
    detail = refusal.detail
    row = _("Row %(row)s") % {"row": detail["row"]} if detail["row"] else ""
    value = f"“{detail['value']}”" if detail["value"] else ""
    word = str(words_bank.FAULTS.get(detail["why"], detail["why"]))
    return f"{text} " + " ".join(part for part in (row, detail["field"], value, word) if part)


@page()
def statement(request: HttpRequest, desk: Desk, statement_id: int) -> HttpResponse:
    found = rows(queries.SQL["statement"], id=statement_id)
    open_document(request, desk, found[0].company_id if found else None, *CASH)
    row = found[0]
    asked = {"statement": statement_id, "before": None, "size": 1000}
    empty = dict.fromkeys(("state", "use", "account", "owner", "first", "last", "least", "most", "term"))
    ids = [one.id for one in rows(queries.SQL["lines_found"], company=desk.company_id, **asked, **empty)]
    lines = rows(queries.SQL["lines"], company=desk.company_id, ids=ids)[::-1] if ids else []
    context: dict[str, Any] = {
        "statement": row,
        "shown_number": masked(desk, desk.company_id, row.account_number),
        "lines": [(line, _what(line)) for line in lines],
        "open": [line for line in lines if line.state == "open"],
        "people": rows(queries.SQL["people"], company=desk.company_id),
        "uses": [(code, word) for code, word in words_bank.USES.items()],
        "to_tie": _to_tie(desk),
        "acts": desk.may("finance.match_bank_lines") or desk.may(TAKE_BACK),
        "matches": desk.may("finance.match_bank_lines"),
        "takes_back": desk.may(TAKE_BACK),
    }
    context |= beside(request, "bank_statement", statement_id) | story_of(desk, [statement_id])
    context |= files_of(desk, statement_id)
    return render(request, "web/bank_statement.html", context)


def _to_tie(desk: Desk) -> list[Any]:
    """Answer the vouchers that lines may be in the books by, for whoever says what lines are."""
    if not desk.may("finance.match_bank_lines"):
        return []
    return rows(queries.SQL["to_tie"], company=desk.company_id, today=today(desk))


def _what(line: Any) -> str:
    return f"{words_bank.USES[line.use]} · {words_bank.WAYS[line.way]}" if line.use else ""


@page(*CASH)
def line_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        return {
            "people": rows(queries.SQL["people"], company=desk.company_id),
            "uses": list(words_bank.USES.items()),
            "to_tie": _to_tie(desk),
            "acts": "lines" if desk.may("finance.match_bank_lines") or desk.may(TAKE_BACK) else "",
            "matches": desk.may("finance.match_bank_lines"),
            "takes_back": desk.may(TAKE_BACK),
        }

    return show(request, desk, LINE_LIST, more, template="web/bank_lines.html")


def _lines(request: HttpRequest) -> str:
    """Answer the way back: the statement's page when the lines were chosen there, else the list."""
    return (
        request.POST.get("to", "")
        if request.POST.get("to", "").startswith("/bank/")
        else back_to(request, "web:bank-lines")
    )


@require_POST
@page("finance.match_bank_lines")
def match(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s line matched.", "%(number)s lines matched.")
    return act(request, desk, finance.match_bank_lines, ids_of(request), back=_lines(request), done=done)


@require_POST
@page("finance.match_bank_lines")
def book(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Say what lines are, and have it remembered if asked."""
    typed = request.POST.get("payment", "").strip()
    payment = finance.PaymentRequest.objects.filter(company_id=desk.company_id, number=typed).first() if typed else None
    said = finance.Said(
        request.POST.get("use", ""), request.POST.get("party", "").split(" ")[0],
        payment.pk if payment else (0 if typed else None), request.POST.get("remember", ""), _voucher(request, desk),
    )  # fmt: skip
    back = _lines(request)
    ids = ids_of(request)
    if not ids:
        messages.warning(request, _("Nothing is selected."), extra_tags="warn")
        return redirect(back)
    try:
        outcome = finance.book_bank_lines(ids, company=desk.company_id, by=desk.actor, said=said, key=key_of(request))
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect(back)
    shell.forget(desk.company_id)
    if said.remember and outcome.counts["done"]:
        finance.match_bank_lines(
            _still_open(desk.company_id), company=desk.company_id, by=desk.actor
        )  # what the new rule says of the others
    if outcome.rejected:
        return show_outcome(request, desk, outcome, back=back)
    text = ngettext("%(number)s line booked.", "%(number)s lines booked.", len(ids)) % {"number": len(ids)}
    messages.success(request, text, extra_tags="good")
    return redirect(back)


def _voucher(request: HttpRequest, desk: Desk) -> int | None:
    typed = request.POST.get("voucher", "").strip()
    found = finance.Voucher.objects.filter(company_id=desk.company_id, number=typed).first() if typed else None
    return found.pk if found else None


def _still_open(company: int) -> list[int]:
    empty = dict.fromkeys(
        ("statement", "use", "account", "owner", "first", "last", "least", "most", "term", "before")
    )  # fmt: skip
    return [row.id for row in rows(queries.SQL["lines_found"], company=company, state="open", size=1000, **empty)]


@require_POST
@page("finance.match_bank_lines")
def assign(request: HttpRequest, desk: Desk) -> HttpResponse:
    owner = number(request.POST.get("owner")) or 0
    done = counted("%(number)s line given to its owner.", "%(number)s lines given to their owner.")
    return act(
        request, desk, finance.assign_bank_lines, ids_of(request), back=_lines(request), done=done, owner=owner
    )  # fmt: skip


@require_POST
@page(TAKE_BACK)
def take_back(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take back what lines were said to be, with a reason."""
    done = counted("%(number)s line is open again.", "%(number)s lines are open again.")
    answer = act(
        request, desk, finance.unmatch_bank_lines, ids_of(request), back=_lines(request), done=done,
        on=today(desk), reason=request.POST.get("reason", ""),
    )  # fmt: skip
    finance.post_taken_back(desk.company_id, today(desk), desk.actor.door)
    return answer


@page(*CASH)
def message_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        return {"acts": "messages" if desk.may("finance.send_again") else ""}

    return show(request, desk, MESSAGE_LIST, more, template="web/bank_messages.html")


@require_POST
@page("finance.send_again")
def again(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s message is sent again.", "%(number)s messages are sent again.")
    back = back_to(request, "web:bank-messages")
    return act(request, desk, finance.resend_messages, ids_of(request), back=back, done=done)
