"""Allocations of a month: what each rule would move and why, the vouchers that do it, and their reversal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from interlock.core.api import (
    Actor,
    Answer,
    Module,
    Outcome,
    current,
    first_of_month,
    lock_period_exclusively,
    operation,
)
from interlock.core.sql import blocks, column, rows, run

from ..operations.vouchers import ManualLine, ManualVoucher, write_vouchers

SQL = blocks(__file__)
NOTHING, CENT = Decimal(0), Decimal("0.01")
#: A rule that is so stands in no later rule's way.
SETTLED = ("already", "not_valid", "nothing_to_allocate")


@dataclass(frozen=True)
class Part:
    """What a unit takes of one account: the amount that stood there, and the weights it was shared out by."""

    account: Any
    target: Any
    unit: int
    unit_code: str
    source: Decimal
    weight: Decimal
    weights: Decimal
    amount: Decimal


@dataclass
class Plan:
    """A rule in a month: its code as ``run_allocations`` would answer it, and every part with its derivation."""

    rule: Any
    code: str
    parts: list[Part] = field(default_factory=list)
    run: int | None = None
    lacks: dict[str, str] = field(default_factory=dict)  # the account that asks for more than a unit, and the dimension

    @property
    def amount(self) -> Decimal:
        return sum((part.amount for part in self.parts), NOTHING)


def shares_of(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Share an amount out to the cent; each part is rounded once, and the largest weight takes what is left over."""
    whole = sum(weights, NOTHING)
    parts = [(amount * weight / whole).quantize(CENT, ROUND_HALF_UP) for weight in weights]
    largest = max(range(len(weights)), key=lambda place: (weights[place], -place))
    parts[largest] += amount - sum(parts, NOTHING)
    return parts


def plan_allocations(company: int, month: date, rules: Sequence[int] | None = None) -> list[Plan]:
    """Answer what the rules would move in a month, in their order: a later one sees what an earlier one has moved.

    Reads only; all rules of the company when none are named.
    """
    first = first_of_month(month)
    found = rows(SQL["rules"], company=company, month=first)
    moved = _Moved(company, first)
    required = {row.account_id: row.dimensions for row in rows(SQL["required"], company=company)}
    targets: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows(SQL["targets"], company=company, rules=[rule.id for rule in found], month=first):
        targets[row.rule_id].append(row)
    wanted = {rule.id for rule in found} if rules is None else set(rules)
    plans, open_before = [], None
    for rule in found:
        plan = _plan(rule, targets[rule.id], moved, required)
        if plan.code == "done" and open_before is not None and open_before < rule.sequence:
            plan.code = "earlier_rule_open"
        if plan.code == "done" and rule.id in wanted:
            moved.move(rule, plan.parts)
        elif plan.code not in SETTLED and open_before is None:
            open_before = rule.sequence
        plans.append(plan)
    return [plan for plan in plans if plan.rule.id in wanted]


class _Moved:
    """What accounts moved in a month by unit, as the journal says and as rules before would change it."""

    def __init__(self, company: int, first: date) -> None:
        after = (first + timedelta(days=31)).replace(day=1)
        found = rows(SQL["moved"], company=company, first=first, after=after)
        self.accounts = {row.account_id: row for row in found}
        self.amounts: defaultdict[tuple[int, int | None], Decimal] = defaultdict(Decimal)
        for row in found:
            self.amounts[row.account_id, row.unit_id] += row.amount

    def on(self, code: str, unit: int | None) -> list[tuple[Any, Decimal]]:
        """Answer the accounts below a code with what they moved for a unit, by code."""
        parts = [
            (self.accounts[account], amount)
            for (account, of), amount in self.amounts.items()
            if of == unit and amount and self.accounts[account].code.startswith(code)
        ]
        return sorted(parts, key=lambda part: part[0].code)

    def move(self, rule: Any, parts: Sequence[Part]) -> None:
        for part in parts:
            self.accounts.setdefault(part.target.account_id, part.target)
            self.amounts[part.account.account_id, rule.source_unit_id] -= part.amount
            self.amounts[part.target.account_id, part.unit] += part.amount


def _plan(rule: Any, targets: Sequence[Any], moved: _Moved, required: Mapping[int, Sequence[str]]) -> Plan:
    if rule.run_id is not None:
        return Plan(rule, "already", run=rule.run_id)
    if not rule.holds:
        return Plan(rule, "not_valid")
    if not targets:
        return Plan(rule, "no_targets")
    if rule.target_closed:
        return Plan(rule, "account_closed")
    if rule.period != "open":
        return Plan(rule, "period_closed")
    weights = [_weight(rule, target, moved) for target in targets]
    if sum(weights, NOTHING) <= 0 or min(weights) < 0:
        return Plan(rule, "basis_missing")
    made = Plan(rule, "done")
    for account, amount in moved.on(rule.source_code, rule.source_unit_id):
        target = rule if rule.target_account_id else account
        goes = _Account(rule.target_account_id, rule.target_code) if target is rule else account
        for unit, weight, part in zip(targets, weights, shares_of(amount, weights), strict=True):
            if part:
                made.parts.append(
                    Part(account, goes, unit.unit_id, unit.unit_code, amount, weight, sum(weights, NOTHING), part)
                )
    if not made.parts:
        made.code = "nothing_to_allocate"
    elif lacking := _lacking(rule, targets, made.parts, required):
        made.code, made.lacks = "dimension_missing", lacking
    return made


def _lacking(
    rule: Any, targets: Sequence[Any], parts: Sequence[Part], required: Mapping[int, Sequence[str]]
) -> dict[str, str]:
    """Answer an account that asks for what a line of the voucher does not say: it names a department or a shop."""
    kinds = {target.unit_id: target.unit_kind for target in targets}
    for part in parts:
        for account, said in ((part.account, rule.source_kind), (part.target, kinds[part.unit])):
            for dimension in required.get(account.account_id, ()):
                if dimension != said:
                    return {"account": account.code, "dimension": dimension}
    return {}


