"""Routes and persons for the tests of approvals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.auth.models import Group, Permission

from interlock.core import api as core
from interlock.core.api import Actor, ApprovalNode, ApprovalRoute, Membership, User, actor_of

ASKS = ("core.ask_approvals", "sales.release_orders", "sales.view_order", "finance.enter_vouchers")
ANSWERS = ("core.answer_approvals", "core.delegate_approvals", "sales.view_order", "finance.view_voucherdraft")


def role(name: str, *permissions: str) -> Group:
    """Answer a role with these permissions, made once."""
    made, new = Group.objects.get_or_create(name=name)
    if new:
        known = Permission.objects.select_related("content_type")
        made.permissions.set([p for p in known if f"{p.content_type.app_label}.{p.codename}" in permissions])
    return made


def person(company: int, name: str, *roles: Group) -> User:
    """Make a person with roles in a company."""
    user, _new = User.objects.get_or_create(username=name, defaults={"language": "en"})
    for one in roles:
        Membership.objects.get_or_create(user=user, role=one, company_id=company)
    return user


class Office:
    """A clerk who asks, and three who answer: Ann and Ben by name, Cat and Ben by their role."""

    def __init__(self, company: int) -> None:
        self.company = company
        self.asking, self.answering = role("asking", *ASKS), role("answering", *ANSWERS)
        self.heads = role("heads", *ANSWERS)
        self.clerk = person(company, "clerk", self.asking)
        self.ann = person(company, "ann", self.answering)
        self.ben = person(company, "ben", self.answering, self.heads)
        self.cat = person(company, "cat", self.answering, self.heads)

    def route(self, *nodes: dict[str, Any], kind: str = "price_release", code: str = "R", **fields: Any) -> Any:
        """Make a route of nodes: ``{"user": …}`` or ``{"role": …}`` with what else they say."""
        given = {"company_id": self.company, "valid_from": date(2026, 1, 1), "name_en": code, "name_zh": code}
        made = ApprovalRoute.objects.create(code=code, kind=kind, **(given | fields))
        for place, node in enumerate(nodes or ({"user": self.ann},), start=1):
            names = {"name_en": f"node {place}", "name_zh": f"节点{place}", "sequence": place}
            ApprovalNode.objects.create(route=made, **(names | node))
        return made

    def submit(self, ids: Sequence[int], by: User | None = None, kind: str = "price_release", **call: Any) -> Any:
        asks = actor(by or self.clerk)
        return core.submit_approvals(ids, company=self.company, by=asks, kind=kind, reason="good customer", **call)

    def ask(self, document: int, **call: Any) -> int:
        """Ask for one document; answers the request."""
        outcome = self.submit([document], **call)
        assert outcome.table() == [(document, "done")], outcome.verdicts
        return int(outcome.verdicts[0].detail["approval"])

    def approve(self, ids: Sequence[int], by: User, **call: Any) -> Any:
        return core.approve_requests(ids, company=self.company, by=actor(by), **call)

    def reject(self, ids: Sequence[int], by: User, comment: str = "too cheap") -> Any:
        return core.reject_requests(ids, company=self.company, by=actor(by), comment=comment)

    def send_back(self, ids: Sequence[int], by: User, comment: str = "ask for more") -> Any:
        return core.send_back_requests(ids, company=self.company, by=actor(by), comment=comment)

    def delegate(self, by: User, to: User | int, first: date, last: date) -> str:
        deputy = to if isinstance(to, int) else to.pk
        given = {1: core.NewDelegation(deputy, first, last)}
        outcome = core.delegate_approvals([1], company=self.company, by=actor(by), delegations=given)
        return str(outcome.table()[0][1])


def actor(user: User) -> Actor:
    return actor_of(user, "web")


def codes(outcome: Any) -> list[str]:
    return [code for _id, code in outcome.table()]
