"""What can be approved: one line a kind, declared by the context whose documents they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ..operations import SEQUELS
from ..outcome import Refusal


class Fact(Protocol):
    """What a kind says of one of its documents; ``code`` is why it cannot be approved as it stands, '' if it can.

    ``margin_pct`` is None where there is none or it is not known; ``reasons`` are codes that routes may name.
    """

    id: int
    number: str
    version: int
    amount: Any
    margin_pct: Any
    reasons: list[str]
    code: str


@dataclass(frozen=True)
class ApprovalKind:
    """A kind of approval.

    ``lock`` locks documents by id; ``facts`` answers a ``Fact`` for each that exists in the company. ``on_approved``
    and ``on_returned`` (rejected or sent back) are what it means to the documents, in the answer's own transaction:
    they take the company and a sentence for each document, which is locked and, when approved, without a code.
    ``moved_by`` names the operations that change documents or let them go their way without the approval: what waits
    and no longer fits is taken back in their transaction. They hold the documents locked, and name them.
    """

    code: str
    title: Any
    asks: str
    lock: Callable[[int, Sequence[int]], None]
    facts: Callable[[int, Sequence[int]], Sequence[Any]]
    on_approved: Callable[[int, Mapping[int, str]], None] | None = None
    on_returned: Callable[[int, Mapping[int, str]], None] | None = None
    reasons: Callable[[], Mapping[str, Any]] | None = None
    moved_by: tuple[str, ...] = ()


#: Every kind by its code, in the order in which their documents are locked.
APPROVAL_KINDS: dict[str, ApprovalKind] = {}


def declare_approvals(code: str, title: Any, **parts: Any) -> ApprovalKind:
    """Declare a kind of approval; whoever asks for one holds the permission ``asks``."""
    made = ApprovalKind(code, title, **parts)
    APPROVAL_KINDS[code] = made
    SEQUELS.update(dict.fromkeys(made.moved_by, _follow))
    return made


def _follow(company: int, documents: Sequence[int]) -> None:
    from .asking import follow_documents

    follow_documents(company, documents)


def kind_of(code: str) -> ApprovalKind:
    if code not in APPROVAL_KINDS:
        raise Refusal("unknown_approval_kind", kind=code)
    return APPROVAL_KINDS[code]
