"""What must hold of stock at every moment, and of stock and books together."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
