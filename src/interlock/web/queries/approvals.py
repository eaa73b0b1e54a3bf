"""Reads about approvals: a person's inbox, a document's way, deputies, what is overdue."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
