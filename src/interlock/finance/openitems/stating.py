"""Statements of account: written for a month, sent, answered by the party, and cleared up where the answer differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner

from interlock.core.api import Actor, Answer, Outcome, Refusal, current, first_of_month, operation
from interlock.core.sql import blocks, column, rows, run

SQL = blocks(__file__)
STATE = "finance.state_accounts"
CENT, MOST = Decimal("0.01"), Decimal(10**15)
_SIGNER = TimestampSigner(salt="interlock.account_statement")


@dataclass(frozen=True)
class PartyAnswer:
    """What a party says of a statement: the balance by its own books, and why."""

    amount: Decimal | None
    note: str = ""


@operation(permission=STATE, documents=False)
def draw_statements(ids: Sequence[int], *, company: int, by: Actor, month: date) -> Outcome:
    """Write the statements of parties for a month: opening, closing; ``ids`` are parties. The answer names it.

    What is written stays as it is; what is posted into the month afterwards is in the next opening.
    Codes, first match wins: not_found, already (of this month, names it), nothing_to_state (nothing moved and nothing
    is open), done.
    Writes: finance_accountstatement.
    Locks: a company's statements, one set after the other; (9) counters.
    """
    first = first_of_month(month)
    last = first_of_month(first + timedelta(days=31)) - timedelta(days=1)
    run(SQL["lock_drawing"], company=company)
    found = rows(SQL["standing"], company=company, ids=column(ids), first=first, last=last)
    outcome = Outcome.of([(row.id, row.code, {"statement": row.statement} if row.statement else {}) for row in found])
    if go := outcome.accepted:
        sums = {row.id: row for row in found}
        made = rows(
            SQL["draw"], company=company, parties=column(go), first=first, last=last, me=by.user_id,
            openings=column([sums[i].opening for i in go]), closings=column([sums[i].closing for i in go]),
            run=current().run_id,
        )  # fmt: skip
        outcome.answer({row.party_id: Answer(row.party_id, "done", {"statement": row.id}) for row in made})
        outcome.timeline = [(row.id, "draft") for row in made]
    return outcome


def parties_to_state(company: int, month: date) -> list[int]:
    """Answer the parties with something to state of a month and no statement of it yet."""
    first = first_of_month(month)
    last = first_of_month(first + timedelta(days=31)) - timedelta(days=1)
    return [row.id for row in rows(SQL["parties"], company=company, first=first, last=last)]


@operation(permission=STATE)
def send_statements(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:  # noqa: ARG001
    """Note that statements were sent: from then on their link works.

    Codes, first match wins: not_found, already, done.
    Writes: finance_accountstatement.state, sent_on.
    Locks: (2) statements by id.
    """
    run(SQL["lock"], company=company, ids=column(ids))
    outcome = Outcome.of(rows(SQL["judge_send"], company=company, ids=column(ids)))
    if go := outcome.accepted:
        assert run(SQL["send"], company=company, ids=column(go), on=on) == len(go)
    return outcome


@operation(permission=STATE)
def answer_statements(
    ids: Sequence[int], *, company: int, by: Actor, on: date, answers: Mapping[int, PartyAnswer]  # noqa: ARG001
) -> Outcome:  # fmt: skip
    """Keep what parties say: who names our closing agrees, another balance differs and is somebody's to clear up.

    Until it is agreed or cleared up a party may answer again.
    Codes, first match wins: not_found, not_sent, already (agreed, cleared up, or the same was said), bad_amount, done.
    Writes: finance_accountstatement.state, stated_amount, answer, answered_on.
    Locks: (2) statements by id.
    """
    run(SQL["lock"], company=company, ids=column(ids))
    known = [i for i in ids if i in answers]
    good = {i: answers[i].amount for i in known if _is_money(answers[i].amount)}
    notes = [answers[i].note.strip()[:240] for i in known]
    judged = rows(
        SQL["judge_answer"], company=company, ids=column(ids), known=column(known), notes=notes,
        amounts=column([good.get(i) for i in known]),
    )  # fmt: skip
    outcome = Outcome.of(judged)
    if go := outcome.accepted:
        given = {
            "amounts": column([good[i] for i in go]),
            "notes": [answers[i].note.strip()[:240] for i in go],
        }
        assert run(SQL["answer"], company=company, ids=column(go), on=on, **given) == len(go)
    return outcome


@operation(permission=STATE)
def clear_statements(ids: Sequence[int], *, company: int, by: Actor, because: str) -> Outcome:  # noqa: ARG001
    """Note how a difference was cleared up (``note_missing`` refuses the call): a document, or whose books were wrong.

    Codes, first match wins: not_found, already, agrees (nothing differs), done.
    Writes: finance_accountstatement.state, cleared_because.
    Locks: (2) statements by id.
    """
    if not because.strip():
        raise Refusal("note_missing")
    run(SQL["lock"], company=company, ids=column(ids))
    outcome = Outcome.of(rows(SQL["judge_clear"], company=company, ids=column(ids)))
    if go := outcome.accepted:
        assert run(SQL["clear"], company=company, ids=column(go), because=because.strip()[:240]) == len(go)
    return outcome


def statement_token(statement: int) -> str:
    """Sign the link by which a party sees and answers a statement, good for CUSTOMER_LINK_DAYS."""
    return _SIGNER.sign(format(statement, "x"))


def statement_behind(token: str) -> int | None:
    """Answer the statement behind a link; None when we did not sign it, it is too old or was not sent."""
    try:
        statement = int(_SIGNER.unsign(token, max_age=timedelta(days=settings.CUSTOMER_LINK_DAYS)), 16)
    except (BadSignature, ValueError):
        return None
    found = rows(SQL["sent"], id=statement) if statement < 2**63 else []
    return statement if found else None


def _is_money(amount: Decimal | None) -> bool:
    return amount is not None and amount.is_finite() and abs(amount) < MOST and amount == amount.quantize(CENT)
