"""The group as one: statements of its companies in one currency, without what they owe and sold each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import first_of_year
from interlock.core.sql import blocks, rows

from .columns import Convert, Span, in_columns, side_by_side
from .statements import NOTHING, Statement
from .translating import RateTable, rate_tables, times, translate, with_difference

SQL = blocks(__file__)
#: Accounts, with all whose codes begin so, of what one company owes another.
OWED = ("1121", "1122", "1123", "1131", "1132", "1221", "1531", "2201", "2202", "2203", "2204", "2231", "2232", "2241",
        "2501", "2701")  # fmt: skip
#: Accounts of what is sold; what is bought stands among expenses, goods, fixed and intangible assets.
SOLD, BOUGHT = ("6001", "6051"), ("14", "16", "17", "18")
REVENUE, COST = "I10", "I12"
MONTHS, DOCUMENTS = 3, 5_000


@dataclass(frozen=True, slots=True)
class Member:
    """A company of the group, the party it is to the others, and its rate into the presentation currency.

    ``rates`` are the dated rates, where it is translated by these and not by one rate that was given.
    """

    id: int
    code: str
    name_en: str
    name_zh: str
    currency: str
    party: int | None
    rate: Decimal | None
    rates: RateTable | None = None

    def factor(self, month: date | None = None) -> Decimal:
        """Answer the closing rate, or the average of a month."""
        rate = self.rates.average(month) if self.rates and month else self.rate
        return rate or self.rate or Decimal(1)

    def convert(self, month: date | None = None) -> Convert:
        """Answer what translates at the closing rate, or at the average of a month."""
        return times(self.factor(month))


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A document that one company booked against another and the other did not: debit positive."""

    company: Member
    other: Member
    voucher_id: int
    number: str
    posting_on: date
    event_kind: str
    text: str
    document_line_id: int | None
    account: str
    amount: Decimal


@dataclass(slots=True)
class Pair:
    """Two companies: what each holds against the other, debit less credit; they differ by the sum.

    Of ``flows`` it is what each bought of the other less what it sold, month by month at the rates of the months.
    """

    one: Member
    other: Member
    flows: bool = False
    one_holds: Decimal = NOTHING
    other_holds: Decimal = NOTHING
    months: dict[date, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    accounts: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))  # of each company

    @property
    def difference(self) -> Decimal:
        return self.one_holds + self.other_holds

    def documents(self, enough: int | None = None) -> list[Unmatched]:
        """Read the documents that differ, latest first: a question of its own, for it reads journal lines.

        Of the latest three months that differ (``MONTHS``); months before those with ``enough`` documents are not read.
        """
        found: list[Unmatched] = []
        if not self.difference:
            return found
        differing = sorted((month for month, amount in self.months.items() if amount), reverse=True)
        for month in differing[:MONTHS]:
            found += _unmatched(self, month)
            if enough is not None and len(found) >= enough:
                break
        return found


@dataclass(slots=True)
class Group:
    """A consolidated statement: columns of the companies, their sum, what is eliminated, and the group."""

    members: list[Member]
    left_out: list[Member]
    statement: Statement
    pairs: list[Pair]


def consolidate(
    companies: Sequence[int],
    report: str,
    month: date,
    currency: str,
    rates: Mapping[str, Decimal] | None = None,
    year_starts: int = 1,
) -> Group:
    """Answer the balance sheet at the end of a month, or the income statement of the year up to it, of a group.

    The year is the group's and begins in the month ``year_starts``, whenever those of its companies do.

    A company in another currency is translated by the dated rates of the chosen companies whose books are in the
    presentation currency: closing, average and historical, the difference a line of its own. ``rates`` are units of the
    presentation currency for one of another, for all that is translated. A company without a rate that it needs is left
    out and named.
    What companies hold against each other's parties on accounts of what is owed is eliminated, whatever the other one
    holds: where both sides differ, the pair can name the documents. What they sold each other goes off revenue, and off
    the buyer's costs as far as it stands there, else off the cost of sales. A sale that the buyer did not book, as
    cost or as goods, makes the pair differ.
    """
    assert report in ("balance_sheet", "income_statement")
    until = month.replace(day=1)
    since = first_of_year(until, year_starts)
    every = _members(companies, currency, until, rates or {})
    made_of = {member.code: _column(member, report, since, until) for member in every}
    members = [member for member in every if made_of[member.code] is not None]
    if report == "balance_sheet" and any(member.rates for member in members):
        for member in members:
            if not member.rates:
                with_difference(made_of[member.code])  # type: ignore[arg-type]  # members have one
    made = side_by_side({code: column for code, column in made_of.items() if column is not None})
    between = _between(members, until)
    off = _owed(members, between) if report == "balance_sheet" else _sold(members, between, since)
    _eliminate(made, off, members)
    pairs = _pairs(members, between, None if report == "balance_sheet" else since)
    return Group(members, [member for member in every if made_of[member.code] is None], made, pairs)


def _members(companies: Sequence[int], currency: str, until: date, given: Mapping[str, Decimal]) -> list[Member]:
    """Answer the chosen companies, each with the one rate that was given or with the dated ones."""
    found = rows(SQL["members"], companies=list(companies))
    foreign = {row.currency_id for row in found} - {currency, *given}
    tables = rate_tables(companies, foreign, currency, until) if foreign else {}
    known = {currency: Decimal(1)} | dict(given)
    members = []
    for row in found:
        table = tables.get(row.currency_id)
        rate = known.get(row.currency_id) or (table.closing(until) if table else None)
        members.append(
            Member(row.id, row.code, row.name_en, row.name_zh, row.currency_id, row.party_id, rate, table)
        )  # fmt: skip
    return members


