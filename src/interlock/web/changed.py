"""The changes of an order as its page tells them: open and past, what was and what shall be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from interlock.sales.api import ChangeReason

from .comparing import Difference, changed_fields
from .templatetags.workplace import exact, figure, price

OPEN = ("draft", "submitted", "approved")


def of_an_order(found: Sequence[Mapping[str, Any]] | None) -> dict[str, Any]:
    """Answer the change documents of an order with their differences, the number of the open one, and the reasons."""
    documents = [
        dict(one)
        | {
            "word": ChangeReason(one["reason"]).label,
            "open": one["state"] in OPEN,
            "differences": [*changed_fields(one["before"], one["after"]), *map(_line, one["lines"])],
        }
        for one in found or ()
    ]
    return {
        "documents": documents,
        "open_change": next((str(one["number"]) for one in documents if one["open"]), ""),
        "change_reasons": ChangeReason.choices,
    }


def _line(line: Mapping[str, Any]) -> Difference:
    """Say in one row what becomes of a line."""
    if line["line"] is None:
        return Difference(_("New line"), "–", _said(line["sku"], line["quantity"], line["price"]))
    label = _("Line %(line)s") % {"line": line["line"]}
    was = _said(line["was"], line["quantity_was"], line["price_was"])
    gone = not exact(line["quantity"])
    return Difference(label, was, _("taken out") if gone else _said(line["sku"], line["quantity"], line["price"]))


def _said(sku: str, quantity: Any, unit_price: Any) -> str:
    return f"{sku} × {figure(exact(quantity))} @ {price(exact(unit_price))}"
