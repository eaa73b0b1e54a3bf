"""Reads of the pages of bank accounts, statements and messages."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
