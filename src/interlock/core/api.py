"""The door of the ground: operations, actors, periods, work sets, files, laws, organisation."""

from .actors import Actor, actor_of, system_actor
from .background import Stopped, Task, background, stop, submit, work_selection
from .checks import CheckResult, run_checks
from .files import content_path, keep_file
from .models import (
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
from .versions import keep_versions
from .waking import alone, exclusively, wake
from .work import Worked, run_work

__all__ = [
    "OPERATIONS",
    "Actor",
    "Answer",
    "CheckResult",
    "Company",
    "Counter",
    "Currency",
    "DefaultView",
    "DocumentVersion",
    "File",
    "Job",
    "JobRejection",
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
    "Unit",
    "User",
    "Verdict",
    "Work",
    "Worked",
    "actor_of",
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
    "open_periods",
    "operation",
    "run_checks",
    "run_work",
    "stop",
    "submit",
    "system_actor",
    "wake",
    "work_selection",
]
