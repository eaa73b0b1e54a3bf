"""Readings of the workplace: credit groups and what draws from them."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
