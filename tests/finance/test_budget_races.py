"""Two and eight at once over the last of a budget; figures of any order of moves; allocations run once."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from interlock.finance import api as finance
from interlock.finance.models import AllocationRun, BudgetChange
from tests.races import races

from .budgeting import FIRST, LAST, Budgets, line
from .building import DAY, Fact, broken_laws
from .test_allocations import rule, spend
from .test_drafts import ANN, BEN
from .test_together import _at_once as at_once


@pytest.fixture
def books(committed: None) -> Budgets:
    return Budgets()


@races(
    "finance.save_budgets", "finance.close_budgets", "finance.use_budgets", "finance.use_incentives",
    "finance.run_allocations", "finance.reverse_allocations",
)  # fmt: skip
def test_overlapping_sets_in_opposite_order(books: Budgets) -> None:
    call = books.call()
    new = {n: finance.NewBudget(f"B{n}", "B", "account", FIRST, LAST, (line("500", unit="D1"),), "y") for n in (1, 2)}
    save = [partial(finance.save_budgets, ids, budgets=new, on=DAY, **call) for ids in ([1, 2], [2, 1])]
    assert sum((answer.counts for answer in at_once(*save)), Counter()) == {"done": 2, "already": 2}
    assert BudgetChange.objects.count() == 2
    [kept] = books.budget(line("100", account="", name="gift"), code="I", kind="incentive")
    uses = {n: finance.NewUse(kept, Decimal(60), DAY, f"HT-{n}") for n in (1, 2)}
    grant = [partial(finance.use_incentives, ids, uses=uses, **call) for ids in ([1, 2], [2, 1])]
    granted = sum((answer.counts for answer in at_once(*grant)), Counter())
    assert granted["done"] == 1
    assert books.figures(kept) == (100, 0, 60, 0)
    books.rule("cost", debit="6602", credit="1405")
    facts = [Fact({"cost": "7"}, unit=books.departments[0], on=date(2026, 11, day)) for day in range(1, 9)]
    books.post(books.record("goods_shipped", *facts))
    vouchers = list(
        finance.Voucher.objects.filter(company_id=books.company).order_by("id").values_list("pk", flat=True)
    )
    use = partial(finance.use_budgets, **call)
    answers = at_once(partial(use, vouchers), partial(use, vouchers[::-1]))
    assert sum((answer.counts for answer in answers), Counter()) == {"done": 8, "already": 8}
    spend(books, "90.00")
    rules = [rule(books), rule(books, "R2", sequence=20, source_unit_id=books.departments[0])]
    go = partial(finance.run_allocations, month=DAY, **call)
    assert sum((a.counts for a in at_once(partial(go, rules), partial(go, rules[::-1]))), Counter())["done"] == 2
    runs = list(AllocationRun.objects.order_by("id").values_list("pk", flat=True))
    back = partial(finance.reverse_allocations, **call)
    found = sum((a.counts for a in at_once(partial(back, runs), partial(back, runs[::-1]))), Counter())
    assert found == {"done": 2, "already": 2}
    finance.read_budgets(books.company, books.by)
    budgets = list(finance.Budget.objects.order_by("id").values_list("pk", flat=True))
    close = partial(finance.close_budgets, **call)
    closed = sum((a.counts for a in at_once(partial(close, budgets), partial(close, budgets[::-1]))), Counter())
    assert closed == {"done": 3, "already": 3}
    assert not broken_laws()


@pytest.mark.slow
@pytest.mark.parametrize("threads", [2, 8])
def test_the_last_of_a_budget_goes_to_one(books: Budgets, threads: int) -> None:
    """Every one of them asks for what only one can have; who is refused asks in vain, whoever comes first."""
    [only] = books.budget(line("100"))
    drafts = [books.draft("60") for _n in range(threads)]
    answers = at_once(*(partial(finance.submit_drafts, [draft], **books.call(ANN)) for draft in drafts))
    assert sum((answer.counts for answer in answers), Counter()) == {"done": 1, "over_budget": threads - 1}
    assert books.figures(only) == (100, 60, 0, 0)
    [winner] = [draft for draft, answer in zip(drafts, answers, strict=True) if answer.counts["done"]]
    answers = at_once(
        partial(finance.post_drafts, [winner], **books.call(BEN)),
        *(partial(finance.submit_drafts, [draft], **books.call(ANN)) for draft in drafts if draft != winner),
    )
    assert books.figures(only) == (100, 0, 60, 0)
    assert not broken_laws()
