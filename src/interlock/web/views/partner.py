"""What a partner sees who signs in: the orders, deliveries and returns of their own party, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from interlock.core.sql import rows

from .. import paging
from ..access import Desk, page
from ..lists import Column
from ..lists.catalogue import DELIVERY_LIST, ORDER_LIST, RETURN_LIST
from ..queries import orders as queries
from ..queries import returns, shell
from .home import announced
from .orders import today

#: The lists of a partner and the columns of each.
TABS = {
    "orders": (ORDER_LIST, "number,platform_number,shop,state,order_on,amount"),
    "deliveries": (DELIVERY_LIST, "number,warehouse,state,pieces,release_on,shipped_on"),
    "returns": (RETURN_LIST, "number,platform_number,kind,state,pieces,return_on,amount"),
}


@page()
def partner(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show one list of the partner's own, newest first, by key."""
    _partner_only(desk)
    open_tabs = [(code, one) for code, (one, _columns) in TABS.items() if desk.may(*one.permissions)]
    if not open_tabs:
        raise PermissionDenied
    wanted = request.GET.get("tab", "")
    code = wanted if wanted in dict(open_tabs) else open_tabs[0][0]
    listing, columns = TABS[code]
    query = QueryDict(mutable=True)
    query.update({"columns": columns, "q": request.GET.get("q", ""), "state": request.GET.get("state", "")})
    asked = listing.read(query, desk.actor)
    found = asked.found(desk.company_id, before=paging.before(request), size=paging.SIZE + 1)
    shown = paging.page_of(request, found)
    shown.rows = asked.rows(desk.company_id, [row.id for row in shown.rows])
    context = {
        "announced": announced(desk, today(desk)),
        "tabs": open_tabs,
        "tab": code,
        "page": shown,
        "columns": [_plain(column, code) for column in asked.columns],
        "listing": SimpleNamespace(link="web:partner-order"),
        "totals": asked.totals(desk.company_id, shell.BOUND),
        "q": request.GET.get("q", ""),
    }
    return render(request, "web/partner.html", context)


@page(*ORDER_LIST.permissions)
def order(request: HttpRequest, desk: Desk, order_id: int) -> HttpResponse:
    """Show one order of the partner's own: its lines and what became of them."""
    _partner_only(desk)
    found = rows(queries.SQL["order"], id=order_id)
    if not found or found[0].company_id != desk.company_id:
        raise Http404
    context: dict[str, Any] = {
        "order": found[0],
        "lines": rows(queries.SQL["lines"], company=desk.company_id, id=order_id, after=0, size=500),
        "returns": {row.id: row for row in rows(returns.SQL["of_orders"], company=desk.company_id, orders=[order_id])},
    }
    return render(request, "web/partner_order.html", context)


def _plain(column: Column, code: str) -> Column:
    """Leave only the links to pages a partner has."""
    return column if code == "orders" or column.kind != "link" else replace(column, kind="text")


def _partner_only(desk: Desk) -> None:
    """These pages show what partners see; our own people have the workplace."""
    if not desk.actor.partner:
        raise PermissionDenied
