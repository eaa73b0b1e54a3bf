"""Bank receipts: recorded as the bank says, then tied to what they pay."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO
from uuid import NAMESPACE_URL, uuid5

from interlock.core import decoding
from interlock.core.amounts import ungrouped
from interlock.core.api import Actor, Outcome, content_path, current, keep_file, operation, run_work
from interlock.core.decoding import UNREAD
from interlock.core.sql import blocks, column, rows, run
from interlock.core.tables import read_table

SQL = blocks(__file__)
COLUMNS = ("number", "received_on", "amount", "reference", "payer")
REQUIRED = COLUMNS[:4]
BANK = "1002"
LONGEST_NUMBER = 64
MOST, NOTHING, CENT = Decimal(10**17), Decimal(0), Decimal("0.01")
_BETWEEN = re.compile(r"[,;+、，；\s]+")  # noqa: RUF001 - as it is written in Chinese
_AMOUNT = re.compile(r"[0-9]{1,17}(\.[0-9]{1,2}0*)?")


@dataclass(frozen=True)
class NewReceipt:
    """Money that came in, as a bank's file says it; nothing where it could not be read."""

    number: str
    received_on: date | None
    amount: Decimal | None
    reference: str
    payer: str = ""


@dataclass
class ReceiptsResult:
    """What came of a bank's file: receipts by code, and the rows (from 1) that were not recorded, with the code."""

    rows: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    rejected: list[tuple[int, str]] = field(default_factory=list)


@operation(permission="finance.record_receipts", documents=False)
def record_receipts(
    ids: Sequence[int], *, company: int, by: Actor, receipts: Mapping[int, NewReceipt], account: str = BANK
) -> Outcome:
    """Record money that came in on a bank account; ``ids`` name the ``receipts``.

    Codes, first match wins: not_found, no_number, bad_amount, bad_day, account_unknown, account_is_group,
    account_closed, changed (the bank's number came before with another amount), already, done.
    Writes: bank receipts, state open. Nothing is booked before it is known what was paid.
    Locks: the account.
    """
    known = [i for i in ids if i in receipts]
    given: dict[str, Any] = {
        "company": company,
        "account": account,
        "known": known,
        "numbers": [receipts[i].number.strip() for i in known],
        "days": [receipts[i].received_on for i in known],
        "amounts": column([receipts[i].amount for i in known]),
    }
    run(SQL["lock_account"], company=company, account=account)
    outcome = Outcome.of(rows(SQL["judge"], ids=ids, **given))
    if go := outcome.accepted:
        made = rows(
            SQL["record"],
            go=go,
            references=[receipts[i].reference.strip()[:120] for i in known],
            payers=[receipts[i].payer.strip()[:120] for i in known],
            run=current().run_id,
            **given,
        )
        assert len(made) == len(go), "every accepted receipt is new"
        outcome.timeline = [(row.id, "recorded") for row in made]
    return outcome


def import_receipts(source: BinaryIO, name: str, *, company: int, by: Actor, account: str = BANK) -> ReceiptsResult:
    """Take a bank's file of receipts: columns number, received_on, amount, reference and, if any, payer.

    A number, a day or an amount that cannot be read is none (no_number, bad_day, bad_amount); the other rows are
    recorded. Refuses what is no such table (unreadable_file, missing_columns, doubled_columns).
    """
    by.require("finance.record_receipts", company)
    file, _new = keep_file(source, name, company)
    table = decoding.without_controls(read_table(content_path(file.sha256), name, REQUIRED))
    receipts = dict(enumerate(map(_receipt, table.iter_rows(named=True)), start=1))
    worked = run_work(
        record_receipts,
        list(receipts),
        company=company,
        by=by,
        key=uuid5(NAMESPACE_URL, f"interlock:receipts:{company}:{account}:{file.sha256}"),
        receipts=receipts,
        account=account,
    )
    rejected = [(verdict.id, verdict.code) for verdict in worked.rejected]
    return ReceiptsResult(len(receipts), dict(worked.counts), rejected)


def open_receipts(company: int, references: Sequence[str]) -> list[Any]:
    """Lock and answer the open receipts that name one of these references, oldest first, inside the caller's operation.

    ``names_in`` a receipt's reference says which it names.
    """
    return rows(SQL["lock_open"], company=company, references=list(references))


def chosen_receipts(company: int, ids: Sequence[int]) -> list[Any]:
    """Lock and answer these receipts, those left out that pay something, inside the caller's operation."""
    return rows(SQL["lock_chosen"], company=company, ids=list(ids))


def on_ledger(component: str, ledger: str) -> str:
    """Name a component of what moves a bank account: the usual ledger account's has no further name."""
    return component if ledger == BANK else f"{component}@{ledger}"


def names_in(reference: str) -> list[str]:
    """Answer the numbers that a payer wrote, where there may be several with something between them."""
    return [name for name in _BETWEEN.split(reference) if name]


def tie_receipts(company: int, receipts: Sequence[int], documents: Sequence[int]) -> None:
    """Say what each receipt pays: receipt n pays document n, inside the caller's operation."""
    tied = run(SQL["tie"], company=company, ids=list(receipts), documents=column(documents))
    assert tied == len(receipts), "the caller holds open receipts"


def _receipt(row: dict[str, str | None]) -> NewReceipt:
    text = {name: (row.get(name) or "").strip() for name in COLUMNS}
    number = text["number"] if len(text["number"]) <= LONGEST_NUMBER and UNREAD not in text["number"] else ""
    return NewReceipt(number, _day(text["received_on"]), _amount(text["amount"]), text["reference"], text["payer"])


def _day(text: str) -> date | None:
    """Read the day of an ISO date or moment; years outside 1990 to 2100 are misprints."""
    try:
        found = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return found if 1990 <= found.year <= 2100 else None


def _amount(text: str) -> Decimal | None:
    plain = ungrouped(text)
    value = Decimal(plain) if _AMOUNT.fullmatch(plain) else NOTHING
    return value.quantize(CENT) if NOTHING < value < MOST else None
