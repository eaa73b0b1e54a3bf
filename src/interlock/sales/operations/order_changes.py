"""Changes of orders as documents: written beside the version they start from, submitted, applied or left."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import (
    Actor,
    Answer,
    Outcome,
    Refusal,
    current,
    declare,
    needs_approval,
    operation,
    parameter,
    submit_approvals,
)
from interlock.core.sql import blocks, column, rows, run

from ..models import ChangeReason
from . import change_orders, changing, taking_back

SQL = blocks(__file__)
#: The kind of approval that a change of an order may need.
ORDER_CHANGE = "order_change"
PRICE_PCT = declare(
    "changes.price_pct", _("percent by which a change may move a unit price before routes hear of it"), "number", "0",
    least=0, most=1000,
)  # fmt: skip
AMOUNT_PCT = declare(
    "changes.amount_pct", _("percent by which a change may move an order's amount before routes hear of it"), "number",
    "10", least=0, most=1000,
)  # fmt: skip
#: What became of the order so that a change of it cannot be applied any more.
GONE = ("cancelled", "shipped")


@operation(permission="sales.change_orders", limit=500)
def save_order_changes(
    ids: Sequence[int], *, company: int, by: Actor, changes: Mapping[int, Mapping[str, Any]], reason: str, on: date,
    text: str = "",
) -> Outcome:  # fmt: skip
    """Write what orders (``ids``) shall be as drafts of change documents; nothing of the orders changes.

    ``changes`` says it by order as for ``change_orders``; ``document`` and ``version`` name the draft it takes the
    place of. An order has one open change at a time. The answer names the document, its version and both amounts.

    Codes, first match wins: not_found, not_draft, stale (somebody saved it in between), change_waits (another change
    of the order is open: ``number``), cancelled, shipped, change_open, unknown_line, unknown_item, bad_quantity,
    bad_price, too_long, bad_date, no_lines, nothing_to_change, done.
    Writes: sales_changedocument and its lines; numbers OC.
    Locks: orders by id, then deliveries by id, then change documents by id; (9) counters.
    """
    if reason not in ChangeReason.values:
        raise Refusal("unknown_change_reason", reason=reason)
    taking_back.lock_with_deliveries(company, ids)
    standing = {row.order_id: row for row in rows(SQL["open_of"], company=company, orders=ids)}
    rows(SQL["lock_documents"], company=company, ids=[row.id for row in standing.values()])
    judged = change_orders.judge(company, ids, changes)
    answers = {
        order: wrong
        if (wrong := _standing(order, changes.get(order, {}), standing.get(order)))
        else judged.answers[order]
        for order in ids
    }
    answers |= {order: judged.answers[order] for order in ids if judged.answers[order].code == "not_found"}
    outcome = Outcome.of([answers[order] for order in ids])
    if go := outcome.accepted:
        made = _write(company, by, [judged.plans[order] for order in go], standing, reason, text, on)
        outcome.answer({order: Answer(order, "done", detail) for order, detail in made.items()})
        outcome.timeline = [(detail["document"], "draft") for detail in made.values() if detail["version"] == 1]
    return outcome


@operation(permission="sales.change_orders", limit=500)
def submit_order_changes(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Hand changes in: what needs no approval is applied at once, for the rest it is asked (``waits`` in the detail).

    A change whose order was changed, shipped or cancelled since it was written ends as outdated.

    Codes, first match wins: not_found, already, not_draft, outdated (``why``), change_open, unknown_line, unknown_item,
    bad_quantity, bad_price, too_long, bad_date, no_lines, nothing_to_change, done.
    Writes: sales_changedocument; what ``change_orders`` writes; approval requests, steps and tasks.
    Locks: orders by id, then deliveries by id, then change documents by id; then what ``change_orders`` locks.
    """
    documents = lock(company, ids)
    ready = [row for row in documents.values() if row.state == "draft"]
    found, judged = _judge(company, ready)
    answers = {i: found.get(i) or Answer(i, _unready(documents.get(i))) for i in ids}
    outcome = Outcome.of([answers[i] for i in ids])
    _outdate(company, outcome)
    if go := outcome.accepted:
        run(SQL["total"], company=company, ids=column(go), **_bounds(company))
        assert run(SQL["submit"], company=company, ids=go, me=by.user_id) == len(go)
        waiting = needs_approval(company, ORDER_CHANGE, go)
        direct = [i for i in go if i not in waiting]
        outcome.timeline = _apply(company, [documents[i] for i in direct], judged, on)
        asked = _ask(company, by, [documents[i] for i in go if i in waiting])
        outcome.answer({i: Answer(i, "done", asked.get(i, {"applied": True})) for i in go})
    return outcome


