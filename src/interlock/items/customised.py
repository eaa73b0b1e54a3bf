"""What of items may have fields of a company's own, and what such fields may link to."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interlock.core.api import Customised, customised, linkable
from interlock.core.sql import blocks

SQL = blocks(__file__)

customised(
    Customised(
        "item",
        _("Item"),
        SQL["item_found"],
        ("items.change_item",),
        model="items.Item",
    )
)
linkable("item", _("Item"), SQL["item_linked"])
