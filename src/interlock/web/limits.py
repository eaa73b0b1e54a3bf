"""Which pages are open to people who see only a part of a company: what is not named here is closed to them.

A page names the kind its document is of; the guard of all pages (``access.page``) then shows only documents that are
seen, and any other does not exist. ``OWN`` are pages about oneself, pages that ask for no document, and those beside
a document of any kind, which ask themselves whether it is seen; lists narrow themselves, operations narrow their sets.
"""

from __future__ import annotations

from typing import Any

from interlock.core.api import Actor, Scope, scopes

OWN = frozenset(
    {
        "home-arrange", "home", "sign-out", "language", "company", "search", "notices", "notices-read", "jobs", "job",
        "job-file", "job-rejected", "job-stop", "job-retry", "tokens", "tokens-new", "tokens-revoke", "sessions-end",
        "sessions-end-others",
        "list-export", "list-views", "document", "line", "document-pdf", "document-trace", "document-comment",
        "document-people", "document-attach", "attachment", "attachment-remove", "inbox", "inbox-approve",
        "inbox-reject", "inbox-send-back", "inbox-withdraw", "deputies", "deputies-end", "approval", "expenses",
        "expense-new", "expenses-step", "expense", "expense-head", "expense-line", "expense-line-remove",
        "expense-file",
    }
)  # fmt: skip

PAGES: dict[str, str] = {
    **dict.fromkeys(
        (
            "orders", "order", "orders-release", "orders-advance", "orders-cancel", "order-change", "order-accept",
            "order-dismiss", "order-link", "order-amend", "order-buyer", "partner-order",
        ),
        "sales.Order",
    ),
    **dict.fromkeys(
        ("order-drafts", "order-draft", "order-draft-lines", "order-drafts-submit", "order-drafts-discard"),
        "sales.OrderDraft",
    ),
    **dict.fromkeys(
        ("order-changes", "order-change-document", "order-change-save", "order-change-again", "order-changes-step"),
        "sales.ChangeDocument",
    ),
    **dict.fromkeys(
        ("deliveries", "delivery", "pick-list", "deliveries-ship", "deliveries-recognise", "delivery-serials"),
        "sales.Delivery",
    ),
    **dict.fromkeys(
        (
            "returns", "return", "returns-refund", "returns-cancel", "return-receive", "return-exchange",
            "return-inspect",
        ),
        "sales.Return",
    ),
    **dict.fromkeys(("statements", "statement", "statements-post"), "sales.Statement"),
    **dict.fromkeys(("claims", "expenses-refuse"), "finance.ExpenseClaim"),
}  # fmt: skip

#: Pages that narrow themselves, by the kind of what they show: open to whoever is limited by a dimension of that kind.
NARROWED: dict[str, str] = {
    **dict.fromkeys(("exceptions", "exceptions-do"), "sales.Order"),
    **dict.fromkeys(("stock", "stock-item", "serials"), "stock.Balance"),
    **dict.fromkeys(
        ("promotions", "promotion", "order-new", "order-drafts-save", "order-drafts-items", "order-drafts-customers"),
        "sales.Shop",
    ),
}  # fmt: skip

#: Pages of partners, and what they share with everybody; all others are our own.
PARTNER = frozenset({"partner", "partner-order", "sign-out", "language", "company"})
#: Of their own safety partners keep the password (which has no guard but to be signed in), and end other sessions.
#: Tokens stay closed to them.
SAFETY = frozenset({"sessions-end-others"})

#: The kinds of hits and jumps by the name pages know them by.
MODELS = {
    "order": "sales.Order",
    "order_change": "sales.ChangeDocument",
    "delivery": "sales.Delivery",
    "return": "sales.Return",
    "statement": "sales.Statement",
    "expense_claim": "finance.ExpenseClaim",
}


def open_page(actor: Actor, company: int, page: str) -> bool:
    """Say whether a page is open to whoever sees only a part of this company."""
    scope = actor.scope(company)
    if scope is None or page in OWN or page in PARTNER:
        return True
    kind = PAGES.get(page) or NARROWED.get(page)
    return kind is not None and scopes.condition(kind, scope) is not None


def seen_of(company: int, scope: Scope | None, found: list[Any]) -> list[Any]:
    """Leave of rows that name documents by ``kind`` and ``id`` what is seen under a scope; seeing all costs nothing."""
    if scope is None:
        return found
    kinds = {row.kind for row in found} & set(MODELS)
    kept = {
        (kind, row.id)
        for kind in sorted(kinds)
        for row in scopes.seen(MODELS[kind], company, scope, [row for row in found if row.kind == kind])
    }
    return [row for row in found if (row.kind, row.id) in kept]


def seen_document(actor: Actor, page: str, key: int | None) -> bool:
    """Say whether the document a page names is one the actor sees."""
    return key is None or page not in PAGES or scopes.sees(actor, PAGES[page], key)
