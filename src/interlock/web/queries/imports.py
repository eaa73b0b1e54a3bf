"""Reads of imports: the list, one of them, its rows not taken in."""

from __future__ import annotations

from interlock.core.sql import blocks

SQL = blocks(__file__)
