"""How a list's declaration becomes cells and addresses."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .. import words
from ..addresses import address
from ..imports.catalogue import KINDS
from ..imports.work import IMPORT
from ..lists import LISTS, Column
from ..lists.show import view_address
from . import workplace

register = template.Library()

_CLASSES = {"number": "n", "amount": "n", "age": "n", "date": "nowrap", "moment": "nowrap", "link": "nowrap"}


@register.simple_tag(takes_context=True)
def cell(context: Any, column: Column, row: Any) -> SafeString:
    """Draw one cell by the kind of its column; on a phone a figure or a day says what it is."""
    classes = "wide" if column.wide else _CLASSES.get(column.kind, "nowrap" if column.link else "")
    label = column.title if column.kind in ("number", "amount", "date", "moment") else ""
    return format_html('<td class="{}" data-label="{}">{}</td>', classes, label, _content(context, column, row))


def _content(context: Any, column: Column, row: Any) -> Any:
    if column.cell is not None:
        return column.cell(row, context["desk"])
    value = column.of(row)
    if column.kind == "link":
        return format_html('<a href="{}">{}</a>', address(context["listing"].link, row.id), value)
    if column.kind == "state":
        return workplace.state(value)
    if column.kind == "age":
        return format_html(
            '<time datetime="{}" title="{}">{}</time>',
            value.isoformat(),
            workplace.moment(context, value),
            workplace.age(value),
        )
    if column.kind == "moment":
        return workplace.moment(context, value)
    drawn = {"number": workplace.figure, "amount": workplace.amount, "date": workplace.day}.get(column.kind)
    text = drawn(value) if drawn else ("" if value is None else value)
    if column.link and value:
        return format_html('<a href="{}">{}</a>', address(column.link, getattr(row, column.link_key)), text)
    return text


@register.simple_tag(takes_context=True)
def opens(context: Any, row: Any) -> str:
    """Answer where a row of the list opens; nothing where it has no page of its own."""
    return address(context["listing"].link, row.id) if context["listing"].link else ""


@register.filter
def view_query(view: Any) -> str:
    return view_address(view)


@register.filter
def label_of(row: Any) -> str:
    """Answer what a row is called in a check box's label."""
    return str(getattr(row, "number", None) or row.id)


@register.filter
def values(query: Any, name: str) -> list[str]:
    """Answer all values of a parameter."""
    return list(query.getlist(name))


@register.filter
def job_title(job: Any) -> str:
    """Say what a job is: the export of a list, or what is done with which documents."""
    listing = LISTS.get(job.arguments.get("list", ""))
    about = listing.title if listing else ""
    if operation := job.arguments.get("operation"):
        return f"{about}{workplace.colon()}{words.OPERATIONS.get(operation, operation)}"
    if job.kind == IMPORT:
        title = f"{words.JOB_KINDS[IMPORT]}{workplace.colon()}{KINDS[job.arguments['kind']].title}"
        return f"{title}, {job.arguments['name']}"
    return f"{words.JOB_KINDS.get(job.kind, job.kind)}{workplace.colon()}{about}"


@register.filter
def through(job: Any) -> int:
    return int(job.succeeded + job.failed)


@register.filter
def refusal_text(code: str) -> str:
    return words.refusal(code, {})
