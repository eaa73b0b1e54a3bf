"""A person's notices: what is overdue and theirs to deal with, with the document and the way out."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.alerts import KIND as ALERT
from interlock.core.api import read_notices
from interlock.core.sql import rows

from ..access import Desk, page
from ..acting import act, back_to, counted, ids_of
from ..documents import DOCUMENTS
from ..exceptions import BY_CODE
from ..lists import LISTS
from ..paging import SIZE, Page, before, page_of
from ..queries import notices as queries
from ..templatetags.workplace import amount, chinese, figure

#: How many the home page shows.
AT_HOME = 10


@page()
def notice_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    wanted = request.GET.get("unread") == "1"
    block = queries.SQL["unread" if wanted else "notices"]
    found = rows(block, company=desk.company_id, user=desk.user_id, before=before(request), size=SIZE)
    told = page_of(request, found)
    told.rows = [_shown(row) for row in told.rows]
    return render(request, "web/notices.html", {"notices": told, "page": told, "unread": wanted, "key": uuid4()})


def unread(desk: Desk) -> Page:
    """Answer the newest unread notices of whoever sits here."""
    found = rows(queries.SQL["unread"], company=desk.company_id, user=desk.user_id, before=None, size=AT_HOME)
    return Page([_shown(row) for row in found[:AT_HOME]], "", "")


def _shown(row: Any) -> dict[str, Any]:
    """Answer a notice as its row of the table: its kind in words, its document, since when."""
    if row.kind == ALERT:
        return _alert(row)
    told, kind = row.parameters, BY_CODE.get(row.kind)
    since = told["since"]
    return {
        "notice": row,
        "title": kind.title if kind else _("You were named in a comment"),
        "way_out": kind.way_out if kind else "",
        "href": reverse(kind.link, args=[row.subject_id]) if kind else _named(row),
        "number": told["number"],
        "shop": told["shop_zh"] if chinese() else told["shop_en"],
        "since_on": date.fromisoformat(since) if len(since) == 10 else None,
        "since_at": datetime.fromisoformat(since) if len(since) > 10 else None,
        "about": told["about"] if kind else "",
        "said": "" if kind else told["about"],
    }


def _named(row: Any) -> str:
    """Answer the address of the comment someone was named in: the document's timeline."""
    return reverse(DOCUMENTS[row.parameters["document"]].page, args=[row.subject_id]) + "?tab=timeline#timeline"


def _alert(row: Any) -> dict[str, Any]:
    """Answer the notice of an alert: its name, what it found, and the list it watches."""
    told = row.parameters
    found = amount(Decimal(told["amount"])) if told["measure"] == "amount" else figure(told["count"])
    return {
        "notice": row,
        "title": _("Alert"),
        "way_out": _("See what its list finds."),
        "href": reverse("web:alert-opened", args=[row.subject_id]),
        "number": told["name"],
        "shop": LISTS[told["list"]].title if told["list"] in LISTS else "",
        "since_on": None,
        "since_at": row.made_at,
        "about": found,
    }


@require_POST
@page()
def read(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Mark one's notices as read."""
    back = reverse("web:home") if request.POST.get("from") == "home" else back_to(request, "web:notices")
    done = counted("%(number)s notice is marked as read.", "%(number)s notices are marked as read.")
    return act(request, desk, read_notices, ids_of(request), back=back, done=done)
