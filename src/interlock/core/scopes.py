"""What a person sees of a company: declared once a kind, kept in lists, pages, operations and the interface alike.

A kind names, for each dimension it has, the way from its row to the column that is compared, as Django writes it
(``shop``, ``shop__customer``). Whoever is limited sees a row when every dimension of theirs that the kind declares
holds, and at least one must be declared: a kind without a declaration is closed to them. Whoever is not limited pays
nothing: no statement is added and none is another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from .actors import Actor, Scope
from .models import DataScope
from .sql import Block, column

DIMENSIONS: tuple[str, ...] = tuple(DataScope.Dimension.values)
_WHERE = re.compile(r"^ WHERE ", re.MULTILINE)


@dataclass(frozen=True)
class Scoped:
    """A kind of document or master and its way to each dimension."""

    model: str
    ways: Mapping[str, str]

    @property
    def table(self) -> type[Model]:
        return apps.get_model(self.model)


#: Every declared kind by its model, what each operation works on, and operations that narrow their sets themselves.
KINDS: dict[str, Scoped] = {}
WORKS_ON: dict[str, str] = {}
#: The master whose ids a dimension names; ``own`` names none.
MASTERS: dict[str, str] = {"department": "core.Unit"}
OWN: set[str] = {
    "core.read_notices", "core.write_comments", "core.attach_files", "core.remove_attachments",
    "core.approve_requests", "core.reject_requests", "core.send_back_requests", "core.withdraw_requests",
    "core.delegate_approvals", "core.end_delegations",
}  # fmt: skip


def declare(model: str, **ways: str) -> None:
    """Say how rows of a model are limited."""
    assert set(ways) <= set(DIMENSIONS), f"{model}: unknown dimension"
    KINDS[model] = Scoped(model, ways)


def dimension(name: str, model: str) -> None:
    """Say which master a dimension's ids are of."""
    assert name in DIMENSIONS, f"{name} is no dimension"
    MASTERS[name] = model


def members(name: str, company: int, ids: Iterable[int]) -> set[int]:
    """Answer those of these ids that a dimension knows in a company."""
    if name not in MASTERS:
        return set()
    table = apps.get_model(MASTERS[name])
    found = table._default_manager.filter(pk__in=list(ids))
    return set((found.filter(company_id=company) if owned(table) else found).values_list("pk", flat=True))


def works_on(model: str, *operations: str) -> None:
    """Say that the ids of these operations are rows of a declared kind; any other is closed to whoever is limited."""
    assert model in KINDS, f"{model} is not declared"
    for one in operations:
        WORKS_ON[one] = model


def of_ones_own(*operations: str) -> None:
    """Say that these operations answer only what is the actor's own, or, told a kind, what the actor sees of it."""
    OWN.update(operations)


def condition(model: str, scope: Scope) -> Q | None:
    """Answer what a row must fulfil to be seen under a scope, None when the kind is closed under it."""
    kind = KINDS.get(model)
    held = [name for name in scope if kind is not None and name in kind.ways]
    if kind is None or not held:
        return None
    return Q(**{f"{kind.ways[name]}__in": sorted(scope[name]) for name in held})


def narrow(found: QuerySet[Any], model: str, scope: Scope | None) -> QuerySet[Any]:
    """Leave of a reading what is seen under a scope."""
    if scope is None:
        return found
    wanted = condition(model, scope)
    return found.none() if wanted is None else found.filter(wanted)


def visible(model: str, company: int, scope: Scope, ids: Iterable[int]) -> set[int]:
    """Answer those of these rows of a company that are seen under a scope."""
    table = KINDS[model].table if model in KINDS else None
    if table is None:
        return set()
    found = table._default_manager.filter(pk__in=list(ids))
    if owned(table):
        found = found.filter(company_id=company)
    return set(narrow(found, model, scope).values_list("pk", flat=True))


def seen(model: str, company: int, scope: Scope | None, found: Sequence[Any]) -> list[Any]:
    """Leave of rows of a company, which have an ``id``, what is seen under a scope; all where there is none."""
    if scope is None:
        return list(found)
    ids = visible(model, company, scope, [row.id for row in found])
    return [row for row in found if row.id in ids]


def sees(actor: Actor, model: str, key: int) -> bool:
    """Say whether a row is one of those an actor sees, in any of their companies; whose it is, others ask."""
    if not actor.scopes:
        return True
    kind = KINDS.get(model)
    if kind is None:
        return False
    table = kind.table
    if not owned(table):
        return all(visible(model, company, scope, [key]) for company, scope in actor.scopes.items())
    company = table._default_manager.filter(pk=key).values_list("company_id", flat=True).first()
    scope = actor.scope(company) if company else None
    return scope is None or bool(visible(model, company or 0, scope, [key]))


def owned(table: type[Model]) -> bool:
    return any(one.name == "company" for one in table._meta.concrete_fields)


def limited(block: Block, model: str) -> Block:
    """Make of a block that finds rows of a kind the one that finds what is seen of them.

    Its table is the kind's and its own conditions begin at ``WHERE`` in the second column, as everywhere.
    """
    kind = KINDS[model]
    name = kind.table._meta.db_table
    alias = re.search(rf"\bFROM {name} (\w+)", block.text)
    assert alias is not None, f"{block.name} finds no rows of {name}"
    tests = " AND ".join(_test(kind, dimension, alias[1]) for dimension in sorted(kind.ways))
    text, count = _WHERE.subn(lambda _match: " WHERE " + tests + "\n   AND ", block.text, count=1)
    assert count == 1, f"{block.name} has no condition of its own"
    return Block(block.name + "_limited", text, block.path, f"What is seen of it: {block.why}")


def parameters(model: str, scope: Scope) -> dict[str, Any] | None:
    """Answer what a limited block takes, None when the kind is closed under the scope."""
    kind = KINDS.get(model)
    if kind is None or not any(name in scope for name in kind.ways):
        return None
    return {f"scope_{name}": column(sorted(scope[name])) if name in scope else None for name in kind.ways}


def _test(kind: Scoped, dimension: str, alias: str) -> str:
    """Write the test of a dimension: its column, or the row of a master that leads to it."""
    given = "%(scope_" + dimension + ")s::bigint[]"
    steps = kind.ways[dimension].split("__")
    fields = kind.table._meta
    first: Any = fields.get_field(steps[0]) if steps[0] != "pk" else fields.pk
    there = f"{alias}.{first.column}"
    if len(steps) == 1:
        return "(" + given + " IS NULL OR " + there + " = ANY(" + given + "))"
    assert len(steps) == 2, "a dimension is at most one master away"
    target = first.remote_field.model
    inner = str(target._meta.get_field(steps[1]).column)
    among = " ".join(("SELECT id FROM", str(target._meta.db_table), "WHERE", inner, "= ANY(" + given + ")"))
    return "(" + given + " IS NULL OR " + there + " IN (" + among + "))"


def divided(call_operation: str, company: int, scope: Scope, ids: Sequence[int]) -> list[int]:
    """Answer those ids of a call that its actor sees, in their order."""
    if call_operation in OWN:
        return list(ids)
    seen = visible(WORKS_ON[call_operation], company, scope, ids)
    return [one for one in ids if one in seen]


def open_to(operation: str, scope: Scope) -> bool:
    """Say whether whoever is limited so may call an operation at all."""
    if operation in OWN:
        return True
    return operation in WORKS_ON and condition(WORKS_ON[operation], scope) is not None
