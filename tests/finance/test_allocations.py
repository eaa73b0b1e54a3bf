"""Allocations: shares to the cent, each basis, rules in their order, once a month, taken back, and the close."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interlock.finance import api as finance
from interlock.finance.closing.checklist import ask, scope_of
from interlock.finance.models import (
    AccountDimension,
    AllocationLine,
    AllocationRule,
    AllocationRun,
    AllocationTarget,
    ClosePolicy,
    Statistic,
)

from .budgeting import Budgets
from .building import broken_laws

MONTH = date(2026, 11, 1)


@pytest.fixture
def books(db: None) -> Budgets:
    return Budgets()


def rule(books: Budgets, code: str = "R1", shares: tuple[str | None, ...] = ("1", "2"), **of: object) -> int:
    """Write a rule from what names no unit on 6602 to the departments; answers it."""
    given = {"basis": "shares", "source_account": books.account("6602"), "valid_from": date(2026, 1, 1), **of}
    made = AllocationRule.objects.create(company_id=books.company, code=code, name_en=code, name_zh=code, **given)
    for unit, share in zip(books.departments, shares, strict=True):
        AllocationTarget.objects.create(company_id=books.company, rule=made, unit_id=unit, share=share)
    return made.pk


def spend(books: Budgets, amount: str, unit: int | None = None, account: str = "6602") -> None:
    money = Decimal(amount)
    lines = (finance.ManualLine(account, debit=money, unit=unit), finance.ManualLine("1002", credit=money))
    assert books.voucher(*lines).counts == {"done": 1}


def codes(books: Budgets, *rules: int, month: date = MONTH, **options: object) -> list[str]:
    answer = finance.run_allocations(list(rules), month=month, **books.call(), **options)
    return [code for _i, code in answer.table()]


def taken(books: Budgets) -> list[str]:
    found = AllocationLine.objects.filter(company_id=books.company).order_by("id")
    return [f"{row.amount}" for row in found]


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    st.lists(st.decimals(min_value=0, max_value=10**6, places=6), min_size=1, max_size=9).filter(lambda w: sum(w) > 0),
)
def test_shares_are_the_whole_to_the_cent(amount: Decimal, weights: list[Decimal]) -> None:
    parts = finance.shares_of(amount, weights)
    assert sum(parts) == amount
    assert all(part == part.quantize(Decimal("0.01")) for part in parts)
    largest = weights.index(max(weights))
    exact = [amount * weight / sum(weights) for weight in weights]
    assert all(
        abs(p - e) <= Decimal("0.005") for n, (p, e) in enumerate(zip(parts, exact, strict=True)) if n != largest
    )


def test_every_verdict_and_every_basis(books: Budgets) -> None:
    spend(books, "100.00")
    first = rule(books)
    assert codes(books, first, policy="dry_run") == ["done"]
    [plan] = finance.plan_allocations(books.company, MONTH)
    assert [(f"{p.source}", f"{p.weight}", f"{p.amount}") for p in plan.parts] == [
        ("100.00", "1.000000", "33.33"), ("100.00", "2.000000", "66.67"),
    ]  # fmt: skip
    assert not AllocationRun.objects.exists()
    answer = finance.run_allocations([first, 999], month=MONTH, **books.call())
    assert answer.table() == [(first, "done"), (999, "not_found")]
    assert answer.verdicts[0].detail["amount"] == "100.00"
    assert taken(books) == ["33.33", "66.67"]
    assert books.balances()["6602"] == 100
    assert codes(books, first) == ["already"]
    assert codes(books, first, month=date(2025, 1, 1)) == ["not_valid"]
    people = rule(books, "R2", (None, None), sequence=20, basis="statistic", statistic="PEOPLE",
                  source_account=books.account("660103"), target_account=books.account("6602"))  # fmt: skip
    spend(books, "0.05", account="660103")
    assert codes(books, people) == ["basis_missing"]
    for unit, value in zip(books.departments, (1, 1), strict=True):
        Statistic.objects.create(company_id=books.company, code="PEOPLE", unit_id=unit, month=MONTH, value=value)
    assert codes(books, people) == ["done"]
    assert taken(books)[2:] == ["0.02", "0.03"]  # halves round away from zero, the first of the largest takes the rest
    last = rule(books, "R3", (None, None), sequence=30, basis="account", basis_account=books.account("6602"),
                source_account=books.account("660102"))  # fmt: skip
    early = rule(books, "R0", sequence=5, source_account=books.account("660102"))
    assert codes(books, last) == ["nothing_to_allocate"]
    spend(books, "300.00", account="660102")
    assert codes(books, last) == ["earlier_rule_open"]
    AllocationTarget.objects.filter(rule=early).delete()
    assert codes(books, last, early) == ["earlier_rule_open", "no_targets"]
    AllocationRule.objects.filter(pk=early).update(state="off")
    assert codes(books, last) == ["done"]
    assert taken(books)[4:] == ["100.00", "200.00"]
    other = Budgets("OTHER")
    assert codes(other, first) == ["not_found"]
    assert not broken_laws()


def test_an_account_that_asks_for_more_than_a_unit_is_named(books: Budgets) -> None:
    """A department is said by what takes and by what gives; a project by neither."""
    spend(books, "10.00")
    spend(books, "6.00", unit=books.departments[0])
    without, within = rule(books), rule(books, "R2", source_unit_id=books.departments[0], sequence=20)
    asks = lambda dimension: AccountDimension.objects.create(  # noqa: E731
        company_id=books.company, account=books.account("6602"), dimension=dimension
    )
    department = asks("department")
    answer = finance.run_allocations([without, within], month=MONTH, **books.call(), policy="dry_run")
    assert answer.table() == [(without, "dimension_missing"), (within, "earlier_rule_open")]
    assert answer.verdicts[0].detail == {"account": "6602", "dimension": "department"}
    AllocationRule.objects.filter(pk=without).update(state="off")
    assert codes(books, within, policy="dry_run") == ["done"]
    department.delete()
    asks("project")
    assert codes(books, within) == ["dimension_missing"]
    assert not AllocationRun.objects.exists()


def test_a_run_is_taken_back_and_runs_again_and_not_in_a_closed_month(books: Budgets) -> None:
    spend(books, "10.00")
    only = rule(books)
    [budget] = books.budget(finance.NewBudgetLine(Decimal(5), "6602", unit="D1"), kind="department")
    assert codes(books, only) == ["done"]
    finance.read_budgets(books.company, books.by)
    assert books.figures(budget) == (5, 0, 3, 0)
    run = AllocationRun.objects.get()
    back = lambda: finance.reverse_allocations([run.pk, 999], **books.call()).table()  # noqa: E731
    assert back() == [(run.pk, "done"), (999, "not_found")]
    assert back() == [(run.pk, "already"), (999, "not_found")]
    other = Budgets("OTHER")
    assert finance.reverse_allocations([run.pk], **other.call()).table() == [(run.pk, "not_found")]
    finance.read_budgets(books.company, books.by)
    assert books.figures(budget) == (5, 0, 0, 0)
    assert codes(books, only) == ["done"]
    books.shut(MONTH)
    again = AllocationRun.objects.get(state="posted")
    assert finance.reverse_allocations([again.pk], **books.call()).table() == [(again.pk, "period_closed")]
    assert not broken_laws()


def test_the_close_asks_for_them_where_the_policy_says_so(books: Budgets) -> None:
    spend(books, "10.00")
    only = rule(books)
    scope = scope_of(books.company, MONTH)
    assert not ask(scope, ["allocation_books"])["allocation_books"].findings
    ClosePolicy.objects.create(company_id=books.company, code="allocations_block", value=1)
    scope = scope_of(books.company, MONTH)
    assert [f.code for f in ask(scope, ["allocation_books"])["allocation_books"].findings] == ["allocation_not_run"]
    assert codes(books, only) == ["done"]
    assert not ask(scope, ["allocation_books"])["allocation_books"].findings
