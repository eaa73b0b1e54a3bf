"""Reads of the shell: companies, what waits, search, which document a number or a line is."""

from __future__ import annotations

from interlock.core.sql import blocks

SQL = blocks(__file__)
BOUND = 1000
