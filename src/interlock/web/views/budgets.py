"""Budgets: the list, one with its lines, versions and entries; new totals, incentives, budget against actual."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from itertools import groupby
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core import api as core
from interlock.core.api import Refusal, first_of_year, months_of_year, year_name, year_of
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words, words_budgets
from ..access import Desk, open_document, page
from ..acting import act, counted, key_of
from ..approvals import approvals_of
from ..beside import story_of
from ..lists.budgets import BUDGET_LIST, INCENTIVE_LIST, pct
from ..lists.cells import chinese
from ..lists.show import show
from ..navigation import BUDGETS
from ..paging import before, day, month, number, page_of
from ..queries import budgets as queries
from ..reporting import Report, asked_form
from .orders import today
from .reports import asked_year

ENTRIES, NEW_LINES = 30, 8
HEAD = ("code", "name", "kind", "control", "owner", "reason")
CELLS = ("account", "unit", "project", "month", "category", "channel", "beneficiary", "name", "total")


@page(*BUDGETS)
def budget_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    return show(request, desk, BUDGET_LIST, lambda _asked: {}, template="web/budgets.html")


@page(*BUDGETS)
def incentive_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show every incentive, and below them what coupons gave, which their own ledger keeps."""
    coupons = [(row, pct(row.used_pct)) for row in rows(queries.SQL["coupons"], company=desk.company_id)]
    return show(request, desk, INCENTIVE_LIST, lambda _asked: {"coupons": coupons}, template="web/incentives.html")


@page(*BUDGETS)
def incentive(request: HttpRequest, desk: Desk, line_id: int) -> HttpResponse:  # noqa: ARG001  every page is told
    """Open the budget of an incentive."""
    found = rows(queries.SQL["incentives"], company=desk.company_id, ids=[line_id])
    return redirect("web:budget", found[0].budget_id) if found else redirect("web:incentives")


@page()
def version(request: HttpRequest, desk: Desk, change_id: int) -> HttpResponse:
    """Open the budget whose totals a version changes: whoever approves it sees the difference there."""
    found = rows(queries.SQL["of_change"], id=change_id)
    open_document(request, desk, found[0].company_id if found else None, *BUDGETS)
    return redirect("web:budget", found[0].budget_id)


@page()
def budget(request: HttpRequest, desk: Desk, budget_id: int) -> HttpResponse:
    found = rows(queries.SQL["budget"], id=budget_id)
    open_document(request, desk, found[0].company_id if found else None, *BUDGETS)
    scope = {"company": desk.company_id, "id": budget_id}
    lines = rows(queries.SQL["lines"], **scope)
    changes = rows(queries.SQL["changes"], **scope)
    asked = next((change for change in changes if change.state == "asked"), None)
    differing = rows(queries.SQL["differences"], company=desk.company_id, changes=[c.id for c in changes])
    rates = finance.rates_of(desk.company_id, [line.id for line in lines if line.in_force])
    context: dict[str, Any] = {
        "budget": found[0],
        "kind_word": words_budgets.KINDS[found[0].kind],
        "control": words_budgets.CONTROLS[found[0].control],
        "lines": [(line, rates.get(line.id, Decimal(100))) for line in lines],
        "sums": {
            name: sum(getattr(line, f"{name}_amount") for line in lines)
            for name in ("total", "reserved", "used", "free", "overdrawn")
        },
        "grants": [line for line in lines if line.in_force and line.account is None],
        "changes": [(change, [row for row in differing if row.change_id == change.id]) for change in changes],
        "thresholds": [
            (words_budgets.ACTIONS[row.action], row) for row in rows(queries.SQL["thresholds"], **scope)
        ],
        "page": page_of(
            request, rows(queries.SQL["entries"], before=before(request), size=ENTRIES, **scope), size=ENTRIES
        ),
        "entry_words": words_budgets.ENTRIES,
        "document_words": words_budgets.DOCUMENTS,
        "today": today(desk),
        "key": uuid4(),
    }  # fmt: skip
    if asked:
        context["approval"] = approvals_of(desk, finance.BUDGET_CHANGE, asked.id, version=asked.version, stands=True)
    context |= story_of(desk, [budget_id])
    return render(request, "web/budget.html", context)


