from .access import ApiToken, CallRate
from .alerts import Alert
from .custom import CustomChange, CustomField, CustomValues
from .jobs import DefaultView, Job, JobRejection, SavedView
from .notices import Escalation, Notice
from .organisation import Company, Currency, Membership, Unit, User
from .run import Counter, DocumentVersion, File, Module, Period, Run, Timeline, Verdict, Work
from .webhooks import Webhook, WebhookDelivery, WebhookMessage

__all__ = [
    "Alert",
    "ApiToken",
    "CallRate",
    "Company",
    "Counter",
    "Currency",
    "CustomChange",
    "CustomField",
    "CustomValues",
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
    "Webhook",
    "WebhookDelivery",
    "WebhookMessage",
    "Work",
]
