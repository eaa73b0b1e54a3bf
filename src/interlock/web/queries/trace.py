"""Reads of the trace: what led to a document and what came of it, bounded."""

from interlock.core.sql import blocks

SQL = blocks(
    __file__,
    planned_once=(
        "goods",
        "goods_by_document",
        "order_lines",
        "orders",
        "money",
        "money_by_document",
        "settled",
    ),
)
