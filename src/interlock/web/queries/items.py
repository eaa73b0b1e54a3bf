"""Reads of the pages of open items."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
