"""Suppliers' invoices: taken in from their files, verified at the tax office, deducted in a month."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from interlock.core.api import Actor, Answer, File, Module, Outcome, current, keep_file, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run

from ..models import TaxMonth
from .messages import queue
from .reading import ReadInvoice, read_invoice
from .revenue import month_of, registration_of

SQL = blocks(__file__)


@dataclass(frozen=True)
class Received:
    """A file that was read: what it says, and where it is kept."""

    invoice: ReadInvoice
    file: int


def keep_invoice(content: bytes, name: str, company: int) -> Received:
    """Read a supplier's file and keep it under its hash. Refuses: unreadable_invoice, hostile_xml, file_too_large."""
    found = read_invoice(content)
    file, _new = keep_file(io.BytesIO(content), name, company)
    return Received(found, int(file.pk))


@operation(permission="finance.receive_invoices", documents=False)
def receive_invoices(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,
    invoices: Mapping[int, Received],
    on: date,
    bill_kind: str = "",
    bill_id: int | None = None,
) -> Outcome:
    """Take in suppliers' invoices; ``ids`` are the keys of ``invoices``. A bill they belong to is named by kind and id.

    The answer names the invoice, and what does not add up line by line. One whose bill was typed and is in the books
    belongs to that bill, and is not booked again.
    Codes, first match wins: not_found, bad_number (not twenty digits), bad_day, wrong_sums (``faults`` names lines),
    not_our_company (the buyer is another), own_invoice (we are the seller), already (the same file came before),
    number_known (its number came with another file, in another company of the group, or on an expense claim),
    bill_differs (a bill typed under its number is in the books with another amount), done.
    Writes: finance_inputinvoice and its lines.
    Locks: (2) the numbers of the group, one set after the other.
    """
    rows(SQL["lock_numbers"])
    given = {i: invoices[i] for i in ids if i in invoices}
    ours = str(rows(SQL["ourselves"], company=company)[0].uscc)
    known: dict[str, tuple[int, str]] = {}
    for row in rows(SQL["known"], numbers=_numbers(given)):
        known[row.number] = (row.company_id, row.sha256)
    about = {"company": company, "bill_kind": bill_kind, "bill_id": bill_id}
    for row in rows(SQL["claimed"], numbers=_numbers(given), **about):
        known.setdefault(row.number, (row.company_id, ""))
    typed = (
        {} if bill_kind else {row.number: row for row in rows(SQL["typed"], numbers=_numbers(given), company=company)}
    )
    hashes = dict(File.objects.filter(pk__in=[one.file for one in given.values()]).values_list("pk", "sha256"))
    judged = []
    for i in ids:
        judged.append(_judge(i, given.get(i), company, ours, known, hashes, typed))
        if judged[-1].code == "done":
            known[given[i].invoice.number] = (company, hashes[given[i].file])
    outcome = Outcome.of(judged)
    if go := outcome.accepted:
        own = dict.fromkeys(go, (bill_kind, bill_id))
        own |= {i: ("bill", typed[given[i].invoice.number].id) for i in go if given[i].invoice.number in typed}
        made = _write(company, [given[i] for i in go], on, [own[i] for i in go])
        numbers = {i: given[i].invoice.number for i in go}
        outcome.answer({i: Answer(i, "done", {"invoice": made[number]}) for i, number in numbers.items()})
        outcome.timeline = [(invoice, "done") for invoice in made.values()]
    return outcome


def _judge(
    i: int,
    given: Received | None,
    company: int,
    ours: str,
    known: Mapping[str, tuple[int, str]],
    hashes: Mapping[int, str],
    typed: Mapping[str, Any],
) -> Answer:
    if given is None:
        return Answer(i, "not_found")
    found = given.invoice
    about = {"number": found.number}
    code = "done"
    if not found.number:
        code = "bad_number"
    elif found.issued_on is None:
        code = "bad_day"
    elif found.faults:
        return Answer(
            i, "wrong_sums", about | {"faults": [{"line": line, "code": why} for line, why in found.faults[:50]]}
        )
    elif not ours or found.buyer_code != ours:
        return Answer(i, "not_our_company", about | {"buyer": found.buyer_name, "buyer_code": found.buyer_code})
    elif found.seller_code == ours:
        code = "own_invoice"
    elif held := known.get(found.number):
        code = "already" if held == (company, hashes.get(given.file)) else "number_known"
    elif (bill := typed.get(found.number)) and bill.amount != (found.net or 0) + (found.tax or 0):
        return Answer(i, "bill_differs", about | {"bill": bill.bill, "amount": str(bill.amount)})
    return Answer(i, code, about)


def _numbers(given: Mapping[int, Received]) -> list[str]:
    return sorted({one.invoice.number for one in given.values()} - {""})


