from .access import ApiToken, CallRate
from .jobs import DefaultView, Job, JobRejection, SavedView
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
    "File",
    "Job",
    "JobRejection",
    "Membership",
    "Module",
    "Period",
    "Run",
    "SavedView",
    "Timeline",
    "Unit",
    "User",
    "Verdict",
    "Work",
]
