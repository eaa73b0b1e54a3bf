"""What is typed into the cells of an order: read as figures where it can be, and as an order to be judged."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from interlock.core.amounts import ungrouped

if TYPE_CHECKING:
    from .operations.create_orders import NewOrder

#: The longest text a cell holds.
LONGEST = 80
_FIGURE = re.compile(r"^[0-9]{1,12}(\.[0-9]{1,6})?$")
#: Stands for what cannot be read; no figure of an order is negative, so it is judged as wrong.
UNREADABLE = Decimal(-1)


class Read(NamedTuple):
    """The figures of a line; None where nothing is typed or it cannot be read."""

    quantity: Decimal | None
    price: Decimal | None
    discount: Decimal | None


def figure(text: str) -> Decimal | None:
    """Read a figure as people write it: ``1,200.50``, ``１２``, ``¥ 9.90``."""
    clean = ungrouped(text)
    return Decimal(clean) if _FIGURE.match(clean) else None


def read(cell: Mapping[str, str]) -> Read:
    """Read a line's figures as the columns hold them: a discount finer than a cent is none."""
    off = figure(cell.get("discount", ""))
    return Read(
        _fitting(figure(cell.get("quantity", "")), 14),
        _fitting(figure(cell.get("price", "")), 14),
        off if off is not None and off == off.quantize(Decimal("0.01")) else None,
    )


def _fitting(value: Decimal | None, digits: int) -> Decimal | None:
    return value if value is None or value < Decimal(10) ** digits else None


def as_json(cell: Mapping[str, str]) -> str:
    return json.dumps(dict(cell), ensure_ascii=False)


def is_empty(typed: Mapping[str, str]) -> bool:
    return not any(typed.values())


def order_of(head: Any, lines: Sequence[Any]) -> tuple[NewOrder, list[int]]:
    """Answer a draft as an order to be judged, and the ordinal of each of its lines; empty lines are left out."""
    from .operations.create_orders import NewOrder, NewOrderLine

    full = [row for row in lines if not is_empty(row.typed)]
    made = []
    for row in full:
        cell = row.typed
        figures = {name: _said(cell.get(name, "")) for name in ("quantity", "price", "discount")}
        made.append(
            NewOrderLine(
                item=cell.get("item", ""),
                quantity=figures["quantity"] or Decimal(),
                unit=cell.get("unit", ""),
                unit_price=figures["price"],
                discount=figures["discount"],
            )  # fmt: skip
        )
    names = ("customer", "wanted_on", "buyer", "phone", "province", "city", "district", "address", "remark")
    order = NewOrder(shop=head.shop, lines=tuple(made), order_no=head.order_no or head.number)
    return replace(order, **{name: getattr(head, name) for name in names}), [row.ordinal for row in full]


def _said(text: str) -> Decimal | None:
    """Answer a figure; nothing where nothing is typed, ``UNREADABLE`` where it is none."""
    if not text:
        return None
    found = figure(text)
    return UNREADABLE if found is None else found


def by_ordinal(detail: Mapping[str, Any], lines: Sequence[Any]) -> dict[str, Any]:
    """Answer a verdict's detail with the draft's ordinals beside the places of lines."""
    ordinals = [row.ordinal for row in lines if not is_empty(row.typed)]
    faults = [
        fault | ({"ordinal": ordinals[fault["line"] - 1]} if "line" in fault else {})
        for fault in detail.get("faults", ())
    ]
    return dict(detail) | ({"faults": faults} if faults else {})
