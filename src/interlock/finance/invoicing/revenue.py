"""What revenue is still to be invoiced or taken back, and how requests are written: shared by the operations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from interlock.core.api import Refusal, current
from interlock.core.sql import Column, blocks, column, rows, run

from .merging import InvoiceLine, Piece, Sheet

SQL = blocks(__file__)


@dataclass(frozen=True)
class Buyer:
    """Whom an invoice is made out to, and where it may be sent: a person needs no credit code."""

    name: str
    code: str = ""
    email: str = ""


@dataclass(frozen=True)
class Wanted:
    """One request to be written: whose it is, and what stands on it."""

    buyer: Buyer
    unit: int | None
    party: int | None
    sheet: Sheet
    original: int | None = None


def registration_of(company: int) -> Any:
    """Answer the company's registration; without one nothing is invoiced (``no_tax_registration``)."""
    found = rows(SQL["registration"], company=company)
    if not found or not found[0].uscc:
        raise Refusal("no_tax_registration")
    return found[0]


def lock_company(company: int) -> None:
    """Let the requests of a company be made one set after the other."""
    rows(SQL["lock_company"], company=company)


def open_lines(company: int, documents: Column) -> list[Any]:
    """Answer the revenue lines of documents with what of them is not invoiced yet; below zero is invoiced too much."""
    return rows(SQL["open_lines"], company=company, ids=column(documents))


def documents_of(company: int, parties: Sequence[int], first: date, after: date) -> str:
    """Answer the documents of a month's revenue of some parties, as array text."""
    return rows(SQL["documents_of"], company=company, parties=list(parties), first=first, after=after)[0].ids or "{}"


def goods_of(lines: Iterable[Any]) -> dict[tuple[int, date], Any]:
    """Answer what stands on an invoice for each item and day."""
    asked = sorted({(line.item_id, line.fact_on) for line in lines if line.item_id is not None})
    found = rows(SQL["goods"], items=column([item for item, _on in asked]), days=[on for _item, on in asked])
    return {(row.id, row.on): row for row in found}


def buyers_of(parties: Iterable[int | None]) -> dict[int, Buyer]:
    """Answer whom the invoices of parties name."""
    known = sorted({party for party in parties if party is not None})
    return {row.id: Buyer(row.name[:120], row.code) for row in rows(SQL["buyers"], parties=known)}


def piece_of(line: Any, goods: Mapping[tuple[int, date], Any]) -> Piece | None:
    """Answer what of a line is to be invoiced; nothing where its rate is not known."""
    known = goods.get((line.item_id, line.fact_on))
    if known is None or known.tax_pct is None:
        return None
    return Piece(
        line.document_id, line.line_id, line.item_id, known.name, known.measure, known.tax_pct, line.quantity, line.net,
        line.tax,
    )  # fmt: skip


def write(company: int, wanted: Sequence[Wanted], *, kind: str, mode: str, on: date, reason: str = "") -> list[int]:
    """Write requests with their lines and what of whose revenue stands on them; answers their ids.

    Writes: finance_taxinvoice, finance_taxinvoiceline, finance_taxinvoicepart.
    Locks: (9) the counter TI.
    """
    made = rows(
        SQL["make"],
        company=company,
        units=column([one.unit for one in wanted]),
        parties=column([one.party for one in wanted]),
        names=[one.buyer.name for one in wanted],
        codes=[one.buyer.code for one in wanted],
        emails=[one.buyer.email for one in wanted],
        nets=column([one.sheet.net for one in wanted]),
        taxes=column([one.sheet.tax for one in wanted]),
        originals=column([one.original for one in wanted]),
        kind=kind,
        mode=mode,
        on=on,
        reason=reason[:120],
        run=current().run_id,
    )
    ids = [int(row.id) for row in made]
    placed = [
        (invoice, number, line)
        for invoice, one in zip(ids, wanted, strict=True)
        for number, line in enumerate(one.sheet.lines, start=1)
    ]
    lines = _write_lines(company, placed)
    _write_parts(company, [(place[0], line, place[2]) for place, line in zip(placed, lines, strict=True)])
    return ids


def _write_lines(company: int, placed: Sequence[tuple[int, int, InvoiceLine]]) -> list[int]:
    heads = [line.pieces[0] for _invoice, _number, line in placed]
    made = rows(
        SQL["make_lines"],
        company=company,
        invoices=column([invoice for invoice, _number, _line in placed]),
        numbers=column([number for _invoice, number, _line in placed]),
        items=column([head.item for head in heads]),
        names=[head.name[:120] for head in heads],
        measures=[head.measure[:20] for head in heads],
        quantities=column([line.quantity for _invoice, _number, line in placed]),
        rates=column([head.tax_pct for head in heads]),
        nets=column([line.net for _invoice, _number, line in placed]),
        taxes=column([line.tax for _invoice, _number, line in placed]),
        originals=column([head.original for head in heads]),
    )
    return [int(row.id) for row in made]


def _write_parts(company: int, placed: Sequence[tuple[int, int, InvoiceLine]]) -> None:
    parts = [(invoice, line, piece) for invoice, line, merged in placed for piece in merged.pieces]
    written = run(
        SQL["make_parts"],
        company=company,
        invoices=column([invoice for invoice, _line, _piece in parts]),
        lines=column([line for _invoice, line, _piece in parts]),
        documents=column([piece.document for _invoice, _line, piece in parts]),
        sources=column([piece.line for _invoice, _line, piece in parts]),
        quantities=column([piece.quantity for _invoice, _line, piece in parts]),
        nets=column([piece.net for _invoice, _line, piece in parts]),
        taxes=column([piece.tax for _invoice, _line, piece in parts]),
    )
    assert written == len(parts)


def month_of(month: date) -> tuple[date, date]:
    """Answer the first day of a month, and the first after it."""
    first = month.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1)
