"""Posting rules: added, ended, superseded; one that has posted is never changed in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from interlock.core.api import Actor, Answer, Module, Outcome, lock_period_exclusively, operation
from interlock.core.sql import blocks, column, rows, run

from ..models import PostingRule

SQL = blocks(__file__)
_SELECTORS = ("party_group", "item_category", "tax_class")


@dataclass(frozen=True)
class NewRule:
    """A posting rule to be: codes, an empty one matches all. It ends the rule it ``replaces`` on its first day."""

    event_kind: str
    component: str
    debit: str
    credit: str
    valid_from: date
    party_group: str = ""
    item_category: str = ""
    tax_class: str = ""
    carry_party: bool = True
    carry_item: bool = True
    grouping: str = "day_unit"
    replaces: int | None = None


@dataclass(frozen=True)
class Known:
    """What the codes of rules stand for."""

    accounts: Mapping[str, Any]
    selectors: Mapping[tuple[str, str], int]


@dataclass
class Standing:
    """A rule as it is, or as it would be; ``id`` is 0 of one that is not there yet."""

    id: int
    event_kind: str
    component: str
    party_group_id: int | None
    item_category_id: int | None
    tax_class_id: int | None
    valid_from: date
    valid_to: date | None
    debit_account_id: int
    credit_account_id: int
    carry_party: bool
    carry_item: bool
    grouping: str

    @property
    def case(self) -> tuple[Any, ...]:
        """What two rules must not have in common while both are valid."""
        selectors = (self.party_group_id, self.item_category_id, self.tax_class_id)
        return (self.event_kind, self.component, *selectors, self.valid_from)

    @property
    def effect(self) -> tuple[Any, ...]:
        sides = (self.debit_account_id, self.credit_account_id)
        return (*sides, self.carry_party, self.carry_item, self.grouping)

    @property
    def lives(self) -> bool:
        """Say whether there is a day the rule is valid on."""
        return self.valid_to is None or self.valid_to > self.valid_from


@operation(permission="finance.keep_rules", documents=False)
def save_rules(ids: Sequence[int], *, company: int, by: Actor, rules: Mapping[int, NewRule]) -> Outcome:
    """Add posting rules, and end those they replace; ``ids`` are the keys of ``rules``. The answer names the rule.

    What is in the journal never changes, so a rule is not ended on a day after which it has posted.
    Codes, first match wins: not_found, already, other_event (what it replaces is for another component), rule_ended,
    bad_grouping, account_unknown, account_is_group, account_closed, account_in_currency (no event says an amount in it,
    but those that are named with the account, as a bank account's are), same_account,
    dimension_missing (an account asks for what no line of the rule says), selector_unknown, used_since,
    ambiguous_rule, done.
    Writes: finance_postingrule.
    Locks: (1) the finance periods from the first day on, exclusively; (2) the company's rules.
    """
    given = {i: rules[i] for i in ids if i in rules}
    _lock(company, [rule.valid_from for rule in given.values()])
    replaced = {rule.replaces: rule.valid_from for rule in given.values() if rule.replaces}
    standing = standing_rules(company, [rule.event_kind for rule in given.values()], replaced)
    known = known_codes(company, given.values())
    used = _used(company, replaced)
    outcome = Outcome.of([(i, *judge_rule(given.get(i), standing, known, used)) for i in ids])
    if go := outcome.accepted:
        ending = {rule.replaces: rule.valid_from for i in go if (rule := given[i]).replaces}
        _end(company, ending)
        made = _add(company, [given[i] for i in go], known)
        outcome.answer({i: Answer(i, "done", {"rule": rule}) for i, rule in zip(go, made, strict=True)})
    return outcome


@operation(permission="finance.keep_rules", documents=False)
def end_rules(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """End posting rules: from the day on they fit no event; on their first day, they never did.

    Codes, first match wins: not_found, already, rule_ended, before_valid, used_since, done.
    Writes: finance_postingrule.valid_to.
    Locks: (1) the finance periods from the day on, exclusively; (2) the company's rules.
    """
    _lock(company, [on])
    standing = {rule.id: rule for rule in standing_rules(company, [], ids)}
    used = _used(company, dict.fromkeys(standing, on))
    outcome = Outcome.of([(i, *judge_end(standing.get(i), on, used.get(i))) for i in ids])
    if go := outcome.accepted:
        _end(company, dict.fromkeys(go, on))
    return outcome


def judge_rule(
    rule: NewRule | None, standing: list[Standing], known: Known, used: Mapping[int, date]
) -> tuple[str, dict[str, Any]]:
    """Answer a rule's first code; one that may be is put among those standing, so that the next sees it."""
    if rule is None:
        return "not_found", {}
    older = next((one for one in standing if one.id == rule.replaces), None)
    if rule.replaces and older is None:
        return "not_found", {}
    new, fault, named = _made(rule, known)
    if fault:
        return fault, named
    assert new is not None
    twin = next((one for one in standing if one.case == new.case and one.lives and one.id != rule.replaces), None)
    if twin is not None and twin.effect == new.effect and twin.valid_to is None:
        return "already", {"rule": twin.id}
    if older is not None:
        if (older.event_kind, older.component) != (rule.event_kind, rule.component):
            return "other_event", {}
        code, detail = judge_end(older, rule.valid_from, used.get(older.id))
        if code != "done":
            return ("rule_ended" if code == "already" else code), detail
    if twin is not None:
        return "ambiguous_rule", {"rule": twin.id}
    if older is not None:
        older.valid_to = rule.valid_from
    standing.append(new)
    return "done", {}


def judge_end(rule: Standing | None, on: date, used: date | None) -> tuple[str, dict[str, Any]]:
    """Answer whether a rule may end on a day."""
    if rule is None:
        return "not_found", {}
    if rule.valid_to == on:
        return "already", {}
    if rule.valid_to is not None and rule.valid_to < on:
        return "rule_ended", {"day": rule.valid_to.isoformat()}
    if on < rule.valid_from:
        return "before_valid", {"day": rule.valid_from.isoformat()}
    return ("used_since", {"day": used.isoformat()}) if used else ("done", {})


def standing_rules(company: int, kinds: Iterable[str], ids: Iterable[int]) -> list[Standing]:
    """Answer the rules of these kinds of event, and those named."""
    found = rows(SQL["standing"], company=company, kinds=sorted(set(kinds)), ids=sorted(set(ids)))
    return [Standing(**row._asdict()) for row in found]


def refused_rules(company: int, rules: Mapping[int, PostingRule]) -> dict[int, str]:
    """Answer those of some rows of a file that may not be written, with the code ``save_rules`` has for it.

    A rule that is there is not changed by a file (``rule_in_place``): it is ended and another added. Locks: as
    ``save_rules``.
    """
    _lock(company, [rule.valid_from for rule in rules.values()])
    standing = standing_rules(company, [rule.event_kind for rule in rules.values()], [])
    new = {number: rule for number, rule in rules.items() if not rule.pk}
    given = _as_given(company, new)
    known = known_codes(company, given.values())
    refused = dict.fromkeys(rules.keys() - new.keys(), "rule_in_place")
    for number, rule in given.items():
        code, _detail = judge_rule(rule, standing, known, {})
        if code != "done":
            refused[number] = "ambiguous_rule" if code == "already" else code
    return refused


def _as_given(company: int, rules: Mapping[int, PostingRule]) -> dict[int, NewRule]:
    """Answer rows with links as what ``save_rules`` takes: the codes the links lead to."""
    links = {name: sorted({getattr(r, f"{name}_id") for r in rules.values()} - {None}) for name in _SELECTORS}
    accounts = sorted({i for rule in rules.values() for i in (rule.debit_account_id, rule.credit_account_id)})
    found = rows(SQL["codes"], company=company, accounts=column(accounts), groups=column(links["party_group"]),
                 categories=column(links["item_category"]), classes=column(links["tax_class"]))  # fmt: skip
    codes = {(row.kind, row.id): row.code for row in found} | {(name, None): "" for name in _SELECTORS}
    return {
        number: NewRule(
            rule.event_kind, rule.component, codes["account", rule.debit_account_id],
            codes["account", rule.credit_account_id], rule.valid_from,
            **{name: codes[name, getattr(rule, f"{name}_id")] for name in _SELECTORS},
            carry_party=rule.carry_party, carry_item=rule.carry_item, grouping=rule.grouping,
        )
        for number, rule in rules.items()
    }  # fmt: skip


def known_codes(company: int, rules: Iterable[NewRule]) -> Known:
    """Answer what the codes of rules stand for."""
    rules = list(rules)
    codes = sorted({code for rule in rules for code in (rule.debit, rule.credit)})
    named = [sorted({getattr(rule, name) for rule in rules}) for name in _SELECTORS]
    selectors = rows(SQL["selectors"], groups=named[0], categories=named[1], classes=named[2])
    accounts = {row.code: row for row in rows(SQL["accounts"], company=company, codes=codes)}
    return Known(accounts, {(row.kind, row.code): row.id for row in selectors})


def _never_said(rule: NewRule) -> set[str]:
    """Answer the dimensions that no line of a rule carries: no event knows a project, and a rule may leave out more."""
    said = {"party": rule.carry_party, "item": rule.carry_item, "project": False}
    return {name for name, carried in said.items() if not carried}


def _made(rule: NewRule, known: Known) -> tuple[Standing | None, str, dict[str, Any]]:
    """Answer the rule as it would stand, or what is wrong with what it names, and where."""
    if rule.grouping not in PostingRule.Grouping.values or not rule.event_kind or not rule.component:
        return None, "bad_grouping", {}
    debit, credit = known.accounts.get(rule.debit), known.accounts.get(rule.credit)
    if debit is None or credit is None:
        return None, "account_unknown", {}
    if debit.is_group or credit.is_group:
        return None, "account_is_group", {}
    if "closed" in (debit.state, credit.state):
        return None, "account_closed", {}
    if any(one.currency_id and not rule.component.endswith(f"@{one.code}") for one in (debit, credit)):
        return None, "account_in_currency", {}
    if rule.debit == rule.credit:
        return None, "same_account", {}
    asked = [(one.code, name) for one in (debit, credit) for name in sorted(_never_said(rule) & {*one.asks})]
    if asked:
        return None, "dimension_missing", {"account": asked[0][0], "dimension": asked[0][1]}
    narrows: dict[str, Any] = {
        f"{name}_id": known.selectors.get((name, code)) if (code := getattr(rule, name)) else None
        for name in _SELECTORS
    }
    if any(getattr(rule, name) and narrows[f"{name}_id"] is None for name in _SELECTORS):
        return None, "selector_unknown", {}
    carried = {name: getattr(rule, name) for name in ("carry_party", "carry_item", "grouping")}
    return Standing(
        0, rule.event_kind, rule.component, **narrows, valid_from=rule.valid_from, valid_to=None,
        debit_account_id=debit.id, credit_account_id=credit.id, **carried,
    ), "", {}  # fmt: skip


def _lock(company: int, days: Iterable[date]) -> None:
    """Wait for who posts in the months the rules are for, then for who changes rules."""
    first = min(days, default=None)
    for row in rows(SQL["open_months"], company=company, first=first) if first else ():
        lock_period_exclusively(company, Module.FINANCE, row.month)
    rows(SQL["lock_rules"], company=company)


def _used(company: int, since: Mapping[int, date]) -> dict[int, date]:
    """Answer the rules that have posted since a day of each, with the last day they did."""
    found = rows(SQL["used"], company=company, ids=column(list(since)), days=list(since.values())) if since else []
    return {row.id: row.day for row in found}


def _end(company: int, days: Mapping[int, date]) -> None:
    if days:
        assert run(SQL["end"], company=company, ids=column(list(days)), days=list(days.values())) == len(days)


def _add(company: int, rules: Sequence[NewRule], known: Known) -> list[int]:
    made = rows(
        SQL["add"],
        company=company,
        kinds=[rule.event_kind for rule in rules],
        components=[rule.component for rule in rules],
        groups=column([known.selectors.get(("party_group", rule.party_group)) for rule in rules]),
        categories=column([known.selectors.get(("item_category", rule.item_category)) for rule in rules]),
        classes=column([known.selectors.get(("tax_class", rule.tax_class)) for rule in rules]),
        since=[rule.valid_from for rule in rules],
        debits=column([known.accounts[rule.debit].id for rule in rules]),
        credits=column([known.accounts[rule.credit].id for rule in rules]),
        carry_party=[rule.carry_party for rule in rules],
        carry_item=[rule.carry_item for rule in rules],
        groupings=[rule.grouping for rule in rules],
    )
    return [row.id for row in made]
