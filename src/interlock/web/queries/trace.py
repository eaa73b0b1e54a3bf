"""Reads of the trace: what led to a document and what came of it, bounded."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
