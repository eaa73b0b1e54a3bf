"""Source reviewed orders: find their pieces and promise them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from interlock.core.api import Actor, Answer, Outcome, Worked, operation, run_work
from interlock.core.sql import blocks, rows, run
from interlock.stock import api as stock

from . import holding, leaving, sourcing

SQL = blocks(__file__)


@operation(permission="sales.reserve_orders")
def reserve_orders(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Promise orders the pieces they need, most urgent and then oldest first; who finds none is held ``no_stock``.

    Warehouses are asked in the order of the routes for the buyer's province; bins in their pick order; the shop's
    split policy says whether an order may come from several. ``detail.short`` names line, item, wanted, free pieces.

    Codes, first match wins: not_found, cancelled, already, held (for another reason), not_reviewed, no_stock, done.
    Writes: reservations, stock entries and balances through stock; order.state; holds raised or cleared.
    Locks: orders by id, then stock balances by key.
    """
    holding.lock_orders(company, ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids))
    candidates = tuple([verdict.id for verdict in outcome.verdicts if verdict.code == "done"])
    found = _allocate(company, candidates, lock=outcome.acts)
    short = {order: [_plain(lack) for lack in lacks] for order, lacks in found.short.items()}
    outcome.answer({order: Answer(order, "no_stock", {"short": lacks}) for order, lacks in short.items()})
    if outcome.acts:
        _act(company, found, on)
    return outcome


def promise(company: int, ids: Sequence[int], on: date) -> None:
    """Promise locked orders what they need as far as it is there, and hold those that lack something."""
    _act(company, _allocate(company, ids, lock=True), on)


def _allocate(company: int, ids: Sequence[int], *, lock: bool) -> sourcing.Allocation:
    if not ids:
        return sourcing.Allocation()
    wanted = rows(SQL["wanted"], company=company, ids=ids)
    if parted := sorted({row.order_id for row in wanted if row.is_parted}):
        carried = leaving.carried_lines(company, parted)
        wanted = [row._replace(quantity=Decimal(0)) if row.line_id in carried else row for row in wanted]
    routes = sourcing.Routes(rows(SQL["routes"], company=company))
    items = sorted({row.item_id for row in wanted if row.item_id is not None})
    shelf = sourcing.Shelf(stock.available(company, items, routes.warehouses, lock=lock))
    return sourcing.allocate(wanted, routes, shelf)


def _act(company: int, found: sourcing.Allocation, on: date) -> None:
    if found.lines:
        stock.reserve(
            company,
            documents=found.documents,
            lines=found.lines,
            items=found.items,
            locations=found.locations,
            quantities=found.quantities,
            on=on,
        )
    if found.served:
        assert run(SQL["advance"], company=company, ids=found.served) == len(found.served), "locked orders stay"
        holding.clear_holds(company, found.served, ["no_stock"])
    holding.hold_orders(
        company,
        [
            holding.Finding(order, "no_stock", "", lack["line"], _plain(lack))
            for order, lacks in found.short.items()
            for lack in lacks
        ],
    )


def retry_waiting(
    *,
    company: int,
    by: Actor,
    on: date,
    key: UUID | None = None,
    progress: Callable[[int], None] | None = None,
) -> Worked:
    """Try again for the orders that stand only for want of stock, where what they lack is there now."""
    ids = [row.id for row in rows(SQL["waiting"], company=company)]
    return run_work(reserve_orders, ids, company=company, by=by, key=key or uuid4(), progress=progress, on=on)


def orders_to_reserve(company: int) -> list[int]:
    """Answer all orders to source now, reviewed or waiting for stock that is there, most urgent first, then oldest."""
    waiting = [row.id for row in rows(SQL["waiting"], company=company)]
    return [row.id for row in rows(SQL["to_reserve"], company=company, waiting=waiting)]


def _plain(lack: dict[str, Any]) -> dict[str, Any]:
    """Write quantities as text, as JSON has no exact numbers."""
    return {k: format(v.normalize(), "f") if isinstance(v, Decimal) else v for k, v in lack.items()}
