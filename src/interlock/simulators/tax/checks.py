"""What the office looks at in a message: codes, sums and rates. A fault is a code and, where there is one, a line."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

CENT, LINE_TOLERANCE = Decimal("0.01"), Decimal("0.06")
RATES = frozenset(Decimal(rate) for rate in ("0", "1", "3", "5", "6", "9", "13"))
MOST_LINES = 2_000
_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_AMOUNT = re.compile(r"-?\d{1,17}\.\d{2}")


class Refused(Exception):  # noqa: N818  an answer, not an error
    """The office says no: a code, and what it is about."""

    def __init__(self, code: str, **about: Any) -> None:
        self.code, self.about = code, about
        super().__init__(code)


def text(message: dict[str, Any], name: str, *, most: int = 200, empty: bool = False) -> str:
    """Answer a text of a message."""
    found = message.get(name, "")
    if not isinstance(found, str) or len(found) > most or not (found.strip() or empty):
        raise Refused("bad_field", field=name)
    return found.strip()


def money(message: dict[str, Any], name: str) -> Decimal:
    """Answer an amount, which is text with two decimals."""
    found = message.get(name)
    if not isinstance(found, str) or not _AMOUNT.fullmatch(found):
        raise Refused("bad_amount", field=name)
    return Decimal(found)


def number(message: dict[str, Any], name: str) -> Decimal | None:
    """Answer a number that may be left out."""
    found = message.get(name)
    if found in (None, ""):
        return None
    try:
        made = Decimal(str(found))
    except InvalidOperation:
        raise Refused("bad_number", field=name) from None
    if not made.is_finite():
        raise Refused("bad_number", field=name)
    return made


def day(message: dict[str, Any], name: str) -> date:
    """Answer a day."""
    try:
        return date.fromisoformat(str(message.get(name)))
    except ValueError:
        raise Refused("bad_day", field=name) from None


def credit_code(code: str) -> bool:
    """Say whether a text is a unified social credit code: its last character follows from the others."""
    if len(code) != 18 or any(one not in _CODE for one in code):
        return False
    total = sum(_CODE.index(one) * pow(3, place, 31) for place, one in enumerate(code[:17]))
    return _CODE[(31 - total % 31) % 31] == code[17]


def party(message: dict[str, Any], name: str, *, person: bool = False) -> tuple[str, str]:
    """Answer a party's code and name; a buyer without a code is a person."""
    found = message.get(name)
    if not isinstance(found, dict):
        raise Refused("bad_field", field=name)
    code = text(found, "uscc", most=20, empty=person)
    if (code or not person) and not credit_code(code):
        raise Refused(f"bad_{name}_code")
    return code, text(found, "name", most=120)


def lines(message: dict[str, Any], sign: int) -> list[dict[str, Any]]:
    """Answer the lines of an invoice, each of them right in itself."""
    given = message.get("lines")
    if not isinstance(given, list) or not 0 < len(given) <= MOST_LINES:
        raise Refused("bad_lines")
    return [_line(one, place, sign) for place, one in enumerate(given, start=1)]


def _line(given: Any, place: int, sign: int) -> dict[str, Any]:
    if not isinstance(given, dict) or given.get("line") != place:
        raise Refused("bad_line", line=place)
    try:
        name, unit = text(given, "name"), text(given, "unit", most=20, empty=True)
        amount, tax = money(given, "amount"), money(given, "tax")
        rate, quantity, price = number(given, "rate"), number(given, "quantity"), number(given, "price")
    except Refused as fault:
        raise Refused(fault.code, line=place, **fault.about) from None
    if rate not in RATES:
        raise Refused("unknown_rate", line=place)
    if amount * sign <= 0 or tax * sign < 0:
        raise Refused("wrong_sign", line=place)
    if abs(amount * rate / 100 - tax) > LINE_TOLERANCE:
        raise Refused("wrong_tax", line=place)
    if quantity is not None and price is not None and abs(quantity * price - amount) > CENT:
        raise Refused("wrong_price", line=place)
    if quantity is not None and quantity * sign <= 0:
        raise Refused("wrong_sign", line=place)
    origin = given.get("original_line")
    return {"line": place, "name": name, "unit": unit, "quantity": quantity, "price": price, "amount": amount,
            "rate": rate, "tax": tax, "original_line": origin if isinstance(origin, int) else None}  # fmt: skip


def sums(message: dict[str, Any], found: list[dict[str, Any]]) -> tuple[Decimal, Decimal]:
    """Answer net and tax of an invoice, which are those of its lines to the cent."""
    net, tax = money(message, "amount"), money(message, "tax")
    if net != sum(line["amount"] for line in found):
        raise Refused("wrong_amount_sum")
    if tax != sum(line["tax"] for line in found):
        raise Refused("wrong_tax_sum")
    if money(message, "total") != net + tax:
        raise Refused("wrong_total")
    return net, tax
