"""Links that lead somewhere: to pages the reader opens, by role and by what they see; the words stay without a link."""

from __future__ import annotations

from typing import Any

from django import template
from django.apps import apps
from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from .. import matrix
from ..addresses import address
from ..documents import PAGES

register = template.Library()


@register.simple_tag(takes_context=True)
def opens(context: Any, page: str) -> bool:
    """Say whether the reader opens a page of the workplace: a permission is held and what they see covers it.

    ``admin:app_model_action`` is the page of a master, which asks the same of whoever comes.
    """
    desk = context.get("desk")
    if not desk or desk.company is None:
        return False
    known: dict[str, bool] = context.render_context.setdefault("opens", {})  # a page names the same ones line by line
    if page not in known:
        known[page] = _keeps(context["request"], page[6:]) if page.startswith("admin:") else _opens(desk, page)
    return known[page]


def _opens(desk: Any, page: str) -> bool:
    name = page.removeprefix("web:")
    return bool(desk.opens(name, matrix.permissions_of(name) or ()))


def _keeps(request: Any, page: str) -> bool:
    if page == "index":
        return bool(admin.site.has_permission(request))
    app, model, action = page.split("_")
    kept = admin.site.get_model_admin(apps.get_model(app, model))
    asked = kept.has_add_permission if action == "add" else kept.has_view_permission
    return bool(admin.site.has_permission(request) and asked(request))


@register.simple_tag(takes_context=True)
def line_of(context: Any, document: Any, line: int) -> SafeString | str:
    """Name the document of a line, as a link to the line where its page opens."""
    if not opens(context, PAGES[document.kind]):
        return str(document.number)
    return format_html('<a href="{}">{}</a>', address("web:line", line), document.number)


class Way(template.Node):
    """``{% way "web:page" id %}words{% endway %}``: a link where the page opens, the words alone where it does not."""

    def __init__(self, page: Any, key: Any, within: template.NodeList) -> None:
        self.page, self.key, self.within = page, key, within

    def render(self, context: Any) -> SafeString:
        page, words = self.page.resolve(context), mark_safe(self.within.render(context))  # noqa: S308 - a template's own
        if not opens(context, page):
            return words
        return format_html('<a href="{}">{}</a>', address(page, self.key and self.key.resolve(context)), words)


@register.tag
def way(parser: Any, token: Any) -> Way:
    """Read the page's name and its arguments; the words end at ``endway``."""
    _tag, page, *key = token.split_contents()
    within = parser.parse(("endway",))
    parser.delete_first_token()
    return Way(parser.compile_filter(page), parser.compile_filter(key[0]) if key else None, within)