@operation(permission="sales.change_orders", limit=500)
def apply_order_changes(ids: Sequence[int], *, company: int, by: Actor, on: date) -> Outcome:
    """Make orders what approved changes say; so do approvals by themselves, where nothing stands in the way.

    A change whose order was changed, shipped or cancelled since it was written ends as outdated.

    Codes, first match wins: not_found, already, not_submitted, not_open (it ended otherwise), approval_needed, outdated
    (``why``), change_open, unknown_line, unknown_item, bad_quantity, bad_price, too_long, bad_date, no_lines,
    nothing_to_change, done.
    Writes: sales_changedocument; what ``change_orders`` writes.
    Locks: orders by id, then deliveries by id, then change documents by id; then what ``change_orders`` locks.
    """
    documents = lock(company, ids)
    ready = [row for row in documents.values() if row.state in ("submitted", "approved")]
    found, judged = _judge(company, ready)
    waiting = needs_approval(company, ORDER_CHANGE, [row.id for row in ready if row.state == "submitted"])
    found |= {i: Answer(i, "approval_needed") for i in waiting}
    answers = {i: found.get(i) or Answer(i, _not_applied(documents.get(i))) for i in ids}
    outcome = Outcome.of([answers[i] for i in ids])
    _outdate(company, outcome)
    if go := outcome.accepted:
        outcome.timeline = _apply(company, [documents[i] for i in go], judged, on)
    return outcome


