"""Expense claims before they are approved: written by the employee, handed in against the limits, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Outcome, current, operation
from interlock.core.sql import blocks, column, rows, run

from ..budgets import documents as budgets
from ..budgets import ledger as budget_ledger
from ..openitems.posting import in_books
from .judging import Judge, invoice_of
from .limits import Limits

SQL = blocks(__file__)
ENTER = "finance.enter_claims"
NOTHING = Decimal(0)


@dataclass(frozen=True)
class NewClaimLine:
    """What was spent. ``xml`` is the kept file of a fully digital invoice: number, seller, amount, VAT are its own."""

    kind: str
    spent_on: date | None
    amount: Decimal | None
    tax: Decimal | None = NOTHING
    quantity: Decimal | None = Decimal(1)
    city_class: str = ""
    text: str = ""
    reason: str = ""
    invoice_number: str = ""
    seller_name: str = ""
    file: int | None = None
    xml: int | None = None


@dataclass(frozen=True)
class NewClaim:
    """A claim to be written; ``claim`` and ``version`` name the draft it takes the place of, if any.

    ``employee`` is the code of the party of whoever claims: a person claims for themselves only.
    """

    purpose: str
    claimed_on: date
    lines: tuple[NewClaimLine, ...]
    unit: str = ""
    project: str = ""
    from_on: date | None = None
    to_on: date | None = None
    currency: str = ""
    employee: str = ""
    claim: int | None = None
    version: int = 0


@operation(permission=ENTER, documents=False)
def save_claims(ids: Sequence[int], *, company: int, by: Actor, claims: Mapping[int, NewClaim]) -> Outcome:
    """Write one's own expense claims as drafts, new ones or in place of older; ``ids`` are the keys of ``claims``.

    An invoice number stands in one claim of the group only, and in none that is a bill or an input invoice already.
    Codes, first match wins: not_found, employee_unknown, not_draft, stale, purpose_missing, wrong_day, unit_unknown,
    project_unknown, currency_unknown, no_rate, empty, kind_unknown, bad_amount, bad_quantity, bad_invoice_number,
    file_unknown, not_our_company, wrong_sums, invoice_used (where), done.
    Writes: finance_expenseclaim and its lines.
    Locks: the invoice numbers of the group, one set after the other; (2) claims by id; (9) counters.
    """
    given = {i: claims[i] for i in ids if i in claims}
    older = [one.claim for one in given.values() if one.claim]
    run(SQL["lock_numbers"])
    run(SQL["lock_claims"], company=company, ids=column(older))
    judge = Judge(
        company, by, given, {row.id: row for row in rows(SQL["standing"], company=company, ids=column(older))}
    )
    outcome = Outcome.of([(i, *judge.of(given.get(i))) for i in ids])
    if go := outcome.accepted:
        made = _write(company, by, {i: given[i] for i in go}, judge)
        outcome.answer({i: Answer(i, "done", {"claim": made[i]}) for i in go})
        outcome.timeline = [(made[i], "draft") for i in go]
    return outcome


@operation(permission=ENTER)
def submit_claims(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Hand one's own claims in, against the limits of their kinds by grade, department and class of city.

    Codes, first match wins: not_found, already, not_draft, invoice_missing, over_limit (one that refuses),
    reason_wanted (over one that asks for it), budget_stopped, over_budget, done.
    Writes: finance_expenseclaim.state, is_over; finance_expenseline.over_amount; what they will spend is reserved in
    the budgets.
    Locks: (2) claims by id, then whose they are: what one spends a day counts over all claims; (7) budget lines by id.
    """
    run(SQL["lock_claims"], company=company, ids=column(ids))
    run(SQL["lock_employees"], company=company, ids=column(ids))
    limits = Limits(company, ids)
    judged, over = [], {}
    for row in rows(SQL["judge_submit"], company=company, ids=column(ids), me=by.user_id):
        code, detail = row.code, {}
        mine = limits.over(row.id) if code == "done" else []
        if refused := [line for line in mine if line.effect == "refuse"]:
            code, detail = "over_limit", {"lines": [line.told() for line in refused]}
        elif silent := [line for line in mine if not line.reason]:
            code, detail = "reason_wanted", {"lines": [line.told() for line in silent]}
        elif code == "done":
            limits.take(row.id)
            over[row.id] = mine
        judged.append((row.id, code, detail))
    outcome = Outcome.of(judged)
    asked = budgets.judge_claims(company, [i for i, code, _detail in judged if code == "done"])
    outcome.answer(budgets.answers(asked))
    if go := outcome.accepted:
        lines = [line for i in go for line in over.get(i, [])]
        run(SQL["not_over"], company=company, ids=go)
        given = {"lines": column([line.id for line in lines]), "amounts": column([line.over for line in lines])}
        assert run(SQL["over"], company=company, ids=go, **given) == len(lines)
        assert run(SQL["submit"], company=company, ids=go, over=column([i for i in go if over.get(i)])) == len(go)
        budgets.take(company, asked)
        outcome.answer(budgets.warnings(asked, go))
    return outcome


