"""The widgets of the start page, and which of them a role begins with.

A widget is declared here and nowhere else: who may see it, what it is called, where its figure comes from and where a
click leads. A count is a column of ``queries/home.sql`` or of what every page counts; a chart is a kept figure
(``figures.py``). A role is what a person's permissions make of them, with its widgets in order; a person's own order
is kept as a saved view of the list ``home``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext_lazy as _

from .access import Desk
from .navigation import (
    BANK,
    BOOKS,
    CASH,
    DELIVERIES,
    FEEDS,
    HAND,
    MESSAGES,
    MOVEMENTS,
    ORDERS,
    PERIODS,
    SETTLEMENT,
    WEBHOOKS,
    WORKER,
)

INSPECT = ("sales.inspect_returns", "sales.receive_returns", "sales.announce_returns")
REFUND = ("sales.refund_returns",)
MARGIN = ("finance.view_voucher",)


@dataclass(frozen=True)
class Widget:
    """One widget: ``figure`` names the count or the chart, ``link`` the page a click opens."""

    code: str
    title: Any
    permissions: tuple[str, ...]
    drawing: Literal["count", "chart"]
    figure: str
    link: str
    query: str = ""
    hint: Any = ""
    tone: str = "warn"


def _count(code: str, title: Any, hint: Any, permissions: tuple[str, ...], link: str, query: str = "",
           *, figure: str = "", tone: str = "warn") -> Widget:  # fmt: skip
    return Widget(code, title, permissions, "count", figure or code, link, query, hint, tone)


def _chart(code: str, title: Any, permissions: tuple[str, ...], link: str, query: str = "") -> Widget:
    return Widget(code, title, permissions, "chart", code, link, query)


_DECLARED = (
    _count("held_mine", _("Held orders of my shops"), _("mend or release"), ORDERS, "web:orders", "?state=held"),
    _count("held", _("Held orders"), _("look at the reasons, mend or release"), ORDERS, "web:orders", "?state=held"),
    _count("no_stock", _("Orders that wait for stock"), _("receive, move or change"), ORDERS, "web:orders",
           "?state=held&reason=no_stock"),
    _count("to_approve", _("Approvals for you"), _("approve, send back or reject"), ("core.answer_approvals",),
           "web:inbox"),
    _count("unread", _("Exceptions told to me"), _("what is overdue and mine"), (), "web:notices", "?unread=1"),
    _count("to_ship", _("Deliveries to ship"), _("pick, capture serial numbers, ship"), DELIVERIES, "web:deliveries",
           "?state=released", tone="info"),
    _count("to_receive", _("Returns on their way"), _("receive what arrives"), INSPECT, "web:returns",
           "?state=announced", tone="info"),
    _count("to_inspect", _("Returns to inspect"), _("look at the goods, decide"), INSPECT, "web:returns",
           "?state=received"),
    _count("to_refund", _("Returns to refund"), _("give the money back"), REFUND, "web:returns", "?state=inspected"),
    _count("feeds", _("Feeds with rejected rows"), _("of the last 200: download, mend, send again"), FEEDS,
           "web:feeds"),
    _count("receipts", _("Bank receipts not matched"), _("tie them to a statement"), BANK, "web:receipts",
           "?state=open"),
    _count("differences", _("Differences"), _("accept, hand back or match again"), SETTLEMENT, "web:differences"),
    _count("without_rule", _("Events without a rule"), _("create the rule, post again"), BOOKS, "web:events",
           tone="bad"),
    _count("to_review", _("Vouchers to review"), _("look and post, or send back"), ("finance.review_vouchers",),
           "web:drafts", "?state=submitted"),
    _count("sent_back", _("My vouchers sent back"), _("correct and submit again"), HAND, "web:drafts",
           "?state=sent_back"),
    _count("months", _("Months to close"), _("go through the steps"), PERIODS, "web:periods"),
    _count("drafts", _("Stock movements in draft"), _("check and post"), MOVEMENTS, "web:movements", "?state=draft"),
    _count("jobs", _("My jobs that failed"), _("of the last week: see why, run again"), (), "web:jobs", tone="bad"),
    _count("payments_to_approve", _("Payment requests to approve"), _("look at document and payee, approve or refuse"),
           ("finance.approve_payments",), "web:payments", "?state=submitted"),
    _count("bank_lines", _("Bank lines to match"), _("say what came and went"), CASH, "web:bank-lines", "?state=open"),
    _count("messages_failed", _("Failed messages"), _("of the last 500 calls of other systems: see why, send again"),
           MESSAGES, "web:interface", "?state=failed", tone="bad"),
    _count("webhooks_failed", _("Webhooks not delivered"), _("of the last 500: see the answer, send again"), WEBHOOKS,
           "web:webhooks", "?state=failed", tone="bad"),
    _count("failed", _("Work set aside"), _("documents and jobs that failed"), WORKER, "web:worker", tone="bad"),
    _chart("orders", _("Orders by day"), ORDERS, "web:board"),
    _chart("revenue", _("Revenue by day, net of VAT"), BOOKS, "web:income-statement"),
    _chart("shipped", _("Shipped by hour today"), DELIVERIES, "web:deliveries", "?state=shipped"),
    _chart("reasons", _("Held orders by reason"), ORDERS, "web:orders", "?state=held"),
    _chart("cash", _("Bank receipts and statements by day"), (*BANK, *SETTLEMENT), "web:statements"),
    _chart("margin", _("Margin by category, last 30 days"), MARGIN, "web:income-statement"),
)  # fmt: skip
WIDGETS = {widget.code: widget for widget in _DECLARED}


@dataclass(frozen=True)
class Role:
    """What a person is here: whoever has one of ``signs`` and none of an earlier role's."""

    code: str
    title: Any
    signs: tuple[str, ...]
    widgets: tuple[str, ...]


