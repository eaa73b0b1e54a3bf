"""How employees get their money: what payments may be for, what is paid when the bank says so, items that meet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.utils.translation import gettext_lazy as _

from interlock.core.api import Actor, Worked, content_path, current, run_work
from interlock.core.sql import blocks, column, rows, run

from ..banking.documents import PayableDocument, payable
from ..invoicing.reading import read_invoice
from ..invoicing.receiving import Received, receive_invoices
from ..openitems.applying import NewApplication, apply_items
from .posting import ADVANCES, post_claims
from .reviewing import CLAIM

SQL = blocks(__file__)


def _claims(
    company: int, asked: Sequence[tuple[int, int | None]]
) -> dict[tuple[int, int | None], PayableDocument]:  # fmt: skip
    """Answer claims in the books, each up to what is still owed; one's own is for another to ask for."""
    ids = column([document for document, _line in asked])
    found = rows(SQL["payable"], company=company, ids=ids, me=current().by.user_id)
    known = {(row.id, None): PayableDocument(row.number, row.amount, row.party_id, party_only=True) for row in found}
    return {pair: known[pair] for pair in asked if pair in known}


def _numbered(company: int, numbers: Sequence[str]) -> dict[str, tuple[int, int | None]]:
    return {row.number: (row.id, None) for row in rows(SQL["by_number"], company=company, numbers=list(numbers))}


def _paid(company: int, amounts: dict[int, Decimal]) -> None:
    """The bank has paid these amounts for these claims, inside its own operation."""
    run(SQL["lock_paid"], company=company, ids=column(list(amounts)))
    changed = run(
        SQL["paid"], company=company, ids=column(list(amounts)), amounts=column(list(amounts.values()))
    )  # fmt: skip
    assert changed == len(amounts), "a payment of a claim hangs on one that is in the books"


payable(CLAIM, _("Expense claim"), _claims, _numbered, paid=_paid)


def settle_claims(company: int, by: Actor, on: date) -> Worked:
    """Close the items of claims against their payments, the advances they are paid with, and what took them back.

    Writes through ``apply_items``: finance_itemapplication, finance_openitem.
    """
    found = rows(SQL["meeting"], company=company, on=on, account=ADVANCES)
    left = {
        item: amount for row in found for item, amount in ((row.debit, row.debit_open), (row.credit, row.credit_open))
    }
    pairs: list[NewApplication] = []
    for row in found:
        if amount := min(left[row.debit], left[row.credit]):
            left[row.debit] -= amount
            left[row.credit] -= amount
            pairs.append(NewApplication(row.debit, row.credit, amount, reason=row.number))
    if not pairs:
        return Worked()
    numbered = dict(enumerate(pairs, start=1))
    return run_work(apply_items, list(numbered), company=company, by=by, key=uuid4(), on=on, applications=numbered)


def take_in_invoices(company: int, by: Actor, on: date) -> int:
    """Take the fully digital invoices of claims in the books in as input invoices; answers how many there were."""
    taken = 0
    for row in rows(SQL["invoices"], company=company):
        read = Received(read_invoice(content_path(row.sha256).read_bytes()), row.xml_id)
        outcome = receive_invoices(
            [1], company=company, by=by, invoices={1: read}, on=on, bill_kind=CLAIM, bill_id=row.claim_id
        )  # fmt: skip
        taken += outcome.counts["done"]
    return taken


def work_claims(company: int, by: Actor, on: date) -> None:
    """Do for one company what claims ask of a day: into the books, their invoices taken in, their items closed."""
    if ids := [row.id for row in rows(SQL["to_post"], company=company)]:
        run_work(post_claims, ids, company=company, by=by, key=uuid4(), on=on)
    take_in_invoices(company, by, on)
    settle_claims(company, by, on)
