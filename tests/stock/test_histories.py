"""Any order of receiving, promising, picking, shipping, releasing, adjusting and returning keeps every law."""

from __future__ import annotations

import itertools
from decimal import Decimal

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from interlock.stock import api as stock
from interlock.stock.models import Serial
from tests.examples import examples

from .yard import Promise, Yard, broken_laws

_numbers = itertools.count(1)
things = st.sampled_from(["camera", "cable", "lock"])
places = st.sampled_from(["near", "far"])
pieces = st.integers(1, 5)
amounts = st.decimals(0, 999, places=2)


class Histories(RuleBasedStateMachine):
    """A yard beside a model of it in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.before = transaction.savepoint()
        self.yard = Yard()
        self.items = {"camera": self.yard.camera, "cable": self.yard.item(), "lock": self.yard.lock}
        self.bins = {"near": self.yard.near, "far": self.yard.far}
        self.on_hand: dict[tuple[str, str], int] = {}
        self.open: list[tuple[str, str, Promise]] = []
        self.gone: list[tuple[str, int, Decimal, list[str]]] = []
        self.hold: list[tuple[str, str, stock.Pieces]] = []

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.before)

    def _free(self, thing: str, place: str) -> int:
        promised = sum(int(p.quantity) for t, b, p in self.open if (t, b) == (thing, place))
        return self.on_hand.get((thing, place), 0) - promised

    def _serials(self, thing: str, count: int) -> list[str]:
        return [f"N{next(_numbers)}" for _ in range(count)] if thing == "lock" else []

    @initialize(count=st.integers(4, 9), amount=amounts)
    def begin(self, count: int, amount: Decimal) -> None:
        """Something lies there, some is promised and some has left, so that few steps lead far."""
        for thing in self.items:
            self.receive(thing, "near", count, amount)
            self.promise(thing, "near", 3)
        self.ship(3)
        self.promise("camera", "near", 1)

    @rule(thing=things, place=places, count=pieces, amount=amounts)
    def receive(self, thing: str, place: str, count: int, amount: Decimal) -> None:
        serials = self._serials(thing, count)
        self.yard.receive(self.items[thing], count, amount, at=self.bins[place], serials=serials)
        self.on_hand[thing, place] = self.on_hand.get((thing, place), 0) + count

    @rule(thing=things, place=places, count=pieces, amount=st.none() | amounts)
    def find(self, thing: str, place: str, count: int, amount: Decimal | None) -> None:
        line = self.yard.line(self.items[thing], count, amount, self._serials(thing, count), self.bins[place])
        [(_id, code)] = self.yard.post(self.yard.draft("adjustment", line)).table()
        lying = sum(n for (t, _b), n in self.on_hand.items() if t == thing)
        worthless = amount is None and not lying and not any(t == thing for t, _b, _pieces in self.hold)
        assert code == ("no_cost" if worthless else "done")
        if code == "done":
            self.on_hand[thing, place] = self.on_hand.get((thing, place), 0) + count

    @rule(thing=st.sampled_from(["camera", "cable"]), place=places, count=pieces)
    def lose(self, thing: str, place: str, count: int) -> None:
        line = self.yard.line(self.items[thing], -count, at=self.bins[place])
        [(_id, code)] = self.yard.post(self.yard.draft("adjustment", line)).table()
        assert code == ("done" if count <= self._free(thing, place) else "not_enough")
        if code == "done":
            self.on_hand[thing, place] -= count

    @rule(thing=things, place=places, count=pieces)
    def promise(self, thing: str, place: str, count: int) -> None:
        count = min(count, self._free(thing, place))
        if count > 0:
            made = self.yard.reserve((self.items[thing], count), at=self.bins[place])
            self.open += [(thing, place, promise) for promise in made]

    @precondition(lambda self: self.open)
    @rule(count=st.integers(1, 3))
    def ship(self, count: int) -> None:
        going, self.open = self.open[:count], self.open[count:]
        self.yard.capture([p for _t, _b, p in going])
        issued = self.yard.ship([p for _t, _b, p in going])
        for (thing, place, promise), row in zip(going, issued, strict=True):
            self.on_hand[thing, place] -= int(promise.quantity)
            numbers = list(Serial.objects.filter(line_id=promise.line).values_list("number", flat=True))
            self.gone.append((thing, int(promise.quantity), row.cost, numbers))

    @precondition(lambda self: self.gone)
    @rule(place=places, count=pieces)
    def take_back(self, place: str, count: int) -> None:
        thing, quantity, cost, numbers = self.gone.pop(0)
        count = min(count, quantity)
        back = self.yard.pieces((self.items[thing], count), numbers=numbers[:count], at=self.bins[place])
        worth = (cost * count / quantity).quantize(Decimal("0.01"))
        self.yard.take_back(back, worth)
        self.hold.append((thing, place, back))
        if count < quantity:
            self.gone.append((thing, quantity - count, cost - worth, numbers[count:]))

    @precondition(lambda self: self.hold)
    @rule(good=st.booleans())
    def inspect(self, good: bool) -> None:
        thing, place, back = self.hold.pop(0)
        if good:
            self.yard.inspect(back)
            self.on_hand[thing, place] = self.on_hand.get((thing, place), 0) + int(back.quantities[0])
        else:
            assert self.yard.scrap(back)[0] >= 0

    @precondition(lambda self: self.open)
    @rule()
    def release(self) -> None:
        *self.open, (_thing, _place, promise) = self.open
        self.yard.capture([promise])
        self.yard.within(lambda: stock.give_back_serials(self.yard.company, [promise.line]))
        self.yard.release([promise])

    @invariant()
    def laws_hold(self) -> None:
        assert not broken_laws()
        assert not stock.rebuild_balances(self.yard.company)

    @invariant()
    def what_lies_there_is_what_came_less_what_went(self) -> None:
        for thing, item in self.items.items():
            lying = sum(n for (t, _b), n in self.on_hand.items() if t == thing)
            found = stock.stock_of(self.yard.company, items=[item])
            assert sum(row.on_hand for row in found) == lying
            assert self.yard.free(item) == sum(self._free(thing, place) for place in self.bins)


def test_every_history_keeps_the_laws(db: None) -> None:
    run_state_machine_as_test(
        Histories,
        settings=examples(2, 30, stateful_step_count=15),
    )
