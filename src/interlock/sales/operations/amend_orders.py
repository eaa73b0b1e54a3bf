"""Mend what a held order lacks, so that the review can look at it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interlock.core.api import Actor, Outcome, operation
from interlock.core.sql import blocks, rows, run

from . import crediting, holding, taking_back

SQL = blocks(__file__)


@operation(permission="sales.amend_orders")
def amend_orders(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,
    buyer: str | None = None,
    phone: str | None = None,
    province: str | None = None,
    city: str | None = None,
    district: str | None = None,
    address: str | None = None,
    items: Mapping[str, str] | None = None,
) -> Outcome:
    """Mend orders held in the review (None leaves a field as it is) and put them before the review again.

    ``items`` maps line numbers, as text, to item codes: what a clerk found for a code nobody knew. An order that went
    through an approval is mended by a change document only.

    Codes, first match wins: not_found, cancelled, not_held, change_document_needed, unknown_item (no such line or
    item), done.
    Writes: versions; order and lines, amounts again where an item changed, holds cleared, order.state received.
    Locks: orders by id.
    """
    holding.lock_orders(company, ids)
    mapping = dict(items or {})
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids, items=mapping))
    if go := outcome.accepted:
        given = {"buyer": buyer, "phone": phone, "province": province, "city": city}
        given |= {"district": district, "address": address}
        taking_back.keep_orders(company, go)
        assert run(SQL["mend_orders"], company=company, ids=go, **given) == len(go), "locked orders cannot have moved"
        if mapping:
            run(SQL["mend_lines"], company=company, ids=go, items=mapping)
            taking_back.add_up(company, go)
        holding.clear_holds(company, go)
        crediting.follow(company, go)
    return outcome
