"""Open items: receivables, payables, aging, the page of a party where items are applied and taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.sql import rows
from interlock.finance import api as finance

from .. import words_items
from ..access import Desk, open_document, page
from ..acting import act, counted, ids_of
from ..lists.items import PAYABLES, RECEIVABLES, kind_word
from ..lists.show import show
from ..navigation import ITEMS
from ..paging import day, number
from ..queries import items as queries
from ..reporting import Report, asked_form
from ..templatetags.belonging import belongs, months_before
from ..templatetags.workplace import name as name_of
from .orders import today

NOTHING = Decimal(0)


@page(*ITEMS)
def receivables(request: HttpRequest, desk: Desk) -> HttpResponse:
    return show(request, desk, RECEIVABLES, lambda _asked: {"side": "receivable"}, template="web/items.html")


@page(*ITEMS)
def payables(request: HttpRequest, desk: Desk) -> HttpResponse:
    return show(request, desk, PAYABLES, lambda _asked: {"side": "payable"}, template="web/items.html")


@page()
def item(request: HttpRequest, desk: Desk, item_id: int) -> HttpResponse:
    """Lead to the party of an item, where it stands among the others; one without a party to its voucher."""
    found = rows(queries.SQL["item"], id=item_id)
    open_document(request, desk, found[0].company_id if found else None, *ITEMS)
    if found[0].party_id is None:
        return redirect("web:voucher", found[0].voucher_id)
    return redirect(reverse("web:item-party", args=[found[0].party_id]) + f"?item={item_id}#item-{item_id}")


@page(*ITEMS)
def aging(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What is open as of a day, by party and how late it is; the buckets are asked for in the address."""
    side = request.GET.get("side") if request.GET.get("side") in words_items.SIDES else "receivable"
    on = day(request.GET.get("on")) or today(desk)
    typed = [
        int(text) for text in request.GET.get("buckets", "").replace("，", ",").split(",") if text.strip().isdecimal()
    ]
    buckets = tuple(sorted({one for one in typed if 0 < one < 10_000}))[:8] or finance.AGING_BUCKETS
    found = finance.aging(desk.company_id, str(side), on, buckets)
    heads = [_("not due"), *_spans(found.buckets)]
    if form := asked_form(request):
        table = [[*_who(line), *line.buckets, line.advance, line.total] for line in [*found.lines, found.sums]]
        titles = [_("Code"), _("Name"), *heads, _("Paid in advance"), _("Total")]
        about = [name_of(desk.company), on.isoformat(), desk.company.currency]
        title = f"{_('Aging')} {words_items.SIDES[str(side)]}"
        return Report(title, about, titles, table, {len(table) - 1}).file(form)
    context = {"found": found, "side": side, "sides": words_items.SIDES, "on": on, "heads": heads}
    asked = ",".join(str(one) for one in found.buckets)
    return render(request, "web/aging.html", context | {"buckets": asked, "last": len(heads) + 3})


def _who(line: Any) -> tuple[str, str]:
    return (
        (line.code, line.name) if line.code or line.name else ("", _("Total") if line.party is None else _("without"))
    )


def _spans(ends: tuple[int, ...]) -> list[str]:
    """Answer what the columns of late items are called: 1–30, 31–60, over 60."""
    starts = (1, *(end + 1 for end in ends))
    spans = [f"{start}–{end}" for start, end in zip(starts, ends, strict=False)]
    return [*spans, _("over %(days)s days") % {"days": ends[-1]}]


