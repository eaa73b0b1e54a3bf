"""Ask for invoices: of single deliveries, or of a month's revenue merged by customer and shop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from interlock.core.api import Actor, Answer, Outcome, operation
from interlock.parties import api as parties

from .merging import Piece, fits, sheets
from .orders import lines_of
from .revenue import (
    Buyer,
    Wanted,
    buyers_of,
    documents_of,
    goods_of,
    lock_company,
    month_of,
    open_lines,
    piece_of,
    registration_of,
    write,
)

DEMAND, DELIVERY, ORDER, MONTHLY = "on_demand", "per_delivery", "per_order", "monthly"


@operation(permission="finance.request_invoices", documents=False)
def request_invoices(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,
    on: date,
    buyers: Mapping[int, Buyer] | None = None,
    mode: str = DEMAND,
) -> Outcome:
    """Ask for the invoices of deliveries (``ids``) whose revenue is recognised; each gets its own, split at the limit.

    ``buyers`` names whom a delivery's invoice is made out to, where that is not its customer.
    Codes, first match wins: not_found (no revenue), before_revenue (``on`` lies before it), already (nothing of it is
    left to be invoiced), no_vat_rate (an item without a rate that day), no_buyer, bad_code (no credit code),
    above_limit (one piece is above the limit of an invoice), done.
    Writes: finance_taxinvoice, its lines and what of whose revenue stands on them.
    Locks: (2) the company's requests, one set after the other; (9) the counter TI.
    """
    office = registration_of(company)
    lock_company(company)
    lines = {
        document: list(found) for document, found in groupby(open_lines(company, ids), lambda line: line.document_id)
    }
    goods = goods_of(line for found in lines.values() for line in found)
    known = buyers_of(line.party_id for found in lines.values() for line in found)
    named = buyers or {}
    judged: dict[int, Answer] = {}
    wanted: dict[int, list[Wanted]] = {}
    for i in ids:
        found = lines.get(i, [])
        buyer = named.get(i) or (known.get(found[0].party_id) if found else None)
        judged[i], pieces = _judge(i, found, goods, buyer, on, office.limit_amount)
        if judged[i].code == "done" and buyer is not None:
            made = sheets(pieces, office.limit_amount, office.most_lines)
            wanted[i] = [Wanted(buyer, found[0].unit_id, found[0].party_id, sheet) for sheet in made]
    return _write(company, Outcome.of([judged[i] for i in ids]), wanted, mode, on)


@operation(permission="finance.request_invoices", documents=False)
def request_order_invoices(
    ids: Sequence[int],
    *,
    company: int,
    by: Actor,
    on: date,
    buyers: Mapping[int, Buyer] | None = None,
    mode: str = DEMAND,
) -> Outcome:
    """Ask for the invoices of orders (``ids``): all their deliveries on one, merged by goods, split at the limit.

    What is revenue by now is asked for; what comes later is asked for again. ``buyers`` names whom an order's invoice
    is made out to, where that is not its customer.
    Codes, first match wins: not_found (no revenue), before_revenue (``on`` lies before some of it), already,
    no_vat_rate, no_buyer, bad_code, above_limit, done.
    Writes: finance_taxinvoice, its lines and what of whose revenue stands on them.
    Locks: (2) the company's requests, one set after the other; (9) the counter TI.
    """
    office = registration_of(company)
    lock_company(company)
    told = lines_of(company, orders=ids)
    order_of = {line.line: line.order for line in told}
    of_order: dict[int, list[Any]] = {}
    for line in open_lines(company, sorted({line.document for line in told})):
        of_order.setdefault(order_of.get(line.line_id, 0), []).append(line)
    own = [line for i in ids for line in of_order.get(i, [])]
    goods, known, named = goods_of(own), buyers_of(line.party_id for line in own), buyers or {}
    judged: dict[int, Answer] = {}
    wanted: dict[int, list[Wanted]] = {}
    for i in ids:
        found = of_order.get(i, [])
        buyer = named.get(i) or (known.get(found[0].party_id) if found else None)
        judged[i], pieces = _judge(i, found, goods, buyer, on, office.limit_amount)
        if judged[i].code == "done" and buyer is not None:
            pieces.sort(key=lambda piece: (piece.item or 0, piece.tax_pct, piece.line))
            made = sheets(pieces, office.limit_amount, office.most_lines)
            wanted[i] = [Wanted(buyer, found[0].unit_id, found[0].party_id, sheet) for sheet in made]
    return _write(company, Outcome.of([judged[i] for i in ids]), wanted, mode, on)


@operation(permission="finance.request_invoices", documents=False)
def merge_invoices(ids: Sequence[int], *, company: int, by: Actor, month: date, on: date) -> Outcome:
    """Ask for the invoices of a month's revenue of customers (``ids``), merged by shop and goods, split at the limit.

    What was invoiced or asked for by itself is left out.
    Codes, first match wins: not_found (no revenue in the month), before_revenue (``on`` lies before some of it),
    already, no_vat_rate, no_buyer, bad_code, above_limit, done.
    Writes: finance_taxinvoice, its lines and what of whose revenue stands on them.
    Locks: (2) the company's requests, one set after the other; (9) the counter TI.
    """
    office = registration_of(company)
    lock_company(company)
    first, after = month_of(month)
    found = [
        line for line in open_lines(company, documents_of(company, ids, first, after)) if first <= line.fact_on < after
    ]
    goods, known = goods_of(found), buyers_of(ids)
    of_party: dict[int, list[Any]] = {}
    for line in found:
        of_party.setdefault(line.party_id, []).append(line)
    judged: dict[int, Answer] = {}
    wanted: dict[int, list[Wanted]] = {}
    for i in ids:
        judged[i], pieces = _judge(i, of_party.get(i, []), goods, known.get(i), on, office.limit_amount)
        if judged[i].code != "done":
            continue
        units = {line.line_id: line.unit_id for line in of_party[i]}
        for unit in sorted(set(units.values()), key=lambda one: one or 0):
            own = sorted((p for p in pieces if units[p.line] == unit), key=lambda p: (p.item or 0, p.tax_pct, p.line))
            made = sheets(own, office.limit_amount, office.most_lines)
            wanted.setdefault(i, []).extend(Wanted(known[i], unit, i, sheet) for sheet in made)
    return _write(company, Outcome.of([judged[i] for i in ids]), wanted, MONTHLY, on)


def _judge(
    i: int, found: Sequence[Any], goods: Mapping[Any, Any], buyer: Buyer | None, on: date, limit: Decimal
) -> tuple[Answer, list[Piece]]:
    """Answer the verdict on one id and what of its revenue is to be invoiced."""
    if not found:
        return Answer(i, "not_found"), []
    left = [line for line in found if line.net > 0 and line.tax >= 0]
    if any(line.fact_on > on for line in left):
        return Answer(i, "before_revenue"), []
    if not left:
        return Answer(i, "already"), []
    pieces = [piece_of(line, goods) for line in left]
    if None in pieces:
        return Answer(i, "no_vat_rate"), []
    if buyer is None or not buyer.name.strip():
        return Answer(i, "no_buyer"), []
    if buyer.code and not parties.uscc.is_valid(buyer.code):
        return Answer(i, "bad_code", {"buyer_code": buyer.code}), []
    whole = [piece for piece in pieces if piece is not None]
    if large := [piece.line for piece in whole if not fits(piece, limit)]:
        return Answer(i, "above_limit", {"lines": large[:20]}), []
    return Answer(i, "done"), whole


def _write(company: int, outcome: Outcome, wanted: Mapping[int, list[Wanted]], mode: str, on: date) -> Outcome:
    """Write what was accepted; the verdicts name the invoices."""
    go = outcome.accepted
    asked = [(i, one) for i in go for one in wanted[i]]
    if asked:
        made = write(company, [one for _i, one in asked], kind="blue", mode=mode, on=on)
        of_id: dict[int, list[int]] = {}
        for (i, _one), invoice in zip(asked, made, strict=True):
            of_id.setdefault(i, []).append(invoice)
        outcome.answer({i: Answer(i, "done", {"invoices": invoices}) for i, invoices in of_id.items()})
        outcome.timeline = _timeline(of_id.values())
    return outcome


def _timeline(made: Iterable[list[int]]) -> list[tuple[int, str]]:
    return [(invoice, "done") for invoices in made for invoice in invoices]
