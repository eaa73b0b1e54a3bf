"""Reports across columns, dimensions and companies, and files for auditors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Company, first_of_year, submit, year_name, year_of
from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words_reports
from ..access import Desk, page
from ..acting import key_of
from ..navigation import BOOKS, REPORTS
from ..paging import month, number
from ..queries import books as queries
from ..reporting import Report, asked_form
from ..templatetags.workplace import name as name_of
from .reports import asked_year, months_of, statement_file
from .stock import documents_of

STATEMENTS = tuple(words_reports.STATEMENTS)
SPANS = tuple(words_reports.SPANS)
FORMATS = ("xml", "parquet")
SHOWN, IN_FILE = 500, 100_000  # values of a dimension
DOCUMENTS = 30  # that differ, on the page


def _mine(desk: Desk) -> list[Company]:
    """Answer the companies whose books a person may see, all of them and not a part."""
    every = Company.objects.select_related("currency").order_by("code")
    return [
        one
        for one in every
        if desk.actor.scope(one.pk) is None and any(desk.actor.may(right, one.pk) for right in (*REPORTS, *BOOKS))
    ]


def _chosen(request: HttpRequest, mine: Sequence[Company]) -> list[Company]:
    asked = set(request.GET.getlist("company"))
    return [one for one in mine if one.code in asked] or list(mine)


@page(*REPORTS, *BOOKS)
def statement_columns(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A statement by month, quarter or year, or of companies side by side."""
    months, shown = months_of(desk, request)
    report = request.GET.get("report") if request.GET.get("report") in STATEMENTS else STATEMENTS[0]
    by = request.GET.get("by") if request.GET.get("by") in SPANS else SPANS[0]
    year, mine, starts = asked_year(desk, request, shown), _mine(desk), desk.company.year_starts
    chosen = _chosen(request, mine)
    if by == "company":
        span = [finance.Span("amount", first_of_year(shown, starts), shown.replace(day=1))]
        made = finance.side_by_side({one.code: finance.in_columns(one.pk, str(report), span) for one in chosen})
    else:
        made = finance.in_columns(desk.company_id, str(report), finance.spans_of(year, str(by), starts))
    title = str(words_reports.STATEMENTS[str(report)])
    if form := asked_form(request):
        about = f"{shown:%Y-%m}" if by == "company" else year_name(year, starts)
        return statement_file(desk, made, title, list(made.columns), about).file(form)
    context = {
        "months": months, "month": shown, "report": report, "by": by, "year": year, "mine": mine,
        "chosen": [one.code for one in chosen], "heads": made.columns, "title": title,
        "lines": [line for line in made.lines if line.is_strong or any(line.amounts)],
        "missing": [] if report == "cash_flow" else made.missing, "statements": STATEMENTS, "spans": SPANS,
        "query": _query(request),
    }  # fmt: skip
    return render(request, "web/statement_columns.html", context)


def _query(request: HttpRequest) -> str:
    """Answer what was asked, to ask for a file of the same or for a part of it."""
    asked = request.GET.copy()
    for name in ("format", "pair"):
        asked.pop(name, None)
    return asked.urlencode()


@page(*REPORTS, *BOOKS)
def analysis(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Accounts by dimension, from the totals kept of sealed vouchers, down to vouchers and document lines."""
    _months, shown = months_of(desk, request)
    until = shown
    since = min(month(request.GET.get("since")) or shown, until)
    by = request.GET.get("by") if request.GET.get("by") in finance.DIMENSIONS else finance.DIMENSIONS[0]
    prefix = "".join(sign for sign in request.GET.get("account", "6") if sign.isalnum())[:20]
    value, account = number(request.GET.get("value")), number(request.GET.get("line"))
    form = asked_form(request)
    found = finance.analyse(desk.company_id, str(by), prefix, since, until, value, IN_FILE if form else SHOWN)
    ids = [row.value_id for row in found.rows] if value is None else [value]
    names = finance.names_of(str(by), ids)
    lines = [] if value is None or account is None else finance.lines_of(
        desk.company_id, str(by), value, account, since, until
    )  # fmt: skip
    if form:
        return _analysis_file(desk, found, names, str(by), prefix, since, until).file(form)
    context = {
        "rows": found.rows, "names": names, "waiting": found, "by": by, "prefix": prefix, "since": since,
        "until": until,
        "documents": documents_of(desk, sorted({row.document_line_id for row in lines if row.document_line_id})),
        "value": value, "chosen": names.get(value or 0), "account": account, "lines": lines, "query": _query(request),
        "dimensions": finance.DIMENSIONS, "month": until,
        "months": [row.month for row in rows(queries.SQL["months"], company=desk.company_id)],
    }  # fmt: skip
    return render(request, "web/analysis.html", context)


def _analysis_file(
    desk: Desk, found: finance.Analysis, names: dict[int, Any], by: str, prefix: str, since: date, until: date
) -> Report:
    about = [name_of(desk.company), f"{since:%Y-%m} – {until:%Y-%m}", f"{prefix}*", desk.company.currency]
    heads = [_("Code"), _("Name"), _("Lines"), _("Debit"), _("Credit"), _("Balance")]
    notes = [_waiting(found)] if found.waiting_vouchers else []
    if found.more:
        notes.append(_("%(more)s more are not listed; the total is of all.") % {"more": f"{found.more:,}"})
    report = Report(f"{_('Analysis')}: {words_reports.DIMENSIONS[by]}", about, heads, notes=notes)
    for row in found.rows:
        name = row if hasattr(row, "code") else names.get(row.value_id)
        label = (name.code, name_of(name)) if name else ("", _("without"))
        report.add(*label, row.lines, row.debit, row.credit, row.balance)
    if whole := found.whole:
        sums = (whole.all_lines, whole.all_debit, whole.all_credit, whole.all_balance)
        report.add("", _("Total"), *sums, strong=True)
    return report


def _waiting(found: finance.Analysis) -> str:
    return _("%(vouchers)s vouchers with %(lines)s lines are not counted yet.") % {
        "vouchers": f"{found.waiting_vouchers:,}",
        "lines": f"{found.waiting_lines:,}",
    }


@require_POST
@page(*REPORTS, *BOOKS)
def count(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Count what is sealed now, without waiting for the worker."""
    finance.count_dimensions(desk.company_id, month(request.POST.get("month")))
    back = request.POST.get("back", "")
    # "//elsewhere" begins with "/" too, and leads away from here.
    here = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if here else "web:analysis")


