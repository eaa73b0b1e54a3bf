"""Who acts: a person with roles in companies, or the system itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .outcome import Refusal
from .sql import blocks, rows

if TYPE_CHECKING:
    from .models import User

SQL = blocks(__file__)


@dataclass(frozen=True)
class Actor:
    """Whoever calls an operation, through which door, and what they may do in which company.

    ``grants`` maps a company's id to permission names; None means everything everywhere.
    """

    user_id: int | None
    name: str
    door: str
    grants: Mapping[int, frozenset[str]] | None

    def may(self, permission: str, company: int) -> bool:
        """Say whether this permission is held in this company."""
        return self.grants is None or permission in self.grants.get(company, frozenset())

    def require(self, permission: str, company: int) -> None:
        """Refuse whoever does not hold this permission in this company."""
        if not self.may(permission, company):
            raise Refusal("not_permitted", permission=permission, company=company)

    def companies(self) -> list[int] | None:
        """Answer the companies this actor belongs to, None for all."""
        return None if self.grants is None else sorted(self.grants)


def system_actor(door: str) -> Actor:
    """Make the actor of jobs and commands: no user, every permission."""
    return Actor(None, "system", door, None)


def actor_of(user: User, door: str) -> Actor:
    """Make the actor of a signed-in user from their memberships; one query."""
    if not user.is_active:
        return Actor(user.pk, user.get_username(), door, {})
    if user.is_superuser:
        return Actor(user.pk, user.get_username(), door, None)
    found = rows(SQL["grants"], user=user.pk)
    grants = {row.company_id: frozenset(row.permissions or ()) for row in found}
    return Actor(user.pk, user.get_username(), door, grants)
