"""A company's own fields on the pages of its documents and masters."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import template

from interlock.core.api import CUSTOMISED

from ..access import desk_of
from ..custom import panel

register = template.Library()
_PART = "web/parts/custom_fields.html"


@register.inclusion_tag(_PART, takes_context=True)
def own_fields(context: Any, kind: str, document_id: int, state: str = "") -> dict[str, Any]:
    """Show the own fields of a document, to fill where the role may."""
    request = context["request"]
    desk = desk_of(request)
    found = panel(desk, kind, document_id, state) if desk and desk.company else None
    back = request.get_full_path()
    return {"panel": found, "key": uuid4(), "back": back, "csrf_token": context.get("csrf_token"), "desk": desk,
            "request": request}  # fmt: skip


@register.inclusion_tag(_PART, takes_context=True)
def own_fields_of_master(context: Any) -> dict[str, Any]:
    """Show the own fields of a master below its form, for the company looked at."""
    original = context.get("original")
    if original is None:
        return {"panel": None}
    label = original._meta.label
    kind = next((one.kind for one in CUSTOMISED.values() if one.model == label), None)
    return own_fields(context, kind, original.pk) if kind else {"panel": None}
