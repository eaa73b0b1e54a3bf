"""Masters that come as files besides those the interface declares: one line each, as there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from interlock.finance import api as finance

from ..api.kinds import Kind


@dataclass(frozen=True)
class Further:
    """A master, and what follows for a company once rows are written."""

    kind: Kind
    after: Any = None


def _one(path: str, model: str, *key: str, after: Any = None, **more: Any) -> Further:
    return Further(Kind(path, model, (), key=key, **more), after)


FURTHER = (
    _one("units-of-measure", "items.UnitOfMeasure", "code"),
    _one(
        "posting-rules",
        "finance.PostingRule",
        "event_kind",
        "component",
        "party_group",
        "item_category",
        "tax_class",
        "valid_from",
        refuse=finance.refused_rules,
    ),
    _one("employees", "finance.Employee", "party"),
    _one("currencies", "core.Currency", "code"),
    _one("bank-accounts", "finance.BankAccount", "code", after=finance.complete_bank_rules),
)
