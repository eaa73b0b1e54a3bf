"""The words of rights: verdicts, refusals, operations, states, changes, processes and permissions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Permission
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from interlock.core.api import Partner

Text = str | Promise

STATES: dict[str, tuple[Text, str, str]] = {"signed": (_("signed"), "good", "✓")}

CODES: dict[str, tuple[Text, Text]] = {
    "beyond_own": (_("It allows what you do not hold yourself"), _("Ask an administrator to give it.")),
    "nobody_of_this_name": (
        _("Nobody of this name works here, and you may not add people"),
        _("Have an administrator add the person first."),
    ),
    "reason_without_end": (_("A reason and its last day come together"), _("Name both, or neither.")),
    "days_reversed": (_("The last day lies before the first"), _("Mend the days.")),
    "duties_refused": (_("One person may not hold both of these"), _("Give one of them to another person.")),
    "duties_unexplained": (_("It brings two duties together"), _("Name the reason and until when, or take one away.")),
    "own_conflict": (_("It is your own conflict"), _("Another person explains it.")),
    "own_limits": (_("These are your own limits"), _("Another person sets them.")),
    "own_rights": (_("These are your own rights"), _("Another person decides on them.")),
    "elsewhere": (_("The role has members in a company where you may not change roles"), _("Ask an administrator.")),
    "nameless": (_("The role needs a name in both languages"), _("Enter both names.")),
    "taken": (_("There is one of this name"), _("Choose another name.")),
    "one_open": (_("A review of this company is still open"), _("Finish and sign it first.")),
    "signed": (_("The review is signed"), _("Start another review.")),
    "undecided": (_("Not every line is decided"), _("Decide on each person's role, then sign.")),
}

REFUSALS: dict[str, Text] = {
    "days_reversed": _("The last day lies before the first."),
    "reason_without_end": _("Name the reason together with the day it ends."),
    "unknown_permission": _("There is no such permission."),
    "unknown_dimension": _("Data cannot be limited by this."),
    "unknown_ids": _("A limit names something that is not of this company."),
    "unknown_decision": _("Keep the role or take it away."),
}

OPERATIONS: dict[str, Text] = {
    "core.give_roles": _("Role given"),
    "core.take_roles": _("Role taken away"),
    "core.make_roles": _("Role made"),
    "core.change_roles": _("Role changed"),
    "core.limit_people": _("Person's data limited"),
    "core.limit_roles": _("Role's data limited"),
    "core.explain_conflicts": _("Conflict of duties explained"),
    "core.start_reviews": _("Access review started"),
    "core.decide_lines": _("Access decided on"),
    "core.sign_reviews": _("Access review signed"),
}

CHANGES: dict[str, Text] = {
    "role_given": _("role given"),
    "role_taken": _("role taken away"),
    "role_made": _("role made"),
    "role_changed": _("role changed"),
    "limited": _("data limited"),
    "explained": _("conflict explained"),
    "pair_added": _("pair added"),
    "pair_changed": _("pair changed"),
    "pair_removed": _("pair taken away"),
}

DIMENSIONS: dict[str, Text] = {
    "shop": _("shop"),
    "department": _("department"),
    "warehouse": _("warehouse"),
    "own": _("own customers"),
    "party": _("party"),
}
PARTNERS: dict[str, Text] = dict(Partner.choices)
SIDES: dict[str, Text] = DIMENSIONS | {
    "with": _("allowed"),
    "without": _("no longer allowed"),
    "from": _("from"),
    "to": _("until"),
    "until": _("until"),
    "name": _("name"),
    "menu": _("menu"),
    "reason": _("reason"),
    "conflict": _("conflict"),
    "first": _("the one"),
    "second": _("the other"),
    "severity": _("how severe"),
}

PROCESSES: list[tuple[str, Text, tuple[str, ...]]] = [
    ("sales", _("Order to cash"), ("sales",)),
    ("stock", _("Stock"), ("stock",)),
    ("finance", _("Record to report"), ("finance",)),
    ("masters", _("Masters"), ("items", "parties")),
    ("core", _("Administration"), ("core",)),
]
VERBS: dict[str, Text] = {
    "view": pgettext_lazy("permission", "see"),
    "add": pgettext_lazy("permission", "add"),
    "change": pgettext_lazy("permission", "change"),
}
#: Tables of the machinery: nobody is given them by themselves.
_INNER = frozenset({"verdict", "work", "counter", "timeline", "run", "callrate", "jobrejection", "documentversion"})


@dataclass(frozen=True)
class Right:
    """One permission in words; ``operation`` says that it allows to do something, not only to see or keep a master."""

    name: str
    title: str
    operation: bool


def rights() -> list[dict[str, Any]]:
    """Answer every permission that can be given, by process, in the reader's language."""
    found = Permission.objects.select_related("content_type").order_by("content_type__app_label", "codename")
    by_app: dict[str, list[Right]] = {}
    for one in found:
        if (right := right_of(one)) is not None:
            by_app.setdefault(one.content_type.app_label, []).append(right)
    return [
        {
            "code": code,
            "title": title,
            "acts": [right for right in _of(by_app, names) if right.operation],
            "keeps": [right for right in _of(by_app, names) if not right.operation],
        }
        for code, title, names in PROCESSES
    ]


def _of(by_app: dict[str, list[Right]], names: Iterable[str]) -> list[Right]:
    return [right for name in names for right in by_app.get(name, [])]


def right_of(one: Permission) -> Right | None:
    """Answer a permission in words, None for one that is nobody's to give."""
    app, verb, model = one.content_type.app_label, *one.codename.partition("_")[::2]
    name = f"{app}.{one.codename}"
    if model != one.content_type.model:
        return Right(name, gettext(one.name), operation=True)
    if verb not in VERBS or model in _INNER or model.endswith("event") and model != "event":
        return None
    try:
        about = capfirst(str(apps.get_model(app, model)._meta.verbose_name_plural))
    except LookupError:
        return None
    return Right(name, f"{about} · {VERBS[verb]}", operation=False)


def named(row: Any) -> str:
    """Answer a role's name in the reader's language."""
    return str(row.name_zh if (get_language() or "en").startswith("zh") else row.name_en)
