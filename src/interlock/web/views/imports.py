"""Imports: which files came and what of them; a template, a file, a check, the taking in, the rows to mend."""

from __future__ import annotations

from typing import Any, BinaryIO, cast
from uuid import uuid4

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import Import, Job, Refusal, content_path
from interlock.core.sql import rows

from .. import words
from ..access import Desk, page, require
from ..acting import key_of
from ..imports import bringing
from ..imports.catalogue import KINDS
from ..imports.declared import ImportKind
from ..imports.kept import headings_of
from ..imports.work import Mode
from ..imports.writing import csv_template, explained, xlsx_template
from ..lists import Asked
from ..lists.shared import IMPORT_LIST
from ..lists.show import show
from ..navigation import IMPORTS
from ..queries import imports as queries
from ..spreadsheets import XLSX
from ..words_imports import ROW_WORDS

#: So many rejected rows are shown; the file has them all.
SHOWN = 100


def _kinds(desk: Desk) -> list[ImportKind]:
    return [kind for kind in KINDS.values() if kind.open_to(desk.actor, desk.company_id)]


@page(*IMPORTS)
def import_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    def more(_asked: Asked) -> dict[str, Any]:
        return {"may_import": bool(_kinds(desk))}

    return show(request, desk, IMPORT_LIST, more, template="web/imports.html")


