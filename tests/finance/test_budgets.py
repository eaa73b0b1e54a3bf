"""Budgets: written and changed, reserved when asked for, used by what the books say, refused above their totals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from interlock.core.api import Answer
from interlock.finance import api as finance
from interlock.finance.api import NewItemDocument, NewItemLine
from interlock.finance.models import BudgetChange, BudgetEntry, BudgetThreshold, Voucher

from .budgeting import FIRST, LAST, Budgets, line
from .building import DAY, Fact, broken_laws
from .test_drafts import ANN, BEN


@pytest.fixture
def books(db: None) -> Budgets:
    return Budgets()


def test_every_verdict_of_a_budget(books: Budgets) -> None:
    assert books.save(line("100"), ends_on=date(2025, 1, 1)).table() == [(1, "bad_period")]
    assert books.save().table() == [(1, "empty")]
    assert books.save(line("100"), reason=" ").table() == [(1, "no_reason")]
    faults = {
        "bad_amount": line(None), "account_unknown": line("1", account="9999"),
        "account_missing": line("1", account=""),
        "dimension_unknown": line("1", unit="D9"), "month_outside": line("1", month=date(2027, 1, 1)),
    }  # fmt: skip
    for code, wrong in faults.items():
        assert books.save(line("5"), wrong).table() == [(1, code)]
    assert books.save(line("1"), kind="department").table() == [(1, "department_missing")]
    assert books.save(line("1"), kind="incentive").table() == [(1, "name_missing")]
    assert books.save(line("1"), line("2")).table() == [(1, "duplicate_line")]
    [verdict] = books.save(line("100"), line("50", unit="D1", month=DAY)).verdicts
    assert verdict.code == "done"
    assert books.save(line("100")).table() == [(1, "already")]
    assert books.save(line("100"), ends_on=date(2026, 6, 30)).table() == [(1, "other_period")]
    assert books.save(line("120")).table() == [(1, "done")]
    budget = verdict.detail["budget"]
    assert [c.number for c in BudgetChange.objects.filter(budget=budget).order_by("id")] == [1, 2]
    assert finance.save_budgets([7], budgets={}, on=DAY, **books.call()).table() == [(7, "not_found")]
    close = [budget, 999]
    assert finance.close_budgets(close, policy="dry_run", **books.call()).table() == [
        (budget, "done"),
        (999, "not_found"),
    ]
    assert finance.close_budgets(close, **books.call()).table() == [(budget, "done"), (999, "not_found")]
    assert finance.close_budgets([budget], **books.call()).table() == [(budget, "already")]
    assert books.save(line("130")).table() == [(1, "closed")]
    other = Budgets("OTHER")
    assert finance.close_budgets([budget], **other.call()).table() == [(budget, "not_found")]
    assert not broken_laws()


def test_what_is_asked_for_is_reserved_and_what_is_posted_is_used(books: Budgets) -> None:
    [whole] = books.budget(line("1000"))
    [own] = books.budget(line("300", unit="D1"), code="D1", kind="department")
    first, second, third = books.draft("200", "D1"), books.draft("150", "D1"), books.draft("150", "D2")
    answer = finance.submit_drafts([first, second, third], **books.call(ANN))
    assert [code for _i, code in answer.table()] == ["done", "over_budget", "done"]
    assert answer.verdicts[1].detail == {"budget": "D1", "total": "300.00", "free": "100.00", "asked": "150.00"}
    assert (books.figures(whole), books.figures(own)) == ((1000, 350, 0, 0), (300, 200, 0, 0))
    assert finance.send_back_drafts([third], note="why", **books.call(BEN)).counts == {"done": 1}
    assert books.figures(whole) == (1000, 200, 0, 0)
    assert books.submit(third) == ["done"]
    assert books.post_drafts(first, third) == ["done", "done"]
    assert (books.figures(whole), books.figures(own)) == ((1000, 0, 350, 0), (300, 0, 200, 0))
    assert finance.cancel_drafts([second], **books.call(ANN)).counts == {"done": 1}
    assert not finance.read_budgets(books.company, books.by)
    back = books.draft("50", "D1", back=True)
    assert (books.submit(back), books.post_drafts(back)) == (["done"], ["done"])
    assert (books.figures(whole), books.figures(own)) == ((1000, 0, 300, 0), (300, 0, 150, 0))
    assert not broken_laws()


def test_facts_are_never_refused_and_show_as_overdrawn(books: Budgets) -> None:
    """What came from events is read in sets beside posting, once, and again when a voucher has grown."""
    books.rule("cost", debit="6602", credit="1405")
    unit = books.departments[0]
    events = books.record("goods_shipped", Fact({"cost": "80"}, unit=unit), Fact({"cost": "50"}, unit=unit))
    books.post(events[:1])
    [own] = books.budget(line("100", unit="D1"), kind="department")
    assert books.figures(own) == (100, 0, 0, 0)
    assert finance.read_budgets(books.company, books.by) == 1
    assert books.figures(own) == (100, 0, 80, 0)
    books.post(events[1:])
    assert books.submit(books.draft("30", "D1")) == ["over_budget"]
    assert finance.read_budgets(books.company, books.by) == 1
    assert books.figures(own) == (100, 0, 130, 30)
    voucher = Voucher.objects.get(company_id=books.company, event_kind="goods_shipped")
    other = Budgets("OTHER")
    assert finance.use_budgets([voucher.pk], **other.call()).table() == [(voucher.pk, "not_found")]
    assert finance.use_budgets([voucher.pk], **books.call()).table() == [(voucher.pk, "already")]
    assert books.save(line("200", unit="D1"), kind="department").table() == [(1, "done")]
    assert books.figures(own) == (200, 0, 130, 0)
    books.shut(date(2026, 11, 1))
    assert books.submit(books.draft("30", "D1")) == ["period_closed"]
    assert not broken_laws()


def test_what_a_budget_does_is_data(books: Budgets) -> None:
    """The same spend is refused, warned of or only counted; a threshold stops before the total is reached."""
    [only] = books.budget(line("100"), control="warn")
    told = finance.submit_drafts([books.draft("150")], **books.call(ANN)).verdicts[0]
    assert (told.code, told.detail["warned"]["free"]) == ("done", "100.00")
    assert books.figures(only) == (100, 150, 0, 50)
    assert books.save(line("1000"), control="none").counts == {"done": 1}
    assert books.submit(books.draft("2000")) == ["done"]
    BudgetThreshold.objects.create(company_id=books.company, used_pct=80, action="stop")
    assert books.submit(books.draft("1")) == ["budget_stopped"]
    assert not broken_laws()


def test_incentives_are_granted_at_the_rate_their_use_allows(books: Budgets) -> None:
    kept, booked = books.budget(
        line("900000", account="", category="专项激励", channel="非电", beneficiary="业务员", name="大客户"),
        line("10", name="booked"), kind="incentive",
    )  # fmt: skip

    def grant(amount: str, number: str, of: int = kept, **more: object) -> tuple[str, dict]:
        new = finance.NewUse(of, Decimal(amount), more.get("on", DAY), number)  # type: ignore[arg-type]
        [verdict] = finance.use_incentives([1], uses={1: new}, **books.call()).verdicts
        return verdict.code, dict(verdict.detail)

    assert grant("180000", "HT-1") == ("done", {"granted": "180000.00"})
    assert grant("180000", "HT-1")[0] == "already"
    assert grant("1", "x", of=999)[0] == "not_found"
    assert grant("1", "x", of=booked)[0] == "used_by_books"
    assert grant("0", "x")[0] == "bad_amount"
    assert grant("-180001", "x")[0] == "bad_amount"
    assert grant("1", " ")[0] == "number_missing"
    assert grant("1", "x", on=date(2027, 1, 1))[0] == "outside"
    assert grant("720001", "HT-2")[0] == "over_budget"
    BudgetThreshold.objects.create(company_id=books.company, used_pct=20, action="lower", rate_pct=50)
    assert grant("200000", "HT-3") == ("done", {"granted": "100000.00", "rate_pct": "50.00"})
    assert finance.rates_of(books.company, [kept]) == {kept: 50}
    BudgetThreshold.objects.create(company_id=books.company, used_pct=30, action="stop")
    assert grant("1", "HT-4")[0] == "budget_stopped"
    assert grant("-10000", "HT-3b") == ("done", {"granted": "-10000"})
    assert books.figures(kept) == (900000, 0, 270000, 0)
    assert BudgetEntry.objects.filter(line=kept, kind="reverse").count() == 1
    other = Budgets("OTHER")
    theirs = finance.NewUse(kept, Decimal(1), DAY, "x")
    assert finance.use_incentives([1], uses={1: theirs}, **other.call()).table() == [(1, "not_found")]
    assert not broken_laws()


def test_the_same_call_twice_is_one(books: Budgets) -> None:
    key = uuid4()
    new = finance.NewBudget("K", "K", "account", FIRST, LAST, (line("10"),), "year")
    for _again in range(2):
        answer = finance.save_budgets([1], budgets={1: new}, on=DAY, key=key, **books.call())
        assert answer.counts == {"done": 1}
    assert answer.replayed


def test_a_bill_is_warned_of_when_written_and_refused_when_posted(books: Budgets) -> None:
    """A supplier's bill is written as it is; beyond the budget it is not posted until the budget has room."""
    [spent] = books.budget(line("150", unit="D1"))

    def bill(amount: str, number: str) -> Answer:
        given = NewItemLine(Decimal(amount), account="6602", unit="D1", tax=Decimal(9))
        new = NewItemDocument("bill", "BOOKS-P", DAY, (given,), reference=number)
        return finance.save_item_documents([1], documents={1: new}, **books.call(ANN)).verdicts[0]

    def post(*bills: int) -> list[str]:
        return [code for _i, code in finance.post_item_documents(list(bills), **books.call(BEN)).table()]

    first, second = bill("100", "B-1"), bill("60", "B-2")
    assert "warned" not in second.detail, "each fits alone"
    one, two = first.detail["document"], second.detail["document"]
    assert post(one, two) == ["done", "over_budget"]
    assert books.figures(spent) == (150, 0, 100, 0), "read at once; VAT is not spent"
    third = bill("60", "B-3")
    assert (third.code, third.detail["warned"]["free"]) == ("done", "50.00")
    finance.reverse_item_documents([one], on=DAY, **books.call(BEN))
    finance.read_budgets(books.company, books.by)
    assert books.figures(spent) == (150, 0, 0, 0)
    assert post(two) == ["done"]
    BudgetThreshold.objects.create(company_id=books.company, used_pct=30, action="stop")
    assert post(third.detail["document"]) == ["budget_stopped"]
    assert not broken_laws()
