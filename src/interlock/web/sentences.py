"""A hold as one sentence: the figure, the rule it broke, and the way out, with a link to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from . import words
from .templatetags.workplace import amount, figure, price


@dataclass(frozen=True)
class Sentence:
    """What stands in the way, what to do, and where the rule is kept."""

    text: str
    way_out: str
    rule: str = ""
    link: str = ""
    page: str = ""  # of the link, which not every reader opens
    releasable: bool = True


#: Never released by a person's word: what is missing must be mended.
MENDED = frozenset({"unknown_item", "no_stock", "no_credit_rate"})
#: hold reason → (admin list that holds the rule, its name)
_RULES = {
    "shop_blocked": ("admin:sales_shop_changelist", lambda: _("shops")),
    "not_authorised": ("admin:sales_listing_changelist", lambda: _("listings")),
    "unknown_item": ("admin:sales_listing_changelist", lambda: _("listings")),
    "no_price": ("admin:items_price_changelist", lambda: _("prices")),
    "price_below_floor": ("admin:items_price_changelist", lambda: _("prices")),
    "price_above_list": ("admin:items_price_changelist", lambda: _("prices")),
    "customer_blocked": ("admin:parties_party_changelist", lambda: _("parties")),
    "over_credit": ("web:credit-groups", lambda: _("credit groups")),
    "no_credit_rate": ("admin:finance_exchangerate_changelist", lambda: _("exchange rates")),
    "gift_not_allowed": ("admin:sales_listing_changelist", lambda: _("listings")),
    "discount_differs": ("web:promotions", lambda: _("promotions")),
    "subsidy_differs": ("web:promotions", lambda: _("promotions")),
    "gift_missing": ("web:promotions", lambda: _("promotions")),
    "gift_not_due": ("web:promotions", lambda: _("promotions")),
    "coupon_unknown": ("admin:sales_coupon_changelist", lambda: _("coupons")),
    "coupon_expired": ("admin:sales_coupon_changelist", lambda: _("coupons")),
    "coupon_over_budget": ("admin:sales_coupon_changelist", lambda: _("coupons")),
    "no_source": ("web:stock", lambda: _("stock")),
    "no_stock": ("web:stock", lambda: _("stock")),
    "no_warehouse": ("admin:sales_route_changelist", lambda: _("sourcing routes")),
    "bad_phone": ("admin:sales_reviewcheck_changelist", lambda: _("review checks")),
    "not_paid": ("admin:sales_reviewcheck_changelist", lambda: _("review checks")),
    "paid_short": ("admin:sales_reviewcheck_changelist", lambda: _("review checks")),
}


def sentence_of(hold: Any, fixed: frozenset[str] = frozenset()) -> Sentence:
    """Write the sentence of a hold; ``fixed`` are the checks whose holds nobody may release."""
    detail = hold.detail or {}
    text = _figures(hold.reason, detail) or _capital(str(words.reason(hold.reason)))
    line = hold.line_number or detail.get("line")
    if line is not None:
        text = _("Line %(line)s: %(text)s") % {"line": line, "text": text}
    address, title = _RULES.get(hold.reason, ("", None))
    link = _address(address)
    if (
        link
        and (term := detail.get("coupon") or detail.get("sku") or detail.get("shop"))
        and address.startswith("admin")
    ):
        link += f"?q={term}"
    releasable = hold.reason == "over_credit" or (hold.reason not in MENDED and hold.check_code not in fixed)
    return Sentence(text, str(words.way_out(hold.reason)), title() if title and link else "", link, address, releasable)


def _figures(reason: str, detail: dict[str, Any]) -> str:
    """The sentence with its figures, where the hold kept them."""
    if reason == "price_below_floor" and detail.get("floor"):
        return _("price %(price)s is below the floor of %(floor)s in price list %(list)s") % {
            "price": price(detail.get("price")),
            "floor": price(detail["floor"]),
            "list": detail.get("price_list", ""),
        }
    if reason == "price_above_list" and detail.get("list"):
        return _("price %(price)s is above %(list_price)s in price list %(list)s") % {
            "price": price(detail.get("price")),
            "list_price": price(detail["list"]),
            "list": detail.get("price_list", ""),
        }
    if reason == "no_price" and detail.get("price_list"):
        return _("no price for %(sku)s in price list %(list)s on the day of the order") % {
            "sku": detail.get("sku", ""),
            "list": detail["price_list"],
        }
    if reason == "paid_short" and detail.get("amount"):
        return _("paid %(paid)s of %(amount)s") % {
            "paid": amount(detail.get("paid") or 0),
            "amount": amount(detail["amount"]),
        }
    if reason == "over_credit" and detail.get("wanted"):
        return _("%(wanted)s %(currency)s wanted, credit group %(group)s has %(left)s left") % {
            "wanted": amount(detail["wanted"]),
            "left": amount(detail.get("left") or 0),
            "currency": detail.get("currency", ""),
            "group": detail.get("group", ""),
        }
    if reason == "no_stock" and (wanted := detail.get("wanted")):
        return _("%(wanted)s wanted, %(available)s free on the routes of the order") % {
            "wanted": figure(wanted),
            "available": figure(detail.get("free") or 0),
        }
    return _promoted(reason, detail) or _named(reason, detail)


def _promoted(reason: str, detail: dict[str, Any]) -> str:
    """The sentence of what promotions give, with what the platform did instead."""
    figures = {"sku": detail.get("sku", ""), "promotion": detail.get("promotion") or _("none"), **_money(detail)}
    if reason == "discount_differs" and "charged" in detail:
        return _("platform took %(charged)s off %(sku)s, promotions give %(expected)s (%(promotion)s)") % figures
    if reason == "subsidy_differs" and "charged" in detail:
        return _("platform bears %(charged)s on %(sku)s, agreed are %(expected)s (%(promotion)s)") % figures
    if reason == "gift_missing" and detail.get("pieces"):
        return _("%(pieces)s pieces of the gift of promotion %(promotion)s are missing") % {
            "pieces": figure(detail["pieces"]),
            "promotion": detail.get("promotion", ""),
        }
    if reason == "gift_not_due" and "charged" in detail:
        return _("%(charged)s pieces of %(sku)s given, %(expected)s are due") % {
            "charged": figure(detail["charged"]),
            "expected": figure(detail.get("expected") or 0),
            "sku": detail.get("sku", ""),
        }
    if reason == "coupon_over_budget" and detail.get("coupon"):
        return _("coupon %(coupon)s would give %(wanted)s and has %(left)s left") % {
            "coupon": detail["coupon"],
            "wanted": amount(detail.get("wanted") or 0),
            "left": amount(detail.get("left") or 0),
        }
    if reason in {"coupon_unknown", "coupon_expired"} and detail.get("coupon"):
        return _("%(reason)s: %(subject)s") % {
            "reason": _capital(str(words.reason(reason))),
            "subject": detail["coupon"],
        }
    return ""


def _money(detail: dict[str, Any]) -> dict[str, str]:
    return {name: amount(detail.get(name) or 0) for name in ("expected", "charged")}


def _named(reason: str, detail: dict[str, Any]) -> str:
    """The sentence with the name of what it is about."""
    subject = next((str(detail[k]) for k in ("sku", "shop", "customer", "province") if detail.get(k)), "")
    if not subject:
        return ""
    return _("%(reason)s: %(subject)s") % {"reason": _capital(str(words.reason(reason))), "subject": subject}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _address(name: str) -> str:
    try:
        return reverse(name) if name else ""
    except NoReverseMatch:
        return ""
