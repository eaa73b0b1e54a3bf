"""Lists, declared once: page, totals, saved views, export and actions on all that match a filter."""

from . import audit, bank, budgets, catalogue, changes, credit, interface, items, received, shared, taxes
from .declared import LISTS, Asked, Column, Filter, Listing

__all__ = [
    "LISTS", "Asked", "Column", "Filter", "Listing",
    "audit", "bank", "budgets", "catalogue", "changes", "credit", "interface", "items", "received", "shared", "taxes",
]  # fmt: skip
