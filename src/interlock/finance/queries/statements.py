"""Balance sheet, income statement, cash flow: lines as data, figures from the kept balances only. Reads only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from interlock.core.api import first_of_year, months_of_year, year_starts
from interlock.core.sql import blocks, rows

from ..openitems.aging import turned

SQL = blocks(__file__)
NOTHING = Decimal(0)
CASH_UNNAMED, CASH_OPENING, CASH_CLOSING = "C85", "C95", "C99"


@dataclass(frozen=True, slots=True)
class StatementAccount:
    """What one account adds to a line, column by column."""

    account_id: int
    code: str
    name_en: str
    name_zh: str
    amounts: tuple[Decimal, ...]


@dataclass(slots=True)
class StatementLine:
    """A line of a statement with its figures, column by column, and the accounts they come from."""

    code: str
    name_en: str
    name_zh: str
    is_strong: bool
    amounts: tuple[Decimal, ...]
    accounts: list[StatementAccount] = field(default_factory=list)


@dataclass(slots=True)
class Statement:
    """A statement of a month; ``missing`` names accounts with money that are in no line."""

    columns: tuple[str, ...]
    lines: list[StatementLine]
    missing: list[str]

    def line(self, code: str) -> StatementLine:
        return next(line for line in self.lines if line.code == code)


def balance_sheet(company: int, month: date, *, by_party: bool = False) -> Statement:
    """Answer the balance sheet at the end of a month and at the end of the year before.

    The result that no closing has carried yet stands in the line that takes it, so the two sides agree at any moment.
    ``by_party`` turns what single parties hold on the other side of an account to the line that its own line names:
    customers' advances among receivables are liabilities, suppliers' debit balances are prepayments (CAS 30, 11: assets
    and liabilities are not set off).
    """
    first = month.replace(day=1)
    found = rows(SQL["balances"], company=company, month=first)
    if by_party:
        found = _turned(company, found, first)
    return _statement(company, "balance_sheet", ("closing", "year_opening"), found)


def _turned(company: int, found: Sequence[Any], first: date) -> list[Any]:
    """Answer the accounts' rows less what is turned, and rows of it in the lines that take it."""
    every = {(row.account_id, row.line_id): SimpleNamespace(**row._asdict()) for row in found}
    month_ends = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    year = first_of_year(first, year_starts(company))
    for column, on in (("closing", month_ends), ("year_opening", year - timedelta(days=1))):
        for row in turned(company, on):
            named = {name: getattr(row, name) for name in ("account_id", "code", "name_en", "name_zh")}
            for line, amount in ((row.own_id, -row.amount), (row.line_id, row.amount)):
                nothing = SimpleNamespace(
                    **named, line_id=line, report="balance_sheet", closing=NOTHING, year_opening=NOTHING
                )
                kept = every.setdefault((row.account_id, line), nothing)
                setattr(kept, column, getattr(kept, column) + amount)
    return sorted(every.values(), key=lambda row: row.code)


def income_statement(company: int, month: date) -> Statement:
    """Answer the income statement: the month, the year to its end, and the same months of the year before.

    What the closing of a year moves is left out, so its last month shows the year's revenue before and after it.
    """
    first = month.replace(day=1)
    year = first_of_year(first, year_starts(company))
    found = rows(
        SQL["flows"],
        company=company,
        month=first,
        year=year,
        before=first.replace(year=first.year - 1),
        year_before=year.replace(year=year.year - 1),
    )
    return _statement(company, "income_statement", ("month", "year_to_date", "year_before"), found)


def cash_flow(company: int, month: date) -> Statement:
    """Answer the cash flow statement: the month, the year to its end, and the same months of the year before.

    A line shows the items whose codes begin with its own; cash without an item has a line of its own. ``missing`` names
    columns whose end is not what the cash accounts hold.
    """
    first = month.replace(day=1)
    year = first_of_year(first, year_starts(company))
    before = year.replace(year=year.year - 1), first.replace(year=first.year - 1)
    spans = [(first, first), (year, first), before]
    return cash_columns(company, spans, ("month", "year_to_date", "year_before"))


