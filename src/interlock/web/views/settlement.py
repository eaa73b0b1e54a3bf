"""Settlement: statements of platforms, what in them differs and who owns it, what no statement names, the bank."""

from __future__ import annotations

from typing import Any, BinaryIO, cast
from uuid import uuid4

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal, content_path
from interlock.core.sql import rows
from interlock.finance import api as finance
from interlock.sales import api as sales

from .. import words
from ..access import Desk, open_document, page
from ..acting import act, counted, ids_of, key_of
from ..beside import beside, files_of, story_of
from ..document_actions import of_statement
from ..lists import Asked
from ..lists.catalogue import STATEMENT_LIST
from ..lists.received import DIFFERENCE_LIST, RECEIPT_LIST
from ..lists.show import show
from ..navigation import BANK, SETTLEMENT
from ..paging import SIZE, before, day, number, page_of
from ..queries import bank as bank_queries
from ..queries import orders as orders_queries
from ..queries import settlement as queries
from ..statements import ask_to_read
from .orders import today

STATES = ("imported", "matched", "posted", "paid")
#: state → what may be done with statements in it, and with which permission
STEPS = {"matched": ("post", "sales.post_statements"), "posted": ("tie", "sales.tie_payouts")}
RESULTS = tuple(result for result in sales.Result.values if not result.endswith("matched"))


@page(*SETTLEMENT)
def statement_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(asked: Asked) -> dict[str, Any]:
        step, permission = STEPS.get(asked.wanted["state"], ("", ""))
        return {
            "shops": rows(orders_queries.SQL["shops"], company=desk.company_id) if desk.scope is None else [],
            "states": STATES,
            "today": today(desk),
            "acts": step if step and desk.may(permission) else "",
            "receipts": _receipts(desk) if step == "tie" and desk.may(permission) else [],
        }

    return show(request, desk, STATEMENT_LIST, more, template="web/statements.html")


@page()
def statement(request: HttpRequest, desk: Desk, statement_id: int) -> HttpResponse:
    """One statement: what came of its lines, the ones that differ first."""
    document, company = _open(request, desk, statement_id), desk.company_id
    shown = request.GET.get("result") if request.GET.get("result") in (*RESULTS, "matched") else None
    if shown == "matched":
        given = {"first": document.first_line or 0, "last": document.last_line or 0, "before": before(request)}
        found = rows(queries.SQL["lines"], company=company, id=statement_id, size=SIZE, **given)
    else:
        found = _differences(company, request, statement=statement_id, result=shown)
    at = STATES.index(document.state)
    context = {
        "statement": document,
        "page": page_of(request, found),
        "shown": shown,
        "counts": [(result, document.counts.get(result, 0)) for result in ("matched", *RESULTS)],
        "steps": [(state, "past" if i < at else "now" if i == at else "") for i, state in enumerate(STATES)],
        "money": rows(queries.SQL["money"], company=company, id=statement_id),
        "actions": of_statement(desk, document),
        "receipts": _receipts(desk) if document.state == "posted" and desk.may("sales.tie_payouts") else [],
        "today": today(desk),
        "key": uuid4(),
    }
    context |= (
        beside(request, "statement", statement_id) | story_of(desk, [statement_id]) | files_of(desk, statement_id)
    )
    return render(request, "web/statement.html", context)


def _receipts(desk: Desk) -> list[Any]:
    return rows(queries.SQL["receipts_open"], company=desk.company_id)


def _differences(company: int, request: HttpRequest, **wanted: Any) -> list[Any]:
    given: dict[str, Any] = {"statement": None, "result": None, "shop": None, "owner": None, "state": None} | wanted
    return rows(queries.SQL["differences"], company=company, before=before(request), size=SIZE, **given)


def _open(request: HttpRequest, desk: Desk, statement_id: int) -> Any:
    found = rows(queries.SQL["statement"], id=statement_id)
    open_document(request, desk, found[0].company_id if found else None, *SETTLEMENT)
    return found[0]


