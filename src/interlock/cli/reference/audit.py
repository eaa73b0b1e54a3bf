"""The field list of the auditor's files, from the list they are written by."""

from __future__ import annotations

from interlock.finance.api import AUDIT_TABLES

from .text import code, table

_INTRO = """\
`./interlock export audit --company CODE --year YEAR --format xml DIR` writes `accounting.xml` and its schema
`accounting.xsd`; `--format parquet` writes a file a table. Tables and names follow GB/T 24589.1. Amounts are decimals
with two places, quantities with six, never binary fractions. A field without a value is left out of the XML. Read the
lines of `vouchers` in the file's order: they are numbered within their voucher."""


def page() -> str:
    parts = [_INTRO]
    for one in AUDIT_TABLES:
        rows = [[field.name, code(field.column), field.kind, field.about] for field in one.fields]
        parts += [
            f"## {one.name} ({one.file})",
            f"A row: {one.about}.",
            table(["XML", "Parquet", "kind", "what"], rows),
        ]
    return "\n\n".join(parts)
