"""Bank statements: kept once, each following the one before in number and in balance; a bad one is refused whole."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, BinaryIO
from uuid import uuid4

from interlock.core import decoding
from interlock.core.amounts import ungrouped
from interlock.core.api import Actor, Answer, Outcome, Refusal, content_path, current, keep_file, operation
from interlock.core.sql import blocks, column, rows, run
from interlock.core.tables import read_table

from ..models import BankMapping
from .iso import BadFile, Stated, StatedLine, read_statements

SQL = blocks(__file__)
NOTHING = Decimal(0)


@dataclass(frozen=True)
class NewStatement:
    """A statement to be recorded: as the bank says it, from which kind of file, and the hash of that."""

    stated: Stated
    source: str
    sha256: str


@operation(permission="finance.record_statements", documents=False)
def record_statements(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,  # noqa: ARG001  every operation is told
    statements: Mapping[int, NewStatement],
) -> Outcome:
    """Keep statements of the company's accounts; ``ids`` are keys of ``statements``. The answer names the statement.

    A set is judged in the order of the bank's numbers, so that a late one lets its followers in. A bank may begin at 1
    again with a new year, told by the closing day, if the opening balance is the last closing one.
    Codes, first match wins: not_found, account_unknown, account_closed, currency_differs, already, changed (the bank's
    number came before with other content), overlaps (a file without balances has a line that an earlier statement has:
    named), sums_differ, sequence_gap, opening_differs, done.
    Writes: finance_bankstatement and its lines, open, owned by whoever owns the account.
    Locks: bank accounts by id; (9) counters.
    """
    given = {i: statements[i] for i in ids if i in statements}
    numbers = sorted({one.stated.account for one in given.values()})
    rows(SQL["lock_accounts"], company=company, numbers=numbers)
    accounts = {row.number: row for row in rows(SQL["accounts"], company=company, numbers=numbers)}
    last = {row.bank_account_id: row for row in rows(SQL["last"], company=company, numbers=numbers)}
    kept = {(row.bank_account_id, row.year, row.sequence): row for row in rows(
        SQL["kept"], company=company, accounts=column([row.id for row in accounts.values()]),
        hashes=[one.sha256 for one in given.values()],
        sequences=column([one.stated.sequence for one in given.values()]),
    )}  # fmt: skip
    doubled = _doubled(company, accounts, given)
    judge = _Judge(
        accounts, {place: (row.year, row.sequence, row.closing) for place, row in last.items()}, kept, doubled
    )
    order = sorted(given, key=lambda i: (*_numbered(given[i].stated), i))
    judged = {i: judge.of(i, given[i]) for i in order}
    outcome = Outcome.of([(i, *judged.get(i, ("not_found", {}))) for i in ids])
    if go := [i for i in order if i in set(outcome.accepted)]:
        made = _write(company, [(given[i], *judge.places[i]) for i in go])
        outcome.answer({i: Answer(i, "done", {"statement": one}) for i, one in zip(go, made, strict=True)})
        outcome.timeline = [(one, "recorded") for one in made]
    return outcome


def _doubled(company: int, accounts: Mapping[str, Any], given: Mapping[int, NewStatement]) -> dict[int, Any]:
    """Answer the statements that have lines of earlier ones, with the first: where balances are told these tell it."""
    blind = {i: one.stated for i, one in given.items() if one.stated.opening is None and one.stated.account in accounts}
    flat = [(i, accounts[stated.account].id, line) for i, stated in blind.items() for line in stated.lines]
    if not flat:
        return {}
    found = rows(
        SQL["doubled"], company=company, statements=column([i for i, _account, _line in flat]),
        accounts=column([account for _i, account, _line in flat]), days=[line.booked_on for *_of, line in flat],
        amounts=column([line.amount for *_of, line in flat]), references=[line.reference for *_of, line in flat],
    )  # fmt: skip
    return {row.place: row for row in found}


def _numbered(stated: Stated) -> tuple[str, int, int]:
    """Answer where a statement stands among those of all accounts: banks number them by year, or on and on."""
    return stated.account, stated.stated_on.year, stated.sequence or 0


class _Judge:
    """Answer a code for each statement in the bank's order; one that is taken is the last for the next."""

    def __init__(
        self,
        accounts: Mapping[str, Any],
        last: dict[int, tuple[int, int, Decimal]],
        kept: Mapping[Any, Any],
        doubled: Mapping[int, Any],
    ) -> None:
        self.accounts, self.last, self.kept, self.doubled = accounts, last, kept, doubled
        self.by_hash = {(place, row.sha256): row for (place, _year, _sequence), row in kept.items()}
        self.places: dict[int, tuple[int, int, int, Decimal, Decimal]] = {}

    def of(self, i: int, new: NewStatement) -> tuple[str, dict[str, Any]]:
        stated, account = new.stated, self.accounts.get(new.stated.account)
        if account is None:
            return "account_unknown", {"number": stated.account[-4:]}
        if account.state != "open":
            return "account_closed", {}
        if stated.currency and stated.currency != account.currency:
            return "currency_differs", {"currency": stated.currency}
        year = stated.stated_on.year
        known = self.by_hash.get((account.id, new.sha256)) or self.kept.get((account.id, year, stated.sequence))
        if known:
            same = known.sha256 == new.sha256 or (known.closing, known.lines) == (stated.closing, len(stated.lines))
            return ("already" if same else "changed"), {"statement": known.id}
        if row := self.doubled.get(i):
            return "overlaps", {"day": row.day.isoformat(), "reference": row.reference, "statement": row.number}
        last_year, sequence, closing = self.last.get(account.id, (year, None, None))
        opening = stated.opening if stated.opening is not None else closing or NOTHING
        total = opening + sum((line.amount for line in stated.lines), NOTHING)
        if stated.closing is not None and total != stated.closing:
            return "sums_differ", {"opening": str(opening), "sum": str(total), "closing": str(stated.closing)}
        place = stated.sequence if stated.sequence is not None else (sequence or 0) + 1
        begins_anew = place == 1 and year > last_year and opening == closing
        if sequence is not None and not begins_anew and (place != sequence + 1 or year < last_year):
            return "sequence_gap", {"number": place, "last": sequence}
        if closing is not None and opening != closing:
            return "opening_differs", {"opening": str(opening), "last": str(closing)}
        self.last[account.id] = (year, place, total)
        self.places[i] = (account.id, year, place, opening, total)
        return "done", {}


