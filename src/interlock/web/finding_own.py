"""The search in a company's own fields: those declared searchable, of the kinds a person may see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from interlock.core.amounts import ungrouped
from interlock.core.sql import column, rows

from .lists.cells import chinese
from .queries import finding_own as queries

#: kind that may have own fields → what the block that names them calls its ids
NAMED = {
    "order": "orders", "delivery": "deliveries", "return": "returns", "draft": "drafts", "shop": "shops",
    "warehouse": "warehouses", "item": "items", "party": "parties",
}  # fmt: skip
SURE = 3
MOST = 5


class Row(NamedTuple):
    """What was found, as the other kinds of hits are read; ``exact`` when a value is the term."""

    kind: str
    id: int
    number: str
    about: str
    state: str
    amount: Any
    day: Any
    nearness: float
    exact: bool


def by_own_fields(company: int, term: str, within: str, grams: Sequence[str], allowed: Iterable[str]) -> list[Row]:
    """Answer what holds a term in a searchable field, five of a kind; ``within`` is the pattern of what contains it."""
    may = set(allowed)
    kinds = [kind for kind in NAMED if kind in may]
    if not kinds:
        return []
    found = rows(
        queries.SQL["values"], company=company, kinds=kinds, typed=term, term=term.lower(), within=within,
        figure=_figure(term), grams=list(grams), chinese=chinese(),
    )  # fmt: skip
    if not found:
        return []
    best: dict[tuple[str, int], Any] = {}
    for row in found:
        best.setdefault((row.kind, row.document_id), row)
    ids: dict[str, list[int]] = defaultdict(list)
    for kind, one in best:
        ids[kind].append(one)
    asked = {name: column(ids[kind][:MOST]) for kind, name in NAMED.items()}
    named = {(row.kind, row.id): row for row in rows(queries.SQL["named"], company=company, **asked)}
    return [
        Row(kind, one, there.number or "", f"{row.field}: {row.value}", there.state, there.amount, there.day,
            row.nearness, row.nearness >= SURE)
        for (kind, one), row in best.items() if (there := named.get((kind, one)))
    ]  # fmt: skip


def _figure(term: str) -> Decimal | None:
    """Read a term as a number, if it is one that a field could hold."""
    try:
        number = Decimal(ungrouped(term))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < Decimal(10) ** 14 else None
