"""From lines of revenue to lines of invoices: merged while the office's sums allow it, split at an invoice's limit.

One pass in memory over what was read under the lock; every cent of every line stands on exactly one invoice line.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

NOTHING, CENT = Decimal(0), Decimal("0.01")
#: The office allows 0.06 between a line's tax and its amount times its rate; half a cent is kept back.
TOLERANCE = Decimal("0.055")


@dataclass(frozen=True)
class Piece:
    """What of one revenue line is to stand on an invoice; negative on a red letter, which names what it reverses."""

    document: int
    line: int
    item: int | None
    name: str
    measure: str
    tax_pct: Decimal
    quantity: Decimal
    net: Decimal
    tax: Decimal
    original: int | None = None

    @property
    def amount(self) -> Decimal:
        return self.net + self.tax

    @property
    def goods(self) -> Hashable:
        return self.item, self.name, self.tax_pct, self.original


@dataclass
class InvoiceLine:
    """Pieces of the same goods at the same rate."""

    pieces: list[Piece] = field(default_factory=list)
    quantity: Decimal = NOTHING
    net: Decimal = NOTHING
    tax: Decimal = NOTHING

    def takes(self, piece: Piece) -> bool:
        """Say whether the line's tax stays what the office reckons when this piece is added."""
        reckoned = (self.net + piece.net) * piece.tax_pct / 100
        return abs(reckoned - self.tax - piece.tax) <= TOLERANCE

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.quantity += piece.quantity
        self.net += piece.net
        self.tax += piece.tax


@dataclass
class Sheet:
    """One invoice to be: its lines in order."""

    lines: list[InvoiceLine] = field(default_factory=list)
    open: dict[Hashable, InvoiceLine] = field(default_factory=dict)
    amount: Decimal = NOTHING

    @property
    def net(self) -> Decimal:
        return sum((line.net for line in self.lines), NOTHING)

    @property
    def tax(self) -> Decimal:
        return sum((line.tax for line in self.lines), NOTHING)

    def takes(self, piece: Piece, limit: Decimal, most_lines: int) -> bool:
        if self.lines and abs(self.amount + piece.amount) > limit:
            return False
        line = self.open.get(piece.goods)
        return (line is not None and line.takes(piece)) or len(self.lines) < most_lines

    def add(self, piece: Piece) -> None:
        line = self.open.get(piece.goods)
        if line is None or not line.takes(piece):
            line = self.open[piece.goods] = InvoiceLine()
            self.lines.append(line)
        line.add(piece)
        self.amount += piece.amount


def sheets(pieces: Iterable[Piece], limit: Decimal, most_lines: int) -> list[Sheet]:
    """Answer the invoices that hold these pieces, in their order, none above the limit."""
    made: list[Sheet] = []
    for whole in pieces:
        for piece in parts_of(whole, limit):
            if not made or not made[-1].takes(piece, limit, most_lines):
                made.append(Sheet())
            made[-1].add(piece)
    return made


def fits(piece: Piece, limit: Decimal) -> bool:
    """Say whether a piece can be split at the limit: one unit of it is not above."""
    return all(abs(part.amount) <= limit for part in parts_of(piece, limit))


def parts_of(piece: Piece, limit: Decimal) -> Sequence[Piece]:
    """Split a piece above the limit by whole units; cumulative shares leave no cent over."""
    if abs(piece.amount) <= limit:
        return (piece,)
    units = int(abs(piece.quantity))
    if units != abs(piece.quantity) or units < 2:
        return (piece,)
    # A cent less than the limit a part: shares are rounded both ways.
    each = max(1, int(units * (limit - 2 * CENT) / abs(piece.amount)))
    found, quantity, net, tax = [], NOTHING, NOTHING, NOTHING
    for upto in [*range(each, units, each), units]:
        share = Decimal(upto) / units
        upto_net = (piece.net * share).quantize(CENT, ROUND_HALF_UP)
        upto_tax = (piece.tax * share).quantize(CENT, ROUND_HALF_UP)
        now = Decimal(upto).copy_sign(piece.quantity)
        found.append(replace(piece, quantity=now - quantity, net=upto_net - net, tax=upto_tax - tax))
        quantity, net, tax = now, upto_net, upto_tax
    return found
