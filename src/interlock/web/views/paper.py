"""Paper: a document as PDF, many as one, and what a company prints with: logo, stamp, its own templates."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlock.core.api import (
    FORMS,
    Company,
    Letterhead,
    NewTemplate,
    PaperError,
    Refusal,
    change_letterhead,
    change_templates,
    content_path,
    take_picture,
)
from interlock.core.sql import rows
from interlock.sales import api as sales

from .. import words
from ..access import Desk, page
from ..acting import act, ids_of, key_of
from ..documents import sit_at
from ..lists import LISTS
from ..navigation import DELIVERIES
from ..paper import FORM_WORDS, printed
from ..paper.bulk import MOST, print_many
from ..paper.forms import LANGUAGES, SHEETS
from ..queries import beside as queries

CHANGES = "core.change_paper"


def _language(given: str | None) -> str:
    if given in LANGUAGES:
        return str(given)
    return "zh-hans" if (get_language() or "en").startswith("zh") else "en"


@page()
def document_pdf(request: HttpRequest, desk: Desk, kind: str, document_id: int, form: str) -> HttpResponse:
    """Send a document as PDF. Sent as a form with ``buyer``, it names the buyer, and the timeline who asked."""
    if (form, kind) not in SHEETS:
        raise Http404
    row = sit_at(request, desk, kind, document_id, own=True)
    full = request.method == "POST" and "buyer" in request.POST
    if full:
        try:
            outcome = sales.show_buyers(
                _orders_of(kind, document_id, desk.company_id),
                company=desk.company_id,
                by=desk.actor,
                key=key_of(request),
            )
        except Refusal as refusal:
            messages.error(request, words.refusal(refusal.code, {}), extra_tags="bad")
            return redirect("web:document", document_id)
        full = not outcome.rejected
    language = _language(request.POST.get("language") or request.GET.get("language"))
    try:
        content = printed(
            Company.objects.get(pk=desk.company_id),
            form,
            kind,
            [document_id],
            language=language,
            base=request.build_absolute_uri("/"),
            full=full,
        )
    except PaperError as wrong:
        messages.error(request, _said(wrong.message, wrong.line, wrong.text), extra_tags="bad")
        return redirect("web:document", document_id)
    answer = HttpResponse(content, content_type="application/pdf")
    name = f"{row.number or document_id}-{form.replace('_', '-')}-{language}.pdf"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name) or "inline"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


def _orders_of(kind: str, document_id: int, company: int) -> list[int]:
    if kind == "order":
        return [document_id]
    found = sales.DeliveryLine.objects.filter(company_id=company, delivery_id=document_id)
    return sorted(set(found.values_list("order_id", flat=True)))


def _said(message: str, line: int, text: str) -> str:
    if not line:
        return _("The template cannot be set: %(why)s") % {"why": message}
    given = {"line": line, "why": message, "text": text}
    return _("The template cannot be set, line %(line)s: %(why)s “%(text)s”") % given


@require_POST
@page(*DELIVERIES)
def print_deliveries(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Print the chosen deliveries, or all that the filter finds, as one PDF in the background."""
    form, query = request.POST.get("form", ""), request.POST.get("back", "")
    if (form, "delivery") not in SHEETS:
        raise Http404
    ids = ids_of(request)
    if "everything" in request.POST:
        ids = []
        asked = LISTS["deliveries"].read(QueryDict(query.removeprefix("?")), desk.actor)
        for chunk in asked.ids(desk.company_id):
            ids += chunk
            if len(ids) > MOST:
                break
    back = redirect("web:deliveries")
    if query.startswith("?"):
        back["Location"] += query
    if not ids:
        messages.warning(request, _("Nothing is selected."), extra_tags="warn")
        return back
    try:
        job = print_many(
            request, desk, form, "delivery", ids, key=key_of(request), language=_language(request.POST.get("language")),
            listing="deliveries", full="buyer" in request.POST,
        )  # fmt: skip
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, {}), extra_tags="bad")
        return back
    return redirect("web:job", job.pk)


