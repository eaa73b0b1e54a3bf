"""The accountant closes a month in the browser: refused, mended where the checklist leads, closed, taken home."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from interlock.core.api import actor_of
from interlock.finance import api as finance
from interlock.finance.models import CloseReport, VoucherDraft
from tests.builders import World, assert_laws

from .journeying import WAYS, role_of, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
JANUARY = date(2026, 1, 1)


def handed_in(world: World) -> VoucherDraft:
    """The cashier's voucher of January, which waits for another person."""
    call: dict[str, Any] = {"company": world.company, "by": actor_of(role_of(world, "cashier"), "web")}
    lines = (
        finance.NewDraftLine("6602", Decimal(1200), text="Rent"), finance.NewDraftLine("1002", credit=Decimal(1200)),
    )  # fmt: skip
    assert finance.save_drafts([1], drafts={1: finance.NewDraft(date(2026, 1, 15), "Rent", lines)}, **call).accepted
    draft = VoucherDraft.objects.get()
    assert finance.submit_drafts([draft.pk], **call).counts == {"done": 1}
    return draft


@WAYS
def test_a_month_is_mended_and_closed(
    chromium: Any, live_server: Any, world: World, language: str, width: int, tmp_path: Path
) -> None:
    draft = handed_in(world)
    with visit(chromium, live_server, role_of(world, "accountant"), language, width) as zhou:
        zhou.open(f"/close/{world.code}/2026-01/", "close-differs")
        zhou.press("Close the whole month")
        zhou.reads(zhou.word("Something stands in the way"))
        zhou.look("close-refused")
        zhou.page.locator("#step-ledger").get_by_role("link", name=draft.number).click()
        zhou.page.wait_for_url(f"**/drafts/{draft.pk}/")
        zhou.press("Post")
        zhou.reads(zhou.counted("%(number)s voucher posted.", "%(number)s vouchers posted.", 1))
        zhou.open(f"/close/{world.code}/2026-01/")
        zhou.press("Close the whole month")
        zhou.says("The month is closed and its report signed.")
        zhou.look("close-closed")
        with zhou.page.expect_download() as fetched:
            zhou.page.get_by_role("link", name="JSON", exact=True).click()
        fetched.value.save_as(tmp_path / "close.json")
        with zhou.page.expect_download() as paper:
            zhou.page.get_by_role("link", name="PDF 中文" if language == "zh-hans" else "PDF English").click()
        paper.value.save_as(tmp_path / "close.pdf")
        zhou.open("/trial-balance/?month=2026-01", "trial-balance")
        rent = zhou.page.get_by_role("row").filter(has_text="6602")
        assert "1,200.00" in rent.inner_text()
        rent.get_by_role("link").click()
        zhou.page.wait_for_url("**/accounts/**")
        zhou.reads("1,200.00")
        zhou.follow("Sub-ledger")
        zhou.look("sub-ledger")
    told = json.loads((tmp_path / "close.json").read_bytes())["report"]
    held = {row["account"]: row["closing"] for row in told["trial_balance"]}
    assert (told["month"], held) == ("2026-01", {"1002": "-1200.00", "6602": "1200.00"})
    assert (tmp_path / "close.pdf").read_bytes().startswith(b"%PDF")
    assert CloseReport.objects.get(close__month=JANUARY).state == "valid"
    assert_laws()
