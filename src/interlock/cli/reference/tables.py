"""Tables and columns, from the models."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.models import CheckConstraint, Field, ForeignKey, Model, UniqueConstraint

from interlock.core.fields import Ledger

from .text import code, doc, table

_INTRO = """\
A *ledger* is only ever inserted into: the role of the application holds no UPDATE and DELETE on it, and a trigger
refuses both. A table with *history* keeps every version of a row in the table `<table>event`, written by triggers. A
*loose* link has no foreign key in the database; `./interlock check` proves it. Types: `numeric(20,6)` are pieces and
prices, `numeric(20,2)` amounts; `…_on` is a business date, `…_at` a moment in UTC."""


def models() -> dict[str, list[type[Model]]]:
    """Answer the models of every context in the order of the layers, without the tables of history."""
    found: dict[str, list[type[Model]]] = defaultdict(list)
    for model in apps.get_models():
        if model.__module__.startswith("interlock.") and not hasattr(model, "pgh_tracked_model"):
            found[model._meta.app_label].append(model)
    return found


def page() -> str:
    lines = [_INTRO]
    for context, found in models().items():
        lines += ["", f"## {context}"]
        for model in found:
            lines += ["", _describe(model)]
    return "\n".join(lines)


def _describe(model: type[Model]) -> str:
    kinds = ["ledger"] if issubclass(model, Ledger) else []
    kinds += ["history"] if hasattr(model, "pgh_event_models") and model.pgh_event_models else []
    note = f" ({', '.join(kinds)})" if kinds else ""
    rows = [_column(field) for field in model._meta.get_fields() if isinstance(field, Field) and field.column]
    held = [f"- {_constraint(one)}" for one in model._meta.constraints]
    columns = table(["column", "type", "empty", "leads to"], rows)
    lines = [f"### {model._meta.db_table}{note}", "", doc(model), "", columns]
    return "\n".join([*lines, "", *held]) if held else "\n".join(lines)


def _column(field: Field[Any, Any]) -> tuple[str, str, str, str]:
    kind = (field.db_type(connections["default"]) or "").split(" GENERATED")[0]
    leads = ""
    if isinstance(field, ForeignKey):
        link: Any = field
        leads = code(link.related_model._meta.db_table) + ("" if link.db_constraint else " (loose)")
    return code(field.column), kind, "yes" if field.null else "", leads


def _constraint(constraint: Any) -> str:
    if isinstance(constraint, UniqueConstraint):
        where = " where it applies" if constraint.condition is not None else ""
        return f"unique{where}: {', '.join(code(name) for name in constraint.fields)} ({code(constraint.name)})"
    kind = "check" if isinstance(constraint, CheckConstraint) else "exclusion"
    return f"{kind}: {code(constraint.name)}"
