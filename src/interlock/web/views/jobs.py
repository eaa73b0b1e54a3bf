"""My jobs: what I asked for, how far it is, what came of it; its file, its rejected, and another try."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from interlock.core.api import OPERATIONS, Answer, Job, Refusal, stop
from interlock.core.background import folder_of, unpacked
from interlock.core.sql import rows
from interlock.finance.api import AUDIT

from .. import words
from ..access import Desk, page
from ..acting import key_of, outcome_rows
from ..lists import LISTS
from ..lists.export import harmless
from ..lists.selection import ACT, begin
from ..navigation import REPORTS
from ..paging import SIZE, before, number, page_of
from ..queries import jobs as queries
from ..queries import shell

ENDED = ("done", "failed", "stopped")
SHOWN, CHUNK = 200, 2_000


@page()
def job_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    found = _told(desk, before=before(request), size=SIZE)
    return render(request, "web/jobs.html", {"page": page_of(request, found), "key": uuid4()})


def _told(desk: Desk, *, size: int, **asked: Any) -> list[Any]:
    """Answer a person's jobs of the company looked at."""
    given = {"before": None, "id": None} | asked
    return rows(queries.SQL["jobs"], company=desk.company_id, user=desk.user_id, size=size, **given)


def _mine(desk: Desk, job_id: int) -> Job:
    """Answer a job of this person; anybody else's does not exist."""
    found = Job.objects.filter(pk=job_id, actor_id=desk.user_id).first()
    if found is None:
        raise Http404
    if found.company_id != desk.company_id:
        desk.sit(found.company_id)
    return found


@page()
def job(request: HttpRequest, desk: Desk, job_id: int) -> HttpResponse:
    """One job; as a fragment only how far it is, which the page asks for again and again."""
    mine = _mine(desk, job_id)
    told = _told(desk, id=job_id, size=1)[0]
    context: dict[str, Any] = {"job": told, "live": told.state not in ENDED}
    if request.headers.get("X-Fragment"):
        return render(request, "web/parts/job_progress.html", context)
    after = number(request.GET.get("after")) or 0
    kept = rows(queries.SQL["rejections"], company=mine.company_id, job=mine.pk, after=after, size=SHOWN + 1)
    context |= {
        "table": outcome_rows(desk, [Answer(row.document_id, row.code, row.detail) for row in kept[:SHOWN]]),
        "further": kept[SHOWN - 1].id if len(kept) > SHOWN else None,
        "codes": rows(queries.SQL["rejected_codes"], company=mine.company_id, job=mine.pk),
        "back": mine.arguments.get("back", ""),
        "can_retry": mine.kind == ACT and told.state in ENDED and bool(kept),
        "key": uuid4(),
    }
    return render(request, "web/job.html", context)


@page()
def file(request: HttpRequest, desk: Desk, job_id: int) -> FileResponse:  # noqa: ARG001  every page is told
    """Hand the file to whoever asked for it, as long as it is kept and they still see the list."""
    mine = _mine(desk, job_id)
    listing = LISTS.get(mine.arguments.get("list", ""))
    seen = REPORTS if mine.kind == AUDIT else listing.permissions if listing else ()
    if not mine.file_name or not seen or not desk.may(*seen):
        raise Http404
    path = folder_of(mine) / f"export.{mine.file_name.rpartition('.')[2]}"
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=mine.file_name)


@page()
def rejected(request: HttpRequest, desk: Desk, job_id: int) -> StreamingHttpResponse:  # noqa: ARG001
    """Send what was rejected as CSV: number, code, why, figures, what to do."""
    mine = _mine(desk, job_id)
    answer = StreamingHttpResponse(_lines(desk, mine), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="rejected-{mine.pk}.csv"'
    return answer


class _Echo:
    """Writes nowhere: a line of CSV is answered, not kept."""

    def write(self, text: str) -> str:
        return text


def _lines(desk: Desk, mine: Job) -> Iterator[str]:
    writer, after = csv.writer(_Echo()), 0
    yield "\ufeff" + writer.writerow([_("Number"), _("Code"), _("Why"), _("Figures"), _("What to do")])
    while kept := rows(queries.SQL["rejections"], company=mine.company_id, job=mine.pk, after=after, size=CHUNK):
        for row in outcome_rows(desk, [Answer(one.document_id, one.code, one.detail) for one in kept]):
            verdict, document = row["verdict"], row["document"]
            told = [document.number if document else str(verdict.id), verdict.code, words.why(verdict.code)]
            yield writer.writerow([harmless(str(text)) for text in (*told, row["detail"], words.way_out(verdict.code))])
        after = kept[-1].id


@require_POST
@page()
def stop_job(request: HttpRequest, desk: Desk, job_id: int) -> HttpResponse:
    if stop(_mine(desk, job_id)):
        messages.success(request, _("It stops; what is done stays done."), extra_tags="good")
    return redirect("web:job", job_id)


@require_POST
@page()
def retry(request: HttpRequest, desk: Desk, job_id: int) -> HttpResponse:
    """Try the rejected again, as a job of its own."""
    mine = _mine(desk, job_id)
    ids = [row.id for row in rows(queries.SQL["rejected_ids"], company=mine.company_id, job=mine.pk)]
    if mine.kind != ACT or mine.state not in ENDED or not ids:
        raise Http404
    given = mine.arguments
    operation = OPERATIONS[given["operation"]]
    try:
        again = begin(
            desk,
            operation,
            ids,
            unpacked(given["arguments"]),
            key=key_of(request),
            listing=given["list"],
            back=given["back"],
        )
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, refusal.detail), extra_tags="bad")
        return redirect("web:job", job_id)
    shell.forget(desk.company_id)
    text = ngettext("%(number)s is tried again.", "%(number)s are tried again.", len(ids)) % {"number": len(ids)}
    messages.success(request, text, extra_tags="good")
    return redirect("web:job", again.pk)
