"""What documents of items are joined with as they are posted: suppliers' invoices, and what accounts ask lines for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from interlock.core.sql import blocks, column, rows, run

from ..operations.vouchers import ManualVoucher

SQL = blocks(__file__)


def invoices_of(company: int, bills: Sequence[int]) -> dict[int, Any]:
    """Answer the supplier's invoice of each bill that was taken in under its number."""
    if not bills:
        return {}
    run(SQL["lock_numbers"])
    return {row.document_id: row for row in rows(SQL["invoices"], company=company, ids=column(bills))}


def join_invoices(company: int, joined: Sequence[Any]) -> None:
    """Let invoices belong to the bills just posted: verified, they are not booked again."""
    if joined:
        invoices, bills = ([getattr(row, name) for row in joined] for name in ("invoice_id", "document_id"))
        assert run(SQL["join_invoices"], company=company, invoices=column(invoices), bills=column(bills)) == len(joined)


def lacking(voucher: ManualVoucher, accounts: Mapping[str, Any], lines: Sequence[Any]) -> dict[str, str]:
    """Answer the first account of a document's voucher that asks for what its line does not say, and the dimension.

    A document says its party on every line and a department or shop where one is named; nothing else can be said.
    """
    kinds = {line.unit_id: line.unit_kind for line in lines if line.unit_id}
    for line in voucher.lines:
        said = {"party"} if line.party else set()
        said |= {kinds[line.unit]} if line.unit in kinds else set()
        for dimension in accounts[line.account].required if line.account in accounts else ():
            if dimension not in said:
                return {"account": line.account, "dimension": dimension}
    return {}
