"""What every document page shows beyond its lines: paper, files, and comments in the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from interlock.core.sql import rows

from .access import Desk
from .documents import DOCUMENTS
from .paper import FORM_WORDS
from .queries import beside as queries
from .queries import shell


def beside(request: HttpRequest, kind: str, document_id: int) -> dict[str, Any]:
    """Answer what a page needs for printing, files and comments; a comment that was refused is there again."""
    forms = [(code, FORM_WORDS[code]) for code in DOCUMENTS[kind].forms]
    return {"kind": kind, "document_id": document_id, "forms": forms, "unsaid": _unsaid(request, document_id)}


def _unsaid(request: HttpRequest, document_id: int) -> str:
    kept = request.session.get("said")
    if not kept or kept["document"] != document_id:
        return ""
    del request.session["said"]
    return str(kept["text"])


def files_of(desk: Desk, document_id: int) -> dict[str, Any]:
    return {"files": rows(queries.SQL["files"], company=desk.company_id, documents=[document_id])}


def story_of(desk: Desk, documents: Sequence[int], timeline: list[Any] | None = None) -> dict[str, Any]:
    """Answer the timeline of documents that are one story, what was said in it, and which files came and went."""
    asked: dict[str, Any] = {"company": desk.company_id, "documents": list(documents)}
    steps = rows(shell.SQL["timeline"], **asked) if timeline is None else timeline
    names = {step.operation for step in steps}
    told: dict[str, Any] = {"timeline": steps}
    if "core.write_comments" in names:
        told["said"] = {row.run_id: row.text for row in rows(queries.SQL["comments"], **asked)}
    if names & {"core.attach_files", "core.remove_attachments"}:
        told["moved"] = _moved(rows(queries.SQL["files"], **asked))
    return told


def _moved(files: Sequence[Any]) -> dict[int, list[Any]]:
    moved: dict[int, list[Any]] = {}
    for file in files:
        moved.setdefault(file.run_id, []).append((file, ""))
        if file.removed_run_id:
            moved.setdefault(file.removed_run_id, []).append((file, file.reason))
    return moved
