"""Kinds of documents: declared once by whoever knows them, so that files, comments and paper work for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from . import scopes
from .actors import Actor
from .operations import current_policy


@dataclass(frozen=True)
class DocumentKind:
    """A kind of document: its table, and the permissions of which one opens its page."""

    code: str
    model: type[Model]
    permissions: tuple[str, ...]

    def may_see(self, by: Actor, company: int) -> bool:
        return any(by.may(name, company) for name in self.permissions)


KINDS: dict[str, DocumentKind] = {}


def declare_document(code: str, model: type[Model], permissions: Sequence[str]) -> DocumentKind:
    """Make a kind known; the model has ``company``, ``number`` and a document's id."""
    KINDS[code] = DocumentKind(code, model, tuple(permissions))
    return KINDS[code]


def lock_documents(company: int, kind: str, ids: Sequence[int], by: Actor) -> dict[int, str]:
    """Lock documents of a kind by id; answers the numbers of those that are there and may be seen.

    Who may not see the kind finds none, who sees a part of it that part: a document of another company and one out of
    sight answer alike.
    """
    known = KINDS.get(kind)
    if known is None or not known.may_see(by, company):
        return {}
    rows: Any = known.model._default_manager.filter(company_id=company, pk__in=list(ids)).order_by("pk")
    rows = scopes.narrow(rows, known.model._meta.label, by.scope(company))
    if current_policy() != "dry_run":
        rows = rows.select_for_update(no_key=True, of=("self",))
    return dict(rows.values_list("pk", "number"))