def _column(member: Member, report: str, since: date, until: date) -> Statement | None:
    """Answer a member's statement in the presentation currency; None where a rate is missing."""
    if member.rates:
        return translate(member.id, report, until, member.rates, since)
    if member.rate is None:
        return None
    return in_columns(member.id, report, [Span("amount", since, until)], member.convert())


def _between(members: Sequence[Member], until: date) -> list[Any]:
    parties = [member.party for member in members if member.party]
    if not parties:
        return []
    return rows(SQL["between"], companies=[m.id for m in members], parties=parties, until=until)


def _owed(members: Sequence[Member], between: Sequence[Any]) -> dict[str, Decimal]:
    """Answer what goes off each line of the balance sheet, counted as the line counts."""
    convert = {member.id: member.convert() for member in members}
    off: defaultdict[str, Decimal] = defaultdict(Decimal)
    held: defaultdict[tuple[int, str, str], Decimal] = defaultdict(Decimal)
    for row in between:
        if row.code.startswith(OWED) and row.line:
            held[row.company_id, row.line, row.side] += row.amount
    for (company, line, side), amount in held.items():
        own = convert[company](amount)
        off[line] -= own if side == "debit" else -own
    return off


def _sold(members: Sequence[Member], between: Sequence[Any], since: date) -> dict[str, Decimal]:
    """Answer what goes off each line of the income statement, counted as the line counts."""
    by_id = {member.id: member for member in members}
    held: defaultdict[tuple[int, str, str, date | None], Decimal] = defaultdict(Decimal)
    for row in between:
        in_year = row.month >= since
        selling = row.code.startswith(("6001", "6051"))
        bought = row.kind == "expense" and not row.code.startswith("6401")
        if in_year and row.line and (selling or bought):
            month = row.month if by_id[row.company_id].rates else None
            held[row.company_id, row.line, row.side, month] += row.amount
    off: defaultdict[str, Decimal] = defaultdict(Decimal)
    for (company, line, side, month), amount in held.items():
        own = by_id[company].convert(month)(amount)
        off[line] -= own if side == "debit" else -own
    if left := -off[REVENUE] + sum(amount for line, amount in off.items() if line != REVENUE):
        off[COST] -= left
    return off


def _eliminate(made: Statement, off: Mapping[str, Decimal], members: Sequence[Member]) -> None:
    """Add the columns of the sum, the eliminations and the group; lines that are sums of others add theirs up too."""
    given = {"companies": [member.id for member in members], "codes": [line.code for line in made.lines]}
    sums = {row.code: row.sums.split() for row in rows(SQL["sums"], **given)}
    width = len(members)

    def eliminated(code: str, deep: int = 0) -> Decimal:
        if deep > len(made.lines) or not sums.get(code):
            return off.get(code, NOTHING)
        return sum(
            (-eliminated(p[1:], deep + 1) if p.startswith("-") else eliminated(p, deep + 1) for p in sums[code]),
            NOTHING,
        )

    for line in made.lines:
        total = sum(line.amounts[:width], NOTHING)
        gone = eliminated(line.code)
        line.amounts = (*line.amounts, total, gone, total + gone)
    made.columns = (*made.columns, "sum", "eliminated", "group")


def _traded(row: Any) -> bool:
    """Say whether a row is of what companies sell each other: what goods cost goes off stock and into cost alike."""
    return bool(row.code.startswith((*SOLD, *BOUGHT)) or row.kind == "expense")


def _pairs(members: Sequence[Member], between: Sequence[Any], since: date | None) -> list[Pair]:
    """Answer the pairs that hold anything against each other, and in which months they came to differ.

    With ``since``, the pairs that sold each other anything from this month on.
    """
    party_of = {member.party: member for member in members if member.party}
    by_id = {member.id: member for member in members}
    pairs: dict[tuple[int, int], Pair] = {}
    for row in between:
        company, other = by_id[row.company_id], party_of[row.party_id]
        counts = row.code.startswith(OWED) if since is None else row.month >= since and _traded(row)
        if company is other or not counts:
            continue
        low, high = sorted((company.id, other.id))
        pair = pairs.setdefault((low, high), Pair(by_id[low], by_id[high], since is not None))
        own = company.convert(row.month if pair.flows else None)(row.amount)
        if company.id == low:
            pair.one_holds += own
        else:
            pair.other_holds += own
        pair.months[row.month] += own
        pair.accounts[company.id].add(row.account_id)
    return sorted(pairs.values(), key=lambda pair: (pair.one.code, pair.other.code))


def _unmatched(pair: Pair, month: date) -> list[Unmatched]:
    """Answer the documents of a month that stand on one side only, latest first."""
    sides = {pair.one.id: (pair.one, pair.other), pair.other.id: (pair.other, pair.one)}
    found = rows(
        SQL["documents"],
        companies=list(sides),
        parties=[other.party for _company, other in sides.values()],
        rates=[company.factor(month if pair.flows else None) for company, _other in sides.values()],
        accounts=sorted(account for company in sides for account in pair.accounts[company]),
        month=month,
        together=pair.flows,
        bound=DOCUMENTS,
    )
    return [Unmatched(*sides[row.company_id], *row[1:]) for row in found]
