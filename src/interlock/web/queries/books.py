"""Reads of the pages of the books."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
