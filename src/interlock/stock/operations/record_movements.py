"""Write movements down as drafts: opening stock, receipts, adjustments."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from interlock.core.api import Actor, Answer, Outcome, operation
from interlock.core.sql import blocks, column, rows, run

from ..models import Movement

SQL = blocks(__file__)
MICRO = Decimal("0.000001")
CENT = Decimal("0.01")
LONGEST_NUMBER = 40
ORDER = (
    "unknown_kind",
    "no_lines",
    "unknown_reason",
    "unknown_party",
    "unknown_item",
    "foreign_location",
    "bad_quantity",
    "bad_amount",
    "bad_serials",
)


@dataclass(frozen=True)
class NewLine:
    """``quantity`` base units into (negative: out of) a bin; ``amount`` is their value in the books' currency.

    An adjustment comes in at the pool's own cost when ``amount`` is None, and always goes out at it.
    """

    item: int
    location: int
    quantity: Decimal
    amount: Decimal | None = None
    serials: Sequence[str] = ()


@dataclass(frozen=True)
class NewMovement:
    """A movement to write down; an adjustment needs a reason."""

    kind: str
    movement_on: date
    lines: Sequence[NewLine]
    reason: int | None = None
    party: int | None = None


@dataclass(frozen=True)
class Known:
    """What the masters know of the things named: items (serial-numbered or not), bins, reasons, parties."""

    items: Mapping[int, bool]
    locations: frozenset[int]
    reasons: frozenset[int]
    parties: frozenset[int]


def record_movement(
    *,
    kind: str,
    movement_on: date,
    lines: Sequence[NewLine],
    reason: int | None = None,
    party: int | None = None,
    company: int,
    by: Actor,
    key: UUID | None = None,
) -> Outcome:
    """Write one movement down; the verdict's detail names the document (``movement``), on a repeat of the key too."""
    movement = NewMovement(kind, movement_on, tuple(lines), reason, party)
    outcome = record_movements([1], company=company, by=by, key=key, movements={1: movement})
    if outcome.replayed and outcome.run_id:
        made = recorded_movements(company, outcome.run_id)
        outcome.verdicts = [Answer(v.id, v.code, {"movement": made[0]}) if v.ok else v for v in outcome.verdicts]
    return outcome


def recorded_movements(company: int, run_id: int) -> list[int]:
    """Answer the documents a run of ``record_movements`` wrote down, in its order."""
    return [row.document_id for row in rows(SQL["recorded"], company=company, run=run_id)]


@operation(permission="stock.record_movements", documents=False)
def record_movements(ids: Sequence[int], *, company: int, by: Actor, movements: Mapping[int, NewMovement]) -> Outcome:
    """Write movements down as drafts; ids are the caller's own numbers, the keys of ``movements``.

    The verdict's detail names the document (``movement``). Opening stock and receipts come in with their value; what
    they are worth is not guessed.

    Codes, first match wins: not_found, unknown_kind, no_lines, unknown_reason (of an adjustment), unknown_party,
    unknown_item, foreign_location (unknown, or of another company), bad_quantity (zero, too fine, part of a
    serial-numbered piece, or out by other than an adjustment), bad_amount (negative, too fine, missing, or of what
    goes out), bad_serials (empty, too long, twice, or of an item without), done.
    Writes: stock_movement and its lines; numbers SM.
    Locks: counters.
    """
    given = [movements[i] for i in ids if i in movements]
    known = _known(company, given)
    outcome = Outcome.of([(i, *_judge(movements.get(i), known)) for i in ids])
    if go := outcome.accepted:
        made = _write(company, [movements[i] for i in go], known)
        outcome.timeline = [(document, "done") for document in made]
        named = dict(zip(go, made, strict=True))
        outcome.answer({i: Answer(i, "done", {"movement": movement}) for i, movement in named.items()})
    return outcome


def _known(company: int, movements: Sequence[NewMovement]) -> Known:
    lines = [line for movement in movements for line in movement.lines]
    found = rows(
        SQL["known"],
        company=company,
        items=column({line.item for line in lines}),
        locations=column({line.location for line in lines}),
        reasons=column({movement.reason for movement in movements if movement.reason is not None}),
        parties=column({movement.party for movement in movements if movement.party is not None}),
    )
    of: defaultdict[str, list[Any]] = defaultdict(list)
    for row in found:
        of[row.what].append(row)
    return Known(
        items={row.id: row.flag for row in of["item"]},
        locations=frozenset(row.id for row in of["location"]),
        reasons=frozenset(row.id for row in of["reason"]),
        parties=frozenset(row.id for row in of["party"]),
    )


def _judge(movement: NewMovement | None, known: Known) -> tuple[str, dict[str, Any]]:
    """Answer one movement's first code and, by code, the places of the lines it concerns (the first is 1)."""
    if movement is None:
        return "not_found", {}
    reasons: defaultdict[str, list[int]] = defaultdict(list)
    if movement.kind not in Movement.Kind.values:
        reasons["unknown_kind"] = []
    if not movement.lines:
        reasons["no_lines"] = []
    if (
        movement.kind == Movement.Kind.ADJUSTMENT or movement.reason is not None
    ) and movement.reason not in known.reasons:
        reasons["unknown_reason"] = []
    if movement.party is not None and movement.party not in known.parties:
        reasons["unknown_party"] = []
    seen: set[tuple[int, str]] = set()
    for place, line in enumerate(movement.lines, start=1):
        for code in _judge_line(line, movement.kind == Movement.Kind.ADJUSTMENT, known, seen):
            reasons[code].append(place)
    return next((code for code in ORDER if code in reasons), "done"), dict(reasons)


def _judge_line(line: NewLine, adjusts: bool, known: Known, seen: set[tuple[int, str]]) -> list[str]:  # noqa: FBT001
    codes = []
    tracked = known.items.get(line.item)
    if tracked is None:
        codes.append("unknown_item")
    if line.location not in known.locations:
        codes.append("foreign_location")
    finest = Decimal(1) if tracked else MICRO
    if not line.quantity or line.quantity % finest or (line.quantity < 0 and not adjusts):
        codes.append("bad_quantity")
    if line.amount is None:
        if not adjusts:
            codes.append("bad_amount")
    elif line.amount < 0 or line.amount % CENT or line.quantity < 0:
        codes.append("bad_amount")
    numbers = {(line.item, number) for number in line.serials}
    wrong = any(not number.strip() or len(number) > LONGEST_NUMBER for number in line.serials)
    if wrong or len(numbers) < len(line.serials) or numbers & seen or (line.serials and not tracked):
        codes.append("bad_serials")
    seen |= numbers
    return codes


def _write(company: int, movements: Sequence[NewMovement], known: Known) -> list[int]:
    """Write the documents and all their lines; answers the documents' ids."""
    made = rows(
        SQL["make"],
        company=company,
        kinds=[movement.kind for movement in movements],
        days=[movement.movement_on for movement in movements],
        reasons=column([movement.reason for movement in movements]),
        parties=column([movement.party for movement in movements]),
    )
    lines = [(row.id, line) for row, movement in zip(made, movements, strict=True) for line in movement.lines]
    written = run(
        SQL["lines"],
        company=company,
        movements=column([document for document, _line in lines]),
        items=column([line.item for _document, line in lines]),
        locations=column([line.location for _document, line in lines]),
        quantities=column([line.quantity for _document, line in lines]),
        amounts=column([line.amount for _document, line in lines]),
        serials=[json.dumps(list(line.serials)) for _document, line in lines],
    )
    assert written == len(lines)
    return [row.id for row in made]
