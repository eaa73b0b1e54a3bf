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
from .imports import Import, ImportMapping, ImportRejection
from .jobs import DefaultView, Job, JobRejection, SavedView
from .lists import DictionaryEntry, Parameter, Region
from .notices import Escalation, Notice
from .organisation import Company, Currency, Membership, Partner, Unit, User
from .paper import Attachment, Comment, Letterhead, PaperTemplate
from .rights import AccessReview, AccessReviewLine, DataScope, DutyConflict, DutyException, RightsChange, Role
from .run import Counter, DocumentVersion, File, Module, Period, Run, Timeline, Verdict, Work
from .sealing import Seal, SealPart
from .signing_in import LoginEntry, Retention, SecondFactorRule

__all__ = [
    "AccessReview",
    "AccessReviewLine",
    "ApiToken",
    "Attachment",
    "ApprovalAnswer",
    "ApprovalDelegation",
    "ApprovalNode",
    "ApprovalRequest",
    "ApprovalRoute",
    "ApprovalStep",
    "ApprovalTask",
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
    "LoginEntry",
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
