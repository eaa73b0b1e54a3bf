"""The door of stock: what is free, promising and issuing inside a caller's operation, serial numbers, movements."""

from .operations.issue import Issued, issue_reserved
from .operations.reserve import release, reserve
from .queries.available import Available, available

__all__ = [
    "Available",
    "Issued",
    "available",
    "issue_reserved",
    "release",
    "reserve",
]
