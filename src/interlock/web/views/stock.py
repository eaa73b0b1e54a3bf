"""Stock: what lies where, an item's two ledgers, serial numbers and their life."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from interlock.core.sql import rows

from .. import limits
from ..access import Desk, page
from ..navigation import STOCK
from ..paging import SIZE, before, number, page_of
from ..queries import deliveries
from ..queries import stock as queries


@page(*STOCK)
def on_hand(request: HttpRequest, desk: Desk) -> HttpResponse:
    term = request.GET.get("q", "").strip()[:40] or None
    warehouse = number(request.GET.get("warehouse"))
    after = request.GET.get("after") or None
    found = rows(
        queries.SQL["on_hand"],
        company=desk.company_id,
        after=after,
        term=term,
        warehouse=warehouse,
        empty="empty" in request.GET,
        size=SIZE,
        seen=_seen(desk),
    )
    codes = list(dict.fromkeys(row.code for row in found))
    more = codes[SIZE - 1] if len(codes) > SIZE else ""
    context = {
        "rows": [row for row in found if not more or row.code <= more],
        "more": more,
        "value": rows(queries.SQL["value"], company=desk.company_id)[0] if desk.scope is None else None,
        "warehouses": _warehouses(desk),
        "wanted": {"term": term, "warehouse": warehouse, "after": after, "empty": "empty" in request.GET},
    }
    return render(request, "web/stock.html", context)


@page(*STOCK)
def item(request: HttpRequest, desk: Desk, item_id: int) -> HttpResponse:
    """An item in this company: bins, the ledger of pieces with the money each line moved, pieces by serial number."""
    company = desk.company_id
    found = rows(queries.SQL["item"], company=company, id=item_id)
    if not found:
        raise Http404
    tab = request.GET.get("tab", "entries")
    context: dict[str, Any] = {
        "item": found[0],
        "tab": tab,
        "bins": rows(queries.SQL["bins"], company=company, id=item_id, seen=_seen(desk)),
    }
    if tab == "serials":
        context["serials"] = rows(queries.SQL["item_serials"], company=company, id=item_id, seen=_seen(desk))
    else:
        asked = {"company": company, "id": item_id, "seen": _seen(desk)}
        entries = rows(queries.SQL["entries"], before=before(request), size=SIZE, **asked)
        paged = page_of(request, entries)
        lines = sorted({entry.line_id for entry in paged.rows})
        values = rows(queries.SQL["values"], company=company, id=item_id, lines=lines)
        context |= {"page": paged, "values": values, "documents": documents_of(desk, lines)}
    return render(request, "web/stock_item.html", context)


def _seen(desk: Desk) -> list[int] | None:
    """Answer the warehouses seen by whoever is limited to some; None for all of them."""
    return None if desk.scope is None else sorted(desk.scope.get("warehouse", ()))


def _warehouses(desk: Desk) -> list[Any]:
    found, seen = rows(deliveries.SQL["warehouses"], company=desk.company_id), _seen(desk)
    return [row for row in found if seen is None or row.id in seen]


def documents_of(desk: Desk, lines: list[int], company: int | None = None) -> dict[int, Any]:
    """Answer the document of each of these lines, of any kind, as far as it is seen, in one query.

    They are lines of the company the desk is in, or of another one of its person's (``company``).
    """
    asked = company or desk.company_id
    found = rows(queries.SQL["documents"], company=asked, lines=lines) if lines else []
    return {row.line_id: row for row in limits.seen_of(asked, desk.actor.scope(asked), found)}


@page(*STOCK)
def serials(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Find a piece by its serial number and tell its life."""
    term = request.GET.get("q", "").strip()[:40]
    found = rows(queries.SQL["serials"], company=desk.company_id, number=term, seen=_seen(desk)) if term else []
    life = rows(queries.SQL["serial_life"], company=desk.company_id, ids=[row.id for row in found]) if found else []
    lines = sorted({step.line_id for step in life} | {row.line_id for row in found if row.line_id})
    context = {
        "term": term,
        "pieces": [(row, [step for step in life if step.serial_id == row.id]) for row in found],
        "documents": documents_of(desk, lines),
    }
    return render(request, "web/serials.html", context)