@page("finance.keep_budgets")
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Write a budget of a few lines; larger ones come as a table."""
    given = request.POST
    starts = desk.company.year_starts
    months = months_of_year(year_of(today(desk), starts) + 1, starts)
    year = {
        "starts_on": f"{first_of_year(today(desk), starts)}", "ends_on": f"{months[0] - timedelta(days=1)}",
    }  # fmt: skip
    context: dict[str, Any] = {
        "choices": rows(queries.SQL["choices"], company=desk.company_id),
        "kinds": list(words_budgets.KINDS.items()),
        "controls": list(words_budgets.CONTROLS.items()),
        "typed": {name: given.get(name, "") for name in HEAD} | {name: given.get(name, year[name]) for name in year},
        "rows": [{name: given.get(f"{name}-{n}", "") for name in CELLS} for n in range(NEW_LINES)],
        "key": given.get("key") or uuid4(),
    }
    if request.method == "POST":
        typed, first, last = context["typed"], day(given.get("starts_on")), day(given.get("ends_on"))
        lines = tuple(_line(row) for row in context["rows"] if any(row.values()))
        if first is None or last is None:
            context["fault"] = f"{words.why('bad_period')}. {words.way_out('bad_period')}"
        else:
            head = {name: typed[name].strip() for name in HEAD}
            wanted = finance.NewBudget(starts_on=first, ends_on=last, lines=lines, **head)
            saved = _save(request, desk, wanted)
            if isinstance(saved, HttpResponse):
                return saved
            context["fault"] = saved
    return render(request, "web/budget_new.html", context)


def _line(row: dict[str, str]) -> finance.NewBudgetLine:
    named = {name: row[name].strip() for name in CELLS if name not in ("month", "total")}
    return finance.NewBudgetLine(finance.read_amount(row["total"]), month=month(row["month"]), **named)


@require_POST
@page("finance.keep_budgets")
def change(request: HttpRequest, desk: Desk, budget_id: int) -> HttpResponse:
    """Ask for new totals of a budget's lines; those whose field is as it was stay."""
    found = rows(queries.SQL["budget"], id=budget_id)
    open_document(request, desk, found[0].company_id if found else None, "finance.keep_budgets")
    row, lines = found[0], []
    for line in rows(queries.SQL["lines"], company=desk.company_id, id=budget_id):
        text = request.POST.get(f"total-{line.id}", "").strip()
        if text and finance.read_amount(text) != line.total_amount:
            named = {name: getattr(line, name) or "" for name in CELLS if name not in ("month", "total")}
            lines.append(finance.NewBudgetLine(finance.read_amount(text), month=line.month, **named))
    wanted = finance.NewBudget(
        row.code, row.name, row.kind, row.starts_on, row.ends_on, tuple(lines), request.POST.get("reason", ""),
        row.control,
    )  # fmt: skip
    saved = _save(request, desk, wanted)
    if isinstance(saved, HttpResponse):
        return saved
    messages.error(request, saved, extra_tags="bad")
    return redirect("web:budget", budget_id)


def _save(request: HttpRequest, desk: Desk, wanted: finance.NewBudget) -> HttpResponse | str:
    """Save a budget and ask for its approval where a route wants one; answers the way on, or what is wrong."""
    call: dict[str, Any] = {"company": desk.company_id, "by": desk.actor}
    try:
        outcome = finance.save_budgets([1], budgets={1: wanted}, on=today(desk), key=key_of(request), **call)
        [verdict] = outcome.verdicts
        if verdict.detail.get("waits") and not outcome.replayed:
            reason = wanted.reason.strip()
            core.submit_approvals([verdict.detail["change"]], kind=finance.BUDGET_CHANGE, reason=reason, **call)
    except Refusal as refusal:
        return str(words.refusal(refusal.code, refusal.detail))
    if not verdict.ok:
        where = f" ({_('line')} {verdict.detail['line']})" if "line" in verdict.detail else ""
        return f"{words.why(verdict.code)}{where}. {words.way_out(verdict.code)}"
    if verdict.detail.get("waits"):
        messages.success(request, _("The new totals wait for their approval."), extra_tags="good")
    else:
        messages.success(request, _("The budget is in force."), extra_tags="good")
    return redirect("web:budget", verdict.detail["budget"]) if "budget" in verdict.detail else redirect("web:budgets")


@require_POST
@page("finance.keep_budgets")
def close(request: HttpRequest, desk: Desk, budget_id: int) -> HttpResponse:
    return act(
        request, desk, finance.close_budgets, [budget_id], back=reverse("web:budget", args=[budget_id]),
        done=counted("%(number)s budget closed.", "%(number)s budgets closed."),
    )  # fmt: skip


@require_POST
@page("finance.use_budgets")
def grant(request: HttpRequest, desk: Desk, budget_id: int) -> HttpResponse:
    """Take from an incentive what a document grants."""
    given = request.POST
    use = finance.NewUse(
        number(given.get("line")) or 0, finance.read_amount(given.get("amount", "")),
        day(given.get("on")) or today(desk), given.get("number", ""),
    )  # fmt: skip
    return act(
        request, desk, finance.use_incentives, [1], back=reverse("web:budget", args=[budget_id]),
        done=counted("%(number)s grant taken.", "%(number)s grants taken."), uses={1: use},
    )  # fmt: skip


@page(*BUDGETS)
def report(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Compare budgets with what the books say, by department and month, down to the accounts' ledgers."""
    starts = desk.company.year_starts
    year = asked_year(desk, request, today(desk))
    each = months_of_year(year, starts)
    found = rows(queries.SQL["report"], company=desk.company_id, first=each[0])
    groups = []
    for _unit, own in groupby(found, key=lambda row: row.unit_id):
        lines = list(own)
        months = [sum((row.months[place] for row in lines), Decimal(0)) for place in range(12)]
        total = sum((row.total_amount for row in lines), Decimal(0))
        used = sum((row.used_amount for row in lines), Decimal(0))
        groups.append({"head": lines[0], "lines": lines, "months": months, "total": total, "used": used})
    if form := asked_form(request):
        names = [f"{month:%Y-%m}" for month in each]
        heads = [_("Department"), _("Account"), _("Budget"), _("Budget total"), _("Used"), _("Free"), *names]
        about = [desk.company.code, year_name(year, starts), desk.company.currency]
        made = Report(_("Budget and actual"), about, heads)
        for group in groups:
            unit = f"{group['head'].unit or ''} {_unit_name(group['head'])}".strip()
            for row in group["lines"]:
                name = row.name_zh if chinese() else row.name_en
                free = row.total_amount - row.used_amount
                made.add(
                    unit, f"{row.account} {name}", row.budget, row.total_amount, row.used_amount, free, *row.months
                )
            made.add(unit, _("Total"), "", group["total"], group["used"], group["total"] - group["used"],
                     *group["months"], strong=True)  # fmt: skip
        return made.file(form)
    context = {"year": year, "groups": groups, "each": each}
    return render(request, "web/budget_report.html", context)


def _unit_name(row: Any) -> str:
    return str((row.unit_zh if chinese() else row.unit_en) or _("no department"))
