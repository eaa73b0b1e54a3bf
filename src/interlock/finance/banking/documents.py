"""What payments are for, and what incoming money is waited for: told by the contexts that know."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class PayableDocument:
    """A document (or a line of one) that may be paid for: how it is called, how much at most, and to whom.

    ``currency`` is that of the amount, empty where it is the books'. ``party_only``: nobody else is paid for it.
    """

    number: str
    amount: Decimal | None = None
    party: int | None = None
    currency: str = ""
    party_only: bool = False


#: Asked with a company and (document, line or None) pairs, answers those that are there.
Finder = Callable[[int, Sequence[tuple[int, int | None]]], Mapping[tuple[int, int | None], PayableDocument]]
#: Asked with a company and numbers that a payer may have written, answers those whose money is waited for.
Expected = Callable[[int, Sequence[str]], set[str]]

#: Asked with a company and what people wrote, answers (document, line or None) of those that are there, by it.
ByNumber = Callable[[int, Sequence[str]], Mapping[str, tuple[int, int | None]]]

PAYABLE: dict[str, tuple[Any, Finder]] = {}
BY_NUMBER: dict[str, ByNumber] = {}
EXPECTED: list[Expected] = []
#: Told with a company what the bank has paid for documents of a kind, inside the operation that books it.
Paid = Callable[[int, dict[int, Decimal]], None]
PAID: dict[str, Paid] = {}


def payable(kind: str, title: Any, find: Finder, by_number: ByNumber, paid: Paid | None = None) -> None:
    """Declare a kind of document that payments may hang on; ``by_number`` is what people call it by.

    A document that is paid line by line is called by its number, a stroke and the line's: the number it answers, too.

    ``paid`` is told when the bank has paid for documents of the kind.
    """
    PAYABLE[kind], BY_NUMBER[kind] = (title, find), by_number
    if paid:
        PAID[kind] = paid


def tell_paid(company: int, payments: Sequence[tuple[str, int | None, Decimal]]) -> None:
    """Tell whoever keeps the documents that payments (kind, document, amount) were for, a call a kind."""
    for kind, tell in PAID.items():
        amounts: dict[int, Decimal] = {}
        for document, amount in ((one, much) for of, one, much in payments if of == kind and one):
            amounts[document] = amounts.get(document, Decimal(0)) + amount
        if amounts:
            tell(company, amounts)


def expects_receipts(find: Expected) -> Expected:
    """Declare what knows references whose money is waited for: such lines become bank receipts."""
    EXPECTED.append(find)
    return find


def payable_documents(
    company: int, asked: Sequence[tuple[str, int, int | None]]
) -> dict[tuple[str, int, int | None], PayableDocument]:
    """Answer the documents asked for that are there, one call a kind."""
    found: dict[tuple[str, int, int | None], PayableDocument] = {}
    for kind in sorted({kind for kind, _document, _line in asked} & set(PAYABLE)):
        pairs = [(document, line) for of, document, line in asked if of == kind]
        found |= {(kind, *pair): one for pair, one in PAYABLE[kind][1](company, pairs).items()}
    return found


def expected_references(company: int, references: Sequence[str]) -> set[str]:
    """Answer those of the references whose money is waited for."""
    asked = sorted({one for one in references if one})
    return set().union(*(find(company, asked) for find in EXPECTED)) if asked else set()


def payable_by_number(
    company: int, asked: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], tuple[int | None, int | None]]:
    """Answer document and line by kind and number, one call a kind.

    The document is -1 for one that is not there, None where none is named.
    """
    found: dict[tuple[str, str], tuple[int | None, int | None]] = {}
    for kind in {kind for kind, _number in asked}:
        numbers = sorted({number for of, number in asked if of == kind and number})
        known = BY_NUMBER[kind](company, numbers) if kind in BY_NUMBER and numbers else {}
        found |= {(kind, number): known.get(number, (-1, None)) for number in numbers}
    return {pair: found.get(pair, (None, None)) if all(pair) else (None, None) for pair in asked}
