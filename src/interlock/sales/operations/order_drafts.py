"""Orders by hand before they are orders: saved as they are typed, submitted once, or discarded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from interlock.core.api import Actor, Answer, Outcome, Scope, current, operation, scopes
from interlock.core.sql import blocks, column, rows, run

from .. import typed
from ..queries.entry import priced
from . import creating

SQL = blocks(__file__)
HEAD = ("order_no", *creating.ADDRESS, "remark")
CELLS = ("item", "quantity", "unit", "price", "discount")


@dataclass(frozen=True)
class TypedLine:
    """A line as it stands in the cells of the page; ``ordinal`` is its place, and stays its own."""

    ordinal: int
    item: str = ""
    quantity: str = ""
    unit: str = ""
    price: str = ""
    discount: str = ""


@dataclass(frozen=True)
class OrderSheet:
    """What is to be saved of a draft: the whole head, and of the lines those that changed or were taken out.

    ``draft`` and ``version`` name the one it changes, none makes a new one.
    """

    shop: str
    lines: Sequence[TypedLine] = ()
    removed: Sequence[int] = ()
    draft: int | None = None
    version: int = 0
    customer: str = ""
    order_no: str = ""
    wanted_on: date | None = None
    buyer: str = ""
    phone: str = ""
    province: str = ""
    city: str = ""
    district: str = ""
    address: str = ""
    remark: str = ""


@operation(permission="sales.enter_orders", documents=False)
def save_order_drafts(ids: Sequence[int], *, company: int, by: Actor, sheets: Mapping[int, OrderSheet]) -> Outcome:
    """Save orders as they are typed, new drafts or changes of drafts; ``ids`` are the keys of ``sheets``.

    A draft may be wrong and unfinished: lines keep what was typed beside what of it could be read. The answer names
    the draft, its version and its amount.

    Codes, first match wins: not_found, not_draft, stale (somebody saved it in between), unknown_shop,
    unknown_customer, too_long, too_many_lines, done.
    Writes: sales_orderdraft and its lines; numbers OD.
    Locks: (2) drafts by id; (9) counters.
    """
    given = {i: sheets[i] for i in ids if i in sheets}
    older = [sheet.draft for sheet in given.values() if sheet.draft]
    rows(SQL["lock_drafts"], company=company, ids=older)
    standing = {row.id: row for row in rows(SQL["standing"], company=company, ids=older)}
    shops = {row.code: row for row in rows(creating.SQL["shops"], company=company,
                                           shops=sorted({sheet.shop for sheet in given.values()}))}  # fmt: skip
    codes = sorted({sheet.customer for sheet in given.values() if sheet.customer})
    found = rows(creating.SQL["customers"], company=company, codes=codes) if codes else []
    customers = {row.code: row.id for row in found}
    if (scope := by.scope(company)) is not None:
        standing = _seen(company, scope, "sales.OrderDraft", standing)
        shops = _seen(company, scope, "sales.Shop", shops)
        customers = {code: one for code, one in customers.items() if one in scope.get("party", {one})}
    outcome = Outcome.of([(i, _judge(given.get(i), standing, shops, customers)) for i in ids])
    if go := outcome.accepted:
        drafts = _write(company, by, {i: given[i] for i in go}, shops, customers)
        moved = {i for i in go if given[i].draft and standing[given[i].draft].shop_id != shops[given[i].shop].id}
        for i, draft in drafts.items():
            _write_lines(company, draft, given[i], shops[given[i].shop].id, everything=i in moved)
        outcome.answer(_totals(company, drafts))
        outcome.timeline = [(draft, "draft") for i, draft in drafts.items() if given[i].draft is None]
    return outcome


@operation(permission="sales.enter_orders")
def discard_order_drafts(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Throw drafts of orders away; their numbers stay taken.

    Codes, first match wins: not_found, already, submitted, done.
    Writes: sales_orderdraft.state.
    Locks: (2) drafts by id.
    """
    rows(SQL["lock_drafts"], company=company, ids=ids)
    outcome = Outcome.of(rows(SQL["judge_discard"], company=company, ids=ids))
    if go := outcome.accepted:
        assert run(SQL["discard"], company=company, ids=go) == len(go)
    return outcome


