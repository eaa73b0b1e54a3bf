"""The words for work in the background: the worker's queues and jobs, and what people asked for."""

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
    "finance.apply_by_rules": _("apply open items by rule"),
    "finance.ask_banks": _("Banks asked for statuses and statements"),
    "finance.send_to_banks": _("Messages sent to banks"),
    "finance.keep_fees": _("Set the fees of deals aside and settle them"),
    "finance.work_claims": _("Post expense claims and close their items"),
    "finance.seal": _("Seal the vouchers of past days"),
    "finance.call_offices": _("Make the calls to the tax office that are due"),
    "finance.request_by_rule": _("Ask for the invoices that rules ask for"),
    "finance.keep_credit": _("Read payments and bring credit to the day"),
    "finance.read_budgets": _("Take what vouchers spent into the budgets"),
    "web.escalate": _("Tell people what is overdue"),
    "web.refresh_figures": _("Count the figures of the start page"),
    "core.clear_jobs": _("Clear old jobs away"),
    "core.work_jobs": _("Do what people asked for"),
    "core.clear_files": _("Clear old files away"),
    "core.seal_audit": _("Seal the audit trail"),
    "core.deliver_webhooks": _("Send webhooks"),
    "core.clear_logs": _("Let go of old entries of the logs"),
    "core.push_messages": _("Try messages again"),
    "web.alert": _("Ask the alerts"),
}

FOLDERS: dict[str, Text] = {
    "orders": _("Sales orders"),
    "shipments": _("Shipments"),
    "confirmations": _("Confirmations"),
    "statements": _("Statements"),
}

#: kind of a person's job → word
JOB_KINDS: dict[str, Text] = {
    "web.export": _("Export"),
    "web.act": _("Action"),
    "web.print": _("Print"),
    "web.import": _("Import"),
    "web.statement": _("Read a statement"),
    "finance.audit": _("Books for an auditor"),
}

#: The head of an exported column that a list shows as an age.
EXPORTED_MOMENT: Text = _("Moment")
