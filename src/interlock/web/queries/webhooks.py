"""Reads of webhooks: the subscriptions, and what was or is to be sent to them."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
