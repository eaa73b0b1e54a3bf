"""Payment requests: written, handed in, approved by another person, rejected, cancelled."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from interlock.core.api import Actor, Answer, Outcome, Refusal, current, needs_approval, operation
from interlock.core.sql import blocks, column, rows, run

from ..budgets import documents as budgets
from ..budgets import ledger as budget_ledger
from ..operations.rates import daily_rates, in_books
from .documents import PayableDocument, payable_documents

SQL = blocks(__file__)
#: The kind of approval that a payment may need.
PAYMENT = "payment"
CENT, MOST = Decimal("0.01"), Decimal(10**15)
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_ACCOUNT = re.compile(r"[0-9A-Za-z-]{4,34}")


@dataclass(frozen=True)
class NewPayment:
    """A payment as it is asked for; ``payment`` and ``version`` name the draft it takes the place of, if any."""

    reason: str
    bank_account: str
    payee: str
    payee_account: str
    amount: Decimal | None
    due_on: date
    payee_bank: str = ""
    payee_bank_code: str = ""
    text: str = ""
    party: str = ""
    document_kind: str = ""
    document: int | None = None
    document_line: int | None = None
    payment: int | None = None
    version: int = 0
    unit: str = ""


@operation(permission="finance.enter_payments", documents=False)
def save_payments(ids: Sequence[int], *, company: int, by: Actor, payments: Mapping[int, NewPayment]) -> Outcome:
    """Write payment requests as drafts, new ones or in place of older versions; ``ids`` are the keys of ``payments``.

    None without a document or a reason that needs none; not more for a document than it is about. The amount is in the
    bank account's currency. The answer names the request.
    Codes, first match wins: not_found, not_draft, stale, reason_unknown, account_unknown, currency_differs (the
    account's ledger account is not kept in its currency, or the document is in another: named), bad_amount, no_rate
    (of today), payee_missing, party_unknown, party_missing, unit_unknown, document_missing, document_unknown,
    party_differs (the document
    is paid to its own party), beyond_document (all that is asked for it or for its lines), done.
    Writes: finance_paymentrequest.
    Locks: payments for documents, one set after the other; (2) payment requests by id; (9) counters.
    """
    given = {i: payments[i] for i in ids if i in payments}
    asked = [(p.document_kind, p.document, p.document_line) for p in given.values() if p.document and p.document_kind]
    if asked:
        rows(SQL["lock_documents"], company=company)
    older = [p.payment for p in given.values() if p.payment]
    rows(SQL["lock_payments"], company=company, ids=older)
    known = {(row.kind, row.code): row for row in rows(SQL["known"], company=company, **_codes(given.values()))}
    judge = _Judge(company, {row.id: row for row in rows(SQL["standing"], company=company, ids=older)}, known, asked)
    outcome = Outcome.of([(i, *judge.of(given.get(i))) for i in ids])
    if go := outcome.accepted:
        made = _write(company, by, {i: given[i] for i in go}, judge)
        outcome.answer({i: Answer(i, "done", {"payment": payment}) for i, payment in made.items()})
        outcome.timeline = [(payment, "draft") for payment in made.values()]
    return outcome


@operation(permission="finance.enter_payments")
def submit_payments(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:  # noqa: ARG001  every operation is told
    """Hand payment requests to whoever approves them.

    Codes, first match wins: not_found, already, not_draft, account_closed, reason_closed, budget_stopped, over_budget,
    done.
    Writes: finance_paymentrequest.state; what they will spend is reserved in the budgets.
    Locks: (2) payment requests by id; (7) budget lines by id.
    """
    rows(SQL["lock_payments"], company=company, ids=ids)
    judged = rows(SQL["judge_submit"], company=company, ids=ids)
    outcome = Outcome.of(judged)
    asked = budgets.judge_payments(company, [row.id for row in judged if row.code == "done"])
    outcome.answer(budgets.answers(asked))
    if go := outcome.accepted:
        assert run(SQL["submit"], company=company, ids=go) == len(go)
        budgets.take(company, asked)
        outcome.answer(budgets.warnings(asked, go))
    return outcome


@operation(permission="finance.approve_payments")
def approve_payments(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Approve submitted payments, never one's own; where a route asks for an approval, that one counts.

    Codes, first match wins: not_found, already, not_submitted, same_person, approval_needed, done.
    Writes: finance_paymentrequest.state, approver.
    Locks: (2) payment requests by id.
    """
    rows(SQL["lock_payments"], company=company, ids=ids)
    judged = rows(SQL["judge_approve"], company=company, ids=ids, me=by.user_id)
    outcome = Outcome.of(judged)
    ready = [row.id for row in judged if row.code == "done"]
    outcome.answer({i: Answer(i, "approval_needed") for i in needs_approval(company, PAYMENT, ready)})
    if go := outcome.accepted:
        assert run(SQL["approve"], company=company, ids=go, me=by.user_id) == len(go)
    return outcome


@operation(permission="finance.approve_payments")
def reject_payments(ids: Sequence[int], *, company: int, by: Actor, note: str) -> Outcome:  # noqa: ARG001
    """Reject submitted or approved payments that are in no run, and say why (``note_missing`` refuses the call).

    One that a withdrawn run had is cancelled instead, by whoever is sure that the bank does not have its file.
    Codes, first match wins: not_found, already, not_submitted, withdrawn_before (names that run), done.
    Writes: finance_paymentrequest.state, note; what they had reserved in the budgets is given back.
    Locks: (2) payment requests by id; (7) budget lines by id.
    """
    if not note.strip():
        raise Refusal("note_missing")
    rows(SQL["lock_payments"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_reject"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["reject"], company=company, ids=go, notes=[clean(note)[:200]] * len(go)) == len(go)
        budget_ledger.release(company, PAYMENT, go)
    return outcome


@operation(permission="finance.enter_payments")
def cancel_payments(ids: Sequence[int], *, company: int, by: Actor, sure: str = "") -> Outcome:
    """Cancel payment requests that no run has taken up.

    A payment of a withdrawn run may be at the bank all the same, and its document could be paid by another request:
    ``sure`` says why the bank does not have that file.
    Codes, first match wins: not_found, already, in_run, bank_has_it (it says so), withdrawn_before (names that run;
    ``sure`` is missing), done.
    Writes: finance_paymentrequest.state, finance_withdrawnpayment.sure_because; what they had reserved in the budgets
    is given back.
    Locks: (2) payment requests by id; (7) budget lines by id.
    """
    rows(SQL["lock_payments"], company=company, ids=ids)
    because = clean(sure)[:240]
    outcome = Outcome.of(rows(SQL["judge_cancel"], company=company, ids=ids, sure=bool(because)))
    if go := outcome.accepted:
        if because:
            run(SQL["note_sure"], company=company, ids=go, because=because, me=by.user_id)
        assert run(SQL["cancel"], company=company, ids=go) == len(go)
        budget_ledger.release(company, PAYMENT, go)
    return outcome


def clean(text: str) -> str:
    """Answer a text that a bank's file can hold."""
    return " ".join(_NO_TEXT.sub(" ", text).split())


def _codes(given: Any) -> dict[str, list[str]]:
    given = list(given)
    return {
        "reasons": sorted({one.reason for one in given}),
        "accounts": sorted({one.bank_account for one in given}),
        "parties": sorted({one.party for one in given if one.party}),
        "units": sorted({one.unit for one in given if one.unit}),
    }


class _Judge:
    """Answer a code for each payment of a set; what earlier ones take of a document is taken for the later ones."""

    def __init__(
        self,
        company: int,
        standing: Mapping[int, Any],
        known: Mapping[tuple[str, str], Any],
        asked: Sequence[tuple[str, int, int | None]],
    ) -> None:
        self.standing, self.known = standing, known
        whole = [(kind, document, None) for kind, document, line in asked if line]
        self.documents: dict[Any, PayableDocument] = payable_documents(company, [*asked, *whole])
        self.today = timezone.localdate()
        currencies = {row.currency for row in known.values() if row.currency}
        self.rates = daily_rates(company, [(currency, self.today) for currency in currencies])
        paid = rows(
            SQL["asked_before"],
            company=company,
            kinds=sorted({kind for kind, _document, _line in asked}),
            documents=column(sorted({document for _kind, document, _line in asked})),
            leaving=column(list(standing)),
        )
        self.taken: defaultdict[Any, Decimal] = defaultdict(Decimal)
        for row in paid:
            for which in {(row.document_kind, row.document_id, line) for line in (row.document_line, None)}:
                self.taken[which] += row.amount

    def of(self, payment: NewPayment | None) -> tuple[str, dict[str, Any]]:
        if payment is None:
            return "not_found", {}
        if payment.payment:
            row = self.standing.get(payment.payment)
            if row is None:
                return "not_found", {}
            if row.state != "draft":
                return "not_draft", {}
            if row.version != payment.version:
                return "stale", {}
        if code := self._named(payment):
            return code, {}
        if not self.worth(payment):
            return "no_rate", {"currency": self.currency(payment), "day": self.today.isoformat()}
        return self._document(payment)

    def currency(self, payment: NewPayment) -> str:
        """Answer the currency of the account it is paid from, nothing for the books'."""
        return str(self.known["account", payment.bank_account].currency)

    def worth(self, payment: NewPayment) -> Decimal | None:
        """Answer what the payment is worth in the books today; nothing without a rate."""
        assert payment.amount is not None, "judged"
        if not (currency := self.currency(payment)):
            return payment.amount
        rate = self.rates.get((currency, self.today))
        return in_books(payment.amount, rate) if rate else None

    def _named(self, payment: NewPayment) -> str:
        reason = self.known.get(("reason", payment.reason))
        account = self.known.get(("account", payment.bank_account))
        amount = payment.amount
        if reason is None or reason.state != "open":
            return "reason_unknown"
        if account is None or account.state != "open":
            return "account_unknown"
        if not account.flag:
            return "currency_differs"
        if amount is None or not 0 < amount < MOST or amount != amount.quantize(CENT):
            return "bad_amount"
        if not clean(payment.payee) or not _ACCOUNT.fullmatch(payment.payee_account.replace(" ", "")):
            return "payee_missing"
        if payment.party and ("party", payment.party) not in self.known:
            return "party_unknown"
        if reason.flag and not payment.party:
            return "party_missing"
        return "unit_unknown" if payment.unit and ("unit", payment.unit) not in self.known else ""

    def _document(self, payment: NewPayment) -> tuple[str, dict[str, Any]]:
        if not payment.document or not payment.document_kind:
            return ("document_missing" if self.known["reason", payment.reason].needs_document else "done"), {}
        which = (payment.document_kind, payment.document, payment.document_line)
        found = self.documents.get(which)
        if found is None:
            return "document_unknown", {}
        if found.currency != self.currency(payment):
            return "currency_differs", {"currency": found.currency} if found.currency else {}
        party = self.known.get(("party", payment.party))
        if found.party_only and found.party and party and party.id != found.party:
            return "party_differs", {"document": found.number}
        assert payment.amount is not None
        both = dict.fromkeys((which, (*which[:2], None)))
        for one in both:
            most = self.documents[one].amount if one in self.documents else None
            taken = self.taken[one] + payment.amount
            if most is not None and taken > most:
                return "beyond_document", {"amount": str(most), "asked": str(taken)}
        for one in both:
            self.taken[one] += payment.amount
        return "done", {}


def _write(
    company: int,
    by: Actor,
    payments: Mapping[int, NewPayment],
    judge: _Judge,
) -> dict[int, int]:
    """Write the requests; answers the request of each id."""
    made: dict[int, int] = {}
    for older in (True, False):
        ids = [i for i, payment in payments.items() if bool(payment.payment) is older]
        if not ids:
            continue
        given = _columns([payments[i] for i in ids], judge)
        more = {"ids": column([payments[i].payment for i in ids])} if older else {"run": current().run_id}
        written = rows(SQL["change" if older else "make"], company=company, me=by.user_id, **given, **more)
        assert len(written) == len(ids)
        places = [payments[i].payment or 0 for i in ids] if older else [row.id for row in written]
        made |= dict(zip(ids, places, strict=True))
    return {i: made[i] for i in payments}


def _columns(given: Sequence[NewPayment], judge: _Judge) -> dict[str, Any]:
    known, documents = judge.known, judge.documents

    def party(one: NewPayment) -> int | None:
        document = documents.get((one.document_kind, one.document, one.document_line))
        return known["party", one.party].id if one.party else document.party if document else None

    def number(one: NewPayment) -> str:
        document = documents.get((one.document_kind, one.document, one.document_line))
        return document.number[:40] if document else ""

    named = [bool(one.document and one.document_kind) for one in given]
    return {
        "reasons": column([known["reason", one.reason].id for one in given]),
        "accounts": column([known["account", one.bank_account].id for one in given]),
        "parties": column([party(one) for one in given]),
        "kinds": [one.document_kind if is_named else "" for one, is_named in zip(given, named, strict=True)],
        "documents": column([one.document if is_named else None for one, is_named in zip(given, named, strict=True)]),
        "lines": column([one.document_line for one in given]),
        "numbers": [number(one) for one in given],
        "payees": [clean(one.payee)[:120] for one in given],
        "payee_accounts": [one.payee_account.replace(" ", "") for one in given],
        "payee_banks": [clean(one.payee_bank)[:120] for one in given],
        "payee_codes": [clean(one.payee_bank_code)[:20] for one in given],
        "amounts": column([one.amount for one in given]),
        "book_amounts": column([judge.worth(one) for one in given]),
        "dues": [one.due_on for one in given],
        "texts": [clean(one.text)[:140] for one in given],
        "units": column([known["unit", one.unit].id if one.unit else None for one in given]),
    }
