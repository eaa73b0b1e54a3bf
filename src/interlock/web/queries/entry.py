"""Reads of the pages on which orders are entered."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
