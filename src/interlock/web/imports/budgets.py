"""Budgets from rows: those of the same code are one version of a budget, taken whole or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from interlock.core.api import Actor
from interlock.finance import api as finance

from .declared import Fault, ImportKind, Taken
from .documents import grouped
from .documents import read_row as read

Rows = Mapping[int, Mapping[str, str]]
#: What rows of one budget agree in.
HEAD = ("name", "kind", "starts_on", "ends_on", "reason", "control", "owner")
NAMES = {"account": "account", "unit": "unit", "project": "project", "category": "category", "channel": "channel",
         "beneficiary": "beneficiary", "incentive": "name"}  # fmt: skip
_gather = grouped("budget")


def take_budgets(kind: ImportKind) -> Callable[..., Taken]:
    """Make what writes budgets and new totals of them, inside the caller's transaction."""

    def take(rows: Rows, *, company: int, by: Actor, **_more: Any) -> Taken:
        numbers = list(rows)
        faults: dict[int, list[Fault]] = defaultdict(list)
        given = {number: read(kind, number, row, faults) for number, row in rows.items()}
        parts = [[numbers[at] for at in part] for part in _gather(list(rows.values()))]
        wanted: dict[int, finance.NewBudget] = {}
        for place, own in enumerate(parts, start=1):
            head = given[own[0]]
            for number in own[1:]:
                for name in HEAD:
                    if given[number].get(name) != head.get(name):
                        faults[number].append(Fault("differs_in_document", name))
            if any(number in faults for number in own):
                for number in own:
                    faults[number] = faults[number] or [Fault("set_rejected")]
                continue
            wanted[place] = _budget(head, [given[number] for number in own])
        if wanted:
            outcome = finance.save_budgets(
                list(wanted), company=company, by=by, budgets=wanted, on=timezone.localdate()
            )
            for verdict in outcome.rejected:
                own = parts[verdict.id - 1]
                at = own[int(verdict.detail.get("line", 1)) - 1]
                for number in own:
                    faults[number].append(Fault(verdict.code if number == at else "set_rejected"))
        return Taken({number: "taken" for number in numbers if number not in faults}, dict(faults))

    return take


def _budget(head: Mapping[str, Any], lines: list[dict[str, Any]]) -> finance.NewBudget:
    first: date = head["starts_on"]
    made = tuple(
        finance.NewBudgetLine(
            Decimal(line["total"]), month=line.get("month"),
            **{field: str(line.get(column) or "") for column, field in NAMES.items()},
        )
        for line in lines
    )  # fmt: skip
    return finance.NewBudget(
        str(head["budget"]), str(head["name"]), str(head["kind"]), first, head["ends_on"], made, str(head["reason"]),
        str(head.get("control") or "refuse"), str(head.get("owner") or ""),
    )  # fmt: skip
