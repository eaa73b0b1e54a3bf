"""Dunning: letters written for what is overdue, looked at, printed and noted as sent."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.sql import rows
from interlock.finance import api as finance

from ..access import Desk, open_document, page
from ..acting import act, back_to, counted, ids_of
from ..beside import beside, files_of, story_of
from ..document_actions import of_letter
from ..lists.credit import DUNNING_LIST
from ..lists.show import show
from ..navigation import DUNNING
from ..queries import credit as queries
from .orders import today


@page(*DUNNING)
def letter_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Any) -> dict[str, Any]:
        return {"acts": "send" if desk.may("finance.dun_customers") else ""}

    return show(request, desk, DUNNING_LIST, more, template="web/dunning.html")


@page()
def letter(request: HttpRequest, desk: Desk, letter_id: int) -> HttpResponse:
    found = rows(queries.SQL["letter"], id=letter_id)
    open_document(request, desk, found[0].company_id if found else None, *DUNNING)
    context = {
        "letter": found[0],
        "items": rows(queries.SQL["items"], company=desk.company_id, id=letter_id),
        "actions": of_letter(desk, found[0]),
        "key": uuid4(),
    }
    context |= beside(request, "dunning", letter_id) | story_of(desk, [letter_id]) | files_of(desk, letter_id)
    return render(request, "web/dunning_letter.html", context)


@require_POST
@page("finance.dun_customers")
def write(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Write to everybody who has something overdue that was not dunned at its level."""
    on = today(desk)
    due = finance.customers_to_dun(desk.company_id, on)[:5_000]
    if not due:
        messages.info(request, _("Nothing new is overdue."), extra_tags="good")
        return redirect("web:dunning")
    return act(
        request, desk, finance.write_dunning_letters, due, back=reverse("web:dunning"),
        done=counted("%(number)s letter written.", "%(number)s letters written."), on=on,
    )  # fmt: skip


@require_POST
@page("finance.dun_customers")
def send(request: HttpRequest, desk: Desk) -> HttpResponse:
    ids = ids_of(request)
    back = reverse("web:dunning-letter", args=ids) if "single" in request.POST and len(ids) == 1 else ""
    return act(
        request, desk, finance.send_dunning_letters, ids, back=back or back_to(request, "web:dunning"),
        done=counted("%(number)s letter noted as sent.", "%(number)s letters noted as sent."), on=today(desk),
    )  # fmt: skip
