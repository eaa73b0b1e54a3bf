"""Reads about changes of orders as documents."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
