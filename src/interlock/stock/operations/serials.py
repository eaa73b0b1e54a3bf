"""Serial numbers of what is picked; part of a larger operation, no key of its own.

The caller holds the documents of the lines locked: a captured piece belongs to its line until it is issued or
given back.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from interlock.core.sql import blocks, column, rows, run, value

SQL = blocks(__file__)


class SerialVerdict(NamedTuple):
    """The answer to the numbers given for one line."""

    line_id: int
    code: str
    detail: dict[str, Any]


class Missing(NamedTuple):
    """A line of a serial-numbered item and how many of its pieces have no captured number (below 0: too many)."""

    line_id: int
    missing: int


def missing_serials(
    company: int, lines: Sequence[int], items: Sequence[int], quantities: Sequence[Decimal]
) -> list[Missing]:
    """Answer, of these lines, those whose captured numbers are not as many as their pieces, in input order."""
    given = {"lines": column(lines), "items": column(items), "quantities": column(quantities)}
    return [Missing(row.line_id, row.missing) for row in rows(SQL["missing"], company=company, **given)]


def judge_serials(
    company: int,
    lines: Sequence[int],
    items: Sequence[int],
    locations: Sequence[int],
    quantities: Sequence[Decimal],
    numbers: Sequence[Sequence[str]],
) -> list[SerialVerdict]:
    """Judge the numbers given for each line; one answer a line, in input order.

    Codes, first match wins: unknown_serial, serial_elsewhere (in another bin), serial_taken (picked for another line,
    issued, or given twice in this call), serial_count (not one number a piece), done. ``detail`` holds the numbers
    each code concerns.
    Locks: serial numbers by (item, bin, id).
    """
    given = _given(lines, items, locations, quantities, numbers)
    value(SQL["lock_given"], company=company, items=given["items"], places=given["places"], numbers=given["numbers"])
    return [SerialVerdict(*row) for row in rows(SQL["judge"], company=company, **given)]


def capture_serials(
    company: int,
    lines: Sequence[int],
    items: Sequence[int],
    locations: Sequence[int],
    quantities: Sequence[Decimal],
    numbers: Sequence[Sequence[str]] | None = None,
) -> int:
    """Mark pieces as picked for these lines; answers how many numbers the lines hold more than before.

    With ``numbers`` (judged by ``judge_serials``) they replace what the line had captured. Without, each line of a
    serial-numbered item gets the first free pieces of its bin for what it still misses.

    Writes: stock_serial.
    Locks: serial numbers by (item, bin, id).
    """
    if not lines:
        return 0
    if numbers is not None:
        given = _given(lines, items, locations, quantities, numbers)
        run(SQL["replace"], company=company, lines=given["lines"], places=given["places"], numbers=given["numbers"])
        captured = run(SQL["capture_given"], company=company, **given)
        assert captured == sum(len(set(each)) for each in numbers), "a number judged free is not"
        return captured
    return _capture_first(company, lines, items, locations, quantities)


def give_back_serials(company: int, lines: Sequence[int]) -> int:
    """Put the pieces captured for these lines back on their shelves; answers how many.

    Writes: stock_serial.
    """
    return run(SQL["give_back"], company=company, lines=column(lines))


def _capture_first(
    company: int,
    lines: Sequence[int],
    items: Sequence[int],
    locations: Sequence[int],
    quantities: Sequence[Decimal],
) -> int:
    missing = rows(
        SQL["missing"],
        company=company,
        lines=column(lines),
        items=column(items),
        quantities=column(quantities),
    )
    wanted = [row for row in missing if row.missing > 0]
    if not wanted:
        return 0
    places = [(items[row.ordinal - 1], locations[row.ordinal - 1]) for row in wanted]
    free: dict[tuple[int, int], deque[int]] = defaultdict(deque)
    for piece in rows(
        SQL["lock_free"],
        company=company,
        items=column([item for item, _location in places]),
        locations=column([location for _item, location in places]),
        quantities=column([row.missing for row in wanted]),
    ):
        free[piece.item_id, piece.location_id].append(piece.id)
    taken = [
        (free[place].popleft(), row.line_id)
        for place, row in zip(places, wanted, strict=True)
        for _nth in range(min(int(row.missing), len(free[place])))
    ]
    assert len(taken) == sum(row.missing for row in wanted), "a bin has fewer free numbers than promised pieces"
    captured = run(
        SQL["capture_first"],
        company=company,
        pieces=column([piece for piece, _line in taken]),
        lines=column([line for _piece, line in taken]),
    )
    assert captured == len(taken), "a locked piece cannot have moved"
    return captured


def _given(
    lines: Sequence[int],
    items: Sequence[int],
    locations: Sequence[int],
    quantities: Sequence[Decimal],
    numbers: Sequence[Sequence[str]],
) -> dict[str, Any]:
    """Lay the numbers out flat beside the place of their line."""
    assert len(lines) == len(items) == len(locations) == len(quantities) == len(numbers), "one list of numbers a line"
    return {
        "lines": column(lines),
        "items": column(items),
        "locations": column(locations),
        "quantities": column(quantities),
        "places": column([place for place, each in enumerate(numbers, start=1) for _number in each]),
        "numbers": [number for each in numbers for number in each],
    }
