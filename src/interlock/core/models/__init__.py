from .access import ApiToken, CallRate
from .imports import Import, ImportMapping, ImportRejection
from .jobs import DefaultView, Job, JobRejection, SavedView
from .lists import DictionaryEntry, Parameter, Region
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
    "DictionaryEntry",
    "DocumentVersion",
    "Escalation",
    "File",
    "Import",
    "ImportMapping",
    "ImportRejection",
    "Job",
    "JobRejection",
    "Membership",
    "Module",
    "Notice",
    "Parameter",
    "Period",
    "Region",
    "Run",
    "SavedView",
    "Timeline",
    "Unit",
    "User",
    "Verdict",
    "Work",
]
