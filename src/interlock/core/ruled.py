"""Rules of masters that hold at every door: the form, the file and the interface ask the same of the same rows.

What the books hold means what its masters said when it was written. A master therefore names the fields that stay once
something uses it, and whoever keeps such a thing says so: a context does not know the ones above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Self

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

#: What uses a master, by the master's label: a table, and its link to it.
USES: dict[str, list[tuple[type[models.Model], str]]] = {}


def uses(label: str, table: type[models.Model], link: str) -> None:
    """Say that a master is used once ``table`` has a row that names it by ``link``, which an index leads to."""
    USES.setdefault(label, []).append((table, link))


def held_by(row: models.Model) -> list[type[models.Model]]:
    """Answer the ledgers and documents that name a row without a key of the database, which would lose it.

    Read when somebody asks to delete it: where no index leads from the row to a ledger, all of the ledger is read.
    """
    companies = list(apps.get_model("core", "Company")._default_manager.values_list("pk", flat=True))
    found = []
    for table in apps.get_models():
        for link in table._meta.concrete_fields:
            if link.related_model is not type(row) or link.db_constraint or link.unique:  # type: ignore[attr-defined]
                continue
            if hasattr(table, "pgh_tracked_model"):
                continue  # its own history, and that of others
            holding = table._default_manager.filter(**{link.name: row.pk})
            if link.name != "company" and any(one.name == "company" for one in table._meta.concrete_fields):
                holding = holding.filter(company_id__in=companies)  # indexes of ledgers begin with it
            if holding.exists():
                found.append(table)
                break
    return found


class Ruled(models.Model):
    """A master with rules beyond its columns: fields that are settled by use, and a tree that has no loop."""

    #: The fields that stay once something uses the row.
    settled: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    @classmethod
    def faults(cls, rows: Sequence[Self]) -> dict[int, dict[str, Any]]:
        """Answer what the rules forbid of rows as they are about to be written, by place: fields, and why."""
        tree = ("parent",) if any(field.name == "parent" for field in cls._meta.fields) else ()
        changed = cls.changed(rows, *cls.settled, *tree)
        found: dict[int, dict[str, Any]] = {}
        settled = {place: [name for name in names if name in cls.settled] for place, names in changed.items()}
        used = cls._used([rows[place].pk for place, names in settled.items() if names])
        for place, names in settled.items():
            if names and rows[place].pk in used:
                told = _("It is used already, and this stays as it was. Make another one.")
                found[place] = dict.fromkeys(names, told)
        moved = [place for place, names in changed.items() if "parent" in names]
        for place in cls._looped(rows, moved):
            found.setdefault(place, {})["parent"] = _("It would lie above itself.")
        return found

    @classmethod
    def changed(cls, rows: Sequence[Self], *names: str) -> dict[int, dict[str, Any]]:
        """Answer what is stored of fields that rows are about to change, by place; new rows change nothing."""
        links = {name: cls._meta.get_field(name).attname for name in names}  # type: ignore[union-attr]
        kept = [row.pk for row in rows if not row._state.adding]
        if not links or not kept:
            return {}
        stored = {one["pk"]: one for one in cls._default_manager.filter(pk__in=kept).values("pk", *links.values())}
        found: dict[int, dict[str, Any]] = {}
        for place, row in enumerate(rows):
            before = None if row._state.adding else stored.get(row.pk)
            if before is not None:
                found[place] = {n: before[a] for n, a in links.items() if getattr(row, a) != before[a]}
        return {place: values for place, values in found.items() if values}

    def clean(self) -> None:
        """Refuse what the rules forbid, as a form asks."""
        super().clean()
        if told := type(self).faults([self]).get(0):
            raise ValidationError(told)

    @classmethod
    def _used(cls, keys: Iterable[Any]) -> set[Any]:
        asked = cls._default_manager.filter(pk__in=list(keys))
        found: set[Any] = set()
        for table, link in USES.get(cls._meta.label, ()):
            using = table._default_manager.filter(**{link: OuterRef("pk")})
            if link != "company" and any(field.name == "company" for field in cls._meta.fields):
                using = using.filter(company=OuterRef("company"))
            found |= set(asked.filter(Exists(using)).values_list("pk", flat=True))
        return found

    @classmethod
    def _looped(cls, rows: Sequence[Self], moved: Sequence[int]) -> list[int]:
        """Answer the rows that would come to lie above themselves, all being moved at once."""
        if not moved:
            return []
        above: dict[Any, Any] = dict(cls._default_manager.values_list("pk", "parent_id"))
        above |= {rows[place].pk: rows[place].parent_id for place in moved}  # type: ignore[attr-defined]
        return [place for place in moved if _returns(rows[place].pk, above)]


def _returns(start: Any, above: Mapping[Any, Any]) -> bool:
    """Say whether the way up from a row comes back to it."""
    seen: set[Any] = set()
    at = above.get(start)
    while at is not None and at not in seen:
        if at == start:
            return True
        seen.add(at)
        at = above.get(at)
    return False