@dataclass(frozen=True)
class _Account:
    account_id: int
    code: str


def _weight(rule: Any, target: Any, moved: _Moved) -> Decimal:
    if rule.basis == "shares":
        return Decimal(target.share or 0)
    if rule.basis == "statistic":
        return Decimal(target.figure or 0)
    return sum((amount for _account, amount in moved.on(rule.basis_code, target.unit_id)), NOTHING)


@operation(permission="finance.run_allocations")
def run_allocations(ids: Sequence[int], *, company: int, by: Actor, month: date) -> Outcome:  # noqa: ARG001
    """Post what rules allocate in a month: one voucher a rule on its last day, once; ``ids`` are rules.

    They run in their sequence, whatever the order they are named in. The answer names the voucher and the amount.
    Codes, first match wins: not_found, already, not_valid (in this month), no_targets, account_closed, period_closed,
    basis_missing, nothing_to_allocate, dimension_missing (an account asks for more than a department or shop: named),
    earlier_rule_open, done.
    Writes: finance_allocationrun, its lines; finance_voucher (posted), journal, totals, balances.
    Locks: (1) the finance period, exclusive: nobody posts what is being shared out; (8) balances; (9) counters.
    """
    first = first_of_month(month)
    lock_period_exclusively(company, Module.FINANCE, first)
    plans = {plan.rule.id: plan for plan in plan_allocations(company, first, ids)}
    outcome = Outcome.of([(i, plans[i].code, plans[i].lacks) if i in plans else (i, "not_found", {}) for i in ids])
    if outcome.accepted:
        accepted = set(outcome.accepted)
        go = [plan for rule, plan in plans.items() if rule in accepted]
        on = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        accounts = {
            one.code: one.account_id for plan in go for part in plan.parts for one in (part.account, part.target)
        }
        made = write_vouchers(company, [_voucher(plan, on) for plan in go], accounts)
        runs = rows(
            SQL["make"], company=company, run=current().run_id, month=first, rules=column(p.rule.id for p in go),
            amounts=column(p.amount for p in go), vouchers=column(made),
        )  # fmt: skip
        _note(company, [(row.id, part) for row, plan in zip(runs, go, strict=True) for part in plan.parts])
        outcome.answer(
            {
                plan.rule.id: Answer(plan.rule.id, "done", {"voucher": voucher, "amount": f"{plan.amount}"})
                for plan, voucher in zip(go, made, strict=True)
            }
        )
        outcome.timeline = [(row.id, "done") for row in runs] + [(voucher, "done") for voucher in made]
    return outcome


@operation(permission="finance.run_allocations")
def reverse_allocations(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:  # noqa: ARG001
    """Take allocations back by vouchers that mirror theirs, on the same day; the rule may run again after that.

    Codes, first match wins: not_found, already, period_closed, done.
    Writes: finance_allocationrun.state, reversal; finance_voucher (posted), journal, totals, balances.
    Locks: (1) the finance periods, exclusive; (2) allocations by id; (8) balances; (9) counters.
    """
    for row in rows(SQL["months"], company=company, ids=ids):
        lock_period_exclusively(company, Module.FINANCE, row.month)
    run(SQL["lock_runs"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_reverse"], company=company, ids=ids))
    if go := outcome.accepted:
        lines: defaultdict[int, list[Any]] = defaultdict(list)
        for row in rows(SQL["legs"], company=company, ids=go):
            lines[row.run_id].append(row)
        vouchers = [
            ManualVoucher(lines[i][0].posting_on, f"↺ {lines[i][0].text}"[:200], tuple(_mirrored(r) for r in lines[i]))
            for i in go
        ]
        accounts = {row.account: row.account_id for own in lines.values() for row in own}
        made = write_vouchers(company, vouchers, accounts)
        assert run(SQL["reversed"], company=company, ids=column(go), vouchers=column(made)) == len(go)
        named = zip(go, made, strict=True)
        outcome.answer({i: Answer(i, "done", {"voucher": voucher}) for i, voucher in named})
    return outcome


def _voucher(plan: Plan, on: date) -> ManualVoucher:
    """Make the voucher of a rule: what each account gives in one line, what each unit takes in another."""
    gives: dict[str, Decimal] = defaultdict(Decimal)
    for part in plan.parts:
        gives[part.account.code] += part.amount
    lines = [_line(code, -amount, plan.rule.source_unit_id) for code, amount in gives.items() if amount]
    lines += [_line(part.target.code, part.amount, part.unit) for part in plan.parts]
    return ManualVoucher(on, f"{plan.rule.code} {plan.rule.name_zh}"[:200], tuple(lines))


def _line(account: str, amount: Decimal, unit: int | None) -> ManualLine:
    return ManualLine(account, max(amount, NOTHING), max(-amount, NOTHING), unit)


def _mirrored(row: Any) -> ManualLine:
    return _line(row.account, -row.amount, row.unit_id)


def _note(company: int, parts: Sequence[tuple[int, Part]]) -> None:
    written = run(
        SQL["note"], company=company, runs=column(i for i, _part in parts),
        accounts=column(part.account.account_id for _i, part in parts),
        targets=column(part.target.account_id for _i, part in parts), units=column(part.unit for _i, part in parts),
        sources=column(part.source for _i, part in parts), weights=column(part.weight for _i, part in parts),
        wholes=column(part.weights for _i, part in parts), amounts=column(part.amount for _i, part in parts),
    )  # fmt: skip
    assert written == len(parts)
