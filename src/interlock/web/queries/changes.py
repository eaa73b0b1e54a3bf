"""Reads about cancelled and changed orders."""

from interlock.core.sql import blocks

SQL = blocks(
    __file__,
    planned_once=(
        "cancellations",
        "versions",
    ),
)
