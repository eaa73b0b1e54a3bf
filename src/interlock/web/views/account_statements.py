"""Statements of account: written for a month, sent, answered behind a signed link or by hand, cleared up."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from interlock.core.api import Actor
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words_items
from ..access import Desk, open_document, page
from ..acting import act, back_to, counted, ids_of
from ..beside import beside, files_of, story_of
from ..document_actions import of_account_statement
from ..lists.items import ACCOUNT_STATEMENTS, STATEMENT_STATES
from ..lists.show import show
from ..navigation import ACCOUNT_STATEMENTS as SEES
from ..paging import day
from ..queries import account_statements as queries
from .customer import LANGUAGES, shut
from .items import moves_of
from .orders import today

STATE = "finance.state_accounts"
#: as often an hour a link may answer; each process of the server counts by itself
TRIES, HOUR = 20, 3_600


@page(*SEES)
def statement_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Any) -> dict[str, Any]:
        last = today(desk).replace(day=1) - timedelta(days=1)
        return {"acts": "send" if desk.may(STATE) else "", "month": last, "chips": STATEMENT_STATES}

    return show(request, desk, ACCOUNT_STATEMENTS, more, template="web/account_statements.html")


@page()
def statement(request: HttpRequest, desk: Desk, statement_id: int) -> HttpResponse:
    """Show a statement as it was written, what moved, and what the party says."""
    found = rows(queries.SQL["one"], id=statement_id)
    open_document(request, desk, found[0].company_id if found else None, *SEES)
    row = found[0]
    now = finance.party_statement(desk.company_id, row.party_id, row.first_on, row.last_on)
    link = reverse("web:party-statement", args=[finance.statement_token(row.id)])
    context = {
        "statement": row,
        "moves": moves_of(now),
        "more": now.more,
        "changed": now.closing - row.closing,
        "link": request.build_absolute_uri(link) if row.state != "to_send" and desk.may(STATE) else "",
        "actions": of_account_statement(desk, row),
    }
    context |= beside(request, "account_statement", row.id) | story_of(desk, [row.id]) | files_of(desk, row.id)
    return render(request, "web/account_statement.html", context)


@require_POST
@page(STATE)
def draw(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Write the statements of a month for all that have something to state."""
    month = day(f"{request.POST.get('month', '')}-01") or today(desk).replace(day=1) - timedelta(days=1)
    due = finance.parties_to_state(desk.company_id, month)
    if not due:
        messages.info(request, _("Every party with something to state has its statement."), extra_tags="good")
        return redirect("web:account-statements")
    return act(
        request, desk, finance.draw_statements, due, back=reverse("web:account-statements"),
        done=counted("%(number)s statement written.", "%(number)s statements written."), month=month,
    )  # fmt: skip


@require_POST
@page(STATE)
def send(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s statement noted as sent.", "%(number)s statements noted as sent.")
    return act(request, desk, finance.send_statements, ids_of(request), back=_back(request), done=done, on=today(desk))


@require_POST
@page(STATE)
def answer(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Keep what a party said by letter or telephone."""
    ids = ids_of(request)
    given = finance.PartyAnswer(finance.read_amount(request.POST.get("amount", "")), request.POST.get("note", ""))
    done = counted("%(number)s answer kept.", "%(number)s answers kept.")
    return act(
        request, desk, finance.answer_statements, ids, back=_back(request), done=done, on=today(desk),
        answers=dict.fromkeys(ids, given),
    )  # fmt: skip


@require_POST
@page(STATE)
def clear(request: HttpRequest, desk: Desk) -> HttpResponse:
    done = counted("%(number)s difference cleared up.", "%(number)s differences cleared up.")
    because = request.POST.get("because", "")
    return act(
        request, desk, finance.clear_statements, ids_of(request), back=_back(request), done=done, because=because
    )


def _back(request: HttpRequest) -> str:
    ids = ids_of(request)
    single = len(ids) == 1 and "single" in request.POST
    return reverse("web:account-statement", args=ids) if single else back_to(request, "web:account-statements")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def behind_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show a party its statement behind a signed link, and take its answer: it agrees, or names its own balance."""
    chosen = LANGUAGES.get(request.GET.get("lang", "").lower())
    with translation.override(chosen or translation.get_language()):
        known = finance.statement_behind(token)
        if known is None:
            return shut(render(request, "web/party_statement.html", {"statement": None, "chosen": chosen}, status=404))
        row = rows(queries.SQL["one"], id=known)[0]
        fault, status = "", 200
        if request.method == "POST":
            fault = _answered(row, request)
            if not fault:
                here = reverse("web:party-statement", args=[token])
                return shut(redirect(f"{here}?lang={request.GET['lang']}" if chosen else here))
            status = 429 if fault == "too_often" else 422
        now = finance.party_statement(row.company_id, row.party_id, row.first_on, row.last_on)
        context = {
            "statement": row, "moves": moves_of(now), "more": now.more, "changed": now.closing - row.closing,
            "theirs": _theirs(row, row.stated_amount), "chosen": chosen, "typed": request.POST,
            "fault": words_items.ANSWER_FAULTS.get(fault, ""),
        }  # fmt: skip
        return shut(render(request, "web/party_statement.html", context, status=status))


def _answered(row: Any, request: HttpRequest) -> str:
    """Keep the answer of whoever has the link; answers what is wrong with it."""
    amount: Decimal | None = row.closing
    note = "".join(sign for sign in request.POST.get("note", "") if sign.isprintable()).strip()
    if "agree" not in request.POST:
        amount = _theirs(row, finance.read_amount(request.POST.get("amount", "")))
    key = f"statement-{row.id}"
    cache.add(key, 0, HOUR)
    if int(cache.incr(key)) > TRIES:
        return "too_often"
    by = Actor(None, "party", "link", {row.company_id: frozenset({STATE})})
    on: date = datetime.now(ZoneInfo(row.time_zone)).date()
    answers = {row.id: finance.PartyAnswer(amount, note)}
    code = finance.answer_statements([row.id], company=row.company_id, by=by, on=on, answers=answers).verdicts[0].code
    return "" if code in ("done", "already") else code


def _theirs(row: Any, amount: Decimal | None) -> Decimal | None:
    """Turn a balance between our books and what a party reads and types: whoever owes, the figure is positive."""
    return -amount if amount is not None and row.closing < 0 else amount
