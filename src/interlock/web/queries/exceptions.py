"""Reads of the exceptions, one block a kind."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
