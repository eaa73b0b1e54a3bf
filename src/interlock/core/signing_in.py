"""What happened at the door, written down; who must show a second factor; locks and their end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from .sql import blocks, rows, run

SQL = blocks(__file__)


@dataclass(frozen=True)
class Caller:
    """Who knocks from where, as far as a request tells."""

    door: str
    address: str
    user_agent: str


@dataclass(frozen=True)
class SecondFactor:
    """Whether a person has a second factor, and whether a rule asks for one."""

    has: bool
    required: bool

    @property
    def missing(self) -> bool:
        return self.required and not self.has


def write_login(
    what: str, name: str, caller: Caller, *, user: int | None = None, by: int | None = None, method: str = ""
) -> None:
    """Write an entry of the login log."""
    run(
        SQL["write"],
        what=what,
        name=_plain(name)[:150],
        user=user,
        by=by,
        method=method[:24],
        door=caller.door[:16],
        address=caller.address or None,
        user_agent=_plain(caller.user_agent)[:160],
    )


def _plain(text: str) -> str:
    return text.replace("\0", "").encode(errors="replace").decode()


def second_factor_of(user: int) -> SecondFactor:
    """Answer what is known of a person's second factor."""
    row = rows(SQL["second_factor"], user=user)[0]
    return SecondFactor(row.has, row.required)


def locks(limit: int, cool_off: timedelta) -> list[Any]:
    """Answer the names that are locked out at an address, with the moment each may try again."""
    return rows(SQL["locks"], limit=limit, cool_off=cool_off)


def locked_until(name: str, address: str, limit: int, cool_off: timedelta) -> datetime | None:
    """Answer until when a name is locked out at an address; None when it is not."""
    found = [row.until for row in locks(limit, cool_off) if row.username == name and row.address == address]
    return max(found) if found else None
