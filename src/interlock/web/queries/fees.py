"""Reads of the pages of fees of deals."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
