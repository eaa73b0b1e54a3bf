"""The books: trial balance → account → voucher → journal line → event → document line; periods."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import first_of_month
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words
from ..access import Desk, open_document, page
from ..acting import act, back_to, counted, ids_of
from ..beside import beside, files_of, story_of
from ..document_actions import of_voucher
from ..lists import Asked
from ..lists.catalogue import EVENT_LIST, VOUCHER_LIST
from ..lists.show import show
from ..navigation import BOOKS
from ..paging import SIZE, before, month, number, page_of
from ..queries import books as queries
from ..queries import drafts
from ..reporting import Report, asked_form
from ..templatetags.workplace import name as name_of
from .ledgers import general_ledger
from .orders import today
from .periods import has_books
from .stock import documents_of

SIDES = ("opening_debit", "opening_credit", "debit", "credit", "closing_debit", "closing_credit")


@page(*BOOKS)
def trial_balance(request: HttpRequest, desk: Desk) -> HttpResponse:
    months = [row.month for row in rows(queries.SQL["months"], company=desk.company_id)]
    shown = month(request.GET.get("month")) or (months[0] if months else first_of_month(today(desk)))
    balances = rows(queries.SQL["trial_balance"], company=desk.company_id, month=shown)
    if form := asked_form(request):
        return _trial_balance_file(desk, shown, balances).file(form)
    context = {"months": months, "month": shown, "rows": balances, "totals": _totals(balances)}
    context |= {"books": bool(balances) or has_books(desk.company_id), "first_month": first_of_month(today(desk))}
    return render(request, "web/trial_balance.html", context)


def _trial_balance_file(desk: Desk, shown: date, balances: list[Any]) -> Report:
    about = [name_of(desk.company), f"{shown:%Y-%m}", desk.company.currency]
    heads = [
        _("Code"), _("Account"), _("Opening debit"), _("Opening credit"), _("Debit"), _("Credit"), _("Closing debit"),
        _("Closing credit"),
    ]  # fmt: skip
    report, totals = Report(_("Trial balance"), about, heads, balances=range(2, len(heads))), _totals(balances)
    for row in balances:
        opening, closing = _sides(row.opening), _sides(row.closing)
        report.add(row.code, name_of(row), *opening, row.debit, row.credit, *closing)
    report.add("", _("Total"), *(totals[side] for side in SIDES), strong=True)
    return report


def _sides(balance: Decimal) -> tuple[Decimal, Decimal]:
    """Answer a balance as what stands in debit and in credit."""
    return max(balance, Decimal(0)), max(-balance, Decimal(0))


def _totals(balances: list[Any]) -> dict[str, Any]:
    """Both sides of opening, movement and closing; they agree or the page says so."""
    opening, closing = [row.opening for row in balances], [row.closing for row in balances]
    totals = {
        "opening_debit": sum(value for value in opening if value > 0),
        "opening_credit": -sum(value for value in opening if value < 0),
        "debit": sum(row.debit for row in balances),
        "credit": sum(row.credit for row in balances),
        "closing_debit": sum(value for value in closing if value > 0),
        "closing_credit": -sum(value for value in closing if value < 0),
    }
    return totals | {
        "agree": all(totals[left] == totals[right] for left, right in zip(SIDES[::2], SIDES[1::2], strict=True))
    }


@page()
def account(request: HttpRequest, desk: Desk, account_id: int) -> HttpResponse:
    found = rows(queries.SQL["account"], id=account_id)
    open_document(request, desk, found[0].company_id if found else None, *BOOKS)
    months = rows(queries.SQL["account_months"], company=desk.company_id, id=account_id)
    shown = month(request.GET.get("month")) or (months[0].month if months else first_of_month(today(desk)))
    sums = rows(queries.SQL["account_sums"], company=desk.company_id, id=account_id, month=shown)[0]
    if form := asked_form(request):
        return general_ledger(desk, found[0], shown, sums).file(form)
    vouchers = rows(
        queries.SQL["account_vouchers"],
        company=desk.company_id,
        id=account_id,
        month=shown,
        before=before(request),
        size=SIZE,
    )
    context = {
        "account": found[0], "months": months, "month": shown, "sums": sums, "page": page_of(request, vouchers),
        "late": finance.late_months(desk.company_id, account_id, shown),
    }  # fmt: skip
    return render(request, "web/account.html", context)


@page(*BOOKS)
def voucher_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(asked: Asked) -> dict[str, Any]:
        return {"acts": asked.wanted["state"] == "collecting" and desk.may("finance.seal_vouchers")}

    return show(request, desk, VOUCHER_LIST, more, template="web/vouchers.html")


@require_POST
@page(*BOOKS)
def seal(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Seal vouchers that still collect: they get their numbers and take no more lines."""
    return act(
        request,
        desk,
        finance.seal_vouchers,
        ids_of(request),
        back=back_to(request, "web:vouchers"),
        done=counted("%(number)s voucher sealed.", "%(number)s vouchers sealed."),
    )


