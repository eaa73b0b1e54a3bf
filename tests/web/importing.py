"""Imports in tests: a file of rows brought, checked and taken in without pages."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from interlock.core.api import Actor, Import, ImportRejection
from interlock.web.imports.bringing import bring
from interlock.web.imports.work import work_import
from tests.builders import World


class Watch:
    """Follows the work as a job does."""

    def __init__(self, world: World, by: Actor | None = None) -> None:
        self.company, self.by, self.calls = world.company, by or world.by, 0

    def expect(self, total: int | None) -> None:
        pass

    def count(self, succeeded: int, failed: int) -> str:  # noqa: ARG002 - as a job counts
        self.calls += 1
        return ""


def as_csv(rows: Sequence[dict[str, Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(dict.fromkeys(name for row in rows for name in row)))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def as_xlsx(rows: Sequence[dict[str, Any]]) -> bytes:
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet()
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def taken(
    world: World, kind: str, rows: Sequence[dict[str, Any]], *, checks: bool = True, by: Actor | None = None
) -> Import:
    """Bring rows as CSV, check them and take them in; what a check says the taking must do."""
    watch = Watch(world, by)
    found, _new = bring(io.BytesIO(as_csv(rows)), f"{kind}.csv", kind, company=world.company, by=watch.by)
    if checks:
        found = work_import(found.pk, "check", watch, job=None)
        said = (found.succeeded, found.failed, found.counts)
        found = work_import(found.pk, "take", watch, job=None)
        assert (found.succeeded, found.failed, found.counts) == said, codes(found)
        return found
    return work_import(found.pk, "take", watch, job=None)


def codes(found: Import) -> dict[int, tuple[str, str]]:
    """Answer what is wrong with rows, by row: the first code and its column."""
    return {row.row: (row.code, row.field) for row in ImportRejection.objects.filter(document=found).order_by("row")}
