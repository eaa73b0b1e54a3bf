from .access import ApiToken, CallRate
from .jobs import DefaultView, Job, JobRejection, SavedView
from .notices import Escalation, Notice
from .organisation import Company, Currency, Membership, Unit, User
from .paper import Attachment, Comment, Letterhead, PaperTemplate
from .run import Counter, DocumentVersion, File, Module, Period, Run, Timeline, Verdict, Work

__all__ = [
    "ApiToken",
    "Attachment",
    "CallRate",
    "Comment",
    "Company",
    "Counter",
    "Currency",
    "DefaultView",
    "DocumentVersion",
    "Escalation",
    "File",
    "Job",
    "JobRejection",
    "Letterhead",
    "Membership",
    "Module",
    "Notice",
    "PaperTemplate",
    "Period",
    "Run",
    "SavedView",
    "Timeline",
    "Unit",
    "User",
    "Verdict",
    "Work",
]
