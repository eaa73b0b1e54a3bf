"""Reads of the worker's page, of the health check and of the metrics."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
