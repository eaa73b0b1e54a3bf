"""What every list has: its export and its saved views."""

from __future__ import annotations

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import DefaultView, Refusal, SavedView, submit

from .. import words
from ..access import Desk, page, require
from ..acting import key_of
from ..lists import LISTS, Listing
from ..lists.export import EXPORT, FORMATS
from ..paging import number


def _listing(desk: Desk, code: str) -> Listing:
    """Answer a list the person may see; any other does not exist."""
    listing = LISTS.get(code)
    if listing is None:
        raise Http404
    require(desk, *listing.permissions)
    return listing.of(desk.company_id)


@require_POST
@page()
def export(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """Begin an export of what the filter finds; its page shows how far it is and hands out the file."""
    listing, form = _listing(desk, code), request.POST.get("format", "")
    if form not in FORMATS:
        raise Http404
    given = {"list": code, "query": listing.address(QueryDict(request.POST.get("query", ""))), "format": form}
    try:
        job = submit(EXPORT, company=desk.company_id, by=desk.actor, key=key_of(request), arguments=given)
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect(listing.url)
    return redirect("web:job", job.pk)


@require_POST
@page()
def views(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """Keep, rename, share or delete a view, or open the list with it; only its owner changes a view."""
    listing, act = _listing(desk, code), request.POST.get("do", "")
    if act == "save":
        return _save(request, desk, listing)
    if act not in ACTS:
        raise Http404
    user = desk.user_id
    chosen = number(request.POST.get("view")) or 0
    view = SavedView.objects.filter(company_id=desk.company_id, list_code=code, pk=chosen).first()
    if view is None or (view.user_id != user and not (view.is_shared and act in ("default", "forget"))):
        raise Http404
    try:
        with transaction.atomic():
            ACTS[act](request, desk, view)
    except IntegrityError:
        messages.warning(request, _("You have a view of this name already."), extra_tags="warn")
    return redirect(f"{reverse(listing.url)}?all=1")


def _save(request: HttpRequest, desk: Desk, listing: Listing) -> HttpResponse:
    name = request.POST.get("name", "").strip()[:60]
    if not name:
        messages.warning(request, _("Give the view a name."), extra_tags="warn")
        return redirect(f"{reverse(listing.url)}?all=1")
    query = listing.address(QueryDict(request.POST.get("query", "")))[:1000]
    view, _new = SavedView.objects.update_or_create(
        company_id=desk.company_id,
        list_code=listing.code,
        user_id=desk.user_id,
        name=name,
        defaults={"query": query, "is_shared": "shared" in request.POST},
    )
    messages.success(request, _("The view is saved."), extra_tags="good")
    return redirect(f"{reverse(listing.url)}?{query}&view={view.pk}".replace("?&", "?"))


def _rename(request: HttpRequest, _desk: Desk, view: SavedView) -> None:
    if name := request.POST.get("name", "").strip()[:60]:
        view.name = name
        view.save(update_fields=["name"])


def _share(_request: HttpRequest, _desk: Desk, view: SavedView) -> None:
    view.is_shared = True
    view.save(update_fields=["is_shared"])


def _keep(_request: HttpRequest, desk: Desk, view: SavedView) -> None:
    """Share no longer; nobody else opens the list with it then."""
    view.is_shared = False
    view.save(update_fields=["is_shared"])
    DefaultView.objects.filter(view=view).exclude(user_id=desk.user_id).delete()


def _delete(_request: HttpRequest, _desk: Desk, view: SavedView) -> None:
    view.delete()


def _default(_request: HttpRequest, desk: Desk, view: SavedView) -> None:
    DefaultView.objects.update_or_create(
        company_id=desk.company_id, list_code=view.list_code, user_id=desk.user_id, defaults={"view": view}
    )


def _forget(_request: HttpRequest, desk: Desk, view: SavedView) -> None:
    DefaultView.objects.filter(company_id=desk.company_id, user_id=desk.user_id, view=view).delete()


ACTS = {
    "rename": _rename,
    "share": _share,
    "keep": _keep,
    "delete": _delete,
    "default": _default,
    "forget": _forget,
}
