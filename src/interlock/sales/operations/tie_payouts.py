"""Tie payouts: what a statement promised has come in at the bank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from interlock.core.api import Actor, Answer, Module, Outcome, lock_periods, operation
from interlock.core.sql import blocks, column, rows, run
from interlock.finance.api import (
    EventLines,
    chosen_receipts,
    names_in,
    on_ledger,
    open_receipts,
    record_events,
    tie_receipts,
)

SQL = blocks(__file__)


@dataclass
class _Found:
    """Which receipt pays which statement, and of the others why none does."""

    paid: dict[int, Any] = field(default_factory=dict)
    missed: dict[int, Answer] = field(default_factory=dict)


@operation(permission="sales.tie_payouts")
def tie_payouts(ids: Sequence[int], *, company: int, by: Actor, on: date, receipt: int | None = None) -> Outcome:
    """Tie the payouts of posted statements to the bank receipts that name the platform's number, of the same amount.

    A receipt whose reference names several statements of a shop pays all of them, where all are in the set and
    together come to its amount; so does ``receipt``, whatever its reference says. Among several may be statements whose
    payout is nothing or negative. Else one receipt pays one statement; the oldest receipt first.

    Codes, first match wins: not_found, already, not_posted, nothing_due (the platform keeps more than it pays),
    period_closed (sales, month of ``on``), several_shops (of the statements for ``receipt``), no_receipt,
    amount_differs (``received``: what came in), done.
    Writes: statement.state and .receipt; the bank receipt through finance; the event ``payout_received`` with the
    component payout, one a statement.
    Locks: period, statements by id, bank receipts by id.
    """
    lock_periods(company, Module.SALES, [on])
    lock_periods(company, Module.FINANCE, [on])
    run(SQL["lock"], company=company, ids=ids)
    judged = rows(SQL["judge"], company=company, ids=ids, on=on)
    due = [row for row in judged if row.code in ("done", "nothing_due")]
    if receipt is None:
        found = _named(due, open_receipts(company, sorted({row.platform_number for row in due})))
    else:
        found = _chosen(due, receipt, chosen_receipts(company, [receipt]))
    outcome = Outcome.of([_verdict(row, found) for row in judged])
    if go := outcome.accepted:
        first: dict[int, int] = {}
        for one in go:
            first.setdefault(found.paid[one].id, one)
        tie_receipts(company, list(first), list(first.values()))
        _record(company, on, [row for row in due if row.id in found.paid], found.paid)
        given = {"company": company, "ids": go, "receipts": column([found.paid[one].id for one in go]), "on": on}
        assert run(SQL["advance"], **given) == len(go), "locked statements cannot have moved"
    return outcome


def _verdict(row: Any, found: _Found) -> Answer:
    if row.id in found.paid:
        return Answer(row.id, "done")
    missed = found.missed.get(row.id) if row.code in ("done", "nothing_due") else None
    return missed or Answer(row.id, row.code)


def _named(due: Sequence[Any], receipts: Sequence[Any]) -> _Found:
    """Let each receipt, the oldest first, pay the statements it names; say of the others what came in instead."""
    found = _Found()
    by_number: dict[str, list[Any]] = defaultdict(list)
    seen: dict[str, list[str]] = defaultdict(list)
    for row in due:
        by_number[row.platform_number].append(row)
    at = {(row.shop_id, row.platform_number): row for row in due}
    for receipt in receipts:
        several = list(dict.fromkeys(names_in(receipt.reference)))
        for name in dict.fromkeys([receipt.reference, *several]):
            seen[name].append(str(receipt.amount))
        found.paid |= _pays(receipt, [[receipt.reference], several], by_number, at, found.paid)
    for row in due:
        if row.code != "done" or row.id in found.paid:
            continue
        if received := seen[row.platform_number]:
            said = {"received": ", ".join(received), "payout": str(row.payout_amount)}
            found.missed[row.id] = Answer(row.id, "amount_differs", said)
        else:
            found.missed[row.id] = Answer(row.id, "no_receipt", {"reference": row.platform_number})
    return found


def _pays(
    receipt: Any,
    readings: Sequence[Sequence[str]],
    by_number: Mapping[str, Sequence[Any]],
    at: Mapping[tuple[int, str], Any],
    paid: Mapping[int, Any],
) -> dict[int, Any]:
    """Answer the statements of one shop that a receipt pays to the cent, by the first reading of its reference."""
    for names in readings:
        for row in by_number.get(names[0], ()) if names else ():
            together = [at.get((row.shop_id, name)) for name in names]
            whole = [one for one in together if one is not None and one.id not in paid]
            if len(whole) == len(names) and sum(one.payout_amount for one in whole) == receipt.amount:
                return {one.id: receipt for one in whole}
    return {}


def _chosen(due: Sequence[Any], chosen: int, receipts: Sequence[Any]) -> _Found:
    """Let the chosen receipt pay all statements that are due, of one shop and together of its amount, or none."""
    payout = sum(row.payout_amount for row in due)
    if len({row.shop_id for row in due}) > 1:
        code, said = "several_shops", {}
    elif not receipts:
        code, said = "no_receipt", {"receipt": str(chosen)}
    elif receipts[0].amount != payout:
        code, said = "amount_differs", {"received": str(receipts[0].amount), "payout": str(payout)}
    else:
        return _Found(paid={row.id: receipts[0] for row in due})
    return _Found(missed={row.id: Answer(row.id, code, said) for row in due})


def _record(company: int, on: date, paid: Sequence[Any], receipts: Mapping[int, Any]) -> None:
    """Record the payouts, each on the ledger account of the bank account that it came in on."""
    record_events(
        company,
        "payout_received",
        [row.id for row in paid],
        [row.unit_id for row in paid],
        [row.customer_id for row in paid],
        on,
        EventLines(
            documents=[row.id for row in paid],
            components=[on_ledger("payout", receipts[row.id].ledger) for row in paid],
            line_ids=[row.first_line for row in paid],
            items=[None] * len(paid),
            quantities=[None] * len(paid),
            amounts=[row.payout_amount for row in paid],
        ),
    )
