"""A hundred thousand rows: bounded memory, every row answered, the second time nothing changes."""

from __future__ import annotations

import io
import resource
import time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from interlock.items.models import Item, Price
from interlock.parties.models import Party
from interlock.web.imports.bringing import bring
from interlock.web.imports.work import work_import
from tests.builders import World

from .importing import Watch

ROWS = 100_000


def as_text(head: str, line: str) -> bytes:
    return "\n".join([head, *(line.format(n=n) for n in range(ROWS))]).encode()


def as_workbook(head: str, line: str) -> bytes:
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet()
    for row in (head, *(line.format(n=n) for n in range(ROWS))):
        sheet.append(row.split(","))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def taken(world: World, kind: str, content: bytes, name: str) -> Any:
    """Check a file and take it in; says how long each took."""
    watch = Watch(world)
    found, _new = bring(io.BytesIO(content), name, kind, company=world.company, by=watch.by)
    for mode in ("check", "take"):
        started = time.perf_counter()
        found = work_import(found.pk, mode, watch, job=None)  # type: ignore[arg-type]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        said = f"{mode} {name}: {found.succeeded} rows in {time.perf_counter() - started:.0f} s, peak {peak} MB"
        print(said, watch.calls)  # noqa: T201
        assert watch.calls > ROWS / 1_000, "whoever waits sees how far it is"
        watch.calls = 0
    return found


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_hundred_thousand_rows_of_each(db: None, settings: Any, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path
    world = World()
    line = "BULK-{n:06d},Item {n},物料 {n},GOODS,PCS,VAT13"
    items = taken(world, "items", as_text("code,name_en,name_zh,category,unit,tax_class", line), "items.csv")
    line = "WEB,BULK-{n:06d},2026-01-01,{n}.50,{n}.25"
    prices = taken(world, "prices", as_workbook("price_list,item,valid_from,price,floor_price", line), "prices.xlsx")
    again = taken(world, "prices", as_text("price_list,item,valid_from,price,floor_price", line), "prices.csv")
    line = "BULK-{n:06d},Person {n},person,CN,{n:08d}"
    parties = taken(world, "parties", as_workbook("code,name,kind,country,phone", line), "parties.xlsx")
    for found in (items, prices, again, parties):
        assert (found.succeeded, found.failed) == (ROWS, 0), found.name
    assert again.counts == {"unchanged": ROWS}
    assert Item.objects.filter(code__startswith="BULK-").count() == ROWS
    assert Price.objects.filter(item__code__startswith="BULK-").count() == ROWS
    assert Party.objects.filter(code__startswith="BULK-").count() == ROWS
