"""Reads of the chain a document stands in: its neighbours of every kind and its money, bounded."""

from interlock.core.sql import blocks

SQL = blocks(__file__, planned_once=("sales", "claims", "books", "heads", "money"))
