"""Tables as spreadsheets: a head, one table, figures as exact numbers with two decimals."""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from django.http import HttpResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def spreadsheet(
    title: str,
    about: Sequence[str],
    heads: Sequence[str],
    table: Sequence[Sequence[Any]],
    strong: Collection[int] = (),
) -> HttpResponse:
    """Answer a table as a file to download; rows named in ``strong`` are set off."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.workbook.child import INVALID_TITLE_REGEX

    book = Workbook()
    sheet = book.active
    sheet.title = INVALID_TITLE_REGEX.sub(" ", title)[:31]
    sheet.append([title])
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.append([" · ".join(about)])
    sheet.append([])
    sheet.append(list(heads))
    for cell in sheet[4]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True)
    for place, row in enumerate(table):
        sheet.append([ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell for cell in row])
        for cell, value in zip(sheet[sheet.max_row], row, strict=True):
            if isinstance(value, str):
                cell.data_type = "s"  # a text that begins with “=” is no formula
            if isinstance(value, Decimal):
                cell.number_format = "#,##0.00"
            if place in strong:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "C5"
    for letter, width in (("A", 12), ("B", 42)):
        sheet.column_dimensions[letter].width = width
    for place in range(3, len(heads) + 1):
        sheet.column_dimensions[sheet.cell(4, place).column_letter].width = 18
    content = io.BytesIO()
    book.save(content)
    name = quote(f"{title} {' '.join(about[:2])}.xlsx".replace("/", "-"))
    disposition = f"attachment; filename*=UTF-8''{name}"
    return HttpResponse(content.getvalue(), content_type=XLSX, headers={"Content-Disposition": disposition})
