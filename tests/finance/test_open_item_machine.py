"""Whatever is done to open items in any order: what is left is explained, and the items are the balance."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from interlock.finance import api as finance
from interlock.finance.api import NewApplication, NewItemDocument, NewItemLine
from interlock.finance.models import ExchangeRate, ItemAccount, ItemApplication, ItemRule, OpenItem

from .building import DAY, Books, broken_laws
from .itemising import ANN, BEN, dollar

LAST = date(2026, 12, 30)
_NUMBERS = itertools.count(1)
AMOUNTS = st.decimals(Decimal("0.01"), Decimal("999.99"), places=2)
PLACES = st.integers(0, 10**6)
RATES = st.sampled_from([None, Decimal("6.8"), Decimal("7.1234567")])
PARTS = st.sampled_from([Decimal(1), Decimal("0.5"), Decimal("0.37")])


class Items(RuleBasedStateMachine):
    """Bills, charges, money, offsets, write-offs, applications and their undoing, revaluations, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.code = f"M{next(_NUMBERS)}"
        self.books = Books(self.code)
        self.day = DAY
        self.usd = dollar()

    @rule(days=st.integers(0, 3))
    def wait(self, days: int) -> None:
        self.day = min(self.day + timedelta(days=days), LAST)

    def enter(self, kind: str, *lines: NewItemLine, **fields: Any) -> str:
        """Write and post a document; answers the code of the first step that refuses it."""
        given = {"reference": f"{kind}-{finance.ItemDocument.objects.count()}", "reason": "machine"} | fields
        new = NewItemDocument(kind, f"{self.code}-P", self.day, lines, **given)
        saved = finance.save_item_documents([1], company=self.books.company, by=ANN, documents={1: new}).verdicts[0]
        assert saved.ok, saved
        made = saved.detail["document"]
        return finance.post_item_documents([made], company=self.books.company, by=BEN).verdicts[0].code

    def open(self, direction: str, place: int) -> OpenItem | None:
        """Answer one of the items that are open on a side."""
        found = list(
            OpenItem.objects.filter(company_id=self.books.company, direction=direction, open_amount__gt=0).order_by(
                "id"
            )
        )
        return found[place % len(found)] if found else None

    @rule(
        kind=st.sampled_from(["bill", "charge"]),
        amount=AMOUNTS,
        tax=AMOUNTS,
        rate=RATES,
        sign=st.sampled_from([1, 1, -1]),
    )
    def claim(self, kind: str, amount: Decimal, tax: Decimal, rate: Decimal | None, sign: int) -> None:
        money = {"currency": self.usd, "rate": rate} if rate else {}
        account = "6602" if kind == "bill" else "6051"
        assert self.enter(kind, NewItemLine(sign * amount, account=account, tax=sign * tax), **money) == "done"

    @rule(kind=st.sampled_from(["receipt", "payment"]), place=PLACES, part=PARTS, more=AMOUNTS, rate=RATES)
    def money(self, kind: str, place: int, part: Decimal, more: Decimal, rate: Decimal | None) -> None:
        """Pay an item in part or whole, in its currency or across, and something in advance."""
        item = self.open("debit" if kind == "receipt" else "credit", place)
        fields: dict[str, Any] = {"currency": self.usd, "rate": rate} if rate else {}
        lines = []
        if item:
            taken = max((item.open_amount * part).quantize(Decimal("0.01")), Decimal("0.01"))
            across = item.currency != (self.usd if rate else "CNY")
            lines.append(NewItemLine(more if across else taken, item=item.pk, item_amount=taken if across else None))
        total = sum((line.amount or Decimal(0) for line in lines), Decimal(0)) + (more if place % 2 or not lines else 0)
        assert self.enter(kind, *lines, amount=total, **fields) == "done"

    @rule(debit=PLACES, credit=PLACES, part=PARTS)
    def apply(self, debit: int, credit: int, part: Decimal) -> None:
        left, right = self.open("debit", debit), self.open("credit", credit)
        if left and right:
            cent = Decimal("0.01")
            amount = max((min(left.open_amount, right.open_amount) * part).quantize(cent), cent)
            other = max((right.open_amount * part).quantize(cent), cent) if left.currency != right.currency else None
            new = NewApplication(left.pk, right.pk, amount, other)
            made = finance.apply_items([1], company=self.books.company, by=ANN, on=self.day, applications={1: new})
            assert made.table() == [(1, "done")]

    @rule(debit=PLACES, credit=PLACES)
    def offset(self, debit: int, credit: int) -> None:
        left, right = self.open("debit", debit), self.open("credit", credit)
        if left and right and left.currency == right.currency:
            amount = min(left.open_amount, right.open_amount)
            lines = (NewItemLine(amount, item=left.pk), NewItemLine(amount, item=right.pk))
            assert self.enter("offset", *lines, currency=left.currency) == "done"

    @rule(side=st.sampled_from(["debit", "credit"]), place=PLACES, part=PARTS)
    def write_off(self, side: str, place: int, part: Decimal) -> None:
        if item := self.open(side, place):
            amount = max((item.open_amount * part).quantize(Decimal("0.01")), Decimal("0.01"))
            assert self.enter("write_off", NewItemLine(amount, item=item.pk), currency=item.currency) == "done"

    @rule(place=PLACES, part=PARTS, rate=RATES)
    def refund(self, place: int, part: Decimal, rate: Decimal | None) -> None:
        """Give back, in its currency, what is owed to the party or was paid too much."""
        if item := self.open("credit", place):
            amount = max((item.open_amount * part).quantize(Decimal("0.01")), Decimal("0.01"))
            money = {"currency": self.usd, "rate": rate or Decimal(7)} if item.currency == self.usd else {}
            assert self.enter("refund", NewItemLine(amount, item=item.pk), amount=amount, **money) == "done"

    @rule(method=st.sampled_from(ItemRule.Method.values))
    def settle(self, method: str) -> None:
        """Apply what the company's rules pair by themselves."""
        ItemRule.objects.update_or_create(
            company_id=self.books.company, party=None, method=method, defaults={"is_automatic": True}
        )
        done = finance.apply_by_rules(self.books.company, BEN, self.day)
        assert set(done.counts) <= {"done"}

    @rule(place=PLACES)
    def undo(self, place: int) -> None:
        found = list(ItemApplication.objects.filter(company_id=self.books.company).order_by("id"))
        if found:
            one = found[place % len(found)].pk
            code = finance.undo_applications([one], company=self.books.company, by=ANN, on=self.day).verdicts[0].code
            assert code in ("done", "already", "is_reversal", "reverses_document")

    @rule(place=PLACES)
    def take_back(self, place: int) -> None:
        found = list(finance.ItemDocument.objects.filter(company_id=self.books.company).order_by("id"))
        if found:
            one = found[place % len(found)].pk
            done = finance.reverse_item_documents([one], company=self.books.company, by=BEN, on=self.day)
            assert done.verdicts[0].code in ("done", "already", "still_applied")

    @rule(place=PLACES, rate=st.sampled_from(["6.5", "7.2", "7.4567"]))
    def revalue(self, place: int, rate: str) -> None:
        """Bring an item in dollars to this month's closing rate, which may have changed since the last time."""
        if item := self.open("debit" if place % 2 else "credit", place):
            given = {"company_id": self.books.company, "kind": "closing", "currency_id": self.usd}
            on = self.day.replace(day=30)
            ExchangeRate.objects.update_or_create(**given, valid_on=on, defaults={"rate": Decimal(rate)})
            call = {"company": self.books.company, "by": self.books.by, "month": self.day}
            [(_id, code)] = finance.revalue_items([item.pk], **call).table()
            assert code in ("done", "already") if item.currency == self.usd else code == "in_books_currency"
            assert finance.revalue_items([item.pk], **call).table() == [
                (item.pk, "already" if code == "done" else code)
            ]

    @invariant()
    def items_are_the_books(self) -> None:
        assert not broken_laws()
        assert not OpenItem.objects.filter(open_amount=0).exclude(open_book=0).exists()
        for side in ("receivable", "payable"):
            assert ItemAccount.objects.filter(company_id=self.books.company, side=side).exists()
            assert finance.aging(self.books.company, side, self.day).agrees


@pytest.mark.slow
@pytest.mark.django_db
def test_any_order_leaves_nothing_unexplained() -> None:
    run_state_machine_as_test(
        Items,
        settings=settings(
            max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
