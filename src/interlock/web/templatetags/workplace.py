"""Filters and tags of the workplace: figures, dates, masks, states, icons."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from .. import words, words_books, words_customer, words_rights, words_tables
from ..icons import ICONS
from ..templating import by_language

register = template.Library()


def chinese() -> bool:
    return (get_language() or "en").startswith("zh")


@register.filter
def name(row: Any) -> str:
    """Answer the name in the reader's language of a row with name_en and name_zh."""
    return str((row.name_zh if chinese() else row.name_en) or "")


@register.filter
def pick(row: Any, stem: str) -> str:
    """Answer ``<stem>_zh`` or ``<stem>_en`` of a row, by the reader's language."""
    return str(getattr(row, f"{stem}_{'zh' if chinese() else 'en'}") or "")


def exact(value: Any) -> Decimal:
    """A figure out of JSON may be a float: its shortest text is the figure that was meant."""
    return value if type(value) is Decimal else Decimal(str(value))


@register.filter
def amount(value: Any) -> str:
    """Money with two decimals and separators; a missing amount is a dash."""
    if value is None or value == "":
        return "–"
    return f"{exact(value):,.2f}"


@register.filter
def money(value: Any) -> str:
    """An amount on its side of an account: nothing where there is none."""
    return amount(value) if value else ""


@register.simple_tag
def count_of(widget: Any, *sources: Any) -> int:
    """Answer a widget's count, from the first source that has it."""
    return next((int(source[widget.figure] or 0) for source in sources if source and widget.figure in source), 0)


@register.filter
def figure(value: Any) -> str:
    """A quantity or price with separators and only the decimals it has (a price at least two)."""
    if value is None or value == "":
        return "–"
    number = exact(value).normalize()
    places = max(0, -int(number.as_tuple().exponent))
    return f"{number:,.{places}f}"


@register.filter
def plain(value: Any) -> str:
    """A figure as it is typed: no separators, only the decimals it has."""
    return "" if value in (None, "") else f"{exact(value).normalize():f}"


@register.filter
def price(value: Any) -> str:
    if value is None or value == "":
        return "–"
    places = max(2, -int(exact(value).normalize().as_tuple().exponent))
    return f"{exact(value):,.{places}f}"


@register.filter
def bounded(value: Any, bound: int = 1000) -> str:
    """A count that was stopped at a bound: "1,000+" beyond it."""
    number = int(value or 0)
    return f"{bound:,}+" if number > bound else f"{number:,}"


@register.filter
def day(value: date | str | None) -> str:
    """A business date: 2026-11-22 in Chinese, 22 Nov 2026 in English."""
    if not value:
        return "–"
    if isinstance(value, str):
        value = date.fromisoformat(value[:10])
    return value.strftime("%Y-%m-%d") if chinese() else f"{value.day} {value.strftime('%b %Y')}"


@register.filter
def month(value: date | None) -> str:
    if not value:
        return "–"
    return f"{value.year} 年 {value.month} 月" if chinese() else value.strftime("%b %Y")


@register.simple_tag(takes_context=True)
def moment(context: Any, value: datetime | None, *, short: bool = False) -> str:
    """A moment in the company's time zone."""
    if not value:
        return "–"
    desk = context.get("desk")
    zone = ZoneInfo(desk.company.time_zone) if desk and desk.company else timezone.get_current_timezone()
    local = value.astimezone(zone)
    return local.strftime("%H:%M") if short else f"{day(local.date())} {local.strftime('%H:%M')}"


