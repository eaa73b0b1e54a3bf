"""The words of promotions: why they hold an order, and how they stand in time."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

PROMOTION_STATES: dict[str, tuple[Text, str, str]] = {
    "planned": (_("planned"), "", "○"),
    "running": (_("running"), "good", "●"),
    "ended": (_("ended"), "", "■"),
    "active": (_("active"), "good", "●"),
    "blocked": (_("blocked"), "warn", "▲"),
}

PROMOTION_COMPONENTS: dict[str, Text] = {
    "subsidy": _("revenue borne by the platform"),
    "gift_cost": _("cost of gifts"),
}

#: hold reason → (short word, way out)
PROMOTION_REASONS: dict[str, tuple[Text, Text]] = {
    "coupon_unknown": (_("coupon is not known"), _("Enter the coupon, or release the order with a reason.")),
    "coupon_expired": (_("coupon does not hold at this time"), _("Release it with a reason, or extend the coupon.")),
    "coupon_over_budget": (_("coupon has not enough left"), _("Raise its budget, or release the order with a reason.")),
    "discount_differs": (
        _("discount is not what the promotions give"),
        _("Correct the promotion, let the platform correct the order, or release it with a reason."),
    ),
    "subsidy_differs": (
        _("platform bears another part than agreed"),
        _("Correct the promotion, let the platform correct the order, or release it with a reason."),
    ),
    "gift_missing": (_("gift is missing"), _("Add the gift to the order, or let the promotion add it.")),
    "gift_not_due": (_("gift is not due"), _("Take the gift out of the order, or release it with a reason.")),
}
