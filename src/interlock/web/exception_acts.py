"""What is done with a selection of exceptions: the same operations their own pages offer, on the set.

A kind that is not named here is settled one by one: an access review is decided person by person, a limit or a budget
is a figure of its own each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from interlock.core import api as core
from interlock.core.api import Operation
from interlock.sales import api as sales

from .acting import counted
from .paging import day


@dataclass(frozen=True)
class Act:
    """One action on some of a kind: its button, its operation, what it asks for, and the sentence when all is done.

    ``note`` names the argument that takes the text somebody writes, ``asks`` what that text is; ``on`` says whether the
    operation takes a day, and whether it is asked for.
    """

    code: str
    title: Any
    operation: Operation
    done: Callable[[int], str]
    said: Any = ""
    note: str = ""
    asks: Any = ""
    needs_note: bool = True
    on: Literal["", "today", "asked"] = ""
    choices: tuple[tuple[str, Any], ...] = ()
    until: Any = ""
    given: Mapping[str, Any] = field(default_factory=dict)

    @property
    def verb(self) -> str:
        """Answer what the button of its dialog says."""
        return str(self.title).removesuffix("…")

    def arguments(self, form: QueryDict, today: date) -> dict[str, Any]:
        """Take what the operation is called with from the form."""
        found = dict(self.given)
        if self.note:
            found[self.note] = form.get("note", "")
        if self.choices:
            found["reason"] = form.get("reason", "")
        if self.on:
            found["on"] = (self.on == "asked" and day(form.get("on"))) or today
        if self.until:
            found["expires_on"] = day(form.get("until"))
        return found


_CANCEL = Act(
    "cancel",
    _("Cancel orders…"),
    sales.cancel_orders,
    counted("%(number)s order cancelled.", "%(number)s orders cancelled."),
    said=_("What has not been shipped does not leave; its stock is free again. This cannot be undone."),
    note="note",
    asks=_("Note"),
    needs_note=False,
    on="today",
    choices=tuple(sales.CancelReason.choices),
)
_ANSWERS = (
    Act(
        "approve",
        _("Approve…"),
        core.approve_requests,
        counted("%(number)s request approved.", "%(number)s requests approved."),
        said=_("With the last approval the document goes on at once. Your answer cannot be changed."),
        note="comment",
        asks=_("Comment"),
        needs_note=False,
    ),
    Act(
        "send-back",
        _("Send back…"),
        core.send_back_requests,
        counted("%(number)s request sent back.", "%(number)s requests sent back."),
        said=_("Whoever asked mends it and asks again."),
        note="comment",
        asks=_("What is to be mended"),
    ),
    Act(
        "reject",
        _("Reject…"),
        core.reject_requests,
        counted("%(number)s request rejected.", "%(number)s requests rejected."),
        note="comment",
        asks=_("Why not?"),
    ),
)

#: What each kind of exception offers, in the order of the buttons.
ACTS: dict[str, tuple[Act, ...]] = {
    "installation": (
        Act(
            "confirm",
            _("Confirm the installation…"),
            sales.recognise_revenue,
            counted("Revenue of %(number)s delivery recognised.", "Revenue of %(number)s deliveries recognised."),
            said=_("The installation is confirmed for this day, and its revenue is recognised."),
            on="asked",
            given={"trigger": "installation"},
        ),
    ),
    "held": (
        Act(
            "release",
            _("Release…"),
            sales.release_orders,
            counted("%(number)s order released.", "%(number)s orders released."),
            said=_(
                "They go on from where they stood. Your reason stays with each hold. What cannot be released is named "
                "afterwards."
            ),
            note="note",
            asks=_("Reason"),
        ),
        Act(
            "accept",
            _("Take the platform’s change over…"),
            sales.accept_changes,
            counted("%(number)s order is as the platform sent it.", "%(number)s orders are as the platform sent them."),
            said=_("What the platform sent again takes the place of what stands here; the review looks at it anew."),
            on="today",
        ),
        Act(
            "let-pass",
            _("Let pass over credit…"),
            sales.release_credit,
            counted("%(number)s order let pass.", "%(number)s orders let pass."),
            said=_("Each is let pass by what it lacks."),
            note="note",
            asks=_("Why may it go on?"),
            on="today",
            until=_("Holds until"),
        ),
        _CANCEL,
    ),
    "waiting": (
        Act(
            "reserve",
            _("Reserve again…"),
            sales.reserve_orders,
            counted("%(number)s order moved on.", "%(number)s orders moved on."),
            said=_("Stock is looked for once more, the most urgent first. What still lacks some is named afterwards."),
            on="today",
        ),
        _CANCEL,
    ),
    "difference": (
        Act(
            "accept",
            _("Accept…"),
            sales.accept_differences,
            counted("%(number)s difference accepted.", "%(number)s differences accepted."),
            said=_(
                "What was paid too little becomes expense, what was paid too much income. More than the mapping's "
                "limit is not accepted."
            ),
            note="note",
            asks=_("Reason"),
            on="asked",
        ),
        Act(
            "hand-back",
            _("Hand back…"),
            sales.hand_back_differences,
            counted("%(number)s difference handed back.", "%(number)s differences handed back."),
            said=_("The owner of the shop clears them up with the platform and reads what you ask."),
            note="note",
            asks=_("What is to be cleared up"),
        ),
        Act(
            "match",
            _("Look for the order again…"),
            sales.rematch_differences,
            counted("%(number)s order found.", "%(number)s orders found."),
            said=_("What was paid for an unknown order settles it when it has come."),
            on="today",
        ),
    ),
    "sent_late": (
        Act(
            "dismiss",
            _("Leave aside…"),
            sales.dismiss_changes,
            counted("%(number)s message of a platform left aside.", "%(number)s messages of platforms left aside."),
            said=_("It came when the order had left or was cancelled: the order is not changed by it any more."),
            note="note",
            asks=_("What was agreed"),
        ),
    ),
    "approval": _ANSWERS,
    "approval_late": _ANSWERS,
}
