"""Read the XML of a fully digital invoice: what it says, and what of it does not add up, line by line.

The file comes from outside: a document type is refused before anything of it counts (no entities, no outside files),
depth and number of elements are bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from xml.parsers import expat

from interlock.core.api import Refusal

MOST_BYTES, MOST_PARTS, MOST_DEPTH, MOST_TEXT = 4 * 1024 * 1024, 60_000, 12, 4_000
CENT, TOLERANCE, NOTHING = Decimal("0.01"), Decimal("0.06"), Decimal(0)
SPECIAL = "01"
_NUMBER = re.compile(r"[0-9]{20}")
_PLAIN = re.compile(r"-?[0-9]{1,17}(\.[0-9]{1,13})?")


@dataclass(frozen=True)
class ReadLine:
    """A line as the file says it; nothing where it could not be read."""

    name: str
    measure: str
    quantity: Decimal | None
    tax_pct: Decimal | None
    net: Decimal | None
    tax: Decimal | None


@dataclass(frozen=True)
class ReadInvoice:
    """An invoice as the file says it; ``faults`` names what does not add up: (line from 1, 0 for the whole; code)."""

    number: str
    issued_on: date | None
    is_special: bool
    seller_name: str
    seller_code: str
    buyer_name: str
    buyer_code: str
    net: Decimal | None
    tax: Decimal | None
    amount: Decimal | None
    lines: tuple[ReadLine, ...]
    faults: tuple[tuple[int, str], ...] = ()


@dataclass
class Part:
    """An element: its name, its text, what is in it."""

    name: str
    text: str = ""
    parts: list[Part] = field(default_factory=list)

    def first(self, path: str) -> Part | None:
        """Answer the first element on a path below this one."""
        here: Part | None = self
        for name in path.split("/"):
            here = next((part for part in (here.parts if here else ()) if part.name == name), None)
        return here

    def says(self, path: str) -> str:
        found = self.first(path)
        return " ".join(found.text.split()) if found else ""


class _Builder:
    """Makes parts of what the parser meets, and stops where a file is none of an invoice's."""

    def __init__(self) -> None:
        self.root: Part | None = None
        self.open: list[Part] = []
        self.count = 0

    def begin(self, name: str, _attributes: object) -> None:
        self.count += 1
        if self.count > MOST_PARTS or len(self.open) >= MOST_DEPTH:
            raise Refusal("unreadable_invoice")
        made = Part(name.rpartition(":")[2])
        if self.open:
            self.open[-1].parts.append(made)
        else:
            self.root = made
        self.open.append(made)

    def end(self, _name: str) -> None:
        self.open.pop()

    def text(self, text: str) -> None:
        if self.open and len(self.open[-1].text) < MOST_TEXT:
            self.open[-1].text += text

    def refuse(self, *_given: object) -> None:
        raise Refusal("hostile_xml")


def parse(content: bytes) -> Part:
    """Answer the outermost element. Refuses: unreadable_invoice, hostile_xml (a document type), file_too_large."""
    if len(content) > MOST_BYTES:
        raise Refusal("file_too_large")
    builder, parser = _Builder(), expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = builder.refuse
    parser.EntityDeclHandler = builder.refuse
    parser.ExternalEntityRefHandler = builder.refuse  # type: ignore[assignment]  # it raises
    parser.StartElementHandler = builder.begin
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    try:
        parser.Parse(content, True)  # noqa: FBT003  the last part
    except (expat.ExpatError, ValueError, LookupError):
        raise Refusal("unreadable_invoice") from None
    assert builder.root is not None, "a document has an outermost element"
    return builder.root


def read_invoice(content: bytes) -> ReadInvoice:
    """Read an invoice. Refuses what is none: unreadable_invoice, hostile_xml, file_too_large."""
    root = parse(content)
    data = root.first("EInvoiceData")
    if root.name != "EInvoice" or data is None:
        raise Refusal("unreadable_invoice")
    number = root.says("TaxSupervisionInfo/InvoiceNumber") or root.says("Header/EIid")
    lines = tuple(_line(part) for part in data.parts if part.name == "IssuItemInformation")
    basic = data.first("BasicInformation") or Part("")
    net, tax = _amount(basic.says("TotalAmWithoutTax")), _amount(basic.says("TotalTaxAm"))
    amount = _amount(basic.says("TotalTax-includedAmount"))
    return ReadInvoice(
        number=number if _NUMBER.fullmatch(number) else "",
        issued_on=_day(root.says("TaxSupervisionInfo/IssueTime")),
        is_special=root.says("Header/InherentLabel/EInvoiceType/LabelCode") == SPECIAL,
        seller_name=data.says("SellerInformation/SellerName")[:120],
        seller_code=data.says("SellerInformation/SellerIdNum")[:18],
        buyer_name=data.says("BuyerInformation/BuyerName")[:120],
        buyer_code=data.says("BuyerInformation/BuyerIdNum")[:18],
        net=net,
        tax=tax,
        amount=amount,
        lines=lines,
        faults=tuple(_faults(lines, net, tax, amount)),
    )


def _line(part: Part) -> ReadLine:
    rate = _number(part.says("TaxRate"))
    return ReadLine(
        part.says("ItemName")[:200],
        part.says("MeaUnits")[:20],
        _quantity(part.says("Quantity")),
        rate * 100 if rate is not None and 0 <= rate < 1 else None,
        _amount(part.says("Amount")),
        _amount(part.says("ComTaxAm")),
    )


def _faults(
    lines: tuple[ReadLine, ...], net: Decimal | None, tax: Decimal | None, amount: Decimal | None
) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for place, line in enumerate(lines, start=1):
        if line.net is None or line.tax is None or line.tax_pct is None:
            found.append((place, "bad_amount"))
        elif abs(line.net * line.tax_pct / 100 - line.tax) > TOLERANCE:
            found.append((place, "wrong_tax"))
    if not lines or net is None or tax is None or amount is None:
        found.append((0, "bad_amount"))
    elif not found:
        if sum(line.net or NOTHING for line in lines) != net:
            found.append((0, "wrong_net_sum"))
        if sum(line.tax or NOTHING for line in lines) != tax:
            found.append((0, "wrong_tax_sum"))
        if net + tax != amount:
            found.append((0, "wrong_total"))
    return found


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text) if _PLAIN.fullmatch(text) else None
    except InvalidOperation:
        return None


def _amount(text: str) -> Decimal | None:
    found = _number(text)
    return found.quantize(CENT) if found is not None and found == found.quantize(CENT) else None


def _quantity(text: str) -> Decimal | None:
    found = _number(text)
    return found.quantize(Decimal("0.000001")) if found is not None and abs(found) < Decimal(10) ** 14 else None


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return found if 2000 <= found.year <= 2100 else None
