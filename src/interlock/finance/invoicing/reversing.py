"""Red letters for what came back, and requests that are cancelled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from interlock.core.api import Actor, Answer, Outcome, operation
from interlock.core.sql import blocks, column, rows, run

from .merging import Piece, sheets
from .revenue import Buyer, Wanted, lock_company, open_lines, registration_of, write

SQL = blocks(__file__)
ZERO, MOST = Decimal(0), Decimal(10) ** 17


@operation(permission="finance.request_invoices", documents=False)
def request_red_letters(ids: Sequence[int], *, company: int, by: Actor, on: date, reason: str = "销货退回") -> Outcome:
    """Take back what deliveries (``ids``) have on invoices and is revenue no more: one red letter an invoice.

    What came back before it was invoiced needs none: it is not asked for.
    Codes, first match wins: not_found (no revenue), already (nothing is invoiced too much), not_issued (it stands on a
    request that is not issued yet), done.
    Writes: finance_taxinvoice, its lines, what of whose revenue stands on them; what red letters take of the lines of
    the originals, which cannot be more than they have.
    Locks: (2) the company's requests, one set after the other; the originals by id; (9) the counter TI.
    """
    office = registration_of(company)
    lock_company(company)
    lines = {
        document: list(found) for document, found in groupby(open_lines(company, ids), lambda line: line.document_id)
    }
    too_much = [i for i in ids if any(_over(line) for line in lines.get(i, []))]
    standing: dict[int, list[Any]] = {}
    for row in rows(SQL["standing"], company=company, ids=column(too_much)):
        standing.setdefault(row.source_line_id, []).append(row)
    judged: dict[int, Answer] = {}
    taken: dict[int, list[tuple[Any, Piece]]] = {}
    for i in ids:
        if not lines.get(i) or i not in too_much:
            judged[i] = Answer(i, "already" if lines.get(i) else "not_found")
            continue
        found = [_taken(line, standing.get(line.line_id, [])) for line in lines[i] if _over(line)]
        judged[i] = Answer(i, "not_issued" if None in found else "done")
        taken[i] = [pair for pairs in found for pair in pairs or ()]
    outcome = Outcome.of([judged[i] for i in ids])
    if go := outcome.accepted:
        _act(company, outcome, {i: taken[i] for i in go}, on=on, reason=reason, most_lines=office.most_lines)
    return outcome


@operation(permission="finance.request_invoices")
def cancel_invoices(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Cancel requests that were not issued; the revenue on them may be asked for again.

    Codes, first match wins: not_found, already, issued (a red letter takes it back), at_office, done.
    Writes: finance_taxinvoice.state, what of whose revenue stands on it; of a red letter the lines of its original.
    Locks: (2) the company's requests, one set after the other; invoices by id.
    """
    lock_company(company)
    rows(SQL["lock_invoices"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_cancel"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["cancel"], company=company, ids=go) == len(go)
        run(SQL["give_back"], company=company, ids=go)
        _redden(company, rows(SQL["whiten"], company=company, ids=go))
    return outcome


def _over(line: Any) -> bool:
    return bool(line.net < 0 or line.tax < 0)


def _taken(line: Any, standing: Sequence[Any]) -> list[tuple[Any, Piece]] | None:
    """Answer what to take of which invoice lines, the earliest first; nothing when issued ones have too little."""
    net, tax, quantity = -line.net, -line.tax, max(ZERO, -line.quantity)
    found = []
    for row in standing:
        part = (min(quantity, row.quantity), min(net, row.net), min(tax, row.tax))
        if part[1] <= 0 and part[2] <= 0:
            continue
        quantity, net, tax = quantity - part[0], net - part[1], tax - part[2]
        piece = Piece(row.document_id, row.source_line_id, row.item_id, row.name, row.measure, row.tax_pct,
                      -part[0], -part[1], -part[2], row.line_id)  # fmt: skip
        found.append((row, piece))
    return None if net > 0 or tax > 0 else found


def _act(
    company: int, outcome: Outcome, taken: dict[int, list[tuple[Any, Piece]]], *, on: date, reason: str, most_lines: int
) -> None:
    of_original: dict[int, list[Piece]] = {}
    heads: dict[int, Any] = {}
    for pairs in taken.values():
        for row, piece in pairs:
            of_original.setdefault(row.invoice_id, []).append(piece)
            heads[row.invoice_id] = row
    rows(SQL["lock_originals"], company=company, ids=sorted(of_original))
    wanted = []
    for original in sorted(of_original):
        head = heads[original]
        pieces = sorted(of_original[original], key=lambda piece: (piece.original or 0, piece.line))
        buyer = Buyer(head.buyer_name, head.buyer_code)
        made_of = sheets(pieces, MOST, most_lines)
        wanted += [Wanted(buyer, head.unit_id, head.party_id, sheet, original) for sheet in made_of]
    made = write(company, wanted, kind="red", mode="on_demand", on=on, reason=reason)
    _redden(company, _summed(piece for pieces in of_original.values() for piece in pieces))
    of_document: dict[int, list[int]] = {i: [] for i in taken}
    for invoice, one in zip(made, wanted, strict=True):
        for document in {piece.document for line in one.sheet.lines for piece in line.pieces}:
            of_document[document].append(invoice)
    outcome.answer({i: Answer(i, "done", {"invoices": sorted(found)}) for i, found in of_document.items()})
    outcome.timeline = [(invoice, "done") for invoice in made]


def _summed(pieces: Iterable[Piece]) -> list[tuple[int, Decimal, Decimal]]:
    """Answer what is taken of each original line."""
    sums: dict[int, tuple[Decimal, Decimal]] = {}
    for piece in pieces:
        assert piece.original is not None, "a red letter names what it takes back"
        net, tax = sums.get(piece.original, (ZERO, ZERO))
        sums[piece.original] = (net - piece.net, tax - piece.tax)
    return [(line, net, tax) for line, (net, tax) in sorted(sums.items())]


def _redden(company: int, changes: Sequence[Any]) -> None:
    """Keep on the originals' lines what red letters take of them; below zero gives back."""
    if changes:
        changed = run(
            SQL["redden"],
            company=company,
            lines=column([line for line, _net, _tax in changes]),
            nets=column([net for _line, net, _tax in changes]),
            taxes=column([tax for _line, _net, tax in changes]),
        )
        assert changed == len(changes)