@page()
def voucher(request: HttpRequest, desk: Desk, voucher_id: int) -> HttpResponse:
    found = rows(queries.SQL["voucher"], id=voucher_id)
    open_document(request, desk, found[0].company_id if found else None, *BOOKS)
    company = desk.company_id
    chosen = number(request.GET.get("account"))
    lines = rows(
        queries.SQL["journal"], company=company, id=voucher_id, before=before(request), account=chosen, size=SIZE
    )
    paged = page_of(request, lines)
    totals = rows(queries.SQL["voucher_totals"], company=company, id=voucher_id)
    hand = rows(drafts.SQL["of_voucher"], company=company, id=voucher_id) if found[0].origin == "manual" else []
    context = {
        "voucher": found[0],
        "hand": hand,
        "reversed": any(not row.is_source for row in hand),
        "today": today(desk),
        "totals": totals,
        "debit": sum(row.debit for row in totals),
        "credit": sum(row.credit for row in totals),
        "page": paged,
        "chosen": chosen,
        "documents": documents_of(desk, sorted({row.document_line_id for row in paged.rows if row.document_line_id})),
        "key": uuid4(),
    }
    typed = found[0].origin == "manual" and (found[0].operation in finance.TYPED or found[0].revalues)
    context["written_by"] = "" if typed else words.OPERATIONS.get(found[0].operation, "")
    context["actions"] = of_voucher(desk, found[0], reversed_already=context["reversed"], typed=typed)
    context |= beside(request, "voucher", voucher_id) | story_of(desk, [voucher_id]) | files_of(desk, voucher_id)
    return render(request, "web/voucher.html", context)


@page(*BOOKS)
def events(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Events that are not in the books yet: why, and the way out."""
    more = {"acts": desk.may("finance.post_events")}
    return show(request, desk, EVENT_LIST, lambda _asked: more, template="web/events.html")


@page()
def event(request: HttpRequest, desk: Desk, event_id: int) -> HttpResponse:
    found = rows(queries.SQL["event"], id=event_id)
    open_document(request, desk, found[0].company_id if found else None, *BOOKS)
    lines = rows(queries.SQL["event_lines"], company=desk.company_id, id=event_id)
    context = {
        "event": found[0],
        "lines": lines,
        "cases": finance.explain_event(desk.company_id, event_id),
        "documents": documents_of(desk, sorted({line.line_id for line in lines})),
        "key": uuid4(),
    }
    return render(request, "web/event.html", context)


@require_POST
@page(*BOOKS)
def post_events(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Try again to post the chosen events, after a rule was made."""
    return act(
        request,
        desk,
        finance.post_events,
        ids_of(request),
        back=back_to(request, "web:events"),
        done=counted("%(number)s event posted.", "%(number)s events posted."),
    )
