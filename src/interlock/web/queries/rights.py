"""Reads of the pages about rights."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
