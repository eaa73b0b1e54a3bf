"""Reads of the board and of the feeds."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
