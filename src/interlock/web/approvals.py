"""What a document's page says of its approvals: whether one is needed, at which node it is and for whom it waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from interlock.core.api import APPROVAL_KINDS, needs_approval
from interlock.core.sql import rows

from .access import Desk
from .queries import approvals as queries


@dataclass(frozen=True)
class Approvals:
    """The requests of a document, newest first, each with its story; ``needed`` when it goes on only with one.

    ``askers`` are the roles that may ask, read where whoever looks may not.
    """

    kind: Any
    document: int
    needed: bool
    asks: bool
    waiting: Any
    askers: list[Any]
    requests: list[tuple[Any, list[dict[str, Any]]]]


def approvals_of(desk: Desk, code: str, document: int, *, version: int, stands: bool) -> Approvals:
    """Read the approvals of a document; ``stands`` says that it is where one could be needed."""
    company, kind = desk.company_id, APPROVAL_KINDS[code]
    found = rows(queries.SQL["of_document"], company=company, document=document, kind=code, me=desk.actor.user_id)
    told = rows(queries.SQL["story"], company=company, ids=[one.id for one in found]) if found else []
    waiting = next((one for one in found if one.state == "waiting"), None)
    needed = stands and bool(needs_approval(company, code, [document]))
    open_to_all = waiting is None or waiting.document_version != version
    asks = needed and open_to_all and desk.may("core.ask_approvals") and desk.may(kind.asks)
    askers = [] if asks or waiting or not needed else rows(queries.SQL["askers"], company=company, asks=kind.asks)
    requests = [(one, _steps([row for row in told if row.request_id == one.id])) for one in found]
    return Approvals(kind, document, needed, asks, waiting, askers, requests)


def _steps(told: list[Any]) -> list[dict[str, Any]]:
    """Group the tasks of a request by its steps."""
    steps: dict[int, dict[str, Any]] = {}
    for row in told:
        steps.setdefault(row.step_id, {"step": row, "tasks": []})["tasks"].append(row)
    return list(steps.values())
