"""The words of the close that stand among the others: states, verdicts, operations, events."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interlock.finance import api as finance

Text = str | Promise

STEPS, SIDES, FIGURES = finance.CLOSE_STEPS, finance.CLOSE_SIDES, finance.CLOSE_FIGURES
FINDINGS, KINDS = finance.CLOSE_FINDINGS, finance.CLOSE_KINDS

STATES: dict[str, tuple[Text, str, str]] = {
    "differs": (_("differs"), "bad", "✕"),
    "ready": (_("ready to close"), "good", "◕"),
    "waits": (_("waits"), "", "○"),
    "agrees": (_("agrees"), "good", "✓"),
    "valid": (_("valid"), "good", "✓"),
    "superseded": (_("superseded"), "", "✕"),
}

CODES: dict[str, tuple[Text, Text]] = {
    "no_period": (_("The month was never opened"), _("Open the books of its year first.")),
    "earlier_month_open": (_("An earlier month is still open"), _("Close the earlier month first.")),
    "earlier_step_open": (_("An earlier step is still open"), _("Close the earlier step first.")),
    "law_broken": (_("A law of the books is broken"), _("Ask the administrator; see ./interlock check.")),
    "differs": (_("Something stands in the way"), _("Mend what the checklist names, then close again.")),
    "later_month_closed": (_("A later month is closed"), _("Open the later month again first.")),
    "month_closed": (_("The month is closed and has a report"), _("Open the whole month again, with a reason.")),
    "not_over": (
        _("The month is not over yet"),
        _("Close it when it is over, or say that it is closed early: nothing of today is taken any more."),
    ),
    "whole_month": (
        _("Finance closes and opens again with the whole month"),
        _("Use the checklist of the month; opening again takes a reason."),
    ),
    "step_closed": (
        _("This side of the month is closed by the checklist"),
        _("Open the month again on its page, with a reason."),
    ),
    "no_books": (_("The company has no books yet"), _("Set up its books first, on the page of the periods.")),
    "year_skipped": (
        _("A year between was never opened"),
        _("Open the years one after the other."),
    ),
    "unknown_step": (_("The close has no such step."), _("Take a step of the checklist.")),
}

OPERATIONS: dict[str, Text] = {
    "finance.close_months": _("Month closed, in whole or a step of it"),
    "finance.reopen_months": _("Month opened again"),
    "finance.open_years": _("Months of a year opened"),
    "finance.set_up_books": _("Books set up"),
}

EVENTS: dict[str, Text] = {
    "profit_carried": _("Profit and loss carried forward"),
}
