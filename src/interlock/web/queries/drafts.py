"""Reads of the pages of vouchers by hand."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