def _write(
    company: int, given: Sequence[Received], on: date, bills: Sequence[tuple[str, int | None]]
) -> dict[str, int]:
    read = [one.invoice for one in given]
    sellers = {row.uscc: row.id for row in rows(SQL["sellers"], codes=[one.seller_code for one in read])}
    made = rows(
        SQL["make"],
        company=company,
        on=on,
        run=current().run_id,
        bill_kinds=[kind for kind, _bill in bills],
        bills=column([bill for _kind, bill in bills]),
        numbers=[one.number for one in read],
        sellers=[one.seller_name for one in read],
        codes=[one.seller_code for one in read],
        parties=column([sellers.get(one.seller_code) for one in read]),
        days=[one.issued_on for one in read],
        nets=column([one.net for one in read]),
        taxes=column([one.tax for one in read]),
        specials=[one.is_special for one in read],
        files=column([one.file for one in given]),
    )
    of_number = {str(row.number): int(row.id) for row in made}
    placed = [(of_number[one.number], place, line) for one in read for place, line in enumerate(one.lines, start=1)]
    run(
        SQL["make_lines"],
        company=company,
        invoices=column([invoice for invoice, _place, _line in placed]),
        numbers=column([place for _invoice, place, _line in placed]),
        names=[line.name for _invoice, _place, line in placed],
        measures=[line.measure for _invoice, _place, line in placed],
        quantities=column([line.quantity for _invoice, _place, line in placed]),
        rates=column([line.tax_pct for _invoice, _place, line in placed]),
        nets=column([line.net for _invoice, _place, line in placed]),
        taxes=column([line.tax for _invoice, _place, line in placed]),
    )
    return of_number


@operation(permission="finance.deduct_invoices", limit=500)
def verify_invoices(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Ask the tax office whether input invoices are what they say; verified they are in the books as of ``on``.

    Codes, first match wins: not_found, already (at the office, or verified), done.
    Writes: finance_inputinvoice.state; a message to the office each.
    Locks: (2) input invoices by id.
    """
    office = registration_of(company)
    rows(SQL["lock_inputs"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_verify"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["verify"], company=company, ids=go) == len(go)
        bodies = {
            row.id: {
                "request": f"{office.uscc}/V/{row.number}/{current().run_id}",
                "number": row.number,
                "issued_on": row.issued_on.isoformat(),
                "total": str(row.amount),
            }
            for row in rows(SQL["inputs"], company=company, ids=go)
        }
        queue(company, "verify", on, bodies)
    return outcome


@operation(permission="finance.deduct_invoices", limit=500)
def deduct_invoices(ids: Sequence[int], *, company: int, by: Actor, month: date) -> Outcome:
    """Choose verified invoices for the deduction of a month; the tax office confirms each, then it is in the books.

    Codes, first match wins: not_found, already (chosen, or deducted), not_verified, not_deductible (no special
    invoice), later_month (issued after the month), period_closed (finance, the month), done.
    Writes: finance_inputinvoice.state, month; a message to the office each.
    Locks: (1) the finance period, shared; (2) input invoices by id.
    """
    office = registration_of(company)
    first, after = month_of(month)
    lock_periods(company, Module.FINANCE, [first])
    rows(SQL["lock_inputs"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_deduct"], company=company, ids=ids, month=first, after=after))
    if go := outcome.accepted:
        assert run(SQL["deduct"], company=company, ids=go, month=first) == len(go)
        bodies: dict[int, dict[str, Any]] = {
            row.id: {
                "request": f"{office.uscc}/D/{row.number}/{current().run_id}",
                "taxpayer": office.uscc,
                "month": f"{first:%Y-%m}",
                "numbers": [row.number],
            }
            for row in rows(SQL["inputs"], company=company, ids=go)
        }
        queue(company, "deduct", first, bodies)
    return outcome


def tax_month_of(company: int, month: date) -> int:
    """Answer the row of a company's month, made when it is first asked for."""
    made, _new = TaxMonth.objects.get_or_create(company_id=company, month=month.replace(day=1))
    return int(made.pk)


@operation(permission="finance.ask_tax_office", limit=24)
def ask_tax_office(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Ask the tax office what it counts for months (``ids``): output and input VAT.

    Codes, first match wins: not_found, already (the question is on its way), done.
    Writes: a message to the office each.
    Locks: (2) months by id.
    """
    office = registration_of(company)
    rows(SQL["lock_months"], company=company, ids=ids)
    judged = rows(SQL["judge_months"], company=company, ids=ids)
    outcome = Outcome.of([(row.id, row.code) for row in judged])
    if go := outcome.accepted:
        asked = {row.id: row.month for row in judged}
        for i in go:
            queue(company, "declare", date.fromisoformat(f"{asked[i]}-01"),
                  {i: {"taxpayer": office.uscc, "month": asked[i]}})  # fmt: skip
    return outcome
