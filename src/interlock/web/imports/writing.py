"""Files we make for imports: templates that explain themselves, and the rows not taken in, to mend and send again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from ..lists.export import harmless
from ..words_imports import TYPE_WORDS
from .declared import ADDED, EMPTY, ImportKind, both

if TYPE_CHECKING:
    import polars as pl

WHY, WAY_OUT = _("Why"), _("What to do")
SHEET = "Import"
_HEADS = (_("Column"), _("Code"), _("Needed"), _("Type"), _("Values"), _("Explanation"), _("Example"))
_NEEDED, _KEY, _LONGEST = _("needed for new ones"), _("always needed: it says which one is meant"), _("at most %(n)s")
_EMPTY_CELL = _("An empty cell leaves a field as it is; %(word)s empties it. The order of columns does not matter.")
_LIST_LONGEST, _CELL_LONGEST = 250, 32_767


def headings(kind: ImportKind) -> list[str]:
    """Answer the headings of a template: both languages, a star where a value is needed."""
    return [both(column.title) + (" *" if column.required or column.key else "") for column in kind.columns]


def csv_template(kind: ImportKind) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headings(kind))
    writer.writerow([harmless(column.example) for column in kind.columns])
    return text.getvalue().encode("utf-8-sig")


def xlsx_template(kind: ImportKind) -> bytes:
    """Make a workbook: headings with an example, and a sheet that explains each column and its values."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet: Any = book.active
    sheet.title, sheet.freeze_panes = SHEET, "A2"
    sheet.append(headings(kind))
    sheet.append([column.example for column in kind.columns])
    for place, column in enumerate(kind.columns, start=1):
        letter = get_column_letter(place)
        sheet.cell(1, place).font = Font(bold=True)
        sheet.cell(2, place).font = Font(italic=True, color="808080")
        sheet.cell(2, place).data_type = "s"
        sheet.column_dimensions[letter].width = 24
        if column.type in ("text", "link", "list"):  # a code keeps its leading zeros
            sheet.column_dimensions[letter].number_format = "@"
        listed = ",".join(value for value, _word in column.choices)
        if column.choices and len(listed) <= _LIST_LONGEST:
            rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=False)
            rule.add(f"{letter}2:{letter}1048576")
            sheet.add_data_validation(rule)
    _explain(book.create_sheet("Columns 列"), kind)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _explain(sheet: Any, kind: ImportKind) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.append([both(kind.title)])
    sheet["A1"].font = Font(bold=True, size=14)
    for text, word in zip(both(_EMPTY_CELL).split(" / "), EMPTY, strict=False):
        sheet.append([text % {"word": word}])
    sheet.append([])
    sheet.append([both(head) for head in _HEADS])
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True)
    for row in explained(kind):
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in zip("ABCDEFG", (30, 20, 26, 30, 48, 60, 26), strict=True):
        sheet.column_dimensions[letter].width = width


def explained(kind: ImportKind) -> list[list[str]]:
    """Answer what a template says of each column."""
    table = []
    for column in kind.columns:
        needed = both(_KEY) if column.key else both(_NEEDED) if column.required else ""
        kind_of = both(TYPE_WORDS[column.type])
        if column.target is not None:
            kind_of += f": {both(column.target._meta.verbose_name)}"
        values = "\n".join(f"{value} = {both(word)}" for value, word in column.choices)
        said = both(column.said) if column.said else ""
        if column.longest:
            values = values or " / ".join(text % {"n": column.longest} for text in both(_LONGEST).split(" / "))
        table.append([both(column.title), column.code, needed, kind_of, values, said, column.example])
    return table


# --------------------------------------------------------------------------------------------------- rows to mend
def is_added(heading: str) -> bool:
    """Say whether a column is one that we put beside rejected rows."""
    return " ".join(heading.casefold().split()) in ADDED or heading in (both(WHY), both(WAY_OUT))


def write_rejected(path: Path, table: pl.DataFrame, rows: Iterable[tuple[int, str, str]], form: str) -> None:
    """Write rows (number, why, what to do) as they came, in the format they came in, with two columns more."""
    kept = [heading for heading in table.columns if not is_added(heading)]
    head = [*kept, both(WHY), both(WAY_OUT)]
    places = {heading: table[heading] for heading in kept}
    lines = ([*(places[heading][number - 1] or "" for heading in kept), why, way] for number, why, way in rows)
    (_write_xlsx if form == "xlsx" else _write_csv)(path, head, lines)


def _write_csv(path: Path, head: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    with path.open("w", newline="", encoding="utf-8-sig") as target:
        writer = csv.writer(target)
        writer.writerow(head)
        writer.writerows([harmless(text) for text in line] for line in lines)


def _write_xlsx(path: Path, head: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(SHEET)
    sheet.freeze_panes = "A2"

    def cell(text: str) -> Any:
        plain = ILLEGAL_CHARACTERS_RE.sub("", text)[:_CELL_LONGEST]
        if not plain.startswith("="):
            return plain
        made = WriteOnlyCell(sheet, value=plain)
        made.data_type = "s"
        return made

    sheet.append([cell(text) for text in head])
    for line in lines:
        sheet.append([cell(text) for text in line])
    book.save(path)
