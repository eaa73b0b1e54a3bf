from .access import ApiToken, CallRate
from .organisation import Company, Currency, Membership, Unit, User
from .run import Counter, DocumentVersion, File, Module, Period, Run, Timeline, Verdict, Work

__all__ = [
    "ApiToken",
    "CallRate",
    "Company",
    "Counter",
    "Currency",
    "DocumentVersion",
    "File",
    "Membership",
    "Module",
    "Period",
    "Run",
    "Timeline",
    "Unit",
    "User",
    "Verdict",
    "Work",
]
