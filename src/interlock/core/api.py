"""The door of the ground: operations, actors, periods, work sets, files, laws, organisation."""

from .actors import Actor, actor_of, system_actor
from .background import Stopped, Task, background, stop, submit, work_selection
from .checks import CheckResult, Law, run_checks
from .files import content_path, keep_file
from .models import (
    ApiToken,
    Company,
    Counter,
    Currency,
    DefaultView,
    DocumentVersion,
    File,
    Job,
    JobRejection,
    Membership,
    Module,
    Period,
    Run,
    SavedView,
    Timeline,
    Unit,
    User,
    Verdict,
    Work,
)
from .operations import OPERATIONS, Operation, current, operation
from .outcome import Outcome, Policy, Refusal
from .outcome import Verdict as Answer
from .periods import first_of_month, lock_period_exclusively, lock_periods, open_periods
from .tokens import TokenScope, actor_of_token, make_token, may_call, revoke_tokens
from .versions import keep_versions
from .waking import alone, exclusively, wake
from .work import Worked, run_work

__all__ = [
    "OPERATIONS",
    "Actor",
    "Answer",
    "ApiToken",
    "CheckResult",
    "Company",
    "Counter",
    "Currency",
    "DefaultView",
    "DocumentVersion",
    "File",
    "Job",
    "JobRejection",
    "Law",
    "Membership",
    "Module",
    "Operation",
    "Outcome",
    "Period",
    "Policy",
    "Refusal",
    "Run",
    "SavedView",
    "Stopped",
    "Task",
    "Timeline",
    "TokenScope",
    "Unit",
    "User",
    "Verdict",
    "Work",
    "Worked",
    "actor_of",
    "actor_of_token",
    "alone",
    "background",
    "content_path",
    "current",
    "exclusively",
    "first_of_month",
    "keep_file",
    "keep_versions",
    "lock_period_exclusively",
    "lock_periods",
    "make_token",
    "may_call",
    "open_periods",
    "operation",
    "revoke_tokens",
    "run_checks",
    "run_work",
    "stop",
    "submit",
    "system_actor",
    "wake",
    "work_selection",
]
