"""Reads of the pages of returns."""

from interlock.core.sql import blocks

SQL = blocks(
    __file__,
    planned_once=(
        "returns",
        "of_orders",
        "active_reasons",
        "all_reasons",
    ),
)
