"""Clients at once on the same few items: nobody sees an error, nothing is sold twice, every law holds afterwards."""

from __future__ import annotations

from typing import Any

import pytest
import typer
from django.db import connections

from interlock.cli import app
from interlock.cli.reference import commands
from interlock.core.sql import value
from interlock.demo.bench import client, race
from interlock.demo.spine import silent
from interlock.stock.models import Reservation
from tests.builders import assert_laws


@pytest.fixture
def ground(committed: None) -> race.Ground:
    return race.prepare(str(connections["default"].settings_dict["NAME"]), silent)


def oversold(ground: race.Ground, there: int, after: int = 0) -> int:
    """Ask as the race asks, given what lay there of every item."""
    given = {"company": ground.company, "items": ground.items, "there": [there] * len(ground.items), "after": after}
    return int(value(race.SQL["oversold"], **given))


@pytest.mark.slow
def test_two_clients_race_cleanly(ground: race.Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(race, "FEW", 1)
    monkeypatch.setattr(race, "PLENTY", 150)
    summary: dict[str, Any] = race.figures([race.run_race(ground, 2, 1)])
    (run,) = summary["runs"]
    assert summary["clean"], run
    assert (run["errors"], run["error_kinds"], run["oversold_pieces"]) == (0, {}, 0)
    assert run["shipped"] == run["recognised"] > 0
    assert run["returned"] > 0
    assert run["orders"] == run["shipped"] + run["no_stock"]
    assert_laws()
    assert set(commands.KEYS["bench race"]) == {*summary, "settings"}
    promised = sum(Reservation.objects.filter(company=ground.company).values_list("quantity", flat=True))
    assert promised > 0
    assert oversold(ground, 0) == promised, "what was promised of nothing counts as oversold"


class Unlucky:
    """A client that is refused every second batch."""

    def __init__(self) -> None:
        self.batches = 0

    def work(self) -> None:
        self.batches += 1
        if self.batches % 2:
            raise client.Unexpected(f"review_orders answered no_price\n{self.batches}")


def test_what_a_client_is_raised_is_counted_and_spoils_the_race() -> None:
    seen, worker = client.Seen(), Unlucky()
    client.work_until(worker, seen, 0.01)  # type: ignore[arg-type]
    assert seen.errors == {"Unexpected: review_orders answered no_price": (worker.batches + 1) // 2}
    run = {"errors": 1, "oversold_pieces": 0, "laws_ok": True}
    assert not race.figures([run | {"errors": 0}, run])["clean"]
    assert not race.figures([run | {"errors": 0, "oversold_pieces": 1}])["clean"]
    assert not race.figures([run | {"errors": 0, "laws_ok": False}])["clean"]
    assert race.figures([run | {"errors": 0}])["clean"]


@pytest.mark.parametrize("given", ["", "0", "2,", "2;8", "65", "-1"])
def test_numbers_of_clients_are_whole_and_few_enough(given: str) -> None:
    with pytest.raises(typer.BadParameter):
        app._counts(given)


def test_numbers_of_clients_are_read_in_their_order() -> None:
    assert app._counts("2, 8,32") == [2, 8, 32]
