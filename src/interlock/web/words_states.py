"""The words for the states of documents, of every context."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import words_approval as approval
from . import words_bank as bank
from . import words_books as books
from . import words_changes as changes
from . import words_closing as closing
from . import words_credit as credit
from . import words_entry as entry
from . import words_items as items
from . import words_logs as logs
from . import words_rights as rights
from . import words_setup as setup
from . import words_taxes as taxes
from .words_imports import IMPORT_STATES
from .words_promotion import PROMOTION_STATES, Text
from .words_signing_in import STATES as SIGN_IN_STATES

#: state → (word, tone, shape); the shape says it without colour.
STATES: dict[str, tuple[Text, str, str]] = {
    **bank.STATES,
    **books.STATES,
    **items.STATES,
    **entry.STATES,
    **changes.STATES,
    **credit.STATES,
    **SIGN_IN_STATES,
    "received": (_("received"), "", "○"),
    "held": (_("held"), "warn", "▲"),
    "reviewed": (_("reviewed"), "info", "◔"),
    "reserved": (_("reserved"), "info", "◑"),
    "released": (_("to ship"), "info", "◕"),
    "shipped": (_("shipped"), "good", "➔"),
    "recognised": (_("recognised"), "good", "✓"),
    "announced": (_("announced"), "", "○"),
    "inspected": (_("inspected"), "info", "◕"),
    "refunded": (_("refunded"), "good", "✓"),
    "cancelled": (_("cancelled"), "", "✕"),
    "scrapped": (_("scrapped"), "", "✕"),
    "draft": (_("draft"), "", "○"),
    "posted": (_("posted"), "good", "✓"),
    "collecting": (_("collecting"), "info", "◑"),
    "open": (_("open"), "good", "○"),
    "to_clear_up": (_("to clear up"), "warn", "○"),
    "closed": (_("closed"), "", "■"),
    "missing": (_("not opened"), "warn", "–"),
    "staged": (_("being read"), "info", "◑"),
    "done": (_("done"), "good", "✓"),
    "waiting": (pgettext_lazy("job", "waiting"), "", "○"),
    "running": (pgettext_lazy("job", "running"), "info", "◑"),
    "failed": (pgettext_lazy("job", "failed"), "bad", "✕"),
    "stopped": (pgettext_lazy("job", "stopped"), "", "■"),
    "in_stock": (_("in stock"), "good", "●"),
    "captured": (_("picked"), "info", "◑"),
    "issued": (_("issued"), "", "➔"),
    "cleared": (_("cleared"), "", "✓"),
    "dismissed": (_("dismissed"), "", "✓"),
    "accepted": (_("accepted"), "good", "✓"),
    "hold": (_("on hold"), "warn", "▲"),
    "good": (_("good"), "good", "●"),
    "imported": (_("imported"), "info", "◔"),
    "matched": (_("matched"), "info", "◑"),
    "paid": (_("paid"), "good", "✓"),
    "short_paid": (_("paid too little"), "warn", "▼"),
    "over_paid": (_("paid too much"), "warn", "▲"),
    "unknown_order": (_("unknown order"), "bad", "?"),
    "already_settled": (_("settled before"), "bad", "■"),
    "customer_order": (_("order of a customer"), "bad", "■"),
    "refund_matched": (_("refund matched"), "good", "✓"),
    "refund_differs": (_("refund differs"), "warn", "▲"),
    "not_settled": (_("not settled"), "warn", "○"),
    "handed_back": (_("handed back"), "info", "↩"),
    "recorded": (_("recorded"), "info", "○"),
    "tied": (_("tied"), "good", "✓"),
    **PROMOTION_STATES,
    **IMPORT_STATES,
    **closing.STATES,
    **taxes.STATES,
    **rights.STATES,
    **approval.STATES,
    **setup.STATES,
    **logs.STATES,
}
