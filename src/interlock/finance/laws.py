"""What must hold of events, journal, vouchers and balances at every moment."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
