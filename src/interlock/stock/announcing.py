"""Which events of stock the outside may be told of, and how their documents are numbered."""

from __future__ import annotations

from interlock.core.api import announces, numbered
from interlock.core.sql import blocks

SQL = blocks(__file__)

numbered("movement", SQL["movement"])

announces("movement.posted", "stock.post_movements", "done")
