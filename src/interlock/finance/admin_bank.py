"""How banks head their files, in the admin: a field a column."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextInputWidget

from interlock.core.masters import Master, column

from .models import BankMapping


class MappingForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    """A mapping with a field a column, in place of the structure it is kept as."""

    class Meta:
        model = BankMapping
        fields = ("company", "code", "name_en", "name_zh", "day_format")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in BankMapping.COLUMNS:
            self.initial.setdefault(f"column_{name}", (self.instance.columns or {}).get(name, ""))

    def clean(self) -> dict[str, Any]:
        """Refuse a mapping by which no file can be read, and take the headings over."""
        given = super().clean() or {}
        named = {name: given.get(f"column_{name}", "").strip() for name in BankMapping.COLUMNS}
        self.instance.columns = {name: heading for name, heading in named.items() if heading}
        if lacks := BankMapping.lacking(self.instance.columns):
            self.add_error(f"column_{lacks}", _("Say how the bank's file heads this column."))
        return given


def _headings() -> dict[str, forms.CharField]:
    return {
        f"column_{name}": forms.CharField(
            label=capfirst(label), max_length=80, required=False, widget=UnfoldAdminTextInputWidget
        )
        for name, label in BankMapping.COLUMNS.items()
    }


@admin.register(BankMapping)
class BankMappingAdmin(Master):
    """How banks head the columns of their files."""

    form = type("HeadingsForm", (MappingForm,), _headings())
    list_display = ["code", column("name"), "day_format", column("company")]
    list_filter = ["company"]
    search_fields = ["code", "name_en", "name_zh"]
    list_select_related = ["company"]