@page(*ITEMS)
def party(request: HttpRequest, desk: Desk, party_id: int) -> HttpResponse:
    """A party's open items, what may be applied, and its statement of a period."""
    found = rows(queries.SQL["party"], id=party_id, code=None)
    if not found:
        raise Http404
    now = today(desk)
    last = day(request.GET.get("to")) or now
    first = day(request.GET.get("from")) or (last.replace(day=1) - timedelta(days=1)).replace(day=1)
    statement = finance.party_statement(desk.company_id, party_id, first, last)
    if form := asked_form(request):
        return _statement_file(desk, found[0], statement, first, last).file(form)
    current = finance.open_items_of(desk.company_id, party_id, now)
    marked = number(request.GET.get("item"))
    named = [marked] if marked else [row.id for row in current]
    context = {
        "party": found[0],
        "first": first,
        "last": last,
        "on": now,
        "statement": statement,
        "moves": moves_of(statement),
        "debits": [(row, kind_word(row.kind)) for row in current if row.direction == "debit"],
        "credits": [(row, kind_word(row.kind)) for row in current if row.direction == "credit"],
        "proposals": finance.propose(desk.company_id, now, [party_id]),
        "methods": words_items.METHODS,
        "marked": marked,
        "applications": [(row, kind_word(row.kind)) for row in finance.applications_of(desk.company_id, named)],
        "key": uuid4(),
    }
    return render(request, "web/item_party.html", context)


def moves_of(statement: Any) -> list[tuple[Any, str, Any]]:
    """Answer the moves of a statement with their words and the balance after each."""
    balance, shown = statement.opening, []
    for move in statement.moves:
        balance += move.book
        shown.append((move, kind_word(move.kind), balance))
    return shown


def _statement_file(desk: Desk, party_row: Any, statement: Any, first: date, last: date) -> Report:
    """Answer a statement of a party as a table to take away."""
    heads = [_("Date"), _("Document"), _("Number"), _("Due"), _("Debit"), _("Credit"), _("Balance")]
    about = [name_of(desk.company), f"{party_row.code} {party_row.name}", f"{first} – {last}", desk.company.currency]
    notes = [_("More than 2,000 rows; choose a shorter time.")] if statement.more else []
    made = Report(_("Statement of account"), about, heads, notes=notes, balances={6})
    made.add(first.isoformat(), _("Opening"), "", "", "", "", statement.opening, strong=True)
    for move, kind, balance in moves_of(statement):
        due = move.due_on.isoformat() if move.due_on else ""
        debit, credit = max(move.book, NOTHING), max(-move.book, NOTHING)
        what = f"{kind} · {move.reference}" if move.reference not in ("", move.number) else str(kind)
        late = belongs(months_before(move.fact_on, move.on))
        what = f"{what} · {late}" if late else what
        made.add(move.on.isoformat(), what, move.number, due, debit or "", credit or "", balance)
    made.add(last.isoformat(), _("Closing"), "", "", "", "", statement.closing, strong=True)
    return made


@require_POST
@page(*ITEMS)
def apply(request: HttpRequest, desk: Desk, party_id: int) -> HttpResponse:
    """Apply one debit and one credit item, or what was proposed and ticked."""
    back = reverse("web:item-party", args=[party_id])
    on = day(request.POST.get("on")) or today(desk)
    numbered = dict(enumerate(_asked(request.POST), start=1))
    done = counted("%(number)s application made.", "%(number)s applications made.")
    return act(request, desk, finance.apply_items, list(numbered), back=back, done=done, on=on, applications=numbered)


def _asked(form: Mapping[str, Any]) -> list[finance.NewApplication]:
    """Read the applications of a form: the pairs that were ticked, else the one that was put together."""
    made = []
    for text in form.getlist("pair"):  # type: ignore[attr-defined]
        debit, credit, amount = (*text.split(":"), "", "", "")[:3]
        if (one := number(debit)) and (other := number(credit)):
            made.append(finance.NewApplication(one, other, finance.read_amount(amount), reason="proposed"))
    debit_item, credit_item = number(form.get("debit")), number(form.get("credit"))
    if not made and debit_item and credit_item:
        given = [finance.read_amount(form[name]) if form.get(name) else None for name in ("amount", "other")]
        made.append(finance.NewApplication(debit_item, credit_item, given[0], given[1], str(form.get("reason", ""))))
    return made


@require_POST
@page(*ITEMS)
def undo(request: HttpRequest, desk: Desk, party_id: int) -> HttpResponse:
    """Take applications back as of today."""
    done = counted("%(number)s application taken back.", "%(number)s applications taken back.")
    back = reverse("web:item-party", args=[party_id])
    return act(request, desk, finance.undo_applications, ids_of(request), back=back, done=done, on=today(desk))
