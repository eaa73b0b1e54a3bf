"""How the sample company's masters are written: field by field checked, then in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.apps import apps
from django.db import models

Row = TypeVar("Row", bound=models.Model)


def table(label: str) -> Any:
    """Answer the model of ``context.Name``; masters are plain forms, so their table is their door."""
    return apps.get_model(label)


def write(label: str, rows: Iterable[dict[str, Any]]) -> list[Any]:
    """Write rows of a master: every field is checked as its form would, the database proves the rest."""
    model = table(label)
    links = {field.name for field in model._meta.fields if field.is_relation}  # noqa: SLF001 - Django's public meta
    found = [model(**row) for row in rows]
    for row in found:
        row.clean_fields(exclude=links | {"id"})
        row.clean()
    return list(model.objects.bulk_create(found, batch_size=2000))


def by_code(rows: Sequence[Row], attribute: str = "code") -> dict[str, Row]:
    """Answer rows by their code."""
    return {getattr(row, attribute): row for row in rows}
