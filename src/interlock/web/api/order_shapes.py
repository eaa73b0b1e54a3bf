"""What a call says of orders as they shall be."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from .shapes import Figure, Strict


class ChangedLine(Strict):
    """A line as it shall be: ``line`` is its number, none adds one; quantity 0 takes it out."""

    line: Annotated[int, Field(ge=1, le=32_767)] | None = None
    item: Annotated[str, Field(max_length=40)] = ""
    quantity: Annotated[Figure, Field(ge=0, le=10**9)] | None = None
    unit_price: Annotated[Figure, Field(ge=0, le=10**9)] | None = None


class ChangedOrder(Strict):
    """What an order shall be; a field that is not named stays as it is."""

    buyer: Annotated[str, Field(max_length=80)] = ""
    phone: Annotated[str, Field(max_length=40)] = ""
    province: Annotated[str, Field(max_length=40)] = ""
    city: Annotated[str, Field(max_length=40)] = ""
    district: Annotated[str, Field(max_length=40)] = ""
    address: Annotated[str, Field(max_length=240)] = ""
    remark: Annotated[str, Field(max_length=240)] = ""
    wanted_on: date | None = None
    lines: Annotated[list[ChangedLine], Field(max_length=2_000)] = []


class WrittenChange(ChangedOrder):
    """What an order shall be; ``document`` and ``version`` name the draft this takes the place of."""

    document: Annotated[int, Field(ge=1, le=2**63 - 1)] | None = None
    version: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None


OrderId = Annotated[int, Field(ge=1, le=2**63 - 1)]
CHANGES: dict[str, Any] = {"changes": dict[OrderId, ChangedOrder]}
