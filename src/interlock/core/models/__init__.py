from .access import ApiToken, CallRate
from .imports import Import, ImportMapping, ImportRejection
from .jobs import DefaultView, Job, JobRejection, SavedView
from .lists import DictionaryEntry, Parameter, Region
from .notices import Escalation, Notice
from .organisation import Company, Currency, Membership, Partner, Unit, User
from .paper import Attachment, Comment, Letterhead, PaperTemplate
from .rights import AccessReview, AccessReviewLine, DataScope, DutyConflict, DutyException, RightsChange, Role
from .run import Counter, DocumentVersion, File, Module, Period, Run, Timeline, Verdict, Work

__all__ = [
    "AccessReview",
    "AccessReviewLine",
    "ApiToken",
    "Attachment",
    "CallRate",
    "Comment",
    "Company",
    "Counter",
    "Currency",
    "DataScope",
    "DefaultView",
    "DictionaryEntry",
    "DocumentVersion",
    "DutyConflict",
    "DutyException",
    "Escalation",
    "File",
    "Import",
    "ImportMapping",
    "ImportRejection",
    "Job",
    "JobRejection",
    "Letterhead",
    "Membership",
    "Module",
    "Notice",
    "Partner",
    "PaperTemplate",
    "Period",
    "RightsChange",
    "Role",
    "Parameter",
    "Region",
    "Run",
    "SavedView",
    "Timeline",
    "Unit",
    "User",
    "Verdict",
    "Work",
]
