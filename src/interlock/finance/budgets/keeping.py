"""Budgets and their totals: written with their lines, changed by versions that approvers see, closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import Actor, Answer, Outcome, current, declare_approvals, needs_approval, operation
from interlock.core.sql import blocks, column, rows, run

from ..models import Budget
from . import ledger
from .reading import forget

SQL = blocks(__file__)
#: The kind of approval that new totals may need.
BUDGET_CHANGE = "budget_change"
NOTHING, CENT, MOST = Decimal(0), Decimal("0.01"), Decimal(10**15)
NAMES = ("category", "channel", "beneficiary", "name")


@dataclass(frozen=True)
class NewBudgetLine:
    """A total and what it is for, by codes; None is an amount that could not be read.

    Without a month it is for all days of the budget. An incentive has a name, and its kind, channel and who enjoys it.
    """

    total: Decimal | None
    account: str = ""
    unit: str = ""
    project: str = ""
    month: date | None = None
    category: str = ""
    channel: str = ""
    beneficiary: str = ""
    name: str = ""


@dataclass(frozen=True)
class NewBudget:
    """A budget to be, or by its code new totals of one that is there; lines that are not named stay as they are."""

    code: str
    name: str
    kind: str
    starts_on: date
    ends_on: date
    lines: tuple[NewBudgetLine, ...]
    reason: str
    control: str = Budget.Control.REFUSE.value
    owner: str = ""


@operation(permission="finance.keep_budgets", documents=False)
def save_budgets(ids: Sequence[int], *, company: int, by: Actor, budgets: Mapping[int, NewBudget], on: date) -> Outcome:
    """Write budgets, or new totals of budgets that are there; ``ids`` are the keys of ``budgets``.

    Where a route of core fits (kind ``budget_change``: by how much the totals rise; ``new``, ``raise`` or ``cut`` as
    its reason) the totals wait for their approval (``waits`` in the detail). A total below what is used is allowed:
    the rest is overdrawn. The answer names the budget and the change.

    Codes, first match wins: not_found, bad_period, empty, no_reason, closed, other_period (the one that is there has
    another kind or other days), change_waiting, bad_amount, account_unknown, dimension_unknown, account_missing,
    department_missing, name_missing, month_outside, duplicate_line, already, done.
    Writes: finance_budget, its lines, a change with its lines; in force, entries of kind adjust and balances.
    Locks: budgets of the company, one set after the other; (7) budget lines by id.
    """
    run(SQL["lock_budgets"], company=company)
    given = {i: budgets[i] for i in ids if i in budgets}
    known = _known(company, given.values())
    codes = sorted({budget.code.strip() for budget in given.values()})
    standing = {row.code: row for row in rows(SQL["standing"], company=company, codes=codes)}
    totals = _totals(company, [row.id for row in standing.values()])
    outcome = Outcome.of(_judge_all(ids, given, standing, known, totals))
    if go := outcome.accepted:
        made = _write(company, by, {i: given[i] for i in go}, known)
        changes = [change for _budget, change in made.values()]
        waiting = needs_approval(company, BUDGET_CHANGE, changes)
        enforce(company, [change for change in changes if change not in waiting], on)
        told = {
            i: {"budget": budget, "change": change} | ({"waits": True} if change in waiting else {})
            for i, (budget, change) in made.items()
        }
        outcome.answer({i: Answer(i, "done", detail) for i, detail in told.items()})
        outcome.timeline = [
            (budget, "asked" if change in waiting else "done") for budget, change in made.values()
        ]  # fmt: skip
    return outcome


@operation(permission="finance.keep_budgets")
def close_budgets(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:  # noqa: ARG001  every operation is told
    """Close budgets: nothing more draws from them, what was used stays.

    Codes, first match wins: not_found, already, change_waiting, reserved (something is promised still), done.
    Writes: finance_budget.state.
    Locks: budgets of the company, one set after the other; (7) budget lines by id.
    """
    run(SQL["lock_budgets"], company=company)
    ledger.lock_lines(company, [row.id for row in rows(SQL["lines_of"], company=company, ids=ids)])
    outcome = Outcome.of(rows(SQL["judge_close"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["close"], company=company, ids=go) == len(go)
    return outcome


def enforce(company: int, changes: Sequence[int], on: date) -> None:
    """Put totals in force that wait for nobody any more; vouchers are read again where lines have come to be."""
    if not changes:
        return
    assert run(SQL["set"], company=company, ids=list(changes)) == len(changes)
    fresh = rows(SQL["begin"], company=company, ids=list(changes))
    ledger.lock_lines(company, [row.line_id for row in rows(SQL["changed_lines"], company=company, ids=list(changes))])
    due = rows(SQL["due"], company=company, ids=list(changes))
    ledger.write(
        company,
        [ledger.Move(row.line_id, ledger.KIND.ADJUST, "budget", row.budget_id, row.delta, on) for row in due],
        admits=False,
    )
    if fresh:
        forget(company, sorted({row.budget_id for row in due} | {row.budget_id for row in fresh}))


# ------------------------------------------------------------------------------------------------------------- judging
def _known(company: int, given: Any) -> dict[tuple[str, str], int]:
    """Answer what codes stand for, by (kind, code)."""
    given = list(given)
    lines = [line for budget in given for line in budget.lines]
    found = rows(
        SQL["known"], company=company, accounts=sorted({line.account for line in lines}),
        units=sorted({line.unit for line in lines}), projects=sorted({line.project for line in lines}),
        owners=sorted({budget.owner for budget in given}),
    )  # fmt: skip
    return {(row.kind, row.code): row.id for row in found}


def _totals(company: int, budgets: Sequence[int]) -> dict[tuple[int, tuple[Any, ...]], Any]:
    """Answer the lines of budgets by budget and what they are for."""
    found = rows(SQL["totals"], company=company, ids=column(list(budgets)))
    return {(row.budget_id, tuple(row[3:])): row for row in found}


def _judge_all(ids: Sequence[int], given: Mapping[int, NewBudget], standing: Any, known: Any, totals: Any) -> list[Any]:
    """Judge each; a code named twice in a set is one budget, and the second of them has to wait."""
    seen: set[str] = set()
    judged: list[Any] = []
    for i in ids:
        budget = given.get(i)
        if budget is None:
            judged.append((i, "not_found", {}))
            continue
        code = budget.code.strip()
        found = _judge(budget, standing.get(code), known, totals)
        if found[0] == "done" and code in seen:
            found = ("change_waiting", {})
        if found[0] == "done":
            seen.add(code)
        judged.append((i, *found))
    return judged


def _judge(budget: NewBudget, row: Any, known: Mapping[Any, int], totals: Any) -> tuple[str, dict[str, Any]]:
    if budget.ends_on < budget.starts_on:
        return "bad_period", {}
    if not budget.lines or not budget.code.strip() or len(budget.code.strip()) > 24 or not budget.name.strip():
        return "empty", {}
    if not budget.reason.strip():
        return "no_reason", {}
    if row is not None:
        if row.state == "closed":
            return "closed", {}
        if (row.kind, row.starts_on, row.ends_on) != (budget.kind, budget.starts_on, budget.ends_on):
            return "other_period", {}
        if row.waits:
            return "change_waiting", {}
    for place, line in enumerate(budget.lines, start=1):
        if code := _fault(budget, line, known):
            return code, {"line": place}
    keys = [_key(line, known) for line in budget.lines]
    if len(set(keys)) < len(keys):
        return "duplicate_line", {}
    if row is not None and all(
        (found := totals.get((row.id, key))) is not None and found.total_amount == line.total
        for key, line in zip(keys, budget.lines, strict=True)
    ):
        return "already", {"budget": row.id}
    return "done", {}


def _fault(budget: NewBudget, line: NewBudgetLine, known: Mapping[Any, int]) -> str:
    total = line.total
    if total is None or not total.is_finite() or not 0 <= total < MOST or total != total.quantize(CENT):
        return "bad_amount"
    if line.account and ("account", line.account) not in known:
        return "account_unknown"
    if any(getattr(line, name) and (name, getattr(line, name)) not in known for name in ("unit", "project")):
        return "dimension_unknown"
    if budget.owner and ("owner", budget.owner) not in known:
        return "dimension_unknown"
    if budget.kind != Budget.Kind.INCENTIVE.value:
        if not line.account:
            return "account_missing"
        if budget.kind == Budget.Kind.DEPARTMENT.value and not line.unit:
            return "department_missing"
    elif not line.name.strip():
        return "name_missing"
    if line.month is not None:
        first = line.month.replace(day=1)
        if not budget.starts_on.replace(day=1) <= first <= budget.ends_on:
            return "month_outside"
    return ""


def _key(line: NewBudgetLine, known: Mapping[Any, int]) -> tuple[Any, ...]:
    """Answer what a line is for, as the table holds it."""
    month = line.month.replace(day=1) if line.month else None
    names = [getattr(line, name).strip()[: 40 if name in NAMES[:2] else 60] for name in NAMES]
    ids = [known.get((name, getattr(line, name))) for name in ("account", "unit", "project")]
    return (*ids, month, *names)


# ------------------------------------------------------------------------------------------------------------- writing
def _write(
    company: int, by: Actor, given: Mapping[int, NewBudget], known: Mapping[Any, int]
) -> dict[int, tuple[int, int]]:
    """Write budgets, what is new of their lines, and the change; answers budget and change of each id."""
    heads = list(given.values())
    made = rows(
        SQL["save"], company=company, run=current().run_id, codes=[one.code.strip() for one in heads],
        names=[one.name.strip()[:120] for one in heads], kinds=[one.kind for one in heads],
        controls=[one.control for one in heads], starts=[one.starts_on for one in heads],
        ends=[one.ends_on for one in heads], owners=column(known.get(("owner", one.owner)) for one in heads),
    )  # fmt: skip
    budgets = {row.code: row.id for row in made}
    flat = [(budgets[one.code.strip()], line, _key(line, known)) for one in heads for line in one.lines]
    keys = list(zip(*(key for _budget, _line, key in flat), strict=True))
    given_lines: dict[str, Any] = {
        "budgets": column(budget for budget, _line, _key in flat),
        "accounts": column(keys[0]), "units": column(keys[1]), "projects": column(keys[2]), "months": list(keys[3]),
        "categories": list(keys[4]), "channels": list(keys[5]), "beneficiaries": list(keys[6]), "names": list(keys[7]),
    }  # fmt: skip
    run(SQL["lines"], company=company, **given_lines)
    changes = rows(
        SQL["change"], company=company, run=current().run_id, me=by.user_id,
        budgets=column(budgets[one.code.strip()] for one in heads),
        reasons=[one.reason.strip()[:240] for one in heads],
    )  # fmt: skip
    of = {row.budget_id: row.id for row in changes}
    placed = _totals(company, list(of))
    lines = [(of[budget], placed[budget, key], line.total) for budget, line, key in flat]
    written = run(
        SQL["change_lines"], company=company, changes=column(change for change, _row, _total in lines),
        lines=column(row.line_id for _change, row, _total in lines),
        befores=column(row.total_amount for _change, row, _total in lines),
        totals=column(total for _change, _row, total in lines),
    )  # fmt: skip
    assert written == len(lines)
    assert run(SQL["sum_changes"], company=company, ids=column(list(of.values()))) == len(of)
    return {i: (budgets[one.code.strip()], of[budgets[one.code.strip()]]) for i, one in given.items()}


# ----------------------------------------------------------------------------------------------------------- approvals
def _lock(company: int, ids: Sequence[int]) -> None:
    run(SQL["lock_changes"], company=company, ids=ids)


def _facts(company: int, ids: Sequence[int]) -> list[Any]:
    return rows(SQL["facts"], company=company, ids=ids)


def _approved(company: int, notes: Mapping[int, str]) -> None:
    enforce(company, list(notes), rows(SQL["today"], company=company)[0].day)


def _returned(company: int, notes: Mapping[int, str]) -> None:
    run(SQL["reject"], company=company, ids=list(notes))


declare_approvals(
    BUDGET_CHANGE, _("Budget change"), asks="finance.keep_budgets", lock=_lock, facts=_facts, on_approved=_approved,
    on_returned=_returned,
)  # fmt: skip
