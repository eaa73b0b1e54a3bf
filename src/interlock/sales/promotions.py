"""What promotions give an order: the best legal combination of those that fit. No database here.

The rules in words: docs/explanation/promotions.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

CENT, ZERO, HUNDRED = Decimal("0.01"), Decimal(), Decimal(100)


@dataclass(frozen=True)
class Line:
    """A line of an order that is no gift; ``gross`` is its list amount, rounded."""

    id: int
    number: int
    item: int | None
    quantity: Decimal
    unit_price: Decimal

    @property
    def gross(self) -> Decimal:
        return cents(self.quantity * self.unit_price)


@dataclass(frozen=True)
class Tier:
    """From an amount on, a percent or an amount off."""

    from_amount: Decimal
    percent: Decimal | None
    amount: Decimal | None


@dataclass(frozen=True)
class Offer:
    """A promotion with its parameters; ``items`` are those in its scope, None for all."""

    id: int
    code: str
    kind: str
    percent: Decimal | None = None
    amount: Decimal | None = None
    threshold: Decimal = ZERO
    repeats: bool = False
    buy: int | None = None
    get: int | None = None
    gift_item: int | None = None
    gift_pieces: int = 1
    adds_gifts: bool = False
    stacking: str = "always"
    group: str = ""
    priority: int = 5
    platform_pct: Decimal = ZERO
    tiers: tuple[Tier, ...] = ()
    members: Mapping[int, Decimal] = field(default_factory=dict)
    items: frozenset[int] | None = None

    @property
    def rank(self) -> tuple[int, str]:
        return (self.priority, self.code)


@dataclass(frozen=True)
class Given:
    """What one promotion takes off one line, and what of it the platform bears."""

    line: int
    offer: Offer
    discount: Decimal
    subsidy: Decimal


@dataclass
class Result:
    """What a combination gives: discounts in the order they were applied, gifts by promotion."""

    offers: list[Offer] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    gifts: list[tuple[Offer, Decimal]] = field(default_factory=list)

    @property
    def worth(self) -> tuple[Decimal, Decimal]:
        """Compare combinations: what the buyer saves, then how many pieces are given."""
        return sum((g.discount for g in self.given), ZERO), sum((pieces for _offer, pieces in self.gifts), ZERO)


def best(lines: Sequence[Line], offers: Sequence[Offer]) -> Result:
    """Answer what the best legal combination gives; of two equal ones the one of higher priority counts."""
    results = [_apply(lines, chosen) for chosen in _combinations(offers)]
    return max(results, key=lambda result: result.worth) if results else Result()  # the first of equals


def _combinations(offers: Sequence[Offer]) -> Iterator[list[Offer]]:
    """Yield each legal combination, the one that begins with the highest priority first."""
    always = [offer for offer in offers if offer.stacking == "always"]
    groups: dict[str, list[Offer]] = {}
    for offer in offers:
        if offer.stacking == "group":
            groups.setdefault(offer.group, []).append(offer)
    legal = [[offer] for offer in offers if offer.stacking == "exclusive"]
    legal += [always + members for members in groups.values()] or ([always] if always else [])
    yield from sorted((sorted(one, key=_rank) for one in legal), key=lambda one: [_rank(offer) for offer in one])


def _rank(offer: Offer) -> tuple[int, str]:
    return offer.rank


def _apply(lines: Sequence[Line], offers: Sequence[Offer]) -> Result:
    """Apply promotions one after the other: each sees what those before it left of the price."""
    result = Result(list(offers))
    left = {line.id: line.gross for line in lines}
    for offer in offers:
        meant = [line for line in lines if line.quantity > 0 and _fits(offer, line)]
        if not meant or sum((line.gross for line in meant), ZERO) < offer.threshold:
            continue
        if offer.kind == "gift":
            if pieces := _gift(offer, meant):
                result.gifts.append((offer, pieces))
            continue
        for line_id, off in KINDS[offer.kind](offer, meant, left).items():
            if taken := min(off, left[line_id]):
                left[line_id] -= taken
                result.given.append(Given(line_id, offer, taken, cents(taken * offer.platform_pct / HUNDRED)))
    return result


def _fits(offer: Offer, line: Line) -> bool:
    if offer.kind == "bundle":
        return line.item in offer.members
    return offer.items is None or line.item in offer.items


def _percentage(offer: Offer, lines: Sequence[Line], left: Mapping[int, Decimal]) -> dict[int, Decimal]:
    assert offer.percent is not None
    return {line.id: cents(left[line.id] * offer.percent / HUNDRED) for line in lines}


def _amount(offer: Offer, lines: Sequence[Line], _left: Mapping[int, Decimal]) -> dict[int, Decimal]:
    assert offer.amount is not None
    return {line.id: cents(offer.amount * line.quantity) for line in lines}


def _threshold(offer: Offer, lines: Sequence[Line], left: Mapping[int, Decimal]) -> dict[int, Decimal]:
    assert offer.amount is not None
    return _spread(offer.amount * _times(offer, lines), lines, left)


def _tiered(offer: Offer, lines: Sequence[Line], left: Mapping[int, Decimal]) -> dict[int, Decimal]:
    total = sum((line.gross for line in lines), ZERO)
    reached = [tier for tier in offer.tiers if tier.from_amount <= total]
    if not reached:
        return {}
    tier = max(reached, key=lambda one: one.from_amount)
    if tier.percent is not None:
        return {line.id: cents(left[line.id] * tier.percent / HUNDRED) for line in lines}
    return _spread(tier.amount or ZERO, lines, left)


def _bundle(offer: Offer, lines: Sequence[Line], left: Mapping[int, Decimal]) -> dict[int, Decimal]:
    """Take the amount off for each whole bundle, spread over the lines of its items."""
    pieces = {item: sum((ln.quantity for ln in lines if ln.item == item), ZERO) for item in offer.members}
    bundles = min((pieces[item] // each for item, each in offer.members.items()), default=ZERO)
    return _spread((offer.amount or ZERO) * bundles, lines, left)


def _buy_n_get_m(offer: Offer, lines: Sequence[Line], _left: Mapping[int, Decimal]) -> dict[int, Decimal]:
    """Of every n + m pieces in scope the m cheapest are free."""
    assert offer.buy
    assert offer.get
    free = sum((line.quantity // 1 for line in lines), ZERO) // (offer.buy + offer.get) * offer.get
    off = {}
    for line in sorted(lines, key=lambda one: (one.unit_price, one.number)):
        taken = min(free, line.quantity // 1)
        free -= taken
        if taken:
            off[line.id] = cents(taken * line.unit_price)
    return off


def _gift(offer: Offer, lines: Sequence[Line]) -> Decimal:
    """Answer how many pieces are given: once, or for every threshold and every n pieces reached."""
    times = _times(offer, lines)
    if offer.buy:
        bought = sum((line.quantity for line in lines), ZERO) // offer.buy
        bought = bought if offer.repeats else min(bought, Decimal(1))
        times = min(times, bought) if offer.threshold else bought
    return times * offer.gift_pieces


def _times(offer: Offer, lines: Sequence[Line]) -> Decimal:
    if not offer.repeats or not offer.threshold:
        return Decimal(1)
    return sum((line.gross for line in lines), ZERO) // offer.threshold


def _spread(amount: Decimal, lines: Sequence[Line], left: Mapping[int, Decimal]) -> dict[int, Decimal]:
    """Give each line its part by what is left of its price; all parts together are exactly the amount."""
    whole = sum((left[line.id] for line in lines), ZERO)
    amount = min(amount, whole)
    parts, upto, before = {}, ZERO, ZERO
    for line in lines:
        upto += left[line.id]
        share = cents(amount * upto / whole) if whole else ZERO
        parts[line.id], before = share - before, share
    return parts


def cents(amount: Decimal) -> Decimal:
    """Round to the cent, half up."""
    return amount.quantize(CENT, ROUND_HALF_UP)


#: kind → what it takes off each line, given what is left of their prices; ``gift`` gives pieces instead.
KINDS: dict[str, Callable[[Offer, Sequence[Line], Mapping[int, Decimal]], dict[int, Decimal]]] = {
    "percentage": _percentage,
    "amount": _amount,
    "threshold": _threshold,
    "tiered": _tiered,
    "bundle": _bundle,
    "buy_n_get_m": _buy_n_get_m,
}
