"""Moving average to the cent: splitting a set changes nothing, and an empty pool is worth nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interlock.stock.models import Pool
from tests.examples import examples

from .yard import Yard, broken_laws

amounts = st.decimals(0, 99_999, places=2)
EXAMPLES = examples(5, 60)


@EXAMPLES
@given(
    pieces=st.lists(st.integers(1, 40), min_size=1, max_size=12),
    rest=st.integers(0, 20),
    amount=amounts,
    cuts=st.sets(st.integers(1, 11)),
)
def test_splitting_an_ordered_set_of_issues_changes_no_cent(
    yard: Yard, pieces: list[int], rest: int, amount: Decimal, cuts: set[int]
) -> None:
    whole, parts = yard.item(), yard.item()
    for item in (whole, parts):
        yard.receive(item, sum(pieces) + rest, amount)
    at_once = [row.cost for row in yard.ship(yard.reserve(*[(whole, q) for q in pieces]))]
    promises = yard.reserve(*[(parts, q) for q in pieces])
    edges = [0, *sorted(cut for cut in cuts if cut < len(pieces)), len(pieces)]
    in_parts = [row.cost for a, b in zip(edges, edges[1:], strict=False) for row in yard.ship(promises[a:b])]
    assert at_once == in_parts
    assert all(cost >= 0 for cost in at_once)
    assert yard.pool(whole) == yard.pool(parts) == (rest, amount - sum(at_once))
    if not rest:
        assert yard.pool(whole) == (0, 0)


@EXAMPLES
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["receive", "found", "lost", "ship"]), st.integers(1, 9), amounts),
        min_size=1,
        max_size=8,
    )
)
def test_any_history_ends_at_exactly_zero(yard: Yard, steps: list[tuple[str, int, Decimal]]) -> None:
    item = yard.item()
    yard.receive(item, 5, Decimal("33.33"))
    for kind, quantity, amount in steps:
        here = int(yard.pool(item)[0])
        if kind == "receive":
            yard.receive(item, quantity, amount)
        elif kind == "found" and here:
            yard.move("adjustment", yard.line(item, quantity))
        elif kind == "lost" and here:
            yard.move("adjustment", yard.line(item, -min(quantity, here)))
        elif kind == "ship" and here:
            yard.ship(yard.reserve((item, min(quantity, here))))
    if left := yard.pool(item)[0]:
        yard.ship(yard.reserve((item, left)))
    assert yard.pool(item) == (0, 0)
    assert not {name: rows for name, rows in broken_laws().items() if name.startswith("stock.")}


@pytest.mark.parametrize(
    ("received", "pieces", "costs"),
    [
        ((3, "10.00"), [1, 1, 1], ["3.33", "3.34", "3.33"]),
        ((8, "0.05"), [1] * 8, ["0.01", "0.00", "0.01", "0.01", "0.00", "0.01", "0.00", "0.01"]),
        ((2, "0.01"), [1, 1], ["0.01", "0.00"]),
        ((7, "1.00"), [7], ["1.00"]),
    ],
)
def test_a_line_takes_the_difference_of_two_rounded_values(
    yard: Yard, received: tuple[int, str], pieces: list[int], costs: list[str]
) -> None:
    yard.receive(yard.camera, *received)
    assert [str(row.cost) for row in yard.ship(yard.reserve(*[(yard.camera, q) for q in pieces]))] == costs


def test_what_comes_in_re_bases_the_pool(yard: Yard) -> None:
    yard.receive(yard.camera, 4, 40)
    yard.ship(yard.reserve((yard.camera, 1)))
    yard.receive(yard.camera, 3, 60)
    pool = Pool.objects.get(company_id=yard.company, item_id=yard.camera)
    assert (pool.quantity, pool.amount) == (pool.base_quantity, pool.base_amount) == (6, 90)
    assert pool.issued_quantity == 0
    yard.move("adjustment", yard.line(yard.camera, 2))
    assert yard.pool(yard.camera) == (8, 120)
    yard.move("adjustment", yard.line(yard.camera, 2, "0.08"))
    assert yard.pool(yard.camera) == (10, Decimal("120.08"))
    yard.move("adjustment", yard.line(yard.camera, -3))
    assert yard.pool(yard.camera) == (7, Decimal("84.06"))
    assert not broken_laws()


def test_the_lines_of_one_set_meet_the_pool_in_their_order(yard: Yard) -> None:
    yard.receive(yard.camera, 2, 20)
    first = yard.draft("adjustment", yard.line(yard.camera, -1), yard.line(yard.camera, 3, "60"))
    second = yard.draft("adjustment", yard.line(yard.camera, -2), yard.line(yard.camera, 1))
    assert yard.post(second, first).table() == [(second, "no_cost"), (first, "done")]
    assert yard.pool(yard.camera) == (4, 70)
    assert yard.post(second).counts == {"done": 1}
    assert yard.pool(yard.camera) == (3, Decimal("52.50"))
    assert not broken_laws()
