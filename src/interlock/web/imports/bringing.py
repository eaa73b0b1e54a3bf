"""Bringing a file: kept, its headings matched, its work begun; the same file again is the same import."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, BinaryIO
from uuid import UUID

from django.db import transaction

from interlock.core.api import Actor, Import, ImportMapping, Job, Refusal, keep_file, submit

from .catalogue import KINDS
from .declared import ImportKind
from .kept import headings_of
from .work import IMPORT, Mode

LIVE = ("waiting", "running")
MOST_BYTES = 200 * 2**20


def kind_for(code: str, by: Actor, company: int) -> ImportKind:
    """Answer a kind a person may import; refuses others (unknown_import, not_permitted)."""
    kind = KINDS.get(code)
    if kind is None:
        raise Refusal("unknown_import")
    if not kind.open_to(by, company):
        raise Refusal("not_permitted")
    return kind.of(company)


def bring(source: BinaryIO, name: str, code: str, *, company: int, by: Actor) -> tuple[Import, bool]:
    """Keep a file as an import of a kind; answers it, and whether it is new.

    Codes: unknown_import, not_permitted, too_large, and those of a file that is no table (unreadable_file,
    doubled_columns).
    """
    kind = kind_for(code, by, company)
    source.seek(0, 2)
    if source.tell() > MOST_BYTES:
        raise Refusal("too_large", name=name)
    source.seek(0)
    with transaction.atomic():
        file, _new = keep_file(source, name, company)
        found, new = Import.objects.get_or_create(
            company_id=company,
            kind=kind.code,
            file=file,
            defaults={"name": file.name if file.name == name else name[:255], "actor_id": by.user_id, "door": by.door},
        )
        if new:
            headings, known = headings_of(found), _remembered(company, by, kind)
            found.mapping = {heading: known[heading] for heading in headings if heading in known}
            found.unknown = kind.unknown(headings, found.mapping)
            found.save(update_fields=["mapping", "unknown"])
    return found, new


def _remembered(company: int, by: Actor, kind: ImportKind) -> dict[str, str]:
    """Answer what a person said of headings before."""
    if by.user_id is None:
        return {}
    kept = ImportMapping.objects.filter(company_id=company, user_id=by.user_id, kind=kind.code).first()
    return dict(kept.columns) if kept else {}


def choose(found: Import, chosen: Mapping[str, str], by: Actor) -> None:
    """Say which heading is which column, for this file and, remembered, for the person's next ones of the kind."""
    kind = KINDS[found.kind].of(found.company_id)
    codes = {column.code for column in kind.columns} | {""}
    given = {heading: code for heading, code in chosen.items() if code in codes and "\0" not in heading}
    found.mapping = {heading: code for heading, code in given.items() if heading in headings_of(found)}
    found.unknown = kind.unknown(headings_of(found), found.mapping)
    found.save(update_fields=["mapping", "unknown"])
    if by.user_id is None:
        return
    kept, _new = ImportMapping.objects.get_or_create(company_id=found.company_id, user_id=by.user_id, kind=found.kind)
    kept.columns = {**kept.columns, **found.mapping}
    kept.save(update_fields=["columns"])


def is_live(found: Import) -> bool:
    """Say whether somebody's job works the file now."""
    return found.job_id is not None and Job.objects.filter(pk=found.job_id, state__in=LIVE).exists()


def begin(import_id: int, mode: Mode, *, company: int, by: Actor, key: UUID, back: str = "") -> Job:
    """Write the work down as a job of this person; refuses a file that is being worked (import_running)."""
    with transaction.atomic():
        found = Import.objects.select_for_update(no_key=True).get(pk=import_id, company_id=company)
        kind_for(found.kind, by, company)
        known = Job.objects.filter(company_id=company, key=key).first()
        if known is None and is_live(found):
            raise Refusal("import_running")
        given: dict[str, Any] = {"import": found.pk, "mode": mode, "kind": found.kind, "name": found.name, "back": back}
        job = submit(IMPORT, company=company, by=by, key=key, arguments=given)
        if known is None:
            Import.objects.filter(pk=found.pk, company_id=company).update(job=_waiting(found, mode, job))
    return job


def _waiting(found: Import, mode: Mode, job: Job) -> int:
    """Answer the job an import waits for. A check that was stopped begins anew: its job is another one."""
    if mode == "check" and found.state == Import.State.CHECKING:
        found.state = Import.State.UPLOADED
        Import.objects.filter(pk=found.pk, company_id=found.company_id).update(state=found.state)
    return int(job.pk)
