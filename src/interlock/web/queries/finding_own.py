"""Reads of the search: growing tables by key or by the beginning of a key, masters by trigrams and Chinese pairs."""

from __future__ import annotations

from interlock.core.sql import blocks

SQL = blocks(__file__)
