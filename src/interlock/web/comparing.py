"""Versions of a document compared: field by field and line by line, what was and what is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .templatetags.workplace import amount, exact, figure, mask_name, mask_phone, price

Show = Callable[[Any], str]


def _text(value: Any) -> str:
    return str(value) if value not in (None, "") else "–"


def _hidden(value: Any) -> str:
    return "•••" if value else "–"


def _yes(value: Any) -> str:
    return _("yes") if value else _("no")


#: field of an order → its word, how it is shown, whether it is a number
FIELDS: dict[str, tuple[Any, Show, bool]] = {
    "buyer": (gettext_lazy("Buyer"), mask_name, False),
    "phone": (gettext_lazy("Phone"), mask_phone, False),
    "province": (gettext_lazy("Province"), _text, False),
    "city": (gettext_lazy("City"), _text, False),
    "district": (gettext_lazy("District"), _text, False),
    "address": (gettext_lazy("Address"), _hidden, False),
    "remark": (gettext_lazy("Remark"), _text, False),
    "wanted_on": (gettext_lazy("Wanted on"), _text, False),
    "coupon": (gettext_lazy("Coupon"), _text, False),
    "buyer_group": (gettext_lazy("Buyer group"), _text, False),
    "paid_amount": (gettext_lazy("Paid"), amount, True),
    "tax_amount": (gettext_lazy("VAT"), amount, True),
    "amount": (gettext_lazy("Amount with VAT"), amount, True),
}
LINE_FIELDS: dict[str, tuple[Any, Show, bool]] = {
    "sku": (gettext_lazy("Shop's code"), _text, False),
    "item": (gettext_lazy("Item"), _text, False),
    "quantity": (gettext_lazy("Quantity"), figure, True),
    "unit_price": (gettext_lazy("Unit price"), price, True),
    "discount": (gettext_lazy("Discount"), amount, True),
    "subsidy": (gettext_lazy("Platform bears"), amount, True),
    "amount": (gettext_lazy("Amount"), amount, True),
    "gift": (gettext_lazy("Gift"), _yes, False),
}


@dataclass(frozen=True)
class Difference:
    """One thing that changed; what is shown alike (a masked name) says so by ``masked``."""

    what: str
    was: str
    now: str
    masked: bool = False


def differences(was: Mapping[str, Any], now: Mapping[str, Any], codes: Mapping[int, str]) -> list[Difference]:
    """Answer what differs between two snapshots of an order; a field that one does not know is not compared."""
    found = _compare(FIELDS, was, now, "")
    before, after = _lines(was), _lines(now)
    for key in sorted(before.keys() | after.keys(), key=lambda one: (before.get(one) or after[one])["line"]):
        old, new = before.get(key), after.get(key)
        label = _("Line %(line)s") % {"line": (old or new or {})["line"]}
        if old is None or new is None:
            found.append(Difference(label, _line(old, codes), _line(new, codes)))
        else:
            named = [{"item": codes.get(side.get("item") or 0, "")} for side in (old, new)]
            found += _compare(LINE_FIELDS, {**old, **named[0]}, {**new, **named[1]}, f"{label}: ")
    return found


def changed_fields(was: Mapping[str, Any], now: Mapping[str, Any]) -> list[Difference]:
    """Answer what differs between two heads of an order."""
    return _compare(FIELDS, was, now, "")


def _lines(snapshot: Mapping[str, Any]) -> dict[int, Mapping[str, Any]]:
    """Answer the lines by id; one that was taken out stays with quantity 0 and is none."""
    return {line["id"]: line for line in snapshot.get("lines") or () if exact(line["quantity"])}


def _compare(
    fields: Mapping[str, tuple[Any, Show, bool]], was: Mapping[str, Any], now: Mapping[str, Any], before: str
) -> list[Difference]:
    found = []
    for name, (word, show, is_number) in fields.items():
        if name not in was or name not in now:
            continue
        old, new = was[name], now[name]
        same = exact(old or 0) == exact(new or 0) if is_number else (old or "") == (new or "")
        if not same:
            shown = show(old), show(new)
            found.append(Difference(f"{before}{word}", *shown, masked=shown[0] == shown[1]))
    return found


def _line(line: Mapping[str, Any] | None, codes: Mapping[int, str]) -> str:
    if line is None:
        return "–"
    item = codes.get(line.get("item") or 0) or line["sku"]
    return f"{item} × {figure(line['quantity'])} @ {price(line['unit_price'])}"


def items_of(snapshots: Sequence[Mapping[str, Any]]) -> list[int]:
    """Answer the items that the lines of some snapshots name."""
    return sorted({line["item"] for one in snapshots for line in one.get("lines") or () if line.get("item")})
