"""Serial numbers: given and judged, or the first of the bin; as many as pieces, each once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from interlock.stock import api as stock
from interlock.stock.models import Serial

from .yard import Promise, Yard, broken_laws, columns


@pytest.fixture
def promises(yard: Yard) -> list[Promise]:
    """Locks A to F near, G far; H has left, B is picked for another line; promised: two locks, one lock, one camera."""
    yard.receive(yard.camera, 3, 30)
    yard.receive(yard.lock, 7, 70, serials=["H", *"ABCDEF"])
    yard.receive(yard.lock, 1, 10, serials=["G"], at=yard.far)
    gone, picked = yard.reserve((yard.lock, 1), (yard.lock, 1))
    yard.capture([gone], [["H"]])
    yard.ship([gone])
    yard.capture([picked], [["B"]])
    return yard.reserve((yard.lock, 2), (yard.lock, 1), (yard.camera, 1))


@pytest.mark.parametrize(
    ("numbers", "codes"),
    [
        ([["A", "C"], ["D"], []], ["done", "done", "done"]),
        ([["A", "X"], ["G"], []], ["unknown_serial", "serial_elsewhere", "done"]),
        ([["A", "B"], ["H"], []], ["serial_taken", "serial_taken", "done"]),
        ([["A", "C"], ["C"], []], ["done", "serial_taken", "done"]),
        ([["A"], ["C", "D"], ["E"]], ["serial_count", "serial_count", "unknown_serial"]),
        ([["A", "A"], [], []], ["serial_count", "serial_count", "done"]),
        ([["X", "G", "B"], ["X"], []], ["unknown_serial", "unknown_serial", "done"]),
    ],
)
def test_numbers_given_are_judged_line_by_line(
    yard: Yard, promises: list[Promise], numbers: list[list[str]], codes: list[str]
) -> None:
    answers = stock.judge_serials(yard.company, *columns(promises), numbers)
    assert [(answer.line_id, answer.code) for answer in answers] == [
        (p.line, code) for p, code in zip(promises, codes, strict=True)
    ]


def test_all_reasons_name_their_numbers(yard: Yard, promises: list[Promise]) -> None:
    answer = stock.judge_serials(yard.company, *columns(promises[:1]), [["X", "G", "B"]])[0]
    assert answer.detail == {
        "unknown_serial": ["X"],
        "serial_elsewhere": ["G"],
        "serial_taken": ["B"],
        "serial_count": {"pieces": 2, "given": 3},
    }


def test_numbers_given_replace_what_a_line_had(yard: Yard, promises: list[Promise]) -> None:
    line = promises[0].line
    yard.capture(promises[:1], [["A", "C"]])
    yard.capture(promises[:1], [["C", "E"]])
    assert stock.serials_of(yard.company, [line]) == {line: ["C", "E"]}
    assert Serial.objects.get(item_id=yard.lock, number="A").state == "in_stock"
    assert stock.judge_serials(yard.company, *columns(promises[:1]), [["C", "E"]])[0].code == "done"


def test_without_numbers_the_first_of_the_bin_go_in_line_order(yard: Yard, promises: list[Promise]) -> None:
    assert yard.capture(promises) == 3
    assert yard.capture(promises) == 0
    first, second, camera = (p.line for p in promises)
    assert stock.serials_of(yard.company, [first, second, camera]) == {first: ["A", "C"], second: ["D"]}
    issued = yard.ship(promises)
    assert [row.quantity for row in issued] == [2, 1, 1]
    assert [step.kind for step in stock.serial_life(yard.company, yard.lock, "A")] == ["receipt", "issue"]
    assert not broken_laws()


def test_what_is_missing_is_known(yard: Yard, promises: list[Promise]) -> None:
    lines, items, _locations, quantities = columns(promises)
    assert stock.missing_serials(yard.company, lines, items, quantities) == [(lines[0], 2), (lines[1], 1)]
    yard.capture(promises[:1], [["A", "C"]])
    assert stock.missing_serials(yard.company, lines, items, quantities) == [(lines[1], 1)]
    assert stock.missing_serials(yard.company, lines[:1], items[:1], [Decimal(1)]) == [(lines[0], -1)]


def test_what_is_picked_can_be_given_back(yard: Yard, promises: list[Promise]) -> None:
    yard.capture(promises)
    assert yard.within(lambda: stock.give_back_serials(yard.company, [p.line for p in promises])) == 3
    yard.release(promises)
    assert yard.free(yard.lock) == 6
    assert not broken_laws()


def test_nothing_numbered_leaves_without_its_number(yard: Yard, promises: list[Promise]) -> None:
    yard.capture(promises[:1], [["A", "C"]])
    with pytest.raises(AssertionError, match="serial numbers captured"):
        yard.ship(promises)
    assert Serial.objects.get(item_id=yard.lock, number="A").state == "captured"
    assert not broken_laws()
