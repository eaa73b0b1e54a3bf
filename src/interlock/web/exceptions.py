"""What has gone on too long, and who answers for it: one entry a kind, declared here and nowhere else.

A kind is a block of ``queries/exceptions.sql`` that takes company, owner and ids (None for all), today, now and
size, and answers id, number, shop, name_en, name_zh, owner_id, since_on or since_at, and about (a hold's reason, or
nothing).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlock.core.api import Scope, scopes
from interlock.core.sql import Block

from .exception_acts import ACTS, Act
from .navigation import (
    ACCOUNT_STATEMENTS,
    APPROVALS,
    BUDGETS,
    CREDIT,
    DELIVERIES,
    ORDERS,
    PAYMENTS,
    REVIEWS,
    SETTLEMENT,
)
from .queries import account_statements, approvals, budgets, credit, exceptions, payments


@dataclass(frozen=True)
class Kind:
    """One kind of exception: what it is called, what to do, how it is found, who sees it, where its document is.

    ``why`` is the reason where a row names none of its own. ``acts_on`` answers which ids the actions of some rows work
    on, where these are others. ``model`` is the kind its documents are of; one that names
    none is closed to people who see only a part of the company.
    """

    code: str
    title: Any
    way_out: Any
    query: Block
    permissions: tuple[str, ...]
    link: str
    why: Any = ""
    model: str = ""
    acts_on: Block | None = None

    @property
    def acts(self) -> tuple[Act, ...]:
        """Answer what is done with a selection of it."""
        return ACTS.get(self.code, ())

    def seen_by(self, scope: Scope | None) -> tuple[Block, dict[str, Any]] | None:
        """Answer the block that finds what is seen under a scope, with what it takes besides; None when closed."""
        if scope is None:
            return self.query, {}
        limits = scopes.parameters(self.model, scope)
        return None if limits is None else (_limited(self.query, self.model), limits)


#: One kind of several: what every kind answers, of the same types.
_ASKED = """(SELECT $place AS place, '$code' AS code, row_number() OVER () AS at, id::bigint, number::text, shop::text,
        name_en::text, name_zh::text, owner_id::bigint, since_on::date, since_at::timestamptz, about::text FROM (
$query
) k)"""


@cache
def together(codes: tuple[str, ...]) -> Block:
    """Answer one block that asks some kinds, each in its own order, and says which kind a row is of as ``code``."""
    each = [
        _ASKED.replace("$place", str(place)).replace("$code", kind.code).replace("$query", kind.query.text)
        for place, kind in enumerate(KINDS)
        if kind.code in codes
    ]
    text = "\nUNION ALL\n".join(each) + "\nORDER BY place, at"
    return replace(KINDS[0].query, name="exceptions", text=text)


@cache
def _limited(query: Block, model: str) -> Block:
    return scopes.limited(query, model)


KINDS = [
    Kind(
        "installation",
        _("Installation not confirmed in time"),
        _("Ask the installer or the buyer, and send the confirmation."),
        exceptions.SQL["installation"],
        (*DELIVERIES, *ORDERS),
        "web:delivery",
        _("shipped, and no confirmation within the shop's days"),
        model="sales.Delivery",
    ),
    Kind(
        "held",
        _("Held for more than a day"),
        _("Mend, release or cancel the order."),
        exceptions.SQL["held"],
        ORDERS,
        "web:order",
        model="sales.Order",
    ),
    Kind(
        "waiting",
        _("Waiting for stock"),
        _("Receive or move stock, change the order or cancel it."),
        exceptions.SQL["waiting"],
        ORDERS,
        "web:order",
        model="sales.Order",
    ),
    Kind(
        "not_settled",
        _("Order not settled in time"),
        _("Ask the platform for the payment, or read its missing statement."),
        exceptions.SQL["not_settled"],
        ORDERS,
        "web:order",
        _("left, and no statement names it within the shop's days"),
        model="sales.Order",
    ),
    Kind(
        "difference",
        _("Difference with a platform not settled"),
        _("Clear it up with the platform, or accept it."),
        exceptions.SQL["difference"],
        SETTLEMENT,
        "web:difference",
        _("open for longer than the company allows"),
        model="sales.Difference",
    ),
    Kind(
        "sent_late",
        _("Changed by the platform after it left"),
        _("Compare both, agree with the buyer, and leave the message aside with a note."),
        exceptions.SQL["sent_late"],
        ORDERS,
        "web:order",
        _("the platform sent other content for an order that has left or was cancelled"),
        model="sales.Order",
    ),
    Kind(
        "review",
        _("Access review overdue"),
        _("Decide on each person's role and sign it."),
        exceptions.SQL["review"],
        REVIEWS,
        "web:review",
    ),
    Kind(
        "approval",
        _("Approval not answered"),
        _("Approve it, reject it or send it back."),
        approvals.SQL["unanswered"],
        APPROVALS,
        "web:approval",
        acts_on=approvals.SQL["of_tasks"],
    ),
    Kind(
        "approval_late",
        _("Approval past its deadline"),
        _("Ask the approver, or see that a deputy answers."),
        approvals.SQL["late"],
        APPROVALS,
        "web:approval",
    ),
    *(
        Kind(code, title, way_out, credit.SQL[block], CREDIT, "web:credit-group", why)
        for code, title, way_out, block, why in (
            (
                "credit_overdrawn",
                _("Credit overdrawn"),
                _("Ask for the payment, or set another limit."),
                "overdrawn",
                _("more is owed than the limit and releases allow"),
            ),
            (
                "credit_nearly_used",
                _("Credit nearly used up"),
                _("Ask for the payment, or prepare another limit."),
                "nearly_used",
                _("the percentage of a reminder is reached"),
            ),
            (
                "credit_falling_due",
                _("Invoice due or overdue"),
                _("Remind the customer of what is due."),
                "falling_due",
                _("due, or about to be, and not paid"),
            ),
        )
    ),
    Kind(
        "budget_used",
        _("Budget nearly used up, or overdrawn"),
        _("Plan what is left, or ask for a larger budget."),
        budgets.SQL["used_up"],
        BUDGETS,
        "web:budget",
        _("the share at which its owner is told is reached"),
    ),
    Kind(
        "withdrawn_run",
        _("The bank has the file of a withdrawn run"),
        _("Ask the bank to stop it, or wait for its answer and statement; what it pays twice is claimed back."),
        payments.SQL["heard_late"],
        PAYMENTS,
        "web:payment-run",
        _("the bank answered after the run was withdrawn, and its payment is not closed by that"),
    ),
    Kind(
        "statement_differs",
        _("A party has another balance than we"),
        _("Find the document that one of both lacks, and clear the difference up."),
        account_statements.SQL["differing"],
        ACCOUNT_STATEMENTS,
        "web:account-statement",
        _("the party named another balance of its statement"),
    ),
]

BY_CODE = {kind.code: kind for kind in KINDS}
