"""What a buyer may know of their order beside its way."""

from __future__ import annotations

from interlock.core.sql import blocks

SQL = blocks(__file__)