@page(CHANGES)
def paper(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What the company prints with."""
    own: dict[str, list[Any]] = {}
    for row in rows(queries.SQL["templates"], company=desk.company_id, form=None):
        own.setdefault(row.form, []).append(row)
    parts = {row.part: row for row in rows(queries.SQL["letterhead"], company=desk.company_id)}
    context = {
        "parts": [(part, word, parts.get(part)) for part, word in Letterhead.Part.choices],
        "forms": [(code, word, own.get(code, [None])[0]) for code, word in FORM_WORDS.items()],
        "key": uuid4(),
    }
    return render(request, "web/paper.html", context)


@require_POST
@page(CHANGES)
def letterhead(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take a new logo or stamp, or take one away."""
    part, file = request.POST.get("part", ""), request.FILES.get("file")
    if part not in Letterhead.Part.values:
        raise Http404
    given: dict[str, Any] = {"file": None}
    if "remove" not in request.POST:
        if file is None:
            messages.warning(request, _("Choose a file first."), extra_tags="warn")
            return redirect("web:paper")
        try:
            content = file.read(words.paper.MOST_BYTES + 1)
            kept, media_type = take_picture(content, part, desk.company_id)
        except Refusal as refusal:
            messages.error(request, words.refusal(refusal.code, {}), extra_tags="bad")
            return redirect("web:paper")
        given = {"file": kept, "media_type": media_type}
    done = _("The paper is changed; what is printed from now on shows it.")
    ids = [desk.company_id]
    return act(
        request, desk, change_letterhead, ids, back=reverse("web:paper"), done=lambda _n: done, part=part, **given
    )


@page(CHANGES)
def picture(request: HttpRequest, desk: Desk, part: str) -> FileResponse:  # noqa: ARG001  every page is told
    """Show the logo or stamp in use."""
    for row in rows(queries.SQL["letterhead"], company=desk.company_id):
        if row.part == part and row.file_id:
            answer = FileResponse(content_path(row.sha256).open("rb"), content_type=row.media_type)
            answer["X-Content-Type-Options"] = "nosniff"
            answer["Cache-Control"] = "private, no-store"
            return answer
    raise Http404


@page(CHANGES)
def template(request: HttpRequest, desk: Desk, form: str) -> HttpResponse:
    """A form's template: the company's own or ours, its versions; a new one counts once it could be set."""
    if form not in FORMS:
        raise Http404
    versions = rows(queries.SQL["templates"], company=desk.company_id, form=form)
    own = versions[0].source if versions else ""
    shown = next((row.source for row in versions if str(row.version) == request.GET.get("version")), own)
    context: dict[str, Any] = {"form": form, "title": FORM_WORDS[form], "versions": versions, "own": bool(own)}
    status = 200
    if request.method == "POST":
        shown = "" if "ours" in request.POST else request.POST.get("source", "").replace("\r\n", "\n").strip("\n")
        verdict = _keep(request, desk, form, shown)
        if verdict is None:
            return redirect("web:paper-template", form)
        if verdict.ok:
            messages.success(request, _("The template is kept and counts from now on."), extra_tags="good")
            return redirect("web:paper-template", form)
        detail, status = verdict.detail, 422
        refused = verdict.code == "template_refused"
        context["fault"] = _said(detail["why"], detail["line"], detail["text"]) if refused else words.why(verdict.code)
    context |= {"source": shown or FORMS[form].source, "key": uuid4()}
    return render(request, "web/paper_template.html", context, status=status)


def _keep(request: HttpRequest, desk: Desk, form: str, source: str) -> Any:
    source = "" if source.strip() == FORMS[form].source.strip() else source
    new = {1: NewTemplate(form, source + "\n" if source else "")}
    try:
        outcome = change_templates([1], company=desk.company_id, by=desk.actor, key=key_of(request), templates=new)
    except Refusal as refusal:
        messages.error(request, words.refusal(refusal.code, {}), extra_tags="bad")
        return None
    return outcome.verdicts[0]
