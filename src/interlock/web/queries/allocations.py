"""Readings of the workplace: allocations of a month with how each amount came about."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
