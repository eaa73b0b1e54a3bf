"""The lists of what every context uses: approvals that wait, files people bring, and what is told to other systems."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interlock.core import api as core

from .. import words, words_approval
from ..imports.catalogue import KINDS as IMPORT_KINDS
from ..navigation import APPROVALS, IMPORTS, WEBHOOKS
from ..queries import approvals, imports, webhooks
from . import cells
from .catalogue import RANGE, by_number, by_state
from .declared import Column, Filter, Listing, between

IMPORT_STATES = ("uploaded", "checking", "checked", "taking", "taken", "refused")

IMPORT_LIST = Listing(
    code="imports",
    title=_("Imports"),
    url="web:imports",
    link="web:import",
    permissions=IMPORTS,
    found=imports.SQL["imports_found"],
    rows=imports.SQL["imports"],
    columns=(
        Column("kind", _("Kind of import"), "link", value=lambda row: str(IMPORT_KINDS[row.kind].title)),
        Column("name", _("File"), wide=True),
        Column("total", _("Total"), "number"),
        Column("succeeded", _("Succeeded"), "number"),
        Column("failed", _("Failed"), "number"),
        Column("person", _("By whom"), value=lambda row: row.person or str(_("the system"))),
        Column("created_at", _("When"), "moment"),
        Column("state", _("State"), "state"),
    ),
    filters=(
        Filter("q", _("File"), "text", "term", place="always"),
        by_state(IMPORT_STATES),
        Filter(
            "kind", _("Kind of import"), "choice", choices=tuple(IMPORT_KINDS),
            word=lambda code: IMPORT_KINDS[code].title,
        ),
        *between(_("From"), _("To")),
    ),
)  # fmt: skip

WEBHOOK_LIST = Listing(
    code="webhooks",
    title=_("Webhooks"),
    url="web:webhooks",
    link="web:webhook-delivery",
    permissions=WEBHOOKS,
    found=webhooks.SQL["deliveries_found"],
    rows=webhooks.SQL["deliveries"],
    columns=(
        Column("message", _("Message"), "link", value="number"),
        Column("kind", _("Event"), value=cells.word(words.setup.EVENT_KINDS, "kind")),
        Column("webhook", _("Webhook"), wide=True),
        Column("documents", _("Documents"), "number"),
        Column("state", _("State"), "state"),
        Column("attempts", _("Attempts"), "number"),
        Column("last_status", _("Answer"), "text", value=lambda row: str(row.last_status or "")),
        Column("fault", _("Why"), value=cells.word(words.setup.FAULTS, "fault"), wide=True),
        Column("duration_ms", _("Milliseconds"), "number"),
        Column("next_try_at", _("Next try"), "moment"),
        Column("happened_at", _("Happened"), "age"),
    ),
    filters=(
        by_state(("waiting", "delivered", "failed")),
        Filter("webhook", _("Webhook"), "master", options=webhooks.SQL["webhooks"], place="always"),
        Filter(
            "kind", _("Event"), "choice", choices=tuple(words.setup.EVENT_KINDS),
            word=words.setup.EVENT_KINDS.__getitem__,
        ),
        *between(_("From"), _("To")),
    ),
)  # fmt: skip

INBOX_LIST = Listing(
    code="inbox",
    title=_("Inbox"),
    url="web:inbox",
    link="web:approval",
    permissions=APPROVALS,
    found=approvals.SQL["inbox_found"],
    rows=approvals.SQL["inbox"],
    sums=_("Amount"),
    personal=True,
    columns=(
        Column("number", _("Document"), "link"),
        Column("kind", _("What is asked"), value=cells.approval_kind, wide=True),
        Column("reason", _("Why it is asked"), wide=True),
        Column("amount", _("Amount"), "amount"),
        Column("margin_pct", _("Margin, %"), "number"),
        Column("requester", _("Asked by"), value=lambda row: row.requester or str(_("the system"))),
        Column("waits_for", _("Waits for"), value=lambda row: row.waits_for or "", wide=True),
        Column("state", _("State"), "state", shown=False),
        Column("due_at", _("Due"), "moment"),
        Column("asked_at", _("Age"), "age"),
    ),
    filters=(
        by_number(),
        Filter("box", _("Which"), "hidden", choices=tuple(words_approval.BOXES), word=words_approval.BOXES.__getitem__),
        Filter("kind", _("What is asked"), "choice", choices=core.APPROVAL_KINDS, word=cells.approval_title),
        Filter(
            "state",
            _("State"),
            "choice",
            choices=("waiting", "approved", "rejected", "sent_back", "withdrawn"),
            word=lambda code: words.STATES[code][0],
            place="rare",
        ),
        *RANGE,
    ),
)
