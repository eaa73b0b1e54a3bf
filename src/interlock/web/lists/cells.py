"""How lists draw what plain text cannot say: names by language, masks, reasons, further documents."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from interlock.core.api import APPROVAL_KINDS

from .. import words
from ..addresses import address
from ..navigation import ORDERS


def chinese() -> bool:
    return (get_language() or "en").startswith("zh")


def name(row: Any) -> str:
    return str((row.name_zh if chinese() else row.name_en) or "")


def named(stem: str) -> Any:
    """Make the function that answers ``<stem>_zh`` or ``<stem>_en`` of a row."""
    return lambda row: str(getattr(row, f"{stem}_{'zh' if chinese() else 'en'}") or "")


def word(table: dict[str, Any], field: str) -> Any:
    """Make the function that answers the word for a code of a row."""

    def look(row: Any) -> str:
        code = getattr(row, field)
        return str(table.get(code, str(code or "").replace("_", " ")))

    return look


def masked_buyer(row: Any) -> str:
    """Buyers are masked in lists and in what is exported from them."""
    from ..templatetags.workplace import mask_name, mask_phone

    return f"{mask_name(row.buyer)} {mask_phone(row.phone)}"


def reasons(row: Any) -> str:
    return " · ".join(str(words.reason(code)) for code in row.reasons or ())


def reasons_cell(row: Any, _desk: Any) -> Any:
    """Show the first reason and how many more."""
    if not row.reasons:
        return ""
    first, *more = (str(words.reason(code)) for code in row.reasons)
    if not more:
        return first
    return format_html('{} <span class="w-state" title="{}">+{}</span>', first, " · ".join(more), len(more))


def order_cell(row: Any, desk: Any) -> Any:
    """Show the first order of a delivery and how many more."""
    if not row.order_id:
        return ""
    more = format_html(' <span class="w-state">+{}</span>', row.orders - 1) if row.orders > 1 else mark_safe("")
    if not desk.opens("order", ORDERS):
        return format_html("{}{}", row.order_number, more)
    return format_html('<a href="{}">{}</a>{}', address("web:order", row.order_id), row.order_number, more)


def what_of_voucher(row: Any) -> str:
    return str(words.EVENTS.get(row.event_kind, row.event_kind)) if row.event_kind else row.text


def origin(row: Any) -> str:
    return _("by hand") if row.origin == "manual" else _("automatic")


def reason_or_party(row: Any) -> str:
    return named("reason")(row) or row.party or ""


def pending_why(row: Any) -> str:
    return str(words.why(row.code)) if row.code else _("Waits for the next posting run")


def pending_why_cell(row: Any, _desk: Any) -> Any:
    if not row.code:
        return pending_why(row)
    return format_html(
        '<span class="w-state" data-tone="bad"><span aria-hidden="true">▲</span>{}</span>', pending_why(row)
    )


def pending_way_out(row: Any) -> str:
    if row.code == "dimension_missing":
        return _("Have the rule carry it, name another account, or ask the account for less.") + _asked_for(row.detail)
    return str(words.way_out(row.code)) if row.code else ""


def _asked_for(detail: Any) -> str:
    """Name the accounts that ask for more than an event says, and what they ask for."""
    found = {(one["account"], one["dimension"]) for one in (detail or {}).get("components", ()) if one.get("account")}
    told = ", ".join(f"{account}: {words.books.DIMENSIONS[name]}" for account, name in sorted(found))
    return f" ({told})" if told else ""


def pending_way_out_cell(row: Any, desk: Any) -> SafeString:
    """Say what to do, with a link to the rule that is missing."""
    if row.code != "no_rule" or not desk.may("finance.keep_rules"):
        return format_html("{}", pending_way_out(row))
    links = format_html_join(
        "",
        ' <a href="{}?event={}&amp;component={}">{}</a>',
        (
            (
                reverse("web:rule-new"),
                row.id,
                component,
                _("Create the rule for %(component)s") % {"component": words.COMPONENTS.get(component, component)},
            )
            for component in row.components or ()
        ),
    )
    return format_html("{}{}", pending_way_out(row), links)


def approval_title(code: str) -> str:
    return str(APPROVAL_KINDS[code].title) if code in APPROVAL_KINDS else code.replace("_", " ")


def approval_kind(row: Any) -> str:
    """Say what is asked, with the reasons that have words."""
    known = [str(words.reason(code)) for code in row.reasons if code in words.REASONS]
    return ": ".join([approval_title(row.kind), *([", ".join(known)] if known else [])])
