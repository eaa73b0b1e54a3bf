"""Reads of the pages of payment requests and payment runs."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
