"""What must hold of items and their bills of material."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
