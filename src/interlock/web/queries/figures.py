"""Figures a day: how the worker counts them, and the kept values that pages draw."""

from __future__ import annotations

from interlock.core.sql import blocks

SQL = blocks(__file__, planned_once=("kept",))
