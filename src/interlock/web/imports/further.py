"""Masters that come as files besides those the interface declares: one line each, as there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from interlock.finance import api as finance

from ..api.kinds import Kind


@dataclass(frozen=True)
class Further:
    """A master, the fields that only a new one is given, and what follows for a company once rows are written."""

    kind: Kind
    once: frozenset[str] = frozenset()
    after: Any = None


def _one(path: str, model: str, *key: str, **more: Any) -> Further:
    own = {name: more.pop(name) for name in ("once", "after") if name in more}
    return Further(Kind(path, model, (), key=key, **more), **own)


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
    _one("currencies", "core.Currency", "code"),
    _one("fee-kinds", "sales.FeeKind", "code"),
    _one("sourcing-routes", "sales.Route", "channel", "province", "warehouse"),
    _one("review-checks", "sales.ReviewCheck", "channel", "check_code"),
    _one("dimension-values", "finance.DimensionValue", "dimension", "code"),
    _one("required-dimensions", "finance.AccountDimension", "account", "dimension"),
    _one("payment-reasons", "finance.PaymentReason", "code"),
    _one("bank-accounts", "finance.BankAccount", "code", after=finance.complete_bank_rules),
    _one("bank-rules", "finance.BankRule", "direction", "pattern", leave=frozenset({"made_by"})),
    _one("invoice-rules", "finance.InvoiceRule", "party", "party_group", "unit", "valid_from"),
    _one("credit-groups", "finance.CreditGroup", "code", once=frozenset({"currency"})),
    _one("credit-reminders", "finance.CreditThreshold", "kind", "value"),
    _one("dunning-levels", "finance.DunningLevel", "level"),
)