def _write(company: int, given: Sequence[tuple[NewStatement, int, int, int, Decimal, Decimal]]) -> list[int]:
    """Write statements and their lines; answers the statements in order."""
    made = rows(
        SQL["make"], company=company, run=current().run_id,
        accounts=column([account for _new, account, *_rest in given]),
        years=column([year for _new, _account, year, *_rest in given]),
        sequences=column([place for _new, _account, _year, place, *_rest in given]),
        openings=column([opening for *_rest, opening, _closing in given]),
        closings=column([closing for *_rest, closing in given]),
        days=[new.stated.stated_on for new, *_rest in given],
        counts=column([len(new.stated.lines) for new, *_rest in given]),
        sources=[new.source for new, *_rest in given],
        hashes=[new.sha256 for new, *_rest in given],
    )  # fmt: skip
    flat = [
        (row.id, place, line)
        for row, (new, *_rest) in zip(made, given, strict=True)
        for place, line in enumerate(new.stated.lines, start=1)
    ]
    written = run(
        SQL["lines"], company=company,
        statements=column([statement for statement, _place, _line in flat]),
        ordinals=column([place for _statement, place, _line in flat]),
        days=[line.booked_on for _s, _p, line in flat],
        amounts=column([line.amount for _s, _p, line in flat]),
        **{f"{name}s": [getattr(line, name) for _s, _p, line in flat]
           for name in ("reference", "end_to_end", "code", "counterparty", "counterparty_account", "text")},
    )  # fmt: skip
    assert written == len(flat)
    return [row.id for row in made]


# ---------------------------------------------------------------------------------------------------------------- files
def import_statements(source: BinaryIO, name: str, *, company: int, by: Actor, account: str, mapping: str) -> Outcome:
    """Take a file of statements: camt.053, or CSV by a saved mapping for one account (both by their codes).

    Refuses what is no such file, naming row and field (``bad_statement``), an unknown account or mapping, and what
    ``read_table`` refuses.
    """
    by.require("finance.record_statements", company)
    file, _new = keep_file(source, name, company)
    path = content_path(file.sha256)
    if mapping:
        stated = [_by_mapping(company, path, name, account, mapping)]
    else:
        try:
            stated = read_statements(path.read_bytes())
        except BadFile as error:
            raise Refusal("bad_statement", **error.detail()) from error
    kind = "csv" if mapping else "camt"
    statements = {i: NewStatement(one, kind, _hash(file.sha256, i)) for i, one in enumerate(stated, start=1)}
    # a fresh key: one that came too early may come again, and a repeat is known by its hash and number
    return record_statements(list(statements), company=company, by=by, key=uuid4(), statements=statements)


