from .access import ApiToken, CallRate
from .approvals import (
    ApprovalAnswer,
    ApprovalDelegation,
    ApprovalNode,
    ApprovalRequest,
    ApprovalRoute,
    ApprovalStep,
    ApprovalTask,
)
from .jobs import DefaultView, Job, JobRejection, SavedView
from .notices import Escalation, Notice
from .organisation import Company, Currency, Membership, Unit, User
from .run import Counter, DocumentVersion, File, Module, Period, Run, Timeline, Verdict, Work

__all__ = [
    "ApiToken",
    "ApprovalAnswer",
    "ApprovalDelegation",
    "ApprovalNode",
    "ApprovalRequest",
    "ApprovalRoute",
    "ApprovalStep",
    "ApprovalTask",
    "CallRate",
    "Company",
    "Counter",
    "Currency",
    "DefaultView",
    "DocumentVersion",
    "Escalation",
    "File",
    "Job",
    "JobRejection",
    "Membership",
    "Module",
    "Notice",
    "Period",
    "Run",
    "SavedView",
    "Timeline",
    "Unit",
    "User",
    "Verdict",
    "Work",
]
