"""The chain any document stands in: what it came from, two steps back, what came of it, two steps on, and its money.

What is related to what is written once, in ``queries/chain.sql``, and read from either side, whatever the kind.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from interlock.core.api import Scope, scopes
from interlock.core.sql import column, rows
from interlock.finance import api as finance

from . import words
from .documents import DOCUMENTS, PAGES
from .drawing import SHOWN, Picture
from .queries import chain
from .templatetags.workplace import amount
from .tracing import draw_money, short, state_word

#: Steps from the document to either side, rows of one relation, and lines of a voucher or a bank statement looked at.
STEPS, SIZE, LINES = 2, 100, 2_000


def chain_of(company: int, document: int, *, every: bool = False, scope: Scope | None = None) -> Picture:
    """Draw the documents around one, and the events and vouchers of it and of what came of it; eight queries at most.

    ``every``: all that was read, not the first of a column. Under a ``scope`` other documents are there if they are
    seen under it, by a query a kind.
    """
    edges, places, left = _around(company, document)
    known = {row.id: row for row in rows(chain.SQL["heads"], company=company, ids=column(places))}
    if scope is not None:
        known = _seen(company, scope, known, document)
    paid = [one for one, place in places.items() if place >= 0 and one in known and known[one].kind != "voucher"]
    money = rows(chain.SQL["money"], company=company, documents=column(paid), size=SIZE, lines=LINES) if paid else []
    columns = sorted({place for one, place in places.items() if one in known and not _last(known[one], place)})
    titles = [_title(place) for place in columns]
    vouchers = bool(money) or any(_last(known[one], place) for one, place in places.items() if one in known)
    if money:
        titles.append(gettext("Accounting event"))
    if vouchers:
        titles.append(gettext("Voucher"))
    picture = Picture(titles, shown=None if every else SHOWN)
    picture.unread = left + (money[0].found - len(money) if money else 0)
    for one, place in sorted(places.items(), key=lambda item: (abs(item[1]), item[0])):
        if row := known.get(one):
            at = len(titles) - 1 if _last(row, place) else columns.index(place)
            _box(picture, row, at, here=one == document)
    for source, target, worth in edges:
        picture.edge(_key(known, source), _key(known, target), amount(worth) if worth is not None else "")
    draw_money(picture, money, {one: _key(known, one) for one in paid})
    return picture.draw()


def _seen(company: int, scope: Scope, known: dict[int, Any], document: int) -> dict[int, Any]:
    """Leave the document itself, what is seen under a scope, and the vouchers, which stand for what was posted."""
    kinds: dict[str, list[int]] = {}
    for row in known.values():
        kinds.setdefault(row.kind, []).append(row.id)
    kept = {document, *kinds.pop("voucher", ())}
    for kind, ids in kinds.items():
        if kind in DOCUMENTS:
            kept |= scopes.visible(DOCUMENTS[kind].kind.model._meta.label, company, scope, ids)
    return {one: row for one, row in known.items() if one in kept}


def _around(company: int, document: int) -> tuple[list[tuple[int, int, Any]], dict[int, int], int]:
    """Answer the relations found, each document's step (negative: before), and how many relations were not read."""
    places, edges, left = {document: 0}, {}, 0
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
            edges[row.source, row.target] = row.amount
            beyond = max(beyond, row.found - SIZE)
        left += beyond
        places |= dict.fromkeys(after, step) | dict.fromkeys(before - after, -step)
        down, up = after, before - after
    return [(source, target, worth) for (source, target), worth in edges.items()], places, left


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