@operation(permission="sales.change_orders", limit=500)
def withdraw_order_changes(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Take changes back that are not applied; the order stays as it is, and what was asked of approvers is over.

    Codes, first match wins: not_found, already, not_open (applied, refused or outdated), done.
    Writes: sales_changedocument.state; approval requests, steps, tasks, answers, whoever asked.
    Locks: orders by id, then deliveries by id, then change documents by id; then approval requests by id.
    """
    documents = lock(company, ids)
    outcome = Outcome.of([(i, _not_withdrawn(documents.get(i))) for i in ids])
    if go := outcome.accepted:
        assert run(SQL["withdraw"], company=company, ids=go) == len(go)
    return outcome


def lock(company: int, ids: Sequence[int]) -> dict[int, Any]:
    """Lock the orders of changes with their deliveries, then the changes; answers these as they are."""
    orders = sorted({row.order_id for row in rows(SQL["orders_of"], company=company, ids=ids)})
    taking_back.lock_with_deliveries(company, orders)
    rows(SQL["lock_documents"], company=company, ids=ids)
    return {row.id: row for row in rows(SQL["documents"], company=company, ids=ids)}


def _standing(order: int, wanted: Mapping[str, Any], row: Any) -> Answer | None:
    """Say why an order's change cannot be written: the open one is another, or no longer what was looked at."""
    named = wanted.get("document")
    if named is not None and (row is None or row.id != named or row.state != "draft"):
        return Answer(order, "not_draft")
    if named is not None and row.version != wanted.get("version"):
        return Answer(order, "stale")
    if named is None and row is not None:
        return Answer(order, "change_waits", {"number": row.number})
    return None


def _unready(row: Any) -> str:
    if row is None:
        return "not_found"
    return "already" if row.state in ("submitted", "approved", "applied") else "not_draft"


def _not_applied(row: Any) -> str:
    if row is None:
        return "not_found"
    return {"applied": "already", "draft": "not_submitted"}.get(row.state, "not_open")


def _not_withdrawn(row: Any) -> str:
    if row is None:
        return "not_found"
    if row.state in ("draft", "submitted", "approved"):
        return "done"
    return "already" if row.state == "withdrawn" else "not_open"


def _judge(company: int, documents: Sequence[Any]) -> tuple[dict[int, Answer], change_orders.Judged]:
    """Say of each change whether its order can still become what it says; an order has one open change."""
    ids = [row.id for row in documents]
    wishes = wishes_of(company, documents)
    judged = change_orders.judge(company, list(wishes), wishes)
    moved = {row.id for row in rows(SQL["moved"], company=company, ids=ids)} if ids else set()
    found = {}
    for row in documents:
        code, detail = judged.answers[row.order_id].code, judged.answers[row.order_id].detail
        if code in GONE:
            found[row.id] = Answer(row.id, "outdated", {"why": code})
        elif row.id in moved:
            found[row.id] = Answer(row.id, "outdated", {"why": "order_changed"})
        else:
            found[row.id] = Answer(row.id, code, detail)
    return found, judged


def wishes_of(company: int, documents: Sequence[Any]) -> dict[int, dict[str, Any]]:
    """Answer what changes say their orders shall be, by order, as ``change_orders`` takes it."""
    wishes: dict[int, dict[str, Any]] = {row.order_id: dict(row.after) | {"lines": []} for row in documents}
    of = {row.id: row.order_id for row in documents}
    for line in rows(SQL["lines_of"], company=company, ids=list(of)) if of else ():
        given: dict[str, Any] = {"quantity": f"{line.quantity:f}", "unit_price": f"{line.unit_price:f}"}
        if line.line_number is not None:
            given["line"] = line.line_number
        if line.line_number is None or line.item_id != line.item_before_id:
            given["item"] = line.sku
        wishes[of[line.document_id]]["lines"].append(given)
    return wishes


def _outdate(company: int, outcome: Outcome) -> None:
    """Write down which changes came too late, unless the call as a whole writes nothing."""
    stale = [verdict for verdict in outcome.verdicts if verdict.code == "outdated"]
    if stale and outcome.acts:
        given = {"ids": [verdict.id for verdict in stale], "whys": [verdict.detail["why"] for verdict in stale]}
        assert run(SQL["outdate"], company=company, **given) == len(stale)


def _apply(company: int, documents: Sequence[Any], judged: change_orders.Judged, on: date) -> list[tuple[int, str]]:
    """Make the orders what their changes say; answers the timeline of orders and deliveries."""
    if not documents:
        return []
    orders = [row.order_id for row in documents]
    timeline = change_orders.write(company, judged, orders, on)
    assert run(SQL["apply"], company=company, ids=[row.id for row in documents]) == len(documents)
    return [*((order, "applied") for order in orders), *timeline]


def _ask(company: int, by: Actor, documents: Sequence[Any]) -> dict[int, dict[str, Any]]:
    """Ask for the approval of changes, for their own reasons; who may not ask leaves it to somebody who may."""
    answers: dict[int, dict[str, Any]] = {row.id: {"waits": True} for row in documents}
    if not by.may("core.ask_approvals", company):
        return answers
    grouped: dict[str, list[int]] = {}
    for row in documents:
        grouped.setdefault(row.text or str(ChangeReason(row.reason).label), []).append(row.id)
    for why, ids in grouped.items():
        asked = submit_approvals(ids, company=company, by=_freely(by), kind=ORDER_CHANGE, reason=why)
        answers |= {one.id: {"waits": True} | ({} if one.ok else {"approval": one.code}) for one in asked.verdicts}
    return answers


def _freely(by: Actor) -> Actor:
    """Answer the same person for a step of this operation, which was judged by what they may and see."""
    return Actor(by.user_id, by.name, by.door, None)


def _bounds(company: int) -> dict[str, Decimal]:
    return {
        "price_pct": Decimal(parameter(company, PRICE_PCT.code)),
        "amount_pct": Decimal(parameter(company, AMOUNT_PCT.code)),
    }


def _write(
    company: int, by: Actor, plans: Sequence[changing.Plan], standing: Mapping[int, Any], reason: str, text: str,
    on: date,
) -> dict[int, dict[str, Any]]:  # fmt: skip
    """Write the documents and their lines; answers by order the document with its version and both amounts."""
    heads = {row.id: row for row in rows(changing.SQL["heads"], company=company, ids=[plan.order for plan in plans])}
    given: dict[str, Any] = {
        "company": company,
        "me": by.user_id,
        "reason": reason,
        "text": text.strip()[:240],
        "on": on,
    }
    places: dict[int, int] = {}
    for fresh in (True, False):
        mine = [plan for plan in plans if (plan.order not in standing) == fresh]
        if not mine:
            continue
        parts = given | {
            "orders": column(plan.order for plan in mine),
            "befores": [
                json.dumps({name: str(getattr(heads[plan.order], name) or "") for name in plan.fields}) for plan in mine
            ],
            "afters": [json.dumps(plan.fields) for plan in mine],
        }
        made = rows(SQL["make"], run=current().run_id, **parts) if fresh else rows(SQL["change"], **parts)
        assert len(made) == len(mine)
        places |= {row.order_id: row.id for row in made}
    ids = list(places.values())
    run(SQL["clear_lines"], company=company, ids=ids)
    _write_lines(company, plans, places)
    totals = rows(SQL["total"], company=company, ids=ids, **_bounds(company))
    assert len(totals) == len(plans)
    return {
        row.order_id: {
            "document": row.id, "number": row.number, "version": row.version,
            "amount_before": str(row.amount_before), "amount": str(row.amount),
        }
        for row in totals
    }  # fmt: skip


def _write_lines(company: int, plans: Sequence[changing.Plan], places: Mapping[int, int]) -> None:
    flat = [
        (plan.order, ordinal, line)
        for plan in plans
        for ordinal, line in enumerate((*plan.edited, *plan.added), start=1)
    ]
    if not flat:
        return
    written = run(
        SQL["write_lines"],
        company=company,
        orders=column(order for order, _ordinal, _line in flat),
        documents=column(places[order] for order, _ordinal, _line in flat),
        ordinals=column(ordinal for _order, ordinal, _line in flat),
        lines=column(line.id for _order, _ordinal, line in flat),
        skus=[line.sku for _order, _ordinal, line in flat],
        items=column(line.item for _order, _ordinal, line in flat),
        quantities=column(line.quantity for _order, _ordinal, line in flat),
        prices=column(line.unit_price for _order, _ordinal, line in flat),
        offs=column((line.discount or Decimal()) - (line.subsidy or Decimal()) for _order, _ordinal, line in flat),
    )
    assert written == len(flat)
