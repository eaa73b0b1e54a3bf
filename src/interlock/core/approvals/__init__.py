"""Approvals of documents of any kind: declared by the contexts, routed by data, answered by persons."""

from .answering import approve_requests, reject_requests, send_back_requests
from .asking import outdated_requests, submit_approvals, withdraw_requests
from .delegating import NewDelegation, delegate_approvals, end_delegations
from .kinds import APPROVAL_KINDS, ApprovalKind, declare_approvals
from .routing import needs_approval, routed
from .standards import give_route

__all__ = [
    "APPROVAL_KINDS",
    "ApprovalKind",
    "NewDelegation",
    "approve_requests",
    "declare_approvals",
    "delegate_approvals",
    "end_delegations",
    "give_route",
    "needs_approval",
    "outdated_requests",
    "reject_requests",
    "routed",
    "send_back_requests",
    "submit_approvals",
    "withdraw_requests",
]
