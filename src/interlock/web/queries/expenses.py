"""Reads of the pages of expense claims."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
