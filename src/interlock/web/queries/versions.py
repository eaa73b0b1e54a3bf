"""Reads of what documents were before each change."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
