"""What documents of finance spend: vouchers by hand by their lines, payment requests by what their reason books to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from interlock.core.api import Answer
from interlock.core.sql import blocks, rows

from . import ledger
from .ledger import Judged, Spend

SQL = blocks(__file__)
DRAFT, PAYMENT = "voucher_draft", "payment"


def judge_drafts(company: int, drafts: Sequence[int]) -> Judged:
    """Judge what vouchers by hand spend, when they are handed in and when they are posted.

    What they have reserved already is their own.
    """
    return _judge(company, DRAFT, rows(SQL["of_drafts"], company=company, ids=list(drafts)) if drafts else [])


def judge_payments(company: int, payments: Sequence[int]) -> Judged:
    """Judge what payment requests will spend."""
    return _judge(company, PAYMENT, rows(SQL["of_payments"], company=company, ids=list(payments)) if payments else [])


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
    spends = [Spend(row.id, row.amount, row.day, row.account_id, row.unit_id, row.project_id) for row in found]
    return ledger.judge(company, kind, spends, holding=True)
