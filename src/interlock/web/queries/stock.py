"""Reads of the stock pages."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
