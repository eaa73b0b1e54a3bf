"""What documents of finance spend: vouchers by hand and bills by their lines, payment requests and expense claims by
what the rules of their reason or kind book to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from interlock.core.api import Answer
from interlock.core.sql import blocks, rows

from . import ledger
from .ledger import Judged, Spend

SQL = blocks(__file__)
DRAFT, PAYMENT, CLAIM, BILL = "voucher_draft", "payment", "expense_claim", "item_document"


def judge_drafts(company: int, drafts: Sequence[int]) -> Judged:
    """Judge what vouchers by hand spend, when they are handed in and when they are posted.

    What they have reserved already is their own.
    """
    return _judge(company, DRAFT, rows(SQL["of_drafts"], company=company, ids=list(drafts)) if drafts else [])


def judge_payments(company: int, payments: Sequence[int]) -> Judged:
    """Judge what payment requests will spend."""
    return _judge(company, PAYMENT, rows(SQL["of_payments"], company=company, ids=list(payments)) if payments else [])


def judge_claims(company: int, claims: Sequence[int], on: date | None = None) -> Judged:
    """Judge what expense claims spend, on their own day or on that of posting; VAT that is deducted is not spent."""
    return _judge(company, CLAIM, rows(SQL["of_claims"], company=company, ids=list(claims), on=on) if claims else [])


def judge_bills(company: int, bills: Sequence[int]) -> Judged:
    """Judge what bills of suppliers spend."""
    return _judge(company, BILL, rows(SQL["of_bills"], company=company, ids=list(bills)) if bills else [])


def warn_of_bills(company: int, bills: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Answer which drafts of bills ask for more than a budget has left now; nothing is locked or reserved."""
    found = rows(SQL["of_bills"], company=company, ids=list(bills)) if bills else []
    return ledger.look(company, _spends(found))


def move(company: int, kind: str, judged: Judged, documents: Sequence[int]) -> None:
    """Reserve on the day documents are posted instead of the day they were asked for, which another line may have."""
    if judged.lines:
        ledger.release(company, kind, documents)
        take(company, judged)


def take(company: int, judged: Judged) -> None:
    """Reserve what was judged: for all that were not refused, of which the caller does all."""
    ledger.write(company, judged.moves, admits=True)


def answers(judged: Judged) -> Mapping[int, Answer]:
    """Answer the refused documents with why."""
    return {document: Answer(document, code, detail) for document, (code, detail) in judged.refused.items()}


def warnings(judged: Judged, ids: Iterable[int]) -> Mapping[int, Answer]:
    """Answer the documents that were done although a budget has less: it only warns."""
    return {i: Answer(i, "done", {"warned": judged.warned[i]}) for i in ids if i in judged.warned}


def _judge(company: int, kind: str, found: Sequence[Any]) -> Judged:
    return ledger.judge(company, kind, _spends(found), holding=True)


def _spends(found: Sequence[Any]) -> list[Spend]:
    return [Spend(row.id, row.amount, row.day, row.account_id, row.unit_id, row.project_id) for row in found]
