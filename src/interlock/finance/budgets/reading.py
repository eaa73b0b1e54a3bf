"""What is used of budgets is what the journal says: vouchers are read in sets, beside posting, never by it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from interlock.core.api import Actor, Outcome, operation, run_work
from interlock.core.sql import blocks, rows, run

from .ledger import KIND, Move, lock_lines, write

SQL = blocks(__file__)
#: What entries of the journal name as their document.
VOUCHER = "voucher"


@operation(permission="finance.use_budgets")
def use_budgets(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:  # noqa: ARG001  every operation is told
    """Take into the budgets what vouchers say was spent: ``ids`` are vouchers of this company.

    A fact is never refused: what it takes above a total is overdrawn. A voucher that has grown is read again and the
    difference written; what its documents had reserved is given back. Carrying profit forward and closing a year
    spend nothing.

    Codes, first match wins: not_found, already (nothing new in it), done.
    Writes: entries of the kinds use, reverse and release, balances; how far vouchers were read.
    Locks: vouchers' readings, one call of a company at a time; (7) budget lines by id.
    """
    run(SQL["lock_readings"], company=company)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids))
    if go := outcome.accepted:
        read(company, go)
    return outcome


def read(company: int, vouchers: Sequence[int]) -> None:
    """Take into the budgets what vouchers spent, inside the caller's operation, which knows them."""
    spent = rows(SQL["spent"], company=company, ids=list(vouchers))
    held = rows(SQL["held_behind"], company=company, ids=list(vouchers))
    lock_lines(company, [row.line_id for row in (*spent, *held)])
    moves = [
        Move(row.line_id, KIND.RELEASE, row.document_kind, row.document_id, -row.amount, row.posting_on) for row in held
    ] + [
        Move(row.line_id, KIND.USE if row.amount > 0 else KIND.REVERSE, VOUCHER, row.voucher_id, row.amount,
             row.posting_on)
        for row in spent
    ]  # fmt: skip
    write(company, moves, admits=False)
    run(SQL["note_reading"], company=company, ids=list(vouchers))


def read_budgets(company: int, by: Actor) -> int:
    """Read all vouchers on accounts with a budget that were not read, or have grown; answers how many."""
    if unread := [row.id for row in rows(SQL["unread"], company=company)]:
        run_work(use_budgets, unread, company=company, by=by, key=uuid4())
    return len(unread)


def forget(company: int, budgets: Sequence[int]) -> None:
    """Let the vouchers in the days of budgets be read again: lines have come to be."""
    run(SQL["forget"], company=company, budgets=list(budgets))
