"""Make open items of journal lines, in the transaction that writes these."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from interlock.core.sql import blocks, column, rows, run

SQL = blocks(__file__)
DATA = Path(__file__).resolve().parents[1] / "data" / "item_accounts.csv"


@dataclass(frozen=True)
class ItemOrigin:
    """What the items of a voucher by hand say of where they come from, instead of the voucher itself.

    ``amounts`` are those of the document's currency by account code; without one an item is in the books' currency.
    """

    kind: str
    document: int
    number: str
    fact_on: date
    due_on: date | None = None
    reference: str = ""
    currency: str = ""
    amounts: dict[str, Decimal] = field(default_factory=dict)


def item_accounts(company: int) -> dict[str, int]:
    """Answer the accounts that keep open items, by code."""
    return {row.code: row.account_id for row in rows(SQL["accounts"], company=company)}


def items_of_events(company: int, events: Sequence[int], accounts: Sequence[int]) -> int:
    """Make the items of posted events on these accounts; those of shops that platforms settle for stay a sum."""
    return run(
        SQL["of_events"],
        company=company,
        ids=column(events),
        accounts=column(accounts),
    )


def items_of_vouchers(
    company: int, vouchers: Sequence[int], accounts: Sequence[int], origins: Sequence[ItemOrigin | None] = ()
) -> int:
    """Make the items of vouchers by hand, one an account, party and unit; an origin says more than the voucher does."""
    origins = origins or [None] * len(vouchers)
    told = [(i, origin) for i, origin in zip(vouchers, origins, strict=True) if origin]
    amounts = [(i, code, amount) for i, origin in told for code, amount in origin.amounts.items()]
    return run(
        SQL["of_vouchers"],
        company=company,
        ids=column(vouchers),
        accounts=column(accounts),
        told=column([i for i, _origin in told]),
        kinds=[origin.kind for _i, origin in told],
        documents=column([origin.document for _i, origin in told]),
        numbers=[origin.number[:64] for _i, origin in told],
        facts=[origin.fact_on for _i, origin in told],
        dues=[origin.due_on for _i, origin in told],
        references=[origin.reference[:120] for _i, origin in told],
        currencies=[origin.currency for _i, origin in told],
        amount_vouchers=column([i for i, _code, _amount in amounts]),
        amount_accounts=[code for _i, code, _amount in amounts],
        amounts=column([amount for _i, _code, amount in amounts]),
    )


def keep_items(company: int) -> int:
    """Let the default accounts keep open items, where a company has none that do; answers how many there are now.

    What the journal holds on them already becomes items as if it were posted now. Writes: finance_itemaccount,
    finance_openitem.
    """
    with DATA.open(encoding="utf-8", newline="") as file:
        given = list(csv.DictReader(file))
    made = rows(
        SQL["keep"],
        company=company,
        codes=[row["account"] for row in given],
        sides=[row["side"] for row in given],
        days=[int(row["days"]) for row in given],
    )
    accounts = [row.account_id for row in made]
    if made:
        earlier = rows(SQL["earlier"], company=company, accounts=column(accounts))
        items_of_events(company, [row.id for row in earlier if row.automatic], accounts)
        items_of_vouchers(company, [row.id for row in earlier if not row.automatic], accounts)
    return len(made)