@require_POST
@page(*SETTLEMENT)
def upload(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Let the worker read a platform's statement; the same file again leads to what came of it first."""
    file, shop = request.FILES.get("file"), number(request.POST.get("shop"))
    if file is None or shop is None:
        messages.warning(request, _("Choose a shop and a file first."), extra_tags="warn")
        return redirect("web:statements")
    try:
        job = ask_to_read(
            cast("BinaryIO", file),
            file.name or "statement",
            company=desk.company_id,
            by=desk.actor,
            shop=shop,
            number=request.POST.get("number", "").strip() or None,
            on=day(request.POST.get("on")) or today(desk),
            key=key_of(request),
            back=reverse("web:statements"),
        )
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:statements")
    return redirect("web:job", job.pk)


@page()
def rejected(request: HttpRequest, desk: Desk, statement_id: int) -> FileResponse:
    """Send the rows that could not be read, as they came, with the reasons in a last column."""
    document = _open(request, desk, statement_id)
    if not document.rejected_sha256:
        raise Http404
    path = content_path(document.rejected_sha256)
    return FileResponse(path.open("rb"), as_attachment=True, filename=document.rejected_name, content_type="text/csv")


@require_POST
@page(*SETTLEMENT)
def post(request: HttpRequest, desk: Desk) -> HttpResponse:
    ids = ids_of(request)
    return act(
        request,
        desk,
        sales.post_statements,
        ids,
        back=_back(request, "web:statements", ids),
        on=day(request.POST.get("on")) or today(desk),
        done=counted("%(number)s statement posted.", "%(number)s statements posted."),
    )


@require_POST
@page(*SETTLEMENT)
def tie(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Tie payouts to what the bank received: to the receipts that name them, or all to the one that was chosen."""
    ids = ids_of(request)
    return act(
        request,
        desk,
        sales.tie_payouts,
        ids,
        back=_back(request, "web:statements", ids),
        on=day(request.POST.get("on")) or today(desk),
        receipt=number(request.POST.get("receipt")),
        done=counted("%(number)s payout tied.", "%(number)s payouts tied."),
    )


@page(*SETTLEMENT)
def difference_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What platforms say otherwise than we, and who answers for it."""

    def more(asked: Asked) -> dict[str, Any]:
        waits = asked.wanted["state"] in (None, "open", "handed_back")
        may = desk.may("sales.accept_differences", "sales.hand_back_differences", "sales.import_statements")
        return {"results": RESULTS, "today": today(desk), "acts": "settle" if waits and may else ""}

    return show(request, desk, DIFFERENCE_LIST, more, template="web/differences.html")


@page()
def difference(request: HttpRequest, desk: Desk, difference_id: int) -> HttpResponse:
    """Open the statement at a difference."""
    found = rows(queries.SQL["difference"], id=difference_id)
    open_document(request, desk, found[0].company_id if found else None, *SETTLEMENT)
    address = reverse("web:statement", args=[found[0].statement_id])
    return redirect(f"{address}?result={found[0].result}#difference-{difference_id}")


@require_POST
@page(*SETTLEMENT)
def accept(request: HttpRequest, desk: Desk) -> HttpResponse:
    return act(
        request,
        desk,
        sales.accept_differences,
        ids_of(request),
        back=_back(request, "web:differences"),
        note=request.POST.get("note", ""),
        on=day(request.POST.get("on")) or today(desk),
        done=counted("%(number)s difference accepted.", "%(number)s differences accepted."),
    )


@require_POST
@page(*SETTLEMENT)
def hand_back(request: HttpRequest, desk: Desk) -> HttpResponse:
    return act(
        request,
        desk,
        sales.hand_back_differences,
        ids_of(request),
        back=_back(request, "web:differences"),
        note=request.POST.get("note", ""),
        done=counted("%(number)s difference handed back.", "%(number)s differences handed back."),
    )


@require_POST
@page(*SETTLEMENT)
def rematch(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Look again for the orders that nobody knew."""
    return act(
        request,
        desk,
        sales.rematch_differences,
        ids_of(request),
        back=_back(request, "web:differences"),
        on=today(desk),
        done=counted("%(number)s order found.", "%(number)s orders found."),
    )


@page(*SETTLEMENT)
def not_settled(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Orders that left and that no statement names within their shop's days."""
    shop, since = number(request.GET.get("shop")), day(request.GET.get("from"))
    found = sales.not_settled(
        desk.company_id, today(desk), since=since, shop=shop, before=before(request), size=SIZE
    )  # fmt: skip
    shops = rows(orders_queries.SQL["shops"], company=desk.company_id)
    context = {"page": page_of(request, found), "shops": shops, "shop": shop, "since": since}
    return render(request, "web/not_settled.html", context)


@page(*BANK)
def receipt_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        return {"ledgers": _ledgers(desk)}

    return show(request, desk, RECEIPT_LIST, more, template="web/receipts.html")


def _ledgers(desk: Desk) -> list[Any]:
    """Answer the ledger accounts in the books' money that bank accounts are kept on."""
    return rows(bank_queries.SQL["ledgers"], company=desk.company_id)


@require_POST
@page(*BANK)
def upload_receipts(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take a bank's file of receipts in, and say what was not recorded."""
    file = request.FILES.get("file")
    if file is None:
        messages.warning(request, _("Choose a file first."), extra_tags="warn")
        return redirect("web:receipts")
    try:
        result = finance.import_receipts(
            cast("BinaryIO", file), file.name or "bank.csv", company=desk.company_id, by=desk.actor,
            account=request.POST.get("account") or finance.BANK,
        )  # fmt: skip
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:receipts")
    recorded = result.counts.get("done", 0)
    text = ngettext("%(number)s receipt recorded.", "%(number)s receipts recorded.", recorded) % {"number": recorded}
    messages.success(request, text, extra_tags="good")
    for row, code in result.rejected[:20]:
        problem = _("Row %(row)s: %(why)s") % {"row": row, "why": words.why(code)}
        messages.warning(request, problem, extra_tags="warn")
    return redirect("web:receipts")


def _back(request: HttpRequest, name: str, ids: list[int] | None = None) -> str:
    """Answer where a form came from: one statement, or a list with its filter."""
    if ids is not None and len(ids) == 1 and "single" in request.POST:
        return reverse("web:statement", args=ids)
    at = number(request.POST.get("statement"))
    query = request.POST.get("back", "")
    address = reverse("web:statement", args=[at]) if at else reverse(name)
    return address + (query if query.startswith("?") else "")
