"""Reads of the logs: who signed in, what was done."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
