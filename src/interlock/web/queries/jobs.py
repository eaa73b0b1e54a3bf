"""Reads of the pages of jobs."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
