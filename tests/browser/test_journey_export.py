"""An export of 200,000 orders: begun on the list, followed as it grows, fetched when it is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from interlock.core import background
from interlock.core.api import Job
from interlock.core.sql import run
from interlock.demo.bench.settle import SQL
from tests.builders import World

from .journeying import WAYS, role_of, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROWS = 200_000


@WAYS
def test_what_was_filtered_is_exported_whole(
    chromium: Any, live_server: Any, world: World, tmp_path: Path, language: str, width: int
) -> None:
    run(SQL["orders"], company=world.company, shop=world.shop.pk, count=ROWS, on=date(2026, 6, 18))
    clerk = role_of(world, "sales clerk")
    with visit(chromium, live_server, clerk, language, width) as lin:
        lin.open("/orders/?state=recognised", "orders")
        lin.page.locator("summary", has_text=lin.word("Export")).locator("visible=true").first.click()
        lin.page.locator("button[name=format][value=csv]").locator("visible=true").first.click()
        lin.page.wait_for_url("**/jobs/*/")
        lin.look()
        assert background.work_waiting() == 1
        job = Job.objects.get()
        lin.page.reload()
        lin.look("job")
        assert (job.state, job.succeeded, job.failed) == ("done", ROWS, 0)
        with lin.page.expect_download() as fetched:
            lin.page.locator(f"a[href='/jobs/{job.pk}/file/']").locator("visible=true").first.click()
        path = tmp_path / "orders.csv"
        fetched.value.save_as(path)
        with path.open(encoding="utf-8-sig") as lines:
            assert sum(1 for _line in lines) == ROWS + 1
        lin.open("/jobs/")
