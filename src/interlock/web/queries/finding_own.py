"""Reads of the search in a company's own fields."""

from __future__ import annotations

from interlock.core.sql import blocks

SQL = blocks(__file__)
