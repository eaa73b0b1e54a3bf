"""Promotions: the list, and what one does, where, when, what of its budget is used and by which orders."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from interlock.core.api import scopes
from interlock.core.sql import rows
from interlock.sales import api as sales

from ..access import Desk, open_document, page
from ..navigation import PROMOTIONS
from ..paging import SIZE, before, page_of
from ..queries import promotions as queries
from ..queries import shell
from ..templatetags.workplace import amount, figure


@page(*PROMOTIONS)
def promotion_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    scope = {"company": desk.company_id, "now": timezone.now(), "before": before(request), "size": SIZE}
    scope["shops"] = _shops(desk)
    found = page_of(request, rows(queries.SQL["promotions"], **scope))
    said = {row.id: sentence(row) for row in found.rows}
    return render(request, "web/promotions.html", {"page": found, "said": said})


@page()
def promotion(request: HttpRequest, desk: Desk, promotion_id: int) -> HttpResponse:
    found = rows(queries.SQL["promotion"], id=promotion_id, now=timezone.now())
    open_document(request, desk, found[0].company_id if found else None, *PROMOTIONS)
    scope = {"company": desk.company_id, "id": promotion_id}
    shops = _shops(desk)
    if shops is not None and not rows(queries.SQL["holds_for"], id=promotion_id, shops=shops)[0].holds:
        raise Http404
    context = {
        "promotion": found[0],
        "sentence": sentence(found[0]),
        "stacking": sales.Promotion.Stacking(found[0].stacking).label,
        "scopes": rows(queries.SQL["scopes"], **scope),
        "steps": rows(queries.SQL["steps"], **scope),
        "coupons": rows(queries.SQL["coupons"], **scope),
        "used": rows(queries.SQL["used"], bound=shell.BOUND, **scope)[0] if shops is None else None,
        "orders": _seen(desk, rows(queries.SQL["orders"], bound=shell.BOUND, **scope)),
        "bound": shell.BOUND,
    }
    return render(request, "web/promotion.html", context)


def _shops(desk: Desk) -> list[int] | None:
    """Answer the shops seen by whoever sees only a part of the company; None for all of them."""
    if desk.scope is None:
        return None
    found = sales.Shop.objects.filter(company_id=desk.company_id)
    return list(scopes.narrow(found, "sales.Shop", desk.scope).values_list("pk", flat=True))


def _seen(desk: Desk, orders: list[Any]) -> list[Any]:
    if desk.scope is None:
        return orders
    there = scopes.visible("sales.Order", desk.company_id, desk.scope, [row.id for row in orders])
    return [row for row in orders if row.id in there]


def sentence(row: Any) -> str:
    """Say in one sentence what a promotion gives."""
    figures = {
        "percent": figure(row.percent or 0),
        "amount": amount(row.amount or 0),
        "threshold": amount(row.threshold_amount),
        "buy": row.buy_pieces,
        "get": row.get_pieces,
        "pieces": row.gift_pieces,
        "gift": row.gift or "",
    }
    said = {
        "percentage": _("%(percent)s %% off"),
        "amount": _("%(amount)s off each piece"),
        "threshold": _("%(amount)s off"),
        "tiered": _("the more, the more off, in tiers"),
        "bundle": _("%(amount)s off each bundle"),
        "buy_n_get_m": _("buy %(buy)s, get %(get)s more free"),
        "gift": _("%(pieces)s pieces of %(gift)s as a gift"),
    }[row.kind] % figures
    if row.kind == "gift" and row.buy_pieces:
        said = _("%(what)s, from %(buy)s pieces") % {"what": said, "buy": row.buy_pieces}
    if row.threshold_amount:
        form = _("%(what)s for every %(threshold)s") if row.repeats else _("%(what)s from %(threshold)s on")
        said = form % {"what": said, **figures}
    if row.platform_pct:
        said = _("%(what)s; the platform bears %(share)s %%") % {"what": said, "share": figure(row.platform_pct)}
    return said
