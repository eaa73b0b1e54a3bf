"""Reads of settlement: statements, their lines, differences, bank receipts."""

from interlock.core.sql import blocks

SQL = blocks(__file__, planned_once=("of_order",))
