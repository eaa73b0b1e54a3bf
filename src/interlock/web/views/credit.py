"""Credit: the groups with what they draw, their limits and terms, and orders that are let pass."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core import api as core
from interlock.core.amounts import ungrouped
from interlock.core.api import Refusal
from interlock.core.sql import rows, value
from interlock.finance import api as finance
from interlock.sales import api as sales

from .. import words
from ..access import Desk, open_document, page
from ..acting import act, counted, key_of
from ..lists.credit import CREDIT_LIST
from ..lists.show import show
from ..navigation import CREDIT
from ..paging import before, day, page_of
from ..queries import credit as queries
from .orders import today

ENTRIES = 30
SHARES = dict(finance.CreditShare.choices)
METHODS = finance.CreditTerm.Method.choices
ADJUSTED = ("adjustment", "contract")  # the kinds of entries that people make


@page(*CREDIT)
def group_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    return show(request, desk, CREDIT_LIST, lambda _asked: {}, template="web/credit_groups.html")


@page()
def group(request: HttpRequest, desk: Desk, group_id: int) -> HttpResponse:
    row = _open(request, desk, group_id)
    scope = {"company": desk.company_id, "id": group_id}
    context = {
        "group": row,
        "keeps": row.company_id == desk.company_id,
        "balances": [(SHARES[one.share], one) for one in rows(queries.SQL["balances"], id=group_id)],
        "positions": [(words.credit.KINDS[one.kind], one) for one in rows(queries.SQL["positions"], id=group_id)],
        "customers": [(dict(METHODS)[one.method], one) for one in rows(queries.SQL["customers"], id=group_id)],
        "limits": rows(queries.SQL["limits"], id=group_id),
        "releases": rows(queries.SQL["releases"], **scope),
        "page": page_of(
            request, rows(queries.SQL["entries"], before=before(request), size=ENTRIES, **scope), size=ENTRIES
        ),
        "kinds": words.credit.KINDS,
        "shares": finance.CreditShare.choices,
        "methods": METHODS,
        "adjusted": [(kind, words.credit.KINDS[kind]) for kind in ADJUSTED],
        "today": today(desk),
        "key": uuid4(),
    }
    return render(request, "web/credit_group.html", context)


def _open(request: HttpRequest, desk: Desk, group_id: int) -> Any:
    """Sit down at a group: in the company that keeps it, or where one is that draws from it."""
    found = rows(queries.SQL["group"], id=group_id, company=desk.company_id)
    row = found[0] if found else None
    here = row is not None and (row.drawn_here or row.company_id == desk.company_id)
    open_document(request, desk, desk.company_id if here else row.company_id if row else None, *CREDIT)
    return row


@require_POST
@page("finance.set_credit_limits")
def set_limit(request: HttpRequest, desk: Desk, group_id: int) -> HttpResponse:
    """Set a limit, and ask for its approval where a route wants one."""
    back = redirect("web:credit-group", group_id)
    given, reason = request.POST, request.POST.get("reason", "").strip()
    amount, first = _amount(given.get("amount", "")), day(given.get("valid_from")) or today(desk)
    if amount is None:
        messages.error(request, str(words.why("bad_amount")), extra_tags="bad")
        return back
    new = finance.NewLimit(amount, first, reason, given.get("share", "trade"), day(given.get("valid_to")))
    call: dict[str, Any] = {"company": desk.company_id, "by": desk.actor}
    try:
        outcome = finance.set_credit_limits(
            [group_id], limits={group_id: new}, on=today(desk), key=key_of(request), **call
        )
        [verdict] = outcome.verdicts
        if verdict.detail.get("waits"):
            core.submit_approvals([verdict.detail["limit"]], kind=finance.CREDIT_LIMIT, reason=reason, **call)
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return back
    if not verdict.ok:
        messages.error(request, f"{words.why(verdict.code)}. {words.way_out(verdict.code)}", extra_tags="bad")
    elif verdict.detail.get("waits"):
        messages.success(request, _("The new limit waits for its approval."), extra_tags="good")
    else:
        messages.success(request, _("The limit is set."), extra_tags="good")
    return back


@require_POST
@page("finance.keep_credit")
def set_terms(request: HttpRequest, desk: Desk, group_id: int) -> HttpResponse:
    """Agree the terms of a customer, who joins the group by them."""
    given = request.POST
    party = value(queries.SQL["parties"], code=given.get("party", "").strip().split(" ")[0])
    days = given.get("credit_days", "")
    terms = finance.NewTerms(
        group_id, given.get("method", ""), int(days) if days.isdecimal() and len(days) < 5 else -1,
        given.get("share", "trade"),
    )  # fmt: skip
    return act(
        request, desk, finance.set_credit_terms, [party or 0], back=reverse("web:credit-group", args=[group_id]),
        done=counted("Terms of %(number)s customer agreed.", "Terms of %(number)s customers agreed."),
        terms={party or 0: terms}, on=today(desk),
    )  # fmt: skip


@require_POST
@page("finance.keep_credit")
def adjust(request: HttpRequest, desk: Desk, group_id: int) -> HttpResponse:
    """Draw credit for a contract, or enter what a customer owes more or less than documents say."""
    given = request.POST
    new = finance.NewAdjustment(
        group_id, value(queries.SQL["parties"], code=given.get("party", "").strip()) or 0,
        _amount(given.get("amount", "")) or Decimal(0), given.get("kind", ""), given.get("share", "trade"),
        day(given.get("due_on")),
    )  # fmt: skip
    return act(
        request, desk, finance.adjust_credit, [group_id], back=reverse("web:credit-group", args=[group_id]),
        done=counted("%(number)s adjustment entered.", "%(number)s adjustments entered."),
        adjustments={group_id: new}, on=today(desk),
    )  # fmt: skip


@require_POST
@page("finance.release_credit")
def release(request: HttpRequest, desk: Desk, order_id: int) -> HttpResponse:
    """Let an order pass over its credit, with a reason, until a day."""
    given = request.POST
    amount = _amount(given.get("amount", ""))
    return act(
        request, desk, sales.release_credit, [order_id], back=reverse("web:order", args=[order_id]),
        done=counted("%(number)s order let pass.", "%(number)s orders let pass."),
        on=today(desk), note=given.get("note", ""), expires_on=day(given.get("expires_on")),
        amounts=None if amount is None else {order_id: amount},
    )  # fmt: skip


def _amount(text: str) -> Decimal | None:
    try:
        made = Decimal(ungrouped(text))
    except InvalidOperation:
        return None
    return made if made.is_finite() else None
