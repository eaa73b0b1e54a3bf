"""What must hold of the ledgers beside the books: tax invoices, credit, currencies, items, budgets, claims, fees."""

from interlock.core.sql import blocks

SQL = blocks(__file__)
