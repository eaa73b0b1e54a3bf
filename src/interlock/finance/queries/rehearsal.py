"""A dry run of posting rules: what they would make of a month's events, before and after a change; writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.sql import blocks, column, rows

from ..operations.rules import NewRule, Standing, judge_end, judge_rule, known_codes, standing_rules

SQL = blocks(__file__)
#: More event lines than these are not read; the latest are, and the answer says so.
MOST = 200_000


@dataclass(frozen=True)
class Way:
    """Where amounts of a component go by the rules: two accounts, or the code that says why nowhere."""

    debit: str = ""
    credit: str = ""
    code: str = ""


@dataclass
class Share:
    """How much of a component goes one way before the change and one way after."""

    event_kind: str
    component: str
    before: Way
    after: Way
    events: int = 0
    lines: int = 0
    amount: Decimal = Decimal(0)
    example: int = 0

    @property
    def differs(self) -> bool:
        return self.before != self.after


@dataclass
class Rehearsal:
    """The dry run: ``code`` is what the change itself would be answered; ``uses`` are lines and amount a rule."""

    code: str = "done"
    detail: dict[str, Any] = field(default_factory=dict)
    shares: list[Share] = field(default_factory=list)
    uses: dict[int, tuple[int, Decimal]] = field(default_factory=dict)
    uses_before: dict[int, tuple[int, Decimal]] = field(default_factory=dict)
    is_cut: bool = False

    @property
    def lines(self) -> int:
        return sum(share.lines for share in self.shares)

    @property
    def changed(self) -> list[Share]:
        return [share for share in self.shares if share.differs]

    @property
    def stranded(self) -> list[Share]:
        """What had a way into the books and would have none."""
        return [share for share in self.changed if share.after.code and not share.before.code]


def rehearse_rules(
    company: int,
    first: date,
    after: date,
    *,
    adds: Sequence[NewRule] = (),
    ends: Mapping[int, date] | None = None,
    as_of: date | None = None,
) -> Rehearsal:
    """Answer what the rules would make of the events posted from ``first`` until before ``after``.

    Both ways with the rules as they are and as they would be with ``adds`` and ``ends``. With ``as_of`` the rules are
    asked as if the events were posted on that day: what a change will do once it is valid.
    """
    kinds = [rule.event_kind for rule in adds]
    ends = ends or {}
    replaced = [rule.replaces for rule in adds if rule.replaces]
    named = standing_rules(company, [], [*ends, *replaced])
    kinds = sorted({*kinds, *(rule.event_kind for rule in named)})
    before = standing_rules(company, kinds or _all_kinds(company), ())
    answer = Rehearsal()
    changed = _changed(company, before, adds, ends, answer)
    cases = rows(SQL["cases"], company=company, first=first, after=after, kinds=kinds, most=MOST)
    answer.is_cut = sum(case.lines for case in cases) >= MOST
    accounts = _accounts(company, [*before, *changed])
    ways = [_ways(cases, rules, accounts, as_of) for rules in (before, changed)]
    _share(answer, cases, *ways)
    return answer


def _changed(
    company: int, before: list[Standing], adds: Sequence[NewRule], ends: Mapping[int, date], answer: Rehearsal
) -> list[Standing]:
    """Answer the rules as they would be; the first fault of the change is the dry run's code."""
    after = [copy(rule) for rule in before]
    known = known_codes(company, adds)
    for rule in adds:
        answer.code, answer.detail = judge_rule(rule, after, known, {})
        if answer.code == "ambiguous_rule":
            after += [_tied(rule, after, answer.detail["rule"], known)]
    for one in after:
        if one.id in ends:
            answer.code, answer.detail = judge_end(one, ends[one.id], None)
            if answer.code == "done":
                one.valid_to = ends[one.id]
    return after


def _tied(rule: NewRule, after: list[Standing], twin: int, known: Any) -> Standing:
    """Answer the new rule beside its twin: the dry run shows what the tie would leave without a way."""
    other = copy(next(one for one in after if one.id == twin))
    other.id = 0
    other.debit_account_id, other.credit_account_id = known.accounts[rule.debit].id, known.accounts[rule.credit].id
    return other


def _ways(
    cases: list[Any], rules: list[Standing], accounts: Mapping[int, Any], as_of: date | None
) -> list[tuple[Way, int | None]]:
    """Answer for each case the way its amounts go, and the rule that says so."""
    found = rows(
        SQL["resolve"],
        kinds=[case.kind for case in cases],
        components=[case.component for case in cases],
        groups=column([case.group_id for case in cases]),
        categories=column([case.category_id for case in cases]),
        classes=column([case.tax_class_id for case in cases]),
        postings=[as_of or case.posting_on for case in cases],
        rule_kinds=[rule.event_kind for rule in rules],
        rule_components=[rule.component for rule in rules],
        rule_groups=column([rule.party_group_id for rule in rules]),
        rule_categories=column([rule.item_category_id for rule in rules]),
        rule_classes=column([rule.tax_class_id for rule in rules]),
        since=[rule.valid_from for rule in rules],
        until=[rule.valid_to for rule in rules],
    )
    winners = {row.place: [rules[place - 1] for place in row.rules] for row in found}
    return [_way(winners.get(place, []), accounts) for place in range(1, len(cases) + 1)]


def _way(winners: list[Standing], accounts: Mapping[int, Any]) -> tuple[Way, int | None]:
    if len(winners) != 1:
        return Way(code="ambiguous_rule" if winners else "no_rule"), None
    [rule] = winners
    debit, credit = accounts[rule.debit_account_id], accounts[rule.credit_account_id]
    asks = next(
        (one for one in (debit, credit) if one.currency_id and not rule.component.endswith(f"@{one.code}")), None
    )
    code = debit.code_of or credit.code_of or ("account_in_currency" if asks else "")
    return (Way(code=code) if code else Way(debit.code, credit.code)), rule.id


def _share(
    answer: Rehearsal, cases: list[Any], before: list[tuple[Way, int | None]], after: list[tuple[Way, int | None]]
) -> None:
    """Add the cases up by component and way, what changes first; and by rule."""
    shares: dict[tuple[str, str, Way, Way], Share] = {}
    for case, (way, rule), (later, later_rule) in zip(cases, before, after, strict=True):
        key = (case.kind, case.component, way, later)
        share = shares.setdefault(key, Share(*key, example=case.example))
        share.events += case.events
        share.lines += case.lines
        share.amount += case.amount
        for uses, winner in ((answer.uses_before, rule), (answer.uses, later_rule)):
            if winner is not None:
                lines, amount = uses.get(winner, (0, Decimal(0)))
                uses[winner] = (lines + case.lines, amount + case.amount)
    answer.shares = sorted(shares.values(), key=lambda share: not share.differs)


def _accounts(company: int, rules: list[Standing]) -> dict[int, Any]:
    named = {account for rule in rules for account in (rule.debit_account_id, rule.credit_account_id)}
    return {row.id: row for row in rows(SQL["accounts"], company=company, ids=sorted(named))}


def _all_kinds(company: int) -> list[str]:
    from ..models import PostingRule

    found = PostingRule.objects.filter(company_id=company).values_list("event_kind", flat=True)
    return sorted(set(found))
