"""Readings of the workplace: budgets, incentives, what draws from them, and budget against actual."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
