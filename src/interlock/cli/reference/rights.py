"""The matrix of rights: every operation and page × the roles of the sample company and the kinds of limits."""

from __future__ import annotations

from django.apps import apps

from interlock.core.api import scopes
from interlock.demo import api as demo
from interlock.web import matrix

from . import operations
from .text import code, table

_INTRO = """\
A role is a named set of permissions, held in one company, on days. The table shows the roles of the sample company
Anlu (`●` may); others are made on `/roles/`. An administrator may everything.

Whoever is limited to a part of a company (`/people/`, *Limits of data*) sees of a kind only the rows that fulfil every
dimension of theirs which the kind declares; what declares none of them is closed. An id that is not seen answers
`not_found`, as one of another company does."""


def page() -> str:
    """Write the matrix from what is declared."""
    operations.load()
    roles = demo.roles(_names())
    heads = list(roles)
    lines = [_INTRO, "", "## Kinds and their dimensions", ""]
    kinds = [(code(one.model), *_dimensions(one)) for one in scopes.KINDS.values()]
    lines.append(table(["kind", *scopes.DIMENSIONS], sorted(kinds)))
    lines += ["", "## Operations", ""]
    acts = [
        (code(one.name), code(one.permission), _kind(matrix.kind_of(one)), *_marks(roles, (one.permission,)))
        for one in matrix.operations()
        if one.body.__module__.startswith("interlock.")
    ]
    lines.append(table(["operation", "permission", "limited people", *heads], acts))
    lines += ["", "## Pages", ""]
    shown = [
        (code(one.address), _kind(one.kind), "●" if one.partner else "", *_marks(roles, one.permissions))
        for one in matrix.pages()
    ]
    lines.append(table(["page", "limited people", "partners", *heads], shown))
    return "\n".join(lines)


def _names() -> list[str]:
    """Answer every permission that the models declare."""
    found = []
    for model in apps.get_models():
        meta = model._meta  # noqa: SLF001 - Django's public meta
        found += [f"{meta.app_label}.{verb}_{meta.model_name}" for verb in meta.default_permissions]
        found += [f"{meta.app_label}.{name}" for name, _title in meta.permissions]
    return found


def _dimensions(kind: scopes.Scoped) -> list[str]:
    return [code(kind.ways[name]) if name in kind.ways else "" for name in scopes.DIMENSIONS]


def _kind(kind: str) -> str:
    return {"": "closed", "own": "their own"}.get(kind) or code(kind)


def _marks(roles: dict[str, frozenset[str]], permissions: tuple[str, ...]) -> list[str]:
    return ["●" if not permissions or held.intersection(permissions) else "" for held in roles.values()]
