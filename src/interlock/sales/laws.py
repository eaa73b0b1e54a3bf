"""What must hold of orders and deliveries at every moment."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
