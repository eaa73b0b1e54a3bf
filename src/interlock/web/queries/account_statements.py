"""Reads of the pages of statements of account."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
