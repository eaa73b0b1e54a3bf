"""The words of approvals: states of requests, steps and answers, verdicts, operations."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | Promise

STATES: dict[str, tuple[Text, str, str]] = {
    "approved": (_("approved"), "good", "✓"),
    "rejected": (pgettext_lazy("approval", "rejected"), "bad", "✕"),
    "withdrawn": (_("withdrawn"), "", "↺"),
    "ahead": (_("to come"), "", "○"),
    "answered": (_("answered"), "good", "✓"),
    "ended": (_("no longer asked"), "", "■"),
}

CODES: dict[str, tuple[Text, Text]] = {
    "approval_needed": (_("Needs an approval"), _("Ask for it; once approved, it goes on.")),
    "no_route": (_("No approval route fits"), _("It needs no approval; do it directly.")),
    "no_approver": (
        _("Nobody but you could approve it"),
        _("Name another person at the route's node, or give the role to somebody."),
    ),
    "not_ready": (_("Cannot be approved as it stands"), _("Mend what stands in the way, then ask again.")),
    "not_waiting": (_("Waits for no approval any more"), _("See on the document how it ended.")),
    "own_request": (_("You asked for it yourself"), _("Let another person decide.")),
    "not_yours": (_("Does not wait for you"), _("See on the document for whom it waits.")),
    "outdated": (_("The document is no longer what was asked about"), _("Let it be asked for anew.")),
    "no_low_price": (_("No price is below the floor"), _("Release it directly.")),
    "not_approver": (_("This person may not approve here"), _("Choose somebody whose role may approve.")),
    "bad_period": (_("The first day is not before the last"), _("Choose the days again.")),
    "overlapping": (_("Another deputy answers on one of these days"), _("End that delegation first.")),
    "cycle": (_("Your approvals would come back to you"), _("Choose somebody who has not named you.")),
}

OPERATIONS: dict[str, Text] = {
    "core.submit_approvals": _("Approval asked for"),
    "core.withdraw_requests": _("Question taken back"),
    "core.approve_requests": _("Approved"),
    "core.reject_requests": pgettext_lazy("approval", "Rejected"),
    "core.send_back_requests": _("Sent back"),
    "core.delegate_approvals": _("Approvals handed over"),
    "core.end_delegations": _("Delegation ended"),
}

REFUSALS: dict[str, Text] = {"unknown_approval_kind": _("There is no such kind of approval.")}

#: what of one's inbox is shown
BOXES: dict[str, Text] = {"asked": _("Asked by me"), "answered": _("Answered by me")}
