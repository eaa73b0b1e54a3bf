"""Promotions in the review: what an order should have been charged, what it draws, what is given back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from interlock.core.api import current
from interlock.core.sql import blocks, column, rows, run

from ..models import Check
from ..promotions import ZERO, Line, Offer, Tier, best, cents
from .explaining import Subject, Use, spread
from .holding import Finding

SQL = blocks(__file__)


@dataclass
class Picture:
    """The orders of a set that promotions concern, and every offer that could have."""

    subjects: dict[int, Subject] = field(default_factory=dict)
    offers: list[Any] = field(default_factory=list)


def look(company: int, ids: Sequence[int], *, lock: bool) -> Picture:
    """Work out what promotions give these orders; locks the coupons they name. One statement where none concerns them.

    Locks: coupon balances by coupon.
    """
    wanted = [row.id for row in rows(SQL["candidates"], company=company, ids=list(ids))] if ids else []
    if not wanted:
        return Picture()
    lines: dict[int, list[Any]] = defaultdict(list)
    for row in rows(SQL["lines"], company=company, ids=wanted):
        lines[row.order_id].append(row)
    heads = [order[0] for order in lines.values()]
    moments = [head.at for head in heads]
    found = rows(SQL["offers"], company=company, first=min(moments), last=max(moments))
    items = sorted({row.item_id for order in lines.values() for row in order if row.item_id is not None})
    offers = list(zip(found, _offers(company, found, items), strict=True))
    codes = sorted({head.coupon for head in heads if head.coupon})
    if codes and lock:
        rows(SQL["lock_coupons"], company=company, codes=codes)
    coupons = {row.code: row for row in rows(SQL["coupons"], company=company, codes=codes)} if codes else {}
    picture = Picture(offers=found)
    for order, own in lines.items():
        picture.subjects[order] = _subject(order, own, offers, coupons.get(own[0].coupon))
    return picture


def judge(picture: Picture, listed: Sequence[Finding], spoilt: set[int]) -> list[Finding]:
    """Answer what the check of gifts and promotions finds; ``listed`` is what the listings say of gifts.

    A coupon's budget is given to the orders of the set in the order of priority and time; orders that other checks
    hold anyway (``spoilt``) take nothing of it.
    """
    due = _allowed(picture)
    findings = [f for f in listed if (f.order, f.line) not in due or Decimal(str(f.detail["price"]))]
    gifts = [row for row in picture.offers if row.kind == "gift" and not row.needs_coupon]
    held = spoilt | {finding.order for finding in findings}
    left: dict[int, tuple[Decimal, int | None]] = {}
    for subject in picture.subjects.values():
        if not subject.head.checked:
            continue
        own = [*_coupon_findings(subject), *_differences(subject), *_gift_findings(subject, gifts)]
        if not own and subject.order not in held:
            own = _budget(subject, left)
        findings += own
    return findings


def accept(company: int, picture: Picture, ids: Sequence[int], *, over: bool) -> None:
    """Write what promotions gave these orders: missing gifts as lines, uses, draws from coupons.

    ``over`` says that a person let them go: then a coupon may give more than it has.

    Writes: order lines; promotion uses; coupon entries and balances.
    """
    subjects = [picture.subjects[order] for order in ids if order in picture.subjects]
    uses = [(subject.order, use) for subject in subjects for use in subject.uses]
    uses += _add_gifts(company, subjects)
    if uses:
        run(
            SQL["note_uses"],
            company=company,
            run=current().run_id,
            orders=column(order for order, _use in uses),
            lines=column(use.line for _order, use in uses),
            promotions=column(use.promotion for _order, use in uses),
            coupons=column(use.coupon for _order, use in uses),
            discounts=column(use.discount for _order, use in uses),
            subsidies=column(use.subsidy for _order, use in uses),
            gifts=column(use.gift for _order, use in uses),
        )
    drawn = [(subject.order, subject.coupon.id, subject.draw) for subject in subjects if subject.uses_coupon]
    if drawn:
        changed = run(
            SQL["draw"],
            company=company,
            run=current().run_id,
            over=over,
            orders=column(order for order, _coupon, _amount in drawn),
            coupons=column(coupon for _order, coupon, _amount in drawn),
            amounts=column(amount for _order, _coupon, amount in drawn),
        )
        assert changed == len({coupon for _order, coupon, _amount in drawn}), "every coupon has a balance"


def give_back(company: int, ids: Sequence[int]) -> None:
    """Take back what promotions gave these orders, and give their coupons what they drew.

    Writes: promotion uses; coupon entries and balances.
    Locks: coupon balances by coupon.
    """
    _rewrite(company, ids, "take_back_uses")


def follow_lines(company: int, ids: Sequence[int]) -> None:
    """Make what these orders hold of promotions what their lines still say, after lines became less or more.

    Each promotion keeps its part of what the line keeps of its discount, to the cent; gifts that are not sent are given
    back. Of a coupon of which nothing is left the order does not count as a use. A change that takes more is a fact:
    the coupon may then have given more than it has.

    Writes: promotion uses; coupon entries and balances.
    Locks: coupon balances by coupon.
    """
    _rewrite(company, ids, "follow_lines")


def _rewrite(company: int, ids: Sequence[int], block: str) -> None:
    held = rows(SQL["held"], company=company, ids=list(ids)) if ids else []
    if not held:
        return
    orders = sorted({row.id for row in held})
    coupons = sorted({row.coupon_id for row in held if row.coupon_id is not None})
    if coupons:
        rows(SQL["lock_balances"], company=company, coupons=coupons)
    run(SQL[block], company=company, ids=orders, run=current().run_id)
    if coupons:
        run(SQL["follow_uses"], company=company, ids=orders, run=current().run_id)


def give_back_returned(company: int, returns: Sequence[int]) -> None:
    """Give back what the orders of these returns hold, where every piece of them is back or paid back."""
    if back := [row.id for row in rows(SQL["wholly_back"], company=company, returns=list(returns))]:
        give_back(company, back)


def _offers(company: int, found: Sequence[Any], items: Sequence[int]) -> list[Offer]:
    """Make offers of promotions; their scope is looked up for the items at hand only."""
    narrowed = [row.id for row in found if row.narrowed]
    scope: dict[int, set[int]] = defaultdict(set)
    if narrowed:
        for row in rows(SQL["scope"], company=company, promotions=narrowed, items=list(items)):
            scope[row.promotion_id].add(row.item_id)
    return [
        Offer(
            row.id, row.code, row.kind, row.percent, row.amount, row.threshold_amount, row.repeats,
            row.buy_pieces, row.get_pieces, row.gift_item_id, row.gift_pieces, row.adds_gifts, row.stacking,
            row.stack_group, row.priority, row.platform_pct,
            tuple(Tier(Decimal(start), _decimal(pct), _decimal(off)) for start, pct, off in row.tiers or ()),
            {item: Decimal(pieces) for item, pieces in row.members or ()},
            frozenset(scope[row.id]) if row.narrowed else None,
        )
        for row in found
    ]  # fmt: skip


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _subject(order: int, lines: list[Any], offers: Sequence[tuple[Any, Offer]], coupon: Any) -> Subject:
    head = lines[0]
    fitting = [offer for row, offer in offers if _holds(row, head, coupon)]
    goods = [Line(ln.id, ln.line_number, ln.item_id, ln.quantity, ln.unit_price) for ln in lines if not ln.is_gift]
    subject = Subject(order, head, lines, best(goods, fitting), coupon)
    there: dict[int, Decimal] = defaultdict(Decimal)
    for line in lines:
        if line.is_gift and line.item_id is not None:
            there[line.item_id] += line.quantity
    for offer, pieces in subject.result.gifts:
        assert offer.gift_item is not None
        found = min(pieces, there[offer.gift_item])
        there[offer.gift_item] -= found
        if pieces > found:
            subject.missing.append((offer, pieces - found))
    return subject


def _holds(row: Any, head: Any, coupon: Any) -> bool:
    """Say whether a promotion holds for an order, whatever is in it."""
    named = coupon is not None and coupon.promotion_id == row.id
    if not _runs(row, head):
        return False
    if row.buyer_group not in ("", head.buyer_group):
        return False
    return named or (not row.needs_coupon and head.from_feed)


def _runs(row: Any, head: Any) -> bool:
    """Say whether a promotion runs in an order's shop at its moment; a set's other orders are of other moments."""
    return row.starts_at <= head.at < row.ends_at and (not row.shops or head.shop_id in row.shops)


def _allowed(picture: Picture) -> set[tuple[int, int | None]]:
    """Answer the gift lines that promotions give whole."""
    allowed = set()
    for subject in picture.subjects.values():
        numbers = {line.id: line for line in subject.lines}
        given: dict[int, Decimal] = defaultdict(Decimal)
        for use in subject.uses:
            given[use.line] += use.gift
        for line_id, pieces in given.items():
            if pieces and pieces == numbers[line_id].quantity:
                allowed.add((subject.order, numbers[line_id].line_number))
    return allowed


def _coupon_findings(subject: Subject) -> list[Finding]:
    head, coupon = subject.head, subject.coupon
    if not head.coupon:
        return []
    if coupon is None:
        return [_finding(subject, "coupon_unknown", coupon=head.coupon)]
    if coupon.state != "active" or not (coupon.starts_at <= head.at < min(coupon.ends_at, coupon.promotion_ends_at)):
        until = min(coupon.ends_at, coupon.promotion_ends_at).isoformat()
        return [_finding(subject, "coupon_expired", coupon=head.coupon, until=until)]
    return []


def _differences(subject: Subject) -> list[Finding]:
    """Compare what was charged with what the promotions give, line by line.

    A platform may spread an amount for the whole order by another rule of cents: where all lines together agree, a line
    may differ by a cent a piece.
    """
    findings = []
    for line in subject.lines:
        due = subject.due(line.id)
        for reason, wanted, charged, agree in (
            ("discount_differs", due.discount, line.discount, subject.discounts_agree),
            ("subsidy_differs", due.subsidy, line.subsidy, subject.subsidies_agree),
        ):
            if abs(wanted - charged) > max(subject.head.tolerance, spread(line) if agree else ZERO):
                detail = {
                    "expected": str(cents(wanted)),
                    "charged": str(cents(charged)),
                    "promotion": ", ".join(given.offer.code for given in subject.by_line[line.id]),
                    "sku": line.sku,
                }
                findings.append(_finding(subject, reason, line.line_number, **detail))
                break
    return findings


def _gift_findings(subject: Subject, gifts: Sequence[Any]) -> list[Finding]:
    """Find gifts that are missing, and given ones that nothing gives although the shop's promotions decide on them."""
    decided = {row.gift_item_id for row in gifts if _runs(row, subject.head)}
    findings = [
        _finding(subject, "gift_missing", promotion=offer.code, pieces=_plain(pieces), item=offer.gift_item)
        for offer, pieces in subject.missing
        if not offer.adds_gifts
    ]
    given: dict[int, Decimal] = defaultdict(Decimal)
    for use in subject.uses:
        given[use.line] += use.gift
    for line in subject.lines:
        strict = subject.head.gifts == "due" or line.item_id in decided
        if line.is_gift and strict and line.quantity > given[line.id]:
            detail = {"expected": _plain(given[line.id]), "charged": _plain(line.quantity), "sku": line.sku}
            findings.append(_finding(subject, "gift_not_due", line.line_number, **detail))
    return findings


