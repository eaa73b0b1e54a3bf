"""What must hold of promotions, coupons and what platforms bear."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
