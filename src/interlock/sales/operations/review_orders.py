"""The review: eight checks, each switched and parameterised per channel as data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from interlock.core.api import Actor, Answer, Outcome, operation
from interlock.core.sql import blocks, rows, run

from ..models import Check
from . import crediting, holding, promoting
from .holding import Finding

SQL = blocks(__file__)

# What is asked of a gift that nothing explains; a gift sent in the place of a returned one needs no explaining.
GIFTS = ("gift_not_allowed", "gift_not_due")


@operation(permission="sales.review_orders")
def review_orders(ids: Sequence[int], *, company: int, by: Actor) -> Outcome:
    """Judge received orders by the eight checks of F-064; those that pass go on, the others are held.

    A held order answers the code of its first reason and all of them in ``reasons``.

    Codes, first match wins: not_found, cancelled, held, already, shop_blocked, unknown_item, not_authorised, no_buyer,
    no_phone, bad_phone, no_address, no_district, no_price, price_below_floor, price_above_list, customer_blocked,
    over_credit, no_credit_rate, not_paid, paid_short, gift_not_allowed, coupon_unknown, coupon_expired,
    discount_differs, subsidy_differs, gift_missing, gift_not_due, coupon_over_budget, no_source, no_warehouse, done.
    Writes: order.state, holds with the figures and the rule that was broken; of orders that pass, what promotions gave
    them: gifts as lines, promotion uses, coupon entries and balances; what orders on account draw from credit.
    Locks: orders by id, then coupon balances by coupon, then credit groups by id.
    """
    holding.lock_orders(company, ids)
    outcome = Outcome.of(rows(SQL["judge"], company=company, ids=ids))
    subjects = tuple([verdict.id for verdict in outcome.verdicts if verdict.code == "done"])
    picture = promoting.look(company, subjects, lock=outcome.acts)
    accounts = crediting.look(company, subjects)
    findings = _findings(company, subjects, picture, accounts)
    by_order: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_order[finding.order].append(finding)
    outcome.answer({order: _held(reasons) for order, reasons in by_order.items()})
    if outcome.acts:
        holding.hold_orders(company, findings)
        if go := outcome.accepted:
            assert run(SQL["advance"], company=company, ids=go) == len(go), "locked orders cannot have moved"
            promoting.accept(company, picture, go, over=False)
            crediting.enter(company, accounts, set(go))
    return outcome


def _findings(
    company: int, ids: Sequence[int], picture: promoting.Picture, accounts: crediting.Accounts
) -> list[Finding]:
    """Run the checks in their documented order; a check that no channel has switched on finds nothing."""
    if not ids:
        return []
    found = {
        check: [
            Finding(row.order_id, row.reason, check, row.line_number, row.detail)
            for row in rows(SQL[check], company=company, ids=ids)
        ]
        for check in Check.values
    }
    if picture.subjects:
        gift = Check.GIFT.value
        spoilt = {finding.order for check, each in found.items() if check != gift for finding in each}
        found[gift] = promoting.judge(picture, found[gift], spoilt)
    found[Check.GIFT.value] = _unless_exchanged(company, found[Check.GIFT.value])
    if accounts.orders:
        spoilt = {finding.order for each in found.values() for finding in each}
        found[Check.CREDIT.value] += crediting.judge(accounts, spoilt)
    return [finding for check in Check.values for finding in found[check]]


def _unless_exchanged(company: int, findings: list[Finding]) -> list[Finding]:
    """Leave out what is found of gifts that replace returned ones: the buyer was given them before."""
    asked = sorted({finding.order for finding in findings if finding.reason in GIFTS})
    if not asked:
        return findings
    again = {row.id for row in rows(SQL["exchanged_gifts"], company=company, ids=asked)}
    return [finding for finding in findings if finding.order not in again or finding.reason not in GIFTS]


def _held(findings: list[Finding]) -> Answer:
    first = findings[0]
    reasons = [{"reason": f.reason, "line": f.line, **f.detail} for f in findings]
    return Answer(first.order, first.reason, {"reasons": reasons})
