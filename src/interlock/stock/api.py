"""The door of stock: what is free, promising and issuing inside a caller's operation, serial numbers, movements."""

from .operations.issue import issue_reserved
from .operations.post_movements import post_movements
from .operations.rebuild import Difference, rebuild_balances
from .operations.record_movements import NewLine, NewMovement, record_movement, record_movements, recorded_movements
from .operations.reserve import release, reserve
from .operations.returns import Pieces, move_quality, scrap, take_back
from .operations.serials import (
    Missing,
    SerialVerdict,
    capture_serials,
    give_back_serials,
    judge_serials,
    missing_serials,
)
from .queries.available import Available, available
from .queries.stock import (
    EntryRow,
    ReservationRow,
    SerialStep,
    StockRow,
    cost_of,
    entries_of,
    reservations_of,
    serial_life,
    serials_of,
    stock_of,
)

__all__ = [
    "Available",
    "Difference",
    "EntryRow",
    "Missing",
    "NewLine",
    "NewMovement",
    "Pieces",
    "ReservationRow",
    "SerialStep",
    "SerialVerdict",
    "StockRow",
    "available",
    "capture_serials",
    "cost_of",
    "entries_of",
    "give_back_serials",
    "issue_reserved",
    "judge_serials",
    "missing_serials",
    "move_quality",
    "post_movements",
    "rebuild_balances",
    "record_movement",
    "record_movements",
    "recorded_movements",
    "release",
    "reservations_of",
    "reserve",
    "scrap",
    "serial_life",
    "serials_of",
    "stock_of",
    "take_back",
]
