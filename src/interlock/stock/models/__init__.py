from .movement import Movement, MovementLine, Reason
from .place import Location, Warehouse
from .quantity import Balance, Entry, Quality, Reservation, Serial, SerialEntry
from .value import Pool, ValueEntry

__all__ = [
    "Balance",
    "Entry",
    "Location",
    "Movement",
    "MovementLine",
    "Pool",
    "Quality",
    "Reason",
    "Reservation",
    "Serial",
    "SerialEntry",
    "ValueEntry",
    "Warehouse",
]
