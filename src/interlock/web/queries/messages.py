"""What messages over HTTP name: orders and returns by the numbers of others."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
