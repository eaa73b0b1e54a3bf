"""What is late in a month that still runs is counted from today, not from the month's end."""

from __future__ import annotations

from datetime import date

import pytest

from interlock.finance.api import CloseScope

NOVEMBER = CloseScope(1, date(2026, 11, 1), date(2026, 12, 1), {"ship_days": 7})


@pytest.mark.parametrize(
    ("today", "before"),
    [
        (date(2026, 11, 22), date(2026, 11, 16)),  # released a week ago and earlier
        (date(2026, 11, 1), date(2026, 10, 26)),
        (date(2026, 11, 30), date(2026, 11, 24)),
        (date(2026, 12, 9), date(2026, 11, 24)),  # over: from its end
        (date(2026, 10, 3), date(2026, 11, 24)),  # not begun
    ],
)
def test_nothing_is_late_in_advance(monkeypatch: pytest.MonkeyPatch, today: date, before: date) -> None:
    monkeypatch.setattr("interlock.finance.closing.checklist.timezone.localdate", lambda: today)
    assert NOVEMBER.before("ship_days") == before
