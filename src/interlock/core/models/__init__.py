from .access import ApiToken, CallRate
from .figures import Figure
from .jobs import DefaultView, Job, JobRejection, SavedView
from .notices import Escalation, Notice
from .organisation import Company, Currency, Membership, Unit, User
from .run import Counter, DocumentVersion, File, Module, Period, Run, Timeline, Verdict, Work

__all__ = [
    "ApiToken",
    "CallRate",
    "Company",
    "Counter",
    "Currency",
    "DefaultView",
    "DocumentVersion",
    "Escalation",
    "Figure",
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
