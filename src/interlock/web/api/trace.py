"""The trace of a document: what it came from, what came of it, and its money, as its page shows it.

Who calls sees of it what they may read: a document of a kind that is closed to them, or out of their sight, is left out
with what leads to it, and ``closed`` says that something is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI, Schema
from pydantic import Field

from interlock.core.api import Actor, scopes

from ..chain import Chain, read_chain
from ..documents import DOCUMENTS as REGISTER
from ..navigation import BOOKS
from ..tracing import total_of
from .kinds import Kind
from .reading import head_of

#: Kinds of the chain that have no place in the register of documents, by their model.
BESIDE = {"stock.Movement": "movement", "finance.BankReceipt": "receipt"}


class TraceNode(Schema):
    """A document, or an accounting event, of a trace."""

    key: str = Field(description="its name in this answer: kind and id")
    kind: str
    id: int
    number: str = Field(description="the number; of an event its kind")
    state: str
    amount: Decimal | None = Field(description="what it is about, in its own currency; null where it has none")
    step: int | None = Field(description="steps from the document asked for, negative before it; null of its money")
    address: str | None = Field(description="where it is read; null where the interface does not offer its kind")


class TraceEdge(Schema):
    """What came of what, with which quantity and amount; null where there is none."""

    source: str
    target: str
    quantity: Decimal | None
    amount: Decimal | None


class Trace(Schema):
    """The documents around one, two steps before and two after, with the events and vouchers of what came of it."""

    nodes: list[TraceNode]
    edges: list[TraceEdge]
    closed: bool = Field(description="something of it may not be read by whoever calls, and is left out")
    left: int = Field(description="how many relations were not read because there are too many")


def code_of_kind(kind: Kind) -> str:
    """Answer the name a kind has in a trace, nothing where it stands in none."""
    found = {one.kind.model._meta.label: code for code, one in REGISTER.items()} | BESIDE
    return found.get(kind.model, "")


def install(api: NinjaAPI, kinds: list[Kind]) -> None:
    """Add the address of the trace to every kind that stands in one."""
    offered = {code: kind for kind in kinds if (code := code_of_kind(kind))}
    for kind in offered.values():
        api.default_router.add_api_operation(
            f"/{kind.path}/{{int:id}}/trace", ["GET"], _view(kind, offered), response={200: Trace}, tags=[kind.path],
            operation_id=f"trace_{kind.path.replace('-', '_')}",
            summary=f"Trace one of {kind.path.replace('-', ' ')}",
            description=" ".join((Trace.__doc__ or "").split()) + "\n\nWhat whoever calls may not read is left out.",
        )  # fmt: skip


def _view(kind: Kind, offered: dict[str, Kind]) -> Callable[..., Any]:
    def view(request: HttpRequest, id: int) -> Any:  # noqa: A002 - the name in the address
        return _trace(kind, offered, request.auth, id)  # type: ignore[attr-defined]

    view.__annotations__ = {"request": HttpRequest, "id": int}
    return view


def _trace(kind: Kind, offered: dict[str, Kind], actor: Actor, key: int) -> dict[str, Any]:
    company = head_of(kind, actor, key)["company_id"]
    chain = read_chain(company, key)
    shown = _Shown(offered)
    seen = _seen(chain, offered, actor, company)
    for one, place in sorted(chain.places.items(), key=lambda item: (item[1], item[0])):
        if one in seen:
            row = chain.known[one]
            shown.node(row.kind, one, row.number, row.state, row.amount, place)
    for edge in chain.edges:
        if edge.source in seen and edge.target in seen:
            source, target = (_name(chain.known[one].kind, one) for one in (edge.source, edge.target))
            shown.edge(source, target, edge.quantity, edge.amount)
    books = actor.scope(company) is None and any(actor.may(name, company) for name in BOOKS)
    if books:
        _money(chain, shown)
    closed = len(seen) < len(chain.known) or bool(chain.money and not books)
    return {"nodes": list(shown.nodes.values()), "edges": shown.edges, "closed": closed, "left": chain.left}


@dataclass
class _Shown:
    """What of a trace is answered."""

    offered: dict[str, Kind]
    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    edges: list[dict[str, Any]] = field(default_factory=list)

    def node(self, kind: str, key: int, number: str, state: str, amount: Any, step: int | None = None) -> str:
        """Answer the name of a node, new or known."""
        name, place = _name(kind, key), self.offered.get(kind)
        self.nodes.setdefault(name, {
            "key": name, "kind": kind, "id": key, "number": number, "state": state, "amount": amount, "step": step,
            "address": f"/api/v1/{place.path}/{key}" if place else None,
        })  # fmt: skip
        return name

    def edge(self, source: str, target: str, quantity: Any, amount: Any) -> None:
        self.edges.append({"source": source, "target": target, "quantity": quantity, "amount": amount})


def _name(kind: str, key: int) -> str:
    return f"{kind}:{key}"


def _seen(chain: Chain, offered: dict[str, Kind], actor: Actor, company: int) -> set[int]:
    """Answer the documents of a chain whose kind is open to who calls, and which are in their sight."""
    by_kind: dict[str, list[int]] = {}
    for row in chain.known.values():
        by_kind.setdefault(row.kind, []).append(row.id)
    scope, seen = actor.scope(company), set()
    for code, ids in by_kind.items():
        kind = offered.get(code)
        if kind is not None and any(actor.may(name, company) for name in kind.permissions):
            seen |= set(ids) if scope is None else scopes.visible(kind.model, company, scope, ids)
    return seen


def _money(chain: Chain, shown: _Shown) -> None:
    """Add the events of what is shown, and what vouchers were made of them."""
    for (event, document), group in _grouped(chain.money, "event_id", "document_id").items():
        source = _name(chain.known[document].kind, document)
        if source not in shown.nodes:
            continue
        first = group[0]
        total = total_of(group)
        name = shown.node("event", event, first.kind, "waiting" if first.pending else "posted", total)
        shown.edge(source, name, None, total)
        for (voucher,), part in _grouped([row for row in group if row.voucher_id], "voucher_id").items():
            one = part[0]
            number = one.voucher or ""
            place = chain.places.get(voucher)
            target = shown.node("voucher", voucher, number, one.voucher_state, one.voucher_amount, place)
            shown.edge(name, target, None, total_of(part))


def _grouped(found: list[Any], *names: str) -> dict[tuple[int, ...], list[Any]]:
    groups: dict[tuple[int, ...], list[Any]] = {}
    for row in found:
        groups.setdefault(tuple(getattr(row, name) for name in names), []).append(row)
    return groups
