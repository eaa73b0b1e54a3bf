"""What lines of statements are: found by reference, amount and party, the bank's code or a rule, or said by hand.

What is found is booked in the same transaction; money that came in for a document somebody waits for becomes a bank
receipt, which that document's owner ties.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from interlock.core.api import Actor, Module, Outcome, Refusal, current, lock_periods, operation, run_work
from interlock.core.sql import blocks, column, rows, run

from ..operations.rates import daily_rates, in_books
from ..operations.receipts import on_ledger
from ..operations.record import EventLines, Foreign, record_events
from .booked import Booked
from .documents import expected_references
from .payments import SQL as PAYMENTS
from .payments import clean
from .runs import pay

SQL = blocks(__file__)
#: The bank's own codes (ISO sub-families) that say all there is to say.
CODES = {"CHRG": "fee", "INTR": "interest"}
USES_IN = ("receipt", "customer", "interest", "transfer", "fee", "booked")
USES_OUT = ("payment", "refund", "prepaid", "fee", "interest", "transfer", "booked")
#: Uses that name a party, and those whose event says how much went out.
OF_PARTY = ("customer", "refund", "prepaid")
GOES_OUT = ("fee", "refund", "prepaid")
#: Uses that name a document, which has booked the money.
OF_DOCUMENT = ("payment", "booked")
#: What one unit of a currency is worth in the books on a day.
Rates = Mapping[tuple[str, date], Decimal]
_WORD = re.compile(r"[0-9A-Za-z_/-]{4,64}")


@dataclass(frozen=True)
class Found:
    """What a line is, and how that was found."""

    use: str
    way: str
    document: int | None = None
    party: int | None = None
    reference: str = ""


@dataclass(frozen=True)
class Said:
    """What a person says a line is; ``remember`` is the text by which others like it are known from now on."""

    use: str
    party: str = ""
    payment: int | None = None
    remember: str = ""
    voucher: int | None = None


def open_lines(company: int, statements: Sequence[int]) -> list[int]:
    """Answer the open lines of statements, in order."""
    return [row.id for row in rows(SQL["open_of"], company=company, statements=column(statements))]


def match_rated(company: int, by: Actor) -> None:
    """Match the lines of accounts in other currencies that are open and whose rate is there by now."""
    if lines := [row.id for row in rows(SQL["rated"], company=company)]:
        run_work(match_bank_lines, lines, company=company, by=by, key=uuid4())


@operation(permission="finance.match_bank_lines")
def match_bank_lines(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:  # noqa: ARG001  every operation is told
    """Find what lines of statements are, and book them: payments, receipts, fees, interest, transfers, customers.

    A reference comes before amount and payee, these before the bank's code, before a rule (the longest text first).
    What an account in another currency moved is booked at the rate of the day.
    Codes, first match wins: not_found, already, currency_differs (the account's ledger account is not kept in its
    currency), unmatched (open with its owner), no_rate (none of the currency on or before the day), done.
    Writes: finance_bankline.state, use; finance_paymentrequest (paid); finance_bankreceipt; the events
    ``payment_made`` and ``bank_booked``.
    Locks: (1) the finance periods; (2) payment requests by id, then lines by id.
    """
    lines, payments = _hold(company, ids)
    finder = _Finder(company, [line for line in lines.values() if line.state == "open"], payments)
    found = {
        place: one
        for place, line in lines.items()
        if line.state == "open" and not line.is_odd and (one := finder.of(line))
    }
    rates = _rates(company, [lines[i] for i in found])
    outcome = Outcome.of([(i, *_code(lines.get(i), found.get(i), rates)) for i in ids])
    if go := outcome.accepted:
        _book(company, {i: found[i] for i in go}, lines, payments, rates)
    return outcome


@operation(permission="finance.match_bank_lines")
def book_bank_lines(ids: Sequence[int], *, company: int, by: Actor, said: Said) -> Outcome:
    """Say what open lines are, and book them as that; ``remember`` makes a rule of it for lines like these.

    Money that goes out without a request of ours is repaid to a customer (``refund``) or paid to a supplier in advance
    (``prepaid``): an open item of that party, until it is applied to what it is for. What somebody has a voucher of,
    a loan, wages, a receipt by hand, is ``booked``: the line is part of what that voucher moves, and books nothing.
    Codes, first match wins: not_found, already, currency_differs (as ``match_bank_lines``; also a receipt for an order
    in the books' currency), wrong_direction, party_unknown, party_missing, payment_unknown, payment_differs (of another
    amount or account, or not at the bank), voucher_unknown (none by hand that moves the bank's ledger account),
    voucher_differs (less of it is not at the bank yet, or the other way), no_rate, done.
    Writes: as ``match_bank_lines``; finance_bankrule.
    Locks: (1) the finance periods; (2) payment requests by id, then lines by id, the voucher.
    """
    if said.use not in {*USES_IN, *USES_OUT}:
        raise Refusal("unknown_use", use=said.use)
    lines, payments = _hold(company, ids, [said.payment] if said.payment else [])
    party = rows(SQL["party"], code=said.party)[0].id if said.party and rows(SQL["party"], code=said.party) else None
    taken = _Taken(payments, Booked(company, [said.voucher] if said.use == "booked" and said.voucher else []))
    rates = _rates(company, lines.values())
    outcome = Outcome.of([(i, *_judge_said(lines.get(i), said, party, taken, rates)) for i in ids])
    if go := outcome.accepted:
        document = said.voucher if said.use == "booked" else said.payment
        found = {i: Found(said.use, "hand", document, party, lines[i].text or lines[i].reference) for i in go}
        _book(company, found, lines, payments, rates)
        if text := clean(said.remember)[:120]:
            direction = "in" if lines[go[0]].amount > 0 else "out"
            assert said.use not in OF_DOCUMENT, "judged"
            run(
                SQL["remember"], company=company, pattern=text, direction=direction, use=said.use, party=party,
                me=by.user_id,
            )  # fmt: skip
    return outcome


@operation(permission="finance.match_bank_lines")
def assign_bank_lines(ids: Sequence[int], *, company: int, by: Actor, owner: int) -> Outcome:  # noqa: ARG001
    """Give open lines to a person of the company, who answers for them.

    Codes, first match wins: not_found, matched, owner_unknown, already, done.
    Writes: finance_bankline.owner.
    Locks: (2) lines by id.
    """
    rows(SQL["lock_lines"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_assign"], company=company, ids=ids, owner=owner))
    if go := outcome.accepted:
        assert run(SQL["assign"], company=company, ids=go, owner=owner) == len(go)
    return outcome


def _hold(company: int, ids: Sequence[int], further: Sequence[int] = ()) -> tuple[dict[int, Any], dict[int, Any]]:
    """Keep the months of lines open, lock what they may pay and the lines; answers lines and payments by id."""
    days = rows(SQL["days"], company=company, ids=ids)
    lock_periods(company, Module.FINANCE, [row.booked_on for row in days])
    candidates = [row.id for row in rows(SQL["candidates"], company=company, ids=ids)]
    rows(PAYMENTS["lock_payments"], company=company, ids=column([*candidates, *further]))
    rows(SQL["lock_lines"], company=company, ids=ids)
    payments = rows(SQL["payments"], company=company, ids=column([*candidates, *further]))
    return {row.id: row for row in rows(SQL["lines"], company=company, ids=ids)}, {row.id: row for row in payments}


def _rates(company: int, lines: Iterable[Any]) -> Rates:
    """Answer the rates that lines in other currencies are booked at."""
    return daily_rates(company, [(line.currency, line.booked_on) for line in lines if line.is_foreign])


def _rated(line: Any, rates: Rates) -> tuple[str, dict[str, Any]]:
    """Say whether what a line moved can be told in the books' money."""
    if line.is_foreign and (line.currency, line.booked_on) not in rates:
        return "no_rate", {"currency": line.currency, "day": line.booked_on.isoformat()}
    return "done", {}


def _code(line: Any, found: Found | None, rates: Rates) -> tuple[str, dict[str, Any]]:
    if line is None:
        return "not_found", {}
    if line.state != "open":
        return "already", {}
    if line.is_odd:
        return "currency_differs", {}
    return _rated(line, rates) if found else ("unmatched", {})


@dataclass
class _Taken:
    """What lines of one set may be, and what earlier ones of it are already."""

    payments: Mapping[int, Any]
    booked: Booked
    used: set[int] = field(default_factory=set)

    def payment(self, said: Said, line: Any) -> str:
        """Let a line be a payment; answers why it cannot, if it cannot."""
        payment = self.payments.get(said.payment or 0)
        if payment is None:
            return "payment_unknown"
        fits = payment.amount == -line.amount and payment.bank_account_id == line.bank_account_id
        if not fits or payment.line_id or payment.id in self.used:
            return "payment_differs"
        self.used.add(payment.id)
        return ""


def _judge_said(line: Any, said: Said, party: int | None, taken: _Taken, rates: Rates) -> tuple[str, dict[str, Any]]:
    if line is None:
        return "not_found", {}
    code = _wrong(line, said, party, taken)
    return (code, {}) if code else ("done", {}) if said.use == "booked" else _rated(line, rates)


def _wrong(line: Any, said: Said, party: int | None, taken: _Taken) -> str:
    """Answer why a line cannot be what is said, if it cannot."""
    if line.state != "open":
        return "already"
    if line.is_odd or (line.is_foreign and said.use == "receipt"):
        return "currency_differs"
    if said.use not in (USES_IN if line.amount > 0 else USES_OUT) or (said.use in OF_DOCUMENT and said.remember):
        return "wrong_direction"
    if said.party and party is None:
        return "party_unknown"
    if said.use in OF_PARTY and party is None:
        return "party_missing"
    if said.use == "payment":
        return taken.payment(said, line)
    return taken.booked.take(said.voucher or 0, line) if said.use == "booked" else ""


class _Finder:
    """Finds what lines are; a payment is found once."""

    def __init__(self, company: int, lines: Sequence[Any], payments: Mapping[int, Any]) -> None:
        self.free = {row.id: row for row in payments.values() if row.line_id is None}
        self.by_number = {row.number: row for row in self.free.values()}
        self.by_payee: dict[tuple[int, Any, str], list[int]] = defaultdict(list)
        for row in (one for one in self.free.values() if one.state != "approved"):
            for name in {row.payee, row.payee_account}:
                self.by_payee[row.bank_account_id, row.amount, name].append(row.id)
        self.wanted = Counter(
            (line.bank_account_id, -line.amount, line.counterparty_account or line.counterparty) for line in lines
        )
        self.own = {row.number for row in rows(SQL["own"], company=company)}
        self.rules = rows(SQL["rules"], company=company)
        words = {word for line in lines if line.amount > 0 for word in _WORD.findall(line.text)}
        self.expected = expected_references(company, sorted(words))
        names = sorted({line.counterparty for line in lines if line.amount > 0 and line.counterparty})
        self.parties = {row.name: row.id for row in rows(SQL["by_name"], names=names)}

    def of(self, line: Any) -> Found | None:
        if line.amount < 0 and (found := self._payment(line)):
            return found
        # What waits for a receipt (orders, platforms' settlements) is in the books' currency.
        words = _WORD.findall(line.text) if line.amount > 0 and not line.is_foreign else []
        if word := next((one for one in words if one in self.expected), ""):
            return Found("receipt", "reference", reference=word)
        if line.counterparty_account and line.counterparty_account in self.own:
            return Found("transfer", "party")
        if line.code in CODES:
            return Found(CODES[line.code], "code")
        if found := self._rule(line):
            return found
        if line.amount > 0 and (party := self.parties.get(line.counterparty)):
            return Found("customer", "party", party=party)
        return None

    def _payment(self, line: Any) -> Found | None:
        """Find our payment: by our own reference, else the only one of this amount to this payee."""
        row = self.by_number.get(line.end_to_end) if line.end_to_end else None
        if row is not None and (row.amount, row.bank_account_id) == (-line.amount, line.bank_account_id):
            return self._taken(row, "reference")
        if line.end_to_end:
            return None
        name = line.counterparty_account or line.counterparty
        same = [
            place for place in self.by_payee.get((line.bank_account_id, -line.amount, name), []) if place in self.free
        ]
        alone = self.wanted[line.bank_account_id, -line.amount, name] == 1
        return self._taken(self.free[same[0]], "party") if len(same) == 1 and alone else None

    def _taken(self, row: Any, way: str) -> Found | None:
        if self.free.pop(row.id, None) is None:
            return None
        return Found("payment", way, row.id, row.party_id)

    def _rule(self, line: Any) -> Found | None:
        """Find the rule with the longest text that the line holds."""
        said = f"{line.counterparty} {line.text}".casefold()
        direction = "in" if line.amount > 0 else "out"
        for rule in self.rules:
            if rule.direction == direction and rule.pattern.casefold() in said:
                return Found(rule.use, "rule", party=rule.party_id, reference=line.text or line.reference)
        return None


def _book(
    company: int, found: Mapping[int, Found], lines: Mapping[int, Any], payments: Mapping[int, Any], rates: Rates
) -> None:
    """Write what lines are, and what follows of it: payments made, receipts, events."""
    paid = {
        one.document: (lines[i].booked_on, lines[i].reference)
        for i, one in found.items()
        if one.use == "payment" and one.document and payments[one.document].state != "paid"
    }
    pay(company, paid, {})
    receipts = [i for i, one in found.items() if one.use == "receipt"]
    made = _receipts(company, receipts, found, lines) if receipts else {}
    documents = [made.get(i) or one.document for i, one in found.items()]
    written = run(
        SQL["match"], company=company, ids=column(list(found)), uses=[one.use for one in found.values()],
        ways=[one.way for one in found.values()], parties=column([one.party for one in found.values()]),
        documents=column(documents),
    )  # fmt: skip
    assert written == len(found)
    booked = [i for i, one in found.items() if one.use not in (*OF_DOCUMENT, "receipt")]
    if booked:
        _record(company, booked, found, lines, rates)


def _record(
    company: int, ids: Sequence[int], found: Mapping[int, Found], lines: Mapping[int, Any], rates: Rates
) -> None:
    """Record what lines are in the books, one event each; what another currency is worth is a matter of its day."""
    events, foreign = EventLines(), {}
    for i in ids:
        line = lines[i]
        component = on_ledger(found[i].use, line.ledger)
        amount = -line.amount if found[i].use in GOES_OUT else line.amount
        if line.is_foreign:
            foreign[i] = Foreign(line.currency, amount)
            amount = in_books(amount, rates[line.currency, line.booked_on])
        events.add(i, component, i, amount)
    days: list[date] = [lines[i].booked_on for i in ids]
    parties = [found[i].party for i in ids]
    record_events(company, "bank_booked", ids, [None] * len(ids), parties, days, events, foreign=foreign)


def _receipts(company: int, ids: Sequence[int], found: Mapping[int, Found], lines: Mapping[int, Any]) -> dict[int, int]:
    """Record lines as bank receipts, or name the one that was recorded before; answers the receipt of each line."""
    numbers = _numbers(company, ids, lines)
    made = rows(
        SQL["receipts"], company=company, run=current().run_id, ids=column(ids), numbers=numbers,
        references=[found[i].reference[:120] for i in ids],
    )  # fmt: skip
    assert len(made) == len(ids), "a line is a receipt of its amount"
    return {row.line_id: row.id for row in made}


def _numbers(company: int, ids: Sequence[int], lines: Mapping[int, Any]) -> list[str]:
    """Answer the bank's number of each line; one that stands for other money as well is told apart by the line."""
    often = Counter(lines[i].reference for i in ids)
    other = {row.id for row in rows(SQL["other_money"], company=company, ids=column(ids))}
    unclear = [i in other or often[lines[i].reference] > 1 for i in ids]
    return [
        f"{lines[i].reference[:44]}#{i}" if odd else lines[i].reference for i, odd in zip(ids, unclear, strict=True)
    ]
