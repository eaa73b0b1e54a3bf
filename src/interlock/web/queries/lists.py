"""Reads of what every list has: its saved views."""

from interlock.core.sql import blocks

SQL = blocks(__file__, planned_once=("views",))
