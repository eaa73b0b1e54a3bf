"""What of parties may have fields of a company's own, and what such fields may link to."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interlock.core.api import Customised, customised, linkable
from interlock.core.sql import blocks

SQL = blocks(__file__)

customised(
    Customised(
        "party",
        _("Party"),
        SQL["party_found"],
        ("parties.change_party",),
        model="parties.Party",
    )
)
linkable("party", _("Party"), SQL["party_linked"])
