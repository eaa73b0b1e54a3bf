"""Reads of the posting rules' pages."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
