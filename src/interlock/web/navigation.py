"""The left navigation: by process, only what the role may see, with counts of what waits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .access import Desk
from .addresses import address

ORDERS = ("sales.view_order", "sales.release_orders", "sales.amend_orders", "sales.import_orders")
ENTRY = ("sales.enter_orders", "sales.view_orderdraft")
DELIVERIES = ("sales.view_delivery", "sales.ship_deliveries", "sales.capture_serials", "sales.recognise_revenue")
RETURNS = ("sales.view_return", "sales.announce_returns", "sales.receive_returns", "sales.refund_returns")
FEEDS = ("sales.view_feed", "sales.import_orders")
SETTLEMENT = (
    "sales.view_statement", "sales.import_statements", "sales.post_statements", "sales.tie_payouts",
    "sales.accept_differences", "sales.hand_back_differences",
)  # fmt: skip
BANK = ("finance.view_bankreceipt", "finance.record_receipts", "sales.tie_payouts")
CASH = (
    "finance.view_bankaccount", "finance.record_statements", "finance.match_bank_lines", "finance.run_payments",
)  # fmt: skip
PAYMENTS = (
    "finance.view_paymentrequest", "finance.enter_payments", "finance.approve_payments", "finance.run_payments",
)  # fmt: skip
CLAIMS = ("finance.view_expenseclaim", "finance.approve_claims", "finance.post_claims")
MY_CLAIMS = ("finance.enter_claims",)
PROMOTIONS = ("sales.view_promotion", "sales.review_orders", "sales.release_orders")
STOCK = ("stock.view_balance", "stock.record_movements", "stock.post_movements", "sales.ship_deliveries")
MOVEMENTS = ("stock.view_movement", "stock.record_movements", "stock.post_movements")
CREDIT = ("finance.view_creditgroup", "finance.set_credit_limits", "finance.release_credit", "finance.keep_credit")
DUNNING = ("finance.view_dunningletter", "finance.dun_customers")
ACCOUNT_STATEMENTS = ("finance.view_accountstatement", "finance.state_accounts")
BUDGETS = ("finance.view_budget", "finance.keep_budgets", "finance.use_budgets")
FEES = ("finance.view_fee", "finance.settle_fees")
ALLOCATIONS = ("finance.view_allocationrule", "finance.run_allocations")
BOOKS = ("finance.view_voucher", "finance.post_events", "finance.post_vouchers", "finance.seal_vouchers")
CURRENCIES = ("finance.view_exchangerate", "finance.revalue_accounts")
RULES = ("finance.view_postingrule", "finance.keep_rules")
HAND = ("finance.view_voucherdraft", "finance.enter_vouchers", "finance.review_vouchers")
INVOICES = ("finance.view_taxinvoice", "finance.request_invoices", "finance.send_invoices")
INPUT_INVOICES = ("finance.view_inputinvoice", "finance.receive_invoices", "finance.deduct_invoices")
GATEWAYS = ("finance.view_gatewaymessage", "finance.manage_gateways")
TAXES = (*INVOICES, *INPUT_INVOICES, "finance.ask_tax_office")
ITEMS = ("finance.view_openitem", "finance.enter_items", "finance.review_items", "finance.apply_items")
REPORTS = ("finance.view_voucher", "finance.close_years")
PERIODS = ("core.view_period", "core.close_periods")
LOGINS = ("core.read_logs", "core.manage_sign_ins")
RUNS = ("core.read_logs", "core.manage_sign_ins")
MESSAGES = ("core.read_logs", "core.push_messages")
SEALS = ("core.read_logs", "core.manage_sign_ins")
WORKER = ("core.watch_worker",)
ROLES = ("core.keep_roles", "core.keep_people", "core.review_access")
PEOPLE = ("core.keep_people", "core.keep_roles", "core.review_access")
DUTIES = ("core.keep_duties", "core.keep_people", "core.review_access")
REVIEWS = ("core.review_access",)
PAPER = ("core.change_paper",)
IMPORTS = (
    "core.view_import", "items.add_item", "items.change_item", "parties.add_party", "parties.change_party",
    "finance.add_account", "finance.change_account", "sales.import_orders", "sales.ship_deliveries",
    "sales.recognise_revenue", "sales.cancel_orders", "sales.announce_returns", "finance.record_receipts",
    "finance.enter_vouchers", "finance.keep_budgets", "stock.record_movements",
)  # fmt: skip
APPROVALS = ("core.view_approvalrequest", "core.ask_approvals", "core.answer_approvals")
#: Who sees at least one kind of exception (``exceptions.KINDS``).
EXCEPTIONS = (
    *ORDERS, *DELIVERIES, *SETTLEMENT, *CREDIT, *BUDGETS, *REVIEWS, *APPROVALS, *PAYMENTS, *ACCOUNT_STATEMENTS,
)  # fmt: skip
WEBHOOKS = ("core.manage_webhooks",)
ALERTS = ("core.manage_alerts",)
MASTERS = ("core.view_company", "parties.view_party", "items.view_item", "sales.view_shop", "finance.view_postingrule")

# A navigation of more links than these is folded: the group of the page one is on and the first process stay open.
FOLDED = 16
FOLDS = "navigation"  # the cookie with the groups a person opened (o) and closed (c) by hand


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
            Link(_("Inbox"), "inbox", "web:inbox", APPROVALS, "to_approve", "warn"),
            Link(_("Exceptions"), "alert", "web:exceptions", EXCEPTIONS),
            Link(_("My jobs"), "clock", "web:jobs", ()),
        ],
    ),
    (
        _("Order to cash"),
        [
            Link(_("Sales orders"), "cart", "web:orders", ORDERS, "held", "warn"),
            Link(_("Order drafts"), "list", "web:order-drafts", ENTRY),
            Link(_("Order changes"), "swap", "web:order-changes", ORDERS),
            Link(_("Deliveries"), "truck", "web:deliveries", DELIVERIES, "to_ship"),
            Link(_("Returns"), "back", "web:returns", RETURNS),
            Link(_("Promotions"), "tag", "web:promotions", PROMOTIONS),
            Link(_("Credit limits"), "scale", "web:credit-groups", CREDIT),
            Link(_("Dunning letters"), "bell", "web:dunning", DUNNING),
            Link(_("Statements of account"), "scale", "web:account-statements", ACCOUNT_STATEMENTS),
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
            Link(_("Cash flow statement"), "chart", "web:cash-flow", (*REPORTS, *BOOKS)),
            Link(_("Statements in columns"), "list", "web:statement-columns", (*REPORTS, *BOOKS)),
            Link(_("Analysis"), "chart", "web:analysis", (*REPORTS, *BOOKS)),
            Link(_("Consolidation"), "scale", "web:group", (*REPORTS, *BOOKS)),
            Link(_("Accounts by month"), "calendar", "web:account-columns", (*REPORTS, *BOOKS)),
            Link(_("Vouchers"), "book", "web:vouchers", BOOKS),
            Link(_("Vouchers by hand"), "list", "web:drafts", HAND, "to_review"),
            Link(_("Receivables"), "inbox", "web:receivables", ITEMS),
            Link(_("Payables"), "list", "web:payables", ITEMS),
            Link(_("Bills, receipts and payments"), "list", "web:item-documents", ITEMS),
            Link(_("Aging"), "calendar", "web:aging", ITEMS),
            Link(_("Bank receipts"), "inbox", "web:receipts", BANK),
            Link(_("Tax invoices"), "list", "web:tax-invoices", INVOICES),
            Link(_("Input invoices"), "inbox", "web:input-invoices", INPUT_INVOICES),
            Link(_("VAT of the month"), "scale", "web:tax-month", TAXES),
            Link(_("Messages to the tax office"), "globe", "web:gateway-messages", GATEWAYS),
            Link(_("Events without a rule"), "alert", "web:events", BOOKS, "without_rule", "bad"),
            Link(_("Files for auditors"), "download", "web:audit-files", (*REPORTS, *BOOKS)),
            Link(_("Budgets"), "scale", "web:budgets", BUDGETS),
            Link(_("Incentives"), "tag", "web:incentives", BUDGETS),
            Link(_("Budget and actual"), "chart", "web:budget-report", BUDGETS),
            Link(_("Fees of deals"), "tag", "web:fees", FEES),
            Link(_("Allocations"), "swap", "web:allocations", ALLOCATIONS),
            Link(_("Posting rules"), "swap", "web:rules", RULES),
            Link(_("Accounts in currencies"), "globe", "web:currencies", (*CURRENCIES, *BOOKS)),
            Link(_("Years"), "calendar", "web:years", (*REPORTS, *BOOKS)),
            Link(_("Periods"), "calendar", "web:periods", (*PERIODS, *BOOKS)),
        ],
    ),
    (
        _("Cash and bank"),
        [
            Link(_("Bank accounts"), "scale", "web:cash", CASH),
            Link(_("My expenses"), "upload", "web:expenses", MY_CLAIMS),
            Link(_("Expense claims"), "list", "web:claims", CLAIMS),
            Link(_("Payment requests"), "list", "web:payments", PAYMENTS, "payments_to_approve", "warn"),
            Link(_("Payment runs"), "truck", "web:payment-runs", PAYMENTS),
            Link(_("Bank statements"), "book", "web:bank-statements", CASH),
            Link(_("Lines to match"), "alert", "web:bank-lines", CASH, "bank_lines", "warn"),
            Link(_("Bank reconciliation"), "check", "web:bank-reconciliation", (*CASH, *REPORTS, *BOOKS)),
            Link(_("Messages to banks"), "inbox", "web:bank-messages", CASH),
        ],
    ),
    (
        _("Masters"),
        [
            Link(_("All masters"), "list", "admin:index", MASTERS),
            Link(_("Imports"), "upload", "web:imports", IMPORTS),
        ],
    ),
    (
        _("Administration"),
        [
            Link(_("Roles"), "user", "web:roles", ROLES),
            Link(_("People"), "user", "web:people", PEOPLE),
            Link(_("Conflicts of duties"), "scale", "web:duties", DUTIES),
            Link(_("Access reviews"), "list", "web:reviews", REVIEWS),
            Link(_("Paper"), "print", "web:paper", PAPER),
            Link(_("Worker"), "gear", "web:worker", WORKER),
            Link(_("System"), "chart", "web:system", WORKER),
            Link(_("Alerts"), "bell", "web:alerts", ALERTS),
            Link(_("Webhooks"), "globe", "web:webhooks", WEBHOOKS),
            Link(_("Interface log"), "swap", "web:interface", MESSAGES),
            Link(_("Operation log"), "list", "web:requests", RUNS),
            Link(_("Login log"), "list", "web:logins", LOGINS),
            Link(_("What logs keep"), "calendar", "web:logs", RUNS),
            Link(_("Seals of the audit trail"), "book", "web:seals", SEALS),
        ],
    ),
]


def navigation(request: HttpRequest, desk: Desk, waiting: dict[str, int]) -> list[dict[str, Any]]:
    """Answer the groups a desk sees, the page it is on marked, with the counts of what waits."""
    groups = []
    for number, (title, links) in enumerate(GROUPS):
        seen = [
            _entry(request, link, waiting)
            for link in _ordered(desk, links)
            if desk.opens(link.url.removeprefix("web:"), link.permissions)
        ]
        if seen:
            groups.append({"number": number, "title": title, "links": seen})
    many = sum(len(group["links"]) for group in groups) > FOLDED
    by_hand = dict(re.findall(r"(\d+)([oc])", request.COOKIES.get(FOLDS, "")))
    first = next((group["number"] for group in groups if group["title"]), 0)
    for group in groups:
        usual = not many or group["number"] == first
        chosen = by_hand.get(str(group["number"]), "o" if usual else "c") == "o"
        group["open"] = chosen or any(link["here"] for link in group["links"])
        group["waits"] = sum(link["waits"] for link in group["links"] if link["tone"])
    return groups


def _ordered(desk: Desk, links: list[Link]) -> list[Link]:
    """Put a group in the order of the person's roles; what all of them hide is left out."""
    menus = desk.menus
    if not menus:
        return links
    placed = []
    for usual, link in enumerate(links, start=1):
        places = [menu.get(link.url, usual) for menu in menus]
        if shown := [place for place in places if place is not None]:
            placed.append((min(shown), usual, link))
    return [link for _place, _usual, link in sorted(placed, key=lambda one: one[:2])]


def _opens(desk: Desk, link: Link) -> bool:
    return desk.opens(link.url.removeprefix("web:"), link.permissions)


def _entry(request: HttpRequest, link: Link, waiting: dict[str, int]) -> dict[str, Any]:
    url = address(link.url)
    here = request.path == url if url == "/" else request.path.startswith(url)
    return {
        "title": link.title,
        "icon": link.icon,
        "url": url,
        "here": here,
        "waits": waiting[link.waits] if link.waits else 0,
        "tone": link.tone,
    }
