from .access import ApiToken, CallRate
from .jobs import DefaultView, Job, JobRejection, SavedView
from .notices import Escalation, Notice
from .organisation import Company, Currency, Membership, Unit, User
from .run import Counter, DocumentVersion, File, Module, Period, Run, Timeline, Verdict, Work
from .webhooks import Webhook, WebhookDelivery, WebhookMessage

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
