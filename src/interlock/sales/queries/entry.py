"""What somebody entering orders sees: drafts with prices, where those came from, and what is wrong. Reads only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.sql import blocks, column, rows
from interlock.items import api as items
from interlock.parties import api as parties

SQL = blocks(__file__)
FOUND = 12


@dataclass(frozen=True)
class DraftPicture:
    """A draft as it stands: its head, its lines with figures and sources, and what keeps it from being submitted."""

    head: Any
    lines: list[Any]
    faults: list[dict[str, Any]]
    code: str
    amount: Decimal
    tax: Decimal


def priced(company: int, drafts: Sequence[int]) -> dict[int, list[Any]]:
    """Answer the lines of drafts with what they come to today, as the order's lines will."""
    found: dict[int, list[Any]] = {draft: [] for draft in drafts}
    for row in rows(SQL["priced"], company=company, drafts=list(drafts)) if drafts else ():
        found[row.draft_id].append(row)
    return found


def draft_picture(company: int, draft: int) -> DraftPicture | None:
    """Answer a draft of a company, judged as its submission would; None where there is none."""
    from .. import typed
    from ..operations import creating
    from ..operations.order_drafts import SQL as DRAFTS

    heads = rows(DRAFTS["heads"], company=company, ids=[draft])
    if not heads:
        return None
    lines = priced(company, [draft])[draft]
    order, _ordinals = typed.order_of(heads[0], lines)
    code, detail = creating.look(company, {draft: order}, lock=False).judge(draft, order)
    faults = typed.by_ordinal(detail, lines).get("faults", [])
    amount = sum((row.amount for row in lines), Decimal())
    return DraftPicture(heads[0], lines, faults, code, amount, sum((row.tax for row in lines), Decimal()))


def find_items(company: int, shop: int, term: str, on: date) -> list[Any]:
    """Answer items by code, name, pinyin (in full or its initials) or barcode; what the shop has a price for first."""
    items.spell_items()
    return rows(SQL["find_items"], company=company, shop=shop, on=on, size=FOUND, **_asked(term))


def find_customers(company: int, term: str, among: Iterable[int] | None = None) -> list[Any]:
    """Answer customers by code, name, pinyin, credit code or telephone, with their first address; all or ``among``."""
    parties.spell_parties()
    ids = None if among is None else column(sorted(among))
    return rows(SQL["find_customers"], company=company, among=ids, size=FOUND, **_asked(term))


def _asked(term: str) -> dict[str, str]:
    """Answer a term as the searches ask for it: anywhere in the words, at the beginning of a spelling or in it."""
    from interlock.core.spelling import joined

    small = " ".join(term.lower().split())[:80]
    escaped = [text.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_") for text in (small, joined(small))]
    return {"term": small, "begins": f"{escaped[0]}%", "holds": f"%{escaped[0]}%", "spelled": f"%{escaped[1]}%",
            "initials": f"% {escaped[1]}%", "full": f"{escaped[1]}%"}  # fmt: skip
