"""Files at documents: attached, and taken away with a reason that stays."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from . import scopes
from .actors import Actor
from .content import harmless_name, media_type_of
from .documents import KINDS, lock_documents
from .files import keep_file
from .models import File
from .operations import current, operation
from .outcome import ALREADY, DONE, Outcome, Refusal
from .sql import blocks, column, rows, run

SQL = blocks(__file__)
#: How many files one document carries at most.
MOST_FILES = 100


@dataclass(frozen=True)
class NewFile:
    """A file that was taken in: kept under its hash, its kind found by its content, its name made harmless."""

    file: int
    name: str
    media_type: str


def take_in(content: bytes, name: str | None, company: int) -> NewFile:
    """Keep an uploaded file of a company; refuses what is too large or of no known kind (see ``content``).

    Writes: core_file.
    """
    media_type = media_type_of(content)
    harmless = harmless_name(name, media_type)
    file, _new = keep_file(io.BytesIO(content), harmless, company)
    return NewFile(int(file.pk), harmless, media_type)


@operation(permission="core.attach_files")
def attach_files(ids: Sequence[int], *, company: int, by: Actor, kind: str, file: NewFile) -> Outcome:
    """Attach a file to documents of a kind.

    Codes, first match wins: not_found (or of a kind one may not see), already (the same content is there),
    too_many_files (a hundred are there), done.
    Writes: attachments.
    Locks: documents by id.
    """
    if not File.objects.filter(pk=file.file, company_id=company).exists():
        raise Refusal("unknown_file")
    known = lock_documents(company, kind, ids, by)
    found = {row.id: row for row in rows(SQL["there"], company=company, ids=column(list(known)), file=file.file)}
    outcome = Outcome.of([(one, _judge(found.get(one))) for one in ids])
    if go := outcome.accepted:
        made = run(
            SQL["attach"],
            company=company,
            ids=go,
            kind=kind,
            file=file.file,
            name=file.name,
            media_type=file.media_type,
            run=current().run_id,
        )
        assert made == len(go)
    return outcome


def _judge(row: Any) -> str:
    if row is None:
        return "not_found"
    if row.has_it:
        return ALREADY
    return "too_many_files" if row.many >= MOST_FILES else DONE


@operation(permission="core.remove_attachments", documents=False)
def remove_attachments(ids: Sequence[int], *, company: int, by: Actor, reason: str) -> Outcome:
    """Take attached files (``ids``) away from their documents; who did it, when and why stays, and the content too.

    Codes, first match wins: not_found (or at a document one may not see), already, no_reason, too_long, done.
    Writes: attachment.removed_at, removed_run, reason; the document's timeline.
    Locks: attachments by id.
    """
    seen = [code for code, kind in KINDS.items() if kind.may_see(by, company)]
    there = rows(SQL["lock"], company=company, ids=list(ids), kinds=seen)
    found = {row.id: row for row in there if scopes.sees(by, KINDS[row.kind].model._meta.label, row.document_id)}
    reason = reason.strip()

    def judge(one: int) -> str:
        if one not in found:
            return "not_found"
        if found[one].removed_at is not None:
            return ALREADY
        return "no_reason" if not reason else "too_long" if len(reason) > 240 else DONE

    outcome = Outcome.of([(one, judge(one)) for one in ids])
    if go := outcome.accepted:
        assert run(SQL["remove"], company=company, ids=go, reason=reason, run=current().run_id) == len(go)
        outcome.timeline = [(document, DONE) for document in sorted({found[one].document_id for one in go})]
    return outcome
