"""Payment runs: approved requests become a file of one account; the bank's answers change them and the books."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.utils import timezone

from interlock.core.api import Actor, Answer, Module, Outcome, current, keep_file, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run

from ..budgets import ledger as budget_ledger
from ..operations.rates import daily_rates, in_books
from ..operations.record import EventLines, Foreign, record_events
from .documents import payable_documents, tell_paid
from .iso import PaymentStatus, Transfer, TransferFile, payment_file
from .payments import PAYMENT, clean
from .payments import SQL as PAYMENTS

SQL = blocks(__file__)
#: What a bank says of a payment (ISO's ExternalPaymentTransactionStatus1Code), and what it means here.
PAID_STATUSES = ("ACSC", "ACCC")
REFUSED_STATUSES = ("RJCT", "CANC")


@operation(permission="finance.run_payments")
def make_payment_runs(ids: Sequence[int], *, company: int, by: Actor, on: date, sure: str = "") -> Outcome:
    """Bring approved payments to the bank: one run, one file and one message to the gateway for each bank account.

    The answer names the run. Nothing is sent here: the message waits in the outbox, in the same transaction.
    A payment of a withdrawn run would be paid twice if the bank has that file after all: ``sure`` says why it has not.
    Codes, first match wins: not_found, already (a run has it), not_approved, bank_has_it (its answer or its statement
    says so, whatever ``sure`` says), withdrawn_before (names that run; ``sure`` is missing), account_closed,
    no_gateway, document_unknown (what it pays was taken back since), beyond_document (what it pays was settled
    otherwise since, and is worth less than is asked for it), done.
    Writes: finance_paymentrun, finance_paymentrequest.state, payment_run, finance_bankmessage,
    finance_withdrawnpayment.sure_because; the file.
    Locks: (2) payment requests by id; (9) counters.
    """
    rows(PAYMENTS["lock_payments"], company=company, ids=ids)
    because = clean(sure)[:240]
    outcome = Outcome.of(rows(SQL["judge_run"], company=company, ids=ids, sure=bool(because)))
    outcome.answer(_no_longer_owed(company, outcome.accepted))
    if go := outcome.accepted:
        if because:
            run(PAYMENTS["note_sure"], company=company, ids=go, because=because, me=by.user_id)
        made = rows(
            SQL["make"], company=company, ids=go, on=on, at=timezone.now(), me=by.user_id, run=current().run_id
        )  # fmt: skip
        runs = [row.id for row in made]
        assert run(SQL["take_up"], company=company, ids=go, runs=column(runs)) == len(go)
        _write_files(company, runs)
        assert run(SQL["outbox"], company=company, runs=column(runs)) == len(runs)
        named = rows(SQL["run_of"], company=company, ids=go)
        outcome.answer({row.id: Answer(row.id, "done", {"run": row.payment_run_id}) for row in named})
        outcome.timeline = [(one, "made") for one in runs]
    return outcome


def _no_longer_owed(company: int, ids: Sequence[int]) -> dict[int, Answer]:
    """Answer the payments whose documents are gone, or worth less by now than all that is asked for them."""
    asked = [row for row in rows(SQL["documents"], company=company, ids=ids) if row.document_id] if ids else []
    if not asked:
        return {}
    which = {row.id: (row.document_kind, row.document_id, row.document_line) for row in asked}
    known = payable_documents(company, list(which.values()))
    kinds, documents = sorted({row.document_kind for row in asked}), sorted({row.document_id for row in asked})
    taken = {
        (row.document_kind, row.document_id, row.document_line): row.amount
        for row in rows(PAYMENTS["asked_before"], company=company, kinds=kinds, documents=column(documents),
                        leaving=column([]))
    }  # fmt: skip
    found = {}
    for payment, one in which.items():
        document = known.get(one)
        if document is None:
            found[payment] = Answer(payment, "document_unknown")
        elif document.amount is not None and taken[one] > document.amount:
            found[payment] = Answer(payment, "beyond_document", {"document": document.number})
    return found


def _write_files(company: int, runs: Sequence[int]) -> None:
    """Write the file of each run and keep it: whatever happens later, this is what is sent."""
    found = rows(SQL["file"], company=company, runs=column(runs))
    hashes = {}
    for place, own in groupby(found, key=lambda row: row.run_id):
        lines = list(own)
        head = lines[0]
        transfers = tuple(
            Transfer(
                line.number,
                line.amount,
                line.payee,
                line.payee_account,
                line.payee_bank,
                line.payee_bank_code,
                line.text,
            )
            for line in lines
        )
        written = payment_file(
            TransferFile(
                head.message, head.made_at, head.pay_on, head.holder, head.account, head.bank_name, head.bank_code,
                head.currency, transfers,
            )
        )  # fmt: skip
        file, _new = keep_file(io.BytesIO(written), f"{head.message}.xml", company)
        hashes[place] = file.sha256
    assert run(SQL["sealed"], company=company, runs=column(list(hashes)), hashes=list(hashes.values())) == len(runs)


@dataclass(frozen=True)
class RunAnswer:
    """What the bank says of a file as a whole."""

    accepted: bool
    reason: str = ""


@operation(permission="finance.run_payments")
def answer_runs(ids: Sequence[int], *, company: int, by: Actor, answers: Mapping[int, RunAnswer]) -> Outcome:  # noqa: ARG001
    """Write down that the bank has taken a file, or refused all of it; a refused run's payments are rejected.

    The answer to a file that was withdrawn changes no payment: the run's list says it, and somebody clears it up.
    Codes, first match wins: not_found, already (it was answered before), done.
    Writes: finance_paymentrun.state; finance_paymentrequest.state, bank_reason; finance_withdrawnpayment.told.
    Locks: (2) payment requests of the runs by id, then the runs by id.
    """
    rows(SQL["lock_of_runs"], company=company, ids=ids)
    rows(SQL["lock_runs"], company=company, ids=ids)
    known = [i for i in ids if i in answers]
    judged = rows(SQL["judge_answer"], company=company, ids=ids, known=column(known))
    outcome = Outcome.of([(row.id, row.code) for row in judged])
    if go := outcome.accepted:
        given: dict[str, Any] = {
            "accepted": [answers[i].accepted for i in go],
            "reasons": [answers[i].reason[:4] for i in go],
        }
        touched = rows(SQL["answer_payments"], company=company, ids=go, **given)
        late = {row.id for row in judged if row.state == "withdrawn"} & set(go)
        assert run(SQL["answer_runs"], company=company, ids=go, **given) == len(go) - len(late)
        run(SQL["note_late_file"], company=company, ids=go, **given)
        budget_ledger.release(company, PAYMENT, [row.id for row in touched if row.state == "rejected"])
        outcome.timeline = [(row.id, row.state) for row in touched]
    return outcome


@operation(permission="finance.run_payments")
def apply_statuses(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,  # noqa: ARG001  every operation is told
    statuses: Mapping[int, PaymentStatus],
    of: int | None = None,
) -> Outcome:
    """Take what the bank says of payments: paid ones are booked (``payment_made``), refused ones are rejected.

    In whatever order and however often it comes: a later answer that says less changes nothing, one that says the
    opposite of a final one is ``contradicted`` and waits for a person. ``of`` is the run whose file the bank speaks of:
    where that was withdrawn its list says it, and a payment that no other run has is paid if the bank says so.
    Codes, first match wins: not_found, not_sent, already, contradicted, done.
    Writes: finance_paymentrequest.state, bank_status; finance_paymentrun.state; finance_withdrawnpayment.told; the
    event ``payment_made``.
    Locks: (1) the finance periods; (2) payment requests by id.
    """
    known = [i for i in ids if i in statuses]
    days = {i: statuses[i].on for i in known if statuses[i].on}
    lock_periods(company, Module.FINANCE, [day for day in days.values() if day])
    rows(PAYMENTS["lock_payments"], company=company, ids=ids)
    told = {i: _state(statuses[i].status) for i in known}
    judged = rows(
        SQL["judge_status"], company=company, ids=ids, known=column(known), states=[told[i] for i in known],
        codes=[statuses[i].status[:4] for i in known],
    )  # fmt: skip
    late = {row.id: row for row in _late(company, known, statuses, of)}
    outcome = Outcome.of([late.get(row.id, row) for row in judged])
    free = [i for i, row in late.items() if row.is_free]
    later = [i for i in outcome.accepted if i in late]
    if later:
        _note_late(company, later, statuses, of)
    if go := [i for i in outcome.accepted if i not in late or (i in free and told[i] == "paid")]:
        today = timezone.localdate()
        paid = {i: (days.get(i) or today, statuses[i].reference) for i in go if told[i] == "paid"}
        pay(company, paid, {i: statuses[i].status for i in paid}, of)
        other = [i for i in go if told[i] != "paid"]
        changed = run(
            SQL["note_status"], company=company, ids=column(other), states=[told[i] for i in other],
            codes=[statuses[i].status[:4] for i in other], reasons=[statuses[i].reason[:4] for i in other],
        )  # fmt: skip
        assert changed == len(other)
        run(SQL["finish_runs"], company=company, ids=go)
        budget_ledger.release(company, PAYMENT, [i for i in go if told[i] == "rejected"])
    outcome.timeline = [(i, told[i]) for i in go if told[i] in ("paid", "rejected")]
    if later and of:
        outcome.timeline.append((of, "answered"))
    return outcome


#: What a bank says of a payment whose run was withdrawn.
LATE = {"paid": "paid", "rejected": "refused", "sent": "taken"}


def _late(company: int, known: Sequence[int], statuses: Mapping[int, PaymentStatus], of: int | None) -> list[Any]:
    """Judge what is said of payments in a run that was withdrawn; of those in a run that stands nothing is answered."""
    if of is None:
        return []
    return rows(
        SQL["judge_late"], company=company, run=of, ids=column(known), known=column(known),
        told=[LATE[_state(statuses[i].status)] for i in known], codes=[statuses[i].status[:4] for i in known],
    )  # fmt: skip


def _note_late(company: int, ids: Sequence[int], statuses: Mapping[int, PaymentStatus], of: int | None) -> None:
    said = [statuses[i] for i in ids]
    noted = run(
        SQL["note_late"], company=company, run=of, ids=column(ids), told=[LATE[_state(one.status)] for one in said],
        codes=[one.status[:4] for one in said], reasons=[one.reason[:4] for one in said],
        references=[one.reference[:35] for one in said],
    )  # fmt: skip
    assert noted == len(ids)


def _state(status: str) -> str:
    if status in PAID_STATUSES:
        return "paid"
    return "rejected" if status in REFUSED_STATUSES else "sent"


def pay(company: int, paid: Mapping[int, tuple[date, str]], statuses: Mapping[int, str], of: int | None = None) -> None:
    """Book payments that the bank has made, inside the caller's operation: they are locked and not paid yet.

    Those of a withdrawn run are of it again: of the run ``of``, or of the last one that had them.

    The event's document is the payment request, which names the document it is for; its party is the payee. What left
    an account in another currency is booked at the rate of the bank's day.
    """
    if not paid:
        return
    ids = list(paid)
    made = rows(
        SQL["pay"], company=company, run=of, ids=column(ids), days=[day for day, _reference in paid.values()],
        references=[reference[:35] for _day, reference in paid.values()],
        codes=[statuses.get(i, "ACSC")[:4] for i in ids],
    )  # fmt: skip
    assert len(made) == len(ids)
    rates = daily_rates(company, [(row.currency, row.paid_on) for row in made if row.is_foreign])
    lines, foreign = EventLines(), {}
    for row in made:
        amount = row.amount
        if row.is_foreign:
            foreign[row.id] = Foreign(row.currency, row.amount)
            # A bank's answer is never refused for want of a rate: it was worth this when it was asked for.
            rate = rates.get((row.currency, row.paid_on))
            amount = in_books(row.amount, rate) if rate else row.book_amount
        lines.add(row.id, row.component, row.id, amount)
    record_events(
        company, "payment_made", [row.id for row in made], [row.unit_id for row in made],
        [row.party_id for row in made],
        [row.paid_on for row in made], lines, foreign=foreign,
    )  # fmt: skip
    tell_paid(company, [(row.document_kind, row.document_id, row.amount) for row in made])


@dataclass(frozen=True)
class PaidDocument:
    """What a payment was for, as whoever keeps that document asks."""

    payment: int
    kind: str
    document: int | None
    line: int | None
    party: int | None
    amount: Decimal
    paid_on: date | None


def paid_documents(company: int, payments: Sequence[int]) -> list[PaidDocument]:
    """Answer what payments (the documents of ``payment_made``) are for."""
    return [PaidDocument(*row) for row in rows(SQL["paid_for"], company=company, ids=column(payments))]
