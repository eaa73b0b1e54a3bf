"""Settle the fees of deals whose cash is in: a bill a beneficiary, which another person posts and a request pays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import Any
from uuid import uuid4

from interlock.core.api import Actor, Outcome, Worked, current, operation, run_work
from interlock.core.sql import blocks, column, rows, run, value

from ..openitems.documents import NewItemDocument, NewItemLine, write_item_documents
from .collecting import collected

SQL = blocks(__file__)
NOTHING, CENT = Decimal(0), Decimal("0.01")
#: Where fees wait that are set aside, and where a beneficiary's are owed.
ACCRUED, OWED = "224101", "2241"
#: So many fees are settled by one bill of a beneficiary at most.
CHUNK = 50_000


@dataclass(frozen=True)
class Due:
    """What a fee's next settlement amounts to (negative takes back), and what a bill that fell through gives back."""

    fee: Any
    amount: Decimal
    returned: Decimal = NOTHING

    @property
    def code(self) -> str:
        if not self.amount:
            return "done" if self.returned else "already"
        return "done" if self.fee.party else "no_beneficiary"


def _code(due: Due | None, *, writes: bool) -> str:
    """Answer the code of a fee; ``writes``: its bill finds its accounts."""
    if due is None:
        return "not_found"
    return "account_closed" if due.code == "done" and due.amount and not writes else due.code


@operation(permission="finance.settle_fees", documents=False, limit=CHUNK)
def settle_fees(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Settle fees as far as the cash of their deals is in: a draft bill a beneficiary names them by policy and shop.

    What is due is the fee set aside times the share of the deal's money that is in, less what was settled. It is
    negative where goods came back or money was taken back since: that goes on a bill of its own, a credit note.
    A bill that was cancelled or reversed has settled nothing.
    Codes, first match wins: not_found, already (nothing new is due), no_beneficiary (neither its policy nor its deal
    names one), account_closed (224101 or 2241), done.
    Writes: finance_feeentry, finance_fee.settled_amount; finance_itemdocument and its lines, drafts of the kind bill.
    Locks: (2) fees by id; bills, one set after the other; (9) counters.
    """
    rows(SQL["lock_fees"], company=company, ids=column(ids))
    due = {one.fee.id: one for one in due_of(company, ids)}
    writes = len(rows(SQL["accounts"], company=company, codes=[ACCRUED, OWED])) == len({ACCRUED, OWED})
    outcome = Outcome.of([(i, _code(due.get(i), writes=writes)) for i in ids])
    if go := outcome.accepted:
        scope = {"company": company, "on": on, "run": current().run_id}
        if any(due[i].returned for i in go):
            run(SQL["give_back"], ids=column(go), **scope)
        if billed := [due[i] for i in go if due[i].amount]:
            made = _bill(company, by, on, billed)
            written = run(
                SQL["settle"], ids=column([one.fee.id for one in billed]),
                amounts=column([one.amount for one in billed]),
                documents=column([made[_payee(one)] for one in billed]), **scope,
            )  # fmt: skip
            assert written == len(billed)
            outcome.timeline = [(document, "draft") for document in sorted(made.values())]
    return outcome


def due_of(company: int, ids: Sequence[int]) -> list[Due]:
    """Answer what settling these fees would come to now."""
    found = rows(SQL["fees"], company=company, ids=column(ids))
    shares = collected(company, [fee.document_id for fee in found])
    return [Due(fee, _target(fee, shares) - fee.settled_amount + fee.returned, fee.returned) for fee in found]


def _target(fee: Any, shares: dict[int, Decimal]) -> Decimal:
    """Answer what of a fee is to be settled: in proportion to the money that is in, to the cent."""
    share = shares.get(fee.document_id, NOTHING)
    return (Decimal(fee.accrued_amount) * share).quantize(CENT, ROUND_HALF_UP)


def _payee(due: Due) -> tuple[str, bool]:
    """Answer what stands on one bill: a beneficiary's fees, apart from what is taken back of others."""
    return due.fee.party, due.amount > 0


def _bill(company: int, by: Actor, on: date, billed: Sequence[Due]) -> dict[tuple[str, bool], int]:
    """Write a draft bill a beneficiary: a line a policy and shop; answers the bills."""
    documents = {}
    for place, (payee, own) in enumerate(groupby(sorted(billed, key=_order), key=_payee), start=1):
        lines = []
        for (policy, unit), same in groupby(own, key=lambda one: (one.fee.policy, one.fee.unit or "")):
            fees = list(same)
            name = fees[0].fee
            lines.append(
                NewItemLine(
                    sum((one.amount for one in fees), NOTHING), ACCRUED, unit=unit,
                    text=f"{policy} {name.name_zh} {name.name_en} × {len(fees)}",
                )
            )  # fmt: skip
        documents[place] = (
            payee,
            NewItemDocument(
                "bill", payee[0], on, tuple(lines), document_on=on, account=OWED,
                reference=f"FEES-{current().run_id}{'' if payee[1] else '-CR'}",
            ),
        )  # fmt: skip
    made = write_item_documents(company, by, {place: one for place, (_payee_of, one) in documents.items()})
    return {payee: made[place] for place, (payee, _one) in documents.items()}


def _order(due: Due) -> tuple[Any, ...]:
    return *_payee(due), due.fee.policy, due.fee.unit or "", due.fee.id


def settle_collected(company: int, by: Actor, on: date) -> Worked:
    """Settle all fees whose deals' cash has come, or went back, since they were settled."""
    waiting = [row.id for row in rows(SQL["open"], company=company)]
    due = [one.fee.id for one in due_of(company, waiting) if one.code == "done"]
    return run_work(settle_fees, due, company=company, by=by, key=uuid4(), chunk=CHUNK, on=on)


def settled_in(company: int, month: date) -> bool:
    """Say whether fees were settled without anybody's doing since the first of a month."""
    return bool(value(SQL["settled_since"], company=company, month=month))
