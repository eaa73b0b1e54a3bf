"""Files and comments of any document: attached, sent, taken away; said, and who may be named."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import (
    Attachment,
    Refusal,
    attach_files,
    content_path,
    people_of,
    remove_attachments,
    take_in,
    write_comments,
)
from interlock.core.sql import rows

from .. import words
from ..access import Desk, page
from ..acting import key_of
from ..chain import chain_of
from ..documents import DOCUMENTS, sit_at
from ..queries import beside as queries

MOST_AT_ONCE = 20


def _back(kind: str, document_id: int, tab: str) -> HttpResponse:
    answer = redirect(DOCUMENTS[kind].page, document_id)
    answer["Location"] += f"?tab={tab}#{tab}"
    return answer


@page()
def trace(request: HttpRequest, desk: Desk, kind: str, document_id: int) -> HttpResponse:
    """Show what a document of any kind came from and what came of it, to the vouchers."""
    row = sit_at(request, desk, kind, document_id, own=True)
    every = request.GET.get("boxes") == "all"
    drawn = chain_of(desk.company_id, document_id, every=every, scope=desk.scope)
    context = {"trace": drawn, "number": row.number or "",
               "word": words.KINDS[kind], "back": reverse(DOCUMENTS[kind].page, args=[document_id])}  # fmt: skip
    return render(request, "web/document_trace.html", context)


@require_POST
@page()
def attach(request: HttpRequest, desk: Desk, kind: str, document_id: int) -> HttpResponse:
    """Attach the uploaded files, each for itself; what is not taken says why."""
    sit_at(request, desk, kind, document_id)
    sent = request.FILES.getlist("file")
    if not sent:
        messages.warning(request, _("Choose a file first."), extra_tags="warn")
    key, taken = key_of(request), 0
    for place, file in enumerate(sent[:MOST_AT_ONCE]):
        try:
            desk.actor.require("core.attach_files", desk.company_id)
            if (file.size or 0) > words.paper.MOST_BYTES:
                raise Refusal("file_too_large")
            new = take_in(file.read(), file.name, desk.company_id)
            outcome = attach_files(
                [document_id],
                company=desk.company_id,
                by=desk.actor,
                key=key if not place else None,
                kind=kind,
                file=new,
            )
        except Refusal as refusal:
            told = f"{file.name}: {words.refusal(refusal.code, {})}"
            messages.error(request, told, extra_tags="bad")
            continue
        verdict = outcome.verdicts[0]
        taken += verdict.code == "done"
        if verdict.code != "done":
            text = f"{new.name}: {words.why(verdict.code)}. {words.way_out(verdict.code)}"
            messages.warning(request, text, extra_tags="warn")
    if taken:
        messages.success(request, _("Attached: %(number)s.") % {"number": taken}, extra_tags="good")
    return _back(kind, document_id, "files")


@page()
def download(request: HttpRequest, desk: Desk, attachment_id: int) -> FileResponse:
    """Send an attached file as a file, never as a page; the document's permission is the file's."""
    found = rows(queries.SQL["attachment"], id=attachment_id)
    if not found or found[0].removed_at is not None:
        raise Http404
    row = found[0]
    sit_at(request, desk, row.kind, row.document_id)
    path = content_path(row.sha256)
    if not path.is_file():
        raise Http404
    answer = FileResponse(path.open("rb"), as_attachment=True, filename=row.name, content_type=row.media_type)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@require_POST
@page()
def remove(request: HttpRequest, desk: Desk, attachment_id: int) -> HttpResponse:
    """Take a file away with a reason."""
    row: Any = Attachment.objects.filter(pk=attachment_id).first()
    if row is None:
        raise Http404
    sit_at(request, desk, row.kind, row.document_id)
    try:
        outcome = remove_attachments(
            [attachment_id],
            company=desk.company_id,
            by=desk.actor,
            key=key_of(request),
            reason=request.POST.get("reason", ""),
        )
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, {}), extra_tags="bad")
        return _back(row.kind, row.document_id, "files")
    verdict = outcome.verdicts[0]
    if verdict.ok:
        messages.success(request, _("The file is taken away; that it was here stays."), extra_tags="good")
    else:
        text = f"{words.why(verdict.code)}. {words.way_out(verdict.code)}"
        messages.warning(request, text, extra_tags="warn")
    return _back(row.kind, row.document_id, "files")


@require_POST
@page()
def comment(request: HttpRequest, desk: Desk, kind: str, document_id: int) -> HttpResponse:
    """Say something of a document; whoever is named with @ is told."""
    sit_at(request, desk, kind, document_id)
    text = request.POST.get("text", "")
    try:
        outcome = write_comments(
            [document_id], company=desk.company_id, by=desk.actor, key=key_of(request), kind=kind, text=text
        )
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, {}), extra_tags="bad")
        return _back(kind, document_id, "timeline")
    verdict = outcome.verdicts[0]
    if not verdict.ok:
        told = f"{words.why(verdict.code)}. {words.way_out(verdict.code)}"
        messages.warning(request, told, extra_tags="warn")
        request.session["said"] = {"document": document_id, "text": text[:4000]}
    elif told := ", ".join(verdict.detail.get("told", [])):
        messages.success(request, _("Told: %(people)s.") % {"people": told}, extra_tags="good")
    if unknown := ", ".join(f"@{name}" for name in verdict.detail.get("unknown", [])):
        text = _("Nobody who may see this document is called %(names)s; nobody was told by that.")
        messages.warning(request, text % {"names": unknown}, extra_tags="warn")
    return _back(kind, document_id, "timeline")


@page()
def people(request: HttpRequest, desk: Desk, kind: str, document_id: int) -> HttpResponse:
    """Who may be named in a comment, as buttons."""
    sit_at(request, desk, kind, document_id)
    found = people_of(desk.company_id, kind)[:60]
    return render(request, "web/parts/people.html", {"people": found})