@operation(permission=ENTER)
def withdraw_claims(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Withdraw one's own claims that are not approved; their invoices are free again.

    Codes, first match wins: not_found, already, not_open (approved, or further), done.
    Writes: finance_expenseclaim.state, finance_expenseline.is_live; what they had reserved in budgets is given back.
    Locks: (2) claims by id; (7) budget lines by id.
    """
    run(SQL["lock_claims"], company=company, ids=column(ids))
    outcome = Outcome.of(rows(SQL["judge_withdraw"], company=company, ids=column(ids), me=by.user_id))
    if go := outcome.accepted:
        assert run(SQL["withdraw"], company=company, ids=go) == len(go)
        run(SQL["let_go"], company=company, ids=go)
        budget_ledger.release(company, budgets.CLAIM, go)
    return outcome


def _write(company: int, by: Actor, claims: Mapping[int, NewClaim], judge: Judge) -> dict[int, int]:
    """Write heads and lines, new ones and in place of older versions; answers the claim of each id."""
    fresh = [i for i in claims if claims[i].claim is None]
    older = [i for i in claims if claims[i].claim is not None]
    places = {i: claims[i].claim or 0 for i in older}
    if older:
        ids = column([places[i] for i in older])
        heads = _heads(claims, older, judge)
        heads.pop("employees")
        assert run(SQL["change"], company=company, ids=ids, **heads) == len(older)
        run(SQL["clear"], company=company, ids=ids)
    if fresh:
        heads = _heads(claims, fresh, judge)
        made = rows(SQL["make"], company=company, me=by.user_id, run=current().run_id, **heads)
        places |= {i: row.id for i, row in zip(fresh, made, strict=True)}
    _write_lines(company, {places[i]: claims[i] for i in claims}, judge)
    return places


def _heads(claims: Mapping[int, NewClaim], ids: Sequence[int], judge: Judge) -> dict[str, Any]:
    """Write heads as columns."""
    given = [claims[i] for i in ids]
    return {
        "employees": column([judge.employee_of(one).id for one in given]),
        "units": column([judge.unit_of(one) for one in given]),
        "projects": column([judge.project_of(one) for one in given]),
        "purposes": [one.purpose.strip()[:200] for one in given],
        "days": [one.claimed_on for one in given],
        "begins": [one.from_on for one in given],
        "ends": [one.to_on for one in given],
        "currencies": [one.currency or judge.currency for one in given],
        "rates": column([judge.rate_of(one) for one in given]),
        "amounts": column(
            [sum((in_books(_amount(line, judge), judge.rate_of(one)) for line in one.lines), NOTHING) for one in given]
        ),
    }


def _amount(line: NewClaimLine, judge: Judge) -> Decimal:
    read = invoice_of(line, judge.read)
    return (read.amount if read else line.amount) or NOTHING


def _write_lines(company: int, claims: Mapping[int, NewClaim], judge: Judge) -> None:
    """Write all lines of all claims in one statement."""
    flat = [(made, place, line, judge.rate_of(one)) for made, one in claims.items()
            for place, line in enumerate(one.lines, start=1)]  # fmt: skip
    read = [invoice_of(line, judge.read) for _made, _place, line, _rate in flat]
    taxes = [(one.tax if one else line.tax) or NOTHING for one, (_m, _p, line, _r) in zip(read, flat, strict=True)]
    written = run(
        SQL["lines"],
        company=company,
        claims=column([made for made, *_rest in flat]),
        ordinals=column([place for _made, place, *_rest in flat]),
        kinds=column([judge.kinds[line.kind].id for _m, _p, line, _r in flat]),
        days=[line.spent_on for _m, _p, line, _r in flat],
        quantities=column([line.quantity for _m, _p, line, _r in flat]),
        cities=[line.city_class for _m, _p, line, _r in flat],
        amounts=column([_amount(line, judge) for _m, _p, line, _r in flat]),
        taxes=column(taxes),
        books=column([in_books(_amount(line, judge), rate) for _m, _p, line, rate in flat]),
        book_taxes=column(
            [
                in_books(tax, rate) if judge.kinds[line.kind].is_deductible and (one is None or one.is_special) else 0
                for tax, one, (_m, _p, line, rate) in zip(taxes, read, flat, strict=True)
            ]
        ),
        texts=[line.text.strip()[:200] for _m, _p, line, _r in flat],
        reasons=[line.reason.strip()[:200] for _m, _p, line, _r in flat],
        numbers=[one.number if one else line.invoice_number.strip()
                 for one, (_m, _p, line, _r) in zip(read, flat, strict=True)],
        sellers=[(one.seller_name if one else line.seller_name.strip())[:120]
                 for one, (_m, _p, line, _r) in zip(read, flat, strict=True)],
        files=column([line.file for _m, _p, line, _r in flat]),
        xmls=column([line.xml for _m, _p, line, _r in flat]),
    )  # fmt: skip
    assert written == len(flat)
