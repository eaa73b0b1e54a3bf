"""The left navigation: by process, only what the role may see, with counts of what waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .access import Desk

ORDERS = ("sales.view_order", "sales.release_orders", "sales.amend_orders", "sales.import_orders")
DELIVERIES = ("sales.view_delivery", "sales.ship_deliveries", "sales.capture_serials", "sales.recognise_revenue")
RETURNS = ("sales.view_return", "sales.announce_returns", "sales.receive_returns", "sales.refund_returns")
FEEDS = ("sales.view_feed", "sales.import_orders")
SETTLEMENT = (
    "sales.view_statement", "sales.import_statements", "sales.post_statements", "sales.tie_payouts",
    "sales.accept_differences", "sales.hand_back_differences",
)  # fmt: skip
BANK = ("finance.view_bankreceipt", "finance.record_receipts", "sales.tie_payouts")
PROMOTIONS = ("sales.view_promotion", "sales.review_orders", "sales.release_orders")
STOCK = ("stock.view_balance", "stock.record_movements", "stock.post_movements", "sales.ship_deliveries")
MOVEMENTS = ("stock.view_movement", "stock.record_movements", "stock.post_movements")
BOOKS = ("finance.view_voucher", "finance.post_events", "finance.post_vouchers", "finance.seal_vouchers")
HAND = ("finance.view_voucherdraft", "finance.enter_vouchers", "finance.review_vouchers")
REPORTS = ("finance.view_voucher", "finance.close_years")
PERIODS = ("core.view_period", "core.close_periods")
WORKER = ("core.watch_worker",)
WEBHOOKS = ("core.manage_webhooks",)
ALERTS = ("core.manage_alerts",)
MASTERS = ("core.view_company", "parties.view_party", "items.view_item", "sales.view_shop", "finance.view_postingrule")


@dataclass(frozen=True)
class Link:
    """One entry: its address, who sees it, and the count that waits behind it."""

    title: Any
    icon: str
    url: str
    permissions: tuple[str, ...]
    waits: str = ""
    tone: str = ""
    query: str = ""


GROUPS: list[tuple[Any, list[Link]]] = [
    (
        "",
        [
            Link(_("Home"), "home", "web:home", ()),
            Link(_("Board of the day"), "chart", "web:board", ORDERS),
            Link(_("My jobs"), "clock", "web:jobs", ()),
        ],
    ),
    (
        _("Order to cash"),
        [
            Link(_("Sales orders"), "cart", "web:orders", ORDERS, "held", "warn"),
            Link(_("Deliveries"), "truck", "web:deliveries", DELIVERIES, "to_ship"),
            Link(_("Returns"), "back", "web:returns", RETURNS),
            Link(_("Exceptions"), "alert", "web:exceptions", (*ORDERS, *DELIVERIES)),
            Link(_("Promotions"), "tag", "web:promotions", PROMOTIONS),
            Link(_("Order feeds"), "inbox", "web:feeds", FEEDS),
            Link(_("Statements"), "scale", "web:statements", SETTLEMENT),
            Link(_("Differences"), "alert", "web:differences", SETTLEMENT, "differences", "warn"),
            Link(_("Not settled"), "calendar", "web:not-settled", SETTLEMENT),
        ],
    ),
    (
        _("Stock"),
        [
            Link(_("Stock on hand"), "box", "web:stock", STOCK),
            Link(_("Movements"), "swap", "web:movements", MOVEMENTS, "drafts"),
            Link(_("Serial numbers"), "barcode", "web:serials", STOCK),
        ],
    ),
    (
        _("Record to report"),
        [
            Link(_("Trial balance"), "scale", "web:trial-balance", BOOKS),
            Link(_("Balance sheet"), "scale", "web:balance-sheet", (*REPORTS, *BOOKS)),
            Link(_("Income statement"), "chart", "web:income-statement", (*REPORTS, *BOOKS)),
            Link(_("Accounts by month"), "calendar", "web:account-columns", (*REPORTS, *BOOKS)),
            Link(_("Vouchers"), "book", "web:vouchers", BOOKS),
            Link(_("Vouchers by hand"), "list", "web:drafts", HAND, "to_review"),
            Link(_("Bank receipts"), "inbox", "web:receipts", BANK),
            Link(_("Events without a rule"), "alert", "web:events", BOOKS, "without_rule", "bad"),
            Link(_("Years"), "calendar", "web:years", (*REPORTS, *BOOKS)),
            Link(_("Periods"), "calendar", "web:periods", (*PERIODS, *BOOKS)),
        ],
    ),
    (
        _("Administration"),
        [
            Link(_("Worker"), "gear", "web:worker", WORKER),
            Link(_("Alerts"), "bell", "web:alerts", ALERTS),
            Link(_("Webhooks"), "globe", "web:webhooks", WEBHOOKS),
        ],
    ),
    (_("Masters"), [Link(_("All masters"), "list", "admin:index", MASTERS)]),
]


def navigation(request: HttpRequest, desk: Desk, waiting: dict[str, int]) -> list[dict[str, Any]]:
    """Answer the groups a desk sees, the page it is on marked, with the counts of what waits."""
    groups = []
    for title, links in GROUPS:
        seen = [_entry(request, link, waiting) for link in links if not link.permissions or desk.may(*link.permissions)]
        if seen:
            groups.append({"title": title, "links": seen})
    return groups


def _entry(request: HttpRequest, link: Link, waiting: dict[str, int]) -> dict[str, Any]:
    url = reverse(link.url)
    here = request.path == url if url == "/" else request.path.startswith(url)
    return {
        "title": link.title,
        "icon": link.icon,
        "url": url,
        "here": here,
        "waits": waiting[link.waits] if link.waits else 0,
        "tone": link.tone,
    }
