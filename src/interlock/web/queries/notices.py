"""Reads of a person's notices."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
