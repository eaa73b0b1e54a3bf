from .access import ApiToken, CallRate
from .alerts import Alert
from .approvals import (
    ApprovalAnswer,
    ApprovalDelegation,
    ApprovalNode,
    ApprovalRequest,
    ApprovalRoute,
    ApprovalStep,
    ApprovalTask,
)
from .custom import CustomChange, CustomField, CustomValues
from .figures import Figure
from .imports import Import, ImportMapping, ImportRejection
from .jobs import DefaultView, Job, JobRejection, SavedView
from .lists import DictionaryEntry, Parameter, Region
from .messages import Message
from .notices import Announcement, Escalation, Notice
from .organisation import Company, Currency, Membership, Partner, Unit, User
from .paper import Attachment, Comment, Letterhead, PaperTemplate
from .rights import AccessReview, AccessReviewLine, DataScope, DutyConflict, DutyException, RightsChange, Role
from .run import Counter, DocumentVersion, File, Module, Period, Run, Timeline, Verdict, Work
from .sealing import Seal, SealPart
from .signing_in import LoginEntry, Retention, SecondFactorRule
from .webhooks import Webhook, WebhookDelivery, WebhookMessage

__all__ = [
    "Announcement",
    "AccessReview",
    "AccessReviewLine",
    "Alert",
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
    "CustomChange",
    "CustomField",
    "CustomValues",
    "DefaultView",
    "DictionaryEntry",
    "DocumentVersion",
    "DutyConflict",
    "DutyException",
    "Escalation",
    "Figure",
    "File",
    "Import",
    "ImportMapping",
    "ImportRejection",
    "Job",
    "JobRejection",
    "Letterhead",
    "LoginEntry",
    "Membership",
    "Message",
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
    "Webhook",
    "WebhookDelivery",
    "WebhookMessage",
    "Work",
]
