"""Who acts: a person with roles in companies, or the system itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .outcome import Refusal
from .sql import blocks, rows

if TYPE_CHECKING:
    from .models import User

SQL = blocks(
    __file__,
    planned_once=(
        "grants",
        "below",
    ),
)
#: What someone sees of a company: ids by dimension; all of them must hold.
Scope = Mapping[str, frozenset[int]]


@dataclass(frozen=True)
class Actor:
    """Whoever calls an operation, through which door, and what they may do in which company.

    ``grants`` maps a company's id to permission names; None means everything everywhere. ``scopes`` names the companies
    of which they see a part only, ``partner`` what a person is who is not ours, ``menus`` how their roles have them.
    """

    user_id: int | None
    name: str
    door: str
    grants: Mapping[int, frozenset[str]] | None
    scopes: Mapping[int, Scope] = field(default_factory=dict, kw_only=True)
    partner: str = field(default="", kw_only=True)
    menus: Mapping[int, Sequence[Mapping[str, int | None]]] = field(default_factory=dict, kw_only=True)

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

    def scope(self, company: int) -> Scope | None:
        """Answer what of a company this actor sees, None for all of it."""
        return self.scopes.get(company)


def may_everywhere(by: Actor, permission: str) -> bool:
    """Say whether a permission is held in every company there is, and in the whole of each: what is the group's own is
    kept so, not by who works in one company."""
    if by.grants is None:
        return True
    return all(by.may(permission, row.id) and by.scope(row.id) is None for row in rows(SQL["companies"]))


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
    scopes = {row.company_id: _scope(user, row) for row in found if row.scopes or user.partner}
    menus = {row.company_id: row.menus for row in found if any(row.menus)}
    return Actor(user.pk, user.get_username(), door, grants, scopes=scopes, partner=user.partner, menus=menus)


def _scope(user: User, row: Any) -> Scope:
    """Add up the limits of a person and their roles; a partner without a party sees nothing."""
    scope: dict[str, frozenset[int]] = {"party": frozenset()} if user.partner else {}
    for dimension, ids in row.scopes or ():
        own = [user.pk] if dimension == "own" else ids
        if dimension == "department":
            own = _below(row.company_id, ids)
        scope[dimension] = scope.get(dimension, frozenset()).union(own)
    return scope


def _below(company: int, units: Iterable[int]) -> list[int]:
    return [row.id for row in rows(SQL["below"], company=company, ids=list(units))]
