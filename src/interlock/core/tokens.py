"""Tokens of persons for programs, and how many calls a caller may make.

A token is 256 random bits, so its SHA-256 is enough to keep: there is nothing to guess from, unlike with a password.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .actors import Actor, actor_of
from .models import ApiToken, User
from .sql import blocks, rows, run

SQL = blocks(
    __file__,
    planned_once=(
        "token",
        "count_call",
    ),
)
SIGN = "ilk"


@dataclass(frozen=True)
class TokenScope:
    """What a token may do of what its person may do; empty means all of it."""

    permissions: Sequence[str] = ()
    companies: Sequence[int] = ()


@dataclass(frozen=True)
class TokenActor(Actor):
    """A person calling through a token: narrower than the person, under the token's own allowance."""

    token: int = 0
    calls_a_minute: int | None = None
    label: str = field(default="", kw_only=True)


def make_token(user: User, name: str, expires_at: datetime, scope: TokenScope) -> tuple[ApiToken, str]:
    """Make a token; the answered text is shown once and can never be read again."""
    prefix, secret = f"{SIGN}_{secrets.token_hex(4)}", secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        user=user,
        name=name,
        prefix=prefix,
        secret_hash=_hash(secret),
        permissions=sorted(set(scope.permissions)),
        companies=sorted(set(scope.companies)),
        expires_at=expires_at,
    )
    return token, f"{prefix}_{secret}"


def revoke_tokens(ids: Iterable[int]) -> int:
    """Make tokens void from now on; answers how many were not before."""
    return run(SQL["revoke"], ids=list(ids))


def actor_of_token(text: str, door: str) -> TokenActor | None:
    """Answer who calls with this token, None when it is wrong, expired, revoked or its person may not sign in."""
    prefix, secret = _cut(text)
    found = rows(SQL["token"], prefix=prefix)
    if not found or not hmac.compare_digest(found[0].secret_hash, _hash(secret)) or not found[0].good:
        return None
    token = found[0]
    if token.stale:
        run(SQL["touch"], id=token.id)
    return _narrowed(token, door)


def actor_of_known_token(token_id: int, door: str) -> TokenActor | None:
    """Answer who called with a token, as it would be today; None when it holds no longer."""
    found = rows(SQL["token_of_id"], id=token_id)
    return _narrowed(found[0], door) if found else None


def _narrowed(token: Any, door: str) -> TokenActor:
    person = actor_of(User.objects.get(pk=token.user_id), door)
    grants = _narrow(person, token.permissions, token.companies)
    return TokenActor(
        person.user_id, person.name, door, grants, token.id, token.calls_a_minute,
        scopes=person.scopes, partner=person.partner, label=token.name,
    )  # fmt: skip


def may_call(caller: str, calls_a_minute: int) -> int:
    """Count a call; answer 0, or after how many seconds the next one is allowed.

    An allowance of a minute's calls refills evenly, so a burst of a whole minute is fine and a steady stream is not
    held up. One row a caller, right across all processes.
    """
    given: dict[str, Any] = {"caller": caller[:64], "step": 60 / calls_a_minute}
    if rows(SQL["count_call"], **given):
        return 0
    wait = rows(SQL["wait"], **given)
    return max(1, int(wait[0].seconds)) if wait else 1


def _cut(text: str) -> tuple[str, str]:
    """Part the prefix from the secret, which may hold underscores itself."""
    sign, _mark, rest = text.partition("_")
    name, _mark, secret = rest.partition("_")
    return f"{sign}_{name}", secret


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def _narrow(person: Actor, permissions: Sequence[str], companies: Sequence[int]) -> dict[int, frozenset[str]] | None:
    """Answer what is in both: the person's grants and the token's scope."""
    if not permissions and not companies:
        return None if person.grants is None else dict(person.grants)
    grants = person.grants
    if grants is None:  # an administrator's token that is narrowed
        row = rows(SQL["everything"])[0]
        grants = dict.fromkeys(row.companies, frozenset(row.permissions))
    wanted = frozenset(permissions)
    return {
        company: names & wanted if wanted else names
        for company, names in grants.items()
        if not companies or company in companies
    }
