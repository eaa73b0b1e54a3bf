"""Reads of the order pages."""

from interlock.core.sql import blocks

SQL = blocks(
    __file__,
    planned_once=(
        "shops",
        "channels",
        "orders",
        "order",
        "line_place",
        "lines",
        "holds",
        "checks",
        "changes",
        "supply",
        "delivery_ids",
    ),
)
