"""Reads of custom fields: what was changed, by whom."""

from interlock.core.sql import blocks

SQL = blocks(__file__, planned_once=("changes",))
