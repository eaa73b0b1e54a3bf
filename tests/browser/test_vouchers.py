"""The entry page of a voucher in a real browser: keys, sums, paste; at a desk and on a phone."""

from __future__ import annotations

from typing import Any

import pytest

from interlock.finance.models import VoucherDraft
from tests.builders import World

from .widths import DESK_FIRST

pytestmark = pytest.mark.browser


@pytest.mark.slow
@pytest.mark.parametrize("page", DESK_FIRST, indirect=True)
def test_a_voucher_is_typed_by_keys_alone(signed_in: Any, world: World) -> None:  # noqa: ARG001
    page = signed_in
    page.goto("/drafts/new/")
    cell = lambda line, name: page.locator(f"[data-line]:nth-child({line}) [data-cell={name}]")  # noqa: E731
    cell(1, "account").fill("Administrative")
    page.keyboard.press("Enter")
    assert cell(1, "account").input_value() == "6602"
    page.keyboard.type("Rent")
    page.keyboard.press("Enter")
    page.keyboard.type("1,200.10")
    assert page.locator("[data-difference]").inner_text() == "1,200.10"
    cell(2, "account").fill("1002")
    cell(2, "credit").focus()
    page.keyboard.press("=")
    assert cell(2, "credit").input_value() == "1200.10"
    assert page.locator("[data-agrees=yes] [data-difference]").inner_text() == "0.00"
    cell(2, "party").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.locator("[data-line]").count() == 3
    rows = "6601\tSeals\t5.00\n1002\tSeals\t\t5.00"
    page.evaluate(
        """(text) => { const data = new DataTransfer(); data.setData("text", text);
        document.querySelector("[data-line]:nth-child(3) [data-cell=account]").dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }""",
        rows,
    )
    page.wait_for_function("document.querySelector('[data-debit]').textContent === '1,205.10'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/drafts/*/")
    made = VoucherDraft.objects.get()
    lines = [(line.account.code, str(line.debit), str(line.credit)) for line in made.lines.order_by("ordinal")]
    assert made.state == "submitted"
    assert lines == [
        ("6602", "1200.10", "0.00"), ("1002", "0.00", "1200.10"), ("6601", "5.00", "0.00"), ("1002", "0.00", "5.00"),
    ]  # fmt: skip
