"""Pieces every table is made of: ids from shared sequences, links without a key, ledgers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.deconstruct import deconstructible
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


@deconstructible
class NextVal(models.Func):
    """``nextval`` of a sequence, as a column default."""

    template = "nextval('%(sequence)s'::regclass)"
    output_field = models.BigIntegerField()

    def __init__(self, sequence: str) -> None:
        super().__init__(sequence=sequence)


def document_id() -> models.BigIntegerField[int, int]:
    """Make the key of a document: one sequence for all kinds, so a timeline and a trace need only the number."""
    return models.BigIntegerField(primary_key=True, db_default=NextVal("core_document_id"), editable=False)


def line_id() -> models.BigIntegerField[int, int]:
    """Make the key of a document line: one sequence for all kinds, so a link needs only two numbers."""
    return models.BigIntegerField(primary_key=True, db_default=NextVal("core_line_id"), editable=False)


def loose(to: str, **options: Any) -> models.ForeignKey[Any, Any]:
    """Link to a row without a database key or index: for ledgers, whose keys `interlock check` proves instead."""
    options.setdefault("related_name", "+")
    return models.ForeignKey(to, models.DO_NOTHING, db_constraint=False, db_index=False, **options)


def master(to: str, **options: Any) -> models.ForeignKey[Any, Any]:
    """Link a document or master to a master with a real key and, unless asked, no index of its own."""
    options.setdefault("related_name", "+")
    options.setdefault("db_index", False)
    return models.ForeignKey(to, models.PROTECT, **options)


def quantity_field(**options: Any) -> models.DecimalField[Any, Any]:
    """Pieces in the item's base unit, six decimals."""
    return models.DecimalField(max_digits=20, decimal_places=6, **options)


def price_field(**options: Any) -> models.DecimalField[Any, Any]:
    """Money a base unit, six decimals."""
    return models.DecimalField(max_digits=20, decimal_places=6, **options)


def amount_field(**options: Any) -> models.DecimalField[Any, Any]:
    """Money, two decimals, in the currency the row or its company names."""
    return models.DecimalField(max_digits=20, decimal_places=2, **options)


class Choice(models.CharField):  # type: ignore[type-arg]  # not subscriptable at run time
    """A short code of a closed set, which the column itself checks."""

    def __init__(self, choices: Any = None, **options: Any) -> None:
        options.setdefault("max_length", 24)
        super().__init__(choices=choices.choices if hasattr(choices, "choices") else choices, **options)

    def deconstruct(self) -> Any:
        name, _path, args, options = super().deconstruct()
        return name, "interlock.core.fields.Choice", args, options

    def db_check(self, connection: Any) -> str:
        values = ", ".join("'" + str(value).replace("'", "''") + "'" for value, _label in self.flatchoices)
        return f"{connection.ops.quote_name(self.column)} IN ({values})"


class Owned(models.Model):
    """A row that belongs to one company."""

    company = master("core.Company")

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse to name what belongs to another company: a form offers the rows of all that one looks after."""
        super().clean()
        for field in self._meta.fields:
            if not isinstance(field, models.ForeignKey) or not issubclass(field.related_model, Owned):
                continue
            named = getattr(self, field.attname) and getattr(self, field.name)
            if named and named.company_id != self.company_id:
                raise ValidationError(
                    _("%(field)s: %(named)s belongs to another company."),
                    params={"field": capfirst(str(field.verbose_name)), "named": named},
                )


class AppendOnly(models.Model):
    """A row that is only ever inserted: no UPDATE or DELETE, by grant and by trigger."""

    id = models.BigAutoField(primary_key=True)

    class Meta:
        abstract = True
        triggers: Sequence[pgtrigger.Trigger] = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]


class Ledger(AppendOnly):
    """An append-only row of one company."""

    company = loose("core.Company")

    class Meta(AppendOnly.Meta):
        abstract = True


class Named(models.Model):
    """A row with a name in English and in Chinese."""

    name_en = models.CharField(max_length=120)
    name_zh = models.CharField(max_length=120)

    class Meta:
        abstract = True

    @property
    def name(self) -> str:
        """Answer the name in the reader's language."""
        return self.name_zh if (get_language() or "en").startswith("zh") else self.name_en

    def __str__(self) -> str:
        code = getattr(self, "code", "")
        return f"{code} {self.name}".strip()
