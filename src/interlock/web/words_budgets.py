"""The words of budgets and allocations: kinds, states, verdicts, entries, operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interlock.finance.api import ALLOCATION_BASES, Budget, BudgetEntry, BudgetThreshold

Text = str | Promise

KINDS: dict[str, Text] = dict(Budget.Kind.choices)
CONTROLS: dict[str, Text] = dict(Budget.Control.choices)
ENTRIES: dict[str, Text] = dict(BudgetEntry.Kind.choices)
ACTIONS: dict[str, Text] = dict(BudgetThreshold.Action.choices)
BASES: dict[str, Text] = dict(ALLOCATION_BASES)

#: what an entry names as its document
DOCUMENTS: dict[str, Text] = {
    "voucher": _("voucher"),
    "voucher_draft": _("voucher by hand"),
    "payment": _("payment request"),
    "expense_claim": _("expense claim"),
    "budget": _("budget"),
    "incentive": _("grant"),
}

CODES: dict[str, tuple[Text, Text]] = {
    "over_budget": (_("The budget has less left"), _("Ask for less, or for a larger budget.")),
    "budget_stopped": (
        _("The budget gives nothing more from this share on"),
        _("Ask for a larger budget, or change the threshold."),
    ),
    "change_waiting": (_("New totals wait for their approval"), _("Wait for the answer, or take the question back.")),
    "other_period": (_("The budget of this code is of another kind or other days"), _("Take another code.")),
    "account_missing": (_("No account is named"), _("Name the account of each line.")),
    "department_missing": (_("No department is named"), _("Name the department of each line.")),
    "name_missing": (_("The incentive has no name"), _("Name each incentive.")),
    "month_outside": (_("The month is not in the budget's days"), _("Choose a month of the budget.")),
    "duplicate_line": (_("Two lines are for the same"), _("Make one line of both.")),
    "reserved": (_("Something is still promised of it"), _("Wait until it is used or given back.")),
    "used_by_books": (
        _("The journal says what is used of it"),
        _("Post the voucher; a line with an account counts by itself."),
    ),
    "outside": (_("The day is not in the budget's days"), _("Take the budget of that day.")),
    "not_valid": (_("The rule does not hold in this month"), _("Choose a month in which it holds.")),
    "earlier_rule_open": (_("A rule before it has not run"), _("Run the rules in their order, or all together.")),
    "no_targets": (_("The rule names no unit that takes a part"), _("Name its targets.")),
    "basis_missing": (_("There is nothing to share out by"), _("Enter the figures or shares of the month.")),
    "nothing_to_allocate": (_("Nothing stands there to be shared out"), _("Nothing to do.")),
}

OPERATIONS: dict[str, Text] = {
    "finance.save_budgets": _("Budget set"),
    "finance.close_budgets": _("Budget closed"),
    "finance.use_budgets": _("Taken into the budgets"),
    "finance.use_incentives": _("Incentive granted"),
    "finance.run_allocations": _("Costs allocated"),
    "finance.reverse_allocations": _("Allocation taken back"),
}


LEFT = _("Budget %(budget)s has %(free)s of %(total)s left, and %(asked)s is asked for.")


def left_of(detail: Mapping[str, Any]) -> str:
    """Say what a budget has left and what is asked of it."""
    return str(LEFT) % detail
