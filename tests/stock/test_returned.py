"""What comes back keeps its own cost and changes no cent of what leaves later."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interlock.stock.models import Pool
from tests.examples import examples

from .yard import Yard, broken_laws

EXAMPLES = examples(3, 30)
amounts = st.decimals(0, 999, places=2)

#: What is opened, what happens then (with the cost each step takes or brings), and what the pool ends with.
HISTORIES: dict[str, tuple[tuple[int, str], list[tuple[str, int, str]], tuple[int, str]]] = {
    "the last of all takes what is left": (
        (3, "10.00"),
        [("ship", 1, "3.33"), ("back", 1, "3.33"), ("ship", 3, "10.00")],
        (0, "0.00"),
    ),
    "the rounding goes on": (
        (3, "10.00"),
        [("ship", 1, "3.33"), ("back", 1, "3.33"), ("ship", 1, "3.34"), ("ship", 1, "3.33"), ("ship", 1, "3.33")],
        (0, "0.00"),
    ),
    "back before anything left": (
        (3, "10.00"),
        [("back", 1, "7.77"), ("ship", 1, "3.33"), ("ship", 2, "6.67")],
        (1, "7.77"),
    ),
    "into an empty pool": (
        (3, "10.00"),
        [("ship", 3, "10.00"), ("back", 2, "6.67"), ("ship", 1, "3.34"), ("ship", 1, "3.33")],
        (0, "0.00"),
    ),
    "into an empty pool and once more": (
        (1, "10.00"),
        [("ship", 1, "10.00"), ("back", 1, "10.00"), ("back", 1, "4.00"), ("ship", 1, "10.00"), ("ship", 1, "4.00")],
        (0, "0.00"),
    ),
    "dearer than the average": (
        (2, "2.00"),
        [("back", 2, "200.00"), ("ship", 2, "2.00"), ("ship", 1, "1.00"), ("ship", 1, "199.00")],
        (0, "0.00"),
    ),
    "cheaper than the average": (
        (2, "200.00"),
        [("back", 2, "2.00"), ("ship", 3, "202.00"), ("back", 1, "1.00"), ("ship", 1, "1.00"), ("ship", 1, "0.00")],
        (0, "0.00"),
    ),
    "scrap costs what an issue costs": (
        (3, "10.00"),
        [("ship", 1, "3.33"), ("hold", 1, "3.33"), ("scrap", 1, "3.34"), ("ship", 2, "6.66")],
        (0, "0.00"),
    ),
    "so does a loss": (
        (3, "10.00"),
        [("ship", 1, "3.33"), ("back", 1, "3.33"), ("lose", 1, "3.34"), ("lose", 2, "6.66")],
        (0, "0.00"),
    ),
    "a loss that sells returned pieces again": (
        (2, "200.00"),
        [("back", 2, "2.00"), ("lose", 3, "202.00"), ("back", 1, "1.00"), ("lose", 1, "1.00"), ("lose", 1, "0.00")],
        (0, "0.00"),
    ),
    "a receipt bases anew": (
        (3, "10.00"),
        [("ship", 1, "3.33"), ("back", 1, "3.33"), ("receive", 1, "2.00"), ("ship", 1, "3.00")],
        (3, "9.00"),
    ),
}


def _do(yard: Yard, item: int, kind: str, quantity: int, amount: Decimal) -> Decimal:
    """Let it happen and answer what the pool gained or lost; only what is kept on hold can be scrapped."""
    before = yard.pool(item)[1]
    if kind == "ship":
        [issued] = yard.ship(yard.reserve((item, quantity)))
        assert issued.cost == before - yard.pool(item)[1]
    elif kind == "back":
        yard.bring_back(item, quantity, amount)
    elif kind == "hold":
        yard.take_back(yard.pieces((item, quantity)), amount)
    elif kind == "scrap":
        [lost] = yard.scrap(yard.pieces((item, quantity)))
        assert lost == before - yard.pool(item)[1]
    elif kind == "lose":
        yard.move("adjustment", yard.line(item, -quantity))
    else:
        yard.receive(item, quantity, amount)
    return abs(yard.pool(item)[1] - before)


def _law(yard: Yard) -> dict[str, object]:
    return {name: rows for name, rows in broken_laws().items() if name.startswith("stock.")}


@pytest.mark.parametrize("name", HISTORIES)
def test_every_step_moves_exactly_these_cents(yard: Yard, name: str) -> None:
    opened, steps, left = HISTORIES[name]
    yard.receive(yard.camera, *opened)
    for kind, quantity, cost in steps:
        assert (kind, _do(yard, yard.camera, kind, quantity, Decimal(cost))) == (kind, Decimal(cost))
        assert not _law(yard)
    assert yard.pool(yard.camera) == (left[0], Decimal(left[1]))


def test_the_base_stays_and_begins_anew_only_when_the_pool_was_empty(yard: Yard) -> None:
    def pool() -> list[Decimal]:
        row = Pool.objects.get(company_id=yard.company, item_id=yard.camera)
        return [row.base_quantity, row.base_amount, row.issued_quantity, row.returned_quantity, row.returned_amount]

    yard.receive(yard.camera, 3, "10.00")
    yard.ship(yard.reserve((yard.camera, 2)))
    yard.take_back(yard.pieces((yard.camera, 1), (yard.camera, 1)), "3.33", "3.34")
    assert pool() == [3, 10, 2, 2, Decimal("6.67")]
    assert yard.pool(yard.camera) == (3, 10)
    yard.move("adjustment", yard.line(yard.camera, 1, "5.00"))
    assert pool() == [4, 15, 0, 0, 0]
    yard.inspect(yard.pieces((yard.camera, 2)))
    yard.ship(yard.reserve((yard.camera, 4)))
    yard.take_back(yard.pieces((yard.camera, 1), (yard.camera, 2)), "3.75", "7.50")
    assert pool() == [3, Decimal("11.25"), 0, 0, 0]
    assert not broken_laws()


def test_lines_of_one_set_meet_what_came_back_in_their_order(yard: Yard) -> None:
    yard.receive(yard.camera, 3, "10.00")
    yard.bring_back(yard.camera, 2, "6.00")
    lines = [yard.line(yard.camera, -2), yard.line(yard.camera, -2), yard.line(yard.camera, 2, "9.00")]
    yard.move("adjustment", *lines, yard.line(yard.camera, -1))
    # 6.67 and 6.66 (four of three at 10.00 are 13.33) leave 2.67; with 9.00 three pieces are worth 11.67.
    assert yard.pool(yard.camera) == (2, Decimal("7.78"))
    assert not broken_laws()


@EXAMPLES
@given(
    pieces=st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9)), min_size=1, max_size=6),
    amount=amounts,
)
def test_what_was_opened_costs_the_same_whatever_comes_back(
    yard: Yard, pieces: list[tuple[int, int]], amount: Decimal
) -> None:
    returning, kept = yard.item(), yard.item()
    for item in (returning, kept):
        yard.receive(item, sum(quantity for quantity, _back in pieces), amount)
    costs, back = [], Decimal(0)
    for quantity, coming in pieces:
        [one], [other] = (yard.ship(yard.reserve((item, quantity))) for item in (returning, kept))
        assert one.cost == other.cost
        costs.append(one.cost)
        if coming:
            part = min(coming, quantity)
            worth = (one.cost * part / quantity).quantize(Decimal("0.01"))
            yard.bring_back(returning, part, worth)
            back += worth
    assert sum(costs) == amount
    assert yard.pool(kept) == (0, 0)
    assert yard.pool(returning) == (sum(min(coming, quantity) for quantity, coming in pieces), back)
    assert not _law(yard)


@EXAMPLES
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(["receive", "back", "hold", "ship", "ship", "lose", "scrap"]), st.integers(1, 6), amounts
        ),
        min_size=2,
        max_size=7,
    )
)
def test_splitting_what_leaves_changes_no_cent_of_any_history(
    yard: Yard, steps: list[tuple[str, int, Decimal]]
) -> None:
    whole, parts, lines = yard.item(), yard.item(), yard.item()
    for item in (whole, parts, lines):
        yard.receive(item, 4, Decimal("33.33"))
    held = 0
    for kind, quantity, amount in [*steps, ("ship", 99, Decimal(0)), ("scrap", 99, Decimal(0))]:
        good = int(yard.pool(whole)[0]) - held
        leaving = min(quantity, held if kind == "scrap" else good)
        if kind in ("receive", "back", "hold"):
            held += quantity if kind == "hold" else 0
            for item in (whole, parts, lines):
                _do(yard, item, kind, quantity, amount)
        elif leaving:
            held -= leaving if kind == "scrap" else 0
            _do(yard, whole, kind, leaving, amount)
            for _piece in range(leaving):
                _do(yard, parts, kind, 1, amount)
            if kind == "ship":
                assert all(row.cost >= 0 for row in yard.ship(yard.reserve(*[(lines, 1)] * leaving)))
            elif kind == "scrap":
                assert all(lost >= 0 for lost in yard.scrap(yard.pieces(*[(lines, 1)] * leaving)))
            else:
                yard.move("adjustment", *[yard.line(lines, -1)] * leaving)
        assert yard.pool(whole) == yard.pool(parts) == yard.pool(lines)
    assert yard.pool(whole) == (0, 0)
    assert not _law(yard)
