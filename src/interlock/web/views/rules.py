"""Posting rules: which stand, what they make of a month's events, and a change tried before it is saved."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from interlock.core.api import Refusal, first_of_month
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words, words_books
from ..access import Desk, page
from ..acting import key_of
from ..navigation import RULES
from ..paging import day, month, number
from ..queries import rules as queries
from ..queries import shell
from .orders import today

KEEPS = "finance.keep_rules"
FIELDS = ("event_kind", "component", "debit", "credit", "party_group", "item_category", "tax_class", "grouping")


@page(*RULES)
def rule_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    """List the rules by kind of event; asked for a month, with what each made of its events."""
    kind = request.GET.get("kind") or None
    shown = month(request.GET.get("month"))
    given = {"company": desk.company_id, "today": today(desk), "id": None}
    known = rows(queries.SQL["known"], company=desk.company_id)
    told = finance.rehearse_rules(desk.company_id, shown, after(shown)) if shown else None
    context = {
        "rules": rows(queries.SQL["rules"], kind=kind, ended="ended" in request.GET, **given),
        "kinds": list(dict.fromkeys(row.kind for row in known)),
        "kind": kind,
        "ended": "ended" in request.GET,
        "month": shown or before_this(desk),
        "told": told,
        "nowhere": [share for share in told.shares if share.after.code] if told else [],
    }
    return render(request, "web/rules.html", context)


@page(KEEPS)
def rule(request: HttpRequest, desk: Desk, rule_id: int = 0) -> HttpResponse:
    """Make a rule, or one that takes another's place; ``try`` shows what it would do and writes nothing."""
    older = _rule(desk, rule_id) if rule_id else None
    event = _event(desk, request)
    typed: dict[str, Any]
    if request.method != "POST":
        first: Any = request.GET if not older else {}
        typed = {name: getattr(older, name) or "" if older else first.get(name, "") for name in FIELDS}
        typed["event_kind"] = typed["event_kind"] or (event.kind if event else "")
        typed["carry_party"] = typed["carry_item"] = True
        if older:
            typed |= {"carry_party": older.carry_party, "carry_item": older.carry_item}
        start = _next_month(desk) if older else event.posting_on if event else today(desk)
        return _form(request, desk, older, event, typed | {"valid_from": day(first.get("valid_from")) or start})
    typed = {name: request.POST.get(name, "").strip().split(" ")[0] for name in FIELDS}
    typed |= {name: name in request.POST for name in ("carry_party", "carry_item")}
    typed["valid_from"] = day(request.POST.get("valid_from"))
    if typed["valid_from"] is None:
        return _form(request, desk, older, event, typed, faults=[_("Enter the day it is valid from.")], status=422)
    if older:
        typed |= {"event_kind": older.event_kind, "component": older.component}
    new = finance.NewRule(**typed, replaces=older.id if older else None)
    if request.POST.get("do") == "try":
        shown = month(request.POST.get("month")) or before_this(desk)
        return _form(request, desk, older, event, typed, told=_told(desk, shown, adds=[new]), month=shown)
    return _save(request, desk, new, typed, older, event)


def _save(
    request: HttpRequest, desk: Desk, new: finance.NewRule, typed: dict[str, Any], older: Any, event: Any
) -> HttpResponse:
    call: dict[str, Any] = {"company": desk.company_id, "by": desk.actor, "key": key_of(request)}
    try:
        verdict = finance.save_rules([1], rules={1: new}, **call).verdicts[0]
    except Refusal as refusal:
        return _form(
            request, desk, older, event, typed, faults=[words.refusal(refusal.code, refusal.detail)], status=422
        )  # fmt: skip
    if not verdict.ok:
        return _form(request, desk, older, event, typed, faults=[fault(verdict.code, verdict.detail)], status=422)
    shell.forget(desk.company_id)
    messages.success(request, _("The rule is saved."), extra_tags="good")
    return redirect("web:event", event.id) if event else redirect("web:rules")


