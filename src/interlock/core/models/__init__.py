from .access import ApiToken, CallRate
from .jobs import DefaultView, Job, JobRejection, SavedView
from .notices import Escalation, Notice
from .organisation import Company, Currency, Membership, Unit, User
from .run import Counter, DocumentVersion, File, Module, Period, Run, Timeline, Verdict, Work
from .sealing import Seal, SealPart
from .signing_in import LoginEntry, Retention, SecondFactorRule

__all__ = [
    "ApiToken",
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
    "LoginEntry",
    "Membership",
    "Module",
    "Notice",
    "Period",
    "Retention",
    "Run",
    "SavedView",
    "Seal",
    "SealPart",
    "SecondFactorRule",
    "Timeline",
    "Unit",
    "User",
    "Verdict",
    "Work",
]
