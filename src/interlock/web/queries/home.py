"""Reads of the start page."""

from __future__ import annotations

from interlock.core.sql import blocks

SQL = blocks(
    __file__,
    planned_once=(
        "waits",
        "arranged",
    ),
)
