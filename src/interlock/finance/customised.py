"""What of finance may have fields of a company's own."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interlock.core.api import Customised, customised
from interlock.core.sql import blocks

SQL = blocks(__file__)

customised(
    Customised(
        "draft",
        _("Voucher by hand"),
        SQL["draft_found"],
        ("finance.enter_vouchers", "finance.review_vouchers"),
        states=("draft", "sent_back", "submitted", "posted"),
        moves={"finance.submit_drafts": "submitted", "finance.post_drafts": "posted"},
    )
)
