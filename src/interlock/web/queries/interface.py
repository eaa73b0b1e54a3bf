"""Reads of the interface log and of people's requests."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