def cash_columns(company: int, spans: Sequence[tuple[date, date]], names: tuple[str, ...]) -> Statement:
    """Answer the cash flow of spans of months, each from its first to its last month."""
    given = {"company": company, "since": [span[0] for span in spans], "until": [span[1] for span in spans]}
    found = [
        _spread(row, names) for row in rows(SQL["cash_flows"], unnamed=CASH_UNNAMED, opening=CASH_OPENING, **given)
    ]
    made = _statement(company, "cash_flow", names, found)
    if made.lines:
        held = rows(SQL["cash_held"], **given)[0].amounts
        ends = made.line(CASH_CLOSING).amounts
        made.missing += [name for name, end, actual in zip(names, ends, held, strict=True) if end != actual]
    return made


def _spread(row: Any, names: tuple[str, ...]) -> Any:
    """Answer a row whose amounts stand under the names of the columns."""
    kept = {name: getattr(row, name) for name in ("line_id", "report", "account_id", "code", "name_en", "name_zh")}
    return SimpleNamespace(**kept, **dict(zip(names, row.amounts, strict=True)))


def _statement(company: int, report: str, columns: tuple[str, ...], found: Sequence[Any]) -> Statement:
    """Put what accounts hold into the lines of a report, then add the lines up that are sums of others."""
    layout = rows(SQL["lines"], company=company, report=report)
    by_line: dict[int, list[Any]] = {}
    result = [NOTHING] * len(columns)
    missing = []
    for row in found:
        if row.line_id is None:
            missing.append(row.code)
        elif row.report == report:
            by_line.setdefault(row.line_id, []).append(row)
        elif row.report == "income_statement":
            result = [so_far + getattr(row, name) for so_far, name in zip(result, columns, strict=True)]
    lines = []
    for head in layout:
        is_debit = head.side == "debit"
        accounts = [_account(row, columns, is_debit=is_debit) for row in by_line.get(head.id, ())]
        extra = [_counted(result, is_debit=is_debit)] if head.takes_result else []
        amounts = _total(len(columns), [*(account.amounts for account in accounts), *extra])
        lines.append(StatementLine(head.code, head.name_en, head.name_zh, head.is_strong, amounts, accounts))
    _add_up({line.code: line for line in lines}, {head.code: head.sums.split() for head in layout if head.sums})
    return Statement(columns, lines, missing)


def _account(row: Any, columns: tuple[str, ...], *, is_debit: bool) -> StatementAccount:
    amounts = _counted([getattr(row, name) for name in columns], is_debit=is_debit)
    return StatementAccount(row.account_id, row.code, row.name_en, row.name_zh, amounts)


def _counted(amounts: Sequence[Decimal], *, is_debit: bool) -> tuple[Decimal, ...]:
    """Count debit less credit as the line does; a plain minus leaves no zero with a sign."""
    return tuple(amount if is_debit else -amount for amount in amounts)


def _total(width: int, parts: Iterable[tuple[Decimal, ...]]) -> tuple[Decimal, ...]:
    total = [NOTHING] * width
    for part in parts:
        total = [so_far + amount for so_far, amount in zip(total, part, strict=True)]
    return tuple(total)


def _add_up(lines: Mapping[str, StatementLine], sums: Mapping[str, list[str]]) -> None:
    """Fill in the lines that are sums of others, those of sums after their parts; a loop adds nothing more."""
    waiting = dict(sums)
    while ready := [code for code, parts in waiting.items() if not {part.lstrip("-") for part in parts} & set(waiting)]:
        for code in ready:
            parts = [part for part in waiting.pop(code) if part.lstrip("-") in lines]
            signed = [
                tuple(-amount if part.startswith("-") else amount for amount in lines[part.lstrip("-")].amounts)
                for part in parts
            ]
            lines[code].amounts = _total(len(lines[code].amounts), signed)


def account_columns(company: int, prefix: str, year: int) -> tuple[list[date], list[Any]]:
    """Answer the months of a year and what each account whose code begins so moved in each: debit less credit."""
    months = months_of_year(year, year_starts(company))
    return months, rows(SQL["columns"], company=company, prefix=f"{prefix}%", months=months)


def sub_ledger(
    company: int, account: int, month: date, dimension: str, below: tuple[Decimal, int] | None = None, bound: int = 200
) -> list[Any]:
    """Answer what an account moved in a month by party, by unit or by item, largest first, below a ``key``.

    Each row says what it and those before it make together, and what all do.
    """
    assert dimension in ("party", "unit", "item")
    size, last = below or (None, None)
    given: dict[str, Any] = {"company": company, "account": account, "month": month.replace(day=1), "bound": bound}
    return rows(SQL[f"by_{dimension}"], size=size, id=last, **given)
