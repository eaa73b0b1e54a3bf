"""Reads of the delivery pages."""

from interlock.core.sql import blocks

SQL = blocks(
    __file__,
    planned_once=(
        "warehouses",
        "deliveries",
        "delivery",
        "lines",
    ),
)
