"""What a company prints with: its logo, its stamp, and its own templates in versions, tried before they count."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .actors import Actor
from .content import picture_type
from .files import content_path, keep_file
from .models import File, Letterhead, PaperTemplate
from .operations import current, operation
from .outcome import ALREADY, DONE, Outcome, Refusal
from .paper import PaperError, set_paper
from .sql import blocks, rows, run

SQL = blocks(__file__)
LONGEST = 100_000


@dataclass(frozen=True)
class PaperForm:
    """A form that is printed: our template, what it builds on, and a sample that a company's own is tried with."""

    code: str
    path: Path
    sample: Callable[[], tuple[Mapping[str, Any], Mapping[str, bytes]]]

    @property
    def source(self) -> str:
        return self.path.read_text(encoding="utf-8")


FORMS: dict[str, PaperForm] = {}


def declare_form(form: PaperForm) -> PaperForm:
    FORMS[form.code] = form
    return form


@dataclass(frozen=True)
class NewTemplate:
    """A company's own template of a form; no source goes back to ours."""

    form: str
    source: str


def take_picture(content: bytes, part: str, company: int) -> tuple[int, str]:
    """Keep a picture to print with, once it could be printed; answers its file and media type.

    Refuses: no_picture, and as ``content`` does. Writes: core_file.
    """
    media_type = picture_type(content)
    name = f"{part}.{_ending(media_type)}"
    try:
        set_paper(f'#image("{name}", height: 1cm)', {}, beside={name: content}, ours=False)
    except PaperError as wrong:
        raise Refusal("no_picture") from wrong
    file, _new = keep_file(io.BytesIO(content), name, company)
    return int(file.pk), media_type


def _ending(media_type: str) -> str:
    return "png" if media_type == "image/png" else "jpg"


@operation(permission="core.change_paper", documents=False)
def change_letterhead(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,  # noqa: ARG001
    part: str,
    file: int | None,
    media_type: str = "",
) -> Outcome:
    """Make a file the logo or stamp of a company (``ids``), or take it away (None).

    Codes, first match wins: not_found (another company), already, done.
    Writes: letterheads.
    Locks: the paper of the company, one call at a time.
    """
    if part not in Letterhead.Part.values:
        raise Refusal("unknown_part")
    if file is not None and not File.objects.filter(pk=file, company_id=company).exists():
        raise Refusal("unknown_file")
    run(SQL["lock"], company=company)
    now = {row.part: row.file_id for row in rows(SQL["letterhead"], company=company)}
    same = now.get(part) == file
    outcome = Outcome.of([(one, "not_found" if one != company else ALREADY if same else DONE) for one in ids])
    if outcome.accepted:
        Letterhead.objects.create(
            company_id=company, part=part, file_id=file, media_type=media_type, run_id=current().run_id
        )
    return outcome


@operation(permission="core.change_paper", documents=False)
def change_templates(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,  # noqa: ARG001
    templates: Mapping[int, NewTemplate],
) -> Outcome:
    """Keep new versions of a company's templates (``ids`` are places in ``templates``) after setting a sample in each.

    Codes, first match wins: not_found (a form that is not printed, or named twice), too_long, already (it is as it
    is), template_refused (with what typst says and its line), done.
    Writes: paper templates.
    Locks: the paper of the company, one call at a time.
    """
    run(SQL["lock"], company=company)
    now = {row.form: row for row in rows(SQL["templates"], company=company)}
    seen: set[str] = set()
    judged: list[tuple[int, str, dict[str, Any]]] = []
    for one in ids:
        new = templates.get(one)
        judged.append((one, *_judge(new, now, seen)))
        seen |= {new.form} if new else set()
    outcome = Outcome.of(judged)
    for one in outcome.accepted:
        new = templates[one]
        version = (now[new.form].version if new.form in now else 0) + 1
        PaperTemplate.objects.create(
            company_id=company, form=new.form, version=version, source=new.source, run_id=current().run_id
        )
    return outcome


def _judge(new: NewTemplate | None, now: Mapping[str, Any], seen: set[str]) -> tuple[str, dict[str, Any]]:
    if new is None or new.form not in FORMS or new.form in seen:
        return "not_found", {}
    if len(new.source) > LONGEST:
        return "too_long", {}
    if new.source == (now[new.form].source if new.form in now else ""):
        return ALREADY, {}
    wrong = try_template(new)
    return ("template_refused", {"why": wrong.message, "line": wrong.line, "text": wrong.text}) if wrong else (DONE, {})


def try_template(new: NewTemplate) -> PaperError | None:
    """Set the sample of the form in a template; answers what is wrong with it."""
    if not new.source:
        return None
    data, beside = FORMS[new.form].sample()
    try:
        set_paper(new.source, data, beside=beside, ours=False)
    except PaperError as wrong:
        return wrong
    return None


def print_form(company: int, form: str, data: Mapping[str, Any], beside: Mapping[str, bytes]) -> bytes:
    """Answer a form as PDF, by the company's own template where it has one; logo and stamp lie beside it."""
    own = {row.form: row for row in rows(SQL["templates"], company=company)}.get(form)
    pictures = letterhead_of(company)
    given = dict(data) | {part: f"{part}.{ending}" for part, (ending, _content) in pictures.items()}
    files = dict(beside) | {f"{part}.{ending}": content for part, (ending, content) in pictures.items()}
    source = own.source if own and own.source else FORMS[form].source
    return set_paper(source, given, beside=files, ours=not (own and own.source))


def letterhead_of(company: int) -> dict[str, tuple[str, bytes]]:
    """Answer the pictures in use: part → (ending, content)."""
    return {
        row.part: (_ending(row.media_type), content_path(row.sha256).read_bytes())
        for row in rows(SQL["letterhead"], company=company)
        if row.file_id is not None
    }
