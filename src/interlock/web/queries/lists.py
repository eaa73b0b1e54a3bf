"""Reads of what every list has: its saved views."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
