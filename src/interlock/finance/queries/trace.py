"""From a document to its money: events, their lines, where they went, and what still waits. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.sql import blocks, rows

SQL = blocks(__file__)


@dataclass(frozen=True, slots=True)
class EventTrace:
    """One event line of a document and its journal line; ``voucher_id`` is None while the event is pending."""

    document_id: int
    event_id: int
    kind: str
    fact_on: date
    posting_on: date
    component: str
    line_id: int
    item_id: int | None
    quantity: Decimal | None
    amount: Decimal
    pending_code: str | None
    journal_line_id: int | None
    voucher_id: int | None
    voucher_number: str | None
    debit_code: str | None
    credit_code: str | None


@dataclass(frozen=True, slots=True)
class PendingEvent:
    """An event that is not in the journal; ``code`` is empty until posting was tried."""

    event_id: int
    kind: str
    document_id: int
    fact_on: date
    posting_on: date
    code: str
    detail: dict[str, Any] | None
    amount: Decimal


def events_of(company: int, documents: Sequence[int]) -> list[EventTrace]:
    """Answer the event lines of documents with their journal lines, by document, event and line."""
    return [EventTrace(*row) for row in rows(SQL["events_of"], company=company, documents=list(documents))]


def pending_events(company: int, *, code: str | None = None, after: int = 0, limit: int = 100) -> list[PendingEvent]:
    """Answer the events that wait, by id, a page at a time; of one code when asked."""
    found = rows(SQL["pending"], company=company, code=code, after=after, limit=limit)
    return [PendingEvent(*row) for row in found]
