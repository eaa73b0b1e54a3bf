"""The door of stock: what is free, promising and issuing inside a caller's operation, serial numbers, movements."""

from .operations.issue import Issued, issue_reserved
from .operations.post_movements import post_movements
from .operations.record_movements import NewLine, NewMovement, record_movement, record_movements
from .operations.reserve import release, reserve
from .operations.serials import (
    Missing,
    SerialVerdict,
    capture_serials,
    give_back_serials,
    judge_serials,
    missing_serials,
)
from .queries.available import Available, available

__all__ = [
    "Available",
    "Issued",
    "Missing",
    "NewLine",
    "NewMovement",
    "SerialVerdict",
    "available",
    "capture_serials",
    "give_back_serials",
    "issue_reserved",
    "judge_serials",
    "missing_serials",
    "post_movements",
    "record_movement",
    "record_movements",
    "release",
    "reserve",
]