@page(KEEPS)
def end(request: HttpRequest, desk: Desk, rule_id: int) -> HttpResponse:
    """End a rule on a day; tried first, it shows what finds no way into the books any more."""
    older = _rule(desk, rule_id)
    on = day(request.POST.get("on")) or _next_month(desk)
    context: dict[str, Any] = {"rule": older, "on": on, "month": before_this(desk), "key": uuid4()}
    if request.POST.get("do") == "try":
        shown = month(request.POST.get("month")) or before_this(desk)
        context |= {"month": shown, **_told(desk, shown, ends={rule_id: on})}
    elif request.method == "POST":
        try:
            call: dict[str, Any] = {"company": desk.company_id, "by": desk.actor, "key": key_of(request)}
            verdict = finance.end_rules([rule_id], on=on, **call).verdicts[0]
        except Refusal as refusal:
            context["faults"] = [words.refusal(refusal.code, refusal.detail)]
        else:
            if verdict.ok:
                messages.success(request, _("The rule is ended."), extra_tags="good")
                return redirect("web:rules")
            context["faults"] = [fault(verdict.code, verdict.detail)]
    context["history"] = rows(queries.SQL["history"], company=desk.company_id, id=rule_id)
    return render(request, "web/rule_end.html", context, status=422 if "faults" in context else 200)


def fault(code: str, detail: Any) -> str:
    """Say why a rule is not saved, with the day, the rule or the account's dimension that stands in the way."""
    if "dimension" in detail:
        more = f"{detail['account']}: {words_books.DIMENSIONS[detail['dimension']]}"
        way_out = _("Have the rule carry it, or name another account.")
        return f"{words.why(code)} ({more}). {way_out}"
    more = detail.get("day") or (_("Rule %(number)s") % {"number": detail["rule"]} if detail.get("rule") else "")
    return f"{words.why(code)}{f' ({more})' if more else ''}. {words.way_out(code)}"


def _told(desk: Desk, shown: date, **change: Any) -> dict[str, Any]:
    """Answer a dry run over a month; what becomes valid after it is asked as if posted then."""
    days = [rule.valid_from for rule in change.get("adds", ())] + list(change.get("ends", {}).values())
    ahead = min(days) if min(days) >= after(shown) else None
    told = finance.rehearse_rules(desk.company_id, shown, after(shown), as_of=ahead, **change)
    said = {} if told.code in ("done", "already") else {"faults": [fault(told.code, told.detail)]}
    return {"told": told, "ahead": ahead, **said}


def _form(
    request: HttpRequest, desk: Desk, older: Any, event: Any, typed: dict[str, Any], *, status: int = 200,
    told: dict[str, Any] | None = None, **more: Any,
) -> HttpResponse:  # fmt: skip
    company = desk.company_id
    choices: dict[str, list[Any]] = {}
    for row in rows(queries.SQL["choices"]):
        choices.setdefault(row.kind, []).append(row)
    known = rows(queries.SQL["known"], company=company)
    context = {
        "older": older, "event": event, "typed": typed, "choices": choices, "known": known,
        "kinds": sorted({row.kind for row in known} | set(words.EVENTS)),
        "components": sorted({row.component for row in known} | set(words.COMPONENTS)),
        "accounts": rows(queries.SQL["accounts"], company=company),
        "groupings": finance.PostingRule.Grouping.choices,
        "history": rows(queries.SQL["history"], company=company, id=older.id) if older else [],
        "month": first_of_month(event.posting_on) if event else before_this(desk),
        "key": request.POST.get("key") or uuid4(), **(told or {}), **more,
    }  # fmt: skip
    return render(request, "web/rule.html", context, status=status)


def _rule(desk: Desk, rule_id: int) -> Any:
    given = {"company": desk.company_id, "today": today(desk), "kind": None, "ended": True}
    found = rows(queries.SQL["rules"], id=rule_id, **given)
    if not found:
        raise Http404
    return found[0]


def _event(desk: Desk, request: HttpRequest) -> Any:
    """Answer the event a rule is made for, where one is named."""
    asked = number(request.GET.get("event") or request.POST.get("event"))
    found = rows(queries.SQL["asked"], company=desk.company_id, id=asked) if asked else []
    return found[0] if found else None


def after(shown: date) -> date:
    """Answer the first day after a month."""
    return first_of_month(shown + timedelta(days=31))


def before_this(desk: Desk) -> date:
    return first_of_month(first_of_month(today(desk)) - timedelta(days=1))


def _next_month(desk: Desk) -> date:
    return after(first_of_month(today(desk)))
