"""Whatever is asked for, taken back, posted and changed, in any order: balances are their entries and the books."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .budgeting import Budgets, line
from .building import broken_laws

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["submit", "back", "post", "cancel", "fact", "total"]), st.integers(0, 5), st.integers(1, 90)
    ),
    min_size=3, max_size=12,
)  # fmt: skip


@pytest.mark.slow
@settings(
    max_examples=12, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(steps=STEPS)
def test_any_order_of_moves_keeps_the_laws(db: None, steps: list[tuple[str, int, int]]) -> None:
    from uuid import uuid4

    from interlock.finance import api as finance

    from .test_drafts import BEN

    books = Budgets(f"B{uuid4().hex[:8].upper()}")
    [whole] = books.budget(line("300"))
    drafts: list[int] = []
    for step, which, amount in steps:
        named = [drafts[which % len(drafts)]] if drafts else []
        if step == "submit":
            drafts.append(books.draft(str(amount), "D1" if which % 2 else ""))
            books.submit(drafts[-1])
        elif step == "back" and named:
            finance.send_back_drafts(named, note="x", **books.call(BEN))
        elif step == "post" and named:
            books.post_drafts(*named)
        elif step == "cancel" and named:
            finance.cancel_drafts(named, **books.call())
        elif step == "fact":
            legs = (finance.ManualLine("6602", debit=amount), finance.ManualLine("1002", credit=amount))  # type: ignore[arg-type]
            books.voucher(*legs)
            finance.read_budgets(books.company, books.by)
        elif step == "total":
            books.save(line(str(amount * 4)))
        total, reserved, used, over = books.figures(whole)
        assert reserved + used <= total + over
    assert not broken_laws()
