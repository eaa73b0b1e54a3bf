"""Links that lead somewhere: to pages the reader opens, by role and by what they see; the words stay without a link."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from .. import limits, matrix

register = template.Library()


@lru_cache(maxsize=1)
def _permissions() -> dict[str, tuple[str, ...]]:
    return {page.name: page.permissions for page in matrix.pages()}


@register.simple_tag(takes_context=True)
def opens(context: Any, page: str) -> bool:
    """Say whether the reader opens a page of the workplace: a permission is held and what they see covers it."""
    desk = context.get("desk")
    if not desk or desk.company is None:
        return False
    name = page.removeprefix("web:")
    held = _permissions().get(name, ())
    return (not held or desk.may(*held)) and limits.open_page(desk.actor, desk.company_id, name)


class Way(template.Node):
    """``{% way "web:page" id %}words{% endway %}``: a link where the page opens, the words alone where it does not."""

    def __init__(self, page: Any, given: list[Any], within: template.NodeList) -> None:
        self.page, self.given, self.within = page, given, within

    def render(self, context: Any) -> SafeString:
        page, words = self.page.resolve(context), mark_safe(self.within.render(context))  # noqa: S308 - a template's own
        if not opens(context, page):
            return words
        address = reverse(page, args=[one.resolve(context) for one in self.given])
        return format_html('<a href="{}">{}</a>', address, words)


@register.tag
def way(parser: Any, token: Any) -> Way:
    """Read the page's name and its arguments; the words end at ``endway``."""
    _tag, page, *given = token.split_contents()
    within = parser.parse(("endway",))
    parser.delete_first_token()
    return Way(parser.compile_filter(page), [parser.compile_filter(one) for one in given], within)
