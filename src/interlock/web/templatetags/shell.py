"""What stands around every page, drawn without template nodes: it is drawn more often than anything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from .workplace import bounded, icon

register = template.Library()


@register.simple_tag
def nav_groups(groups: Sequence[Mapping[str, Any]]) -> SafeString:
    """Draw the groups of the navigation: it stands on every page with sixty links, so without a template."""
    drawn = []
    for group in groups:
        links = "".join([_nav_link(link) for link in group["links"]])
        if group["title"]:
            fold = f'<details data-fold="{group["number"]}"{" open" if group["open"] else ""}><summary>'
            waits = _waiting(group["waits"], "warn") if group["waits"] else ""
            drawn.append(f"{fold}<h2>{escape(group['title'])}</h2>{waits}</summary><ul>{links}</ul></details>")
        else:
            drawn.append(f"<ul>{links}</ul>")
    return mark_safe("\n".join(drawn))  # noqa: S308 - escaped part by part


def _nav_link(link: Mapping[str, Any]) -> str:
    here = ' aria-current="page"' if link["here"] else ""
    waits = _waiting(link["waits"], link["tone"]) if link["waits"] else ""
    return f'<li><a href="{link["url"]}"{here}>{_titled(link["icon"], str(link["title"]))}{waits}</a></li>'


@lru_cache(maxsize=1024)
def _titled(key: str, title: str) -> str:
    """Draw what of a link is the same on every page of a language."""
    return f"{icon(key)}<span>{escape(title)}</span>"


def _waiting(count: int, tone: str) -> str:
    hidden = f'<span class="w-hide"> {escape(gettext("waiting"))}</span>'
    return f'<span class="w-count" data-tone="{tone}">{bounded(count)}{hidden}</span>'
