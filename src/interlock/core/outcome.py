"""What an operation answers: one verdict an id, dense and in input order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

Policy = Literal["partial", "all", "dry_run"]
DONE, ALREADY, SET_REJECTED = "done", "already", "set_rejected"
#: Shared by all verdicts without detail, hence read-only.
_NOTHING: Mapping[str, Any] = MappingProxyType({})
SUCCESS = frozenset({DONE, ALREADY})


class Refusal(Exception):  # noqa: N818  a refusal is not an error of ours: the call was wrong
    """The call itself is wrong (permission, size, key); nothing was done. ``code`` is a public contract."""

    def __init__(self, code: str, **detail: Any) -> None:
        self.code = code
        self.detail = detail
        super().__init__(f"{code} {detail}" if detail else code)


class Verdict(NamedTuple):
    """The answer to one id: ``code`` states a fact, ``detail`` holds the figures and all further reasons."""

    id: int
    code: str
    detail: Mapping[str, Any] = _NOTHING

    @property
    def ok(self) -> bool:
        return self.code in SUCCESS


#: Makes a verdict of a tuple without a frame of Python each.
_verdict: Callable[[tuple[int, str, Any]], Verdict] = partial(tuple.__new__, Verdict)


@dataclass
class Outcome:
    """The verdicts of a set. ``timeline`` names further documents touched, as (document, code)."""

    verdicts: list[Verdict]
    policy: Policy = "partial"
    run_id: int | None = None
    replayed: bool = False
    timeline: list[tuple[int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, judged: Iterable[Any]) -> Outcome:
        """Take judged rows, all (id, code) or all (id, code, detail), under the running call's policy."""
        from .operations import current_policy

        listed = list(judged)
        if listed and len(listed[0]) > 2:
            outcome = cls([_verdict((row[0], row[1], row[2] or _NOTHING)) for row in listed])
        else:
            outcome = cls([_verdict((row[0], row[1], _NOTHING)) for row in listed])
        outcome.policy = current_policy()
        outcome._all_or_none()
        return outcome

    def answer(self, found: Mapping[int, Verdict]) -> None:
        """Put further findings in the place of what was judged, where there are any."""
        self.verdicts = [found.get(verdict.id, verdict) for verdict in self.verdicts]
        self._all_or_none()

    def _all_or_none(self) -> None:
        if self.policy == "all" and not all(verdict.ok for verdict in self.verdicts):
            self.verdicts = [Verdict(v.id, SET_REJECTED, v.detail) if v.code == DONE else v for v in self.verdicts]

    @property
    def accepted(self) -> tuple[int, ...]:
        """Answer the ids to act on: those judged ``done``; none in a dry run."""
        if self.policy == "dry_run":
            return ()
        return tuple([verdict.id for verdict in self.verdicts if verdict.code == DONE])

    @property
    def acts(self) -> bool:
        """Say whether this call writes at all: not in a dry run, nor under ``all`` with a rejection."""
        return self.policy == "partial" or (self.policy == "all" and all(verdict.ok for verdict in self.verdicts))

    @property
    def rejected(self) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if not verdict.ok]

    @property
    def counts(self) -> Counter[str]:
        return Counter(verdict.code for verdict in self.verdicts)

    def table(self) -> list[tuple[int, str]]:
        """Answer (id, code) in input order, as tests read it."""
        return [(verdict.id, verdict.code) for verdict in self.verdicts]
