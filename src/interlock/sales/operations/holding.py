"""Holding orders: shared by every operation that finds a reason why an order must not go on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from interlock.core.api import current
from interlock.core.sql import blocks, rows, run

SQL = blocks(__file__)


@dataclass(frozen=True)
class Finding:
    """One reason why an order cannot go on; ``detail`` holds the figures and the rule that was broken."""

    order: int
    reason: str
    check: str = ""
    line: int | None = None
    detail: dict[str, Any] = field(default_factory=dict)


#: What makes an order another one, or lets it go on or not, without the approval that it may wait for.
MOVES = (
    "sales.amend_orders", "sales.change_orders", "sales.tell_changes", "sales.accept_changes", "sales.cancel_orders",
    "sales.release_orders", "sales.release_credit", "sales.submit_order_changes", "sales.apply_order_changes",
)  # fmt: skip


def lock_orders(company: int, ids: Sequence[int]) -> None:
    """Lock orders by id, in a statement of its own."""
    run(SQL["lock_orders"], company=company, ids=list(ids))


def hold_orders(company: int, findings: Sequence[Finding]) -> list[int]:
    """Hold the orders that have not left yet, with all their reasons; answers those that were put on hold now.

    Writes: order.state and .resume_state, holds.
    Locks: orders by id.
    """
    if not findings:
        return []
    orders = sorted({finding.order for finding in findings})
    lock_orders(company, orders)
    held = [row.id for row in rows(SQL["hold"], company=company, ids=orders)]
    run(
        SQL["raise_holds"],
        company=company,
        run=current().run_id,
        orders=[f.order for f in findings],
        reasons=[f.reason for f in findings],
        checks=[f.check for f in findings],
        lines=[f.line for f in findings],
        details=[json.dumps(f.detail, default=str) for f in findings],
    )
    return held


def clear_holds(company: int, ids: Sequence[int], reasons: Sequence[str] | None = None) -> int:
    """End the open holds of these orders, all or those with these reasons, because their cause is gone."""
    return run(
        SQL["clear_holds"],
        company=company,
        run=current().run_id,
        ids=list(ids),
        reasons=None if reasons is None else list(reasons),
    )
