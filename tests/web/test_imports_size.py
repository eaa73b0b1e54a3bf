"""A hundred thousand rows: bounded memory, every row answered, the second time nothing changes."""

from __future__ import annotations

import io
import resource
import time
from pathlib import Path
from typing import Any

import pytest

from interlock.core.api import system_actor
from interlock.items.models import Item
from interlock.parties.models import Party
from interlock.web.imports.bringing import bring
from interlock.web.imports.work import work_import
from tests.builders import World

ROWS = 100_000


class Watch:
    def __init__(self, company: int) -> None:
        self.company, self.by = company, system_actor("test")

    def expect(self, total: int | None) -> None:
        pass

    def count(self, succeeded: int, failed: int) -> str:  # noqa: ARG002 - as a job counts
        return ""


def taken(world: World, kind: str, head: str, line: str) -> Any:
    content = "\n".join([head, *(line.format(n=n) for n in range(ROWS))]).encode()
    watch = Watch(world.company)
    found, _new = bring(io.BytesIO(content), f"{kind}.csv", kind, company=world.company, by=watch.by)
    started = time.perf_counter()
    found = work_import(found.pk, "take", watch, job=None)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{kind}: {found.succeeded} rows in {time.perf_counter() - started:.0f} s, peak {peak} MB")  # noqa: T201
    return found


@pytest.mark.slow
def test_a_hundred_thousand_items_and_parties(db: None, settings: Any, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path
    world = World()
    items = taken(
        world, "items", "code,name_en,name_zh,category,unit,tax_class", "BULK-{n:06d},Item {n},物料 {n},GOODS,PCS,VAT13"
    )
    parties = taken(world, "parties", "code,name,kind,country,phone", "BULK-{n:06d},Person {n},person,CN,{n:08d}")
    assert (items.succeeded, items.failed, parties.succeeded, parties.failed) == (ROWS, 0, ROWS, 0)
    assert Item.objects.filter(code__startswith="BULK-").count() == ROWS
    assert Party.objects.filter(code__startswith="BULK-").count() == ROWS
