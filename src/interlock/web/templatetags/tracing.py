"""The trace as SVG and as a table: hundreds of figures, so without template nodes."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.urls import resolve
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from ..drawing import BOX_HEIGHT, BOX_WIDTH, Edge, Node, Picture
from .ways import opens

register = template.Library()
ID = re.compile(r"\d+")


@cache
def _page_at(path: str) -> str:
    """Answer the page of an address whose ids are all 1: hundreds of boxes are of a handful of pages."""
    return resolve(path).view_name


def _closed(context: Any, trace: Picture) -> set[str]:
    """Answer the addresses of a trace that the reader may not open."""
    pages = {node.href: _page_at(ID.sub("1", urlsplit(node.href).path)) for node in trace.nodes.values() if node.href}
    return {href for href, page in pages.items() if page.startswith("web:") and not opens(context, page)}


@register.simple_tag(takes_context=True)
def trace_picture(context: Any, trace: Picture) -> SafeString:
    """Draw heads, edges, boxes, and how many more there are; a box that does not open for the reader is no link."""
    closed = _closed(context, trace)
    drawn = [f'<text class="column" x="{x}" y="16">{escape(title)}</text>' for x, title in trace.heads()]
    edges = trace.drawn_edges()
    drawn += [f'<path class="edge" d="{edge.path}"/>' for edge, _anchor in edges]
    drawn += [_label(edge, anchor) for edge, anchor in edges]
    drawn += [_box(node, closed) for node in trace.nodes.values()]
    for x, y, count in trace.more():
        said = escape(gettext("and %(count)s more") % {"count": count})
        drawn.append(f'<text class="text" x="{x}" y="{y}">{said}</text>')
    return mark_safe("\n".join(drawn))  # noqa: S308 - escaped part by part


def _label(edge: Edge, anchor: str) -> str:
    begins = f'<text class="label" x="{edge.x}" text-anchor="{anchor}" y='
    below = f'{begins}"{edge.y + 20}">{escape(edge.below)}</text>' if edge.below else ""
    return f'{begins}"{edge.y}">{escape(edge.label)}</text>{below}'


def _box(node: Node, closed: set[str]) -> str:
    marks = ("open " if node.is_open else "") + ("here" if node.here else "")
    x, y = node.x, node.y
    box = (
        f'<rect class="box" x="{x}" y="{y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="7"/>'
        f'<text class="head" x="{x + 10}" y="{y + 21}">{escape(node.title)}</text>'
        f'<text class="text" x="{x + 10}" y="{y + 39}">{escape(node.text)}</text>'
    )
    linked = f'<a href="{escape(node.href)}">{box}</a>' if node.href and node.href not in closed else box
    return f'<g class="{marks}">{linked}</g>'


@register.simple_tag(takes_context=True)
def trace_listing(context: Any, trace: Picture) -> SafeString:
    """Write the edges as rows of a table."""
    closed = _closed(context, trace)
    drawn = [
        f"<tr><td>{_named(source, closed)}</td><td>{escape(label)}</td><td>{_named(target, closed)}</td></tr>"
        for source, label, target in trace.listing()
    ]
    return mark_safe("".join(drawn))  # noqa: S308 - escaped part by part


def _named(node: Node, closed: set[str]) -> str:
    title = escape(node.title)
    linked = f'<a href="{escape(node.href)}">{title}</a>' if node.href and node.href not in closed else title
    return f"{linked} {escape(node.text)}"
