"""One order beside what its promotions give: what was charged on each line, and which promotion explains it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from ..promotions import CENT, ZERO, Given, Offer, Result


def spread(line: Any) -> Decimal:
    """Answer how far a line may be from what is due on it where the order as a whole agrees: a cent a piece."""
    return CENT * max(Decimal(line.quantity), Decimal(1))


@dataclass(frozen=True)
class Use:
    """What a promotion gives on a line; no promotion is what nothing explains."""

    line: int
    promotion: int | None
    coupon: int | None
    discount: Decimal = ZERO
    subsidy: Decimal = ZERO
    gift: Decimal = ZERO


class Due(NamedTuple):
    """What the promotions together give on a line."""

    discount: Decimal
    subsidy: Decimal


@dataclass
class Subject:
    """One order beside what its promotions give."""

    order: int
    head: Any
    lines: list[Any]
    result: Result
    coupon: Any = None
    missing: list[tuple[Offer, Decimal]] = field(default_factory=list)

    @cached_property
    def by_line(self) -> dict[int, list[Given]]:
        """What the promotions give on each line, in the order in which they are applied."""
        found: dict[int, list[Given]] = defaultdict(list)
        for given in self.result.given:
            found[given.line].append(given)
        return found

    def due(self, line: int) -> Due:
        """Add up what the promotions give on a line."""
        given = self.by_line[line]
        return Due(sum((one.discount for one in given), ZERO), sum((one.subsidy for one in given), ZERO))

    @cached_property
    def discounts_agree(self) -> bool:
        """Say whether all lines together were given what the promotions give, however it is spread over them."""
        given = sum((one.discount for one in self.result.given), ZERO)
        return given == sum((line.discount for line in self.lines), ZERO)

    @cached_property
    def subsidies_agree(self) -> bool:
        """As ``discounts_agree``, of what the platform bears."""
        given = sum((one.subsidy for one in self.result.given), ZERO)
        return given == sum((line.subsidy for line in self.lines), ZERO)

    @property
    def uses(self) -> list[Use]:
        """Explain what was charged: by the promotions in turn, then by nobody."""
        return [*self._discounts(), *self._gifts()]

    @property
    def draw(self) -> Decimal:
        """What the order takes out of its coupon."""
        return sum((use.discount for use in self.uses if use.coupon is not None), ZERO)

    @property
    def uses_coupon(self) -> bool:
        given = any(use.coupon is not None for use in self.uses)
        return given or any(self.coupon_of(offer.id) for offer, _pieces in self.missing if offer.adds_gifts)

    def coupon_of(self, promotion: int | None) -> int | None:
        """Answer the order's coupon where it opened this promotion, or where no promotion explains a discount."""
        if self.coupon is None or (promotion is not None and promotion != self.coupon.promotion_id):
            return None
        return int(self.coupon.id)

    def _discounts(self) -> list[Use]:
        """Give each promotion its part; of a line whose cents are spread otherwise the last one has what is left."""
        uses = []
        for line in self.lines:
            left, borne = line.discount, line.subsidy
            within = abs(self.due(line.id).discount - left) <= spread(line) and self.discounts_agree
            last = self.by_line[line.id][-1] if self.by_line[line.id] else None
            for given in self.by_line[line.id]:
                whole = within and given is last
                off = left if whole else min(given.discount, left)
                part = min(borne if whole and self.subsidies_agree else given.subsidy, borne, off)
                if off:
                    uses.append(Use(line.id, given.offer.id, self.coupon_of(given.offer.id), off, part))
                left, borne = left - off, borne - part
            if left or borne:
                uses.append(Use(line.id, None, self.coupon_of(None), left, borne))
        return uses

    def _gifts(self) -> list[Use]:
        there = {line.id: line.quantity for line in self.lines if line.is_gift}
        uses = []
        for offer, due in self.result.gifts:
            for line in self.lines:
                if line.is_gift and line.item_id == offer.gift_item and (part := min(due, there[line.id])):
                    uses.append(Use(line.id, offer.id, self.coupon_of(offer.id), gift=part))
                    there[line.id] -= part
                    due -= part
        return uses
