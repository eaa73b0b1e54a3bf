"""How a list's declaration becomes cells and addresses."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from .. import words
from ..addresses import address
from ..imports.catalogue import KINDS
from ..imports.work import IMPORT
from ..lists import LISTS, Column
from ..lists.show import view_address
from ..statements import READ
from . import workplace
from .ways import opens

register = template.Library()

_CLASSES = {"number": "n", "amount": "n", "age": "n", "date": "nowrap", "moment": "nowrap", "link": "nowrap"}
_LABELLED = frozenset({"number", "amount", "date", "moment"})
_PLAIN: dict[str, Callable[[Any], str]] = {
    "number": workplace.figure, "amount": workplace.amount, "date": workplace.day,
}  # fmt: skip


@register.simple_tag(takes_context=True)
def list_rows(context: Any) -> SafeString:
    """Draw the rows of a list: hundreds of cells, so each column says once how its cells are drawn, without a template.

    Whatever a row holds is escaped, unless it says itself that it is markup.
    """
    listing = context["listing"]
    columns = [_drawer(context, column) for column in context["columns"]]
    label = gettext("Select %(number)s") if context.get("acts") else ""
    drawn = []
    for row in context["page"].rows:
        there = f' data-href="{html.escape(address(listing.link, row.id))}"' if listing.link else ""
        box = ""
        if label:
            said = html.escape(label % {"number": label_of(row)})
            box = f'<td class="c"><input type="checkbox" value="{row.id}" aria-label="{said}"></td>'
        drawn.append(f"<tr{there}>{box}{''.join([draw(row) for draw in columns])}</tr>\n")
    return mark_safe("".join(drawn))  # noqa: S308 - escaped cell by cell


@register.simple_tag(takes_context=True)
def cell(context: Any, column: Column, row: Any) -> SafeString:
    """Draw one cell of a list that writes its rows itself."""
    return mark_safe(_drawer(context, column)(row))  # noqa: S308 - escaped


def _drawer(context: Any, column: Column) -> Callable[[Any], str]:
    """Answer what draws a cell of a column; on a phone a figure or a day says what it is."""
    classes = "wide" if column.wide else _CLASSES.get(column.kind, "nowrap" if column.link else "")
    label = _escaped(column.title) if column.kind in _LABELLED else ""
    begins, content = f'<td class="{classes}" data-label="{label}">', _content(context, column)
    return lambda row: f"{begins}{content(row)}</td>"


def _escaped(value: Any) -> str:
    """Escape a text, or leave what is markup, as ``format_html`` does."""
    return str(value.__html__()) if hasattr(value, "__html__") else html.escape(str(value))


def _content(context: Any, column: Column) -> Callable[[Any], str]:
    """Answer what draws the inside of a cell by the kind of its column."""
    if (cell := column.cell) is not None:
        desk = context["desk"]
        return lambda row: _escaped(cell(row, desk))
    of, kind = column.of, column.kind
    if kind == "link":
        page = context["listing"].link
        return lambda row: f'<a href="{html.escape(address(page, row.id))}">{_escaped(of(row))}</a>'
    if kind == "state":
        return lambda row: workplace.state(of(row))
    if kind == "age":
        return lambda row: _age(context, of(row))
    if kind == "moment":
        return lambda row: _escaped(workplace.moment(context, of(row)))
    written = _PLAIN.get(kind) or (lambda value: "" if value is None else value)
    if not column.link or not opens(context, column.link):
        return lambda row: _escaped(written(of(row)))

    def linked(row: Any) -> str:
        value = of(row)
        if not value:
            return _escaped(written(value))
        there = html.escape(address(column.link, getattr(row, column.link_key)))
        return f'<a href="{there}">{_escaped(written(value))}</a>'

    return linked


def _age(context: Any, value: Any) -> str:
    moment = html.escape(workplace.moment(context, value))
    return f'<time datetime="{value.isoformat()}" title="{moment}">{html.escape(workplace.age(value))}</time>'


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
    if job.kind == READ:
        about = job.arguments["name"]
    return f"{words.JOB_KINDS.get(job.kind, job.kind)}{workplace.colon()}{about}"


@register.filter
def through(job: Any) -> int:
    return int(job.succeeded + job.failed)


@register.filter
def refusal_of(job: Any) -> str:
    """Say why a job was refused, with what it kept of it."""
    return words.refusal(job.code, job.arguments.get("refused", {}))


@register.filter
def refusal_text(code: str) -> str:
    return words.refusal(code, {})
