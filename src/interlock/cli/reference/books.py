"""Accounting events, their components and the posting rules a company starts with."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

import interlock

from .operations import load
from .text import code, codes, parts, table

_DATA = Path(interlock.__file__).parent / "finance" / "data"
_INTRO = """\
Every fact with a money side leaves an accounting event in its own transaction. An event has lines; each names a
component of one document line and an amount in the currency of the books. Posting rules, which are data, turn
components into journal lines. An event without a rule stays visible and stops the close, never the warehouse.

A negative amount (a correction) exchanges the two sides of its journal line. Each company starts with the rules below;
an accountant adds more specific ones under Masters, Posting rules. Of the rules that fit, the one that names a party
group wins, then an item category (the nearer one), then a tax class, then the latest `valid from`. Two that fit equally
well are an error (`ambiguous_rule`), shown to the accountant."""


def page() -> str:
    rules: dict[str, list[dict[str, str]]] = defaultdict(list)
    for rule in _read("posting_rules.csv"):
        rules[rule["event_kind"]].append(rule)
    names = {row["code"]: row["name_en"] for row in _read("chart_cas.csv")}
    lines = [_INTRO]
    for kind, of_kind in rules.items():
        rows = [
            (
                code(rule["component"]),
                f"{rule['debit_account']} {names[rule['debit_account']]}",
                f"{rule['credit_account']} {names[rule['credit_account']]}",
                ", ".join(name for name in ("party", "item") if rule[f"carry_{name}"] == "1"),
                {"day_unit": "a voucher a day and unit", "document": "a voucher a document"}[rule["grouping"]],
            )
            for rule in of_kind
        ]
        lines += ["", f"## {kind}", "", f"Written by {codes(_writers(kind))}.", ""]
        lines += [table(["component", "debit", "credit", "carries", "grouping"], rows)]
    return "\n".join(lines)


def _writers(kind: str) -> list[str]:
    said = {name: parts(operation.__doc__).get("Writes", "") for name, operation in load().items()}
    return [name for name, text in said.items() if re.search(rf"\b{kind}\b", text)]


def _read(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
