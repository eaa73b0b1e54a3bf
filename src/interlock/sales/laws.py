"""What must hold of orders and deliveries at every moment, and of promotions (``laws_promotions.sql``)."""

from interlock.core.sql import blocks

from . import laws_promotions

SQL = blocks(__file__) | laws_promotions.SQL
