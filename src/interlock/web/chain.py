"""The chain any document stands in: what it came from, two steps back, what came of it, two steps on, and its money.

What is related to what is written once, in ``queries/chain.sql``, and read from either side, whatever the kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from interlock.core.api import Scope
from interlock.core.sql import column, rows
from interlock.finance import api as finance

from . import limits, words
from .documents import PAGES
from .drawing import SHOWN, Picture
from .queries import chain
from .templatetags.workplace import amount, figure
from .tracing import draw_money, short, state_word

#: Steps from the document to either side, rows of one relation, and lines of a voucher or a bank statement looked at.
STEPS, SIZE, LINES = 2, 100, 2_000


@dataclass(frozen=True)
class Related:
    """One document came of another: with which quantity and amount, where there are any."""

    source: int
    target: int
    quantity: Any
    amount: Any


@dataclass(frozen=True)
class Chain:
    """The documents around one: what they are, each one's step (negative: before), how they hang together, their money.

    ``left`` says how many relations and events there are besides.
    """

    document: int
    known: dict[int, Any]
    places: dict[int, int]
    edges: list[Related]
    money: list[Any]
    left: int


def read_chain(company: int, document: int, scope: Scope | None = None) -> Chain:
    """Read the documents around one, and the events and vouchers of what came of it; eight queries at most.

    Under a ``scope`` other documents are there if they are seen under it, by a query a kind.
    """
    edges, places, left = _around(company, document)
    known = {row.id: row for row in rows(chain.SQL["heads"], company=company, ids=column(places))}
    if scope is not None:
        known = _seen(company, scope, known, document)
    paid = [one for one, place in places.items() if place >= 0 and one in known and known[one].kind != "voucher"]
    money = rows(chain.SQL["money"], company=company, documents=column(paid), size=SIZE, lines=LINES) if paid else []
    beyond = money[0].found - len(money) if money else 0
    return Chain(document, known, places, edges, money, left + beyond)


def chain_of(company: int, document: int, *, every: bool = False, scope: Scope | None = None) -> Picture:
    """Draw the chain around a document; ``every``: all that was read, not the first of a column."""
    read = read_chain(company, document, scope)
    known, places, money = read.known, read.places, read.money
    columns = sorted({place for one, place in places.items() if one in known and not _last(known[one], place)})
    titles = [_title(place) for place in columns]
    vouchers = bool(money) or any(_last(known[one], place) for one, place in places.items() if one in known)
    if money:
        titles.append(gettext("Accounting event"))
    if vouchers:
        titles.append(gettext("Voucher"))
    picture = Picture(titles, shown=None if every else SHOWN)
    picture.unread = read.left
    for one, place in sorted(places.items(), key=lambda item: (abs(item[1]), item[0])):
        if row := known.get(one):
            at = len(titles) - 1 if _last(row, place) else columns.index(place)
            _box(picture, row, at, here=one == document)
    for edge in read.edges:
        worth = amount(edge.amount) if edge.amount is not None else ""
        pieces = f"{figure(edge.quantity)} ×" if edge.quantity else ""
        picture.edge(_key(known, edge.source), _key(known, edge.target), worth, pieces)
    draw_money(picture, money, {row.document_id: _key(known, row.document_id) for row in money})
    return picture.draw()


def _seen(company: int, scope: Scope, known: dict[int, Any], document: int) -> dict[int, Any]:
    """Leave the document itself, what is seen under a scope, and the vouchers, which stand for what was posted."""
    seen = {row.id for row in limits.seen_of(company, scope, list(known.values()))}
    return {one: row for one, row in known.items() if one in seen or one == document or row.kind == "voucher"}


def _around(company: int, document: int) -> tuple[list[Related], dict[int, int], int]:
    """Answer the relations found, each document's step (negative: before), and how many relations were not read."""
    places: dict[int, int] = {document: 0}
    edges: dict[tuple[int, int], Related] = {}
    left = 0
    down, up = {document}, {document}
    for step in range(1, STEPS + 1):
        if not down and not up:
            break
        given = {"company": company, "down": column(down), "up": column(up), "size": SIZE}
        found = [
            *rows(chain.SQL["sales"], **given),
            *rows(chain.SQL["claims"], kinds=list(finance.PAYABLE), **given),
            *rows(chain.SQL["books"], lines=LINES, **given),
        ]
        after, before, beyond = set(), set(), 0
        for row in found:
            if row.source in down and places.get(row.target, step) == step:
                after.add(row.target)
            elif row.target in up and places.get(row.source, -step) == -step:
                before.add(row.source)
            else:
                continue
            edges[row.source, row.target] = Related(row.source, row.target, row.quantity, row.amount)
            beyond = max(beyond, row.found - SIZE)
        left += beyond
        places |= dict.fromkeys(after, step) | dict.fromkeys(before - after, -step)
        down, up = after, before - after
    return list(edges.values()), places, left


def _last(row: Any, place: int) -> bool:
    """Say whether a document stands in the last column: a voucher that came of something."""
    return bool(row.kind == "voucher" and place > 0)


def _title(place: int) -> str:
    return {
        -2: gettext("Before that"),
        -1: gettext("Came from"),
        0: gettext("This document"),
        1: gettext("Became"),
        2: gettext("After that"),
    }[place]


def _key(known: dict[int, Any], document: int) -> str:
    row = known.get(document)
    return f"voucher{document}" if row and row.kind == "voucher" else f"document{document}"


def _box(picture: Picture, row: Any, at: int, *, here: bool) -> None:
    kind = str(words.KINDS.get(row.kind) or words.FOUND[row.kind])
    state = state_word(row.state) if row.state else ""
    text = short(" · ".join(filter(None, (kind, state))), 24)
    number = row.number or gettext("no number yet")
    picture.node(_key({row.id: row}, row.id), at, number, text, _address(row), here=here)


def _address(row: Any) -> str:
    if row.kind == "receipt":
        return f"{reverse('web:receipts')}?{urlencode({'q': row.number})}"
    return reverse(PAGES[row.kind], args=[row.id])
