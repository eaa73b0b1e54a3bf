"""Movements: written down, judged in one pass, posted to both ledgers and to the books."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from interlock.core.api import Actor, Period, Refusal
from interlock.finance.api import events_of, post_pending
from interlock.items.models import Item
from interlock.stock import api as stock
from interlock.stock.models import Entry, Movement, MovementLine, Serial, ValueEntry

from .yard import DAY, Yard, broken_laws

NOBODY = 10**12  # an id that no row has, however far the sequences have come


def _record(yard: Yard, *lines: Any, kind: str = "receipt", **of: Any) -> tuple[str, dict[str, Any]]:
    given = {"kind": kind, "movement_on": DAY, "lines": lines, "company": yard.company, "by": yard.by, **of}
    [verdict] = stock.record_movement(**given).verdicts
    return verdict.code, verdict.detail


RECORDED: dict[str, tuple[str, Callable[[Yard], tuple[str, dict[str, Any]]]]] = {
    "a receipt": ("done", lambda y: _record(y, y.line(y.camera, 1, 5))),
    "another kind": ("unknown_kind", lambda y: _record(y, y.line(y.camera, 1, 5), kind="gift")),
    "nothing": ("no_lines", lambda y: _record(y)),
    "an adjustment without a reason": ("unknown_reason", lambda y: _record(y, y.line(y.camera, 1), kind="adjustment")),
    "a reason nobody knows": (
        "unknown_reason",
        lambda y: _record(y, y.line(y.camera, 1), kind="adjustment", reason=77),
    ),
    "a party nobody knows": ("unknown_party", lambda y: _record(y, y.line(y.camera, 1, 5), party=77)),
    "an item nobody knows": ("unknown_item", lambda y: _record(y, y.line(77, 1, 5))),
    "a bin nobody knows": ("foreign_location", lambda y: _record(y, y.line(y.camera, 1, 5, at=77))),
    "a bin of another company": (
        "foreign_location",
        lambda y: _record(y, y.line(y.camera, 1, 5, at=Yard("THEM").near)),
    ),
    "no pieces": ("bad_quantity", lambda y: _record(y, y.line(y.camera, 0, 5))),
    "too fine": ("bad_quantity", lambda y: _record(y, y.line(y.camera, "0.0000001", 5))),
    "a receipt going out": ("bad_quantity", lambda y: _record(y, y.line(y.camera, -1, 5))),
    "half a numbered piece": ("bad_quantity", lambda y: _record(y, y.line(y.lock, "0.5", 5))),
    "a receipt without value": ("bad_amount", lambda y: _record(y, y.line(y.camera, 1))),
    "part of a cent": ("bad_amount", lambda y: _record(y, y.line(y.camera, 1, "0.001"))),
    "below zero": ("bad_amount", lambda y: _record(y, y.line(y.camera, 1, -1))),
    "an amount for what goes out": (
        "bad_amount",
        lambda y: _record(y, y.line(y.camera, -1, 5), kind="adjustment", reason=y.reason),
    ),
    "a number twice": ("bad_serials", lambda y: _record(y, y.line(y.lock, 2, 5, ["A", "A"]))),
    "a number on two lines": (
        "bad_serials",
        lambda y: _record(y, y.line(y.lock, 1, 5, ["A"]), y.line(y.lock, 1, 5, ["A"])),
    ),
    "an empty number": ("bad_serials", lambda y: _record(y, y.line(y.lock, 1, 5, [" "]))),
    "a long number": ("bad_serials", lambda y: _record(y, y.line(y.lock, 1, 5, ["9" * 41]))),
    "numbers of what has none": ("bad_serials", lambda y: _record(y, y.line(y.camera, 1, 5, ["A"]))),
    "numbers still to come": ("done", lambda y: _record(y, y.line(y.lock, 2, 5))),
}


@pytest.mark.parametrize("case", RECORDED)
def test_recording_answers(yard: Yard, case: str) -> None:
    code, act = RECORDED[case]
    assert act(yard)[0] == code
    assert Movement.objects.count() == (code == "done")


def test_all_reasons_are_told_with_their_lines(yard: Yard) -> None:
    code, detail = _record(yard, yard.line(yard.camera, 1, 5), yard.line(NOBODY, 0, at=NOBODY))
    assert code == "unknown_item"
    assert detail == {"unknown_item": [2], "foreign_location": [2], "bad_quantity": [2], "bad_amount": [2]}


def test_a_set_is_numbered_in_its_order_and_a_repeat_names_the_same_documents(yard: Yard) -> None:
    drafts = {
        n: stock.NewMovement("receipt", date(2026, month, 5), [yard.line(yard.camera, n, n)])
        for n, month in ((1, 11), (2, 10), (3, 11))
    }
    call: dict[str, Any] = {"company": yard.company, "by": yard.by, "key": uuid4(), "movements": drafts}
    outcome = stock.record_movements([3, 1, 4, 2], **call)
    assert outcome.table() == [(3, "done"), (1, "done"), (4, "not_found"), (2, "done")]
    made = [verdict.detail["movement"] for verdict in outcome.verdicts if verdict.ok]
    assert [Movement.objects.get(pk=pk).number for pk in made] == ["SM-2611-000001", "SM-2611-000002", "SM-2610-000001"]
    assert outcome.run_id
    assert stock.recorded_movements(yard.company, outcome.run_id) == made
    assert stock.record_movements([3, 1, 4, 2], **call).replayed
    assert Movement.objects.count() == 3


def test_a_repeat_of_one_names_the_document(yard: Yard) -> None:
    key = uuid4()
    first = _record(yard, yard.line(yard.camera, 1, 5), key=key)
    assert _record(yard, yard.line(yard.camera, 1, 5), key=key) == first
    assert Movement.objects.count() == 1


def _closed(yard: Yard) -> list[int]:
    draft = yard.draft("receipt", yard.line(yard.camera, 1, 5))
    Period.objects.filter(company_id=yard.company, module="stock", month=date(2026, 11, 1)).update(state="closed")
    return [draft]


def _foreign(yard: Yard) -> list[int]:
    draft = yard.draft("receipt", yard.line(yard.camera, 1, 5))
    MovementLine.objects.filter(movement_id=draft).update(location_id=Yard("THEM").near)
    return [draft]


def _blocked(yard: Yard) -> list[int]:
    draft = yard.draft("receipt", yard.line(yard.camera, 1, 5))
    Item.objects.filter(pk=yard.camera).update(state="blocked")
    return [draft]


def _blocked_out(yard: Yard) -> list[int]:
    yard.receive(yard.camera, 1, 5)
    Item.objects.filter(pk=yard.camera).update(state="blocked")
    return [yard.draft("adjustment", yard.line(yard.camera, -1))]


def _numbered(yard: Yard, quantity: int, *numbers: str, at: int = 0) -> list[int]:
    """Two pieces A and B near, and C far, of which A is picked; then take or bring numbers."""
    yard.receive(yard.lock, 2, 10, serials=["A", "B"])
    yard.receive(yard.lock, 1, 5, serials=["C"], at=yard.far)
    yard.capture(yard.reserve((yard.lock, 1)))
    kind, amount = ("adjustment", None) if quantity < 0 else ("receipt", 1)
    return [yard.draft(kind, yard.line(yard.lock, quantity, amount, numbers, at))]


def _promised(yard: Yard) -> list[int]:
    yard.receive(yard.camera, 5, 50)
    yard.reserve((yard.camera, 3))
    return [yard.draft("adjustment", yard.line(yard.camera, -3))]


POSTED: dict[str, tuple[list[str], Callable[[Yard], list[int]]]] = {
    "a receipt": (["done"], lambda y: [y.draft("receipt", y.line(y.camera, 1, 5))]),
    "nothing known": (["not_found"], lambda _yard: [77]),
    "another company's": (["not_found"], lambda y: [(t := Yard("THEM")).draft("receipt", t.line(y.camera, 1, 5))]),
    "posted before": (["already"], lambda y: [y.receive(y.camera, 1, 5)]),
    "a closed month": (["period_closed"], _closed),
    "a bin of another company": (["foreign_location"], _foreign),
    "a blocked item coming in": (["item_blocked"], _blocked),
    "a blocked item going out": (["done"], _blocked_out),
    "a number missing": (["serials_missing"], lambda y: _numbered(y, 2, "D")),
    "a number too many": (["serials_missing"], lambda y: _numbered(y, 1, "D", "E")),
    "a number that has been here": (["serial_known"], lambda y: _numbered(y, 1, "A")),
    "new numbers": (["done"], lambda y: _numbered(y, 2, "D", "E")),
    "a number nobody knows going out": (["unknown_serial"], lambda y: _numbered(y, -1, "X")),
    "a number from another bin": (["serial_elsewhere"], lambda y: _numbered(y, -1, "C")),
    "a picked number": (["serial_taken"], lambda y: _numbered(y, -1, "A")),
    "a free number going out": (["done"], lambda y: _numbered(y, -1, "B")),
    "found where nothing has a cost": (["no_cost"], lambda y: [y.draft("adjustment", y.line(y.camera, 1))]),
    "more than lies there": (["not_enough"], lambda y: [y.draft("adjustment", y.line(y.camera, -1))]),
    "what is promised": (["not_enough"], _promised),
}


@pytest.mark.parametrize("case", POSTED)
def test_posting_answers(yard: Yard, case: str) -> None:
    codes, prepare = POSTED[case]
    ids = prepare(yard)
    before = Entry.objects.count(), ValueEntry.objects.count(), Serial.objects.count()
    assert [code for _id, code in yard.post(*ids, policy="dry_run").table()] == codes
    assert [verdict.code for verdict in yard.post(*ids).verdicts] == codes
    if codes != ["done"]:
        assert (Entry.objects.count(), ValueEntry.objects.count(), Serial.objects.count()) == before
    assert not broken_laws()


def test_a_set_competes_in_its_order(yard: Yard) -> None:
    yard.receive(yard.camera, 5, 50)
    a, b, c = (yard.draft("adjustment", yard.line(yard.camera, -q)) for q in (3, 3, 2))
    more = yard.draft("receipt", yard.line(yard.camera, 1, 10))
    assert yard.post(a, b, c, policy="all").table() == [(a, "set_rejected"), (b, "not_enough"), (c, "set_rejected")]
    assert yard.post(a, b, more, c).table() == [(a, "done"), (b, "not_enough"), (more, "done"), (c, "done")]
    assert yard.balance(yard.camera) == (1, 0)
    assert not broken_laws()


def test_a_number_comes_in_once_in_a_set(yard: Yard) -> None:
    one, two, three = (
        yard.draft("receipt", yard.line(yard.lock, len(numbers), 5, numbers)) for numbers in (["A"], ["A", "B"], ["B"])
    )
    assert yard.post(one, two, three).table() == [(one, "done"), (two, "serial_known"), (three, "done")]
    out = [yard.draft("adjustment", yard.line(yard.lock, -1, None, ["A"])) for _ in range(2)]
    assert yard.post(*out).table() == [(out[0], "done"), (out[1], "serial_taken")]
    life = stock.serial_life(yard.company, yard.lock, "A")
    assert [(step.kind, step.operation) for step in life] == [
        ("receipt", "stock.post_movements"),
        ("adjustment", "stock.post_movements"),
    ]
    assert not broken_laws()


def test_the_books_hear_of_every_movement(yard: Yard) -> None:
    opened = yard.move("opening", yard.line(yard.camera, 4, "10.00"), yard.line(yard.lock, 1, 7, ["A"]))
    received = yard.receive(yard.camera, 2, 8)
    mixed = yard.move("adjustment", yard.line(yard.camera, 1, 5), yard.line(yard.camera, -2))
    told = events_of(yard.company, [opened, received, mixed])
    assert [(row.kind, row.component, str(row.amount)) for row in told] == [
        ("stock_opened", "cost", "10.00"),
        ("stock_opened", "cost", "7.00"),
        ("goods_received", "cost", "8.00"),
        ("stock_adjusted", "gain", "5.00"),
        ("stock_adjusted", "loss", "6.57"),
    ]
    assert not broken_laws()
    post_pending(yard.company, yard.by)
    assert all(row.voucher_id for row in events_of(yard.company, [opened, received, mixed]))
    assert not broken_laws()


def test_only_who_may_posts(yard: Yard) -> None:
    draft = yard.draft("receipt", yard.line(yard.camera, 1, 5))
    clerk = Actor(None, "clerk", "test", {yard.company: frozenset({"stock.record_movements"})})
    with pytest.raises(Refusal, match="not_permitted"):
        stock.post_movements([draft], company=yard.company, by=clerk)


def test_a_large_opening_posts_in_few_statements(yard: Yard) -> None:
    from interlock.core.sql import observed

    items = [yard.item() for _ in range(200)]
    seen = []
    for lines in (1, 200):
        draft = yard.draft(
            "opening",
            *[yard.line(item, 3, 30) for item in items[:lines]],
            yard.line(yard.lock, lines, lines, [f"{lines}-{n}" for n in range(lines)]),
        )
        with observed() as statements:
            yard.post(draft)
        seen.append(len(statements))
    assert seen[0] == seen[1] <= 30
    assert yard.free(yard.lock) == Decimal(201)
    assert not broken_laws()