def _hash(sha256: str, place: int) -> str:
    """Answer what a statement is kept under: the file's hash; a further one of the same file has its place in it."""
    return sha256 if place == 1 else f"{sha256[:58]}-{place:05d}"


def _by_mapping(company: int, path: Any, name: str, account: str, code: str) -> Stated:
    """Read a bank's CSV: days, amounts or in and out, the balance after each row where the bank tells it."""
    mapping = BankMapping.objects.filter(company_id=company, code=code).first()
    if mapping is None:
        raise Refusal("unknown_mapping", mapping=code)
    held = rows(SQL["account"], company=company, code=account)
    if not held:
        raise Refusal("account_unknown", account=account)
    columns: dict[str, str] = dict(mapping.columns)
    if lacks := BankMapping.lacking(columns):
        raise Refusal("bad_statement", **BadFile("missing", lacks).detail())
    outgoing = {word.strip().casefold() for word in columns.pop("outgoing", "").split(",") if word.strip()}
    table = decoding.without_controls(read_table(path, name, sorted(set(columns.values()))))
    try:
        read = [
            _row(columns, mapping.day_format, place, row, outgoing)
            for place, row in enumerate(table.iter_rows(named=True), 1)
        ]
    except BadFile as error:
        raise Refusal("bad_statement", **error.detail()) from error
    if not read:
        raise Refusal("bad_statement", **BadFile("missing", "rows").detail())
    opening = closing = None
    if "balance" in columns:
        if read[0][0].booked_on > read[-1][0].booked_on:
            read.reverse()
        opening = closing = (read[0][1] or NOTHING) - read[0][0].amount
        for place, (line, balance) in enumerate(read, start=1):
            closing += line.amount
            if balance != closing:
                raise Refusal(
                    "bad_statement", **BadFile("sums_differ", columns["balance"], place, str(balance)).detail()
                )
    lines = tuple(line for line, _balance in read)
    last = max(line.booked_on for line in lines)
    return Stated(held[0].number, held[0].currency, None, last, opening, closing, lines)


def _row(
    columns: Mapping[str, str], days: str, place: int, row: Mapping[str, Any], outgoing: Collection[str]
) -> tuple[StatedLine, Decimal | None]:
    text = {name: str(row.get(of) or "").strip() for name, of in columns.items()}
    try:
        on: date = datetime.strptime(text["day"], days).date()  # noqa: DTZ007  a business date
    except ValueError as error:
        raise BadFile("bad_day", columns["day"], place, text["day"]) from error
    amount = (
        _amount(columns["amount"], place, text["amount"])
        if "amount" in columns
        else _amount(columns["in"], place, text["in"] or "0") - _amount(columns["out"], place, text["out"] or "0")
    )
    if text.get("direction", "").casefold() in outgoing:
        amount = -amount
    if amount == 0:
        raise BadFile("bad_amount", columns.get("amount", columns.get("in", "")), place, "0")
    if not text["reference"]:
        raise BadFile("missing", columns["reference"], place)
    line = StatedLine(
        on, amount, text["reference"][:64], text.get("end_to_end", "")[:35], "", text.get("counterparty", "")[:140],
        text.get("account", "")[:34], text.get("text", "")[:200],
    )  # fmt: skip
    return line, _amount(columns["balance"], place, text["balance"]) if "balance" in columns else None


def _amount(field: str, place: int, text: str) -> Decimal:
    plain = ungrouped(text)
    try:
        found = Decimal(plain)
    except InvalidOperation as error:
        raise BadFile("bad_amount", field, place, text) from error
    if not found.is_finite() or abs(found) >= 10**15 or found != found.quantize(Decimal("0.01")):
        raise BadFile("bad_amount", field, place, text)
    return found


def import_bytes(content: bytes, name: str, *, company: int, by: Actor) -> Outcome:
    """Take a camt.053 that a bank sent."""
    return import_statements(io.BytesIO(content), name, company=company, by=by, account="", mapping="")
