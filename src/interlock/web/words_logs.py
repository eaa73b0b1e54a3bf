"""The words of the logs: messages of other systems, requests of people, what is kept for how long, the machine."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | Promise

STATES: dict[str, tuple[Text, str, str]] = {
    "success": (_("succeeded"), "good", "✓"),
    "stopped": (pgettext_lazy("message", "stopped"), "", "■"),
}
CODES: dict[str, tuple[Text, Text]] = {
    "not_repeatable": (_("This kind of message is not tried again"), _("What a person asked for, they ask for again.")),
    "came_in": (_("It has succeeded"), _("There is nothing left to do.")),
    "content_gone": (
        _("The text as it came is no longer kept"),
        _("Ask the other system to send it again."),
    ),
}
REFUSALS: dict[str, Text] = {
    "key_expired": _("The answers under this key are no longer kept. Ask again under another key."),
}
OPERATIONS: dict[str, Text] = {
    "core.push_messages": _("Messages pushed again"),
    "core.stop_messages": _("Messages stopped"),
}
DIRECTIONS: dict[str, Text] = {
    "in": pgettext_lazy("message", "in"),
    "out": pgettext_lazy("message", "out"),
}
PLACES: dict[str, Text] = {
    "machine": _("this machine"),
    "inside": _("own network"),
    "outside": _("outside"),
}
LOGS: dict[str, tuple[Text, Text]] = {
    "logins": (_("Login log"), _("Under seals: whole sealed parts go, and a seal says so.")),
    "interface": (_("Interface log"), _("Messages with their texts.")),
    "requests": (_("Requests of people"), _("What was asked on pages, with texts; the operations themselves stay.")),
    "verdicts": (
        _("Answers of operations"),
        _("A repeat of a key is refused once its answers are gone."),
    ),
}
