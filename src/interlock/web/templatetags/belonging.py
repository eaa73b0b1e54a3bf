"""Which earlier month a late fact belongs to: said wherever a line of the books is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .workplace import month

register = template.Library()


def months_before(fact_on: date | None, posting_on: date | None) -> list[date]:
    """Answer the month that a fact belongs to where it is posted in a later one."""
    if not fact_on or not posting_on:
        return []
    of = fact_on.replace(day=1)
    return [of] if of < posting_on.replace(day=1) else []


def belongs(months: Sequence[date]) -> str:
    """Say which months late facts belong to; nothing where there are none."""
    return _("belongs to %(month)s") % {"month": ", ".join(month(one) for one in months)} if months else ""


@register.simple_tag
def belongs_to(months: Sequence[date] | None) -> SafeString:
    """Show which earlier months belong here; for a single fact use ``belongs_before``."""
    return format_html(' <span class="w-why">{}</span>', belongs(months)) if months else SafeString("")


@register.simple_tag
def belongs_before(fact_on: date | None, posting_on: date | None) -> SafeString:
    return belongs_to(months_before(fact_on, posting_on))