@page()
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Choose a kind, take its template, bring a file; the check begins at once when all headings are known."""
    kinds = _kinds(desk)
    code = request.POST.get("kind") or request.GET.get("kind", "")
    kind = next((one for one in kinds if one.code == code), None)
    if code and kind is None:
        require(desk)  # a kind that is not there, or not for this role
    if request.method == "POST" and kind is not None:
        return _bring(request, desk, kind)
    context = {
        "kinds": kinds,
        "kind": kind,
        "masters": [one for one in kinds if one.take and one.key],
        "documents": [one for one in kinds if not (one.take and one.key)],
        "explained": explained(kind.of(desk.company_id)) if kind else (),
        "key": uuid4(),
    }
    return render(request, "web/import_new.html", context)


def _bring(request: HttpRequest, desk: Desk, kind: ImportKind) -> HttpResponse:
    again = f"{reverse('web:import-new')}?kind={kind.code}"
    file = request.FILES.get("file")
    if file is None:
        messages.warning(request, _("Choose a file first."), extra_tags="warn")
        return redirect(again)
    try:
        found, is_new = bringing.bring(
            cast("BinaryIO", file), file.name or "file", kind.code, company=desk.company_id, by=desk.actor
        )
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect(again)
    if not is_new:
        messages.warning(request, _("This file was brought before; here is what came of it."), extra_tags="warn")
    elif not found.unknown:
        _begin(request, desk, found, "check")
    return redirect("web:import", found.pk)


@page()
def template(request: HttpRequest, desk: Desk, kind: str, form: str) -> HttpResponse:  # noqa: ARG001
    """Send the template of a kind."""
    declared = KINDS.get(kind)
    if declared is None or form not in ("xlsx", "csv") or not declared.open_to(desk.actor, desk.company_id):
        raise Http404
    declared = declared.of(desk.company_id)
    content = xlsx_template(declared) if form == "xlsx" else csv_template(declared)
    answer = HttpResponse(content, content_type=XLSX if form == "xlsx" else "text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{slugify(kind)}-template.{form}"'
    return answer


def _found(desk: Desk, import_id: int) -> tuple[Import, ImportKind]:
    """Answer an import of the company looked at; of a kind that is not for this role it does not exist."""
    found = Import.objects.select_related("file", "rejected_file").filter(pk=import_id).first()
    if found is None:
        raise Http404
    if found.company_id != desk.company_id:
        desk.sit(found.company_id)
    kind = KINDS.get(found.kind)
    if kind is None or not (kind.open_to(desk.actor, desk.company_id) or desk.may("core.view_import")):
        raise Http404
    return found, kind.of(desk.company_id)


@page()
def one(request: HttpRequest, desk: Desk, import_id: int) -> HttpResponse:
    """One import: how far, how many, what was not taken in and why, and what may be done next."""
    found, kind = _found(desk, import_id)
    job = Job.objects.filter(pk=found.job_id).first() if found.job_id else None
    live = job is not None and job.state in bringing.LIVE
    context: dict[str, Any] = {"import": found, "kind": kind, "job": job, "live": live}
    if request.headers.get("X-Fragment"):
        return render(request, "web/parts/job_progress.html", context)
    may = kind.open_to(desk.actor, desk.company_id)
    asked = rows(queries.SQL["rejected"], company=found.company_id, id=found.pk, after=0, size=SHOWN)
    context |= {
        "may": may,
        "codes": rows(queries.SQL["rejected_codes"], company=found.company_id, id=found.pk),
        "rejections": [{"row": row.row, "faults": _faults(kind, row.faults)} for row in asked],
        "counts": [(ROW_WORDS[code], found.counts[code]) for code in ROW_WORDS if found.counts.get(code)],
        "refused": words.refusal(found.code, found.detail) if found.code else "",
        "choices": _choices(found, kind) if may and found.state in OPEN and not live else (),
        "can_check": may and not live and found.state in OPEN,
        "can_take": may and not live and (found.state in ("checked", "taking") and found.succeeded or _left(found)),
        "retake": _left(found),
        "stopped": job is not None and job.state in ("stopped", "failed") and found.state in ("checking", "taking"),
        "key": uuid4(),
    }
    return render(request, "web/import.html", context)


#: States in which nothing of the file is taken in yet: its columns may be chosen.
OPEN = ("uploaded", "checking", "checked", "refused")


def _left(found: Import) -> bool:
    return bool(found.taken_at and found.failed)


def _faults(kind: ImportKind, faults: list[dict[str, str]]) -> list[dict[str, Any]]:
    told = []
    for fault in faults:
        column = kind.column(fault.get("field", ""))
        told.append(
            {
                "field": str(column.title) if column else "",
                "code": fault["code"],
                "value": fault.get("said") or fault.get("value", ""),
            }
        )
    return told


def _choices(found: Import, kind: ImportKind) -> list[dict[str, Any]]:
    """Answer the headings of the file with the column each is taken for; those nobody knows come first."""
    try:
        headings = headings_of(found)
    except Refusal:
        return []
    matched, _unknown = kind.match(headings, found.mapping)
    listed = [{"heading": heading, "code": matched.get(heading, "")} for heading in headings]
    return sorted(listed, key=lambda row: bool(row["code"]))


@require_POST
@page()
def columns(request: HttpRequest, desk: Desk, import_id: int) -> HttpResponse:
    """Keep which heading is which column, and check with it."""
    found, kind = _found(desk, import_id)
    if not kind.open_to(desk.actor, desk.company_id) or found.state not in OPEN or bringing.is_live(found):
        raise Http404
    names = zip(request.POST.getlist("heading"), request.POST.getlist("column"), strict=False)
    bringing.choose(found, dict(names), desk.actor)
    _begin(request, desk, found, "check")
    return redirect("web:import", found.pk)


@require_POST
@page()
def begin_work(request: HttpRequest, desk: Desk, import_id: int) -> HttpResponse:
    """Check again, take the good rows in, or try the rejected ones again."""
    found, _kind = _found(desk, import_id)
    mode: Mode = "take" if request.POST.get("mode") == "take" else "check"
    if mode == "check" and found.state not in OPEN:
        raise Http404
    _begin(request, desk, found, mode)
    return redirect("web:import", found.pk)


def _begin(request: HttpRequest, desk: Desk, found: Import, mode: Mode) -> None:
    back = reverse("web:import", args=[found.pk])
    try:
        bringing.begin(found.pk, mode, company=desk.company_id, by=desk.actor, key=key_of(request), back=back)
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")


@page()
def rejected(request: HttpRequest, desk: Desk, import_id: int) -> FileResponse:  # noqa: ARG001
    """Send the rows that were not taken in, in the format they came in, to mend and send again."""
    found, kind = _found(desk, import_id)
    if found.rejected_file is None or not kind.open_to(desk.actor, desk.company_id):
        raise Http404
    path = content_path(found.rejected_file.sha256)
    return FileResponse(path.open("rb"), as_attachment=True, filename=found.rejected_file.name)
