"""Words for what the seals of the audit trail hold."""

from __future__ import annotations

from django import template
from django.apps import apps
from django.utils.translation import gettext

register = template.Library()


@register.filter
def kept_word(table: str) -> str:
    """Answer what a table of the audit trail holds: its model's name, or whose history it is."""
    model = next((one for one in apps.get_models() if one._meta.db_table == table), None)
    if model is None:
        return ""
    followed = getattr(model, "pgh_tracked_model", None)
    if followed is None:
        return str(model._meta.verbose_name_plural)
    return gettext("history of %(what)s") % {"what": followed._meta.verbose_name_plural}
