"""Splitting an ordered set changes nothing; whatever happens, journal, vouchers and balances agree."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from interlock.finance import api as finance
from interlock.finance.api import ManualLine
from interlock.finance.models import JournalLine, Voucher, VoucherTotal
from tests.examples import examples

from .building import Books, Fact, broken_laws

CENTS = st.integers(-50_000, 50_000).map(lambda cents: str(Decimal(cents) / 100))
DAYS = st.dates(date(2026, 10, 28), date(2026, 11, 4))
FACTS = st.lists(
    st.tuples(st.sampled_from(["goods_shipped", "revenue_recognised"]), CENTS, CENTS, DAYS, st.integers(0, 2)),
    min_size=1,
    max_size=25,
)


def _record(books: Books, facts: list[Any]) -> list[int]:
    events = []
    for kind, first, second, on, unit in facts:
        amounts = {"cost": first} if kind == "goods_shipped" else {"net": first, "vat": second, "cost": first}
        fact = Fact(amounts, item=books.item, unit=[*books.units, None][unit], on=on, document=len(events) + 1)
        events += books.record(kind, fact)
    return events


def _what_the_books_say(books: Books) -> list[list[str]]:
    """Answer lines, vouchers, totals and balances without ids and numbers, which follow the order of the sets."""
    of = {"company_id": books.company}
    voucher = ("event_kind", "unit_id", "posting_on")
    by_voucher = tuple(f"voucher__{name}" for name in voucher)
    legs = ("debit_account__code", "credit_account__code", "amount", "quantity", "document_line_id")
    told = [
        JournalLine.objects.filter(**of).values_list(*by_voucher, *legs),
        Voucher.objects.filter(**of).values_list(*voucher, "amount", "lines"),
        VoucherTotal.objects.filter(**of).values_list(*by_voucher, "account__code", "debit", "credit", "lines"),
        books.balances().items(),
    ]
    return [sorted(map(str, rows)) for rows in told]


@examples(4, 48)
@given(facts=FACTS, splits=st.lists(st.integers(0, 25), max_size=4))
def test_splitting_a_set_changes_nothing(books: Books, facts: list[Any], splits: list[int]) -> None:
    answers = []
    for cuts in ([], sorted(splits)):
        with transaction.atomic():
            events = _record(books, facts)
            for start, end in zip([0, *cuts], [*cuts, len(events)], strict=True):
                books.post(events[start:end])
            assert not broken_laws()
            answers.append(_what_the_books_say(books))
            transaction.set_rollback(True)
    assert answers[0] == answers[1]


class Journal(RuleBasedStateMachine):
    """Facts, postings, rules, vouchers by hand, seals and closes in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.lost = False

    @initialize()
    def begin(self) -> None:
        self.books = Books("MACHINE")

    @rule(facts=FACTS)
    def record(self, facts: list[Any]) -> None:
        _record(self.books, facts)

    @rule(cost=CENTS)
    def lose(self, cost: str) -> None:
        """A fact nobody wrote a rule for is recorded all the same."""
        before = len(self.books.pending())
        self.books.record("goods_lost", Fact({"cost": cost}))
        assert len(self.books.pending()) == before + (Decimal(cost) != 0)

    @precondition(lambda self: not self.lost)
    @rule()
    def write_the_rule(self) -> None:
        self.books.rule(event_kind="goods_lost", debit="6711")
        self.lost = True

    @rule(which=st.integers(0, 10))
    def post_some(self, which: int) -> None:
        self.books.post([event for event in self.books.pending() if event % (which + 1) == 0])

    @rule()
    def post_all(self) -> None:
        finance.post_pending(self.books.company, self.books.by, chunk=7)
        assert set(self.books.pending().values()) <= {"no_rule", "period_closed"}

    @rule(cents=st.integers(1, 10**6), on=DAYS)
    def by_hand(self, cents: int, on: date) -> None:
        amount = Decimal(cents) / 100
        self.books.voucher(ManualLine("6602", debit=amount), ManualLine("1002", credit=amount), on=on)

    @rule()
    def seal(self) -> None:
        finance.seal_vouchers(
            finance.collecting_vouchers(self.books.company), company=self.books.company, by=self.books.by
        )

    @rule(month=st.sampled_from([10, 11]), close=st.booleans())
    def turn_the_month(self, month: int, *, close: bool) -> None:
        """The months of goods and revenue turn by themselves, that of the books as a whole."""
        change = finance.close_periods if close else finance.open_periods
        period = self.books.period(date(2026, month, 1))
        state = "closed" if close else "open"
        if change([period.pk], company=self.books.company, by=self.books.by).counts.get("whole_month"):
            type(period).objects.filter(pk=period.pk).update(state=state)
            if close:
                collecting = finance.collecting_vouchers(self.books.company)
                finance.seal_vouchers(collecting, company=self.books.company, by=self.books.by)

    @invariant()
    def the_laws_hold(self) -> None:
        assert not broken_laws()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)


def test_the_journal_machine(db: None) -> None:
    run_state_machine_as_test(Journal, settings=examples(2, 30, stateful_step_count=15))
