"""Order feeds: upload a file, see what came of it, download what was not taken in."""

from __future__ import annotations

from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Refusal, content_path, wake
from interlock.core.sql import rows
from interlock.sales import api as sales

from .. import words
from ..access import Desk, open_document, page
from ..lists import Asked
from ..lists.received import FEED_LIST
from ..lists.show import show
from ..navigation import FEEDS, ORDERS
from ..queries import board as queries

COLUMNS = (
    "order_no, line_no, shop, ordered_at, buyer, phone, province, city, district, address, sku, quantity, unit_price, "
    "paid_amount, paid_at, gift, remark, priority"
)


@page(*FEEDS)
def feed_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        return {"names": COLUMNS, "cancel_reasons": sales.CancelReason.choices}

    return show(request, desk, FEED_LIST, more, template="web/feeds.html")


@page()
def feed(request: HttpRequest, desk: Desk, feed_id: int) -> HttpResponse:
    found = rows(queries.SQL["feed"], id=feed_id)
    open_document(request, desk, found[0].company_id if found else None, *FEEDS, *ORDERS)
    return render(request, "web/feed.html", {"feed": found[0], "counts": sorted(found[0].counts.items())})


@require_POST
@page(*FEEDS)
def upload(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take a file of orders in; the same file again shows what came of it first."""
    file = request.FILES.get("file")
    if file is None:
        messages.warning(request, _("Choose a file first."), extra_tags="warn")
        return redirect("web:feeds")
    try:
        result = sales.import_feed(cast("BinaryIO", file), file.name or "feed", company=desk.company_id, by=desk.actor)
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:feeds")
    if result.counts.get("done"):
        wake("sales.advance")
    if result.replayed:
        messages.success(request, _("This file was read before; here is what came of it."), extra_tags="warn")
    elif desk.may("sales.review_orders") and result.counts.get("done"):
        messages.success(request, _("The orders are in. The review follows."), extra_tags="good")
    else:
        messages.success(request, _("The file is read."), extra_tags="good")
    return redirect("web:feed", result.feed)


@page()
def rejected(request: HttpRequest, desk: Desk, feed_id: int) -> FileResponse:
    """Send the rows that were not taken in, as they came, with the reasons in a last column."""
    found = rows(queries.SQL["feed"], id=feed_id)
    open_document(request, desk, found[0].company_id if found else None, *FEEDS)
    if not found[0].rejected_sha256:
        raise Http404
    path = content_path(found[0].rejected_sha256)
    return FileResponse(path.open("rb"), as_attachment=True, filename=found[0].rejected_name, content_type="text/csv")