ROLES = (
    Role("administrator", _("administrator"), (),
         ("failed", "messages_failed", "webhooks_failed", "jobs", "to_approve", "feeds", "without_rule", "held",
          "to_ship", "orders", "shipped", "reasons")),
    Role("manager", _("manager"), ("core.hear_escalations",),
         ("to_approve", "unread", "held", "to_ship", "differences", "to_review", "payments_to_approve", "failed",
          "orders", "revenue", "margin", "reasons")),
    Role("accountant", _("accountant"), ("finance.seal_vouchers", "finance.close_years"),
         ("to_approve", "without_rule", "to_review", "sent_back", "bank_lines", "receipts", "differences", "months",
          "revenue", "cash", "margin")),
    Role("cashier", _("cashier"), ("sales.tie_payouts", "finance.record_receipts"),
         ("bank_lines", "receipts", "differences", "to_refund", "sent_back", "cash")),
    Role("warehouse", _("warehouse worker"), ("sales.ship_deliveries", "sales.capture_serials"),
         ("to_ship", "to_receive", "to_inspect", "drafts", "shipped")),
    Role("clerk", _("sales clerk"), ("sales.amend_orders", "sales.release_orders"),
         ("held_mine", "unread", "held", "no_stock", "to_receive", "feeds", "orders", "reasons")),
    Role("planner", _("planner"), ("sales.reserve_orders", "stock.record_movements"),
         ("no_stock", "drafts", "to_ship", "orders", "reasons")),
)  # fmt: skip
ANYBODY = Role("reader", "", (), tuple(WIDGETS))


def role_of(desk: Desk) -> Role:
    """Answer what a person's permissions make of them in the company looked at."""
    if desk.actor.grants is None:
        return ROLES[0]
    return next((role for role in ROLES if role.signs and desk.may(*role.signs)), ANYBODY)


def allowed(desk: Desk) -> list[Widget]:
    """Answer what a person may have; figures are a whole company's, so whoever sees a part of it has none."""
    if desk.scope is not None:
        return []
    return [widget for widget in WIDGETS.values() if not widget.permissions or desk.may(*widget.permissions)]


def arranged(desk: Desk, own: str | None) -> list[Widget]:
    """Answer the widgets to show, in order: a person's own choice, else their role's; never what they may not see."""
    codes = role_of(desk).widgets if own is None else own.split(",")
    may = {widget.code: widget for widget in allowed(desk)}
    return [may[code] for code in dict.fromkeys(codes) if code in may]
