"""Which route a document takes, who stands at its nodes, and which documents may not go on without an approval."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..sql import blocks, column, rows, value
from .kinds import ApprovalKind, kind_of

SQL = blocks(__file__)


@dataclass
class Way:
    """A route as one document takes it: its nodes in their order, each with the persons who are asked."""

    route: Any
    nodes: list[tuple[Any, list[int]]] = field(default_factory=list)
    nobody: bool = False


def needs_approval(company: int, code: str, ids: Sequence[int]) -> set[int]:
    """Answer which documents have a route and no approval of what they are now; one statement where no route is."""
    kind = kind_of(code)
    if not ids or not value(SQL["any_route"], company=company, kind=code):
        return set()
    facts = facts_of(kind, company, ids)
    routed = {row.id for row in _match(company, code, list(facts.values()))}
    approved = rows(SQL["approved"], company=company, kind=code, ids=column(sorted(routed))) if routed else []
    return routed - {row.document_id for row in approved if same(row, facts[row.document_id])}


def routed(company: int, code: str, ids: Sequence[int]) -> set[int]:
    """Answer for which documents a route exists that they could take now."""
    if not ids or not value(SQL["any_route"], company=company, kind=code):
        return set()
    facts = [fact for fact in facts_of(kind_of(code), company, ids).values() if not fact.code]
    return {row.id for row in _match(company, code, facts)}


def facts_of(kind: ApprovalKind, company: int, ids: Sequence[int]) -> dict[int, Any]:
    return {fact.id: fact for fact in kind.facts(company, ids)}


def same(request: Any, fact: Any) -> bool:
    """Say whether a document is what it was when its approval was asked for."""
    return bool(
        request.document_version == fact.version
        and request.amount == fact.amount
        and sorted(request.reasons) == sorted(fact.reasons)
    )


def ways(company: int, code: str, facts: Sequence[Any], asker: int | None) -> dict[int, Way]:
    """Answer the way of each document that has a route."""
    found = _match(company, code, facts)
    if not found:
        return {}
    stops: dict[int, list[Any]] = defaultdict(list)
    for row in rows(SQL["nodes"], company=company, routes=column(sorted({row.route_id for row in found}))):
        stops[row.route_id].append(row)
    amounts = {fact.id: fact.amount for fact in facts}
    return {row.id: _way(row, stops[row.route_id], amounts[row.id], asker) for row in found}


def _way(route: Any, stops: Sequence[Any], amount: Any, asker: int | None) -> Way:
    """Leave out the nodes that do not apply; a way without any, or with one at which nobody stands, is none."""
    way = Way(route)
    for stop in stops:
        if stop.amount_from is not None and amount < stop.amount_from:
            continue
        people = [one for one in stop.people or () if route.own_allowed or one != asker]
        if people:
            way.nodes.append((stop, people))
        elif not (stop.skip_own and asker in (stop.people or ())):
            way.nobody = True
    way.nobody = way.nobody or not way.nodes
    return way


def _match(company: int, code: str, facts: Sequence[Any]) -> list[Any]:
    if not facts:
        return []
    given: Mapping[str, Any] = {
        "ids": column([fact.id for fact in facts]),
        "amounts": column([fact.amount for fact in facts]),
        "margins": column([fact.margin_pct for fact in facts]),
        "reasons": [",".join(fact.reasons) for fact in facts],
    }
    return rows(SQL["match"], company=company, kind=code, **given)
