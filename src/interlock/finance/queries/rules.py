"""Which posting rule wins and why: every rule of an event's components in order, with the column that decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from interlock.core.sql import blocks, rows

SQL = blocks(__file__)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule of an event's component: ``verdict`` is won, tied_rule, beaten or unfit, ``column`` what decided it."""

    rule_id: int
    component: str
    item_category: str
    tax_class: str
    party_group: str
    valid_from: date
    valid_to: date | None
    debit: str
    credit: str
    verdict: str
    column: str


@dataclass(frozen=True, slots=True)
class Case:
    """What posting asks the rules: a component with its party group, item category and tax class, and the answers."""

    component: str
    party_group: str
    item_category: str
    tax_class: str
    candidates: list[Candidate]


def explain_event(company: int, event: int) -> list[Case]:
    """Answer each distinct case of an event with all rules of its component, those that fit first, in order.

    The order is that of posting: party group, item category (the nearer in the tree first), tax class, then the latest
    day. A rule that does not fit names the first column that differs; one that is beaten, the column it is beaten by.
    """
    cases: dict[tuple[str, str, str, str], list[Any]] = {}
    for row in rows(SQL["explain"], company=company, id=event):
        asked = (row.component, row.asked_group or "", row.asked_category or "", row.asked_class or "")
        found = cases.setdefault(asked, [])
        if row.rule_id is not None:
            found.append(row)
    ordered = {asked: sorted(found, key=lambda row: row.unfit is not None) for asked, found in cases.items()}
    return [
        Case(component, group, category, tax_class, [_candidate(row, found) for row in found])
        for (component, group, category, tax_class), found in ordered.items()
    ]


def _candidate(row: Any, rivals: list[Any]) -> Candidate:
    verdict, column = "unfit", row.unfit
    if not row.unfit:
        best = next(rival for rival in rivals if not rival.unfit)
        pairs = zip(_COLUMNS, _rank(row), _rank(best), strict=True)
        column = next((name for name, own, other in pairs if own != other), "")
        first = [rival for rival in rivals if not rival.unfit and _rank(rival) == _rank(best)]
        verdict = "beaten" if column else "won" if len(first) == 1 else "tied_rule"
    return Candidate(
        row.rule_id,
        row.component,
        row.item_category or "",
        row.tax_class or "",
        row.party_group or "",
        row.valid_from,
        row.valid_to,
        row.debit,
        row.credit,
        verdict,
        column,
    )


_COLUMNS = ("party_group", "item_category", "tax_class", "valid_from")


def _rank(row: Any) -> tuple[Any, ...]:
    """What the rules are ordered by, column by column."""
    return (
        row.party_group is None,
        (row.item_category is None, row.distance),
        row.tax_class is None,
        row.valid_from,
    )
