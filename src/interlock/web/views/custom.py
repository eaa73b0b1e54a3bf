"""Filling a company's own fields of one document or master."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import CUSTOMISED, Refusal, custom_fields, set_custom_fields

from .. import words
from ..access import Desk, page
from ..acting import key_of
from ..custom import PREFIX


@require_POST
@page()
def fill(request: HttpRequest, desk: Desk, kind: str, document_id: int) -> HttpResponse:
    """Fill the fields that the form names; one sentence says what is wrong."""
    if kind not in CUSTOMISED:
        raise Http404
    fields = {field.code: field for field in custom_fields(desk.company_id, kind)}
    given = {code: request.POST[PREFIX + code] for code in fields if PREFIX + code in request.POST}
    try:
        outcome = set_custom_fields(
            [document_id], company=desk.company_id, by=desk.actor, key=key_of(request), kind=kind,
            values={document_id: given},
        )  # fmt: skip
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect(_back(request))
    [verdict] = outcome.verdicts
    if verdict.code == "not_found":
        raise Http404
    if verdict.ok:
        messages.success(request, _("The fields are saved."), extra_tags="good")
    else:
        name = fields[verdict.detail["field"]].name
        messages.error(request, f"{name}: {words.why(verdict.code)}. {words.way_out(verdict.code)}", extra_tags="bad")
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    back = request.POST.get("back", "/")
    return back if url_has_allowed_host_and_scheme(back, None) else "/"
