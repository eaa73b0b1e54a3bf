"""Reads of what stands beside a document: files, comments; and of what a company prints with."""

from interlock.core.sql import blocks

SQL = blocks(
    __file__,
    planned_once=(
        "comments",
        "files",
    ),
)
