"""A company decides what its numbers begin with; what was numbered keeps its number, and the count goes on."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from interlock.core.api import Parameter, run_checks
from interlock.sales.models import Delivery, Order
from tests.builders import World


def decide(world: World, kind: str, letters: str) -> None:
    one = Parameter(company_id=world.company, code=f"numbers.{kind}", value=letters)
    one.full_clean()
    one.save()


def number(order: int) -> str:
    return Order.objects.get(pk=order).number


def test_numbers_begin_as_the_company_decided(world: World) -> None:
    world.receive(world.camera, 9, "900")
    first = number(world.order())
    decide(world, "SO", "ECOSO")
    decide(world, "DN", "ECODN")
    second = world.order(state="shipped")
    letters, month, count = first.split("-")
    assert letters == "SO"
    assert number(second) == f"ECOSO-{month}-{int(count) + 1:06}"
    assert Delivery.objects.get(pk=world.deliveries(second)[0]).number.startswith("ECODN-")
    assert number(World(code="OTHER").order()).startswith("SO-"), "another company decides for itself"
    assert not [law.name for law in run_checks(3) if law.broken]


def test_the_search_knows_the_letters(world: World, clerk: Client) -> None:
    decide(world, "SO", "ECOSO")
    order = world.order()
    letters, month, count = number(order).split("-")
    for term in (number(order), f"{letters} {month} {int(count)}".lower(), f"{month}{count}"[-4:]):
        found = clerk.get(reverse("web:search"), {"q": term})
        assert reverse("web:order", args=[order]) in (found.get("Location") or found.content.decode()), term


@pytest.mark.parametrize("letters", ["", "S", "so", "DN", "SO1", "S-O", "NINELETTERS", "订单"])
def test_what_is_no_beginning_of_a_number_is_refused(world: World, letters: str) -> None:
    with pytest.raises(ValidationError):
        decide(world, "SO", letters)


def test_a_day_is_no_part_of_it(world: World) -> None:
    """Letters that change within a month share its count, so no number comes twice."""
    decide(world, "SO", "AA")
    orders = [world.order() for _ in range(2)]
    Parameter.objects.filter(code="numbers.SO").update(value="BB")
    orders.append(world.order())
    counts = [int(number(one).rsplit("-", 1)[1]) for one in orders]
    assert counts == list(range(counts[0], counts[0] + 3))
