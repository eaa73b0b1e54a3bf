"""Reads of the pages of returns."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
