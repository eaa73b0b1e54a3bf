"""Statements of account: one a party and month, sent, answered, and what differs is somebody's until cleared up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from interlock.core.api import Refusal
from interlock.finance import api as finance
from interlock.finance.models import AccountStatement
from interlock.parties.models import Party
from tests.races import races

from .building import DAY, Books, broken_laws
from .itemising import ANN, DECEMBER, charge, receipt
from .test_together import _at_once as at_once

NOVEMBER = date(2026, 11, 1)


def draw(books: Books, *parties: int, month: date = NOVEMBER) -> list[str]:
    outcome = finance.draw_statements(list(parties), company=books.company, by=ANN, month=month)
    return [code for _id, code in outcome.table()]


def drawn(books: Books, *, sent: bool = True) -> AccountStatement:
    assert draw(books, books.party) == ["done"]
    made = AccountStatement.objects.latest("id")
    if sent:
        assert finance.send_statements([made.pk], company=books.company, by=ANN, on=DAY).counts == {"done": 1}
    return made


def answer(books: Books, statement: int, amount: str | None, note: str = "") -> str:
    given = {statement: finance.PartyAnswer(None if amount is None else Decimal(amount), note)}
    call: dict[str, Any] = {"company": books.company, "by": ANN, "on": DAY}
    return str(finance.answer_statements([statement], answers=given, **call).verdicts[0].code)


def test_a_months_statement_says_what_the_books_say(books: Books) -> None:
    """100 charged and 60 paid in November, 5 charged in December: 40 at the end, which December begins with."""
    owed = charge(books, 100)
    receipt(books, 60, (owed, 60))
    charge(books, 5, posting_on=DECEMBER)
    quiet = Party.objects.create(code="QUIET", name="Quiet", kind="person")
    assert finance.parties_to_state(books.company, NOVEMBER) == [books.party]
    assert draw(books, books.party, quiet.pk, 404_000_000) == ["done", "nothing_to_state", "not_found"]
    assert draw(books, books.party) == ["already"]
    assert draw(books, books.party, month=DECEMBER) == ["done"]
    assert finance.parties_to_state(books.company, NOVEMBER) == []
    found = AccountStatement.objects.order_by("id").values_list("number", "opening", "closing", "last_on")
    assert list(found) == [
        ("SA-2611-000001", 0, 40, date(2026, 11, 30)), ("SA-2612-000001", 40, 45, date(2026, 12, 31)),
    ]  # fmt: skip
    for one in AccountStatement.objects.all():
        told = finance.party_statement(books.company, books.party, one.first_on, one.last_on)
        assert (told.opening, told.closing) == (one.opening, one.closing)
    assert set(finance.draw_statements.codes) == {"not_found", "already", "nothing_to_state", "done"}


def test_an_answer_agrees_or_differs_and_is_cleared_up(books: Books) -> None:
    charge(books, 100)
    made = drawn(books, sent=False)
    call: dict[str, Any] = {"company": books.company, "by": ANN}
    assert answer(books, made.pk, "100") == "not_sent"
    assert finance.clear_statements([made.pk, 404_000_000], because="x", **call).table() == [
        (made.pk, "agrees"), (404_000_000, "not_found"),
    ]  # fmt: skip
    sent = finance.send_statements([made.pk, 404_000_000], on=DAY, **call)
    assert sent.table() == [(made.pk, "done"), (404_000_000, "not_found")]
    assert finance.send_statements([made.pk], on=DAY, **call).table() == [(made.pk, "already")]
    assert [answer(books, made.pk, amount) for amount in (None, "0.001", "NaN")] == ["bad_amount"] * 3
    assert answer(books, made.pk, "70", "your credit note of 30 is missing") == "done"
    assert answer(books, made.pk, "70", "your credit note of 30 is missing") == "already"
    made.refresh_from_db()
    assert (made.state, made.stated_amount, made.owner_id) == ("differs", 70, ANN.user_id)
    with pytest.raises(Refusal, match="note_missing"):
        finance.clear_statements([made.pk], because=" ", **call)
    assert finance.clear_statements([made.pk], because="credit note CN-7", **call).table() == [(made.pk, "done")]
    assert finance.clear_statements([made.pk], because="again", **call).table() == [(made.pk, "already")]
    assert answer(books, made.pk, "100") == "already"
    other = Books("ELSE")
    assert answer(other, made.pk, "100") == "not_found"
    assert not broken_laws()


def test_who_was_wrong_may_agree_after_all(books: Books) -> None:
    charge(books, 100)
    made = drawn(books)
    assert answer(books, made.pk, "90") == "done"
    assert answer(books, made.pk, "100", "found it") == "done"
    made.refresh_from_db()
    assert (made.state, made.answer) == ("agreed", "found it")
    assert finance.statement_behind(finance.statement_token(made.pk)) == made.pk
    assert finance.statement_behind(finance.statement_token(made.pk) + "x") is None
    assert finance.statement_behind("::") is None


@races("finance.draw_statements", "finance.send_statements", "finance.answer_statements", "finance.clear_statements")
def test_each_step_is_gone_once(committed: None) -> None:
    books = Books()
    charge(books, 100)
    first, second = at_once(partial(draw, books, books.party), partial(draw, books, books.party))
    assert sorted([*first, *second]) == ["already", "done"]
    made = AccountStatement.objects.get().pk
    call: dict[str, Any] = {"company": books.company, "by": ANN}
    send = partial(finance.send_statements, [made], on=DAY, **call)
    assert sorted(one.verdicts[0].code for one in at_once(send, send)) == ["already", "done"]
    say = partial(answer, books, made, "70", "we differ")
    assert sorted(at_once(say, say)) == ["already", "done"]
    clear = partial(finance.clear_statements, [made], because="CN-7", **call)
    assert sorted(one.verdicts[0].code for one in at_once(clear, clear)) == ["already", "done"]
