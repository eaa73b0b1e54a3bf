"""Lists, declared once: page, totals, saved views, export and actions on all that match a filter."""

from . import audit, catalogue, items, received, shared
from .declared import LISTS, Asked, Column, Filter, Listing

__all__ = ["LISTS", "Asked", "Column", "Filter", "Listing", "audit", "catalogue", "items", "received", "shared"]
