"""Bring a file in from the command line: the same frame, the same answers, without a worker."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import typer

from . import database, output

#: So many rejected rows are printed; the file has them all.
SHOWN = 100


class _Watch:
    """Follows an import for the progress bars."""

    def __init__(self, company: int, by: Any, title: str, report: Any) -> None:
        self.company, self.by, self.title, self.report = company, by, title, report
        self.total, self.through = 0, 0

    def expect(self, total: int | None) -> None:
        self.total, self.through = total or 0, 0

    def count(self, succeeded: int, failed: int) -> str:
        self.through += succeeded + failed
        self.report(self.title, self.through, self.total)
        return ""


def import_file(kind: str, file: Path, company: str | None, *, check: bool, out: Path | None, as_json: bool) -> bool:
    """Check a file, take its good rows in unless only a check is asked; answer whether every row is good."""
    database.ready()
    from interlock.core.api import Refusal, content_path, system_actor
    from interlock.web.imports.bringing import bring, is_live
    from interlock.web.imports.work import work_import

    by, own, started = system_actor("cli"), _company(company), time.perf_counter()
    try:
        with file.open("rb") as opened:
            found, is_new = bring(opened, file.name, kind, company=own.pk, by=by)
        if is_live(found):
            raise Refusal("import_running")
        with output.progress() as report:
            if check and found.taken_at is None:
                found = work_import(found.pk, "check", _Watch(own.pk, by, "Check", report), job=None)
            elif not check and (found.taken_at is None or found.failed):
                found = work_import(found.pk, "take", _Watch(own.pk, by, "Take in", report), job=None)
    except Refusal as refusal:
        _refused(kind, file, refusal, as_json=as_json)
        return False
    if out is not None and found.rejected_file is not None:
        out.write_bytes(content_path(found.rejected_file.sha256).read_bytes())
    answer = {
        "import": found.pk, "kind": found.kind, "file": found.name, "company": own.code, "state": found.state,
        "brought_before": not is_new, "total": found.total, "succeeded": found.succeeded, "failed": found.failed,
        "counts": found.counts, "unknown_columns": found.unknown, "rejected": _rejected(found),
        "seconds": round(time.perf_counter() - started, 2),
    }  # fmt: skip
    output.result(answer, as_json=as_json, title="Import")
    return not found.failed


def _rejected(found: Any) -> list[dict[str, Any]]:
    """Answer the first rows that were not taken in: which, why, what to do."""
    from interlock.web.imports.catalogue import KINDS
    from interlock.web.imports.work import rejections, said

    told = []
    for row in rejections(found)[:SHOWN]:
        why, way_out = said(KINDS[found.kind], row.faults)
        told.append({"row": row.row, "code": row.code, "field": row.field, "why": why, "what_to_do": way_out})
    return told


def _company(code: str | None) -> Any:
    from interlock.core.api import Company

    companies = {row.code: row for row in Company.objects.order_by("code")}
    if code is None and len(companies) == 1:
        return next(iter(companies.values()))
    if code not in companies:
        raise typer.BadParameter(f"--company is one of {', '.join(companies) or '(there is none)'}")
    return companies[code]


def _refused(kind: str, file: Path, refusal: Any, *, as_json: bool) -> None:
    """Say why a file was not looked at; nothing was done."""
    from interlock.web import words

    said = words.refusal(refusal.code, refusal.detail)
    answer = {"kind": kind, "file": file.name, "state": "refused", "code": refusal.code, "why": said}
    if as_json:
        output.result(answer | {"detail": json.loads(json.dumps(refusal.detail, default=str))}, as_json=True)
    else:
        output.errors.print(f"{file.name}: {said}", markup=False, highlight=False)
