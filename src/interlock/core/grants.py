"""What the application's role may do: everything on documents, only SELECT and INSERT on ledgers."""

from __future__ import annotations

from django.apps import apps

from .fields import AppendOnly
from .sql import blocks, run

SQL = blocks(__file__)


def ledger_tables() -> list[str]:
    """Answer the tables that are only ever inserted into."""
    return sorted(model._meta.db_table for model in apps.get_models() if issubclass(model, AppendOnly))


def apply(using: str = "owner") -> None:
    """Grant the application's role what it needs on the migrated schema, and no more."""
    run(SQL["grant_all"], using=using)
    run(SQL["revoke_ledgers"], using=using, tables=ledger_tables())