@page(*REPORTS, *BOOKS)
def group(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The chosen companies as one, without what they owe and sold each other."""
    months, shown = months_of(desk, request)
    report = "income_statement" if request.GET.get("report") == "income_statement" else "balance_sheet"
    mine = _mine(desk)
    chosen = _chosen(request, mine)
    currencies = sorted({one.currency_id for one in mine})
    currency = request.GET.get("currency") if request.GET.get("currency") in currencies else desk.company.currency
    rates = {one: rate for one in currencies if (rate := _rate(request.GET.get(f"rate-{one}")))}
    made = finance.consolidate(
        [one.pk for one in chosen], report, shown, str(currency), rates, desk.company.year_starts
    )
    heads = [*(one.code for one in made.members), _("Sum"), _("Eliminated"), _("Consolidated")]
    title = _("Consolidated balance sheet") if report == "balance_sheet" else _("Consolidated income statement")
    if form := asked_form(request):
        return _group_file(made, title, heads, shown, str(currency)).file(form)
    asked = request.GET.get("pair")
    differing = [
        (pair, pair.documents(enough=DOCUMENTS + 1) if asked == _of(pair) else None)
        for pair in made.pairs
        if pair.difference
    ]
    context = {
        "months": months, "month": shown, "report": report, "mine": mine, "chosen": [one.code for one in chosen],
        "currencies": [(one, rates.get(one)) for one in currencies if one != currency], "currency": currency,
        "heads": heads, "title": title, "made": made, "query": _query(request),
        "lines": [line for line in made.statement.lines if line.is_strong or any(line.amounts)],
        "differing": differing, "bound": DOCUMENTS, "of_lines": _of_lines(desk, differing),
    }  # fmt: skip
    return render(request, "web/group.html", context)


def _of(pair: finance.Pair) -> str:
    return f"{pair.one.code}-{pair.other.code}"


def _of_lines(desk: Desk, differing: Sequence[Any]) -> dict[int, Any]:
    """Answer the documents of the lines that are named, whichever company they are of."""
    lines: dict[int, list[int]] = {}
    for _pair, named in differing:
        for one in (named or [])[:DOCUMENTS]:
            if one.document_line_id:
                lines.setdefault(one.company.id, []).append(one.document_line_id)
    return {
        line: document for company in lines for line, document in documents_of(desk, lines[company], company).items()
    }


def _rate(text: str | None) -> Decimal | None:
    try:
        found = Decimal((text or "").strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() and 0 < found < 10**9 else None


def _group_file(made: finance.Group, title: str, heads: Sequence[str], shown: date, currency: str) -> Report:
    """Answer the statement, and under it the pairs that differ with their documents."""
    about = [" + ".join(one.code for one in made.members), f"{shown:%Y-%m}", currency]
    notes = [
        _("Left out, as no rate is given: %(codes)s") % {"codes": ", ".join(o.code for o in made.left_out)}
    ] * bool(made.left_out)
    if any(pair.difference for pair in made.pairs):
        notes.append(_("Documents are named of the latest three months in which two companies came to differ."))
    report = Report(title, about, [_("Code"), _("Line"), *heads], notes=notes)
    for line in made.statement.lines:
        report.add(line.code, name_of(line), *line.amounts, strong=line.is_strong)
    blank = [None] * (len(heads) - 1)
    for pair in made.pairs:
        if pair.difference:
            report.add(
                "", f"{pair.one.code} – {pair.other.code}: {_('difference')}", *blank, pair.difference, strong=True
            )
            for one in pair.documents():
                report.add(one.company.code, f"{one.number} {one.posting_on} {one.account}", *blank, one.amount)
    return report


@page(*REPORTS, *BOOKS)
def audit_files(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Ask for a year of the books as files for an auditor."""
    _months, shown = months_of(desk, request)
    context = {"year": year_of(shown, desk.company.year_starts), "formats": FORMATS, "tables": finance.AUDIT_TABLES}
    return render(request, "web/audit_files.html", context)


@require_POST
@page(*REPORTS, *BOOKS)
def export_audit(request: HttpRequest, desk: Desk) -> HttpResponse:
    year = number(request.POST.get("year")) or 0
    form = request.POST.get("format") if request.POST.get("format") in FORMATS else FORMATS[0]
    if not 1900 <= year <= 9000:
        return redirect("web:audit-files")
    given = {"year": year, "format": form}
    job = submit(finance.AUDIT, company=desk.company_id, by=desk.actor, key=key_of(request), arguments=given)
    return redirect("web:job", job.pk)
