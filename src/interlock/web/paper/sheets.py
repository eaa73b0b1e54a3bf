"""What stands on paper: a sheet is data only, words and figures as they are read in one language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from interlock.core.api import Company

from .. import words
from ..templatetags.workplace import name as name_of

Column = dict[str, Any]


def column(title: Any, *, figure: bool = False, wide: bool = False) -> Column:
    return {"title": str(title), "figure": figure, "wide": wide}


def sheet(
    company: Company,
    document_id: int,
    title: Any,
    number: str | None,
    state: str,
    *,
    facts: Sequence[tuple[Any, Any]],
    columns: Sequence[Column],
    rows: Sequence[Sequence[Any]],
    totals: Sequence[tuple[Any, Any]] = (),
    notes: Sequence[Any] = (),
    signs: Sequence[Any] = (),
) -> dict[str, Any]:
    """Answer a sheet as a template reads it; every cell is text."""
    about = [f"{_('Unified social credit code')} {company.uscc}"] if company.uscc else []
    return {
        "id": document_id,
        "title": str(title),
        "number": number or "–",
        "state": str(words.STATES[state][0]) if state in words.STATES else "",
        "company": {"code": company.code, "name": name_of(company), "lines": about},
        "facts": [[str(label), str(text)] for label, text in facts if text not in (None, "")],
        "columns": list(columns),
        "rows": [["" if cell is None else str(cell) for cell in row] for row in rows],
        "totals": [[str(label), str(text)] for label, text in totals],
        "notes": [str(note) for note in notes if note],
        "signs": [str(sign) for sign in signs],
    }
