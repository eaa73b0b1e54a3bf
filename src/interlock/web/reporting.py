"""A report as a file to take away: the same table as a spreadsheet with exact figures, or on paper."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from interlock.core.api import set_paper

from .spreadsheets import spreadsheet
from .templatetags.workplace import amount, money

FORMATS = ("xlsx", "pdf")
TEMPLATE = Path(__file__).with_name("paper") / "report.typ"
WIDE = 5


@dataclass(slots=True)
class Report:
    """A titled table; ``strong`` names the rows that are set off, ``notes`` what the reader must know of it."""

    title: str
    about: Sequence[str]
    heads: Sequence[str]
    rows: list[list[Any]] = field(default_factory=list)
    strong: Collection[int] = ()
    notes: Sequence[str] = ()
    name_column: int = 1
    #: the columns in which nothing is written as 0.00: a balance is a figure too
    balances: Collection[int] = ()

    def add(self, *cells: Any, strong: bool = False) -> None:
        if strong:
            self.strong = {*self.strong, len(self.rows)}
        self.rows.append(list(cells))

    def file(self, form: str) -> HttpResponse:
        """Answer the report in a format of ``FORMATS``."""
        if form == "xlsx":
            return spreadsheet(self.title, [*self.about, *self.notes], self.heads, self.rows, self.strong)
        name = quote(f"{self.title} {' '.join(self.about[:2])}.pdf".replace("/", "-"))
        headers = {"Content-Disposition": f"inline; filename*=UTF-8''{name}"}
        return HttpResponse(self.pdf(), content_type="application/pdf", headers=headers)

    def pdf(self) -> bytes:
        figures = [place for place in range(len(self.heads)) if any(_is_figure(row[place]) for row in self.rows)]
        return set_paper(
            TEMPLATE.read_text(encoding="utf-8"),
            {
                "language": "zh" if (get_language() or "en").startswith("zh") else "en",
                "title": self.title,
                "about": [str(part) for part in self.about if part],
                "notes": [str(note) for note in self.notes],
                "heads": [str(head) for head in self.heads],
                "rows": [[self._cell(place, cell) for place, cell in enumerate(row)] for row in self.rows],
                "strong": sorted(self.strong),
                "figures": figures,
                "name_column": self.name_column,
                "wide": len(self.heads) > WIDE,
            },
        )

    def _cell(self, place: int, cell: Any) -> str:
        return amount(cell) if place in self.balances and _is_figure(cell) else _text(cell)


def asked_form(request: HttpRequest) -> str:
    """Answer the format that is asked for, nothing for the page itself."""
    form = request.GET.get("format", "")
    return form if form in FORMATS else ""


def _is_figure(cell: Any) -> bool:
    return isinstance(cell, Decimal | int) and not isinstance(cell, bool)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    return money(cell) if isinstance(cell, Decimal) else str(cell)