def _budget(subject: Subject, left: dict[int, tuple[Decimal, int | None]]) -> list[Finding]:
    """Take an order's draw out of what its coupon has left, or say that it has not enough."""
    if not subject.uses_coupon:
        return []
    coupon = subject.coupon
    amount, uses = left.get(coupon.id, (coupon.left_amount, coupon.left_uses))
    if subject.draw > amount or (uses is not None and uses < 1):
        detail: Mapping[str, Any] = {"coupon": coupon.code, "wanted": str(subject.draw), "left": str(max(amount, ZERO))}
        return [_finding(subject, "coupon_over_budget", **detail)]
    left[coupon.id] = (amount - subject.draw, None if uses is None else uses - 1)
    return []


def _plain(pieces: Decimal) -> str:
    return f"{pieces.normalize():f}"


def _finding(subject: Subject, reason: str, line: int | None = None, **detail: Any) -> Finding:
    return Finding(subject.order, reason, Check.GIFT.value, line, detail)


def _add_gifts(company: int, subjects: Sequence[Subject]) -> list[tuple[int, Use]]:
    """Add the gifts that are due and that the promotion adds; answers their uses."""
    added = [(subject, offer, pieces) for subject in subjects for offer, pieces in subject.missing if offer.adds_gifts]
    if not added:
        return []
    made = rows(
        SQL["add_gifts"],
        company=company,
        orders=column(subject.order for subject, _offer, _pieces in added),
        items=column(offer.gift_item for _subject, offer, _pieces in added),
        quantities=column(pieces for _subject, _offer, pieces in added),
    )
    assert len(made) == len(added), "every gift is a line"
    return [
        (subject.order, Use(row.id, offer.id, subject.coupon_of(offer.id), gift=pieces))
        for row, (subject, offer, pieces) in zip(made, added, strict=True)
    ]