@register.filter
def age(value: datetime | None) -> str:
    """How long ago, in one unit."""
    if not value:
        return "–"
    minutes = max(0, int((timezone.now() - value).total_seconds() // 60))
    if minutes < 60:
        return f"{minutes} 分钟" if chinese() else f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} 小时" if chinese() else f"{minutes // 60} h"
    return f"{minutes // 1440} 天" if chinese() else f"{minutes // 1440} d"


@register.filter
def mask_name(value: str | None) -> str:
    """陈晓明 → 陈*, Maria Chen → M*."""
    return f"{value.strip()[:1]}*" if value and value.strip() else "–"


@register.filter
def mask_phone(value: str | None) -> str:
    """13812345621 → 138****21; a short one shows nothing but its end."""
    digits = (value or "").strip()
    if not digits:
        return "–"
    return f"{digits[:3]}****{digits[-2:]}" if len(digits) >= 8 else f"****{digits[-1:]}"


@register.simple_tag
def state(code: str | None) -> SafeString:
    """A state as word, colour and shape."""
    return _drawn_state(code or "", get_language())


@lru_cache(maxsize=1024)
def _drawn_state(code: str, language: str | None) -> SafeString:  # noqa: ARG001  its words depend on it
    word, tone, shape = words.STATES.get(code, (words.why(code), "", "○"))
    return format_html(
        '<span class="w-state" data-tone="{}"><span aria-hidden="true">{}</span>{}</span>', tone, shape, word
    )


@register.simple_tag
def new_key() -> str:
    """A key of its own for a form beside another on the same page."""
    return str(uuid4())


@register.simple_tag
@by_language
def icon(key: str) -> SafeString:
    """A line drawing, inline: no font is loaded for it."""
    return mark_safe(f'<svg class="w-icon" viewBox="0 0 24 24" aria-hidden="true">{ICONS[key]}</svg>')  # noqa: S308


for _name, _table in words_tables.BY_FILTER.items():
    register.filter(_name, words_tables.word_of(_table))


@register.filter
def state_word(code: str) -> str:
    return str(words.STATES[code][0]) if code in words.STATES else code


@register.simple_tag
@by_language
def colon() -> str:
    """The colon between a label and what it labels: Chinese has its own, without a space."""
    return "：" if chinese() else ": "


@register.filter
def nth(values: Any, place: int) -> Any:
    """Answer one of several by its place: the head of a column."""
    return values[place]


@register.filter
def who_word(text: str) -> str:
    """Answer who did something: a person's name, or in words the door through which the system itself did."""
    return str(words.DOORS.get(text, text))


@register.filter
def step_word(code: str) -> str:
    """A code of the timeline: the state reached, or why not."""
    return state_word(code) if code in words.STATES else str(words.reason(code))


@register.filter
def reason_word(code: str) -> str:
    return str(words.reason(code))


@register.filter
def why(code: str) -> str:
    return str(words.why(code))


@register.filter
def hold_way_out(code: str) -> str:
    """What to do about a reason an order is held for."""
    return str(words.REASONS[code][1]) if code in words.REASONS else str(words.way_out(code))


@register.filter
def person(user: Any) -> str:
    """A person's name in its own order: 林晓梅, Grace Moore."""
    if not user.is_authenticated:
        return ""
    if user.last_name and user.last_name[0].isascii():
        return f"{user.first_name} {user.last_name}".strip()
    return f"{user.last_name}{user.first_name}" or str(user.get_username())


@register.filter
def way_out(code: str) -> str:
    return str(words.way_out(code))


@register.simple_tag(takes_context=True)
def may(context: Any, *permissions: str) -> bool:
    desk = context.get("desk")
    return bool(desk and desk.may(*permissions))


@register.simple_tag(takes_context=True)
def with_query(context: Any, **changes: Any) -> str:
    """Answer the page's query string with some parameters changed; None or "" takes one out."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        query.pop(key, None)
        if value not in (None, ""):
            query[key] = str(value)
    return f"?{query.urlencode()}" if query else "?"


@register.filter
def customer_step(code: str) -> str:
    return str(words_customer.STEPS[code])


@register.filter
def customer_asked(code: str) -> str:
    return str(words_customer.ASKED[code])


@register.filter
def cancel_word(code: str) -> str:
    return str(words.cancel_reason(code))


@register.filter
def policy_word(code: str) -> str:
    return str(words_books.POLICIES.get(code, code))


@register.filter
def trigger_of(code: str) -> str:
    """at_receipt → receipt: what must happen for this policy."""
    return code.removeprefix("at_")


@register.filter
def rows(quantity: Decimal) -> int:
    """The height of a field for this many serial numbers."""
    return max(2, min(8, int(quantity)))


@register.filter(name="item")
def item_of(mapping: dict[Any, Any], key: Any) -> Any:
    return mapping.get(key) if mapping else None


@register.filter
def cost(value: Any) -> str:
    """A unit cost: four decimals at most, two at least."""
    return price(round(Decimal(value), 4)) if value is not None else "–"


@register.filter
def signed(value: Any) -> str:
    """A quantity with its direction; nothing where nothing moved."""
    if not value:
        return ""
    return f"+{figure(value)}" if value > 0 else f"-{figure(-value)}"


@register.filter
def debit(balance: Any) -> str:
    return amount(balance) if balance and balance > 0 else ""


@register.filter
def credit(balance: Any) -> str:
    return amount(-balance) if balance and balance < 0 else ""


@register.filter
def percent(value: float) -> str:
    return f"{abs(value):,.1f} %"


@register.filter
def whole(value: Any) -> str:
    """Money on a board, without cents: read from three metres."""
    return f"{round(Decimal(value or 0)):,}"


@register.filter
def close_step(code: str) -> Any:
    return words.closing.STEPS.get(code, code)


@register.filter
def close_side(code: str) -> Any:
    return words.closing.SIDES.get(code, code)


@register.filter
def close_figure(code: str) -> Any:
    return words.closing.FIGURES.get(code, code)


@register.filter
def close_why(code: str) -> Any:
    return words.closing.FINDINGS[code][0]


@register.filter
def close_way_out(code: str) -> Any:
    return words.closing.FINDINGS[code][1]


@register.filter
def close_document(finding: Any) -> str:
    """What a finding is about: the document's number, or in words what it is."""
    if finding.kind == "event":
        return str(words.EVENTS.get(finding.number, finding.number))
    kind = words.KINDS.get(finding.kind) or words.closing.KINDS.get(finding.kind, "")
    return f"{kind} {finding.number}".strip() if finding.kind in words.closing.KINDS else str(finding.number or kind)


@register.filter
def role_names(row: Any) -> str:
    """Answer the roles of a row in the reader's language."""
    return (row.roles_zh if chinese() else row.roles_en) or ""


@register.filter
def partner_word(code: str) -> str:
    """Say what a partner is to us."""
    return str(words_rights.PARTNERS.get(code, code))


@register.filter
def linecount(text: str) -> int:
    return len(text.splitlines())


@register.filter
def joined(stem: str, end: Any) -> str:
    return f"{stem}{end}"