@operation(permission="sales.enter_orders", limit=500)
def submit_order_drafts(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Make orders of drafts; a draft with a fault stays one, and its verdict names every fault by line and field.

    Codes, first match wins: not_found, already, not_draft, stale (its shop changed just now), shop_blocked,
    unknown_customer, too_long, bad_date, no_lines, too_many_lines, unknown_item, item_blocked, unknown_unit,
    bad_quantity, no_price, bad_price, bad_discount, taken (the shop has another order of this number), repriced (the
    amount is no longer the one that was shown), done.
    Writes: orders with lines (state received); sales_orderdraft.state and order.
    Locks: shops by id; (2) drafts by id; (9) the number counter.
    """
    locked = {row.id for row in rows(SQL["shops_of"], company=company, ids=ids)}
    rows(SQL["lock_shops_of"], company=company, ids=ids)
    rows(SQL["lock_drafts"], company=company, ids=ids)
    heads = {row.id: row for row in rows(SQL["heads"], company=company, ids=ids)}
    open_ids = [i for i in ids if i in heads and heads[i].state == "draft"]
    lines = _typed(company, open_ids)
    orders = {i: typed.order_of(heads[i], lines[i])[0] for i in open_ids}
    book = creating.look(company, orders, lock=False)
    amounts = priced(company, open_ids)
    judged: list[tuple[int, str, dict[str, Any]]] = []
    for i in ids:
        code = _standing(heads.get(i), locked)
        detail: dict[str, Any] = {}
        if not code:
            code, detail = book.judge(i, orders[i])
            detail = typed.by_ordinal(detail, lines[i])
            if code == "done" and sum((row.amount for row in amounts[i]), Decimal()) != heads[i].amount:
                code = "repriced"
        judged.append((i, code, detail))
    outcome = Outcome.of(judged)
    if go := outcome.accepted:
        made = creating.write(book, go)
        made_of = {"ids": go, "orders": column([made[i].id for i in go])}
        assert run(SQL["submit"], company=company, **made_of) == len(go)
        differing = rows(SQL["differing"], company=company, ids=go)
        assert not differing, "an order comes to what its draft showed"
        outcome.answer(creating.answers(made))
        outcome.timeline = [(order.id, "received") for order in made.values()]
    return outcome


def _seen(company: int, scope: Scope, model: str, found: dict[Any, Any]) -> dict[Any, Any]:
    """Leave the rows that are seen under a scope: what is not is as unknown as what is not there."""
    seen = scopes.seen(model, company, scope, list(found.values()))
    return {name: row for name, row in found.items() if row in seen}


def _judge(
    sheet: OrderSheet | None, standing: Mapping[int, Any], shops: Mapping[str, Any], customers: Mapping[str, int]
) -> str:
    if sheet is None:
        return "not_found"
    have = 0
    if sheet.draft is not None:
        row = standing.get(sheet.draft)
        if row is None:
            return "not_found"
        if row.state != "draft":
            return "not_draft"
        if row.version != sheet.version:
            return "stale"
        have = row.lines
    if sheet.shop not in shops:
        return "unknown_shop"
    if sheet.customer and sheet.customer not in customers:
        return "unknown_customer"
    if any(len(getattr(sheet, name)) > creating.TEXTS[name] for name in HEAD):
        return "too_long"
    if any(len(getattr(line, cell)) > typed.LONGEST for line in sheet.lines for cell in CELLS):
        return "too_long"
    return "too_many_lines" if have + len(sheet.lines) > 2 * creating.MOST_LINES else "done"


def _standing(row: Any, locked: set[int]) -> str:
    """Answer why a draft cannot be submitted at all, or nothing."""
    if row is None:
        return "not_found"
    if row.state != "draft":
        return "already" if row.state == "submitted" else "not_draft"
    return "" if row.shop_id in locked else "stale"


def _typed(company: int, ids: Sequence[int]) -> dict[int, list[Any]]:
    """Answer the lines of drafts as they are typed, in their order."""
    lines: dict[int, list[Any]] = {i: [] for i in ids}
    for row in rows(SQL["typed"], company=company, ids=list(ids)) if ids else ():
        lines[row.draft_id].append(row)
    return lines


def _write(
    company: int, by: Actor, sheets: Mapping[int, OrderSheet], shops: Mapping[str, Any], customers: Mapping[str, int]
) -> dict[int, int]:
    """Write the heads; answers the draft of each id."""
    places: dict[int, int] = {}
    parts: dict[bool, list[int]] = defaultdict(list)
    for i, sheet in sheets.items():
        parts[sheet.draft is None].append(i)
    for fresh, ids in parts.items():
        cells: dict[str, Any] = {f"{n}s": [creating.plain(getattr(sheets[i], n)) for i in ids] for n in HEAD}
        cells |= {
            "shops": column([shops[sheets[i].shop].id for i in ids]),
            "customers": column([customers.get(sheets[i].customer) for i in ids]),
            "wanted": [sheets[i].wanted_on for i in ids],
        }
        given: dict[str, Any] = {"company": company, "me": by.user_id} | cells
        if fresh:
            made = rows(SQL["make"], **given, places=column(list(range(len(ids)))), run=current().run_id)
            places |= {i: row.id for i, row in zip(ids, made, strict=True)}
        else:
            older = [sheets[i].draft or 0 for i in ids]
            assert run(SQL["change"], **given, ids=older) == len(ids)
            places |= dict(zip(ids, older, strict=True))
    return places


def _write_lines(company: int, draft: int, sheet: OrderSheet, shop: int, *, everything: bool) -> None:
    """Write the lines that changed; another shop may know other codes, so then all are read again."""
    if sheet.removed:
        run(SQL["remove"], company=company, draft=draft, ordinals=column(sheet.removed))
    cells = {line.ordinal: {c: creating.plain(getattr(line, c)) for c in CELLS} for line in sheet.lines}
    if everything:
        cells = {row.ordinal: row.typed for row in _typed(company, [draft])[draft]} | cells
    if not cells:
        return
    codes = sorted({cell["item"] for cell in cells.values()})
    found = rows(creating.SQL["items"], company=company, shops=column([shop] * len(codes)), codes=codes)
    items = {row.named: row.id for row in found}
    read = {ordinal: typed.read(cell) for ordinal, cell in cells.items()}
    written = run(
        SQL["lines"],
        company=company,
        draft=draft,
        ordinals=column(list(cells)),
        typed=[typed.as_json(cell) for cell in cells.values()],
        items=column([items.get(cell["item"]) for cell in cells.values()]),
        units=[cell["unit"][:8] for cell in cells.values()],
        quantities=column([read[o].quantity for o in cells]),
        prices=column([read[o].price for o in cells]),
        discounts=column([read[o].discount for o in cells]),
    )
    assert written == len(cells)


def _totals(company: int, drafts: Mapping[int, int]) -> dict[int, Answer]:
    """Note what drafts come to; answers their verdicts."""
    sums = priced(company, list(drafts.values()))
    amounts = [sum((row.amount for row in sums[d]), Decimal()) for d in drafts.values()]
    taxes = [sum((row.tax for row in sums[d]), Decimal()) for d in drafts.values()]
    noted = rows(SQL["total"], company=company, ids=list(drafts.values()), amounts=column(amounts), taxes=column(taxes))
    versions = {row.id: row for row in noted}
    return {
        i: Answer(i, "done", {"draft": d, "version": versions[d].version, "amount": str(versions[d].amount)})
        for i, d in drafts.items()
    }


assert {field.name for field in fields(TypedLine)} == {"ordinal", *CELLS}
