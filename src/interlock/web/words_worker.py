"""The words for the worker: what waits for it, what it does, the folders it watches."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

#: What waits for the worker.
QUEUES: dict[str, Text] = {
    "files": _("Files to read"),
    "received": _("Orders to review"),
    "reviewed": _("Orders to reserve stock for"),
    "reserved": _("Orders to hand to the warehouse"),
    "no_stock": _("Orders that wait for stock"),
    "to_post": _("Events to post"),
    "refused": _("Events without a rule"),
    "set_aside": _("Documents set aside after a defect"),
}

JOBS: dict[str, Text] = {
    "sales.take_in": _("Read the watched folder"),
    "sales.advance": _("Bring orders forward"),
    "finance.post_pending": _("Post events to the books"),
    "finance.make_recurring": _("Draft the month's recurring vouchers"),
    "finance.seal": _("Seal the vouchers of past days"),
    "core.clear_jobs": _("Clear old jobs away"),
}

FOLDERS: dict[str, Text] = {
    "orders": _("Sales orders"),
    "shipments": _("Shipments"),
    "confirmations": _("Confirmations"),
}
