"""Two at once: nothing is sold twice, no number leaves twice, and nobody sees a deadlock."""

from __future__ import annotations

import threading
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from django.db import connection

from interlock.core.api import Operation, Outcome
from interlock.stock import api as stock
from tests.races import races

from .yard import DAY, Promise, Yard, broken_laws, columns

ROUNDS = 5


@pytest.fixture
def yard(committed: None) -> Yard:
    return Yard()


def together(*acts: Callable[[], Any]) -> list[Any]:
    """Run these at the same moment, each on a connection of its own; an error in one is raised here."""
    start = threading.Barrier(len(acts))
    answers: list[Any] = [None] * len(acts)
    errors: list[BaseException] = []

    def work(place: int, act: Callable[[], Any]) -> None:
        try:
            start.wait(timeout=10)
            answers[place] = act()
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    if errors:
        raise errors[0]
    return answers


def _take(yard: Yard, items: list[int]) -> int:
    """Promise one piece of each item that has one free, as another context would; answers how many."""
    taken: list[int] = []

    def body(ids: Any, *, company: int, by: Any) -> Outcome:
        found = stock.available(company, items, [yard.east], lock=True)
        free = {row.item_id: row.location_id for row in found}
        wanted = [item for item in items if item in free]
        lines = list(range(1, len(wanted) + 1))
        places = [free[item] for item in wanted]
        stock.reserve(company, lines, lines, wanted, places, [Decimal(1)] * len(wanted), DAY)
        taken.append(len(wanted))
        return Outcome.of([(1, "done")])

    Operation("test.take", "stock.post_movements", body, 5_000, documents=False)([1], company=yard.company, by=yard.by)
    return taken[-1]


def test_the_last_pieces_are_promised_once(yard: Yard) -> None:
    items = [yard.item() for _ in range(20)]
    for _ in range(ROUNDS):
        yard.move("receipt", *[yard.line(item, 1, 10) for item in items])
        taken = together(lambda: _take(yard, items), lambda: _take(yard, items[::-1]))
        assert sum(taken) == len(items)
    assert all(yard.free(item) == 0 for item in items)
    assert not broken_laws()


def test_opposite_orders_ship_without_deadlock(yard: Yard) -> None:
    items = [yard.item() for _ in range(20)]
    for place in (yard.near, yard.far):
        yard.move("receipt", *[yard.line(item, 50, "333.37", at=place) for item in items])
    shipped = []
    for round_ in range(ROUNDS):
        mine = yard.reserve(*[(item, 1) for item in items])
        place = yard.far if round_ % 2 else yard.near  # the cost pools meet even where the bins do not
        yours = yard.reserve(*[(item, 1) for item in items], at=place)[::-1]
        shipped += together(lambda a=mine: yard.ship(a), lambda b=yours: yard.ship(b))
    each = (Decimal("666.74") * 2 * ROUNDS / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert sum(row.cost for rows in shipped for row in rows) == each * len(items)
    assert not broken_laws()


def test_a_reservation_is_issued_or_released_not_both(yard: Yard) -> None:
    yard.receive(yard.camera, 100, 1000)
    for _ in range(ROUNDS):
        promises = yard.reserve(*[(yard.camera, 1)] * 10)

        def ship(promises: list[Promise] = promises) -> str:
            try:
                yard.ship(promises)
            except AssertionError as defect:
                return str(defect)
            return "shipped"

        answers = together(ship, lambda promises=promises: yard.release(promises[::-1]))
        assert answers[0] in ("shipped", "a reservation is not open")
    assert not broken_laws()


def test_the_first_pieces_of_a_bin_go_to_one_line_each(yard: Yard) -> None:
    yard.receive(yard.lock, 60, 600, serials=[f"S{n:03}" for n in range(60)])
    for _ in range(ROUNDS):
        mine, yours = ([*yard.reserve(*[(yard.lock, 2)] * 3)] for _ in range(2))
        assert together(lambda a=mine: yard.capture(a), lambda b=yours: yard.capture(b[::-1])) == [6, 6]
    assert not broken_laws()


def test_a_number_is_captured_for_one_line(yard: Yard) -> None:
    numbers = [f"S{n:03}" for n in range(10)]
    yard.receive(yard.lock, 20, 600, serials=[*numbers, *(f"T{n:03}" for n in range(10))])

    def scan(promises: list[Promise], numbers: list[list[str]]) -> list[str]:
        def act() -> list[str]:
            answers = stock.judge_serials(yard.company, *columns(promises), numbers)
            good = [place for place, answer in enumerate(answers) if answer.code == "done"]
            chosen = [promises[place] for place in good]
            stock.capture_serials(yard.company, *columns(chosen), [numbers[place] for place in good])
            return [answer.code for answer in answers]

        return list(yard.within(act))

    mine, yours = (yard.reserve(*[(yard.lock, 1)] * 10) for _ in range(2))
    given = [[number] for number in numbers]
    a, b = together(lambda: scan(mine, given), lambda: scan(yours, given[::-1]))
    assert sorted(a + b[::-1]) == ["done"] * 10 + ["serial_taken"] * 10
    assert not broken_laws()


@races("stock.post_movements")
def test_a_movement_is_posted_once(yard: Yard) -> None:
    for _ in range(ROUNDS):
        item = yard.item()
        drafts = [yard.draft("receipt", yard.line(item, 1, 1), yard.line(yard.camera, 1, 1)) for _ in range(4)]
        one, two = together(lambda ids=drafts: yard.post(*ids), lambda ids=drafts: yard.post(*ids[::-1]))
        assert one.counts + two.counts == {"done": 4, "already": 4}
    assert not broken_laws()


def test_the_last_pieces_are_lost_once(yard: Yard) -> None:
    items = [yard.item() for _ in range(5)]
    for _ in range(ROUNDS):
        yard.move("receipt", *[yard.line(item, 1, 1) for item in items])
        lost = [[yard.draft("adjustment", yard.line(item, -1)) for item in items] for _ in range(2)]
        one, two = together(lambda ids=lost[0]: yard.post(*ids), lambda ids=lost[1]: yard.post(*ids[::-1]))
        assert one.counts + two.counts == {"done": 5, "not_enough": 5}
    assert not broken_laws()


def test_a_number_comes_in_once(yard: Yard) -> None:
    for round_ in range(ROUNDS):
        item = yard.item(serial_tracked=True)
        yard.receive(item, 1, 1, serials=["first"])
        bins = (yard.near, yard.far)
        drafts = [yard.draft("receipt", yard.line(item, 1, 1, [f"R{round_}"], place)) for place in bins]
        one, two = together(*[lambda pk=pk: yard.post(pk) for pk in drafts])
        assert one.counts + two.counts == {"done": 1, "serial_known": 1}
    assert not broken_laws()


@races("stock.record_movements")
def test_movements_are_numbered_without_a_gap(yard: Yard) -> None:
    from interlock.stock.models import Movement

    def record() -> list[int]:
        return [yard.draft("receipt", yard.line(yard.camera, 1, 1)) for _ in range(5)]

    together(record, record)
    numbers = sorted(Movement.objects.values_list("number", flat=True))
    assert numbers == [f"SM-2611-{n:06}" for n in range(1, 11)]
